#include "spy/decode.h"

#include <cstdio>

#include "base/text.h"

namespace transom::spy {
namespace {

using catalog::Field;
using catalog::Kind;

template <class... Values>
std::string formatted(const char* format, Values... values) {
  char text[96];
  std::snprintf(text, sizeof text, format, values...);
  return text;
}

std::string hexadecimal(std::uint64_t raw) {
  return formatted("0x%llX", static_cast<unsigned long long>(raw));
}

// Small numbers read better in decimal, addresses and handles in hexadecimal.
std::string value_text(std::uint64_t raw) {
  const auto number = static_cast<std::int64_t>(raw);
  return number >= -9 && number < 10'000 ? std::to_string(number) : hexadecimal(raw);
}

std::int64_t sign_extended(std::uint64_t raw, unsigned bits) {
  // Programs pass a negative int in 64 bits with and without its sign.
  if (bits >= 32) return static_cast<std::int32_t>(raw);
  const unsigned shift = 64 - bits;
  return static_cast<std::int64_t>(raw << shift) >> shift;
}

std::string enum_text(const catalog::Group& group, std::uint64_t raw, unsigned bits) {
  const std::int64_t number = sign_extended(raw, bits);
  for (const catalog::NamedValue& value : group.values()) {
    const bool same = bits < 32
                          ? sign_extended(static_cast<std::uint64_t>(value.value), bits) == number
                          : static_cast<std::int32_t>(value.value) == number;
    if (same) return std::string(value.name.view());
  }
  return value_text(static_cast<std::uint64_t>(number));
}

// SC_ commands carry what the system likes in the low four bits.
std::string command_text(const catalog::Group& group, std::uint64_t raw) {
  const std::uint64_t rest = raw & 0xF;
  const std::string name = enum_text(group, raw & 0xFFF0, 32);
  return rest == 0 ? name : name + "+" + std::to_string(rest);
}

std::string flags_text(const catalog::Group& group, std::uint64_t raw) {
  std::uint32_t left = static_cast<std::uint32_t>(raw);
  std::string text;
  const auto add = [&text](std::string_view name) {
    if (!text.empty()) text += '|';
    text += name;
  };
  for (const catalog::NamedValue& value : group.values()) {
    const auto bits = static_cast<std::uint32_t>(value.value);
    // Names of several bits (WS_CAPTION) only where all of them are left.
    if (bits == 0 || (left & bits) != bits) continue;
    add(value.name);
    left &= ~bits;
  }
  if (left != 0 || text.empty()) add(left == 0 ? "0" : hexadecimal(left));
  return text;
}

std::string character_text(std::uint64_t raw) {
  const auto unit = static_cast<char16_t>(raw);
  if (unit < 0x20 || unit == 0x7F || (unit >= 0xD800 && unit < 0xE000)) {
    return formatted("U+%04X", static_cast<unsigned>(unit));
  }
  return "'" + base::utf16_to_utf8({&unit, 1}) + "'";
}

std::string keystroke_text(std::uint64_t raw) {
  std::string text = formatted("repeat %u scan 0x%02X", static_cast<unsigned>(raw & 0xFFFF),
                               static_cast<unsigned>(raw >> 16 & 0xFF));
  if (raw & 1 << 24) text += " extended";
  if (raw & 1 << 29) text += " alt";
  if (raw & 1 << 30) text += " was-down";
  if (raw & 1u << 31) text += " released";
  return text;
}

std::string code_text(std::uint64_t raw, std::string_view peer_class, catalog::Route route) {
  const auto code = static_cast<std::uint32_t>(raw);
  if (!peer_class.empty()) {
    if (const auto* message = catalog::find_notification(route, code, peer_class)) {
      return std::string(message->name.view());
    }
  }
  return std::to_string(static_cast<std::int32_t>(code));
}

std::string window_text(const Field& field, std::uint64_t raw) {
  if (field.argument != 0) {
    std::string name =
        enum_text(catalog::group(static_cast<std::uint16_t>(field.argument - 1)), raw, 64);
    if (name.starts_with("HWND_")) return name;
  }
  return raw == 0 ? "null" : hexadecimal(raw);
}

}  // namespace

std::string decode_field(const Field& field, std::uint64_t raw, std::string_view peer_class,
                         catalog::Route route) {
  const unsigned bits = field.bit_count;
  if (bits < 64) raw = raw >> field.first_bit & ((std::uint64_t{1} << bits) - 1);
  const auto low = static_cast<std::uint16_t>(raw);
  const auto high = static_cast<std::uint16_t>(raw >> 16);
  switch (field.kind) {
    case Kind::kInt:
      return std::to_string(sign_extended(raw, bits));
    case Kind::kUint:
    case Kind::kByte:
    case Kind::kWord:
    case Kind::kLength:
      return std::to_string(static_cast<std::uint32_t>(raw));
    case Kind::kHex:
      return hexadecimal(raw & 0xFFFFFFFF);
    case Kind::kBool:
      return raw == 0 ? "FALSE" : raw == 1 ? "TRUE" : "TRUE(" + value_text(raw) + ")";
    case Kind::kCharacter:
      return character_text(raw);
    case Kind::kCode:
      return code_text(raw, peer_class, route);
    case Kind::kMessage:
      return catalog::name_of(static_cast<std::uint32_t>(raw));
    case Kind::kWindow:
      return window_text(field, raw);
    case Kind::kHandle:
    case Kind::kPointer:
      return raw == 0 ? "null" : hexadecimal(raw);
    case Kind::kAtom:
      return formatted("0x%04X", static_cast<unsigned>(low));
    case Kind::kColour:
      return formatted("RGB(%u, %u, %u)", static_cast<unsigned>(raw & 0xFF),
                       static_cast<unsigned>(raw >> 8 & 0xFF),
                       static_cast<unsigned>(raw >> 16 & 0xFF));
    case Kind::kEnum: {
      const catalog::Group& group = catalog::group(field.argument);
      return group.name.view() == "SC" ? command_text(group, raw) : enum_text(group, raw, bits);
    }
    case Kind::kFlags:
      return flags_text(catalog::group(field.argument), raw);
    case Kind::kPoint:
      return formatted("(%d, %d)", static_cast<std::int16_t>(low), static_cast<std::int16_t>(high));
    case Kind::kPoint32:
      return formatted("(%d, %d)", static_cast<std::int32_t>(raw),
                       static_cast<std::int32_t>(raw >> 32));
    case Kind::kSize:
      return formatted("%u x %u", static_cast<unsigned>(low), static_cast<unsigned>(high));
    case Kind::kKeystroke:
      return keystroke_text(raw);
    default:
      return value_text(raw);
  }
}

std::string quoted(std::string_view utf8, std::size_t most) {
  std::string result = "\"";
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const char character = utf8[i];
    const bool begins = (character & 0xC0) != 0x80;
    if (begins && result.size() + 8 > most) {
      result += "...";
      break;
    }
    if (character == '\n') {
      result += "\\n";
    } else if (character == '\r') {
      result += "\\r";
    } else if (character == '\t') {
      result += "\\t";
    } else if (character == '"' || character == '\\') {
      (result += '\\') += character;
    } else if (static_cast<unsigned char>(character) < 0x20) {
      result += formatted("\\x%02X", static_cast<unsigned>(character));
    } else {
      result += character;
    }
  }
  return result + '"';
}

}  // namespace transom::spy
