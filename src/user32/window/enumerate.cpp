// Enumerating and finding windows. Any thread; callbacks see handles that may have died meanwhile.
#include "base/last_error.h"
#include "base/text.h"
#include "user32/lock.h"
#include "user32/message/thread_state.h"
#include "user32/window/class.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

void collect_descendants(const Window& window, std::vector<HWND>& handles) {
  for (const Window* child = window.first_child; child != nullptr; child = child->next) {
    handles.push_back(child->handle);
    collect_descendants(*child, handles);
  }
}

BOOL call_for_each(const std::vector<HWND>& handles, WNDENUMPROC callback, LPARAM data) {
  UserLock::assert_not_held();
  for (const HWND handle : handles) {
    if (is_window(handle) && !callback(handle, data)) return FALSE;
  }
  return TRUE;
}

struct Wanted {
  HWND parent;
  HWND after;
  const char16_t* class_name;  // null: any; an atom otherwise small
  const char16_t* title;       // null: any
};

bool has_class(const Window& window, const char16_t* wanted) {
  if (wanted == nullptr) return true;
  if (IS_INTRESOURCE(wanted)) {
    return window.window_class->atom == LOWORD(reinterpret_cast<std::uintptr_t>(wanted));
  }
  return base::equals_ignoring_case(window.window_class->name, wanted);
}

bool has_title(const Window& window, const char16_t* wanted) {
  return wanted == nullptr || base::equals_ignoring_case(window.text, wanted);
}

HWND search(const Window* first, const Wanted& wanted) {
  for (const Window* each = first; each != nullptr; each = each->next) {
    if (has_class(*each, wanted.class_name) && has_title(*each, wanted.title)) return each->handle;
  }
  return nullptr;
}

HWND find(const Wanted& wanted) {
  UserLock lock;
  const Window* parent = wanted.parent == nullptr        ? &desktop_window()
                         : wanted.parent == HWND_MESSAGE ? &message_only_root()
                                                         : find_window_locked(wanted.parent);
  if (parent == nullptr) return base::fail<HWND>(ERROR_INVALID_WINDOW_HANDLE);
  if (wanted.after != nullptr) {
    const Window* after = find_window_locked(wanted.after);
    if (after == nullptr || after->parent != parent) {
      return base::fail<HWND>(ERROR_INVALID_WINDOW_HANDLE);
    }
    return search(after->next, wanted);
  }
  const HWND found = search(parent->first_child, wanted);
  // Without a parent, message-only windows are looked through as well.
  if (found != nullptr || wanted.parent != nullptr) return found;
  return search(message_only_root().first_child, wanted);
}

// Text of an ANSI caller, or an atom that stays as it is.
class Name {
 public:
  explicit Name(LPCSTR text) {
    if (IS_INTRESOURCE(text)) {
      name_ = reinterpret_cast<const char16_t*>(text);
    } else {
      wide_ = base::to_utf16(text);
      name_ = wide_.c_str();
    }
  }
  operator const char16_t*() const { return name_; }

 private:
  std::u16string wide_;
  const char16_t* name_;
};

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Top-level windows from the topmost down, until the callback says FALSE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumwindows
WINBOOL WINAPI EnumWindows(WNDENUMPROC callback, LPARAM data) {
  if (callback == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return call_for_each(child_handles(desktop_window()), callback, data);
}

// All descendants, each before its children; of the desktop with null.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumchildwindows
WINBOOL WINAPI EnumChildWindows(HWND parent, WNDENUMPROC callback, LPARAM data) {
  if (callback == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  std::vector<HWND> handles;
  Window& desktop = desktop_window();
  {
    UserLock lock;
    const Window* window = parent != nullptr ? find_window_locked(parent) : &desktop;
    if (window == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
    collect_descendants(*window, handles);
  }
  return call_for_each(handles, callback, data);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumthreadwindows
WINBOOL WINAPI EnumThreadWindows(DWORD thread, WNDENUMPROC callback, LPARAM data) {
  if (callback == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  std::vector<HWND> handles;
  Window& desktop = desktop_window();
  {
    UserLock lock;
    for (const Window* each = desktop.first_child; each != nullptr; each = each->next) {
      if (each->thread != nullptr && each->thread->id == thread) handles.push_back(each->handle);
    }
  }
  return !handles.empty() && call_for_each(handles, callback, data);
}

// There is one desktop.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumdesktopwindows
WINBOOL WINAPI EnumDesktopWindows(HDESK, WNDENUMPROC callback, LPARAM data) {
  return EnumWindows(callback, data);
}

// A child of `parent` (null: the desktop, HWND_MESSAGE: message-only windows) behind `after`, by
// class and text; null means any.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-findwindowexw
HWND WINAPI FindWindowExW(HWND parent, HWND after, LPCWSTR class_name, LPCWSTR title) {
  return find({parent, after, base::as_char16(class_name), base::as_char16(title)});
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-findwindowexa
HWND WINAPI FindWindowExA(HWND parent, HWND after, LPCSTR class_name, LPCSTR title) {
  const Name wide_class(class_name);
  const Name wide_title(title);
  return find({parent, after, wide_class, wide_title});
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-findwindoww
HWND WINAPI FindWindowW(LPCWSTR class_name, LPCWSTR title) {
  return FindWindowExW(nullptr, nullptr, class_name, title);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-findwindowa
HWND WINAPI FindWindowA(LPCSTR class_name, LPCSTR title) {
  return FindWindowExA(nullptr, nullptr, class_name, title);
}
