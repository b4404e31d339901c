// What parameters point to: read safely at the time of the event, kept as text.
#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "spy/decode.h"
#include "spy/describe.h"
#include "spy/memory.h"

namespace transom::spy {
namespace {

using catalog::Direction;
using catalog::Field;
using catalog::Kind;

constexpr std::size_t kMostCharacters = 120;
constexpr std::size_t kMostText = 140;

const void* pointer_of(std::uint64_t raw) {
  return reinterpret_cast<const void*>(raw);
}

std::string wide_text(std::uint64_t address, std::size_t limit) {
  char16_t buffer[kMostCharacters];
  const std::size_t bytes =
      read_memory(pointer_of(address), buffer, std::min(limit, kMostCharacters) * sizeof *buffer);
  const std::size_t count = bytes / sizeof *buffer;
  const char16_t* end = std::find(buffer, buffer + count, u'\0');
  return base::utf16_to_utf8({buffer, end});
}

std::string ansi_text(std::uint64_t address, std::size_t limit) {
  char buffer[kMostCharacters];
  const std::size_t count =
      read_memory(pointer_of(address), buffer, std::min(limit, kMostCharacters));
  const char* end = std::find(buffer, buffer + count, '\0');
  return base::utf16_to_utf8(base::to_utf16(std::string_view(buffer, end)));
}

std::string text_at(std::uint64_t address, Characters characters, std::size_t limit) {
  if (address == 0) return "null";
  char probe;
  if (read_memory(pointer_of(address), &probe, 1) == 0) return "(unreadable)";
  return quoted(
      characters == Characters::kAnsi ? ansi_text(address, limit) : wide_text(address, limit),
      kMostText);
}

// Strings that are small numbers are atoms, or items of the system's.
std::string text_or_atom(std::uint64_t raw, Characters characters) {
  return raw < 0x10000 ? "#" + std::to_string(raw) : text_at(raw, characters, SIZE_MAX);
}

std::string structure_text(const catalog::Structure& structure, const std::byte* bytes,
                           Characters characters, std::string_view peer_class);

std::string member_text(const Field& member, const std::byte* bytes, Characters characters,
                        std::string_view peer_class) {
  if (member.kind == Kind::kStructure) {
    return structure_text(catalog::structure(member.argument), bytes + member.offset, characters,
                          peer_class);
  }
  std::uint64_t raw = 0;
  std::memcpy(&raw, bytes + member.offset, std::min<std::size_t>(member.bit_count / 8, 8));
  switch (member.kind) {
    case Kind::kText:
      return text_at(raw, characters, SIZE_MAX);
    case Kind::kTextOrAtom:
      return text_or_atom(raw, characters);
    default:
      return decode_field(member, raw, peer_class, catalog::Route::kNotify);
  }
}

std::string structure_text(const catalog::Structure& structure, const std::byte* bytes,
                           Characters characters, std::string_view peer_class) {
  std::string text = "{";
  for (const Field& member : structure.fields()) {
    if (text.size() > 1) text += ' ';
    text +=
        std::string(member.name.view()) + "=" + member_text(member, bytes, characters, peer_class);
  }
  return text + "}";
}

std::string structure_at(const catalog::Structure& structure, std::uint64_t address,
                         Characters characters, std::string_view peer_class) {
  std::byte bytes[256];
  if (address == 0) return "null";
  if (structure.size > sizeof bytes ||
      read_memory(pointer_of(address), bytes, structure.size) < structure.size) {
    return "(unreadable)";
  }
  return structure_text(structure, bytes, characters, peer_class);
}

std::string numbers_at(std::uint64_t address, std::uint64_t count, bool is_signed) {
  constexpr std::uint64_t kMost = 8;
  std::int32_t numbers[kMost];
  const std::size_t wanted = std::min(count, kMost) * sizeof *numbers;
  if (address == 0) return "null";
  if (read_memory(pointer_of(address), numbers, wanted) < wanted) return "(unreadable)";
  std::string text = "[";
  for (std::uint64_t i = 0; i < std::min(count, kMost); ++i) {
    if (i) text += ' ';
    text += is_signed ? std::to_string(numbers[i])
                      : std::to_string(static_cast<std::uint32_t>(numbers[i]));
  }
  return text + (count > kMost ? " ...]" : "]");
}

// WM_NCCALCSIZE points to a mere rectangle when wParam is FALSE, the first of the larger structure.
const catalog::Structure& pointed_structure(const Record& record, const Field& field) {
  const catalog::Structure& structure = catalog::structure(field.argument);
  const bool mere_rectangle = record.message == WM_NCCALCSIZE && record.wparam == FALSE;
  return mere_rectangle ? catalog::structure(structure.fields()[0].argument) : structure;
}

std::string number_at(const Field& field, std::uint64_t address) {
  std::uint32_t number = 0;
  if (address == 0) return "null";
  if (read_memory(pointer_of(address), &number, sizeof number) < sizeof number)
    return "(unreadable)";
  return decode_field(field, number);
}

// Lists that are drawn by their owner and have no strings keep item data in place of text.
bool list_has_strings(HWND window, std::string_view window_class) {
  if (!window_describer().style) return true;
  const DWORD style = window_describer().style(window);
  if (catalog::same_class(window_class, "ListBox")) {
    return !(style & (LBS_OWNERDRAWFIXED | LBS_OWNERDRAWVARIABLE)) || (style & LBS_HASSTRINGS);
  }
  return !(style & (CBS_OWNERDRAWFIXED | CBS_OWNERDRAWVARIABLE)) || (style & CBS_HASSTRINGS);
}

std::string string_at(const Record& record, std::uint64_t address, Characters characters) {
  if (list_has_strings(record.window, record.window_class)) {
    return text_at(address, characters, SIZE_MAX);
  }
  Field field{};
  field.bit_count = 64;
  field.kind = Kind::kValue;
  return decode_field(field, address);
}

std::string pointed_text(const Record& record, const Field& field, std::uint64_t address,
                         Characters characters) {
  const bool returned = record.event == Event::kReturned;
  switch (field.kind) {
    case Kind::kText:
      return text_at(address, characters, SIZE_MAX);
    case Kind::kAnsi:
      return text_at(address, Characters::kAnsi, SIZE_MAX);
    case Kind::kWide:
      return text_at(address, Characters::kUnicode, SIZE_MAX);
    case Kind::kString:
      return string_at(record, address, characters);
    case Kind::kBuffer:
      // The result says how much was written: EM_GETLINE's has no final zero.
      return text_at(address, characters,
                     static_cast<std::size_t>(std::max<LRESULT>(record.result, 0)));
    case Kind::kArray:
      return numbers_at(address,
                        static_cast<std::uint64_t>(returned ? record.result
                                                            : static_cast<LRESULT>(record.wparam)),
                        static_cast<Kind>(field.argument) == Kind::kInt);
    case Kind::kStructure:
      return structure_at(pointed_structure(record, field), address, characters, record.peer_class);
    default:
      return number_at(field, address);
  }
}

// Only what goes in is looked at on a call, only what came out on a return.
std::string pointed_by(const Record& record, const catalog::Parameter& parameter,
                       std::uint64_t address, Characters characters) {
  if (parameter.count != 1) return {};
  const Field& field = parameter.fields()[0];
  if (field.direction == Direction::kValue) return {};
  const Direction other = record.event == Event::kReturned ? Direction::kIn : Direction::kOut;
  return field.direction == other ? std::string()
                                  : pointed_text(record, field, address, characters);
}

// Cuts at a whole character.
std::string_view fitting(std::string_view text, std::size_t room) {
  if (text.size() <= room) return text;
  while (room > 0 && (text[room] & 0xC0) == 0x80) --room;
  return text.substr(0, room);
}

}  // namespace

void capture_pointed(Record& record, const catalog::Message& message, Characters characters) {
  const std::string first = pointed_by(record, message.wparam, record.wparam, characters);
  const std::string second =
      pointed_by(record, message.lparam, static_cast<std::uint64_t>(record.lparam), characters);
  const std::string_view kept = fitting(first, 200);
  record.wparam_length = static_cast<std::uint8_t>(kept.size());
  std::memcpy(record.pointed, kept.data(), kept.size());
  const std::string_view rest = fitting(second, sizeof record.pointed - kept.size());
  record.lparam_length = static_cast<std::uint16_t>(rest.size());
  std::memcpy(record.pointed + kept.size(), rest.data(), rest.size());
}

}  // namespace transom::spy
