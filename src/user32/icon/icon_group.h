// The images of an icon or cursor: its group's directory.
//
// Directories come from resources and files, and are not trusted.
// https://learn.microsoft.com/windows/win32/menurc/resource-file-formats
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/win32.h"

namespace transom::user {

// Resource types; the headers' RT_ names change with UNICODE.
inline const LPCWSTR kCursorType = MAKEINTRESOURCEW(1), kIconType = MAKEINTRESOURCEW(3),
                     kCursorGroupType = MAKEINTRESOURCEW(12), kIconGroupType = MAKEINTRESOURCEW(14);

struct GroupEntry {
  int width;
  int height;
  int bits;
  DWORD position;  // resource identifier, or offset in the file
  DWORD size;
};

// GRPICONDIR (14 bytes an entry) or ICONDIR (16 bytes an entry: `file`). In a cursor's group the
// sizes are words and the height is that of image and mask. Entries that are cut off are left out.
std::vector<GroupEntry> read_group(std::span<const std::uint8_t> bytes, bool is_cursor, bool file);

// The nearest size, and among those the most colours. Null: there is none.
const GroupEntry* best_entry(const std::vector<GroupEntry>& entries, int width, int height);

template <class Value>
Value read_at(std::span<const std::uint8_t> bytes, std::size_t at) {
  Value value{};
  if (at + sizeof value <= bytes.size()) std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

}  // namespace transom::user
