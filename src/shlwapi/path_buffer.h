// What the Path functions' exports share: both kinds of characters as this library's own, and paths
// written back into buffers of MAX_PATH characters.
#pragma once

#include "base/text.h"
#include "shlwapi/path_text.h"

namespace transom::shlwapi {

inline const char16_t* chars(LPCWSTR text) {
  return base::as_char16(text);
}
inline char16_t* chars(LPWSTR text) {
  return base::as_char16(text);
}
inline const char* chars(LPCSTR text) {
  return text;
}
inline char* chars(LPSTR text) {
  return text;
}
inline LPWSTR to_outside(const char16_t* text) {
  return const_cast<LPWSTR>(reinterpret_cast<LPCWSTR>(text));
}
inline LPSTR to_outside(const char* text) {
  return const_cast<LPSTR>(text);
}

// Null counts as empty.
template <class Outside>
auto view_of(const Outside* text) {
  const auto* inside = chars(text);
  using Inside = std::remove_cvref_t<decltype(*inside)>;
  return inside != nullptr ? View<Inside>(inside) : View<Inside>();
}

// False, nothing written, where it does not fit.
template <class Outside, class Inside>
bool put(const Text<Inside>& path, Outside* buffer, std::size_t room = kPathRoom) {
  if (path.size() >= room) return false;
  std::copy_n(path.c_str(), path.size() + 1, chars(buffer));
  return true;
}

inline char16_t folded(char16_t c) {
  return base::fold_case(c);
}
inline char folded(char c) {
  return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c);
}

template <class Character>
bool same_ignoring_case(View<Character> one, View<Character> other) {
  return std::ranges::equal(one, other,
                            [](Character a, Character b) { return folded(a) == folded(b); });
}

}  // namespace transom::shlwapi
