// RegisterClass and its company: what a program says of its classes and asks of them.
#include "base/atom.h"
#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/text_result.h"
#include "user32/lock.h"
#include "user32/window/class.h"
#include "user32/window/procedure_handle.h"

namespace transom::user {
namespace {

// Windows refuses more than this: RegisterClass then fails with ERROR_INVALID_PARAMETER.
constexpr int kMostExtraBytes = 0x10000;

template <class Structure>
struct Characters;
template <>
struct Characters<WNDCLASSEXA> {
  static constexpr Encoding kEncoding = Encoding::kAnsi;
};
template <>
struct Characters<WNDCLASSEXW> {
  static constexpr Encoding kEncoding = Encoding::kUnicode;
};

std::u16string text_of(LPCSTR text) {
  return base::to_utf16(text);
}
std::u16string text_of(LPCWSTR text) {
  return base::as_char16(text);
}

template <class Character>
bool set_name(WindowClass& made, const Character* name) {
  if (name == nullptr) return false;
  if (IS_INTRESOURCE(name)) {
    const auto atom = LOWORD(reinterpret_cast<std::uintptr_t>(name));
    const auto known = base::window_atoms().name(atom);
    if (!known) return false;
    made.name = *known;
  } else {
    made.name = text_of(name);
  }
  return !made.name.empty();
}

template <class Character>
void set_menu(WindowClass& made, const Character* menu) {
  if (IS_INTRESOURCE(menu)) {
    made.menu_id = LOWORD(reinterpret_cast<std::uintptr_t>(menu));
    return;
  }
  made.menu_name = text_of(menu);
  made.menu_name_ansi = base::to_ansi(made.menu_name);
}

template <class Structure>
ATOM register_described(const Structure* described) {
  if (described == nullptr) return base::fail<ATOM>(ERROR_NOACCESS);
  if (described->cbSize != sizeof(Structure) || described->cbClsExtra < 0 ||
      described->cbWndExtra < 0 || described->cbClsExtra > kMostExtraBytes ||
      described->cbWndExtra > kMostExtraBytes || described->lpfnWndProc == nullptr) {
    return base::fail<ATOM>(ERROR_INVALID_PARAMETER);
  }
  auto made = std::make_unique<WindowClass>();
  if (!set_name(*made, described->lpszClassName)) return base::fail<ATOM>(ERROR_INVALID_PARAMETER);
  set_menu(*made, described->lpszMenuName);
  made->module = module_or_program(described->hInstance);
  made->style = described->style;
  const ResolvedProcedure resolved =
      resolve_procedure(described->lpfnWndProc, Characters<Structure>::kEncoding);
  made->procedure = resolved.procedure;
  made->encoding = resolved.encoding;
  made->class_extra = described->cbClsExtra;
  made->window_extra = described->cbWndExtra;
  made->icon = described->hIcon;
  made->small_icon = described->hIconSm;
  made->cursor = described->hCursor;
  made->background = described->hbrBackground;
  if (made->class_extra > 0) {
    made->extra_bytes = std::make_unique<std::byte[]>(static_cast<std::size_t>(made->class_extra));
  }
  return register_class(std::move(made));
}

template <class Extended, class Plain>
ATOM register_plain(const Plain* plain) {
  if (plain == nullptr) return base::fail<ATOM>(ERROR_NOACCESS);
  Extended described{};
  described.cbSize = sizeof described;
  described.style = plain->style;
  described.lpfnWndProc = plain->lpfnWndProc;
  described.cbClsExtra = plain->cbClsExtra;
  described.cbWndExtra = plain->cbWndExtra;
  described.hInstance = plain->hInstance;
  described.hIcon = plain->hIcon;
  described.hCursor = plain->hCursor;
  described.hbrBackground = plain->hbrBackground;
  described.lpszMenuName = plain->lpszMenuName;
  described.lpszClassName = plain->lpszClassName;
  return register_described(&described);
}

// A name given by an ANSI program, or an atom.
class ClassName {
 public:
  explicit ClassName(LPCSTR name) {
    if (IS_INTRESOURCE(name)) {
      name_ = reinterpret_cast<LPCWSTR>(name);
    } else {
      converted_ = base::to_utf16(name);
      name_ = base::as_wchar(converted_);
    }
  }
  operator LPCWSTR() const { return name_; }

 private:
  std::u16string converted_;
  LPCWSTR name_ = nullptr;
};

BOOL unregister(LPCWSTR name, HINSTANCE module) {
  UserLock lock;
  WindowClass* found = find_class(name, module);
  if (found == nullptr || found->system || found->module != module_or_program(module)) {
    return base::fail(ERROR_CLASS_DOES_NOT_EXIST);
  }
  if (found->windows > 0) return base::fail(ERROR_CLASS_HAS_WINDOWS);
  unregister_class(*found);
  return TRUE;
}

void give_menu(const WindowClass& asked, LPCSTR& menu) {
  menu = asked.menu_name.empty() ? MAKEINTRESOURCEA(asked.menu_id) : asked.menu_name_ansi.c_str();
}
void give_menu(const WindowClass& asked, LPCWSTR& menu) {
  menu =
      asked.menu_name.empty() ? MAKEINTRESOURCEW(asked.menu_id) : base::as_wchar(asked.menu_name);
}

// Returns the class's atom. `encoding` is the asker's: procedures of the other kind come as
// handles.
template <class Structure>
ATOM describe(HINSTANCE module, LPCWSTR name, Structure* info, Encoding encoding) {
  if (info == nullptr) return base::fail<ATOM>(ERROR_NOACCESS);
  UserLock lock;
  const WindowClass* found = find_class(name, module);
  if (found == nullptr) return base::fail<ATOM>(ERROR_CLASS_DOES_NOT_EXIST);
  info->style = found->style;
  info->lpfnWndProc = found->encoding == encoding
                          ? found->procedure.get()
                          : make_procedure_handle(found->procedure, found->encoding);
  info->cbClsExtra = found->class_extra;
  info->cbWndExtra = found->window_extra;
  info->hInstance = found->system ? nullptr : found->module;
  info->hIcon = found->icon;
  info->hCursor = found->cursor;
  info->hbrBackground = found->background;
  give_menu(*found, info->lpszMenuName);
  return found->atom;
}

template <class Structure>
ATOM describe_extended(HINSTANCE module, LPCWSTR name, Structure* info, Encoding encoding) {
  const ATOM atom = describe(module, name, info, encoding);
  if (atom == 0) return 0;
  UserLock lock;
  const WindowClass* found = find_class(name, module);
  info->cbSize = sizeof *info;
  info->hIconSm = found != nullptr ? found->small_icon.get() : nullptr;
  return atom;
}

std::optional<std::u16string> class_name_of(HWND handle) {
  UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window == nullptr) return std::nullopt;
  return window->window_class->name;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Registers a class for windows of this process. Returns its atom, 0 on failure: the class exists
// (ERROR_CLASS_ALREADY_EXISTS), no procedure, bad cbSize, negative extra bytes
// (ERROR_INVALID_PARAMETER).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerclassexw
ATOM WINAPI RegisterClassExW(const WNDCLASSEXW* described) {
  return register_described(described);
}

// As RegisterClassExW; windows of the class get ANSI text.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerclassexa
ATOM WINAPI RegisterClassExA(const WNDCLASSEXA* described) {
  return register_described(described);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerclassw
ATOM WINAPI RegisterClassW(const WNDCLASSW* described) {
  return register_plain<WNDCLASSEXW>(described);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerclassa
ATOM WINAPI RegisterClassA(const WNDCLASSA* described) {
  return register_plain<WNDCLASSEXA>(described);
}

// Takes back a registration. Last errors: ERROR_CLASS_DOES_NOT_EXIST, ERROR_CLASS_HAS_WINDOWS.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-unregisterclassw
WINBOOL WINAPI UnregisterClassW(LPCWSTR name, HINSTANCE module) {
  return unregister(name, module);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-unregisterclassa
WINBOOL WINAPI UnregisterClassA(LPCSTR name, HINSTANCE module) {
  return unregister(ClassName(name), module);
}

// Tells what is known of a class; its name comes back as it was given. Last error:
// ERROR_CLASS_DOES_NOT_EXIST.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclassinfow
WINBOOL WINAPI GetClassInfoW(HINSTANCE module, LPCWSTR name, LPWNDCLASSW info) {
  const ATOM atom = describe(module, name, info, Encoding::kUnicode);
  if (atom != 0) info->lpszClassName = name;
  return atom;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclassinfoa
WINBOOL WINAPI GetClassInfoA(HINSTANCE module, LPCSTR name, LPWNDCLASSA info) {
  const ATOM atom = describe(module, ClassName(name), info, Encoding::kAnsi);
  if (atom != 0) info->lpszClassName = name;
  return atom;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclassinfoexw
WINBOOL WINAPI GetClassInfoExW(HINSTANCE module, LPCWSTR name, LPWNDCLASSEXW info) {
  const ATOM atom = describe_extended(module, name, info, Encoding::kUnicode);
  if (atom != 0) info->lpszClassName = name;
  return atom;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclassinfoexa
WINBOOL WINAPI GetClassInfoExA(HINSTANCE module, LPCSTR name, LPWNDCLASSEXA info) {
  const ATOM atom = describe_extended(module, ClassName(name), info, Encoding::kAnsi);
  if (atom != 0) info->lpszClassName = name;
  return atom;
}

// Writes the class's name, cut to `size` characters with its terminator; returns the length.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclassnamew
int WINAPI GetClassNameW(HWND window, LPWSTR buffer, int size) {
  const auto name = class_name_of(window);
  if (!name) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE);
  return kernel::copy_name(*name, base::as_char16(buffer), size);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclassnamea
int WINAPI GetClassNameA(HWND window, LPSTR buffer, int size) {
  const auto name = class_name_of(window);
  if (!name) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE);
  return kernel::copy_name(base::to_ansi(*name), buffer, size);
}

// As GetClassName, but of the window's real kind: the same here, where superclassing tells no lies.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-realgetwindowclassw
UINT WINAPI RealGetWindowClassW(HWND window, LPWSTR buffer, UINT size) {
  return static_cast<UINT>(GetClassNameW(window, buffer, static_cast<int>(std::min(size, 1024u))));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-realgetwindowclassa
UINT WINAPI RealGetWindowClassA(HWND window, LPSTR buffer, UINT size) {
  return static_cast<UINT>(GetClassNameA(window, buffer, static_cast<int>(std::min(size, 1024u))));
}
