#include "advapi32/registry/key.h"

#include "advapi32/registry/watch.h"
#include "base/text.h"

namespace transom::registry {
namespace {

// 32-bit programs have the same keys: these bits choose nothing.
constexpr REGSAM kViews = KEY_WOW64_32KEY | KEY_WOW64_64KEY;

REGSAM plain_rights(REGSAM asked) {
  if ((asked & MAXIMUM_ALLOWED) != 0) return KEY_ALL_ACCESS;
  REGSAM rights = asked & ~kViews;
  if ((asked & GENERIC_READ) != 0) rights |= KEY_READ;
  if ((asked & GENERIC_WRITE) != 0) rights |= KEY_WRITE;
  if ((asked & GENERIC_EXECUTE) != 0) rights |= KEY_EXECUTE;
  if ((asked & GENERIC_ALL) != 0) rights |= KEY_ALL_ACCESS;
  return rights;
}

std::uint32_t low_bits(HKEY key) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(key));
}

LSTATUS checked(std::u16string text, std::u16string& path) {
  if (text.starts_with(u'\\')) return ERROR_BAD_PATHNAME;
  path = std::move(text);
  return ERROR_SUCCESS;
}

}  // namespace

RegistryKey::~RegistryKey() {
  forget_watches_of(*this);
}

bool is_predefined(HKEY handle) {
  // Handles never get so high.
  return (low_bits(handle) & 0x80000000u) != 0;
}

LSTATUS find_key(HKEY handle, REGSAM rights, KeyId& key) {
  if (is_predefined(handle)) {
    key = Store::instance().root(low_bits(handle));
    return key != 0 ? ERROR_SUCCESS : ERROR_INVALID_HANDLE;
  }
  const auto object = std::dynamic_pointer_cast<RegistryKey>(kernel::find_object(handle));
  if (object == nullptr) return ERROR_INVALID_HANDLE;
  if ((object->rights & rights) != rights) return ERROR_ACCESS_DENIED;
  key = object->id;
  return ERROR_SUCCESS;
}

HKEY open_key_handle(KeyId key, REGSAM rights) {
  return static_cast<HKEY>(
      kernel::open_handle(std::make_shared<RegistryKey>(key, plain_rights(rights))));
}

LSTATUS read_path(LPCWSTR path, std::u16string& text) {
  return checked(read_name(path), text);
}
LSTATUS read_path(LPCSTR path, std::u16string& text) {
  return checked(read_name(path), text);
}
std::u16string read_name(LPCWSTR name) {
  return name != nullptr ? base::as_char16(name) : u"";
}
std::u16string read_name(LPCSTR name) {
  return base::to_utf16(name);
}

}  // namespace transom::registry
