// Combo boxes with an edit control.
#include "user32/control/combo_box/combo_box_test_support.h"

namespace transom::user {
namespace {

class ComboEdit : public ComboTest {
 protected:
  std::pair<int, int> edit_selection() const {
    DWORD begin = 99, end = 99;
    send(CB_GETEDITSEL, reinterpret_cast<WPARAM>(&begin), reinterpret_cast<LPARAM>(&end));
    return {begin, end};
  }
};

// https://learn.microsoft.com/windows/win32/controls/cbn-editchange
TEST_F(ComboEdit, TypingIsToldBeforeAndAfterItShows) {
  TRANSOM_CHECKS(CBN_EDITUPDATE);
  TRANSOM_CHECKS(CBN_EDITCHANGE);
  make(CBS_DROPDOWN | CBS_AUTOHSCROLL, 4);
  send(CB_SETCURSEL, 1);
  SetFocus(combo);
  EXPECT_EQ(GetFocus(), edit);
  EXPECT_EQ(notifications(), Codes{CBN_SETFOCUS});
  EXPECT_EQ(edit_selection(), (std::pair{0, 6}));
  press('X');
  EXPECT_EQ(notifications(), (Codes{CBN_EDITUPDATE, CBN_EDITCHANGE}));
  EXPECT_EQ(text(), u"x");
  // Edited text is nobody's selection.
  EXPECT_EQ(send(CB_GETCURSEL), CB_ERR);
}

TEST_F(ComboEdit, TextThatTheProgramSetsIsNotTold) {
  make(CBS_DROPDOWN | CBS_AUTOHSCROLL, 4);
  SetWindowTextW(combo, L"hello");
  send(CB_SETCURSEL, 2);
  EXPECT_EQ(text(), u"item 2");
  send(CB_SETCURSEL, static_cast<WPARAM>(-1));
  EXPECT_EQ(text(), u"");
  EXPECT_EQ(notifications(), Codes{});
}

TEST_F(ComboEdit, KeysOfTheListPassTheEditControlBy) {
  TRANSOM_CHECKS(CBN_SELENDOK);
  TRANSOM_CHECKS(CBN_SELENDCANCEL);
  make(CBS_DROPDOWN | CBS_AUTOHSCROLL, 4);
  SetFocus(combo);
  notifications();
  press(VK_DOWN);
  EXPECT_EQ(notifications(), (Codes{CBN_SELENDOK, CBN_SELCHANGE}));
  EXPECT_EQ(text(), u"item 0");
  press(VK_DOWN, VK_MENU);
  EXPECT_TRUE(send(CB_GETDROPPEDSTATE));
  press(VK_DOWN);
  press(VK_RETURN);
  EXPECT_EQ(notifications(), (Codes{CBN_DROPDOWN, CBN_SELCHANGE, CBN_SELENDOK, CBN_CLOSEUP}));
  EXPECT_EQ(text(), u"item 1");
  press(VK_F4);
  press(VK_ESCAPE);
  EXPECT_EQ(notifications(), (Codes{CBN_DROPDOWN, CBN_SELENDCANCEL, CBN_CLOSEUP}));
  // Left and right move in the text.
  press(VK_HOME);
  press(VK_RIGHT);
  EXPECT_EQ(edit_selection(), (std::pair{1, 1}));
}

TEST_F(ComboEdit, TheListOpensAtWhatWasTyped) {
  make(CBS_DROPDOWN | CBS_AUTOHSCROLL);
  for (const char16_t* item : {u"alpha", u"beta", u"gamma"}) add(item);
  SetFocus(combo);
  press('G');
  press(VK_F4);
  EXPECT_EQ(send(CB_GETCURSEL), 2);
  EXPECT_EQ(text(), u"gamma");
}

TEST_F(ComboEdit, AChoiceByMouseFillsTheEditControl) {
  TRANSOM_CHECKS(CBN_CLOSEUP);
  make(CBS_DROPDOWN | CBS_AUTOHSCROLL, 4);
  click(on_combo());
  click(on_item(2));
  EXPECT_EQ(text(), u"item 2");
  EXPECT_EQ(edit_selection(), (std::pair{0, 6}));
  EXPECT_EQ(notifications(),
            (Codes{CBN_SETFOCUS, CBN_DROPDOWN, CBN_SELENDOK, CBN_CLOSEUP, CBN_SELCHANGE}));
}

// https://learn.microsoft.com/windows/win32/controls/cbn-dblclk
TEST_F(ComboEdit, ASimpleComboBoxShowsItsListAndTellsDoubleClicks) {
  TRANSOM_CHECKS(CBN_DBLCLK);
  TRANSOM_CHECKS(CBN_SELCHANGE);
  make(CBS_SIMPLE | CBS_AUTOHSCROLL, 4);
  EXPECT_TRUE(IsWindowVisible(list));
  EXPECT_EQ(GetParent(list), combo);
  click(on_item(1));
  EXPECT_EQ(notifications(), (Codes{CBN_SETFOCUS, CBN_SELENDOK, CBN_SELCHANGE}));
  EXPECT_EQ(text(), u"item 1");
  EXPECT_EQ(GetFocus(), edit);
  for (int i = 0; i < 2; ++i) {
    send_mouse(MOUSEEVENTF_LEFTDOWN, on_item(3));
    send_mouse(MOUSEEVENTF_LEFTUP, on_item(3));
  }
  pump();
  EXPECT_EQ(notifications(), (Codes{CBN_SELENDOK, CBN_SELCHANGE, CBN_DBLCLK}));
  send(CB_SHOWDROPDOWN, FALSE);
  EXPECT_TRUE(IsWindowVisible(list));
}

TEST_F(ComboEdit, FocusWithinTheComboBoxIsNoLoss) {
  TRANSOM_CHECKS(CBN_KILLFOCUS);
  make(CBS_DROPDOWN, 4);
  SetFocus(combo);
  SetFocus(combo);
  EXPECT_EQ(notifications(), Codes{CBN_SETFOCUS});
  SetFocus(window);
  EXPECT_EQ(notifications(), Codes{CBN_KILLFOCUS});
}

// https://learn.microsoft.com/windows/win32/controls/cb-seteditsel
TEST_F(ComboEdit, EditMessagesReachTheEditControl) {
  make(CBS_DROPDOWN | CBS_AUTOHSCROLL);
  SetWindowTextW(combo, L"abcdef");
  EXPECT_EQ(send(CB_SETEDITSEL, 0, MAKELPARAM(1, 3)), TRUE);
  EXPECT_EQ(edit_selection(), (std::pair{1, 3}));
  EXPECT_EQ(send(CB_GETEDITSEL), MAKELONG(1, 3));
  send(WM_CLEAR);
  EXPECT_EQ(text(), u"adef");
  send(WM_UNDO);
  EXPECT_EQ(text(), u"abcdef");
  EnableWindow(combo, FALSE);
  EXPECT_FALSE(IsWindowEnabled(edit));
}

}  // namespace
}  // namespace transom::user
