// Text between ANSI and Unicode windows: the conversion of parameters and results for a procedure
// that speaks the other encoding than its caller.
// https://learn.microsoft.com/windows/win32/intl/conventions-for-function-prototypes
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

// Whether the message has text (or a character) among its parameters or in its result, so that it
// must be converted. Numbers of WM_USER and above never are: the program knows best.
bool carries_text(UINT message);

// Whether the items of a list box or combo box are text. One whose owner draws it and that was not
// told to keep strings takes any number for an item.
bool keeps_strings(HWND window);

// Calls `procedure`, which expects `to`, for a caller that speaks the other encoding.
LRESULT call_with_conversion(WNDPROC procedure, Encoding to, HWND window, UINT message,
                             WPARAM wparam, LPARAM lparam);

// WM_CHAR and its company: the character in wParam, as queues keep it (UTF-16) and as GetMessageA
// hands it out.
bool carries_character(UINT message);
WPARAM character_to_unicode(WPARAM wparam);
WPARAM character_to_ansi(WPARAM wparam);
// Half of a double-byte character in a posted WM_CHAR for an ANSI window: the byte with this mark,
// since no UTF-16 unit is half a character.
inline constexpr WPARAM kRawByte = 0x0100'0000;

}  // namespace transom::user
