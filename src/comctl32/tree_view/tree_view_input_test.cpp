#include "comctl32/tree_view/tree_test_support.h"

namespace transom::comctl {
namespace {

using Lines = std::vector<std::string>;

TEST_F(TreeViewTest, AClickSelectsAndItsButtonExpands) {
  make();
  click_item(e);
  EXPECT_EQ(since(), (Lines{"click", "changing 1 - e", "changed 1 - e", "focus"}));
  click_button(a);
  EXPECT_EQ(since(), (Lines{"click", "expanding 2 - a", "expanded 2 - a"}));
  let_pass();
  click_button(a);
  EXPECT_EQ(since(), (Lines{"click", "expanding 1 - a", "expanded 1 - a"}))
      << "users' clicks are always told of";
  EXPECT_EQ(caret(), e);
}

TEST_F(TreeViewTest, ADoubleClickExpands) {
  make();
  click_item(a);
  click_item(a);
  const Lines came = since();
  EXPECT_TRUE(std::ranges::count(came, "double") == 1 && came.back() == "expanded 2 - a");
  EXPECT_NE(state(a) & TVIS_EXPANDED, 0u);
}

// nm-click-tree-view: "nonzero to prevent the default processing".
TEST_F(TreeViewTest, TheParentMayTakeTheClick) {
  make();
  answer = [](const user::Received& each) -> std::optional<LRESULT> {
    if (each.message != WM_NOTIFY) return std::nullopt;
    return reinterpret_cast<const NMHDR*>(each.lparam)->code == static_cast<UINT>(NM_CLICK);
  };
  click_item(e);
  EXPECT_EQ(caret(), nullptr);
}

TEST_F(TreeViewTest, KeysGoThroughTheTree) {
  make();
  SetFocus(tree);
  ask(TVM_SELECTITEM, a, TVGN_CARET);
  press(VK_RIGHT);
  EXPECT_NE(state(a) & TVIS_EXPANDED, 0u);
  press(VK_RIGHT);
  EXPECT_EQ(caret(), b);
  press(VK_DOWN);
  EXPECT_EQ(caret(), d);
  press(VK_LEFT);
  EXPECT_EQ(caret(), a);
  press(VK_LEFT);
  EXPECT_EQ(state(a) & TVIS_EXPANDED, 0u);
  press(VK_END);
  EXPECT_EQ(caret(), e);
  press(VK_HOME);
  EXPECT_EQ(caret(), a);
  press(VK_MULTIPLY);
  EXPECT_NE(state(b) & TVIS_EXPANDED, 0u) << "all levels";
  since();
  press(VK_RETURN);
  EXPECT_EQ(since(), Lines{"return"});
}

TEST_F(TreeViewTest, LettersFindShownItems) {
  make();
  SetFocus(tree);
  ask(TVM_EXPAND, a, TVE_EXPAND);
  press('D');
  EXPECT_EQ(caret(), d);
  press('E');  // "de"
  EXPECT_EQ(caret(), d);
  WCHAR typed[8]{};
  EXPECT_EQ(send(tree, TVM_GETISEARCHSTRINGW, 0, reinterpret_cast<LPARAM>(typed)), 2);
  EXPECT_EQ(std::u16string(base::as_char16(typed)), u"de");
  let_pass();
  press('E');
  EXPECT_EQ(caret(), e) << "a new search";
}

TEST_F(TreeViewTest, ADragBeginsOnAnItem) {
  make();
  POINT at{};
  const auto before = on_notify;
  on_notify = [&](const NMHDR& header) {
    if (header.code == TVN_BEGINDRAGW) at = as<NMTREEVIEWW>(header).ptDrag;
    before(header);
  };
  const RECT place = rect(e);
  send_mouse(MOUSEEVENTF_LEFTDOWN, in(tree, place.left + 3, place.top + 3));
  pump();
  send_mouse(MOUSEEVENTF_MOVE, in(tree, place.left + 30, place.top + 30));
  pump();
  send_mouse(MOUSEEVENTF_LEFTUP, in(tree, place.left + 30, place.top + 30));
  pump();
  EXPECT_EQ(since(), Lines{"drag 0 - e"});
  EXPECT_EQ(at.x, place.left + 3);
  EXPECT_EQ(caret(), nullptr) << "what is dragged is not selected";
}

TEST_F(TreeViewTest, ARightClickAsksForTheMenu) {
  make();
  const RECT place = rect(a);
  send_mouse(MOUSEEVENTF_RIGHTDOWN, in(tree, place.left + 3, place.top + 3));
  pump();
  EXPECT_NE(state(a) & TVIS_DROPHILITED, 0u) << "marked while the button is down";
  send_mouse(MOUSEEVENTF_RIGHTUP, in(tree, place.left + 3, place.top + 3));
  pump();
  EXPECT_EQ(since(), Lines{"right"});
  EXPECT_EQ(state(a) & TVIS_DROPHILITED, 0u);
  EXPECT_TRUE(std::ranges::any_of(
      log, [](const user::Received& each) { return each.message == WM_CONTEXTMENU; }));
}

TEST_F(TreeViewTest, CheckBoxesAreTurnedOver) {
  make(kUsual | TVS_CHECKBOXES);
  EXPECT_EQ(state(a) & TVIS_STATEIMAGEMASK, UINT{INDEXTOSTATEIMAGEMASK(1)});
  const RECT place = rect(a);
  EXPECT_EQ(hit(place.left - 5, place.top + 5).flags, UINT{TVHT_ONITEMSTATEICON});
  click(tree, place.left - 5, place.top + 5);
  EXPECT_EQ(state(a) & TVIS_STATEIMAGEMASK, UINT{INDEXTOSTATEIMAGEMASK(2)});
  SetFocus(tree);
  ask(TVM_SELECTITEM, a, TVGN_CARET);
  press(VK_SPACE);
  EXPECT_EQ(state(a) & TVIS_STATEIMAGEMASK, UINT{INDEXTOSTATEIMAGEMASK(1)});
}

// TVS_SINGLEEXPAND: the selected item opens, the one that was selected closes.
TEST_F(TreeViewTest, OneBranchAtATime) {
  make(kUsual | TVS_SINGLEEXPAND);
  ask(TVM_SELECTITEM, a, TVGN_CARET);
  EXPECT_EQ(since(), (Lines{"changing 0 - a", "changed 0 - a", "single 0 - a", "expanding 2 - a",
                            "expanded 2 - a"}));
  ask(TVM_SELECTITEM, b, TVGN_CARET);
  since();
  ask(TVM_SELECTITEM, e, TVGN_CARET);
  EXPECT_EQ(since(), (Lines{"changing 0 b e", "changed 0 b e", "single 0 b e", "expanding 1 - b",
                            "expanded 1 - b", "expanding 1 - a", "expanded 1 - a",
                            "expanding 2 - e", "expanded 2 - e"}));
}

TEST_F(TreeViewTest, ALabelIsEdited) {
  make(kUsual | TVS_EDITLABELS);
  std::u16string ended;
  answer = [&](const user::Received& each) -> std::optional<LRESULT> {
    if (each.message != WM_NOTIFY) return std::nullopt;
    const auto& header = *reinterpret_cast<const NMHDR*>(each.lparam);
    if (header.code != TVN_ENDLABELEDITW) return 0;
    const auto* typed = as<NMTVDISPINFOW>(header).item.pszText;
    ended = typed != nullptr ? base::as_char16(typed) : u"(given up)";
    return TRUE;
  };
  click_item(e);
  let_pass();
  click_item(e);
  EXPECT_EQ(send(tree, TVM_GETEDITCONTROL), 0) << "it could become a double click";
  let_pass();
  ASSERT_NE(send(tree, TVM_GETEDITCONTROL), 0);
  press('X');
  press(VK_RETURN);
  EXPECT_EQ(ended, u"x");
  EXPECT_EQ(text(e), u"x");
  EXPECT_EQ(GetFocus(), tree);
  ASSERT_NE(ask(TVM_EDITLABELW, e), 0);
  press(VK_ESCAPE);
  EXPECT_EQ(ended, u"(given up)");
  ASSERT_NE(ask(TVM_EDITLABELW, e), 0);
  EXPECT_TRUE(send(tree, TVM_ENDEDITLABELNOW, TRUE));
  EXPECT_FALSE(send(tree, TVM_ENDEDITLABELNOW, TRUE));
}

TEST_F(TreeViewTest, ScrollsWithTheWheelAndItsBar) {
  make();
  for (int index = 0; index < 50; ++index) insert(u"more", TVI_ROOT, 7);
  SetFocus(tree);
  send_mouse(MOUSEEVENTF_WHEEL, in(tree, 20, 60), static_cast<DWORD>(-WHEEL_DELTA));
  pump();
  EXPECT_EQ(rect(a, false).top, -3 * send(tree, TVM_GETITEMHEIGHT));
  send(tree, WM_VSCROLL, SB_BOTTOM);
  EXPECT_LE(rect(next(TVGN_LASTVISIBLE), false).bottom, 160);
  send(tree, WM_VSCROLL, SB_TOP);
  EXPECT_EQ(next(TVGN_FIRSTVISIBLE), a);
  EXPECT_TRUE(ask(TVM_ENSUREVISIBLE, next(TVGN_LASTVISIBLE)));
  EXPECT_NE(next(TVGN_FIRSTVISIBLE), a);
}

// TVS_INFOTIP: TVN_GETINFOTIP asks what the tip says.
TEST_F(TreeViewTest, TheProgramSaysWhatTheTipSays) {
  make(kUsual | TVS_INFOTIP);
  const HWND tips = reinterpret_cast<HWND>(send(tree, TVM_GETTOOLTIPS));
  ASSERT_NE(tips, nullptr);
  HTREEITEM asked = nullptr;
  on_notify = [&](const NMHDR& header) {
    if (header.code != TVN_GETINFOTIPW) return;
    const auto& about = reinterpret_cast<const NMTVGETINFOTIPW&>(header);
    asked = about.hItem;
    EXPECT_EQ(about.lParam, 5);
    lstrcpyW(about.pszText, L"about epsilon");
  };
  const RECT place = rect(e);
  send_mouse(MOUSEEVENTF_MOVE, in(tree, place.left + 3, place.top + 3));
  pump();
  EXPECT_EQ(send(tips, TTM_GETTOOLCOUNT), 1);
  NMTTDISPINFOW about{};
  about.hdr = {tips, reinterpret_cast<UINT_PTR>(e) & 0xFFFFFFFF, TTN_GETDISPINFOW};
  send(tree, WM_NOTIFY, about.hdr.idFrom, reinterpret_cast<LPARAM>(&about));
  EXPECT_EQ(asked, e);
  EXPECT_EQ(std::u16string(base::as_char16(about.lpszText)), u"about epsilon");
  EXPECT_EQ(reinterpret_cast<HWND>(send(tree, TVM_SETTOOLTIPS)), tips);
  EXPECT_EQ(send(tree, TVM_GETTOOLTIPS), 0);
}

// Without it: a label that does not fit.
TEST_F(TreeViewTest, ATipShowsWhatIsCutOff) {
  make();
  const HWND tips = reinterpret_cast<HWND>(send(tree, TVM_GETTOOLTIPS));
  const auto tip = [&](HTREEITEM item) {
    NMTTDISPINFOW about{};
    about.hdr = {tips, reinterpret_cast<UINT_PTR>(item) & 0xFFFFFFFF, TTN_GETDISPINFOW};
    send(tree, WM_NOTIFY, about.hdr.idFrom, reinterpret_cast<LPARAM>(&about));
    return std::u16string(base::as_char16(about.lpszText));
  };
  const std::u16string text = u"a label that is very much wider than the control that it is in";
  EXPECT_EQ(tip(insert(text, TVI_ROOT)), text);
  EXPECT_EQ(tip(a), u"");
}

// Notifications may delete items or destroy the control.
TEST_F(TreeViewTest, AHandlerMayDestroyTheTreeOrItsItems) {
  for (const UINT at : {UINT{TVN_SELCHANGINGW}, UINT{TVN_SELCHANGEDW}, UINT{TVN_ITEMEXPANDINGW},
                        UINT{TVN_ITEMEXPANDEDW}, UINT{TVN_ITEMCHANGINGW}, UINT{TVN_ITEMCHANGEDW},
                        UINT{TVN_DELETEITEMW}, UINT{TVN_KEYDOWN}, static_cast<UINT>(NM_CLICK),
                        static_cast<UINT>(NM_CUSTOMDRAW), static_cast<UINT>(NM_SETFOCUS)}) {
    for (const bool whole : {false, true}) {
      make();
      on_notify = [&](const NMHDR& header) {
        if (header.code != at) return;
        if (whole) {
          DestroyWindow(tree);
        } else {
          ask(TVM_DELETEITEM, TVI_ROOT);
        }
      };
      ask(TVM_SELECTITEM, c, TVGN_CARET);
      UpdateWindow(tree);
      click(tree, 30, 5);
      if (IsWindow(tree)) SetFocus(tree);
      press(VK_RIGHT);
      press(VK_DOWN);
      ask(TVM_DELETEITEM, e);
      DestroyWindow(tree);
      EXPECT_FALSE(IsWindow(tree));
      on_notify = nullptr;
    }
  }
}

TEST_F(TreeViewTest, ALabelsNotificationsMayDestroyTheTree) {
  for (const UINT at : {UINT{TVN_BEGINLABELEDITW}, UINT{TVN_ENDLABELEDITW}}) {
    make(kUsual | TVS_EDITLABELS);
    on_notify = [&](const NMHDR& header) {
      if (header.code == at) DestroyWindow(tree);
    };
    ask(TVM_EDITLABELW, a);
    if (IsWindow(tree)) press(VK_RETURN);
    EXPECT_FALSE(IsWindow(tree));
    on_notify = nullptr;
  }
}

}  // namespace
}  // namespace transom::comctl
