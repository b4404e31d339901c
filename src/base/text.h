// Text: UTF-16 inside, converted at the boundary.
//
//  - WCHAR is a wchar_t of 16 bits (-fshort-wchar) and char16_t is what the library keeps;
//  as_char16
//    and as_wchar go between them at no cost.
//  - CP_ACP is Windows-1252 unless TRANSOM_ACP names another code page (65001 for UTF-8). CP_UTF8
//  and
//    1252 are converted here; every other code page is asked of ICU, which is started by that.
//  - Ill-formed input never fails: an ill-formed UTF-8 sequence and a lone surrogate become U+FFFD,
//    a character that the code page lacks becomes '?'.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/module_api.h"
#include "base/win32.h"

namespace transom::base {

inline const char16_t* as_char16(const WCHAR* text) {
  return reinterpret_cast<const char16_t*>(text);
}
inline char16_t* as_char16(WCHAR* text) {
  return reinterpret_cast<char16_t*>(text);
}
inline const WCHAR* as_wchar(const char16_t* text) {
  return reinterpret_cast<const WCHAR*>(text);
}
inline WCHAR* as_wchar(char16_t* text) {
  return reinterpret_cast<WCHAR*>(text);
}
inline const WCHAR* as_wchar(const std::u16string& text) {
  return as_wchar(text.c_str());
}

TRANSOM_MODULE_API std::u16string utf8_to_utf16(std::string_view text);
TRANSOM_MODULE_API std::string utf16_to_utf8(std::u16string_view text);

// The numbers behind CP_ACP, CP_OEMCP and CP_THREAD_ACP; others as they are.
UINT resolve_code_page(UINT code_page);

std::u16string to_utf16(std::string_view text, UINT code_page = CP_ACP);
std::string to_ansi(std::u16string_view text, UINT code_page = CP_ACP);

// Null pointers are empty text.
inline std::u16string to_utf16(const char* text, UINT code_page = CP_ACP) {
  return text == nullptr ? std::u16string{} : to_utf16(std::string_view(text), code_page);
}

// Without regard to case or locale, for names of classes, atoms and resources: simple folding of
// ASCII, Latin, Greek and Cyrillic letters.
char16_t fold_case(char16_t character);
std::u16string fold_case(std::u16string_view text);
bool equals_ignoring_case(std::u16string_view a, std::u16string_view b);

}  // namespace transom::base
