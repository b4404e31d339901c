// CharUpper and its company. https://learn.microsoft.com/windows/win32/menurc/strings
#include "kernel32/text/characters.h"
#include "base/last_error.h"
#include "base/text.h"

using namespace transom;
using namespace transom::kernel;

namespace {

using Change = char16_t (*)(char16_t);

DWORD change(LPWSTR text, DWORD length, Change function) {
  if (text == nullptr) return 0;
  for (DWORD i = 0; i < length; ++i) {
    text[i] = static_cast<WCHAR>(function(static_cast<char16_t>(text[i])));
  }
  return length;
}

// In a code page where each byte may be a part of a character, the text is changed as a whole; what
// would change its length stays as it is.
DWORD change(LPSTR text, DWORD length, Change function) {
  if (text == nullptr) return 0;
  std::u16string wide = base::to_utf16(std::string_view(text, length));
  for (char16_t& character : wide) character = function(character);
  const std::string changed = base::to_ansi(wide);
  if (changed.size() == length) std::copy(changed.begin(), changed.end(), text);
  return length;
}

// A pointer whose high word is 0 is a character, and so is the result.
template <class Char>
bool is_character(const Char* text) {
  return reinterpret_cast<std::uintptr_t>(text) <= 0xFFFF;
}

LPWSTR change(LPWSTR text, Change function) {
  if (is_character(text)) {
    const auto character = static_cast<char16_t>(reinterpret_cast<std::uintptr_t>(text));
    return reinterpret_cast<LPWSTR>(static_cast<std::uintptr_t>(function(character)));
  }
  change(text, static_cast<DWORD>(lstrlenW(text)), function);
  return text;
}

LPSTR change(LPSTR text, Change function) {
  if (is_character(text)) {
    char character = static_cast<char>(reinterpret_cast<std::uintptr_t>(text));
    change(&character, 1, function);
    return reinterpret_cast<LPSTR>(
        static_cast<std::uintptr_t>(static_cast<unsigned char>(character)));
  }
  change(text, static_cast<DWORD>(lstrlenA(text)), function);
  return text;
}

char16_t wide(char character) {
  const std::u16string text = base::to_utf16(std::string_view(&character, 1));
  return text.empty() ? u'\0' : text[0];
}

}  // namespace

// A string in place, or one character in the low word.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-charupperw
LPWSTR WINAPI CharUpperW(LPWSTR text) {
  return change(text, to_upper);
}
LPSTR WINAPI CharUpperA(LPSTR text) {
  return change(text, to_upper);
}
LPWSTR WINAPI CharLowerW(LPWSTR text) {
  return change(text, to_lower);
}
LPSTR WINAPI CharLowerA(LPSTR text) {
  return change(text, to_lower);
}

// The number of characters changed.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-charupperbuffw
DWORD WINAPI CharUpperBuffW(LPWSTR text, DWORD length) {
  return change(text, length, to_upper);
}
DWORD WINAPI CharUpperBuffA(LPSTR text, DWORD length) {
  return change(text, length, to_upper);
}
DWORD WINAPI CharLowerBuffW(LPWSTR text, DWORD length) {
  return change(text, length, to_lower);
}
DWORD WINAPI CharLowerBuffA(LPSTR text, DWORD length) {
  return change(text, length, to_lower);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-charnextw
LPWSTR WINAPI CharNextW(LPCWSTR text) {
  return const_cast<LPWSTR>(text == nullptr || *text == 0 ? text : text + 1);
}
LPSTR WINAPI CharNextExA(WORD code_page, LPCSTR text, DWORD) {
  if (text == nullptr || *text == 0) return const_cast<LPSTR>(text);
  const bool lead = IsDBCSLeadByteEx(code_page, static_cast<BYTE>(*text)) && text[1] != 0;
  return const_cast<LPSTR>(text + (lead ? 2 : 1));
}
LPSTR WINAPI CharNextA(LPCSTR text) {
  return CharNextExA(CP_ACP, text, 0);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-charprevw
LPWSTR WINAPI CharPrevW(LPCWSTR start, LPCWSTR current) {
  return const_cast<LPWSTR>(current > start ? current - 1 : start);
}
LPSTR WINAPI CharPrevExA(WORD code_page, LPCSTR start, LPCSTR current, DWORD) {
  LPCSTR at = start;
  while (at < current) {
    LPCSTR next = CharNextExA(code_page, at, 0);
    if (next >= current || next == at) break;
    at = next;
  }
  return const_cast<LPSTR>(at);
}
LPSTR WINAPI CharPrevA(LPCSTR start, LPCSTR current) {
  return CharPrevExA(CP_ACP, start, current, 0);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-ischaralphaw
WINBOOL WINAPI IsCharAlphaW(WCHAR c) {
  return is_letter(c);
}
WINBOOL WINAPI IsCharAlphaA(CHAR c) {
  return is_letter(wide(c));
}
WINBOOL WINAPI IsCharAlphaNumericW(WCHAR c) {
  return is_letter_or_digit(c);
}
WINBOOL WINAPI IsCharAlphaNumericA(CHAR c) {
  return is_letter_or_digit(wide(c));
}
WINBOOL WINAPI IsCharUpperW(WCHAR c) {
  return is_upper(c);
}
WINBOOL WINAPI IsCharUpperA(CHAR c) {
  return is_upper(wide(c));
}
WINBOOL WINAPI IsCharLowerW(WCHAR c) {
  return is_lower(c);
}
WINBOOL WINAPI IsCharLowerA(CHAR c) {
  return is_lower(wide(c));
}

namespace {

template <class To, class From, class Convert>
WINBOOL convert(From from, To to, DWORD size, Convert function) {
  if (from == nullptr || to == nullptr || reinterpret_cast<const void*>(from) == to) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const auto text = function();
  std::memcpy(to, text.c_str(), std::min<std::size_t>(text.size() + 1, size) * sizeof(*to));
  return TRUE;
}

std::size_t bounded_length(LPCWSTR text, DWORD limit) {
  std::size_t length = 0;
  while (length < limit && text[length] != 0) ++length;
  return length;
}

}  // namespace

// The OEM code page is 437 (UTF-8 where that is the ANSI one). Buffers must differ for wide text.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-chartooemw
WINBOOL WINAPI CharToOemW(LPCWSTR from, LPSTR to) {
  return convert(from, to, MAXDWORD,
                 [&] { return base::to_ansi(base::as_char16(from), CP_OEMCP); });
}
WINBOOL WINAPI OemToCharW(LPCSTR from, LPWSTR to) {
  return convert(from, to, MAXDWORD, [&] { return base::to_utf16(from, CP_OEMCP); });
}
WINBOOL WINAPI CharToOemBuffW(LPCWSTR from, LPSTR to, DWORD length) {
  return convert(from, to, length, [&] {
    const std::size_t used = bounded_length(from, length);
    return base::to_ansi(std::u16string_view(base::as_char16(from), used), CP_OEMCP);
  });
}
// In place is allowed.
WINBOOL WINAPI CharToOemA(LPCSTR from, LPSTR to) {
  if (from == nullptr || to == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const std::string text = base::to_ansi(base::to_utf16(from), CP_OEMCP);
  std::memcpy(to, text.c_str(), text.size() + 1);
  return TRUE;
}
WINBOOL WINAPI OemToCharA(LPCSTR from, LPSTR to) {
  if (from == nullptr || to == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const std::string text = base::to_ansi(base::to_utf16(from, CP_OEMCP));
  std::memcpy(to, text.c_str(), text.size() + 1);
  return TRUE;
}

namespace {

// Exactly `length` bytes, whatever they are; in place is allowed.
WINBOOL convert_bytes(LPCSTR from, LPSTR to, DWORD length, UINT from_page, UINT to_page) {
  if (from == nullptr || to == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const std::u16string wide = base::to_utf16(std::string_view(from, length), from_page);
  const std::string text = base::to_ansi(wide, to_page);
  std::memcpy(to, text.data(), std::min<std::size_t>(text.size(), length));
  return TRUE;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-chartooembuffa
WINBOOL WINAPI CharToOemBuffA(LPCSTR from, LPSTR to, DWORD length) {
  return convert_bytes(from, to, length, CP_ACP, CP_OEMCP);
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-oemtocharbuffa
WINBOOL WINAPI OemToCharBuffA(LPCSTR from, LPSTR to, DWORD length) {
  return convert_bytes(from, to, length, CP_OEMCP, CP_ACP);
}
