// Buttons under the mouse and the keyboard, and what they tell their parents. Orders that the
// documentation leaves open are as under Wine 8.0.
// https://learn.microsoft.com/windows/win32/controls/button-messages
#include <gmock/gmock.h>

#include "user32/control/control_test_support.h"

namespace transom::user {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Buttons : public ControlTest {
 protected:
  HWND button(DWORD style, RECT place = {10, 10, 110, 40}, UINT_PTR id = 77) {
    const HWND made = control(L"Button", L"te&xt", style, place, id);
    pump();
    log.clear();
    return made;
  }
  static LRESULT check_of(HWND handle) { return send(handle, BM_GETCHECK); }
  static LRESULT state_of(HWND handle) { return send(handle, BM_GETSTATE); }
};

// https://learn.microsoft.com/windows/win32/controls/bn-clicked
TEST_F(Buttons, AClickPushesTheButtonAndTellsTheParentWhenItIsLetGo) {
  TRANSOM_CHECKS(BN_CLICKED);
  const HWND push = button(BS_PUSHBUTTON);
  send_mouse(MOUSEEVENTF_LEFTDOWN, in(push, 5, 5));
  pump();
  EXPECT_EQ(GetCapture(), push);
  EXPECT_EQ(GetFocus(), push);
  EXPECT_EQ(state_of(push), BST_PUSHED | BST_FOCUS);
  EXPECT_THAT(notifications(), IsEmpty());
  send_mouse(MOUSEEVENTF_LEFTUP, in(push, 5, 5));
  pump();
  EXPECT_EQ(GetCapture(), nullptr);
  EXPECT_EQ(state_of(push), BST_FOCUS);
  const Received* command = first(WM_COMMAND);
  ASSERT_NE(command, nullptr);
  EXPECT_EQ(command->wparam, static_cast<WPARAM>(MAKEWPARAM(77, BN_CLICKED)));
  EXPECT_EQ(reinterpret_cast<HWND>(command->lparam), push);
}

TEST_F(Buttons, TheMouseMustBeOnTheButtonWhenItIsLetGo) {
  const HWND push = button(BS_PUSHBUTTON);
  send_mouse(MOUSEEVENTF_LEFTDOWN, in(push, 5, 5));
  pump();
  send_mouse(0, in(push, 150, 5));
  pump();
  EXPECT_EQ(state_of(push), BST_FOCUS);
  EXPECT_EQ(GetCapture(), push);
  send_mouse(0, in(push, 50, 5));
  pump();
  EXPECT_EQ(state_of(push), BST_PUSHED | BST_FOCUS);
  send_mouse(MOUSEEVENTF_LEFTUP, in(push, 150, 5));
  pump();
  EXPECT_THAT(notifications(), IsEmpty());
  EXPECT_EQ(GetCapture(), nullptr);
}

TEST_F(Buttons, TheSpaceBarIsAsTheMouse) {
  const HWND push = button(BS_PUSHBUTTON);
  SetFocus(push);
  send_key(VK_SPACE, true);
  pump();
  EXPECT_EQ(state_of(push), BST_PUSHED | BST_FOCUS);
  send_key(VK_SPACE, false);
  pump();
  EXPECT_THAT(notifications(), ElementsAre(BN_CLICKED));
}

// https://learn.microsoft.com/windows/win32/controls/button-messages: WM_KILLFOCUS
TEST_F(Buttons, LosingTheFocusEndsAPressWithoutAClick) {
  const HWND push = button(BS_PUSHBUTTON);
  SetFocus(push);
  send_key(VK_SPACE, true);
  pump();
  SetFocus(window);
  EXPECT_EQ(state_of(push), BST_UNCHECKED);
  EXPECT_EQ(GetCapture(), nullptr);
  send_key(VK_SPACE, false);
  pump();
  EXPECT_THAT(notifications(), IsEmpty());
}

TEST_F(Buttons, AnotherKeyThanTabEndsWhatTheSpaceBarHasBegun) {
  const HWND push = button(BS_PUSHBUTTON);
  SetFocus(push);
  send_key(VK_SPACE, true);
  strike(VK_TAB);
  pump();
  EXPECT_EQ(state_of(push), BST_PUSHED | BST_FOCUS);
  strike('A');
  pump();
  EXPECT_EQ(state_of(push), BST_FOCUS);
  send_key(VK_SPACE, false);
  pump();
  EXPECT_THAT(notifications(), IsEmpty());
}

TEST_F(Buttons, AutomaticCheckBoxesCheckThemselves) {
  const HWND plain = button(BS_CHECKBOX), two = button(BS_AUTOCHECKBOX),
             three = button(BS_AUTO3STATE);
  click(plain);
  EXPECT_EQ(check_of(plain), BST_UNCHECKED);
  ShowWindow(plain, SW_HIDE);
  std::vector<LRESULT> states;
  for (int i = 0; i < 2; ++i) {
    click(two);
    states.push_back(check_of(two));
  }
  ShowWindow(two, SW_HIDE);
  for (int i = 0; i < 3; ++i) {
    click(three);
    states.push_back(check_of(three));
  }
  EXPECT_THAT(states, ElementsAre(BST_CHECKED, BST_UNCHECKED, BST_CHECKED, BST_INDETERMINATE,
                                  BST_UNCHECKED));
}

// https://learn.microsoft.com/windows/win32/controls/button-types-and-styles#radio-buttons
TEST_F(Buttons, AnAutomaticRadioButtonClearsTheOthersOfItsGroup) {
  HWND radios[4];
  for (int i = 0; i < 4; ++i) {
    radios[i] = button(BS_AUTORADIOBUTTON | (i % 3 == 0 ? WS_GROUP : 0),
                       {10, 10 + 20 * i, 90, 30 + 20 * i}, 10u + static_cast<UINT>(i));
  }
  click(radios[3]);
  click(radios[0]);
  click(radios[1]);
  EXPECT_EQ(check_of(radios[0]), BST_UNCHECKED);
  EXPECT_EQ(check_of(radios[1]), BST_CHECKED);
  EXPECT_EQ(check_of(radios[3]), BST_CHECKED) << "of another group";
  EXPECT_EQ(style_of(radios[0]) & WS_TABSTOP, 0u);
  EXPECT_NE(style_of(radios[1]) & WS_TABSTOP, 0u);
}

// https://learn.microsoft.com/windows/win32/controls/bm-setdontclick
TEST_F(Buttons, ARadioButtonIsChosenByTheFocusUnlessToldOtherwise) {
  const HWND first_radio = button(BS_AUTORADIOBUTTON | WS_GROUP);
  SetFocus(first_radio);
  EXPECT_THAT(notifications(), ElementsAre(BN_CLICKED));
  EXPECT_EQ(check_of(first_radio), BST_CHECKED);
  const HWND second_radio = button(BS_AUTORADIOBUTTON);
  send(second_radio, BM_SETDONTCLICK, TRUE);
  SetFocus(second_radio);
  EXPECT_THAT(notifications(), IsEmpty());
  EXPECT_EQ(check_of(second_radio), BST_UNCHECKED);
}

// https://learn.microsoft.com/windows/win32/controls/bn-doubleclicked
TEST_F(Buttons, RadioAndOwnerDrawnButtonsTellOfDoubleClicks) {
  TRANSOM_CHECKS(BN_DOUBLECLICKED);
  for (const DWORD style : {BS_RADIOBUTTON, BS_OWNERDRAW, BS_USERBUTTON, BS_NOTIFY}) {
    const HWND handle = button(static_cast<DWORD>(style) | WS_GROUP);
    click(handle);
    log.clear();
    click(handle);
    const std::vector<int> codes = notifications();
    ASSERT_THAT(codes, testing::Contains(BN_DOUBLECLICKED)) << style;
    EXPECT_THAT(codes, testing::Not(testing::Contains(BN_CLICKED))) << style;
    DestroyWindow(handle);
  }
  const HWND push = button(BS_PUSHBUTTON);
  click(push);
  click(push);
  EXPECT_THAT(notifications(), ElementsAre(BN_CLICKED, BN_CLICKED));
}

// https://learn.microsoft.com/windows/win32/controls/bn-setfocus
TEST_F(Buttons, TellOfTheFocusWhereTheyHaveBsNotify) {
  TRANSOM_CHECKS(BN_SETFOCUS);
  TRANSOM_CHECKS(BN_KILLFOCUS);
  const HWND push = button(BS_PUSHBUTTON | BS_NOTIFY);
  click(push);
  SetFocus(window);
  EXPECT_THAT(notifications(), ElementsAre(BN_SETFOCUS, BN_CLICKED, BN_KILLFOCUS));
}

// https://learn.microsoft.com/windows/win32/controls/bn-hilite
TEST_F(Buttons, UserButtonsTellWhatProgramsOfOldDraw) {
  TRANSOM_CHECKS(BN_PAINT);
  TRANSOM_CHECKS(BN_HILITE);
  TRANSOM_CHECKS(BN_UNHILITE);
  TRANSOM_CHECKS(BN_DISABLE);
  const HWND user = button(BS_USERBUTTON);
  InvalidateRect(user, nullptr, FALSE);
  pump();
  EXPECT_THAT(notifications(), ElementsAre(BN_PAINT));
  log.clear();
  SetFocus(user);
  log.clear();
  send_mouse(MOUSEEVENTF_LEFTDOWN, in(user, 5, 5));
  pump();
  EXPECT_THAT(notifications(), ElementsAre(BN_PAINT, BN_HILITE));
  EXPECT_EQ(state_of(user), BST_PUSHED | BST_FOCUS);
  send_mouse(MOUSEEVENTF_LEFTUP, in(user, 5, 5));
  pump();
  EXPECT_THAT(notifications(), ElementsAre(BN_PAINT, BN_HILITE, BN_PAINT, BN_UNHILITE, BN_CLICKED));
  log.clear();
  EnableWindow(user, FALSE);
  EXPECT_THAT(notifications(), testing::Contains(BN_DISABLE));
  EXPECT_EQ(reinterpret_cast<HWND>(first(WM_COMMAND)->lparam), user);
}

// https://learn.microsoft.com/windows/win32/controls/wm-drawitem
TEST_F(Buttons, OwnerDrawnButtonsAskForEachChange) {
  TRANSOM_CHECKS(WM_DRAWITEM);
  const HWND owned = button(BS_OWNERDRAW);
  std::vector<std::pair<UINT, UINT>> drawn;
  on_message = [&](const Received& received) {
    if (received.message != WM_DRAWITEM) return;
    const auto& item = *reinterpret_cast<const DRAWITEMSTRUCT*>(received.lparam);
    EXPECT_EQ(received.wparam, 77u);
    EXPECT_EQ(item.CtlType, static_cast<UINT>(ODT_BUTTON));
    EXPECT_EQ(item.CtlID, 77u);
    EXPECT_EQ(item.hwndItem, owned);
    EXPECT_EQ(WindowFromDC(item.hDC), owned);
    EXPECT_EQ(item.rcItem.right, 100);
    EXPECT_EQ(item.rcItem.bottom, 30);
    drawn.emplace_back(item.itemAction, item.itemState);
  };
  send_mouse(MOUSEEVENTF_LEFTDOWN, in(owned, 5, 5));
  pump();
  send_mouse(MOUSEEVENTF_LEFTUP, in(owned, 5, 5));
  pump();
  EXPECT_THAT(drawn, ElementsAre(std::pair(ODA_FOCUS, ODS_FOCUS),
                                 std::pair(ODA_SELECT, ODS_FOCUS | ODS_SELECTED),
                                 std::pair(ODA_SELECT, ODS_FOCUS)));
  drawn.clear();
  SetFocus(window);
  EnableWindow(owned, FALSE);
  EXPECT_EQ(drawn.back(), (std::pair<UINT, UINT>(ODA_DRAWENTIRE, ODS_DISABLED)));
}

// https://learn.microsoft.com/windows/win32/controls/bm-click
TEST_F(Buttons, BmClickIsAClick) {
  const HWND box = button(BS_AUTOCHECKBOX);
  send(box, BM_CLICK);
  EXPECT_EQ(check_of(box), BST_CHECKED);
  EXPECT_THAT(notifications(), ElementsAre(BN_CLICKED));
  EXPECT_EQ(GetFocus(), box);
}

TEST_F(Buttons, ADestroyedButtonSaysNoMore) {
  const HWND box = button(BS_AUTOCHECKBOX | BS_NOTIFY);
  on_message = [&](const Received& received) {
    if (received.message == WM_COMMAND) DestroyWindow(box);
  };
  click(box);
  EXPECT_FALSE(IsWindow(box));
  EXPECT_THAT(notifications(), ElementsAre(BN_SETFOCUS, BN_KILLFOCUS));
}

// https://learn.microsoft.com/windows/win32/controls/button-messages: WM_CHAR
TEST_F(Buttons, PlusAndMinusSetCheckBoxes) {
  const HWND box = button(BS_CHECKBOX);
  SetFocus(box);
  strike(VK_OEM_PLUS);
  pump();
  EXPECT_EQ(check_of(box), BST_CHECKED);
  strike(VK_OEM_MINUS);
  pump();
  EXPECT_EQ(check_of(box), BST_UNCHECKED);
}

// https://learn.microsoft.com/windows/win32/controls/bm-setcheck
TEST_F(Buttons, OnlyBoxesAndRadioButtonsCanBeChecked) {
  const HWND push = button(BS_PUSHBUTTON), two = button(BS_CHECKBOX), three = button(BS_3STATE);
  for (const HWND handle : {push, two, three}) send(handle, BM_SETCHECK, 7);
  EXPECT_EQ(check_of(push), BST_UNCHECKED);
  EXPECT_EQ(check_of(two), BST_CHECKED);
  EXPECT_EQ(check_of(three), BST_INDETERMINATE);
  EXPECT_EQ(state_of(three), BST_INDETERMINATE);
}

// https://learn.microsoft.com/windows/win32/controls/button-messages: WM_GETDLGCODE
TEST_F(Buttons, TellDialogsWhatTheyAre) {
  const auto code = [&](DWORD style) { return send(button(style), WM_GETDLGCODE); };
  EXPECT_EQ(code(BS_PUSHBUTTON), DLGC_BUTTON | DLGC_UNDEFPUSHBUTTON);
  EXPECT_EQ(code(BS_DEFPUSHBUTTON), DLGC_BUTTON | DLGC_DEFPUSHBUTTON);
  EXPECT_EQ(code(BS_AUTOCHECKBOX), DLGC_BUTTON | DLGC_WANTCHARS);
  EXPECT_EQ(code(BS_AUTORADIOBUTTON), DLGC_BUTTON | DLGC_RADIOBUTTON);
  EXPECT_EQ(code(BS_GROUPBOX), DLGC_STATIC);
}

TEST_F(Buttons, TheMouseGoesThroughAGroupBox) {
  const HWND group = button(BS_GROUPBOX);
  const POINT point = in(group, 5, 5);
  EXPECT_EQ(send(group, WM_NCHITTEST, 0, MAKELONG(point.x, point.y)), HTTRANSPARENT);
  click(group);
  EXPECT_EQ(first(WM_LBUTTONDOWN)->window, window);
}

// https://learn.microsoft.com/windows/win32/controls/bm-setstyle
TEST_F(Buttons, BmSetStyleChangesTheType) {
  const HWND handle = button(BS_PUSHBUTTON | BS_NOTIFY);
  send(handle, BM_SETSTYLE, BS_DEFPUSHBUTTON, TRUE);
  EXPECT_EQ(style_of(handle) & 0xFFFF, static_cast<DWORD>(BS_DEFPUSHBUTTON | BS_NOTIFY));
}

// https://learn.microsoft.com/windows/win32/controls/bm-setimage
TEST_F(Buttons, BmSetImageAnswersTheImageOfBefore) {
  const HWND handle = button(BS_ICON);
  const auto icon = reinterpret_cast<LPARAM>(LoadIconW(nullptr, MAKEINTRESOURCEW(32512)));
  EXPECT_EQ(send(handle, BM_SETIMAGE, IMAGE_ICON, icon), 0);
  EXPECT_EQ(send(handle, BM_GETIMAGE, IMAGE_ICON), icon);
  EXPECT_EQ(send(handle, BM_GETIMAGE, IMAGE_BITMAP), 0);
  EXPECT_EQ(send(handle, BM_SETIMAGE, IMAGE_ICON, 0), icon);
}

TEST_F(Buttons, KeepTheFontThatTheyAreGiven) {
  const HWND handle = button(BS_PUSHBUTTON);
  EXPECT_EQ(send(handle, WM_GETFONT), 0);
  const auto font = reinterpret_cast<WPARAM>(GetStockObject(DEFAULT_GUI_FONT));
  send(handle, WM_SETFONT, font, TRUE);
  EXPECT_EQ(send(handle, WM_GETFONT), static_cast<LRESULT>(font));
}

WNDPROC original;

LRESULT CALLBACK passes_on(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  return CallWindowProcW(original, handle, message, wparam, lparam);
}

TEST_F(Buttons, TheClassCanBeTheBaseOfAnother) {
  WNDCLASSW described{};
  ASSERT_TRUE(GetClassInfoW(nullptr, L"Button", &described));
  original = std::exchange(described.lpfnWndProc, passes_on);
  described.lpszClassName = L"ButtonTestDerived";
  described.style &= ~static_cast<UINT>(CS_GLOBALCLASS);
  described.hInstance = GetModuleHandleW(nullptr);
  ASSERT_NE(RegisterClassW(&described), 0);
  const HWND derived = control(L"ButtonTestDerived", L"", BS_AUTOCHECKBOX);
  click(derived);
  EXPECT_EQ(check_of(derived), BST_CHECKED);
}

}  // namespace
}  // namespace transom::user
