// What the built-in controls tell their parents when the user acts.
#include "kit/scenario.h"

namespace {

HWND frame_for_controls() {
  ignore_painting();
  for (const UINT message :
       {WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE, WM_PARENTNOTIFY, WM_CTLCOLORBTN, WM_CTLCOLOREDIT,
        WM_CTLCOLORLISTBOX, WM_CTLCOLORSTATIC, WM_MOUSEACTIVATE}) {
    ignore(message);
  }
  return show("frame", {.style = WS_POPUP});
}

HWND control(const WCHAR* class_name, DWORD style, HWND frame, const WCHAR* text = L"text") {
  const HWND window = CreateWindowExW(0, class_name, text, WS_CHILD | WS_VISIBLE | style, 10, 10,
                                      100, 80, frame, reinterpret_cast<HMENU>(7), nullptr, nullptr);
  name_handle(window, "control");
  pump();
  return window;
}

void press_and_release(int x, int y) {
  move_mouse(x, y);
  pump();
  click(x, y);
}

}  // namespace

SCENARIO(controls, push_button, "A click is BN_CLICKED", PAGES("controls/bn-clicked"),
         CHECKS(WM_COMMAND)) {
  const HWND frame = frame_for_controls();
  control(L"BUTTON", BS_PUSHBUTTON, frame);
  press_and_release(150, 150);
  CALL(pump());
}

SCENARIO(controls, released_outside, "Released outside it is none", PAGES("controls/bn-clicked"),
         CHECKS()) {
  const HWND frame = frame_for_controls();
  control(L"BUTTON", BS_PUSHBUTTON, frame);
  move_mouse(150, 150);
  pump();
  mouse(MOUSEEVENTF_LEFTDOWN);
  pump();
  move_mouse(300, 250);
  mouse(MOUSEEVENTF_LEFTUP);
  CALL(pump());
}

SCENARIO(controls, space_key, "The space bar clicks", PAGES("controls/bn-clicked"),
         CHECKS(WM_COMMAND)) {
  const HWND frame = frame_for_controls();
  SetFocus(control(L"BUTTON", BS_PUSHBUTTON, frame));
  strike(VK_SPACE);
  CALL(pump());
}

SCENARIO(controls, check_box, "An automatic check box checks itself",
         PAGES("controls/bn-clicked", "controls/bm-getcheck"), CHECKS(WM_COMMAND)) {
  const HWND frame = frame_for_controls();
  const HWND box = control(L"BUTTON", BS_AUTO3STATE, frame);
  for (int i = 0; i < 3; ++i) {
    press_and_release(150, 150);
    CALL(pump());
    CALL(SendMessageW(box, BM_GETCHECK, 0, 0));
  }
}

SCENARIO(controls, radio_buttons, "An automatic radio button clears its group",
         PAGES("controls/button-types-and-styles"), CHECKS(WM_COMMAND)) {
  const HWND frame = frame_for_controls();
  HWND buttons[2];
  for (int i = 0; i < 2; ++i) {
    buttons[i] = CreateWindowExW(
        0, L"BUTTON", L"",
        WS_CHILD | WS_VISIBLE | BS_AUTORADIOBUTTON | (i ? 0u : static_cast<DWORD>(WS_GROUP)), 10,
        10 + 30 * i, 80, 20, frame, reinterpret_cast<HMENU>(static_cast<INT_PTR>(7 + i)), nullptr,
        nullptr);
    name_handle(buttons[i], i ? "second" : "first");
  }
  for (int i = 0; i < 2; ++i) {
    press_and_release(130, 120 + 30 * i);
    CALL(pump());
    CALL(SendMessageW(buttons[0], BM_GETCHECK, 0, 0));
    CALL(SendMessageW(buttons[1], BM_GETCHECK, 0, 0));
  }
}

SCENARIO(controls, notifying_static, "SS_NOTIFY: STN_CLICKED, and STN_DBLCLK",
         PAGES("controls/stn-clicked", "controls/stn-dblclk"), CHECKS(WM_COMMAND)) {
  const HWND frame = frame_for_controls();
  control(L"STATIC", SS_NOTIFY, frame);
  press_and_release(150, 150);
  click(150, 150);
  CALL(pump());
}

SCENARIO(controls, edit_typing, "Typing: EN_UPDATE, then EN_CHANGE",
         PAGES("controls/en-change", "controls/en-update"), CHECKS(WM_COMMAND)) {
  const HWND frame = frame_for_controls();
  const HWND edit = control(L"EDIT", 0, frame, L"");
  CALL(SetFocus(edit));
  strike('A');
  CALL(pump());
  strike(VK_BACK);
  CALL(pump());
  CALL(SetFocus(frame));
}

SCENARIO(controls, edit_limit, "EN_MAXTEXT", PAGES("controls/en-maxtext"), CHECKS(WM_COMMAND)) {
  const HWND frame = frame_for_controls();
  const HWND edit = control(L"EDIT", ES_AUTOHSCROLL, frame, L"");
  SendMessageW(edit, EM_LIMITTEXT, 2, 0);
  SetFocus(edit);
  strike('A');
  strike('B');
  pump();
  strike('C');
  CALL(pump());
}

SCENARIO(controls, edit_set_text, "WM_SETTEXT notifies, a multiline one does not",
         PAGES("controls/en-change"), CHECKS(WM_COMMAND)) {
  const HWND frame = frame_for_controls();
  const HWND edit = control(L"EDIT", 0, frame, L"");
  CALL(SetWindowTextW(edit, L"abc"));
  // It has no result.
  CALL(static_cast<void>(SendMessageW(edit, EM_REPLACESEL, FALSE, reinterpret_cast<LPARAM>(L"x"))));
  DestroyWindow(edit);
  const HWND multi = control(L"EDIT", ES_MULTILINE, frame, L"");
  CALL(SetWindowTextW(multi, L"abc"));
}

SCENARIO(controls, list_box, "LBN_SELCHANGE, LBN_DBLCLK, LBN_SETFOCUS",
         PAGES("controls/lbn-selchange", "controls/lbn-dblclk"), CHECKS(WM_COMMAND)) {
  const HWND frame = frame_for_controls();
  const HWND list = control(L"LISTBOX", LBS_NOTIFY, frame);
  for (const WCHAR* text : {L"one", L"two", L"three"})
    SendMessageW(list, LB_ADDSTRING, 0, reinterpret_cast<LPARAM>(text));
  press_and_release(130, 115);
  CALL(pump());
  CALL(SendMessageW(list, LB_GETCURSEL, 0, 0));
  click(130, 115);
  CALL(pump());
  strike(VK_DOWN);
  CALL(pump());
  CALL(SendMessageW(list, LB_GETCURSEL, 0, 0));
}

SCENARIO(controls, list_by_program, "A program's own selection is not notified",
         PAGES("controls/lbn-selchange"), CHECKS()) {
  const HWND frame = frame_for_controls();
  const HWND list = control(L"LISTBOX", LBS_NOTIFY, frame);
  for (const WCHAR* text : {L"one", L"two"})
    SendMessageW(list, LB_ADDSTRING, 0, reinterpret_cast<LPARAM>(text));
  CALL(SendMessageW(list, LB_SETCURSEL, 1, 0));
  CALL(SendMessageW(list, LB_SETCURSEL, 9, 0));
}

SCENARIO(controls, combo_by_key, "A drop-down list: the arrow keys select",
         PAGES("controls/cbn-selchange", "controls/cbn-selendok"), CHECKS(WM_COMMAND)) {
  const HWND frame = frame_for_controls();
  const HWND combo = control(L"COMBOBOX", CBS_DROPDOWNLIST, frame);
  for (const WCHAR* text : {L"one", L"two", L"three"})
    SendMessageW(combo, CB_ADDSTRING, 0, reinterpret_cast<LPARAM>(text));
  CALL(SetFocus(combo));
  strike(VK_DOWN);
  CALL(pump());
  CALL(SendMessageW(combo, CB_GETCURSEL, 0, 0));
}

SCENARIO(controls, combo_dropped, "CBN_DROPDOWN and CBN_CLOSEUP",
         PAGES("controls/cbn-dropdown", "controls/cbn-closeup"), CHECKS(WM_COMMAND)) {
  const HWND frame = frame_for_controls();
  const HWND combo = control(L"COMBOBOX", CBS_DROPDOWNLIST, frame);
  SendMessageW(combo, CB_ADDSTRING, 0, reinterpret_cast<LPARAM>(L"one"));
  SetFocus(combo);
  CALL(SendMessageW(combo, CB_SHOWDROPDOWN, TRUE, 0));
  CALL(SendMessageW(combo, CB_SHOWDROPDOWN, FALSE, 0));
}

SCENARIO(controls, owner_drawn_button, "BS_OWNERDRAW: WM_DRAWITEM", PAGES("controls/wm-drawitem"),
         CHECKS(WM_DRAWITEM)) {
  const HWND frame = frame_for_controls();
  const HWND button = control(L"BUTTON", BS_OWNERDRAW, frame);
  on("frame", WM_DRAWITEM, [](HWND, WPARAM, LPARAM lparam) {
    const auto& item = *reinterpret_cast<DRAWITEMSTRUCT*>(lparam);
    note("draw: type %u, action %u, state %u", item.CtlType, item.itemAction,
         item.itemState & 0x1F);
    return TRUE;
  });
  InvalidateRect(button, nullptr, FALSE);
  CALL(UpdateWindow(button));
}
