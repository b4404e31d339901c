// Editing an item's label in place.
// https://learn.microsoft.com/windows/win32/controls/tvm-editlabel
#include "comctl32/label_edit.h"

#include <utility>

#include "comctl32/tree_view/tree_view.h"

namespace transom::comctl {
namespace {

constexpr UINT_PTR kEditTimer = 0x5456;

LRESULT tell_label(TreeView& tree, UINT code, HTREEITEM handle, WCHAR* text) {
  NMTVDISPINFOW about{};
  const TreeItem* item = tree.find(handle);
  if (item == nullptr) return TRUE;
  about.item.mask = TVIF_HANDLE | TVIF_STATE | TVIF_PARAM | (text != nullptr ? TVIF_TEXT : 0);
  about.item.hItem = handle;
  about.item.state = item->state;
  about.item.lParam = item->data;
  about.item.pszText = text;
  return tree.tell(about.hdr, code);
}

void on_edit_end(HWND control, bool keep) {
  const user::ControlUse<TreeView> tree(control);
  if (tree) tree->end_edit(keep);
}

// Room for some more characters than there are.
RECT place_of_edit(TreeView& tree, TreeItem& item) {
  RECT place = tree.label_rect(item);
  const RECT area = tree.client();
  place.left += tree.images != nullptr ? 0 : -2;
  place.top -= 1;
  place.bottom += 1;
  place.right = std::min<LONG>(place.right + 20, std::max(area.right, place.left + 20));
  return place;
}

template <bool kAnsi>
LRESULT on_edit(TreeView& tree, const ControlCall& call) {
  const auto item = reinterpret_cast<HTREEITEM>(call.lparam);
  return tree.begin_edit(item) ? reinterpret_cast<LRESULT>(tree.edit) : 0;
}

LRESULT on_get_edit(TreeView& tree, const ControlCall&) {
  return reinterpret_cast<LRESULT>(tree.edit);
}

// "TRUE cancels the editing without saving the changes."
// https://learn.microsoft.com/windows/win32/controls/tvm-endeditlabelnow
LRESULT on_end_edit(TreeView& tree, const ControlCall& call) {
  return tree.end_edit(call.wparam == 0);
}

// A click on the label of the selected item was not the first of a double click.
LRESULT on_timer(TreeView& tree, const ControlCall& call) {
  if (call.wparam != kEditTimer) return tree.default_action(call);
  const HTREEITEM item = tree.to_edit;
  tree.cancel_edit_timer();
  if (item != nullptr && item == tree.caret) tree.begin_edit(item);
  return 0;
}

// What a program does to the edit control it may do with WM_COMMAND too.
LRESULT on_command(TreeView& tree, const ControlCall& call) {
  if (reinterpret_cast<HWND>(call.lparam) != tree.edit) return tree.default_action(call);
  return user::send_message(tree.parent(), WM_COMMAND, call.wparam, call.lparam);
}

constexpr ControlEntry<TreeView> kEntries[] = {
    {TVM_EDITLABELA, on_edit<true>},
    {TVM_EDITLABELW, on_edit<false>},
    {TVM_GETEDITCONTROL, on_get_edit},
    {TVM_ENDEDITLABELNOW, on_end_edit},
    {WM_TIMER, on_timer},
    {WM_COMMAND, on_command},
};

}  // namespace

// The edit control is there, but hidden, when the parent is told: it may change it.
bool TreeView::begin_edit(HTREEITEM item) {
  cancel_edit_timer();
  end_edit(false);
  if (!alive() || find(item) == nullptr || !has_style(TVS_EDITLABELS)) return false;
  ensure_visible(item);
  const std::u16string label = alive() ? text_of_item(item) : std::u16string();
  TreeItem* found = alive() ? find(item) : nullptr;
  if (found == nullptr) return false;
  const RECT place = place_of_edit(*this, *found);
  const HWND made = alive() ? make_label_edit(*this, label, place) : nullptr;
  if (made == nullptr) return false;
  edit = made;
  edited = item;
  std::u16string kept = label;
  std::string ansi = base::to_ansi(label);
  WCHAR* const text =
      unicode ? const_cast<WCHAR*>(base::as_wchar(kept)) : reinterpret_cast<WCHAR*>(ansi.data());
  const bool refused =
      tell_label(*this, code(TVN_BEGINLABELEDITA, TVN_BEGINLABELEDITW), item, text) != 0;
  if (refused || !alive() || edit != made || find(item) == nullptr) {
    if (alive() && edit == made) {
      edit = nullptr;
      edited = nullptr;
    }
    if (user::is_window(made)) DestroyWindow(made);
    return false;
  }
  show_label_edit(made, handle, on_edit_end);
  return alive() && edit == made;
}

// Of what the user typed only what the parent says TRUE to is kept.
// https://learn.microsoft.com/windows/win32/controls/tvn-endlabeledit
bool TreeView::end_edit(bool keep) {
  const HWND ended = std::exchange(edit, nullptr);
  const HTREEITEM item = edited;
  if (ended == nullptr) return false;
  LabelText label(ended, keep, unicode);
  release_label_edit(ended);
  const bool had_focus = GetFocus() == ended;
  const bool taken =
      tell_label(*this, code(TVN_ENDLABELEDITA, TVN_ENDLABELEDITW), item, label.notified()) != 0;
  if (alive()) edited = nullptr;
  TreeItem* found = alive() ? find(item) : nullptr;
  if (found != nullptr && keep && taken) {
    if (!found->text_callback) found->text = label.text;
    found->right_edge = -1;
    items.changed(*found);
    item_came(*found);
    refresh();
  }
  if (user::is_window(ended)) DestroyWindow(ended);
  if (alive() && had_focus) SetFocus(handle);
  if (alive()) redraw(item);
  return true;
}

void TreeView::cancel_edit_timer() {
  if (std::exchange(to_edit, nullptr) != nullptr) KillTimer(handle, kEditTimer);
}

void TreeView::edit_soon(HTREEITEM item) {
  to_edit = item;
  SetTimer(handle, kEditTimer, GetDoubleClickTime(), nullptr);
}

std::span<const ControlEntry<TreeView>> tree_label_entries() {
  return kEntries;
}

}  // namespace transom::comctl
