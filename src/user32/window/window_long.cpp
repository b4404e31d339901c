// GetWindowLong and SetWindowLong: what programs keep with a window and change of it.
#include "base/last_error.h"
#include "user32/lock.h"
#include "user32/window/adjust_rect.h"
#include "user32/window/class.h"
#include "user32/window/destroy.h"
#include "user32/window/layered.h"
#include "user32/window/on_owner.h"
#include "user32/window/procedure_handle.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// The extra bytes at an offset, or null: ERROR_INVALID_INDEX.
std::byte* extra_bytes(const Window& window, int offset, std::size_t size) {
  const int room = window.extra_size;
  if (offset < 0 || offset > room - static_cast<int>(size) || !window.extra_bytes) {
    base::set_last_error(ERROR_INVALID_INDEX);
    return nullptr;
  }
  return window.extra_bytes.get() + offset;
}

template <class Value>
LONG_PTR read_extra(const Window& window, int offset) {
  const std::byte* bytes = extra_bytes(window, offset, sizeof(Value));
  if (bytes == nullptr) return 0;
  Value value{};
  std::memcpy(&value, bytes, sizeof value);
  return static_cast<LONG_PTR>(value);
}

template <class Value>
LONG_PTR write_extra(Window& window, int offset, LONG_PTR given) {
  std::byte* bytes = extra_bytes(window, offset, sizeof(Value));
  if (bytes == nullptr) return 0;
  Value old{};
  const auto value = static_cast<Value>(given);
  std::memcpy(&old, bytes, sizeof old);
  std::memcpy(bytes, &value, sizeof value);
  return static_cast<LONG_PTR>(old);
}

// As the asker may call it: a procedure of the other encoding comes as a handle.
LONG_PTR procedure_for(const Window& window, Encoding asker) {
  const WNDPROC procedure = window.procedure;
  // A system class's window of an ANSI program speaks Unicode underneath.
  return reinterpret_cast<LONG_PTR>(
      window.encoding == asker ? procedure : make_procedure_handle(procedure, window.encoding));
}

HWND parent_for_long(const Window& window) {
  const Window* parent = window.is_child() ? window.parent : window.owner;
  return parent != nullptr ? parent->handle : nullptr;
}

template <class Value>
LONG_PTR get(HWND handle, int index, Encoding asker) {
  UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window == nullptr) return base::fail<LONG_PTR>(ERROR_INVALID_WINDOW_HANDLE);
  switch (index) {
    case GWL_STYLE:
      return static_cast<LONG_PTR>(window->style.get());
    case GWL_EXSTYLE:
      return static_cast<LONG_PTR>(window->ex_style.get());
    case GWLP_ID:
      return static_cast<LONG_PTR>(window->id_or_menu);
    case GWLP_HINSTANCE:
      return reinterpret_cast<LONG_PTR>(window->instance);
    case GWLP_HWNDPARENT:
      return reinterpret_cast<LONG_PTR>(parent_for_long(*window));
    case GWLP_USERDATA:
      return window->user_data;
    case GWLP_WNDPROC:
      return procedure_for(*window, asker);
    default:
      return read_extra<Value>(*window, index);
  }
}

LONG_PTR set_procedure(Window& window, LONG_PTR value, Encoding asker) {
  UserLock lock;
  const LONG_PTR old = procedure_for(window, asker);
  const ResolvedProcedure resolved = resolve_procedure(reinterpret_cast<WNDPROC>(value), asker);
  window.procedure = resolved.procedure;
  window.encoding = resolved.encoding;
  window.reports_ansi = false;
  return old;
}

// What a program may not take from a window.
DWORD kept_style(const Window& window, DWORD old, DWORD asked) {
  // A minimized window is restored by ShowWindow only.
  asked |= old & WS_MINIMIZE;
  if (!window.is_child() || (asked & WS_CHILD) == 0) asked |= WS_CLIPSIBLINGS;
  return asked;
}

// WM_STYLECHANGING may edit the new style; the frame changes with the next SWP_FRAMECHANGED.
LONG_PTR set_style(Window& window, int index, DWORD value) {
  const WindowRef keep(&window);
  const bool extended = index == GWL_EXSTYLE;
  const DWORD old = extended ? window.ex_style : window.style;
  STYLESTRUCT styles{old, value};
  send_message(window, WM_STYLECHANGING, static_cast<WPARAM>(index),
               reinterpret_cast<LPARAM>(&styles));
  if (window.destroyed) return 0;
  {
    UserLock lock;
    if (extended) {
      // WS_EX_TOPMOST is SetWindowPos's, WS_EX_WINDOWEDGE follows from the frame.
      const DWORD fixed = (styles.styleNew & ~static_cast<DWORD>(WS_EX_TOPMOST)) |
                          (window.ex_style & WS_EX_TOPMOST);
      window.ex_style = with_window_edge(window.style, fixed);
      styles.styleNew = window.ex_style;
    } else {
      styles.styleNew = kept_style(window, old, styles.styleNew);
      window.style = styles.styleNew;
      window.ex_style = with_window_edge(window.style, window.ex_style);
    }
  }
  if (extended && (old & ~styles.styleNew & WS_EX_LAYERED) != 0) end_layering(window);
  send_message(window, WM_STYLECHANGED, static_cast<WPARAM>(index),
               reinterpret_cast<LPARAM>(&styles));
  return static_cast<LONG_PTR>(old);
}

LONG_PTR set_parent_or_owner(Window& window, HWND value) {
  if (window.is_child()) return reinterpret_cast<LONG_PTR>(SetParent(window.handle, value));
  UserLock lock;
  const HWND old = parent_for_long(window);
  Window* owner = find_window_locked(value);
  if (value != nullptr && owner == nullptr)
    return base::fail<LONG_PTR>(ERROR_INVALID_WINDOW_HANDLE);
  if (owner == &window) return base::fail<LONG_PTR>(ERROR_INVALID_PARAMETER);
  owner = owner != nullptr && owner->parent != nullptr ? &top_level_of(*owner) : nullptr;
  // Nobody owns whoever owns them.
  for (const Window* each = owner; each != nullptr; each = each->owner) {
    if (each == &window) return base::fail<LONG_PTR>(ERROR_INVALID_PARAMETER);
  }
  set_owner(window, owner);
  return reinterpret_cast<LONG_PTR>(old);
}

template <class Value>
LONG_PTR set_on_owner(Window& window, int index, LONG_PTR value, Encoding asker) {
  switch (index) {
    case GWL_STYLE:
    case GWL_EXSTYLE:
      return set_style(window, index, static_cast<DWORD>(value));
    case GWLP_ID: {
      UserLock lock;
      return static_cast<LONG_PTR>(std::exchange(window.id_or_menu, static_cast<UINT_PTR>(value)));
    }
    case GWLP_HINSTANCE: {
      UserLock lock;
      return reinterpret_cast<LONG_PTR>(
          std::exchange(window.instance, reinterpret_cast<HINSTANCE>(value)));
    }
    case GWLP_USERDATA: {
      UserLock lock;
      return std::exchange(window.user_data, value);
    }
    case GWLP_HWNDPARENT:
      return set_parent_or_owner(window, reinterpret_cast<HWND>(value));
    case GWLP_WNDPROC:
      return set_procedure(window, value, asker);
    default: {
      UserLock lock;
      return write_extra<Value>(window, index, value);
    }
  }
}

template <class Value>
LONG_PTR set(HWND handle, int index, LONG_PTR value, Encoding asker) {
  return on_owner(handle,
                  [&](Window& window) { return set_on_owner<Value>(window, index, value, asker); });
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// A value of the window's: GWLP_ or an offset into its extra bytes. 0 may be an answer: a failure
// sets ERROR_INVALID_WINDOW_HANDLE or ERROR_INVALID_INDEX.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowlongptrw
LONG_PTR WINAPI GetWindowLongPtrW(HWND window, int index) {
  return get<LONG_PTR>(window, index, Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowlongptra
LONG_PTR WINAPI GetWindowLongPtrA(HWND window, int index) {
  return get<LONG_PTR>(window, index, Encoding::kAnsi);
}

// Changes a value and returns the old one. GWLP_WNDPROC subclasses the window.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowlongptrw
LONG_PTR WINAPI SetWindowLongPtrW(HWND window, int index, LONG_PTR value) {
  return set<LONG_PTR>(window, index, value, Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowlongptra
LONG_PTR WINAPI SetWindowLongPtrA(HWND window, int index, LONG_PTR value) {
  return set<LONG_PTR>(window, index, value, Encoding::kAnsi);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowlongw
LONG WINAPI GetWindowLongW(HWND window, int index) {
  return static_cast<LONG>(get<LONG>(window, index, Encoding::kUnicode));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowlonga
LONG WINAPI GetWindowLongA(HWND window, int index) {
  return static_cast<LONG>(get<LONG>(window, index, Encoding::kAnsi));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowlongw
LONG WINAPI SetWindowLongW(HWND window, int index, LONG value) {
  return static_cast<LONG>(set<LONG>(window, index, value, Encoding::kUnicode));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowlonga
LONG WINAPI SetWindowLongA(HWND window, int index, LONG value) {
  return static_cast<LONG>(set<LONG>(window, index, value, Encoding::kAnsi));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowlongw
WORD WINAPI GetWindowWord(HWND window, int index) {
  return static_cast<WORD>(get<WORD>(window, index, Encoding::kUnicode));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowlongw
WORD WINAPI SetWindowWord(HWND window, int index, WORD value) {
  return static_cast<WORD>(set<WORD>(window, index, value, Encoding::kUnicode));
}

// The identifier of a child window; 0 for others.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdlgctrlid
int WINAPI GetDlgCtrlID(HWND handle) {
  UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window == nullptr) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE);
  return window->is_child() ? static_cast<int>(window->id_or_menu) : 0;
}
