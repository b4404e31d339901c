// Selecting in a list box with mouse and keyboard, and the notifications.
#include "user32/control/list_box/list_box_test_support.h"

namespace transom::user {
namespace {

using ListSelection = ListTest;

// https://learn.microsoft.com/windows/win32/controls/lbn-selchange
TEST_F(ListSelection, AClickSelectsAndTellsWhenTheButtonComesUp) {
  TRANSOM_CHECKS(LBN_SELCHANGE);
  make(LBS_NOTIFY, 20);
  send_mouse(MOUSEEVENTF_LEFTDOWN, middle_of(2));
  pump();
  EXPECT_EQ(send(LB_GETCURSEL), 2);
  EXPECT_EQ(notifications(), Codes{LBN_SETFOCUS});
  send_mouse(MOUSEEVENTF_LEFTUP, middle_of(2));
  pump();
  EXPECT_EQ(notifications(), Codes{LBN_SELCHANGE});
}

TEST_F(ListSelection, WithoutNotifyNothingIsTold) {
  make(0, 5);
  click(1);
  press(VK_DOWN);
  EXPECT_EQ(notifications(), Codes{});
  EXPECT_EQ(send(LB_GETCURSEL), 2);
}

// https://learn.microsoft.com/windows/win32/controls/lbn-dblclk
TEST_F(ListSelection, ADoubleClickIsTold) {
  TRANSOM_CHECKS(LBN_DBLCLK);
  make(LBS_NOTIFY, 5);
  for (int i = 0; i < 2; ++i) {
    send_mouse(MOUSEEVENTF_LEFTDOWN, middle_of(1));
    send_mouse(MOUSEEVENTF_LEFTUP, middle_of(1));
  }
  pump();
  EXPECT_EQ(notifications(), (Codes{LBN_SETFOCUS, LBN_SELCHANGE, LBN_DBLCLK}));
}

// https://learn.microsoft.com/windows/win32/controls/lbn-setfocus
TEST_F(ListSelection, FocusIsTold) {
  TRANSOM_CHECKS(LBN_SETFOCUS);
  TRANSOM_CHECKS(LBN_KILLFOCUS);
  make(LBS_NOTIFY, 5);
  SetFocus(list);
  EXPECT_EQ(notifications(), Codes{LBN_SETFOCUS});
  SetFocus(window);
  EXPECT_EQ(notifications(), Codes{LBN_KILLFOCUS});
}

// https://learn.microsoft.com/windows/win32/controls/lbn-selcancel
TEST_F(ListSelection, APressThatIsCutShortIsCancelled) {
  TRANSOM_CHECKS(LBN_SELCANCEL);
  make(LBS_NOTIFY, 5);
  click(1);
  notifications();
  send_mouse(MOUSEEVENTF_LEFTDOWN, middle_of(3));
  pump();
  EXPECT_EQ(send(LB_GETCURSEL), 3);
  // As a dialog that opens does.
  EnableWindow(window, FALSE);
  EnableWindow(window, TRUE);
  ReleaseCapture();
  EXPECT_EQ(notifications(), Codes{LBN_SELCANCEL});
  EXPECT_EQ(send(LB_GETCURSEL), 1);
  send_mouse(MOUSEEVENTF_LEFTUP, middle_of(3));
  pump();
  EXPECT_EQ(notifications(), Codes{});
}

TEST_F(ListSelection, TheSelectionFollowsTheDrag) {
  make(LBS_NOTIFY, 20);
  send_mouse(MOUSEEVENTF_LEFTDOWN, middle_of(1));
  send_mouse(0, middle_of(3));
  pump();
  EXPECT_EQ(send(LB_GETCURSEL), 3);
  // Below the list it scrolls.
  POINT below = middle_of(3);
  below.y += 200;
  send_mouse(0, below);
  pump();
  Sleep(130);
  pump();
  EXPECT_GT(send(LB_GETTOPINDEX), 0);
  EXPECT_GT(send(LB_GETCURSEL), 5);
  send_mouse(MOUSEEVENTF_LEFTUP, below);
  pump();
  EXPECT_EQ(notifications(), (Codes{LBN_SETFOCUS, LBN_SELCHANGE}));
}

TEST_F(ListSelection, KeysMoveTheSelectionByLineAndPage) {
  make(LBS_NOTIFY | WS_VSCROLL, 20);
  SetFocus(list);
  const auto after = [&](WORD key) {
    press(key);
    return send(LB_GETCURSEL);
  };
  EXPECT_EQ(after(VK_DOWN), 0);
  EXPECT_EQ(after(VK_DOWN), 1);
  EXPECT_EQ(after(VK_NEXT), 5);
  EXPECT_EQ(after(VK_NEXT), 10);
  EXPECT_EQ(after(VK_PRIOR), 5);
  EXPECT_EQ(after(VK_END), 19);
  EXPECT_EQ(send(LB_GETTOPINDEX), 14);
  EXPECT_EQ(after(VK_HOME), 0);
  EXPECT_EQ(after(VK_RIGHT), 1);
  EXPECT_EQ(after(VK_LEFT), 0);
  EXPECT_EQ(notifications(), (Codes{LBN_SETFOCUS, 1, 1, 1, 1, 1, 1, 1, 1, 1}));
}

TEST_F(ListSelection, ColumnsAreCrossedByLeftAndRight) {
  make(LBS_MULTICOLUMN | WS_HSCROLL, 20);
  const LRESULT rows = send(LB_GETLISTBOXINFO);
  SetFocus(list);
  press(VK_RIGHT);
  EXPECT_EQ(send(LB_GETCURSEL), rows);
  press(VK_LEFT);
  EXPECT_EQ(send(LB_GETCURSEL), 0);
}

TEST_F(ListSelection, TypingFindsItems) {
  make(0);
  for (const char16_t* text : {u"Adam", u"Bert", u"berta", u"Bill", u"Carl"}) add(text);
  SetFocus(list);
  press('B');
  EXPECT_EQ(send(LB_GETCURSEL), 1);
  // The same letter again: the next that begins with it.
  press('B');
  EXPECT_EQ(send(LB_GETCURSEL), 2);
  press('I');
  EXPECT_EQ(send(LB_GETCURSEL), 2) << "nothing begins with bbi, nothing with i";
  press('C');
  EXPECT_EQ(send(LB_GETCURSEL), 4);
}

TEST_F(ListSelection, TypingGoesOnWithTheWord) {
  make(0);
  for (const char16_t* text : {u"Bert", u"Bill", u"Ida"}) add(text);
  SetFocus(list);
  press('B');
  press('I');
  EXPECT_EQ(send(LB_GETCURSEL), 1);
}

// https://learn.microsoft.com/windows/win32/controls/list-box-styles (LBS_MULTIPLESEL)
TEST_F(ListSelection, MultipleSelectionTogglesWithEachClick) {
  make(LBS_NOTIFY | LBS_MULTIPLESEL, 20);
  click(3);
  click(5);
  click(3);
  EXPECT_EQ(selected(), Indexes{5});
  EXPECT_EQ(send(LB_GETCARETINDEX), 3);
  notifications();
  // An arrow moves the caret and is told nevertheless.
  press(VK_DOWN);
  EXPECT_EQ(notifications(), Codes{LBN_SELCHANGE});
  EXPECT_EQ(selected(), Indexes{5});
  press(VK_SPACE);
  EXPECT_EQ(selected(), (Indexes{4, 5}));
  EXPECT_EQ(send(LB_GETCURSEL), 4);
}

// https://learn.microsoft.com/windows/win32/controls/list-box-styles (LBS_EXTENDEDSEL)
TEST_F(ListSelection, ExtendedSelectionUsesShiftAndControl) {
  make(LBS_NOTIFY | LBS_EXTENDEDSEL, 20);
  click(1);
  click(3, VK_SHIFT);
  EXPECT_EQ(selected(), (Indexes{1, 2, 3}));
  click(5, VK_CONTROL);
  EXPECT_EQ(selected(), (Indexes{1, 2, 3, 5}));
  click(2, VK_CONTROL);
  EXPECT_EQ(selected(), (Indexes{1, 3, 5}));
  EXPECT_EQ(send(LB_GETANCHORINDEX), 2);
  click(4);
  EXPECT_EQ(selected(), Indexes{4});
  press(VK_DOWN, VK_SHIFT);
  press(VK_DOWN, VK_SHIFT);
  EXPECT_EQ(selected(), (Indexes{4, 5, 6}));
  press(VK_UP, VK_SHIFT);
  EXPECT_EQ(selected(), (Indexes{4, 5}));
  press(VK_HOME);
  EXPECT_EQ(selected(), Indexes{0});
  press(VK_END, VK_SHIFT);
  EXPECT_EQ(send(LB_GETSELCOUNT), 20);
}

TEST_F(ListSelection, ADragExtendsFromTheAnchor) {
  make(LBS_EXTENDEDSEL, 20);
  send_mouse(MOUSEEVENTF_LEFTDOWN, middle_of(1));
  send_mouse(0, middle_of(4));
  pump();
  send_mouse(0, middle_of(2));
  send_mouse(MOUSEEVENTF_LEFTUP, middle_of(2));
  pump();
  EXPECT_EQ(selected(), (Indexes{1, 2}));
}

// https://learn.microsoft.com/windows/win32/controls/list-box-styles (LBS_NOSEL)
TEST_F(ListSelection, ItemsOfANoselListAreOnlyLookedAt) {
  make(LBS_NOTIFY | LBS_NOSEL, 5);
  click(2);
  press(VK_DOWN);
  EXPECT_EQ(send(LB_GETCURSEL), LB_ERR);
  EXPECT_EQ(send(LB_SETCURSEL, 1), LB_ERR);
}

TEST_F(ListSelection, MessagesForOneKindFailForTheOther) {
  make(0, 5);
  EXPECT_EQ(send(LB_SETSEL, TRUE, 1), LB_ERR);
  EXPECT_EQ(send(LB_GETSELCOUNT), LB_ERR);
  EXPECT_EQ(send(LB_SELITEMRANGE, TRUE, MAKELPARAM(0, 2)), LB_ERR);
  send(LB_SETCURSEL, 2);
  // https://learn.microsoft.com/windows/win32/controls/lb-setcaretindex
  EXPECT_EQ(send(LB_SETCARETINDEX, 1), LB_ERR);
  const HWND single = list;
  make(LBS_MULTIPLESEL, 5, {120, 10, 200, 100});
  EXPECT_EQ(send(LB_SETCURSEL, 1), LB_ERR);
  EXPECT_EQ(find(LB_SELECTSTRING, -1, u"item"), LB_ERR);
  DestroyWindow(single);
}

// https://learn.microsoft.com/windows/win32/controls/lb-selitemrangeex
TEST_F(ListSelection, RangesAreSelectedAndTakenOut) {
  make(LBS_MULTIPLESEL, 10);
  send(LB_SELITEMRANGE, TRUE, MAKELPARAM(2, 20));
  EXPECT_EQ(send(LB_GETSELCOUNT), 8);
  send(LB_SELITEMRANGEEX, 8, 4);
  EXPECT_EQ(selected(), (Indexes{2, 3, 9}));
  int some[2]{};
  EXPECT_EQ(send(LB_GETSELITEMS, 2, reinterpret_cast<LPARAM>(some)), 2);
  EXPECT_EQ(some[1], 3);
  send(LB_SETSEL, FALSE, -1);
  EXPECT_EQ(send(LB_GETSELCOUNT), 0);
}

TEST_F(ListSelection, TheWheelScrollsThreeLines) {
  make(WS_VSCROLL, 20);
  SetFocus(list);
  send_mouse(MOUSEEVENTF_WHEEL, middle_of(1), static_cast<DWORD>(-WHEEL_DELTA));
  pump();
  EXPECT_EQ(send(LB_GETTOPINDEX), 3);
}

// https://learn.microsoft.com/windows/win32/controls/wm-vkeytoitem
TEST_F(ListSelection, TheOwnerMayTakeKeys) {
  TRANSOM_CHECKS(WM_VKEYTOITEM);
  make(LBS_NOTIFY | LBS_WANTKEYBOARDINPUT, 10);
  SetFocus(list);
  notifications();
  LRESULT reply = -1;
  answer = [&](const Received& received) -> std::optional<LRESULT> {
    if (received.message != WM_VKEYTOITEM) return std::nullopt;
    EXPECT_EQ(LOWORD(received.wparam), VK_DOWN);
    EXPECT_EQ(received.lparam, reinterpret_cast<LPARAM>(list));
    return reply;
  };
  press(VK_DOWN);
  EXPECT_EQ(send(LB_GETCURSEL), 0);
  reply = -2;
  press(VK_DOWN);
  EXPECT_EQ(send(LB_GETCURSEL), 0);
  reply = 7;
  log.clear();
  press(VK_DOWN);
  EXPECT_EQ(send(LB_GETCURSEL), 7);
  EXPECT_EQ(HIWORD(first(WM_VKEYTOITEM)->wparam), 0) << "the caret's item from before";
}

// https://learn.microsoft.com/windows/win32/controls/wm-chartoitem
TEST_F(ListSelection, AnOwnerWithoutStringsIsAskedAboutCharacters) {
  TRANSOM_CHECKS(WM_CHARTOITEM);
  make(LBS_OWNERDRAWFIXED | LBS_WANTKEYBOARDINPUT);
  for (int item = 0; item < 5; ++item) send(LB_ADDSTRING, 0, item);
  SetFocus(list);
  log.clear();
  answer = [](const Received& received) -> std::optional<LRESULT> {
    return received.message == WM_CHARTOITEM ? std::optional<LRESULT>(3) : std::nullopt;
  };
  press('Q');
  ASSERT_NE(first(WM_CHARTOITEM), nullptr);
  EXPECT_EQ(LOWORD(first(WM_CHARTOITEM)->wparam), 'q');
  EXPECT_EQ(first(WM_CHARTOITEM)->lparam, reinterpret_cast<LPARAM>(list));
  EXPECT_EQ(send(LB_GETCURSEL), 3);
}

}  // namespace
}  // namespace transom::user
