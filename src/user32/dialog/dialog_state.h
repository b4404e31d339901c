// What the dialog manager keeps for a dialog box.
#pragma once

#include "base/win32.h"
#include "user32/dialog/template.h"
#include "user32/window/window.h"

namespace transom::user {

// Belongs to the window (Window::dialog_state of a window with `dialog` set) and to its thread.
// The public part, DWLP_MSGRESULT, DWLP_DLGPROC and DWLP_USER, is in the extra bytes, where
// programs look.
struct DialogState {
  Encoding encoding = Encoding::kUnicode;  // of the dialog procedure
  bool modal = false;
  bool ended = false;
  INT_PTR result = 0;
  HWND saved_focus = nullptr;  // of an inactive dialog
  HWND owner = nullptr;
  bool owner_was_enabled = false;
  HFONT font = nullptr;
  SIZE units{};  // average width and height of the font's characters
  DWORD default_id = 0;
};

// Null where the window is no dialog box of this thread.
DialogState* dialog_state(HWND dialog);
// Makes the window a dialog: for CreateDialog, and for windows whose procedure calls DefDlgProc.
DialogState& ensure_dialog_state(Window& dialog);
void release_dialog_state(Window& dialog);

DLGPROC dialog_procedure(HWND dialog);
// Calls the dialog procedure with text converted to what it speaks.
INT_PTR call_dialog_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam,
                              Encoding caller);

struct DialogRequest {
  HINSTANCE instance;
  DialogTemplate layout;
  HWND owner;
  DLGPROC procedure;
  LPARAM parameter;
  Encoding encoding;
  bool modal;
};

// Creates the dialog and its controls and sends WM_INITDIALOG. Null on failure.
HWND create_dialog(const DialogRequest& request);
// Runs a modal dialog to its end; -1 where it could not be made.
INT_PTR run_dialog(DialogRequest request);

// Dialog units of a font: the average width of the letters and the height, in pixels.
SIZE dialog_units(HFONT font);

// Moves the focus as keys do: selects an edit control's text, makes a push button the default.
void focus_dialog_control(HWND dialog, HWND control);
// Gives the default button's look to `control` (or to DM_SETDEFID's where it is no push button).
void update_default_button(HWND dialog, HWND control);

}  // namespace transom::user
