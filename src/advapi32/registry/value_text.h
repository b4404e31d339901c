// A value's data as it goes to and comes from callers: text in ANSI or UTF-16.
#pragma once

#include "advapi32/registry/store.h"

namespace transom::registry {

inline bool is_text(DWORD type) {
  return type == REG_SZ || type == REG_EXPAND_SZ || type == REG_MULTI_SZ;
}

std::u16string text_of(const Bytes& data);
Bytes data_of(std::u16string_view text);

// What an ANSI caller gives and gets; data that is no text stays as it is.
Bytes from_ansi(DWORD type, const Bytes& data);
Bytes to_ansi(DWORD type, const Bytes& data);

}  // namespace transom::registry
