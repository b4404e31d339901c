// The tips of a tree view: what the program says about an item (TVS_INFOTIP), or a label that the
// control cuts off.
// https://learn.microsoft.com/windows/win32/controls/use-tree-view-infotips
#include "comctl32/tree_view/tree_view.h"
#include "user32/default/input_handlers.h"

namespace transom::comctl {
namespace {

constexpr int kTipRoom = 1024;  // INFOTIPSIZE

// The lower half of a handle.
UINT_PTR id_of(const TreeItem& item) {
  return reinterpret_cast<UINT_PTR>(item.handle) & 0xFFFF'FFFF;
}

// https://learn.microsoft.com/windows/win32/controls/tvn-getinfotip
std::u16string asked_tip(TreeView& tree, const TreeItem& item) {
  WCHAR buffer[kTipRoom]{};
  NMTVGETINFOTIPW about{};
  about.pszText = buffer;
  about.cchTextMax = kTipRoom;
  about.hItem = item.handle;
  about.lParam = item.data;
  tree.tell(about.hdr, tree.code(TVN_GETINFOTIPA, TVN_GETINFOTIPW));
  buffer[kTipRoom - 1] = 0;
  return text_of(reinterpret_cast<LPARAM>(about.pszText), !tree.unicode);
}

std::u16string tip_of(TreeView& tree, UINT_PTR id) {
  TreeItem* item = tree.items.in_slot(static_cast<std::uint32_t>(id));
  if (item == nullptr) return {};
  if (tree.has_style(TVS_INFOTIP)) return asked_tip(tree, *item);
  const HTREEITEM handle = item->handle;
  const RECT label = tree.label_rect(*item);
  const bool cut_off = tree.alive() && (label.right > tree.client().right || label.left < 0);
  return cut_off ? tree.text_of_item(handle) : std::u16string();
}

// The tip asks the tree for its text.
LRESULT on_notify(TreeView& tree, const ControlCall& call) {
  auto* header = reinterpret_cast<NMHDR*>(call.lparam);
  if (header == nullptr || !tree.tips.sent(*header)) return tree.default_action(call);
  const bool wide = header->code == TTN_GETDISPINFOW;
  if (!wide && header->code != TTN_GETDISPINFOA) return 0;
  const std::u16string text = tip_of(tree, header->idFrom);
  if (!tree.alive()) return 0;
  // Both structures begin alike; the text stays with the tree until the next is asked for.
  tree.tip_text = text;
  tree.tip_text_ansi = base::to_ansi(text);
  if (wide) {
    reinterpret_cast<NMTTDISPINFOW*>(header)->lpszText =
        const_cast<WCHAR*>(base::as_wchar(tree.tip_text));
  } else {
    reinterpret_cast<NMTTDISPINFOA*>(header)->lpszText = tree.tip_text_ansi.data();
  }
  return 0;
}

LRESULT on_set_tips(TreeView& tree, const ControlCall& call) {
  const HWND before = tree.tips.handle();
  tree.tips.replace(reinterpret_cast<HWND>(call.wparam));
  return reinterpret_cast<LRESULT>(before);
}
LRESULT on_get_tips(TreeView& tree, const ControlCall&) {
  return reinterpret_cast<LRESULT>(tree.tips.handle());
}

// https://learn.microsoft.com/windows/win32/controls/tvm-showinfotip
LRESULT on_show_tip(TreeView& tree, const ControlCall& call) {
  const HTREEITEM handle = reinterpret_cast<HTREEITEM>(call.lparam);
  if (tree.find(handle) == nullptr || tree.tips.handle() == nullptr) return 0;
  tree.offer_tip(handle);
  if (tree.alive()) user::send_message(tree.tips.handle(), TTM_POPUP, 0, 0);
  return 0;
}

constexpr ControlEntry<TreeView> kEntries[] = {
    {WM_NOTIFY, on_notify},
    {TVM_SETTOOLTIPS, on_set_tips},
    {TVM_GETTOOLTIPS, on_get_tips},
    {TVM_SHOWINFOTIP, on_show_tip},
};

}  // namespace

// One tool at a time: the label below the pointer.
void TreeView::offer_tip(HTREEITEM handle) {
  TreeItem* item = find(handle);
  if (item == nullptr || !items.shown(*item)) {
    tips.set_areas(*this, {});
    return;
  }
  const UINT_PTR id = id_of(*item);
  const RECT label = label_rect(*item);
  if (alive()) tips.set_areas(*this, {{id, label}});
}

void TreeView::relay(const ControlCall& call) {
  if (tips.handle() == nullptr) return;
  if (call.message == WM_MOUSEMOVE) {
    const TreeHit below = hit(user::point_of(call.lparam));
    if (alive()) offer_tip(below.on_item() ? below.item->handle : nullptr);
  }
  if (alive()) tips.relay(*this, call);
}

std::span<const ControlEntry<TreeView>> tree_tip_entries() {
  return kEntries;
}

}  // namespace transom::comctl
