// Dialog boxes.
#include <vector>

#include "kit/scenario.h"

namespace {

// A template in memory, word by word.
class Template {
 public:
  Template(DWORD style, WORD count) {
    add_long(style);
    add_long(0);
    for (const WORD word :
         {count, WORD{10}, WORD{10}, WORD{120}, WORD{80}, WORD{0}, WORD{0}, WORD{0}})
      words_.push_back(word);
  }
  void add(const char* text, WORD window_class, DWORD style, WORD id, WORD y) {
    if (words_.size() % 2) words_.push_back(0);
    add_long(style | WS_CHILD | WS_VISIBLE);
    add_long(0);
    for (const WORD word : {WORD{5}, y, WORD{60}, WORD{14}, id, WORD{0xFFFF}, window_class})
      words_.push_back(word);
    for (; *text; ++text) words_.push_back(static_cast<WORD>(*text));
    words_.push_back(0);
    words_.push_back(0);
  }
  const DLGTEMPLATE* get() const { return reinterpret_cast<const DLGTEMPLATE*>(words_.data()); }

 private:
  void add_long(DWORD value) {
    words_.push_back(LOWORD(value));
    words_.push_back(HIWORD(value));
  }
  std::vector<WORD> words_;
};

constexpr WORD kButton = 0x80;
constexpr WORD kEdit = 0x81;

Template with_controls(DWORD style = WS_POPUP | WS_VISIBLE) {
  Template dialog(style, 3);
  dialog.add("edit", kEdit, WS_TABSTOP | WS_BORDER, 10, 5);
  dialog.add("&OK", kButton, WS_TABSTOP | BS_DEFPUSHBUTTON, IDOK, 25);
  dialog.add("&Other", kButton, WS_TABSTOP | BS_PUSHBUTTON, 11, 45);
  return dialog;
}

std::string control_name(HWND window) {
  const int id = GetDlgCtrlID(window);
  return window == nullptr ? "none" : "control " + std::to_string(id);
}

// What the dialog procedure is told, in the order.
INT_PTR CALLBACK dialog_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == WM_INITDIALOG) {
    note("WM_INITDIALOG: focus to %s, parameter %d",
         control_name(reinterpret_cast<HWND>(wparam)).c_str(), static_cast<int>(lparam));
    return TRUE;
  }
  if (message == WM_COMMAND) {
    // When the focus leaves a dialog that ends is left open.
    if (HIWORD(wparam) == EN_KILLFOCUS) return TRUE;
    note("WM_COMMAND: id %d, code %d", LOWORD(wparam), HIWORD(wparam));
    if (LOWORD(wparam) == IDOK || LOWORD(wparam) == IDCANCEL)
      EndDialog(dialog, LOWORD(wparam) + 100);
    return TRUE;
  }
  if (message == WM_DESTROY) note("WM_DESTROY");
  return FALSE;
}

INT_PTR run_modal(const Template& dialog, HWND owner) {
  return DialogBoxIndirectParamW(GetModuleHandleW(nullptr), dialog.get(), owner, dialog_procedure,
                                 5);
}

}  // namespace

SCENARIO(dialogs, enter, "Enter is the default button",
         PAGES("dlgbox/about-dialog-boxes", "dlgbox/wm-initdialog"), CHECKS(WM_ENABLE)) {
  ignore_painting();
  for (const UINT message : {WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE}) ignore(message);
  const HWND owner = show("owner");
  const Template dialog = with_controls();
  ignore(WM_ENTERIDLE);
  strike(VK_RETURN);
  CALL(run_modal(dialog, owner));
}

SCENARIO(dialogs, escape, "Escape is IDCANCEL", PAGES("dlgbox/dlgbox-programming-considerations"),
         CHECKS()) {
  ignore_painting();
  const HWND owner = show("owner");
  const Template dialog = with_controls();
  strike(VK_ESCAPE);
  CALL(run_modal(dialog, owner));
}

SCENARIO(dialogs, mnemonic, "Alt and a button's letter",
         PAGES("dlgbox/dlgbox-programming-considerations"), CHECKS()) {
  ignore_painting();
  const HWND owner = show("owner");
  const Template dialog = with_controls();
  key(VK_MENU, true);
  strike('O');
  key(VK_MENU, false);
  strike(VK_ESCAPE);
  CALL(run_modal(dialog, owner));
}

SCENARIO(dialogs, tab, "Tab goes through the controls with WS_TABSTOP",
         PAGES("dlgbox/dlgbox-programming-considerations"), CHECKS()) {
  const Template dialog = with_controls();
  const HWND window = CreateDialogIndirectParamW(GetModuleHandleW(nullptr), dialog.get(), nullptr,
                                                 dialog_procedure, 0);
  const auto pump_dialog = [window] {
    MSG message;
    while (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) {
      if (IsDialogMessageW(window, &message)) continue;
      TranslateMessage(&message);
      DispatchMessageW(&message);
    }
  };
  pump_dialog();
  const auto note_focused = [] { note("focus %s", control_name(GetFocus()).c_str()); };
  CALL(note_focused());
  for (int i = 0; i < 3; ++i) {
    strike(VK_TAB);
    CALL(pump_dialog());
    CALL(note_focused());
  }
  key(VK_SHIFT, true);
  strike(VK_TAB);
  key(VK_SHIFT, false);
  CALL(pump_dialog());
  CALL(note_focused());
}

SCENARIO(dialogs, default_button, "The button with the focus is the default one",
         PAGES("dlgbox/dm-getdefid"), CHECKS()) {
  const Template dialog = with_controls();
  const HWND window = CreateDialogIndirectParamW(GetModuleHandleW(nullptr), dialog.get(), nullptr,
                                                 dialog_procedure, 0);
  const auto style_of = [window](int id) {
    return static_cast<int>(GetWindowLongPtrW(GetDlgItem(window, id), GWL_STYLE) & 0xF);
  };
  CALL(LOWORD(SendMessageW(window, DM_GETDEFID, 0, 0)));
  CALL(SendMessageW(window, WM_NEXTDLGCTL, reinterpret_cast<WPARAM>(GetDlgItem(window, 11)), TRUE));
  CALL(style_of(IDOK));
  CALL(style_of(11));
  CALL(SendMessageW(window, DM_SETDEFID, 11, 0));
  CALL(LOWORD(SendMessageW(window, DM_GETDEFID, 0, 0)));
}

SCENARIO(dialogs, items, "SetDlgItemInt, GetDlgItemInt, SendDlgItemMessage",
         PAGES("dlgbox/using-dialog-boxes"), CHECKS()) {
  const Template dialog = with_controls(WS_POPUP);
  const HWND window = CreateDialogIndirectParamW(GetModuleHandleW(nullptr), dialog.get(), nullptr,
                                                 dialog_procedure, 0);
  BOOL translated = FALSE;
  CALL(SetDlgItemInt(window, 10, static_cast<UINT>(-42), TRUE));
  CALL(static_cast<int>(GetDlgItemInt(window, 10, &translated, TRUE)));
  CALL(note("%d", translated));
  CALL(SetDlgItemTextW(window, 10, L"abc"));
  CALL(GetDlgItemInt(window, 10, &translated, FALSE));
  CALL(note("%d", translated));
  CALL(SendDlgItemMessageW(window, 10, WM_GETTEXTLENGTH, 0, 0));
}

SCENARIO(dialogs, wants_keys, "WM_GETDLGCODE: a control that wants all keys gets them",
         PAGES("dlgbox/wm-getdlgcode"), CHECKS(WM_GETDLGCODE, WM_KEYDOWN)) {
  const HWND frame = show("frame");
  const HWND child =
      show("child",
           {.style = WS_CHILD | WS_TABSTOP, .place = {10, 10, 50, 50}, .parent = frame, .id = 3});
  on("child", WM_GETDLGCODE, [](HWND, WPARAM, LPARAM) { return DLGC_WANTALLKEYS; });
  SetFocus(child);
  strike(VK_TAB);
  const auto pump_dialog = [frame] {
    MSG message;
    while (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) {
      if (!IsDialogMessageW(frame, &message)) DispatchMessageW(&message);
    }
  };
  CALL(pump_dialog());
}
