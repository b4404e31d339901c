// Window properties: handles that programs attach to a window by name.
//
// A name becomes a global atom that lives as long as the property. Any thread may ask and change.
// https://learn.microsoft.com/windows/win32/winmsg/window-properties
#include <algorithm>
#include <optional>
#include <vector>

#include "base/atom.h"
#include "base/last_error.h"
#include "base/text.h"
#include "user32/lock.h"
#include "user32/window/window.h"
#include "user32/window/window_extras.h"

namespace transom::user {
namespace {

// A property's name, as a caller gives it: an atom or text.
struct Key {
  ATOM atom = 0;
  std::u16string text;  // empty: an atom was given

  explicit Key(LPCWSTR name) {
    if (IS_INTRESOURCE(name)) {
      atom = LOWORD(reinterpret_cast<std::uintptr_t>(name));
    } else {
      text = base::as_char16(name);
    }
  }
  explicit Key(LPCSTR name) {
    if (IS_INTRESOURCE(name)) {
      atom = LOWORD(reinterpret_cast<std::uintptr_t>(name));
    } else {
      text = base::to_utf16(name);
    }
  }
  ATOM known_atom() const { return text.empty() ? atom : base::global_atoms().find(text); }
};

Property* find_property(const Window& window, ATOM atom) {
  if (!window.extras || atom == 0) return nullptr;
  auto& properties = window.extras->properties;
  const auto found = std::ranges::find(properties, atom, &Property::atom);
  return found != properties.end() ? &*found : nullptr;
}

bool set_property(HWND handle, const Key& key, HANDLE data) {
  UserLock lock;
  Window* window = find_window_locked(handle);
  if (window == nullptr) return base::fail<bool>(ERROR_INVALID_WINDOW_HANDLE);
  if (Property* existing = find_property(*window, key.known_atom())) {
    existing->data = data;
    return true;
  }
  const bool by_name = !key.text.empty();
  const ATOM atom = by_name ? base::global_atoms().add(key.text) : key.atom;
  if (atom == 0) return base::fail<bool>(ERROR_INVALID_PARAMETER);
  extras_of(*window).properties.push_back({atom, by_name, data});
  return true;
}

HANDLE get_property(HWND handle, const Key& key) {
  UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window == nullptr) return base::fail<HANDLE>(ERROR_INVALID_WINDOW_HANDLE);
  const Property* property = find_property(*window, key.known_atom());
  return property != nullptr ? property->data : nullptr;
}

HANDLE remove_property(HWND handle, const Key& key) {
  UserLock lock;
  Window* window = find_window_locked(handle);
  if (window == nullptr) return base::fail<HANDLE>(ERROR_INVALID_WINDOW_HANDLE);
  const Property* property = find_property(*window, key.known_atom());
  if (property == nullptr) return base::fail<HANDLE>(ERROR_FILE_NOT_FOUND);
  const Property removed = *property;
  window->extras->properties.erase(window->extras->properties.begin() +
                                   (property - window->extras->properties.data()));
  if (removed.owns_atom) base::global_atoms().release(removed.atom);
  return removed.data;
}

std::optional<std::vector<Property>> properties_of(HWND handle) {
  UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window == nullptr) {
    base::set_last_error(ERROR_INVALID_WINDOW_HANDLE);
    return std::nullopt;
  }
  return window->extras ? window->extras->properties : std::vector<Property>();
}

bool still_has(HWND handle, ATOM atom) {
  UserLock lock;
  const Window* window = find_window_locked(handle);
  return window != nullptr && find_property(*window, atom) != nullptr;
}

// The callback may remove properties, or destroy the window: the list is a copy, and what is gone
// by then is left out. -1: there was none. `call` gets the name as text, null for a number.
template <class Call>
int enumerate(HWND handle, Call&& call) {
  const auto properties = properties_of(handle);
  if (!properties) return -1;
  int result = -1;
  for (const Property& property : *properties) {
    if (!still_has(handle, property.atom)) continue;
    std::optional<std::u16string> name;
    if (property.atom >= base::AtomTable::kFirst) name = base::global_atoms().name(property.atom);
    result = call(property, name ? &*name : nullptr);
    if (result == 0) break;
  }
  return result;
}

template <class Call>
int enumerate_wide(HWND handle, Call&& call) {
  return enumerate(handle, [&](const Property& property, std::u16string* name) {
    return call(name != nullptr ? base::as_wchar(name->data()) : MAKEINTRESOURCEW(property.atom),
                property.data);
  });
}

template <class Call>
int enumerate_ansi(HWND handle, Call&& call) {
  return enumerate(handle, [&](const Property& property, const std::u16string* name) {
    std::string ansi = name != nullptr ? base::to_ansi(*name) : std::string();
    return call(name != nullptr ? ansi.data() : MAKEINTRESOURCEA(property.atom), property.data);
  });
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Attaches `data` to a window by name or atom; replaces what has the name. Last errors:
// ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_PARAMETER (no name, or too long a one).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setpropw
WINBOOL WINAPI SetPropW(HWND window, LPCWSTR name, HANDLE data) {
  return set_property(window, Key(name), data);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setpropa
WINBOOL WINAPI SetPropA(HWND window, LPCSTR name, HANDLE data) {
  return set_property(window, Key(name), data);
}

// The data of a property; null where there is none.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getpropw
HANDLE WINAPI GetPropW(HWND window, LPCWSTR name) {
  return get_property(window, Key(name));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getpropa
HANDLE WINAPI GetPropA(HWND window, LPCSTR name) {
  return get_property(window, Key(name));
}

// Takes a property away and returns its data, null where there is none.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-removepropw
HANDLE WINAPI RemovePropW(HWND window, LPCWSTR name) {
  return remove_property(window, Key(name));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-removepropa
HANDLE WINAPI RemovePropA(HWND window, LPCSTR name) {
  return remove_property(window, Key(name));
}

// Calls `callback` for each property until it answers FALSE. Returns its last answer, -1 where
// there are no properties.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumpropsw
int WINAPI EnumPropsW(HWND window, PROPENUMPROCW callback) {
  if (callback == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER, -1);
  return enumerate_wide(window,
                        [&](LPCWSTR name, HANDLE data) { return callback(window, name, data); });
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumpropsa
int WINAPI EnumPropsA(HWND window, PROPENUMPROCA callback) {
  if (callback == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER, -1);
  return enumerate_ansi(window,
                        [&](LPCSTR name, HANDLE data) { return callback(window, name, data); });
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumpropsexw
int WINAPI EnumPropsExW(HWND window, PROPENUMPROCEXW callback, LPARAM context) {
  if (callback == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER, -1);
  return enumerate_wide(window, [&](LPCWSTR name, HANDLE data) {
    return callback(window, const_cast<LPWSTR>(name), data, static_cast<ULONG_PTR>(context));
  });
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumpropsexa
int WINAPI EnumPropsExA(HWND window, PROPENUMPROCEXA callback, LPARAM context) {
  if (callback == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER, -1);
  return enumerate_ansi(window, [&](LPCSTR name, HANDLE data) {
    return callback(window, const_cast<LPSTR>(name), data, static_cast<ULONG_PTR>(context));
  });
}
