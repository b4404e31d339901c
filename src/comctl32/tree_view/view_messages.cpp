// The messages about a whole tree view: images, colours, sizes, insertion mark.
#include <algorithm>
#include <utility>

#include "comctl32/check_images.h"
#include "comctl32/image_list/image_list.h"
#include "comctl32/tree_view/tree_view.h"
#include "gdi32/memory_dc.h"

namespace transom::comctl {
namespace {

constexpr int kLeastIndent = 5;
constexpr int kMostHeight = 0x1000;

HTREEITEM item_in(LPARAM value) {
  return reinterpret_cast<HTREEITEM>(value);
}

// ---- Images

HIMAGELIST* images_of(TreeView& tree, WPARAM which) {
  if (which == TVSIL_NORMAL) return &tree.images;
  return which == TVSIL_STATE ? &tree.state_images : nullptr;
}

// https://learn.microsoft.com/windows/win32/controls/tvm-setimagelist
LRESULT on_set_images(TreeView& tree, const ControlCall& call) {
  HIMAGELIST* images = images_of(tree, call.wparam);
  if (images == nullptr) return 0;
  const HIMAGELIST before = std::exchange(*images, reinterpret_cast<HIMAGELIST>(call.lparam));
  tree.forget_measures();
  return reinterpret_cast<LRESULT>(before);
}
LRESULT on_get_images(TreeView& tree, const ControlCall& call) {
  const HIMAGELIST* images = images_of(tree, call.wparam);
  return images != nullptr ? reinterpret_cast<LRESULT>(*images) : 0;
}

// "Without an associated image list you cannot use TVM_CREATEDRAGIMAGE."
// https://learn.microsoft.com/windows/win32/controls/tvm-createdragimage
LRESULT on_drag_image(TreeView& tree, const ControlCall& call) {
  const HTREEITEM handle = item_in(call.lparam);
  TreeItem* item = tree.find(handle);
  if (item == nullptr || tree.images == nullptr) return 0;
  const RECT label = tree.label_rect(*item);
  const std::u16string text = tree.alive() ? tree.text_of_item(handle) : std::u16string();
  const int image = tree.alive() ? tree.image_of(handle, false) : -1;
  if (!tree.alive()) return 0;
  const int width = tree.image_width() + static_cast<int>(label.right - label.left);
  const int height = tree.item_height;
  const COLORREF behind = tree.background == CLR_NONE ? GetSysColor(COLOR_WINDOW) : tree.background;
  const HDC screen = GetDC(nullptr);
  const HBITMAP bitmap = CreateCompatibleBitmap(screen, width, height);
  ReleaseDC(nullptr, screen);
  {
    const gdi::MemoryDc dc(bitmap);
    const user::ControlFont font(dc.get(), tree.font);
    fill_solid(dc.get(), {0, 0, width, height}, behind);
    const int top = (height - static_cast<int>(image_size(tree.images).cy)) / 2;
    if (image >= 0) draw_image(tree.images, image, dc.get(), 0, top);
    RECT place{tree.image_width() + 2, 0, width, height};
    SetBkMode(dc.get(), TRANSPARENT);
    DrawTextW(dc.get(), base::as_wchar(text), -1, &place, DT_SINGLELINE | DT_NOPREFIX | DT_VCENTER);
  }
  const HIMAGELIST made = ImageList_Create(width, height, ILC_COLOR24 | ILC_MASK, 1, 0);
  ImageList_AddMasked(made, bitmap, behind);
  DeleteObject(bitmap);
  return reinterpret_cast<LRESULT>(made);
}

// ---- Colours

template <COLORREF TreeView::*kColor>
LRESULT on_set_color(TreeView& tree, const ControlCall& call) {
  const COLORREF before = std::exchange(tree.*kColor, static_cast<COLORREF>(call.lparam));
  InvalidateRect(tree.handle, nullptr, TRUE);
  return static_cast<int>(before);  // -1: the system's
}
template <COLORREF TreeView::*kColor>
LRESULT on_get_color(TreeView& tree, const ControlCall&) {
  return static_cast<int>(tree.*kColor);
}

// ---- Sizes

// https://learn.microsoft.com/windows/win32/controls/tvm-setindent
LRESULT on_set_indent(TreeView& tree, const ControlCall& call) {
  tree.indent = std::clamp(static_cast<int>(call.wparam), kLeastIndent, kMostHeight);
  tree.forget_measures();
  return 0;
}
LRESULT on_get_indent(TreeView& tree, const ControlCall&) {
  return tree.indent;
}

// -1: the natural one; without TVS_NONEVENHEIGHT they are even.
// https://learn.microsoft.com/windows/win32/controls/tvm-setitemheight
LRESULT on_set_height(TreeView& tree, const ControlCall& call) {
  const int before = tree.item_height;
  const auto wanted = static_cast<int>(static_cast<short>(call.wparam));
  tree.own_height = wanted != -1;
  if (tree.own_height) {
    const int even = tree.has_style(TVS_NONEVENHEIGHT) || wanted == 1 ? wanted : wanted & ~1;
    tree.item_height = std::clamp(even, 1, kMostHeight);
  }
  tree.forget_measures();
  return before;
}
LRESULT on_get_height(TreeView& tree, const ControlCall&) {
  return tree.item_height;
}

// https://learn.microsoft.com/windows/win32/controls/tvm-setborder
LRESULT on_set_border(TreeView& tree, const ControlCall& call) {
  const LRESULT before = MAKELONG(tree.border.cx, tree.border.cy);
  if ((call.wparam & TVSBF_XBORDER) != 0) tree.border.cx = LOWORD(call.lparam) & 0xFF;
  if ((call.wparam & TVSBF_YBORDER) != 0) tree.border.cy = HIWORD(call.lparam) & 0xFF;
  tree.forget_measures();
  return before;
}

LRESULT on_set_scroll_time(TreeView& tree, const ControlCall& call) {
  return std::exchange(tree.scroll_time, static_cast<UINT>(call.wparam));
}
LRESULT on_get_scroll_time(TreeView& tree, const ControlCall&) {
  return tree.scroll_time;
}

// How fast a drag scrolls: nothing of the control's own scrolls while something is dragged.
LRESULT on_auto_scroll(TreeView&, const ControlCall&) {
  return TRUE;
}

// ---- Marks

// https://learn.microsoft.com/windows/win32/controls/tvm-setinsertmark
LRESULT on_set_insert_mark(TreeView& tree, const ControlCall& call) {
  const HTREEITEM item = item_in(call.lparam);
  if (item != nullptr && tree.find(item) == nullptr) return FALSE;
  tree.insert_mark = item;
  tree.insert_after = call.wparam != 0;
  InvalidateRect(tree.handle, nullptr, TRUE);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/tvm-sethot
LRESULT on_set_hot(TreeView& tree, const ControlCall& call) {
  const HTREEITEM item = item_in(call.lparam);
  if (item != nullptr && tree.find(item) == nullptr) return FALSE;
  tree.redraw(std::exchange(tree.hot, item));
  tree.redraw(item);
  return TRUE;
}

// ---- Styles

void make_checks(TreeView& tree) {
  std::vector<UINT> states{kNoCheckImage, 0, DFCS_CHECKED};
  const auto add = [&](DWORD style, UINT state) {
    if ((tree.extended_style & style) != 0) states.push_back(state);
  };
  add(TVS_EX_PARTIALCHECKBOXES, DFCS_BUTTON3STATE | DFCS_CHECKED);
  add(TVS_EX_DIMMEDCHECKBOXES, DFCS_CHECKED | DFCS_INACTIVE);
  add(TVS_EX_EXCLUSIONCHECKBOXES, DFCS_INACTIVE);
  tree.own_checks = tree.state_images = make_check_images(states);
  tree.items.for_each([](TreeItem& item) {
    if ((item.state & TVIS_STATEIMAGEMASK) == 0) item.state |= INDEXTOSTATEIMAGEMASK(1);
  });
}

// Once chosen, check boxes stay to the control's end.
void use_styles(TreeView& tree) {
  if (tree.checks() && tree.own_checks == nullptr) make_checks(tree);
  tree.forget_measures();
}

LRESULT on_style_changed(TreeView& tree, const ControlCall& call) {
  const LRESULT result = tree.default_action(call);
  if (tree.alive()) use_styles(tree);
  return result;
}

// "If this method succeeds, it returns S_OK."
// https://learn.microsoft.com/windows/win32/controls/tvm-setextendedstyle
LRESULT on_set_extended(TreeView& tree, const ControlCall& call) {
  const DWORD mask = call.wparam != 0 ? static_cast<DWORD>(call.wparam) : ~DWORD{0};
  const DWORD style = static_cast<DWORD>(call.lparam);
  tree.extended_style = (tree.extended_style & ~mask) | (style & mask);
  use_styles(tree);
  return S_OK;
}
LRESULT on_get_extended(TreeView& tree, const ControlCall&) {
  return tree.extended_style;
}

constexpr ControlEntry<TreeView> kEntries[] = {
    {TVM_SETIMAGELIST, on_set_images},
    {TVM_GETIMAGELIST, on_get_images},
    {TVM_CREATEDRAGIMAGE, on_drag_image},
    {TVM_SETBKCOLOR, on_set_color<&TreeView::background>},
    {TVM_GETBKCOLOR, on_get_color<&TreeView::background>},
    {TVM_SETTEXTCOLOR, on_set_color<&TreeView::text_color>},
    {TVM_GETTEXTCOLOR, on_get_color<&TreeView::text_color>},
    {TVM_SETLINECOLOR, on_set_color<&TreeView::line_color>},
    {TVM_GETLINECOLOR, on_get_color<&TreeView::line_color>},
    {TVM_SETINSERTMARKCOLOR, on_set_color<&TreeView::insert_color>},
    {TVM_GETINSERTMARKCOLOR, on_get_color<&TreeView::insert_color>},
    {TVM_SETINDENT, on_set_indent},
    {TVM_GETINDENT, on_get_indent},
    {TVM_SETITEMHEIGHT, on_set_height},
    {TVM_GETITEMHEIGHT, on_get_height},
    {TVM_SETBORDER, on_set_border},
    {TVM_SETSCROLLTIME, on_set_scroll_time},
    {TVM_GETSCROLLTIME, on_get_scroll_time},
    {TVM_SETAUTOSCROLLINFO, on_auto_scroll},
    {TVM_SETINSERTMARK, on_set_insert_mark},
    {TVM_SETHOT, on_set_hot},
    {TVM_SETEXTENDEDSTYLE, on_set_extended},
    {TVM_GETEXTENDEDSTYLE, on_get_extended},
    {WM_STYLECHANGED, on_style_changed},
};

}  // namespace

bool TreeView::checks() const {
  return has_style(TVS_CHECKBOXES) ||
         (extended_style &
          (TVS_EX_PARTIALCHECKBOXES | TVS_EX_DIMMEDCHECKBOXES | TVS_EX_EXCLUSIONCHECKBOXES)) != 0;
}

std::span<const ControlEntry<TreeView>> tree_view_entries() {
  return kEntries;
}

}  // namespace transom::comctl
