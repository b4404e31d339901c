// Between bytes and wide characters. The bytes are in the ANSI code page, as those of every A
// function are. https://learn.microsoft.com/cpp/c-runtime-library/reference/mbstowcs-mbstowcs-l
#include <cerrno>
#include <string>

#include "base/text.h"
#include "msvcrt/crt.h"

using namespace transom;

namespace {

constexpr size_t kInvalid = static_cast<size_t>(-1);
constexpr size_t kIncomplete = static_cast<size_t>(-2);
constexpr errno_t kTruncated = 80;  // STRUNCATE

std::u16string widen(const char* text) {
  return base::to_utf16(std::string_view(text));
}
std::string narrow(const wchar_t* text) {
  return base::to_ansi(base::as_char16(text));
}

// How many bytes the character has that starts with this one: more than one in UTF-8 only.
size_t sequence_length(unsigned char lead) {
  if (base::resolve_code_page(CP_ACP) != CP_UTF8 || lead < 0xc2) return 1;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

// The standard's copies: without a target the length, and no end when the target is full.
template <class Char, class Text>
size_t store(Char* to, const Text& text, size_t count) {
  if (!to) return text.size();
  const size_t stored = std::min(text.size(), count);
  std::memcpy(to, text.data(), stored * sizeof(Char));
  if (stored < count) to[stored] = 0;
  return stored;
}

// The _s copies. `count` limits the characters; _TRUNCATE takes what fits; the end counts as
// stored.
template <class Char, class Text>
errno_t store_secure(size_t* converted, Char* to, size_t size, const Text& text, size_t count) {
  if (converted) *converted = 0;
  if ((to == nullptr) != (size == 0)) return errno = EINVAL;
  size_t length = count == kInvalid ? text.size() : std::min(text.size(), count);
  if (to && length >= size && count != kInvalid) {
    *to = 0;
    return errno = ERANGE;
  }
  const bool fits = !to || length < size;
  if (!fits) length = size - 1;
  if (to) {
    std::memcpy(to, text.data(), length * sizeof(Char));
    to[length] = 0;
  }
  if (converted) *converted = length + 1;
  return fits ? 0 : kTruncated;
}

// A character beyond 16 bits takes two calls: the second half waits in the state.
char16_t& second_half(mbstate_t* state) {
  thread_local mbstate_t own{};
  return *reinterpret_cast<char16_t*>(state ? state : &own);
}

}  // namespace

size_t transom_mbstowcs(wchar_t* to, const char* from, size_t count) {
  return from ? store(to, widen(from), count) : (errno = EINVAL, kInvalid);
}
size_t transom_wcstombs(char* to, const wchar_t* from, size_t count) {
  return from ? store(to, narrow(from), count) : (errno = EINVAL, kInvalid);
}
errno_t mbstowcs_s(size_t* converted, wchar_t* to, size_t size, const char* from, size_t count) {
  return from ? store_secure(converted, to, size, widen(from), count) : errno = EINVAL;
}
errno_t wcstombs_s(size_t* converted, char* to, size_t size, const wchar_t* from, size_t count) {
  return from ? store_secure(converted, to, size, narrow(from), count) : errno = EINVAL;
}
size_t _mbstrlen(const char* text) {
  return widen(text).size();
}

int transom_mblen(const char* text, size_t count) {
  return transom_mbtowc(nullptr, text, count);
}
int transom_mbtowc(wchar_t* character, const char* text, size_t count) {
  if (!text) return 0;
  mbstate_t state{};
  const size_t length = transom_mbrtowc(character, text, count, &state);
  return length > count ? -1 : static_cast<int>(length);
}
int transom_wctomb(char* text, wchar_t character) {
  return text ? static_cast<int>(transom_wcrtomb(text, character, nullptr)) : 0;
}

wint_t transom_btowc(int byte) {
  if (byte < 0 || byte > 0xff || sequence_length(static_cast<unsigned char>(byte)) > 1) return WEOF;
  const char c = static_cast<char>(byte);
  return base::to_utf16(std::string_view(&c, 1)).front();
}
int transom_wctob(wint_t character) {
  char bytes[8];
  const bool one =
      character <= 0xffff && transom_wcrtomb(bytes, static_cast<wchar_t>(character), nullptr) == 1;
  return one ? static_cast<unsigned char>(bytes[0]) : EOF;
}
int transom_mbsinit(const mbstate_t* state) {
  return !state || *reinterpret_cast<const char16_t*>(state) == 0;
}
size_t transom_mbrlen(const char* text, size_t count, mbstate_t* state) {
  return transom_mbrtowc(nullptr, text, count, state);
}
size_t transom_mbrtowc(wchar_t* character, const char* text, size_t count, mbstate_t* state) {
  char16_t& waiting = second_half(state);
  if (waiting) {
    if (character) *character = static_cast<wchar_t>(waiting);
    waiting = 0;
    return 0;
  }
  if (!text) return 0;
  if (count == 0) return kIncomplete;
  const size_t length = sequence_length(static_cast<unsigned char>(*text));
  if (length > count) return kIncomplete;
  const std::u16string wide = base::to_utf16(std::string_view(text, length));
  if (character) *character = static_cast<wchar_t>(wide.front());
  if (wide.size() > 1) waiting = wide[1];
  return *text ? length : 0;
}
size_t transom_wcrtomb(char* text, wchar_t character, mbstate_t* state) {
  if (!text) return 1;
  char16_t& first = second_half(state);
  const auto unit = static_cast<char16_t>(character);
  if (unit >= 0xd800 && unit < 0xdc00) {
    first = unit;
    return 0;
  }
  std::u16string wide(1, unit);
  if (first) wide.insert(wide.begin(), std::exchange(first, u'\0'));
  const std::string bytes = base::to_ansi(wide);
  std::memcpy(text, bytes.data(), bytes.size());
  return bytes.size();
}
size_t transom_mbsrtowcs(wchar_t* to, const char** from, size_t count, mbstate_t*) {
  const std::u16string wide = widen(*from);
  const size_t stored = store(to, wide, count);
  if (to && stored == wide.size() && stored < count) *from = nullptr;
  if (to && *from) *from += base::to_ansi(std::u16string_view(wide).substr(0, stored)).size();
  return stored;
}
size_t transom_wcsrtombs(char* to, const wchar_t** from, size_t count, mbstate_t*) {
  const std::string bytes = narrow(*from);
  const size_t stored = store(to, bytes, count);
  if (to && stored == bytes.size() && stored < count) *from = nullptr;
  if (to && *from) *from += base::to_utf16(std::string_view(bytes).substr(0, stored)).size();
  return stored;
}
