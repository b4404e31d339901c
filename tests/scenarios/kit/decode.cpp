#include "decode.h"

#include <cstdio>
#include <cstring>

#include "catalog/catalog.h"
#include "recorder.h"
#include "structures.h"

namespace scenario {
namespace {

using transom::catalog::Direction;
using transom::catalog::Field;
using transom::catalog::Group;
using transom::catalog::Kind;
using transom::catalog::Message;
using transom::catalog::Parameter;

template <class... Values>
std::string formatted(const char* format, Values... values) {
  char text[200];
  std::snprintf(text, sizeof text, format, values...);
  return text;
}

std::string value_text(std::uint64_t raw) {
  const std::string name = name_of_handle(reinterpret_cast<const void*>(raw));
  if (!name.empty()) return name;
  const auto number = static_cast<std::int64_t>(raw);
  if (number >= -0xFFFF && number <= 0xFFFF) return std::to_string(number);
  return formatted("0x%llX", static_cast<unsigned long long>(raw));
}

std::int64_t sign_extended(std::uint64_t raw, unsigned bits) {
  if (bits >= 32) return static_cast<std::int32_t>(raw);
  return static_cast<std::int64_t>(raw << (64 - bits)) >> (64 - bits);
}

std::string enum_text(const Group& group, std::uint64_t raw, unsigned bits) {
  const std::int64_t number = sign_extended(raw, bits);
  for (const auto& value : group.values()) {
    if (sign_extended(static_cast<std::uint64_t>(value.value), bits) == number) {
      return std::string(value.name.view());
    }
  }
  return std::to_string(number);
}

std::string flags_of(const Group& group, std::uint32_t bits) {
  std::string text;
  for (const auto& value : group.values()) {
    const auto mask = static_cast<std::uint32_t>(value.value);
    if (mask == 0 || (bits & mask) != mask) continue;
    text += (text.empty() ? "" : "|") + std::string(value.name.view());
    bits &= ~mask;
  }
  if (bits != 0) text += formatted("%s0x%X", text.empty() ? "" : "|", bits);
  return text.empty() ? "0" : text;
}

std::string character_text(std::uint64_t raw) {
  const auto unit = static_cast<unsigned>(raw & 0xFFFF);
  return unit > 0x20 && unit < 0x7F ? formatted("'%c'", static_cast<int>(unit))
                                    : formatted("U+%04X", unit);
}

std::string keystroke_text(std::uint64_t raw) {
  std::string text = formatted("(repeat %u scan 0x%02X", static_cast<unsigned>(raw & 0xFFFF),
                               static_cast<unsigned>(raw >> 16 & 0xFF));
  if (raw >> 24 & 1) text += " extended";
  if (raw >> 29 & 1) text += " alt";
  if (raw >> 30 & 1) text += " was-down";
  if (raw >> 31 & 1) text += " released";
  return text + ")";
}

std::string point_text(std::uint64_t raw) {
  return formatted("(%d, %d)", static_cast<std::int16_t>(raw),
                   static_cast<std::int16_t>(raw >> 16));
}

std::string command_text(const Group& group, std::uint64_t raw) {
  const std::string name = enum_text(group, raw & 0xFFF0, 32);
  return raw & 0xF ? name + formatted("+%u", static_cast<unsigned>(raw & 0xF)) : name;
}

std::string handle_field(const Field& field, std::uint64_t raw) {
  const std::string type(transom::catalog::handle_type(field.argument));
  if (type == "HRGN") {
    const auto number = static_cast<std::int64_t>(raw);
    return number == 1 || number == -1 ? std::to_string(number)
                                       : region_text(reinterpret_cast<HRGN>(raw));
  }
  // Handles of GDI's have no names, and may be equal to a window's.
  if (type == "HDC") return raw == 0 ? "null" : "a HDC";
  return object_text(reinterpret_cast<const void*>(raw), ("a " + type).c_str());
}

std::string number_field(const Field& field, std::uint64_t raw) {
  switch (field.kind) {
    case Kind::kInt:
      return std::to_string(sign_extended(raw, field.bit_count));
    case Kind::kHex:
      return formatted("0x%X", static_cast<unsigned>(raw));
    case Kind::kBool:
      return raw == 0 ? "FALSE" : raw == 1 ? "TRUE" : "TRUE(" + value_text(raw) + ")";
    case Kind::kCharacter:
      return character_text(raw);
    case Kind::kMessage:
      return name_of_message(static_cast<UINT>(raw));
    case Kind::kEnum: {
      const Group& group = transom::catalog::group(field.argument);
      return group.name.view() == "SC" ? command_text(group, raw)
                                       : enum_text(group, raw, field.bit_count);
    }
    case Kind::kFlags:
      return flags_of(transom::catalog::group(field.argument), static_cast<std::uint32_t>(raw));
    case Kind::kPoint:
      return point_text(raw);
    case Kind::kSize:
      return formatted("(%u x %u)", static_cast<unsigned>(raw & 0xFFFF),
                       static_cast<unsigned>(raw >> 16 & 0xFFFF));
    case Kind::kKeystroke:
      return keystroke_text(raw);
    default:
      return value_text(raw);
  }
}

std::string field_text(const Field& field, std::uint64_t raw) {
  if (field.bit_count < 64) {
    raw = raw >> field.first_bit & ((std::uint64_t{1} << field.bit_count) - 1);
  }
  if (field.kind == Kind::kWindow) return window_text(reinterpret_cast<HWND>(raw));
  if (field.kind == Kind::kHandle) return handle_field(field, raw);
  return number_field(field, raw);
}

std::string text_at(HWND window, std::uint64_t address) {
  if (address == 0) return "null";
  if (!IsWindowUnicode(window)) return formatted("\"%s\"", reinterpret_cast<const char*>(address));
  std::string text = "\"";
  for (auto unit = reinterpret_cast<const WCHAR*>(address); *unit; ++unit) {
    text += *unit < 0x7F ? std::string(1, static_cast<char>(*unit))
                         : formatted("\\u%04X", static_cast<unsigned>(*unit));
  }
  return text + '"';
}

std::string parameter_text(HWND window, UINT message, const Parameter& parameter, const char* name,
                           std::uint64_t raw, WPARAM wparam) {
  if (parameter.count == 0) return raw == 0 ? "" : std::string(" ") + name + "=" + value_text(raw);
  std::string text;
  for (const Field& field : parameter.fields()) {
    std::string value;
    if (field.direction == Direction::kValue) {
      value = field_text(field, raw);
    } else if (field.kind == Kind::kStructure) {
      value = structure_text(message, wparam, raw);
    } else if (field.kind == Kind::kText && field.direction != Direction::kOut) {
      value = text_at(window, raw);
    } else {
      value = raw == 0 ? "null" : "a pointer";
    }
    text += ' ' + (field.name.empty() ? std::string(name) : std::string(field.name.view())) + '=' +
            value;
  }
  return text;
}

}  // namespace

std::string name_of_message(UINT message) {
  return transom::catalog::name_of(message);
}

std::string flags_text(const char* group_name, DWORD bits) {
  for (std::uint16_t i = 0;; ++i) {
    const Group& group = transom::catalog::group(i);
    if (group.name.view() == group_name) return flags_of(group, bits);
  }
}

std::string rect_text(const RECT& rect) {
  return formatted("(%d, %d, %d, %d)", static_cast<int>(rect.left), static_cast<int>(rect.top),
                   static_cast<int>(rect.right), static_cast<int>(rect.bottom));
}

std::string region_text(HRGN region) {
  if (region == nullptr) return "null";
  RECT box{};
  const int kind = GetRgnBox(region, &box);
  const char* kinds[] = {"bad region", "empty", "rectangle", "region in"};
  const std::string name = kinds[kind >= 0 && kind <= 3 ? kind : 0];
  return kind >= SIMPLEREGION ? name + " " + rect_text(box) : name;
}

std::string message_text(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  const Message* entry = transom::catalog::find(message);
  const auto raw = static_cast<std::uint64_t>(lparam);
  if (entry == nullptr) {
    return name_of_message(message) + (wparam ? " wParam=" + value_text(wparam) : "") +
           (lparam ? " lParam=" + value_text(raw) : "");
  }
  if (message == WM_PARENTNOTIFY) return "WM_PARENTNOTIFY" + parent_notify_text(wparam, lparam);
  return name_of_message(message) +
         parameter_text(window, message, entry->wparam, "wParam", wparam, wparam) +
         parameter_text(window, message, entry->lparam, "lParam", raw, wparam);
}

std::string changeable_text(UINT message, WPARAM wparam, LPARAM lparam) {
  const Message* entry = transom::catalog::find(message);
  if (entry == nullptr || lparam == 0 || entry->lparam.count != 1) return {};
  const Field& field = entry->lparam.fields()[0];
  if (field.kind != Kind::kStructure || field.direction != Direction::kInOut) return {};
  return structure_text(message, wparam, static_cast<std::uint64_t>(lparam));
}

std::string message_result_text(UINT message, LRESULT result) {
  const Message* entry = transom::catalog::find(message);
  const auto raw = static_cast<std::uint64_t>(result);
  if (entry == nullptr || entry->result.count != 1) return value_text(raw);
  return field_text(entry->result.fields()[0], raw);
}

}  // namespace scenario
