#include "user32/icon/icon_group.h"

#include <cstdlib>

namespace transom::user {

std::vector<GroupEntry> read_group(std::span<const std::uint8_t> bytes, bool is_cursor, bool file) {
  std::vector<GroupEntry> entries;
  const auto count = read_at<WORD>(bytes, 4);
  const std::size_t entry_size = file ? 16 : 14;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = 6 + i * entry_size;
    if (at + entry_size > bytes.size()) break;
    GroupEntry entry{};
    if (is_cursor && !file) {
      entry.width = read_at<WORD>(bytes, at);
      entry.height = read_at<WORD>(bytes, at + 2) / 2;
    } else {
      entry.width = bytes[at] != 0 ? bytes[at] : 256;
      entry.height = bytes[at + 1] != 0 ? bytes[at + 1] : 256;
    }
    entry.bits = is_cursor && file ? 1 : read_at<WORD>(bytes, at + 6);
    entry.size = read_at<DWORD>(bytes, at + 8);
    entry.position = file ? read_at<DWORD>(bytes, at + 12) : read_at<WORD>(bytes, at + 12);
    entries.push_back(entry);
  }
  return entries;
}

const GroupEntry* best_entry(const std::vector<GroupEntry>& entries, int width, int height) {
  const GroupEntry* best = nullptr;
  const auto distance = [&](const GroupEntry& entry) {
    return std::abs(entry.width - width) + std::abs(entry.height - height);
  };
  for (const GroupEntry& entry : entries) {
    if (best == nullptr || distance(entry) < distance(*best) ||
        (distance(entry) == distance(*best) && entry.bits > best->bits)) {
      best = &entry;
    }
  }
  return best;
}

}  // namespace transom::user
