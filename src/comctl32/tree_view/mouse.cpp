// What the mouse does in a tree view.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "comctl32/scrolling.h"
#include "comctl32/tree_view/tree_view.h"
#include "user32/default/input_handlers.h"

namespace transom::comctl {
namespace {

using user::point_of;

// With TVS_FULLROWSELECT, but not beside lines, the whole row is the item's.
bool selects(const TreeView& tree, UINT flags) {
  if ((flags & TVHT_ONITEM) != 0) return true;
  const bool full = tree.has_style(TVS_FULLROWSELECT) && !tree.has_style(TVS_HASLINES);
  return full && (flags & (TVHT_ONITEMINDENT | TVHT_ONITEMRIGHT)) != 0;
}

UINT check_states(const TreeView& tree) {
  UINT count = 2;
  for (const DWORD style :
       {TVS_EX_PARTIALCHECKBOXES, TVS_EX_DIMMEDCHECKBOXES, TVS_EX_EXCLUSIONCHECKBOXES}) {
    if ((tree.extended_style & style) != 0) ++count;
  }
  return count;
}

LRESULT on_button_down(TreeView& tree, const ControlCall& call) {
  const POINT point = point_of(call.lparam);
  tree.relay(call);
  if (!tree.alive()) return 0;
  tree.cancel_edit_timer();
  const TreeHit hit = tree.hit(point);
  const HTREEITEM item = hit.item != nullptr ? hit.item->handle : nullptr;
  if (!tree.alive()) return 0;
  if (tree.edit != nullptr) tree.end_edit(true);
  if (!tree.alive()) return 0;
  tree.press = {call.message, item, hit.flags, point};
  SetCapture(tree.handle);
  if (call.message == WM_RBUTTONDOWN && selects(tree, hit.flags)) tree.mark_drop(item);
  return 0;
}

// As far as the system calls a drag, from an item.
// https://learn.microsoft.com/windows/win32/controls/tvn-begindrag
void drag(TreeView& tree, POINT point) {
  const bool far = std::abs(point.x - tree.press.point.x) > GetSystemMetrics(SM_CXDRAG) ||
                   std::abs(point.y - tree.press.point.y) > GetSystemMetrics(SM_CYDRAG);
  if (!far) return;
  const TreeView::Press press = std::exchange(tree.press, {});
  const bool right = press.button == WM_RBUTTONDOWN;
  if (right) tree.mark_drop(nullptr);
  ReleaseCapture();
  const TreeItem* item = tree.alive() ? tree.find(press.item) : nullptr;
  const bool wanted = (press.flags & TVHT_ONITEM) != 0 && !tree.has_style(TVS_DISABLEDRAGDROP);
  if (item == nullptr || !wanted) return;
  const UINT code = right ? tree.code(TVN_BEGINRDRAGA, TVN_BEGINRDRAGW)
                          : tree.code(TVN_BEGINDRAGA, TVN_BEGINDRAGW);
  tree.tell_tree(code, 0, nullptr, item, press.point);
}

// TVS_TRACKSELECT: the item below the pointer is hot.
void track(TreeView& tree, POINT point) {
  const TreeHit hit = tree.hit(point);
  const HTREEITEM now = hit.on_item() ? hit.item->handle : nullptr;
  if (!tree.alive() || now == tree.hot) return;
  const HTREEITEM before = std::exchange(tree.hot, now);
  if (!tree.has_style(TVS_TRACKSELECT)) return;
  tree.redraw(before);
  tree.redraw(now);
  TRACKMOUSEEVENT leave{sizeof leave, TME_LEAVE, tree.handle, 0};
  TrackMouseEvent(&leave);
}

LRESULT on_mouse_move(TreeView& tree, const ControlCall& call) {
  tree.relay(call);
  if (!tree.alive()) return 0;
  const POINT point = point_of(call.lparam);
  if (tree.press.button != 0) {
    drag(tree, point);
  } else if (tree.has_style(TVS_TRACKSELECT)) {
    track(tree, point);
  }
  return 0;
}

LRESULT on_mouse_leave(TreeView& tree, const ControlCall&) {
  tree.redraw(std::exchange(tree.hot, nullptr));
  return 0;
}

// What a click means, once the parent has let it.
void act(TreeView& tree, const TreeView::Press& press) {
  if ((press.flags & TVHT_ONITEMBUTTON) != 0) {
    tree.expand(press.item, TVE_TOGGLE, TreeView::Told::kAlways);
  } else if ((press.flags & TVHT_ONITEMSTATEICON) != 0 && tree.checks()) {
    tree.turn_over_check(press.item);
  } else if (selects(tree, press.flags)) {
    const bool again = tree.caret == press.item && tree.focused();
    const bool edits = again && (press.flags & TVHT_ONITEMLABEL) != 0;
    tree.select(press.item, TVC_BYMOUSE);
    if (edits && tree.alive() && tree.has_style(TVS_EDITLABELS)) tree.edit_soon(press.item);
  }
}

// https://learn.microsoft.com/windows/win32/controls/nm-click-tree-view
LRESULT on_left_up(TreeView& tree, const ControlCall& call) {
  tree.relay(call);
  const TreeView::Press press = std::exchange(tree.press, {});
  if (press.button != WM_LBUTTONDOWN) return 0;
  ReleaseCapture();
  if (!tree.alive()) return 0;
  const bool taken = tree.tell(NM_CLICK) != 0;
  if (!tree.alive()) return 0;
  if (!taken && tree.find(press.item) != nullptr) act(tree, press);
  if (tree.alive() && !tree.focused() && tree.edit == nullptr) SetFocus(tree.handle);
  return 0;
}

// WM_CONTEXTMENU follows where the parent does not take the click.
// https://learn.microsoft.com/windows/win32/controls/nm-rclick-tree-view
LRESULT on_right_up(TreeView& tree, const ControlCall& call) {
  const TreeView::Press press = std::exchange(tree.press, {});
  if (press.button != WM_RBUTTONDOWN) return 0;
  ReleaseCapture();
  if (!tree.alive()) return 0;
  const bool taken = tree.tell(NM_RCLICK) != 0;
  LRESULT result = 0;
  if (!taken && tree.alive()) result = tree.default_action(call);
  if (tree.alive() && tree.drop_target == press.item) tree.mark_drop(nullptr);
  return result;
}

// https://learn.microsoft.com/windows/win32/controls/nm-dblclk-tree-view
LRESULT on_double_click(TreeView& tree, const ControlCall& call) {
  tree.cancel_edit_timer();
  const TreeHit hit = tree.hit(point_of(call.lparam));
  const HTREEITEM item = hit.item != nullptr ? hit.item->handle : nullptr;
  if (!tree.alive() || tree.tell(NM_DBLCLK) != 0 || !tree.alive()) return 0;
  const bool check = (hit.flags & TVHT_ONITEMSTATEICON) != 0 && tree.checks();
  if (check) {
    tree.turn_over_check(item);
  } else if ((hit.flags & (TVHT_ONITEM | TVHT_ONITEMBUTTON)) != 0) {
    tree.expand(item, TVE_TOGGLE, TreeView::Told::kAlways);
  }
  return 0;
}

LRESULT on_right_double_click(TreeView& tree, const ControlCall&) {
  tree.tell(NM_RDBLCLK);
  return 0;
}

LRESULT on_capture_changed(TreeView& tree, const ControlCall&) {
  if (std::exchange(tree.press.button, 0u) == WM_RBUTTONDOWN) tree.mark_drop(nullptr);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/nm-setcursor-tree-view-
LRESULT on_set_cursor(TreeView& tree, const ControlCall& call) {
  if (LOWORD(call.lparam) != HTCLIENT) return tree.default_action(call);
  NMMOUSE about{};
  GetCursorPos(&about.pt);
  ScreenToClient(tree.handle, &about.pt);
  const TreeHit hit = tree.hit(about.pt);
  if (!tree.alive()) return TRUE;
  about.dwItemSpec = reinterpret_cast<DWORD_PTR>(hit.on_item() ? hit.item->handle : nullptr);
  if (tree.tell(about.hdr, NM_SETCURSOR) != 0 || !tree.alive()) return TRUE;
  if (!tree.has_style(TVS_TRACKSELECT) || tree.hot == nullptr) return tree.default_action(call);
  SetCursor(LoadCursorW(nullptr, MAKEINTRESOURCEW(32649)));  // IDC_HAND
  return TRUE;
}

// ---- Scroll bars

LRESULT on_vertical(TreeView& tree, const ControlCall& call) {
  const int now = static_cast<int>(tree.origin.y);
  tree.scroll_to(tree.origin.x,
                 scrolled_position(tree.handle, SB_VERT, LOWORD(call.wparam), now, {.line = 1}));
  return 0;
}

LRESULT on_horizontal(TreeView& tree, const ControlCall& call) {
  const int now = static_cast<int>(tree.origin.x);
  tree.scroll_to(scrolled_position(tree.handle, SB_HORZ, LOWORD(call.wparam), now, {.line = 8}),
                 tree.origin.y);
  return 0;
}

LRESULT on_wheel(TreeView& tree, const ControlCall& call) {
  UINT lines = 3;
  SystemParametersInfoW(SPI_GETWHEELSCROLLLINES, 0, &lines, 0);
  const int notches = static_cast<short>(HIWORD(call.wparam)) / WHEEL_DELTA;
  const int rows = notches * static_cast<int>(std::min(lines, 100u));
  tree.scroll_to(tree.origin.x, tree.origin.y - rows);
  return 0;
}

constexpr ControlEntry<TreeView> kEntries[] = {
    {WM_LBUTTONDOWN, on_button_down},
    {WM_RBUTTONDOWN, on_button_down},
    {WM_MOUSEMOVE, on_mouse_move},
    {WM_MOUSELEAVE, on_mouse_leave},
    {WM_LBUTTONUP, on_left_up},
    {WM_RBUTTONUP, on_right_up},
    {WM_LBUTTONDBLCLK, on_double_click},
    {WM_RBUTTONDBLCLK, on_right_double_click},
    {WM_CAPTURECHANGED, on_capture_changed},
    {WM_SETCURSOR, on_set_cursor},
    {WM_VSCROLL, on_vertical},
    {WM_HSCROLL, on_horizontal},
    {WM_MOUSEWHEEL, on_wheel},
};

}  // namespace

// Once round all of them.
void TreeView::turn_over_check(HTREEITEM handle) {
  const TreeItem* item = find(handle);
  if (item == nullptr) return;
  const UINT now = (item->state & TVIS_STATEIMAGEMASK) >> 12;
  const UINT next = now >= check_states(*this) ? 1 : now + 1;
  set_state(handle, INDEXTOSTATEIMAGEMASK(next), TVIS_STATEIMAGEMASK);
}

std::span<const ControlEntry<TreeView>> tree_mouse_entries() {
  return kEntries;
}

}  // namespace transom::comctl
