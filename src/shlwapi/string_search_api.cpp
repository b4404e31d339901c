// The Str functions that look for characters and text.
// https://learn.microsoft.com/windows/win32/shell/string
#include "shlwapi/path_buffer.h"

#include <shlwapi.h>

namespace transom::shlwapi {
namespace {

enum class Case { kExact, kIgnored };

template <class Character>
bool alike(Character a, Character b, Case how) {
  return a == b || (how == Case::kIgnored && folded(a) == folded(b));
}

template <class Character>
std::size_t position(View<Character> text, View<Character> wanted, Case how) {
  const auto found =
      std::ranges::search(text, wanted, [how](auto a, auto b) { return alike(a, b, how); });
  return found.empty() ? text.npos : static_cast<std::size_t>(found.begin() - text.begin());
}

template <class Outside>
auto at(const Outside* text, std::size_t where) -> decltype(to_outside(chars(text))) {
  return where != std::u16string::npos ? to_outside(chars(text) + where) : nullptr;
}

// "If lpSrch is an empty string, the function returns NULL."
template <class Outside>
auto find_text(const Outside* text, const Outside* wanted, Case how, std::size_t limit = ~0u)
    -> decltype(to_outside(chars(text))) {
  if (text == nullptr || wanted == nullptr || *wanted == 0) return nullptr;
  return at(text, position(view_of(text).substr(0, limit), view_of(wanted), how));
}

// The last one that begins before `end` (null: the text's end).
template <class Outside>
auto find_last_text(const Outside* text, const Outside* end, const Outside* wanted)
    -> decltype(to_outside(chars(text))) {
  if (text == nullptr || wanted == nullptr || *wanted == 0) return nullptr;
  const auto all = view_of(text);
  const std::size_t begin =
      end != nullptr ? std::min<std::size_t>(static_cast<std::size_t>(end - text), all.size())
                     : all.size();
  for (std::size_t i = begin; i-- > 0;) {
    if (position(all.substr(i, view_of(wanted).size()), view_of(wanted), Case::kIgnored) == 0) {
      return at(text, i);
    }
  }
  return nullptr;
}

template <class Outside, class Character>
auto find_character(const Outside* text, Character wanted, Case how, std::size_t limit = ~0u)
    -> decltype(to_outside(chars(text))) {
  if (text == nullptr) return nullptr;
  const auto all = view_of(text).substr(0, limit);
  const auto character = static_cast<typename decltype(all)::value_type>(wanted);
  return at(text, position(all, decltype(all)(&character, 1), how));
}

template <class Outside, class Character>
auto find_last_character(const Outside* text, const Outside* end, Character wanted, Case how)
    -> decltype(to_outside(chars(text))) {
  if (text == nullptr) return nullptr;
  const auto all = end != nullptr ? view_of(text).substr(0, static_cast<std::size_t>(end - text))
                                  : view_of(text);
  const auto character = static_cast<typename decltype(all)::value_type>(wanted);
  for (std::size_t i = all.size(); i-- > 0;) {
    if (alike(all[i], character, how)) return at(text, i);
  }
  return nullptr;
}

// How many characters at the beginning are of the set (`inside`), or are not.
template <class Outside>
int span(const Outside* text, const Outside* set, bool inside, Case how = Case::kExact) {
  const auto all = view_of(text);
  const auto wanted = view_of(set);
  std::size_t count = 0;
  for (; count < all.size(); ++count) {
    const auto same = [&](auto each) { return alike(each, all[count], how); };
    if (std::ranges::any_of(wanted, same) != inside) break;
  }
  return static_cast<int>(count);
}

template <class Outside>
auto find_any(const Outside* text, const Outside* set) -> decltype(to_outside(chars(text))) {
  if (text == nullptr || set == nullptr) return nullptr;
  const std::size_t where = view_of(text).find_first_of(view_of(set));
  return at(text, where);
}

}  // namespace
}  // namespace transom::shlwapi

using namespace transom::shlwapi;

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strstrw
LPWSTR WINAPI StrStrW(LPCWSTR text, LPCWSTR wanted) {
  return find_text(text, wanted, Case::kExact);
}
LPSTR WINAPI StrStrA(LPCSTR text, LPCSTR wanted) {
  return find_text(text, wanted, Case::kExact);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strstriw
LPWSTR WINAPI StrStrIW(LPCWSTR text, LPCWSTR wanted) {
  return find_text(text, wanted, Case::kIgnored);
}
LPSTR WINAPI StrStrIA(LPCSTR text, LPCSTR wanted) {
  return find_text(text, wanted, Case::kIgnored);
}

// Within the first `limit` characters.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strstrnw
PCWSTR WINAPI StrStrNW(PCWSTR text, PCWSTR wanted, UINT limit) {
  return find_text(text, wanted, Case::kExact, limit);
}
PCWSTR WINAPI StrStrNIW(PCWSTR text, PCWSTR wanted, UINT limit) {
  return find_text(text, wanted, Case::kIgnored, limit);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strrstriw
LPWSTR WINAPI StrRStrIW(LPCWSTR text, LPCWSTR end, LPCWSTR wanted) {
  return find_last_text(text, end, wanted);
}
LPSTR WINAPI StrRStrIA(LPCSTR text, LPCSTR end, LPCSTR wanted) {
  return find_last_text(text, end, wanted);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strchrw
LPWSTR WINAPI StrChrW(LPCWSTR text, WCHAR wanted) {
  return find_character(text, wanted, Case::kExact);
}
LPSTR WINAPI StrChrA(LPCSTR text, WORD wanted) {
  return find_character(text, wanted, Case::kExact);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strchriw
LPWSTR WINAPI StrChrIW(LPCWSTR text, WCHAR wanted) {
  return find_character(text, wanted, Case::kIgnored);
}
LPSTR WINAPI StrChrIA(LPCSTR text, WORD wanted) {
  return find_character(text, wanted, Case::kIgnored);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strchrnw
PCWSTR WINAPI StrChrNW(PCWSTR text, WCHAR wanted, UINT limit) {
  return find_character(text, wanted, Case::kExact, limit);
}
PCWSTR WINAPI StrChrNIW(PCWSTR text, WCHAR wanted, UINT limit) {
  return find_character(text, wanted, Case::kIgnored, limit);
}

// Before `end` (null: the text's end).
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strrchrw
LPWSTR WINAPI StrRChrW(LPCWSTR text, LPCWSTR end, WCHAR wanted) {
  return find_last_character(text, end, wanted, Case::kExact);
}
LPSTR WINAPI StrRChrA(LPCSTR text, LPCSTR end, WORD wanted) {
  return find_last_character(text, end, wanted, Case::kExact);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strrchriw
LPWSTR WINAPI StrRChrIW(LPCWSTR text, LPCWSTR end, WCHAR wanted) {
  return find_last_character(text, end, wanted, Case::kIgnored);
}
LPSTR WINAPI StrRChrIA(LPCSTR text, LPCSTR end, WORD wanted) {
  return find_last_character(text, end, wanted, Case::kIgnored);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strspnw
int WINAPI StrSpnW(LPCWSTR text, LPCWSTR set) {
  return span(text, set, true);
}
int WINAPI StrSpnA(LPCSTR text, LPCSTR set) {
  return span(text, set, true);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcspnw
int WINAPI StrCSpnW(LPCWSTR text, LPCWSTR set) {
  return span(text, set, false);
}
int WINAPI StrCSpnA(LPCSTR text, LPCSTR set) {
  return span(text, set, false);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcspniw
int WINAPI StrCSpnIW(LPCWSTR text, LPCWSTR set) {
  return span(text, set, false, Case::kIgnored);
}
int WINAPI StrCSpnIA(LPCSTR text, LPCSTR set) {
  return span(text, set, false, Case::kIgnored);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strpbrkw
LPWSTR WINAPI StrPBrkW(LPCWSTR text, LPCWSTR set) {
  return find_any(text, set);
}
LPSTR WINAPI StrPBrkA(LPCSTR text, LPCSTR set) {
  return find_any(text, set);
}
