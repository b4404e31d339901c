// Setting, reading and removing values.
// https://learn.microsoft.com/windows/win32/sysinfo/registry-value-types
#include <algorithm>
#include <cstring>
#include <type_traits>

#include "advapi32/registry/key.h"
#include "advapi32/registry/value_text.h"
#include "base/text.h"
#include "kernel32/process/environment.h"

namespace transom::registry {
namespace {

template <class Char>
Bytes for_caller(const Value& value) {
  return std::is_same_v<Char, CHAR> ? to_ansi(value.type, value.data) : value.data;
}

// `size` in: the buffer's; out: the data's. Without a buffer only the size is told.
LSTATUS give(const Bytes& data, void* buffer, DWORD* size) {
  if (size == nullptr) return buffer == nullptr ? ERROR_SUCCESS : ERROR_INVALID_PARAMETER;
  const DWORD room = *size;
  *size = static_cast<DWORD>(data.size());
  if (buffer == nullptr) return ERROR_SUCCESS;
  if (room < data.size()) return ERROR_MORE_DATA;
  std::memcpy(buffer, data.data(), data.size());
  return ERROR_SUCCESS;
}

template <class Char>
LSTATUS query(HKEY key, const Char* name, DWORD* type, BYTE* buffer, DWORD* size) {
  if (buffer != nullptr && size == nullptr) return ERROR_INVALID_PARAMETER;
  KeyId id = 0;
  Value value;
  if (const LSTATUS error = find_key(key, KEY_QUERY_VALUE, id)) return error;
  if (const LSTATUS error = Store::instance().get_value(id, read_name(name), value)) return error;
  if (type != nullptr) *type = value.type;
  return give(for_caller<Char>(value), buffer, size);
}

template <class Char>
LSTATUS set(KeyId id, const Char* name, DWORD type, const void* data, DWORD size) {
  if (data == nullptr && size != 0) return ERROR_NOACCESS;
  const auto given =
      data != nullptr ? Bytes(static_cast<const std::uint8_t*>(data), size) : Bytes();
  return Store::instance().set_value(
      id, {read_name(name), type, std::is_same_v<Char, CHAR> ? from_ansi(type, given) : given});
}

template <class Char>
LSTATUS set(HKEY key, const Char* name, DWORD type, const BYTE* data, DWORD size) {
  KeyId id = 0;
  if (const LSTATUS error = find_key(key, KEY_SET_VALUE, id)) return error;
  return set(id, name, type, static_cast<const void*>(data), size);
}

// The key of a path below an open one.
template <class Char>
LSTATUS find_below(HKEY parent, const Char* path, REGSAM rights, KeyId& key) {
  KeyId from = 0;
  std::u16string text;
  if (const LSTATUS error = read_path(path, text)) return error;
  // The rights of a key below are asked for when it is opened, which is here.
  if (const LSTATUS error = find_key(parent, text.empty() ? rights : 0, from)) return error;
  return Store::instance().open(from, text, key);
}

template <class Char>
LSTATUS remove(HKEY parent, const Char* path, const Char* name) {
  KeyId key = 0;
  if (const LSTATUS error = find_below(parent, path, KEY_SET_VALUE, key)) return error;
  return Store::instance().remove_value(key, read_name(name));
}

template <class Char>
LSTATUS set_below(HKEY parent, const Char* path, const Char* name, DWORD type, const void* data,
                  DWORD size) {
  KeyId from = 0, key = 0;
  bool is_new = false;
  std::u16string text;
  if (const LSTATUS error = find_key(parent, KEY_SET_VALUE | KEY_CREATE_SUB_KEY, from)) {
    return error;
  }
  if (const LSTATUS error = read_path(path, text)) return error;
  const LSTATUS error = Store::instance().create(from, text, Lifetime::kStored, u"", key, is_new);
  return error != ERROR_SUCCESS ? error : set(key, name, type, data, size);
}

// RRF_RT_ bits of a type.
DWORD type_bit(DWORD type) {
  switch (type) {
    case REG_NONE:
      return RRF_RT_REG_NONE;
    case REG_SZ:
      return RRF_RT_REG_SZ;
    case REG_EXPAND_SZ:
      return RRF_RT_REG_EXPAND_SZ;
    case REG_BINARY:
      return RRF_RT_REG_BINARY;
    case REG_DWORD:
      return RRF_RT_REG_DWORD;
    case REG_MULTI_SZ:
      return RRF_RT_REG_MULTI_SZ;
    case REG_QWORD:
      return RRF_RT_REG_QWORD;
    default:
      return 0;
  }
}

// What RegGetValue does with text: expands it, and sees to its end.
void finish_text(Value& value, bool expands) {
  std::u16string text = text_of(value.data);
  if (value.type == REG_EXPAND_SZ && expands) {
    while (text.ends_with(u'\0')) text.pop_back();
    text = kernel::expand_environment(text);
    value.type = REG_SZ;
  }
  const std::size_t ends = value.type == REG_MULTI_SZ ? 2 : 1;
  while (text.size() < ends || text.substr(text.size() - ends) != std::u16string(ends, u'\0')) {
    text += u'\0';
  }
  value.data = data_of(text);
}

LSTATUS check_type(DWORD type, std::size_t size, DWORD flags) {
  const DWORD wanted = flags & RRF_RT_ANY;
  if (wanted != RRF_RT_ANY && (wanted & type_bit(type)) == 0) return ERROR_UNSUPPORTED_TYPE;
  // A number of the wrong size where only numbers of a size are wanted.
  if ((wanted == RRF_RT_DWORD && size != 4) || (wanted == RRF_RT_QWORD && size != 8)) {
    return ERROR_INVALID_DATA;
  }
  return ERROR_SUCCESS;
}

template <class Char>
LSTATUS get(HKEY parent, const Char* path, const Char* name, DWORD flags, DWORD* type, void* buffer,
            DWORD* size) {
  const bool expands = (flags & RRF_NOEXPAND) == 0;
  const bool wants_unexpanded =
      (flags & RRF_RT_REG_EXPAND_SZ) != 0 && (flags & RRF_RT_ANY) != RRF_RT_ANY;
  if ((buffer != nullptr && size == nullptr) || (expands && wants_unexpanded)) {
    return ERROR_INVALID_PARAMETER;
  }
  KeyId key = 0;
  Value value;
  if (const LSTATUS error = find_below(parent, path, KEY_QUERY_VALUE, key)) return error;
  if (const LSTATUS error = Store::instance().get_value(key, read_name(name), value)) return error;
  if (is_text(value.type)) finish_text(value, expands);
  if (type != nullptr) *type = value.type;
  const Bytes data = for_caller<Char>(value);
  if (const LSTATUS error = check_type(value.type, data.size(), flags)) {
    if (size != nullptr) *size = static_cast<DWORD>(data.size());
    return error;
  }
  return give(data, buffer, size);
}

template <class Char>
LSTATUS get_or_zero(HKEY parent, const Char* path, const Char* name, DWORD flags, DWORD* type,
                    void* buffer, DWORD* size) {
  const DWORD room = buffer != nullptr && size != nullptr ? *size : 0;
  const LSTATUS error = get(parent, path, name, flags, type, buffer, size);
  if (error != ERROR_SUCCESS && (flags & RRF_ZEROONFAILURE) != 0) std::memset(buffer, 0, room);
  return error;
}

// The default value of a key below, as the functions of Windows 3.1 have it.
template <class Char>
LSTATUS query_old(HKEY parent, const Char* path, Char* buffer, LONG* size) {
  KeyId key = 0;
  Value value;
  if (const LSTATUS error = find_below(parent, path, KEY_QUERY_VALUE, key)) return error;
  const LSTATUS error = Store::instance().get_value(key, u"", value);
  if (error != ERROR_SUCCESS && error != ERROR_FILE_NOT_FOUND) return error;
  // One that was never set is empty text.
  if (error == ERROR_FILE_NOT_FOUND) value.type = REG_SZ;
  finish_text(value, false);
  DWORD room = size != nullptr && *size > 0 ? static_cast<DWORD>(*size) : 0;
  const LSTATUS result = give(for_caller<Char>(value), buffer, &room);
  if (size != nullptr) *size = static_cast<LONG>(room);
  return result;
}

template <class Char>
LSTATUS set_old(HKEY parent, const Char* path, DWORD type, const Char* text) {
  if (type != REG_SZ || text == nullptr) return ERROR_INVALID_PARAMETER;
  const auto bytes = (std::char_traits<Char>::length(text) + 1) * sizeof(Char);
  return set_below(parent, path, static_cast<const Char*>(nullptr), type, text,
                   static_cast<DWORD>(bytes));
}

}  // namespace
}  // namespace transom::registry

using namespace transom::registry;

// The data of a value, text without care for its end. ERROR_FILE_NOT_FOUND, ERROR_MORE_DATA (the
// size is told), ERROR_INVALID_PARAMETER, ERROR_ACCESS_DENIED, ERROR_KEY_DELETED.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regqueryvalueexw
LONG WINAPI RegQueryValueExW(HKEY key, LPCWSTR name, LPDWORD, LPDWORD type, LPBYTE data,
                             LPDWORD size) {
  return query(key, name, type, data, size);
}
LONG WINAPI RegQueryValueExA(HKEY key, LPCSTR name, LPDWORD, LPDWORD type, LPBYTE data,
                             LPDWORD size) {
  return query(key, name, type, data, size);
}

// Text is stored as long as it is said to be: with its end, where `size` counts it.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regsetvalueexw
LONG WINAPI RegSetValueExW(HKEY key, LPCWSTR name, DWORD, DWORD type, const BYTE* data,
                           DWORD size) {
  return set(key, name, type, data, size);
}
LONG WINAPI RegSetValueExA(HKEY key, LPCSTR name, DWORD, DWORD type, const BYTE* data, DWORD size) {
  return set(key, name, type, data, size);
}

// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regdeletevaluew
LONG WINAPI RegDeleteValueW(HKEY key, LPCWSTR name) {
  return remove<WCHAR>(key, nullptr, name);
}
LONG WINAPI RegDeleteValueA(HKEY key, LPCSTR name) {
  return remove<CHAR>(key, nullptr, name);
}
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regdeletekeyvaluew
LONG WINAPI RegDeleteKeyValueW(HKEY key, LPCWSTR path, LPCWSTR name) {
  return remove(key, path, name);
}
LONG WINAPI RegDeleteKeyValueA(HKEY key, LPCSTR path, LPCSTR name) {
  return remove(key, path, name);
}

// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regsetkeyvaluew
LONG WINAPI RegSetKeyValueW(HKEY key, LPCWSTR path, LPCWSTR name, DWORD type, LPCVOID data,
                            DWORD size) {
  return set_below(key, path, name, type, data, size);
}
LONG WINAPI RegSetKeyValueA(HKEY key, LPCSTR path, LPCSTR name, DWORD type, LPCVOID data,
                            DWORD size) {
  return set_below(key, path, name, type, data, size);
}

// A value of one of the types that `flags` (RRF_) allow, text with an end and expanded.
// ERROR_UNSUPPORTED_TYPE, ERROR_INVALID_DATA, and as RegQueryValueEx.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-reggetvaluew
LONG WINAPI RegGetValueW(HKEY key, LPCWSTR path, LPCWSTR name, DWORD flags, LPDWORD type,
                         PVOID data, LPDWORD size) {
  return get_or_zero(key, path, name, flags, type, data, size);
}
LONG WINAPI RegGetValueA(HKEY key, LPCSTR path, LPCSTR name, DWORD flags, LPDWORD type, PVOID data,
                         LPDWORD size) {
  return get_or_zero(key, path, name, flags, type, data, size);
}

// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regqueryvaluew
LONG WINAPI RegQueryValueW(HKEY key, LPCWSTR path, LPWSTR data, PLONG size) {
  return query_old(key, path, data, size);
}
LONG WINAPI RegQueryValueA(HKEY key, LPCSTR path, LPSTR data, PLONG size) {
  return query_old(key, path, data, size);
}
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regsetvaluew
LONG WINAPI RegSetValueW(HKEY key, LPCWSTR path, DWORD type, LPCWSTR data, DWORD) {
  return set_old(key, path, type, data);
}
LONG WINAPI RegSetValueA(HKEY key, LPCSTR path, DWORD type, LPCSTR data, DWORD) {
  return set_old(key, path, type, data);
}
