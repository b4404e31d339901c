// Enumerating subkeys and values, and what a key tells of itself.
// https://learn.microsoft.com/windows/win32/sysinfo/enumerating-registry-subkeys
#include <algorithm>
#include <cstring>

#include "advapi32/registry/key.h"
#include "advapi32/registry/value_text.h"
#include "base/text.h"

namespace transom::registry {
namespace {

std::u16string as(const std::u16string& text, WCHAR) {
  return text;
}
std::string as(const std::u16string& text, CHAR) {
  return base::to_ansi(text);
}

// `size` in: the buffer's, with room for the end; out: the length without it.
template <class Char>
LSTATUS give(const std::u16string& text, Char* buffer, DWORD* size) {
  if (buffer == nullptr || size == nullptr) {
    if (size != nullptr) *size = static_cast<DWORD>(text.size());
    return ERROR_SUCCESS;
  }
  const auto converted = as(text, Char{});
  if (*size <= converted.size()) return ERROR_MORE_DATA;
  std::memcpy(buffer, converted.c_str(), (converted.size() + 1) * sizeof(Char));
  *size = static_cast<DWORD>(converted.size());
  return ERROR_SUCCESS;
}

void tell(DWORD* to, DWORD value) {
  if (to != nullptr) *to = value;
}

void tell(FILETIME* to, std::uint64_t time) {
  if (to != nullptr) *to = {static_cast<DWORD>(time), static_cast<DWORD>(time >> 32)};
}

template <class Char>
LSTATUS enumerate_keys(HKEY key, DWORD index, Char* name, DWORD* name_size, Char* class_name,
                       DWORD* class_size, FILETIME* written) {
  if (name == nullptr || name_size == nullptr) return ERROR_INVALID_PARAMETER;
  KeyId id = 0;
  KeyFacts facts;
  if (const LSTATUS error = find_key(key, KEY_ENUMERATE_SUB_KEYS, id)) return error;
  if (const LSTATUS error = Store::instance().subkey(id, index, facts)) return error;
  if (const LSTATUS error = give(facts.name, name, name_size)) return error;
  tell(written, facts.written);
  return give(facts.class_name, class_name, class_size);
}

template <class Char>
LSTATUS enumerate_values(HKEY key, DWORD index, Char* name, DWORD* name_size, DWORD* type,
                         BYTE* data, DWORD* size) {
  if (name == nullptr || name_size == nullptr || (data != nullptr && size == nullptr)) {
    return ERROR_INVALID_PARAMETER;
  }
  KeyId id = 0;
  Value value;
  if (const LSTATUS error = find_key(key, KEY_QUERY_VALUE, id)) return error;
  if (const LSTATUS error = Store::instance().value(id, index, value)) return error;
  tell(type, value.type);
  const Bytes bytes = std::is_same_v<Char, CHAR> ? to_ansi(value.type, value.data) : value.data;
  const DWORD room = size != nullptr ? *size : 0;
  tell(size, static_cast<DWORD>(bytes.size()));
  if (const LSTATUS error = give(value.name, name, name_size)) return error;
  if (data == nullptr) return ERROR_SUCCESS;
  if (room < bytes.size()) return ERROR_MORE_DATA;
  std::ranges::copy(bytes, data);
  return ERROR_SUCCESS;
}

// Where to write what is asked for.
struct Answers {
  DWORD* subkeys;
  DWORD* longest_subkey;
  DWORD* longest_class;
  DWORD* values;
  DWORD* longest_value_name;
  DWORD* longest_data;
  FILETIME* written;
};

template <class Char>
LSTATUS query_info(HKEY key, Char* class_name, DWORD* class_size, const Answers& to) {
  if (class_name != nullptr && class_size == nullptr) return ERROR_INVALID_PARAMETER;
  KeyId id = 0;
  KeyFacts facts;
  if (const LSTATUS error = find_key(key, KEY_QUERY_VALUE, id)) return error;
  if (const LSTATUS error = Store::instance().facts(id, facts)) return error;
  tell(to.subkeys, facts.subkeys);
  tell(to.longest_subkey, facts.longest_subkey);
  tell(to.longest_class, facts.longest_class);
  tell(to.values, facts.values);
  tell(to.longest_value_name, facts.longest_value_name);
  tell(to.longest_data, facts.longest_data);
  tell(to.written, facts.written);
  return give(facts.class_name, class_name, class_size);
}

}  // namespace
}  // namespace transom::registry

using namespace transom::registry;

// The subkey of a number, in the order of names. ERROR_NO_MORE_ITEMS, ERROR_MORE_DATA.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regenumkeyexw
LONG WINAPI RegEnumKeyExW(HKEY key, DWORD index, LPWSTR name, LPDWORD name_size, LPDWORD,
                          LPWSTR class_name, LPDWORD class_size, PFILETIME written) {
  return enumerate_keys(key, index, name, name_size, class_name, class_size, written);
}
LONG WINAPI RegEnumKeyExA(HKEY key, DWORD index, LPSTR name, LPDWORD name_size, LPDWORD,
                          LPSTR class_name, LPDWORD class_size, PFILETIME written) {
  return enumerate_keys(key, index, name, name_size, class_name, class_size, written);
}
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regenumkeyw
LONG WINAPI RegEnumKeyW(HKEY key, DWORD index, LPWSTR name, DWORD size) {
  return enumerate_keys<WCHAR>(key, index, name, &size, nullptr, nullptr, nullptr);
}
LONG WINAPI RegEnumKeyA(HKEY key, DWORD index, LPSTR name, DWORD size) {
  return enumerate_keys<CHAR>(key, index, name, &size, nullptr, nullptr, nullptr);
}

// The value of a number. ERROR_NO_MORE_ITEMS, ERROR_MORE_DATA.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regenumvaluew
LONG WINAPI RegEnumValueW(HKEY key, DWORD index, LPWSTR name, LPDWORD name_size, LPDWORD,
                          LPDWORD type, LPBYTE data, LPDWORD size) {
  return enumerate_values(key, index, name, name_size, type, data, size);
}
LONG WINAPI RegEnumValueA(HKEY key, DWORD index, LPSTR name, LPDWORD name_size, LPDWORD,
                          LPDWORD type, LPBYTE data, LPDWORD size) {
  return enumerate_values(key, index, name, name_size, type, data, size);
}

// How many subkeys and values a key has and how long the longest are. Any pointer may be null.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regqueryinfokeyw
LONG WINAPI RegQueryInfoKeyW(HKEY key, LPWSTR class_name, LPDWORD class_size, LPDWORD,
                             LPDWORD subkeys, LPDWORD longest_subkey, LPDWORD longest_class,
                             LPDWORD values, LPDWORD longest_value_name, LPDWORD longest_data,
                             LPDWORD security, PFILETIME written) {
  if (security != nullptr) *security = 0;
  return query_info(
      key, class_name, class_size,
      {subkeys, longest_subkey, longest_class, values, longest_value_name, longest_data, written});
}
LONG WINAPI RegQueryInfoKeyA(HKEY key, LPSTR class_name, LPDWORD class_size, LPDWORD,
                             LPDWORD subkeys, LPDWORD longest_subkey, LPDWORD longest_class,
                             LPDWORD values, LPDWORD longest_value_name, LPDWORD longest_data,
                             LPDWORD security, PFILETIME written) {
  if (security != nullptr) *security = 0;
  return query_info(
      key, class_name, class_size,
      {subkeys, longest_subkey, longest_class, values, longest_value_name, longest_data, written});
}
