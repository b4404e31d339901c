// What a tree view tells its parent, in which order.
#include "kit/scenario.h"

#include <commctrl.h>

#include <map>
#include <string>

namespace {

std::string item_text(const TVITEMW& item) {
  if (item.hItem == nullptr) return "none";
  std::string text(1, static_cast<char>(item.lParam));
  if ((item.state & TVIS_SELECTED) != 0) text += " selected";
  if ((item.state & TVIS_EXPANDED) != 0) text += " expanded";
  return text;
}

// Codes of version 6, which Wine's version 5 does not send, are left out.
LRESULT write_notification(HWND, WPARAM, LPARAM lparam) {
  static const std::map<UINT, const char*> kTree{
      {TVN_SELCHANGINGW, "TVN_SELCHANGING"},     {TVN_SELCHANGEDW, "TVN_SELCHANGED"},
      {TVN_ITEMEXPANDINGW, "TVN_ITEMEXPANDING"}, {TVN_ITEMEXPANDEDW, "TVN_ITEMEXPANDED"},
      {TVN_DELETEITEMW, "TVN_DELETEITEM"},       {TVN_BEGINDRAGW, "TVN_BEGINDRAG"}};
  static const std::map<UINT, const char*> kPlain{{static_cast<UINT>(NM_CLICK), "NM_CLICK"},
                                                  {static_cast<UINT>(NM_DBLCLK), "NM_DBLCLK"},
                                                  {static_cast<UINT>(NM_RETURN), "NM_RETURN"},
                                                  {static_cast<UINT>(TVN_KEYDOWN), "TVN_KEYDOWN"},
                                                  {static_cast<UINT>(NM_SETFOCUS), "NM_SETFOCUS"},
                                                  {static_cast<UINT>(NM_RCLICK), "NM_RCLICK"}};
  const auto& about = *reinterpret_cast<const NMTREEVIEWW*>(lparam);
  if (const auto plain = kPlain.find(about.hdr.code); plain != kPlain.end()) {
    note("%s", plain->second);
  } else if (const auto tree = kTree.find(about.hdr.code); tree != kTree.end()) {
    note("%s action %u old: %s, new: %s", tree->second, about.action,
         item_text(about.itemOld).c_str(), item_text(about.itemNew).c_str());
  }
  return 0;
}

struct Tree {
  HWND window;
  HTREEITEM a, b, c, d, e, f;
};

HTREEITEM insert(HWND tree, HTREEITEM parent, const WCHAR* text, char letter) {
  TVINSERTSTRUCTW what{};
  what.hParent = parent;
  what.hInsertAfter = TVI_LAST;
  what.item.mask = TVIF_TEXT | TVIF_PARAM;
  what.item.pszText = const_cast<WCHAR*>(text);
  what.item.lParam = letter;
  return reinterpret_cast<HTREEITEM>(
      SendMessageW(tree, TVM_INSERTITEMW, 0, reinterpret_cast<LPARAM>(&what)));
}

Tree make_tree(DWORD style = 0) {
  ignore_painting();
  for (const UINT message : {WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE, WM_PARENTNOTIFY,
                             WM_MOUSEACTIVATE, WM_NOTIFY, WM_NOTIFYFORMAT}) {
    ignore(message);
  }
  const HWND frame = show("frame", {.style = WS_POPUP});
  InitCommonControls();
  Tree tree{};
  tree.window = CreateWindowExW(
      0, WC_TREEVIEWW, L"",
      WS_CHILD | WS_VISIBLE | TVS_HASBUTTONS | TVS_HASLINES | TVS_LINESATROOT | style, 10, 10, 150,
      120, frame, reinterpret_cast<HMENU>(7), nullptr, nullptr);
  name_handle(tree.window, "tree");
  tree.a = insert(tree.window, TVI_ROOT, L"alpha", 'a');
  tree.b = insert(tree.window, tree.a, L"beta", 'b');
  tree.c = insert(tree.window, tree.b, L"gamma", 'c');
  tree.d = insert(tree.window, tree.a, L"delta", 'd');
  tree.e = insert(tree.window, TVI_ROOT, L"epsilon", 'e');
  tree.f = insert(tree.window, tree.e, L"phi", 'f');
  on("frame", WM_NOTIFY, write_notification);
  pump();
  return tree;
}

LRESULT tell(const Tree& tree, UINT message, WPARAM wparam, HTREEITEM item) {
  return SendMessageW(tree.window, message, wparam, reinterpret_cast<LPARAM>(item));
}

// On the label, or the button before it.
void press(const Tree& tree, HTREEITEM item, int beside) {
  RECT place{};
  *reinterpret_cast<HTREEITEM*>(&place) = item;
  SendMessageW(tree.window, TVM_GETITEMRECT, TRUE, reinterpret_cast<LPARAM>(&place));
  POINT point{place.left + beside, (place.top + place.bottom) / 2};
  ClientToScreen(tree.window, &point);
  move_mouse(point.x, point.y);
  pump();
  click(point.x, point.y);
}

}  // namespace

SCENARIO(tree_view, expand, "TVM_EXPAND tells the first time", PAGES("controls/tvm-expand"),
         CHECKS()) {
  const Tree tree = make_tree();
  CALL(tell(tree, TVM_EXPAND, TVE_EXPAND, tree.a));
  CALL(tell(tree, TVM_EXPAND, TVE_EXPAND, tree.a));
  CALL(tell(tree, TVM_EXPAND, TVE_EXPAND, tree.d));
  CALL(tell(tree, TVM_EXPAND, TVE_COLLAPSE, tree.a));
  CALL(tell(tree, TVM_EXPAND, TVE_COLLAPSE, tree.a));
  CALL(tell(tree, TVM_EXPAND, TVE_TOGGLE, tree.a));
}

SCENARIO(tree_view, select, "TVM_SELECTITEM shows what it selects",
         PAGES("controls/tvm-selectitem", "controls/tvn-selchanging"), CHECKS()) {
  const Tree tree = make_tree();
  CALL(tell(tree, TVM_SELECTITEM, TVGN_CARET, tree.c));
  CALL(tell(tree, TVM_SELECTITEM, TVGN_CARET, tree.c));
  CALL(tell(tree, TVM_SELECTITEM, TVGN_CARET, nullptr));
  CALL(tell(tree, TVM_SELECTITEM, TVGN_CARET, tree.b));
}

SCENARIO(tree_view, remove, "Children go before their parents; a neighbour is selected",
         PAGES("controls/tvm-deleteitem", "controls/tvn-deleteitem"), CHECKS()) {
  const Tree tree = make_tree();
  tell(tree, TVM_SELECTITEM, TVGN_CARET, tree.b);
  CALL(tell(tree, TVM_DELETEITEM, 0, tree.a));
  CALL(tell(tree, TVM_DELETEITEM, 0, TVI_ROOT));
}

SCENARIO(tree_view, collapse_reset, "TVE_COLLAPSERESET takes the children away",
         PAGES("controls/tvm-expand"), CHECKS()) {
  const Tree tree = make_tree();
  tell(tree, TVM_EXPAND, TVE_EXPAND, tree.a);
  CALL(tell(tree, TVM_EXPAND, TVE_COLLAPSE | TVE_COLLAPSERESET, tree.a));
  CALL(SendMessageW(tree.window, TVM_GETCOUNT, 0, 0));
}

SCENARIO(tree_view, clicked, "A click selects, one on the button expands",
         PAGES("controls/nm-click-tree-view", "controls/tvn-selchanged"), CHECKS()) {
  const Tree tree = make_tree();
  press(tree, tree.e, 4);
  CALL(pump());
  press(tree, tree.a, -10);
  CALL(pump());
  press(tree, tree.a, -10);
  CALL(pump());
}

SCENARIO(tree_view, keys, "The keyboard goes through the tree", PAGES("controls/tvn-keydown"),
         CHECKS()) {
  const Tree tree = make_tree();
  SetFocus(tree.window);
  tell(tree, TVM_SELECTITEM, TVGN_CARET, tree.a);
  for (const WORD key : {VK_RIGHT, VK_RIGHT, VK_DOWN, VK_LEFT, VK_LEFT, VK_END, VK_HOME, VK_ADD,
                         VK_SUBTRACT, VK_RETURN}) {
    strike(key);
    CALL(pump());
  }
}

SCENARIO(tree_view, gone, "The program hears of each item when the control goes",
         PAGES("controls/tvn-deleteitem"), CHECKS()) {
  const Tree tree = make_tree();
  CALL(DestroyWindow(tree.window));
}
