#include "catalog/catalog.h"

#include <algorithm>
#include <cstdio>

#include "catalog/table.h"

namespace transom::catalog {
namespace {

using Index = const std::uint16_t*;

char lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
}

// Rich edit controls have many class names: RichEdit, RichEdit20W, RICHEDIT50W.
bool is_rich_edit(std::string_view name) {
  return name.size() >= 8 && same_class(name.substr(0, 8), "RichEdit");
}

bool belongs(const Message& message, std::string_view window_class) {
  if (message.window_class.empty()) return true;
  if (is_rich_edit(window_class)) return is_rich_edit(message.window_class);
  return same_class(message.window_class, window_class);
}

// The records with this number in an index that is sorted by it.
std::span<const std::uint16_t> records(Index index, std::size_t count, std::uint32_t number) {
  const auto key = [](std::uint16_t i) { return detail::messages[i].number; };
  const std::span all(index, count);
  // Not equal_range: its std::ranges::subrange is more than clang 14 can make of libstdc++.
  return {std::ranges::lower_bound(all, number, {}, key),
          std::ranges::upper_bound(all, number, {}, key)};
}

const Message* find_by_name(std::string_view name) {
  const std::span all(detail::by_name, detail::message_count);
  const auto key = [](std::uint16_t i) { return detail::messages[i].name.view(); };
  const auto found = std::ranges::lower_bound(all, name, std::ranges::less{}, key);
  return found != all.end() && key(*found) == name ? &detail::messages[*found] : nullptr;
}

std::string above(const char* base, std::uint32_t number) {
  return number == 0 ? base : std::string(base) + "+" + std::to_string(number);
}

std::string hexadecimal(const char* format, std::uint32_t number) {
  char text[32];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

}  // namespace

std::string_view Text::view() const {
  return {detail::pool + offset, length};
}

std::span<const Field> Parameter::fields() const {
  return {detail::fields + first, count};
}

std::span<const NamedValue> Group::values() const {
  return {detail::values + first, count};
}

std::span<const Field> Structure::fields() const {
  return {detail::fields + first, count};
}

bool same_class(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

const Message* find(std::uint32_t number, std::string_view window_class) {
  if (number < kUser) {
    const std::uint16_t index = detail::by_low_number[number];
    return index == 0 ? nullptr : &detail::messages[index - 1];
  }
  for (const std::uint16_t i : records(detail::by_high_number, detail::high_count, number)) {
    if (belongs(detail::messages[i], window_class)) return &detail::messages[i];
  }
  return nullptr;
}

const Message* find(std::string_view name) {
  const Message* message = find_by_name(name);
  return message ? message : find_by_name(std::string(name) + "W");
}

const Message* find_notification(Route route, std::uint32_t code, std::string_view window_class) {
  for (const std::uint16_t i : records(detail::by_code, detail::code_count, code)) {
    const Message& message = detail::messages[i];
    if (message.route == route && belongs(message, window_class)) return &message;
  }
  // WM_COMMAND's 16 bits hold the negative codes too.
  if (route == Route::kCommand && code >= kApp && code <= kRegisteredLast) {
    return find_notification(route, code | 0xFFFF0000, window_class);
  }
  return nullptr;
}

std::string name_of(std::uint32_t number, std::string_view window_class) {
  if (const Message* message = find(number, window_class)) return std::string(message->name.view());
  if (number >= 0x0358 && number <= 0x035F) return above("WM_HANDHELDFIRST", number - 0x0358);
  if (number >= 0x0380 && number <= 0x038F) return above("WM_PENWINFIRST", number - 0x0380);
  if (number >= 0x0390 && number <= 0x039F) return above("WM_COALESCE_FIRST", number - 0x0390);
  if (number >= kUser && number < kApp) return above("WM_USER", number - kUser);
  if (number >= kApp && number < kRegistered) return above("WM_APP", number - kApp);
  if (number >= kRegistered && number <= kRegisteredLast) {
    return hexadecimal("registered 0x%04X", number);
  }
  return hexadecimal("0x%04X", number);
}

std::span<const Message> messages() {
  return {detail::messages, detail::message_count};
}

const Group& group(std::uint16_t index) {
  return detail::groups[index];
}

const Structure& structure(std::uint16_t index) {
  return detail::structures[index];
}

std::string_view handle_type(std::uint16_t index) {
  return detail::handle_types[index];
}

}  // namespace transom::catalog
