// What a control is for, in a small window that the next key or click closes.
// https://learn.microsoft.com/windows/win32/dlgbox/customizing-common-dialog-boxes#context-sensitive-help
#pragma once

#include <string>

#include "base/win32.h"

namespace transom::comdlg {

// Below the control; returns when the window has closed. The dialog may be gone by then.
void show_help_popup(HWND dialog, HWND control, const std::u16string& text);

}  // namespace transom::comdlg
