// GetClassLong and SetClassLong: what a class is, changed for windows that there are and will be.
#include "base/last_error.h"
#include "base/text.h"
#include "user32/lock.h"
#include "user32/window/class.h"
#include "user32/window/procedure_handle.h"

namespace transom::user {
namespace {

template <class Value>
LONG_PTR exchange_extra(const WindowClass& of, int offset, const LONG_PTR* given) {
  Value old{};
  if (offset < 0 || offset > of.class_extra - static_cast<int>(sizeof old) || !of.extra_bytes) {
    return base::fail<LONG_PTR>(ERROR_INVALID_INDEX);
  }
  std::byte* bytes = of.extra_bytes.get() + offset;
  std::memcpy(&old, bytes, sizeof old);
  if (given != nullptr) {
    const auto value = static_cast<Value>(*given);
    std::memcpy(bytes, &value, sizeof value);
  }
  return static_cast<LONG_PTR>(old);
}

LONG_PTR procedure_for(const WindowClass& of, Encoding asker) {
  const WNDPROC procedure = of.procedure;
  return reinterpret_cast<LONG_PTR>(
      of.encoding == asker ? procedure : make_procedure_handle(procedure, of.encoding));
}

LONG_PTR menu_name(const WindowClass& of, Encoding asker) {
  if (of.menu_name.empty()) return static_cast<LONG_PTR>(of.menu_id);
  return asker == Encoding::kAnsi ? reinterpret_cast<LONG_PTR>(of.menu_name_ansi.c_str())
                                  : reinterpret_cast<LONG_PTR>(of.menu_name.c_str());
}

template <class Value>
LONG_PTR get(const WindowClass& of, int index, Encoding asker) {
  switch (index) {
    case GCL_CBCLSEXTRA:
      return of.class_extra;
    case GCL_CBWNDEXTRA:
      return of.window_extra;
    case GCL_STYLE:
      return of.style.get();
    case GCW_ATOM:
      return of.atom;
    case GCLP_HBRBACKGROUND:
      return reinterpret_cast<LONG_PTR>(of.background.get());
    case GCLP_HCURSOR:
      return reinterpret_cast<LONG_PTR>(of.cursor.get());
    case GCLP_HICON:
      return reinterpret_cast<LONG_PTR>(of.icon.get());
    case GCLP_HICONSM:
      return reinterpret_cast<LONG_PTR>(of.small_icon.get());
    case GCLP_HMODULE:
      return reinterpret_cast<LONG_PTR>(of.module);
    case GCLP_MENUNAME:
      return menu_name(of, asker);
    case GCLP_WNDPROC:
      return procedure_for(of, asker);
    default:
      return exchange_extra<Value>(of, index, nullptr);
  }
}

// The text or number that GCLP_MENUNAME is given.
void set_menu_name(WindowClass& of, LONG_PTR value, Encoding asker) {
  const bool number = IS_INTRESOURCE(value);
  of.menu_id = number ? LOWORD(value) : 0;
  of.menu_name.clear();
  if (!number) {
    of.menu_name = asker == Encoding::kAnsi
                       ? base::to_utf16(reinterpret_cast<const char*>(value))
                       : std::u16string(reinterpret_cast<const char16_t*>(value));
  }
  of.menu_name_ansi = base::to_ansi(of.menu_name);
}

// Changes the class alone: windows that there are keep their procedure and their extra bytes.
template <class Value>
LONG_PTR set(WindowClass& of, int index, LONG_PTR value, Encoding asker) {
  const LONG_PTR old = get<Value>(of, index, asker);
  switch (index) {
    case GCL_CBWNDEXTRA:
      if (value < 0 || value > 0x10000) return base::fail<LONG_PTR>(ERROR_INVALID_PARAMETER);
      of.window_extra = static_cast<int>(value);
      break;
    case GCL_STYLE:
      of.style = static_cast<UINT>(value);
      break;
    case GCLP_HBRBACKGROUND:
      of.background = reinterpret_cast<HBRUSH>(value);
      break;
    case GCLP_HCURSOR:
      of.cursor = reinterpret_cast<HCURSOR>(value);
      break;
    case GCLP_HICON:
      of.icon = reinterpret_cast<HICON>(value);
      break;
    case GCLP_HICONSM:
      of.small_icon = reinterpret_cast<HICON>(value);
      break;
    case GCLP_HMODULE:
      of.module = reinterpret_cast<HINSTANCE>(value);
      break;
    case GCLP_MENUNAME:
      set_menu_name(of, value, asker);
      break;
    case GCLP_WNDPROC: {
      const ResolvedProcedure resolved = resolve_procedure(reinterpret_cast<WNDPROC>(value), asker);
      of.procedure = resolved.procedure;
      of.encoding = resolved.encoding;
      break;
    }
    // The class's name and the bytes that were laid out with it stay as they are.
    case GCW_ATOM:
    case GCL_CBCLSEXTRA:
      return base::fail<LONG_PTR>(ERROR_INVALID_INDEX);
    default:
      return exchange_extra<Value>(of, index, &value);
  }
  return old;
}

WindowClass* class_of(HWND handle) {
  const Window* window = find_window_locked(handle);
  if (window == nullptr) base::set_last_error(ERROR_INVALID_WINDOW_HANDLE);
  return window != nullptr ? window->window_class : nullptr;
}

template <class Value>
LONG_PTR get_for(HWND handle, int index, Encoding asker) {
  UserLock lock;
  const WindowClass* of = class_of(handle);
  return of != nullptr ? get<Value>(*of, index, asker) : 0;
}

template <class Value>
LONG_PTR set_for(HWND handle, int index, LONG_PTR value, Encoding asker) {
  UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window != nullptr && window->thread == nullptr) {
    return base::fail<LONG_PTR>(ERROR_ACCESS_DENIED);  // the desktop's is the system's
  }
  WindowClass* of = class_of(handle);
  return of != nullptr ? set<Value>(*of, index, value, asker) : 0;
}

}  // namespace
}  // namespace transom::user

using namespace transom::user;

// A value of a window's class: GCLP_ or an offset into the class's extra bytes. 0 may be an answer;
// a failure sets ERROR_INVALID_WINDOW_HANDLE or ERROR_INVALID_INDEX.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclasslongptrw
ULONG_PTR WINAPI GetClassLongPtrW(HWND window, int index) {
  return static_cast<ULONG_PTR>(get_for<LONG_PTR>(window, index, Encoding::kUnicode));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclasslongptra
ULONG_PTR WINAPI GetClassLongPtrA(HWND window, int index) {
  return static_cast<ULONG_PTR>(get_for<LONG_PTR>(window, index, Encoding::kAnsi));
}

// Changes the class of a window, for all its windows, and returns the old value.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setclasslongptrw
ULONG_PTR WINAPI SetClassLongPtrW(HWND window, int index, LONG_PTR value) {
  return static_cast<ULONG_PTR>(set_for<LONG_PTR>(window, index, value, Encoding::kUnicode));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setclasslongptra
ULONG_PTR WINAPI SetClassLongPtrA(HWND window, int index, LONG_PTR value) {
  return static_cast<ULONG_PTR>(set_for<LONG_PTR>(window, index, value, Encoding::kAnsi));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclasslongw
DWORD WINAPI GetClassLongW(HWND window, int index) {
  return static_cast<DWORD>(get_for<LONG>(window, index, Encoding::kUnicode));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclasslonga
DWORD WINAPI GetClassLongA(HWND window, int index) {
  return static_cast<DWORD>(get_for<LONG>(window, index, Encoding::kAnsi));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setclasslongw
DWORD WINAPI SetClassLongW(HWND window, int index, LONG value) {
  return static_cast<DWORD>(set_for<LONG>(window, index, value, Encoding::kUnicode));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setclasslonga
DWORD WINAPI SetClassLongA(HWND window, int index, LONG value) {
  return static_cast<DWORD>(set_for<LONG>(window, index, value, Encoding::kAnsi));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclassword
WORD WINAPI GetClassWord(HWND window, int index) {
  return static_cast<WORD>(get_for<WORD>(window, index, Encoding::kUnicode));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setclassword
WORD WINAPI SetClassWord(HWND window, int index, WORD value) {
  return static_cast<WORD>(set_for<WORD>(window, index, value, Encoding::kUnicode));
}
