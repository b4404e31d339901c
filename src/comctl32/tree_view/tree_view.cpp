#include "comctl32/tree_view/tree_view.h"

#include "comctl32/classes.h"

namespace transom::comctl {
namespace {

// A style that is there from the beginning makes its images now.
LRESULT on_create(TreeView& tree, const ControlCall& call) {
  tree.forget_measures();
  if (tree.checks()) user::send_message(tree.handle, TVM_SETEXTENDEDSTYLE, 0, tree.extended_style);
  if (tree.alive() && !tree.has_style(TVS_NOTOOLTIPS)) tree.tips.create(tree);
  return tree.alive() ? tree.default_action(call) : -1;
}

// The program keeps data in its items: it hears of each that they are gone.
LRESULT on_destroy(TreeView& tree, const ControlCall& call) {
  tree.cancel_edit_timer();
  tree.end_edit(false);
  tree.delete_children(TVI_ROOT);
  tree.tips.destroy();
  return tree.default_action(call);
}

LRESULT on_paint(TreeView& tree, const ControlCall& call) {
  tree.settle();
  if (!tree.alive()) return 0;
  const user::ControlPaint paint(tree, call);
  if (paint) tree.draw(paint.dc());
  return 0;
}

LRESULT on_erase(TreeView& tree, const ControlCall& call) {
  const COLORREF color = tree.background == CLR_NONE ? GetSysColor(COLOR_WINDOW) : tree.background;
  fill_solid(reinterpret_cast<HDC>(call.wparam), tree.client(), color);
  return TRUE;
}

LRESULT on_size(TreeView& tree, const ControlCall&) {
  tree.unsettled = true;
  tree.settle();
  return 0;
}

LRESULT on_set_tree_font(TreeView& tree, const ControlCall& call) {
  user::on_set_font(tree, call);
  tree.forget_measures();
  return 0;
}

// The selection looks different with and without the focus.
template <UINT kCode>
LRESULT on_focus(TreeView& tree, const ControlCall&) {
  tree.redraw(tree.caret);
  if (tree.alive()) tree.tell(kCode);
  return 0;
}

LRESULT on_enable(TreeView& tree, const ControlCall&) {
  InvalidateRect(tree.handle, nullptr, TRUE);
  return 0;
}

constexpr ControlEntry<TreeView> kEntries[] = {
    {WM_CREATE, on_create},
    {WM_DESTROY, on_destroy},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase},
    {WM_SIZE, on_size},
    {WM_SETFONT, on_set_tree_font},
    {WM_SETFOCUS, on_focus<NM_SETFOCUS>},
    {WM_KILLFOCUS, on_focus<NM_KILLFOCUS>},
    {WM_ENABLE, on_enable},
};

LRESULT CALLBACK tree_view_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<TreeView> table{
      common_entries<TreeView>(), kEntries,
      tree_item_entries(),        tree_relation_entries(),
      tree_view_entries(),        tree_mouse_entries(),
      tree_key_entries(),         tree_label_entries(),
      tree_tip_entries()};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

TreeView::TreeView(user::Window& window) : CommonControl(window) {}

TreeView::~TreeView() {
  if (bold != nullptr) DeleteObject(bold);
  if (own_checks != nullptr) ImageList_Destroy(own_checks);
}

const user::SystemClass kTreeViewClass{u"SysTreeView32",        CS_DBLCLKS | CS_GLOBALCLASS,
                                       tree_view_procedure,     sizeof(void*),
                                       MAKEINTRESOURCEW(32512), nullptr};

}  // namespace transom::comctl
