#include "comctl32/tree_view/tree_test_support.h"

namespace transom::comctl {
namespace {

using Lines = std::vector<std::string>;

TEST_F(TreeViewTest, ItemsKnowTheirRelations) {
  make();
  EXPECT_EQ(send(tree, TVM_GETCOUNT), 6);
  EXPECT_EQ(next(TVGN_ROOT), a);
  EXPECT_EQ(next(TVGN_NEXT, a), e);
  EXPECT_EQ(next(TVGN_PREVIOUS, e), a);
  EXPECT_EQ(next(TVGN_CHILD, a), b);
  EXPECT_EQ(next(TVGN_PARENT, c), b);
  EXPECT_EQ(next(TVGN_PARENT, a), nullptr) << "root items have none";
  EXPECT_EQ(next(TVGN_CHILD, TVI_ROOT), a);
  EXPECT_EQ(next(TVGN_NEXTVISIBLE, a), e) << "collapsed";
  EXPECT_EQ(next(TVGN_LASTVISIBLE), e);
  EXPECT_EQ(text(c), u"gamma");
  EXPECT_EQ(send(tree, TVM_GETITEMHEIGHT) % 2, 0) << "even without TVS_NONEVENHEIGHT";
}

// "TVI_FIRST", "TVI_SORT", behind a given sibling; no place behind another's child.
TEST_F(TreeViewTest, InsertsWhereItIsTold) {
  make();
  insert(u"zeta", e, 0, TVI_FIRST);
  insert(u"behind", e, 0, next(TVGN_CHILD, e));
  EXPECT_EQ(children(e), u"zeta behind phi");
  EXPECT_EQ(insert(u"wrong", e, 0, b), nullptr);
  EXPECT_EQ(insert(u"wrong", reinterpret_cast<HTREEITEM>(0x1234567), 0), nullptr);
  const HTREEITEM sorted = insert(u"sorted", nullptr);
  for (const auto* each : {u"pear", u"Apple", u"fig", u"quince", u"banana"}) {
    insert(each, sorted, 0, TVI_SORT);
  }
  EXPECT_EQ(children(sorted), u"Apple banana fig pear quince");
}

// tvm-expand, Remarks: notifications the first time only; without children it fails.
TEST_F(TreeViewTest, ExpandsWithNotificationsTheFirstTime) {
  make();
  EXPECT_EQ(rect(b).left, -1) << "hidden";
  EXPECT_TRUE(ask(TVM_EXPAND, a, TVE_EXPAND));
  EXPECT_EQ(since(), (Lines{"expanding 2 - a", "expanded 2 - a"}));
  EXPECT_EQ(state(a), UINT{TVIS_EXPANDED | TVIS_EXPANDEDONCE});
  EXPECT_TRUE(ask(TVM_EXPAND, a, TVE_EXPAND)) << "it is already";
  EXPECT_FALSE(ask(TVM_EXPAND, d, TVE_EXPAND));
  EXPECT_TRUE(ask(TVM_EXPAND, a, TVE_TOGGLE));
  EXPECT_FALSE(ask(TVM_EXPAND, a, TVE_COLLAPSE));
  EXPECT_EQ(since(), Lines{});
  EXPECT_TRUE(ask(TVM_EXPAND, a, TVE_EXPAND));
  EXPECT_EQ(rect(b, false).top, rect(a, false).bottom);
  EXPECT_EQ(rect(b).left - rect(a).left, send(tree, TVM_GETINDENT));
}

TEST_F(TreeViewTest, CollapseResetTakesTheChildrenAway) {
  make();
  ask(TVM_EXPAND, a, TVE_EXPAND);
  since();
  EXPECT_TRUE(ask(TVM_EXPAND, a, TVE_COLLAPSE | TVE_COLLAPSERESET));
  EXPECT_EQ(since(), (Lines{"delete 0 c -", "delete 0 b -", "delete 0 d -"}));
  EXPECT_EQ(state(a), 0u);
  EXPECT_EQ(send(tree, TVM_GETCOUNT), 3);
}

// A parent may insert the children when TVN_ITEMEXPANDING asks for them, or refuse.
TEST_F(TreeViewTest, ChildrenMayComeWhenTheyAreWanted) {
  make();
  TVITEMW about{};
  about.mask = TVIF_CHILDREN;
  about.hItem = d;
  about.cChildren = 1;
  EXPECT_TRUE(send(tree, TVM_SETITEMW, 0, reinterpret_cast<LPARAM>(&about)));
  EXPECT_FALSE(ask(TVM_EXPAND, d, TVE_EXPAND)) << "none came";
  on_notify = [&](const NMHDR& header) {
    if (header.code == TVN_ITEMEXPANDINGW) insert(u"new", as<NMTREEVIEWW>(header).itemNew.hItem);
  };
  EXPECT_TRUE(ask(TVM_EXPAND, d, TVE_EXPAND));
  EXPECT_EQ(children(d), u"new");
  answer = [](const user::Received& each) -> std::optional<LRESULT> {
    if (each.message != WM_NOTIFY) return std::nullopt;
    return reinterpret_cast<const NMHDR*>(each.lparam)->code == TVN_ITEMEXPANDINGW;
  };
  EXPECT_FALSE(ask(TVM_EXPAND, e, TVE_EXPAND)) << "refused";
}

// tvm-selectitem: what hides the item is expanded, with notifications.
TEST_F(TreeViewTest, SelectingRevealsAndTells) {
  make();
  EXPECT_TRUE(ask(TVM_SELECTITEM, c, TVGN_CARET));
  EXPECT_EQ(since(), (Lines{"changing 0 - c", "expanding 2 - b", "expanded 2 - b",
                            "expanding 2 - a", "expanded 2 - a", "changed 0 - c"}));
  EXPECT_EQ(caret(), c);
  EXPECT_NE(state(c) & TVIS_SELECTED, 0u);
  EXPECT_TRUE(ask(TVM_SELECTITEM, c, TVGN_CARET));
  EXPECT_EQ(since(), Lines{}) << "it is already";
  EXPECT_TRUE(ask(TVM_SELECTITEM, nullptr, TVGN_CARET));
  EXPECT_EQ(since(), (Lines{"changing 0 c -", "changed 0 c -"}));
  answer = [](const user::Received& each) -> std::optional<LRESULT> {
    if (each.message != WM_NOTIFY) return std::nullopt;
    return reinterpret_cast<const NMHDR*>(each.lparam)->code == TVN_SELCHANGINGW;
  };
  EXPECT_FALSE(ask(TVM_SELECTITEM, b, TVGN_CARET)) << "TVN_SELCHANGING refuses";
  EXPECT_EQ(caret(), nullptr);
}

TEST_F(TreeViewTest, ACollapsedParentTakesTheSelection) {
  make();
  ask(TVM_SELECTITEM, c, TVGN_CARET);
  EXPECT_TRUE(ask(TVM_EXPAND, a, TVE_COLLAPSE));
  EXPECT_EQ(caret(), a);
}

TEST_F(TreeViewTest, DeletingTellsOfEachAndSelectsANeighbour) {
  make();
  ask(TVM_SELECTITEM, b, TVGN_CARET);
  since();
  EXPECT_TRUE(ask(TVM_DELETEITEM, a));
  EXPECT_EQ(since(), (Lines{"delete 0 c -", "delete 0 b -", "delete 0 d -", "delete 0 a -",
                            "changing 0 - e", "changed 0 - e"}));
  EXPECT_EQ(caret(), e);
  EXPECT_FALSE(ask(TVM_DELETEITEM, a)) << "a handle of what is gone";
  EXPECT_EQ(text(b), u"(none)");
  EXPECT_TRUE(ask(TVM_DELETEITEM, TVI_ROOT));
  EXPECT_EQ(send(tree, TVM_GETCOUNT), 0);
  make();
  DestroyWindow(tree);
  EXPECT_EQ(since().size(), 6u) << "the program hears of all when the control goes";
}

TEST_F(TreeViewTest, SortsByTextAndByTheProgramsOrder) {
  make();
  EXPECT_TRUE(ask(TVM_SORTCHILDREN, a, FALSE));
  insert(u"ALFA", a);
  EXPECT_TRUE(ask(TVM_SORTCHILDREN, a, FALSE));
  EXPECT_EQ(children(a), u"ALFA beta delta");
  TVSORTCB how{};
  how.hParent = a;
  how.lParam = 9;
  how.lpfnCompare = [](LPARAM first, LPARAM second, LPARAM data) CALLBACK -> int {
    EXPECT_EQ(data, 9);
    return static_cast<int>(second - first);
  };
  EXPECT_TRUE(send(tree, TVM_SORTCHILDRENCB, 0, reinterpret_cast<LPARAM>(&how)));
  EXPECT_EQ(children(a), u"delta beta ALFA");
}

// LPSTR_TEXTCALLBACK, I_IMAGECALLBACK, I_CHILDRENCALLBACK; TVIF_DI_SETITEM keeps the answer.
TEST_F(TreeViewTest, AsksForWhatIsTheProgramsToKnow) {
  make();
  TVINSERTSTRUCTW what{};
  what.item.mask = TVIF_TEXT | TVIF_IMAGE | TVIF_CHILDREN | TVIF_PARAM;
  what.item.pszText = LPSTR_TEXTCALLBACKW;
  what.item.iImage = I_IMAGECALLBACK;
  what.item.cChildren = I_CHILDRENCALLBACK;
  what.item.lParam = 77;
  const HTREEITEM item = as_item(send(tree, TVM_INSERTITEMW, 0, reinterpret_cast<LPARAM>(&what)));
  int asked = 0;
  bool keep = false;
  on_notify = [&](const NMHDR& header) {
    if (header.code != TVN_GETDISPINFOW) return;
    auto& about = const_cast<NMTVDISPINFOW&>(reinterpret_cast<const NMTVDISPINFOW&>(header));
    EXPECT_EQ(about.item.hItem, item);
    EXPECT_EQ(about.item.lParam, 77);
    ++asked;
    if ((about.item.mask & TVIF_TEXT) != 0) lstrcpyW(about.item.pszText, L"told");
    about.item.iImage = 3;
    about.item.cChildren = 1;
    if (keep) about.item.mask |= TVIF_DI_SETITEM;
  };
  EXPECT_EQ(text(item), u"told");
  TVITEMW about{};
  about.mask = TVIF_IMAGE | TVIF_CHILDREN;
  about.hItem = item;
  EXPECT_TRUE(send(tree, TVM_GETITEMW, 0, reinterpret_cast<LPARAM>(&about)));
  EXPECT_EQ(about.iImage, 3);
  EXPECT_EQ(about.cChildren, 1);
  keep = true;
  text(item);
  const int before = asked;
  EXPECT_EQ(text(item), u"told");
  EXPECT_EQ(asked, before) << "kept";
}

TEST_F(TreeViewTest, HitTestsNameTheParts) {
  make();
  const RECT label = rect(a);
  const int y = (label.top + label.bottom) / 2;
  EXPECT_EQ(hit(label.left + 2, y).flags, UINT{TVHT_ONITEMLABEL});
  EXPECT_EQ(hit(label.left + 2, y).hItem, a);
  EXPECT_EQ(hit(label.left - 10, y).flags, UINT{TVHT_ONITEMBUTTON});
  EXPECT_EQ(hit(label.right + 5, y).flags, UINT{TVHT_ONITEMRIGHT});
  EXPECT_EQ(hit(-5, y).flags, UINT{TVHT_TOLEFT});
  EXPECT_EQ(hit(5, -5).flags, UINT{TVHT_ABOVE});
  EXPECT_EQ(hit(5, 140).flags, UINT{TVHT_NOWHERE});
  EXPECT_EQ(hit(5, 140).hItem, nullptr);
}

// A hundred thousand items, each as cheap as the first; the rows are known of all of them.
TEST_F(TreeViewTest, ManyItems) {
  make(kUsual);
  HTREEITEM last = nullptr;
  for (int index = 0; index < 100'000; ++index) last = insert(u"item", e);
  EXPECT_EQ(send(tree, TVM_GETCOUNT), 100'006);
  EXPECT_TRUE(ask(TVM_SELECTITEM, last, TVGN_FIRSTVISIBLE));
  EXPECT_EQ(next(TVGN_LASTVISIBLE), last);
  const RECT place = rect(last, false);
  EXPECT_GE(place.top, 0);
  EXPECT_LE(place.bottom, 160);
  on_notify = nullptr;
  EXPECT_TRUE(ask(TVM_DELETEITEM, TVI_ROOT));
}

TEST_F(TreeViewTest, ColoursSizesAndStylesAreKept) {
  make();
  EXPECT_EQ(static_cast<int>(send(tree, TVM_GETBKCOLOR)), -1) << "the system's";
  EXPECT_EQ(static_cast<int>(send(tree, TVM_SETBKCOLOR, 0, RGB(1, 2, 3))), -1);
  EXPECT_EQ(send(tree, TVM_GETBKCOLOR), RGB(1, 2, 3));
  EXPECT_EQ(static_cast<COLORREF>(send(tree, TVM_GETLINECOLOR)), CLR_DEFAULT);
  const auto height = send(tree, TVM_GETITEMHEIGHT);
  EXPECT_EQ(send(tree, TVM_SETITEMHEIGHT, 25), height);
  EXPECT_EQ(send(tree, TVM_GETITEMHEIGHT), 24);
  send(tree, TVM_SETITEMHEIGHT, static_cast<WPARAM>(-1));
  EXPECT_EQ(send(tree, TVM_GETITEMHEIGHT), height);
  send(tree, TVM_SETINDENT, 0);
  EXPECT_GT(send(tree, TVM_GETINDENT), 0) << "there is a least one";
  EXPECT_EQ(send(tree, TVM_SETEXTENDEDSTYLE, TVS_EX_DOUBLEBUFFER, TVS_EX_DOUBLEBUFFER), S_OK);
  EXPECT_EQ(send(tree, TVM_GETEXTENDEDSTYLE), TVS_EX_DOUBLEBUFFER);
  EXPECT_EQ(send(tree, TVM_SETBORDER, TVSBF_XBORDER | TVSBF_YBORDER, MAKELPARAM(3, 4)), 0);
  EXPECT_EQ(send(tree, TVM_SETBORDER, 0, 0), MAKELONG(3, 4));
  const auto id = send(tree, TVM_MAPHTREEITEMTOACCID, reinterpret_cast<WPARAM>(c));
  EXPECT_EQ(as_item(send(tree, TVM_MAPACCIDTOHTREEITEM, static_cast<WPARAM>(id))), c);
}

// The mask of what an item's parent asked for in ANSI.
TEST_F(TreeViewTest, SpeaksAnsiToAnAnsiParent) {
  make();
  send(tree, TVM_SETUNICODEFORMAT, FALSE);
  UINT seen = 0;
  on_notify = [&](const NMHDR& header) {
    if (header.code == TVN_SELCHANGEDA) seen = header.code;
  };
  TVINSERTSTRUCTA what{};
  what.hInsertAfter = TVI_FIRST;
  what.item.mask = TVIF_TEXT;
  what.item.pszText = const_cast<char*>("ansi");
  const HTREEITEM item = as_item(send(tree, TVM_INSERTITEMA, 0, reinterpret_cast<LPARAM>(&what)));
  EXPECT_EQ(text(item), u"ansi");
  ask(TVM_SELECTITEM, item, TVGN_CARET);
  EXPECT_EQ(seen, UINT{TVN_SELCHANGEDA});
}

// Whatever comes in: dead handles, null, nonsense.
TEST_F(TreeViewTest, NothingComesOfNonsense) {
  make();
  const HTREEITEM dead = c;
  ask(TVM_DELETEITEM, c);
  for (const HTREEITEM wrong : {dead, reinterpret_cast<HTREEITEM>(0x5A5A5A5A5A5A5A5A), TVI_FIRST}) {
    for (UINT message = TV_FIRST; message < TV_FIRST + 0x50; ++message) {
      // These take pointers.
      const bool pointer =
          message == TVM_INSERTITEMA || message == TVM_INSERTITEMW || message == TVM_GETITEMA ||
          message == TVM_GETITEMW || message == TVM_SETITEMA || message == TVM_SETITEMW ||
          message == TVM_GETITEMRECT || message == TVM_HITTEST || message == TVM_SORTCHILDRENCB ||
          message == TVM_GETISEARCHSTRINGA || message == TVM_GETISEARCHSTRINGW ||
          message == TVM_GETITEMPARTRECT || message == TVM_SETIMAGELIST;
      send(tree, message, 9, pointer ? 0 : reinterpret_cast<LPARAM>(wrong));
    }
    EXPECT_EQ(text(wrong), u"(none)");
    EXPECT_EQ(next(TVGN_NEXT, wrong), nullptr);
    EXPECT_EQ(rect(wrong).left, -1);
  }
  EXPECT_EQ(send(tree, TVM_GETCOUNT), 5);
}

}  // namespace
}  // namespace transom::comctl
