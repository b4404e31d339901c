// Window classes.
// https://learn.microsoft.com/windows/win32/winmsg/about-window-classes
#pragma once

#include <memory>
#include <string>

#include "base/relaxed.h"
#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

// Never freed while windows of the class live: `windows` counts them. Fields change under the USER
// lock (SetClassLongPtr); the Relaxed ones may be read without.
struct WindowClass {
  ATOM atom = 0;
  std::u16string name;
  HINSTANCE module = nullptr;  // null for system classes
  base::Relaxed<UINT> style = 0;
  base::Relaxed<WNDPROC> procedure;
  Encoding encoding = Encoding::kUnicode;
  int class_extra = 0;
  int window_extra = 0;
  base::Relaxed<HICON> icon;
  base::Relaxed<HICON> small_icon;
  base::Relaxed<HCURSOR> cursor;
  base::Relaxed<HBRUSH> background;
  std::u16string menu_name;    // empty: none; see menu_id
  std::string menu_name_ansi;  // the same, for GetClassInfoA, which hands out the pointer
  UINT menu_id = 0;            // MAKEINTRESOURCE form
  std::unique_ptr<std::byte[]> extra_bytes;
  int windows = 0;
  HDC class_dc = nullptr;  // CS_CLASSDC
  bool unregistered = false;

  bool is_system() const { return system; }
  bool system = false;
};

// A class of the system's (Button, Edit, #32768 …), described by its control; the procedure is
// Unicode and `encoding` of its windows follows whoever creates them (ANSI callers see converted
// text).
struct SystemClass {
  const char16_t* name;
  UINT style;
  WNDPROC procedure;
  int window_extra;
  LPCWSTR cursor;     // IDC_
  HBRUSH background;  // null, or COLOR_ + 1
};

// Makes a class known. 0 and the last error set: ERROR_CLASS_ALREADY_EXISTS,
// ERROR_INVALID_PARAMETER, ERROR_NOT_ENOUGH_MEMORY. The caller does not hold the lock.
ATOM register_class(std::unique_ptr<WindowClass> window_class);
// Takes the class from those that new windows may have. The caller holds the lock, and there are no
// windows.
void unregister_class(WindowClass& window_class);

// A null module stands for the program's own.
HINSTANCE module_or_program(HINSTANCE module);

// The class by name or atom (MAKEINTATOM) as `module` sees it: its own, then global ones, then the
// system's. Null: ERROR_CANNOT_FIND_WND_CLASS. The caller holds the USER lock.
WindowClass* find_class(LPCWSTR name_or_atom, HINSTANCE module);

}  // namespace transom::user
