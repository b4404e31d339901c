// The generated table, as catalog.cpp sees it. Offsets and indexes only: nothing to relocate.
#pragma once

#include "catalog/catalog.h"

namespace transom::catalog::detail {

extern const char pool[];
extern const Message messages[];
extern const std::uint16_t message_count;
extern const Field fields[];
extern const NamedValue values[];
extern const Group groups[];
extern const Structure structures[];
extern const Text handle_types[];

// Index + 1 into messages, 0 for none.
extern const std::uint16_t by_low_number[kUser];
// Indexes into messages: from WM_USER on by number, notifications by code, all by name.
extern const std::uint16_t by_high_number[];
extern const std::uint16_t high_count;
extern const std::uint16_t by_code[];
extern const std::uint16_t code_count;
extern const std::uint16_t by_name[];

}  // namespace transom::catalog::detail
