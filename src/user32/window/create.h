// CreateWindowEx, from inside.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createwindowexw
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

// What the caller asks for. `strings` says which kind the text pointers are; the window procedure
// gets them as they are where it speaks the same.
struct CreateRequest {
  CREATESTRUCTW given{};  // lpszClass and lpszName may point to ANSI text
  Encoding strings = Encoding::kUnicode;
  MDICREATESTRUCTW* mdi_create = nullptr;  // of the WM_MDICREATE that asks; `strings` goes for it
};

// Makes the window with all its messages. Null and the last error set where it fails, or where the
// window did not survive its own creation.
HWND create_window(const CreateRequest& request);

// The class's menu for a new top-level window; null where the class has none. The menu part
// replaces the empty one.
HMENU load_class_menu(const WindowClass& window_class, HINSTANCE module);

}  // namespace transom::user
