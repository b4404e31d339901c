// The dialog class's own messages and procedure.
#pragma once

#include "base/win32.h"
#include "user32/window/class.h"
#include "user32/window/window.h"

namespace transom::user {

// DefDlgProc: asks the dialog procedure first, then does what dialogs do by default.
LRESULT default_dialog_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam,
                                 Encoding encoding);

extern const SystemClass kDialogClass;  // #32770

}  // namespace transom::user
