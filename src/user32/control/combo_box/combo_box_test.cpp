// Combo boxes with real input. Those with an edit control are tested in combo_edit_test.cpp.
#include "user32/control/combo_box/combo_box_test_support.h"

namespace transom::user {
namespace {

using DropDownList = ComboTest;

// https://learn.microsoft.com/windows/win32/controls/about-combo-boxes
TEST_F(DropDownList, TheHeightAskedForIsThatOfTheDroppedList) {
  make(CBS_DROPDOWNLIST, 3);
  RECT closed, dropped;
  GetWindowRect(combo, &closed);
  EXPECT_LT(closed.bottom - closed.top, 40);
  EXPECT_TRUE(send(CB_GETDROPPEDCONTROLRECT, 0, reinterpret_cast<LPARAM>(&dropped)));
  EXPECT_EQ(dropped.bottom - dropped.top, 120);
  SetWindowPos(combo, nullptr, 0, 0, 150, 200, SWP_NOMOVE | SWP_NOZORDER);
  send(CB_GETDROPPEDCONTROLRECT, 0, reinterpret_cast<LPARAM>(&dropped));
  EXPECT_EQ(dropped.right - dropped.left, 150);
  EXPECT_EQ(dropped.bottom - dropped.top, 200);
  RECT still;
  GetWindowRect(combo, &still);
  EXPECT_EQ(still.bottom - still.top, closed.bottom - closed.top);
}

// https://learn.microsoft.com/windows/win32/controls/cbn-dropdown
TEST_F(DropDownList, AClickDropsTheListAndAnotherChooses) {
  TRANSOM_CHECKS(CBN_DROPDOWN);
  TRANSOM_CHECKS(CBN_CLOSEUP);
  TRANSOM_CHECKS(CBN_SELENDOK);
  TRANSOM_CHECKS(CBN_SELCHANGE);
  make(CBS_DROPDOWNLIST, 4);
  click(on_combo());
  EXPECT_EQ(notifications(), (Codes{CBN_SETFOCUS, CBN_DROPDOWN}));
  EXPECT_TRUE(send(CB_GETDROPPEDSTATE));
  EXPECT_TRUE(IsWindowVisible(list));
  // Passing over an item marks it, and nobody is told.
  send_mouse(0, on_item(1));
  pump();
  EXPECT_EQ(send(CB_GETCURSEL), 1);
  EXPECT_EQ(notifications(), Codes{});
  click(on_item(2));
  EXPECT_EQ(notifications(), (Codes{CBN_SELENDOK, CBN_CLOSEUP, CBN_SELCHANGE}));
  EXPECT_EQ(send(CB_GETCURSEL), 2);
  EXPECT_EQ(text(), u"item 2");
  EXPECT_FALSE(IsWindowVisible(list));
  EXPECT_EQ(GetCapture(), nullptr);
}

// https://learn.microsoft.com/windows/win32/controls/cbn-selendcancel
TEST_F(DropDownList, AClickElsewhereCancels) {
  TRANSOM_CHECKS(CBN_SELENDCANCEL);
  make(CBS_DROPDOWNLIST, 4);
  send(CB_SETCURSEL, 3);
  click(on_combo());
  send_mouse(0, on_item(0));
  pump();
  notifications();
  click({390, 290});
  EXPECT_EQ(notifications(), (Codes{CBN_SELENDCANCEL, CBN_CLOSEUP}));
  EXPECT_EQ(send(CB_GETCURSEL), 3);
}

TEST_F(DropDownList, ADragFromTheButtonChoosesInOneGo) {
  make(CBS_DROPDOWNLIST, 4);
  send_mouse(MOUSEEVENTF_LEFTDOWN, on_combo());
  pump();
  send_mouse(0, on_item(1));
  send_mouse(MOUSEEVENTF_LEFTUP, on_item(1));
  pump();
  EXPECT_EQ(notifications(),
            (Codes{CBN_SETFOCUS, CBN_DROPDOWN, CBN_SELENDOK, CBN_CLOSEUP, CBN_SELCHANGE}));
  EXPECT_EQ(send(CB_GETCURSEL), 1);
}

// https://learn.microsoft.com/windows/win32/controls/cbn-setfocus
TEST_F(DropDownList, LosingTheFocusClosesTheList) {
  TRANSOM_CHECKS(CBN_SETFOCUS);
  TRANSOM_CHECKS(CBN_KILLFOCUS);
  make(CBS_DROPDOWNLIST, 4);
  SetFocus(combo);
  EXPECT_EQ(notifications(), Codes{CBN_SETFOCUS});
  press(VK_F4);
  EXPECT_TRUE(send(CB_GETDROPPEDSTATE));
  notifications();
  SetFocus(window);
  EXPECT_EQ(notifications(), (Codes{CBN_SELENDCANCEL, CBN_CLOSEUP, CBN_KILLFOCUS}));
}

TEST_F(DropDownList, KeysSelectInAClosedList) {
  make(CBS_DROPDOWNLIST, 4);
  SetFocus(combo);
  notifications();
  press(VK_DOWN);
  EXPECT_EQ(notifications(), (Codes{CBN_SELENDOK, CBN_SELCHANGE}));
  press(VK_END);
  EXPECT_EQ(send(CB_GETCURSEL), 3);
  press(VK_UP);
  EXPECT_EQ(text(), u"item 2");
  press('I');
  EXPECT_EQ(send(CB_GETCURSEL), 3);
}

// https://learn.microsoft.com/windows/win32/controls/cb-getextendedui
TEST_F(DropDownList, F4AndAltDownOpenAndClose) {
  make(CBS_DROPDOWNLIST, 4);
  SetFocus(combo);
  press(VK_F4);
  EXPECT_TRUE(send(CB_GETDROPPEDSTATE));
  press(VK_F4);
  EXPECT_FALSE(send(CB_GETDROPPEDSTATE));
  press(VK_DOWN, VK_MENU);
  EXPECT_TRUE(send(CB_GETDROPPEDSTATE));
  notifications();
  press(VK_DOWN);
  EXPECT_EQ(notifications(), Codes{CBN_SELCHANGE});
  press(VK_RETURN);
  EXPECT_EQ(notifications(), (Codes{CBN_SELENDOK, CBN_CLOSEUP}));
  send(CB_SETEXTENDEDUI, TRUE);
  EXPECT_TRUE(send(CB_GETEXTENDEDUI));
  press(VK_F4);
  EXPECT_FALSE(send(CB_GETDROPPEDSTATE));
  press(VK_DOWN);
  EXPECT_TRUE(send(CB_GETDROPPEDSTATE));
  press(VK_ESCAPE);
  EXPECT_FALSE(send(CB_GETDROPPEDSTATE));
}

TEST_F(DropDownList, TheWheelTurnsThroughTheItems) {
  make(CBS_DROPDOWNLIST, 4);
  SetFocus(combo);
  send_mouse(MOUSEEVENTF_WHEEL, on_combo(), static_cast<DWORD>(-WHEEL_DELTA));
  send_mouse(MOUSEEVENTF_WHEEL, on_combo(), static_cast<DWORD>(-WHEEL_DELTA));
  pump();
  EXPECT_EQ(send(CB_GETCURSEL), 1);
  // https://learn.microsoft.com/windows/win32/controls/cb-setextendedui
  send(CB_SETEXTENDEDUI, TRUE);
  send_mouse(MOUSEEVENTF_WHEEL, on_combo(), static_cast<DWORD>(-WHEEL_DELTA));
  pump();
  EXPECT_EQ(send(CB_GETCURSEL), 1);
}

TEST_F(DropDownList, TheScrollBarOfTheListWorksWhileTheListHasTheMouse) {
  make(CBS_DROPDOWNLIST | WS_VSCROLL, 30);
  send(CB_SHOWDROPDOWN, TRUE);
  RECT area;
  GetWindowRect(list, &area);
  click({area.right - 6, area.bottom - 6});
  EXPECT_EQ(send(CB_GETTOPINDEX), 1);
  EXPECT_TRUE(send(CB_GETDROPPEDSTATE));
  EXPECT_EQ(GetCapture(), list);
}

TEST_F(DropDownList, AListNearTheEdgeOfTheScreenDropsUpwards) {
  make(CBS_DROPDOWNLIST, 5);
  SetWindowPos(window, nullptr, 100, GetSystemMetrics(SM_CYSCREEN) - 100, 0, 0,
               SWP_NOSIZE | SWP_NOZORDER);
  send(CB_SHOWDROPDOWN, TRUE);
  RECT own, area;
  GetWindowRect(combo, &own);
  GetWindowRect(list, &area);
  EXPECT_EQ(area.bottom, own.top);
}

// https://learn.microsoft.com/windows/win32/controls/cb-setdroppedwidth
TEST_F(DropDownList, TheDroppedWidthIsAtLeastTheComboBoxs) {
  make(CBS_DROPDOWNLIST, 5);
  EXPECT_EQ(send(CB_SETDROPPEDWIDTH, 300), 300);
  send(CB_SHOWDROPDOWN, TRUE);
  RECT area;
  GetWindowRect(list, &area);
  EXPECT_EQ(area.right - area.left, 300);
  EXPECT_EQ(send(CB_SETDROPPEDWIDTH, 10), 120);
}

TEST_F(DropDownList, MessagesAnswerAsDocumented) {
  make(CBS_DROPDOWNLIST | CBS_SORT);
  for (const char16_t* item : {u"pear", u"apple", u"fig"}) add(item);
  EXPECT_EQ(find(CB_FINDSTRING, -1, u"P"), 2);
  EXPECT_EQ(find(CB_FINDSTRINGEXACT, -1, u"P"), CB_ERR);
  EXPECT_EQ(find(CB_SELECTSTRING, -1, u"fi"), 1);
  EXPECT_EQ(text(), u"fig");
  EXPECT_EQ(send(CB_GETLBTEXTLEN, 0), 5);
  EXPECT_EQ(send(CB_SETCURSEL, 9), CB_ERR);
  EXPECT_EQ(send(CB_SETCURSEL, static_cast<WPARAM>(-1)), CB_ERR);
  EXPECT_EQ(text(), u"");
  EXPECT_EQ(send(CB_SETITEMDATA, 1, 42), TRUE);
  EXPECT_EQ(send(CB_GETITEMDATA, 1), 42);
  EXPECT_EQ(send(CB_DELETESTRING, 0), 2);
  EXPECT_EQ(send(CB_SETEDITSEL, 0, MAKELPARAM(0, 1)), CB_ERR);
  EXPECT_EQ(SendMessageW(combo, WM_SETTEXT, 0, reinterpret_cast<LPARAM>(L"x")), CB_ERR);
  EXPECT_EQ(send(CB_LIMITTEXT, 5), TRUE);
  EXPECT_EQ(send(CB_SETITEMHEIGHT, static_cast<WPARAM>(-1), 30), CB_OKAY);
  EXPECT_EQ(send(CB_GETITEMHEIGHT, static_cast<WPARAM>(-1)), 30);
  EXPECT_EQ(send(CB_RESETCONTENT), CB_OKAY);
  EXPECT_EQ(send(CB_GETCOUNT), 0);
}

TEST_F(DropDownList, ItsListIsNamedByGetComboBoxInfo) {
  make(CBS_DROPDOWNLIST, 2);
  COMBOBOXINFO info{};
  EXPECT_FALSE(GetComboBoxInfo(combo, &info));
  info.cbSize = sizeof info;
  ASSERT_TRUE(GetComboBoxInfo(combo, &info));
  EXPECT_EQ(info.hwndCombo, combo);
  WCHAR name[20];
  GetClassNameW(info.hwndList, name, 20);
  EXPECT_EQ(std::u16string(base::as_char16(name)), u"ComboLBox");
  EXPECT_EQ(info.rcButton.right - info.rcButton.left, GetSystemMetrics(SM_CXVSCROLL));
  EXPECT_FALSE(GetComboBoxInfo(nullptr, &info));
  EXPECT_GT(GetListBoxInfo(info.hwndList), 0u);
}

// https://learn.microsoft.com/windows/win32/controls/cb-setminvisible
TEST_F(DropDownList, MinVisibleSetsTheRowsOfTheList) {
  constexpr UINT kSetMinVisible = 0x1701, kGetMinVisible = 0x1702;
  make(CBS_DROPDOWNLIST, 20);
  EXPECT_EQ(send(kGetMinVisible), 30);
  EXPECT_EQ(send(kSetMinVisible, 8), TRUE);
  EXPECT_EQ(send(kGetMinVisible), 8);
  send(CB_SHOWDROPDOWN, TRUE);
  RECT area;
  GetClientRect(list, &area);
  EXPECT_EQ(area.bottom, 8 * send(CB_GETITEMHEIGHT, 0));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dlgdirlistcomboboxw
TEST_F(DropDownList, DrivesAreListedInAComboBox) {
  make(CBS_DROPDOWNLIST);
  WCHAR pattern[MAX_PATH] = L"*";
  EXPECT_TRUE(DlgDirListComboBoxW(window, pattern, kId, 0, DDL_DRIVES | DDL_EXCLUSIVE));
  EXPECT_GE(find(CB_SELECTSTRING, -1, u"[-c-]"), 0);
  char path[10] = "";
  EXPECT_TRUE(DlgDirSelectComboBoxExA(window, path, 10, kId));
  EXPECT_STREQ(path, "c:");
}

// https://learn.microsoft.com/windows/win32/controls/cbn-errspace
TEST_F(DropDownList, WantOfMemoryIsTold) {
  TRANSOM_CHECKS(CBN_ERRSPACE);
  make(CBS_DROPDOWNLIST);
  EXPECT_EQ(send(CB_INITSTORAGE, 1, PTRDIFF_MAX), CB_ERRSPACE);
  EXPECT_EQ(notifications(), Codes{CBN_ERRSPACE});
}

// https://learn.microsoft.com/windows/win32/controls/combo-box-styles (CBS_UPPERCASE)
TEST_F(DropDownList, CaseStylesChangeWhatIsAdded) {
  make(CBS_DROPDOWNLIST | CBS_UPPERCASE);
  add(u"abc");
  send(CB_SETCURSEL, 0);
  EXPECT_EQ(text(), u"ABC");
}

// https://learn.microsoft.com/windows/win32/controls/wm-ctlcolorlistbox
TEST_F(DropDownList, TheParentIsAskedForTheColoursOfTheParts) {
  TRANSOM_CHECKS(WM_CTLCOLORLISTBOX);
  make(CBS_DROPDOWNLIST, 2);
  InvalidateRect(combo, nullptr, TRUE);
  UpdateWindow(combo);
  ASSERT_NE(first(WM_CTLCOLOREDIT), nullptr);
  EXPECT_EQ(first(WM_CTLCOLOREDIT)->lparam, reinterpret_cast<LPARAM>(combo));
  send(CB_SHOWDROPDOWN, TRUE);
  ASSERT_NE(first(WM_CTLCOLORLISTBOX), nullptr);
  EXPECT_EQ(first(WM_CTLCOLORLISTBOX)->lparam, reinterpret_cast<LPARAM>(list));
}

// https://learn.microsoft.com/windows/win32/controls/about-combo-boxes#owner-drawn-combo-boxes
TEST_F(DropDownList, OwnerDrawingIsAboutTheComboBox) {
  TRANSOM_CHECKS(WM_DRAWITEM);
  TRANSOM_CHECKS(WM_MEASUREITEM);
  TRANSOM_CHECKS(WM_DELETEITEM);
  std::vector<MEASUREITEMSTRUCT> measured;
  std::vector<DRAWITEMSTRUCT> drawn;
  std::vector<DELETEITEMSTRUCT> deleted;
  on_message = [&](const Received& received) {
    if (received.message == WM_MEASUREITEM) {
      measured.push_back(*reinterpret_cast<MEASUREITEMSTRUCT*>(received.lparam));
      reinterpret_cast<MEASUREITEMSTRUCT*>(received.lparam)->itemHeight = 20;
    }
    if (received.message == WM_DRAWITEM) {
      drawn.push_back(*reinterpret_cast<DRAWITEMSTRUCT*>(received.lparam));
    }
    if (received.message == WM_DELETEITEM) {
      deleted.push_back(*reinterpret_cast<DELETEITEMSTRUCT*>(received.lparam));
    }
  };
  make(CBS_DROPDOWNLIST | CBS_OWNERDRAWFIXED);
  ASSERT_EQ(measured.size(), 2u) << "the field and the items";
  EXPECT_EQ(measured[0].itemID, static_cast<UINT>(-1));
  EXPECT_EQ(measured[1].CtlType, static_cast<UINT>(ODT_COMBOBOX));
  EXPECT_EQ(measured[1].CtlID, kId);
  EXPECT_EQ(send(CB_GETITEMHEIGHT, 0), 20);
  send(CB_ADDSTRING, 0, 5);
  send(CB_ADDSTRING, 0, 6);
  send(CB_SETCURSEL, 1);
  UpdateWindow(combo);
  ASSERT_FALSE(drawn.empty());
  EXPECT_EQ(drawn.back().itemID, 1u);
  EXPECT_EQ(drawn.back().itemData, 6u);
  EXPECT_EQ(drawn.back().itemState, static_cast<UINT>(ODS_COMBOBOXEDIT));
  drawn.clear();
  send(CB_SHOWDROPDOWN, TRUE);
  UpdateWindow(list);
  ASSERT_GE(drawn.size(), 2u);
  EXPECT_EQ(drawn.back().hwndItem, combo);
  EXPECT_EQ(drawn.back().CtlType, static_cast<UINT>(ODT_COMBOBOX));
  send(CB_DELETESTRING, 0);
  ASSERT_EQ(deleted.size(), 1u);
  EXPECT_EQ(deleted[0].itemData, 5u);
  EXPECT_EQ(deleted[0].hwndItem, combo);
}

TEST_F(DropDownList, TheComboBoxMayGoInAnyNotification) {
  for (const int code : {CBN_SETFOCUS, CBN_DROPDOWN, CBN_SELENDOK, CBN_CLOSEUP, CBN_SELCHANGE}) {
    make(CBS_DROPDOWNLIST, 4);
    on_message = [&](const Received& received) {
      if (received.message == WM_COMMAND && HIWORD(received.wparam) == code) DestroyWindow(combo);
    };
    click(on_combo());
    if (IsWindow(combo)) click(on_item(1));
    EXPECT_FALSE(IsWindow(combo)) << code;
    EXPECT_FALSE(IsWindow(list)) << code;
    on_message = nullptr;
    SetFocus(window);
  }
}

}  // namespace
}  // namespace transom::user
