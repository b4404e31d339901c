#include "kernel32/message/message_table.h"

#include <algorithm>

#include <cstring>

#include "base/text.h"
#include "kernel32/module/module.h"
#include "kernel32/module/read_value.h"

namespace transom::kernel {
namespace {

using Bytes = std::span<const std::uint8_t>;

struct Entry {
  std::size_t length;
  bool wide;
  Bytes text;
};

constexpr std::size_t kEntryHeader = 4;

std::optional<Entry> read_entry(Bytes table, std::size_t offset) {
  const auto length = read_value<std::uint16_t>(table, offset);
  const auto flags = read_value<std::uint16_t>(table, offset + 2);
  if (!length || !flags || *length < kEntryHeader || *length > table.size() - offset) {
    return std::nullopt;
  }
  return Entry{*length, (*flags & 1) != 0,
               table.subspan(offset + kEntryHeader, *length - kEntryHeader)};
}

// Up to the null that pads it.
std::u16string text_of(const Entry& entry) {
  std::u16string text;
  if (entry.wide) {
    text.resize(entry.text.size() / 2);
    std::memcpy(text.data(), entry.text.data(), text.size() * 2);
  } else {
    const auto* bytes = reinterpret_cast<const char*>(entry.text.data());
    text = base::to_utf16(std::string_view(bytes, entry.text.size()));
  }
  text.resize(std::min(text.find(u'\0'), text.size()));
  return text;
}

bool is_table(const Resource& resource) {
  constexpr std::uint16_t kMessageTable = 11;  // RT_MESSAGETABLE
  return resource.type.is_number() && resource.type.number == kMessageTable;
}

}  // namespace

std::optional<std::u16string> find_in_message_table(Bytes table, DWORD id) {
  const auto count = read_value<std::uint32_t>(table, 0);
  for (std::size_t block = 0; count && block < *count; ++block) {
    const std::size_t at = 4 + block * 12;
    const auto first = read_value<std::uint32_t>(table, at);
    const auto last = read_value<std::uint32_t>(table, at + 4);
    const auto entries = read_value<std::uint32_t>(table, at + 8);
    if (!first || !last || !entries) return std::nullopt;
    if (id < *first || id > *last) continue;
    std::size_t offset = *entries;
    for (DWORD number = *first;; ++number) {
      const auto entry = read_entry(table, offset);
      if (!entry) return std::nullopt;
      if (number == id) return text_of(*entry);
      offset += entry->length;
    }
  }
  return std::nullopt;
}

ModuleMessage module_message(HMODULE module, DWORD id, LANGID language) {
  bool any_table = false;
  bool any_language = false;
  for (const Resource& resource : resources_of(module)) {
    if (!is_table(resource)) continue;
    any_table = true;
    if (language != 0 && resource.language != language) continue;
    any_language = true;
    if (auto text = find_in_message_table(resource.data, id)) return {*text};
  }
  if (!any_table) return {{}, ERROR_RESOURCE_TYPE_NOT_FOUND};
  return {{}, DWORD(any_language ? ERROR_MR_MID_NOT_FOUND : ERROR_RESOURCE_LANG_NOT_FOUND)};
}

}  // namespace transom::kernel
