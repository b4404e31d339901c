// What a tree view tells its parent, and asks of it.
#include "comctl32/tree_view/tree_view.h"

namespace transom::comctl {
namespace {

constexpr int kTextRoom = 260;

TVITEMW describe(const TreeItem* item) {
  TVITEMW about{};
  if (item == nullptr) return about;
  about.mask =
      TVIF_HANDLE | TVIF_STATE | TVIF_PARAM | TVIF_IMAGE | TVIF_SELECTEDIMAGE | TVIF_CHILDREN;
  about.hItem = item->handle;
  about.state = item->state;
  about.stateMask = 0xFFFF'FFFF;
  about.iImage = item->image;
  about.iSelectedImage = item->selected_image;
  about.cChildren = item->children;
  about.lParam = item->data;
  return about;
}

// TVN_GETDISPINFO; with TVIF_DI_SETITEM the control keeps what it is told.
// https://learn.microsoft.com/windows/win32/controls/tvn-getdispinfo
TVITEMW ask(TreeView& tree, const TreeItem& item, UINT mask, std::u16string& text) {
  NMTVDISPINFOW about{};
  WCHAR buffer[kTextRoom]{};
  about.item.mask = mask;
  about.item.hItem = item.handle;
  about.item.state = item.state;
  about.item.lParam = item.data;
  if ((mask & TVIF_TEXT) != 0) {
    about.item.pszText = buffer;
    about.item.cchTextMax = kTextRoom;
  }
  tree.tell(about.hdr, tree.code(TVN_GETDISPINFOA, TVN_GETDISPINFOW));
  const bool answered = about.item.pszText != nullptr && about.item.pszText != LPSTR_TEXTCALLBACKW;
  if ((mask & TVIF_TEXT) != 0 && answered) {
    text = text_of(reinterpret_cast<LPARAM>(about.item.pszText), !tree.unicode);
  }
  TreeItem* kept = tree.find(about.item.hItem);
  if ((about.item.mask & TVIF_DI_SETITEM) == 0 || kept == nullptr || !tree.alive()) {
    return about.item;
  }
  if ((mask & TVIF_TEXT) != 0) {
    kept->text = text;
    kept->text_callback = false;
  }
  if ((mask & TVIF_IMAGE) != 0) kept->image = about.item.iImage;
  if ((mask & TVIF_SELECTEDIMAGE) != 0) kept->selected_image = about.item.iSelectedImage;
  if ((mask & TVIF_CHILDREN) != 0) kept->children = about.item.cChildren;
  return about.item;
}

}  // namespace

TreeItem* TreeView::find_parent(HTREEITEM item) {
  return item == nullptr || item == TVI_ROOT ? &items.root() : find(item);
}

LRESULT TreeView::tell_tree(UINT code, UINT action, const TreeItem* before, const TreeItem* now,
                            POINT point) {
  NMTREEVIEWW about{};
  about.action = action;
  about.itemOld = describe(before);
  about.itemNew = describe(now);
  about.ptDrag = point;
  return tell(about.hdr, code);
}

std::u16string TreeView::text_of_item(HTREEITEM item) {
  const TreeItem* found = find(item);
  if (found == nullptr) return {};
  if (!found->text_callback) return found->text;
  std::u16string text;
  ask(*this, *found, TVIF_TEXT, text);
  return text;
}

// -1: none.
int TreeView::image_of(HTREEITEM item, bool selected) {
  const TreeItem* found = find(item);
  if (found == nullptr) return -1;
  if (!selected && found->expanded() && found->expanded_image != I_IMAGENONE) {
    return found->expanded_image;
  }
  const int image = selected ? found->selected_image : found->image;
  if (image != I_IMAGECALLBACK) return image;
  std::u16string unused;
  const TVITEMW told = ask(*this, *found, selected ? TVIF_SELECTEDIMAGE : TVIF_IMAGE, unused);
  return selected ? told.iSelectedImage : told.iImage;
}

bool TreeView::has_children(HTREEITEM item) {
  const TreeItem* found = find(item);
  if (found == nullptr) return false;
  if (found->children != I_CHILDRENCALLBACK) return found->children != 0;
  std::u16string unused;
  return ask(*this, *found, TVIF_CHILDREN, unused).cChildren > 0;
}

// https://learn.microsoft.com/windows/win32/controls/tvn-itemchanging
bool TreeView::set_state(HTREEITEM item, UINT state, UINT mask) {
  const TreeItem* found = find(item);
  if (found == nullptr) return false;
  NMTVITEMCHANGE about{};
  about.uChanged = TVIF_STATE;
  about.hItem = item;
  about.uStateOld = found->state;
  about.uStateNew = (found->state & ~mask) | (state & mask);
  about.lParam = found->data;
  if (about.uStateNew == about.uStateOld) return true;
  if (tell(about.hdr, code(TVN_ITEMCHANGINGA, TVN_ITEMCHANGINGW)) != 0) return false;
  TreeItem* kept = alive() ? find(item) : nullptr;
  if (kept == nullptr) return false;
  kept->state = (kept->state & ~mask) | (state & mask);
  if (((about.uStateNew ^ about.uStateOld) & TVIS_EXPANDED) != 0) items.changed(*kept);
  if (((about.uStateNew ^ about.uStateOld) & TVIS_BOLD) != 0) {
    kept->right_edge = -1;
    item_came(*kept);
  }
  redraw(item);
  about.uStateNew = kept->state;
  if (alive()) tell(about.hdr, code(TVN_ITEMCHANGEDA, TVN_ITEMCHANGEDW));
  return alive() && find(item) != nullptr;
}

}  // namespace transom::comctl
