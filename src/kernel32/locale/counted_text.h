// Text as the functions of this folder take it: a length, or -1 (any negative number) for up to the
// end.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"

namespace transom::kernel {

// Nothing: a null pointer.
inline std::optional<std::u16string_view> counted(const WCHAR* text, int length) {
  if (text == nullptr) return std::nullopt;
  const char16_t* characters = base::as_char16(text);
  if (length < 0) return std::u16string_view(characters);
  return std::u16string_view(characters, static_cast<std::size_t>(length));
}

inline std::optional<std::u16string> counted_wide(const CHAR* text, int length) {
  if (text == nullptr) return std::nullopt;
  if (length < 0) return base::to_utf16(text);
  return base::to_utf16(std::string_view(text, static_cast<std::size_t>(length)));
}

// The same with the end, where the length says that there is one to be found.
inline std::optional<std::u16string> counted_with_end(const WCHAR* text, int length) {
  const auto found = counted(text, length);
  if (!found) return std::nullopt;
  return length < 0 ? std::u16string(*found) + u'\0' : std::u16string(*found);
}

inline std::optional<std::u16string> counted_with_end(const CHAR* text, int length) {
  auto found = counted_wide(text, length);
  if (found && length < 0) *found += u'\0';
  return found;
}

}  // namespace transom::kernel
