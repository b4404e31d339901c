// Open keys: what an HKEY stands for.
//
//  - A predefined key (HKEY_CURRENT_USER …) needs no opening and allows everything.
//  - Others are kernel handles of RegistryKey objects, with the rights that they were opened for.
#pragma once

#include <string>
#include <vector>

#include "advapi32/registry/store.h"
#include "kernel32/object.h"

namespace transom::registry {

class RegistryKey : public kernel::Object {
 public:
  RegistryKey(KeyId id, REGSAM rights) : id(id), rights(rights) {}
  ~RegistryKey() override;
  bool can_wait() const override { return false; }
  bool signaled(const kernel::ThreadRecord&) const override { return false; }

  const KeyId id;
  const REGSAM rights;
};

// The key behind a handle, if it was opened with these rights: ERROR_INVALID_HANDLE,
// ERROR_ACCESS_DENIED.
LSTATUS find_key(HKEY handle, REGSAM rights, KeyId& key);
bool is_predefined(HKEY handle);
// A new handle; null when there are too many.
HKEY open_key_handle(KeyId key, REGSAM rights);

// A key's path from a caller: null is empty. ERROR_BAD_PATHNAME where it begins with a backslash.
LSTATUS read_path(LPCWSTR path, std::u16string& text);
LSTATUS read_path(LPCSTR path, std::u16string& text);
std::u16string read_name(LPCWSTR name);
std::u16string read_name(LPCSTR name);

}  // namespace transom::registry
