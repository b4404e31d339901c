// Converting between code pages. https://learn.microsoft.com/windows/win32/intl/code-pages
#include <algorithm>

#include "base/code_page.h"
#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/text_result.h"

using namespace transom;

namespace {

template <class Char>
int hand_over(const std::basic_string<Char>& text, Char* buffer, int size) {
  return kernel::copy_or_count(std::basic_string_view<Char>(text), buffer, size);
}

// -1 means: up to and with the end. Nothing: the caller's arguments are wrong.
template <class Char>
std::optional<std::basic_string_view<Char>> source(const Char* text, int length) {
  if (text == nullptr || length == 0 || length < -1) return std::nullopt;
  const std::size_t size =
      length > 0 ? static_cast<std::size_t>(length) : std::char_traits<Char>::length(text) + 1;
  return std::basic_string_view<Char>(text, size);
}

bool is_well_formed(std::u16string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < 0xD800 || text[i] >= 0xE000) continue;
    if (text[i] >= 0xDC00 || i + 1 == text.size()) return false;
    if (text[i + 1] < 0xDC00 || text[i + 1] >= 0xE000) return false;
    ++i;
  }
  return true;
}

// Whether each character survives: what comes back is what went in.
bool is_exact(std::string_view bytes, std::u16string_view text, UINT code_page) {
  return base::to_ansi(text, code_page) == bytes;
}

// The default character of the caller's in place of each character that the code page lacks.
std::string convert_with_default(std::u16string_view text, UINT code_page, const char* character,
                                 bool& used) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool pair = text[i] >= 0xD800 && text[i] < 0xDC00 && i + 1 < text.size();
    const std::u16string_view one = text.substr(i, pair ? 2 : 1);
    const std::string converted = base::to_ansi(one, code_page);
    const bool lost = base::to_utf16(converted, code_page) != one;
    used |= lost;
    out += lost && character != nullptr ? std::string(character) : converted;
    i += one.size();
  }
  return out;
}

bool is_unicode_encoding(UINT code_page) {
  return code_page == CP_UTF8 || code_page == CP_UTF7;
}

}  // namespace

// Last errors: ERROR_INVALID_PARAMETER (no text, unknown code page, buffers that are one),
// ERROR_INVALID_FLAGS, ERROR_INSUFFICIENT_BUFFER, ERROR_NO_UNICODE_TRANSLATION (ill-formed text
// with MB_ERR_INVALID_CHARS).
// https://learn.microsoft.com/windows/win32/api/stringapiset/nf-stringapiset-multibytetowidechar
int WINAPI MultiByteToWideChar(UINT code_page, DWORD flags, LPCCH text, int length, LPWSTR buffer,
                               int size) {
  const auto bytes = source(text, length);
  const bool one_buffer = static_cast<const void*>(text) == buffer;
  if (!bytes || size < 0 || one_buffer) return base::fail<int>(ERROR_INVALID_PARAMETER);
  code_page = base::resolve_code_page(code_page);
  if (!base::is_code_page_known(code_page)) return base::fail<int>(ERROR_INVALID_PARAMETER);
  constexpr DWORD kKnown = MB_PRECOMPOSED | MB_COMPOSITE | MB_USEGLYPHCHARS | MB_ERR_INVALID_CHARS;
  if ((flags & ~kKnown) != 0) return base::fail<int>(ERROR_INVALID_FLAGS);
  const std::u16string wide = base::to_utf16(*bytes, code_page);
  if ((flags & MB_ERR_INVALID_CHARS) != 0 && !is_exact(*bytes, wide, code_page)) {
    return base::fail<int>(ERROR_NO_UNICODE_TRANSLATION);
  }
  return hand_over(wide, base::as_char16(buffer), size);
}

// Last errors: the same; for UTF-8 a default character is ERROR_INVALID_PARAMETER and lone
// surrogates with WC_ERR_INVALID_CHARS are ERROR_NO_UNICODE_TRANSLATION.
// https://learn.microsoft.com/windows/win32/api/stringapiset/nf-stringapiset-widechartomultibyte
int WINAPI WideCharToMultiByte(UINT code_page, DWORD flags, LPCWCH text, int length, LPSTR buffer,
                               int size, LPCCH default_character, LPBOOL used_default) {
  const auto wide = source(base::as_char16(text), length);
  const bool one_buffer = static_cast<const void*>(text) == buffer;
  if (!wide || size < 0 || one_buffer) return base::fail<int>(ERROR_INVALID_PARAMETER);
  code_page = base::resolve_code_page(code_page);
  if (!base::is_code_page_known(code_page)) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const bool defaults = default_character != nullptr || used_default != nullptr;
  if (is_unicode_encoding(code_page)) {
    if (defaults) return base::fail<int>(ERROR_INVALID_PARAMETER);
    if ((flags & WC_ERR_INVALID_CHARS) != 0 && !is_well_formed(*wide)) {
      return base::fail<int>(ERROR_NO_UNICODE_TRANSLATION);
    }
  }
  if (!defaults) return hand_over(base::to_ansi(*wide, code_page), buffer, size);
  bool used = false;
  const std::string bytes = convert_with_default(*wide, code_page, default_character, used);
  if (used_default != nullptr) *used_default = used;
  return hand_over(bytes, buffer, size);
}

// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getacp
UINT WINAPI GetACP() {
  return base::resolve_code_page(CP_ACP);
}
UINT WINAPI GetOEMCP() {
  return base::resolve_code_page(CP_OEMCP);
}
WINBOOL WINAPI IsValidCodePage(UINT code_page) {
  return base::is_code_page_known(code_page);
}

namespace {

struct LeadBytes {
  UINT code_page;
  BYTE ranges[MAX_LEADBYTES];
};

constexpr LeadBytes kDoubleByte[] = {
    {932, {0x81, 0x9F, 0xE0, 0xFC}},
    {936, {0x81, 0xFE}},
    {949, {0x81, 0xFE}},
    {950, {0x81, 0xFE}},
    {1361, {0x84, 0xD3, 0xD8, 0xDE, 0xE0, 0xF9}},
};

const LeadBytes* lead_bytes(UINT code_page) {
  for (const LeadBytes& entry : kDoubleByte) {
    if (entry.code_page == code_page) return &entry;
  }
  return nullptr;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-isdbcsleadbyteex
WINBOOL WINAPI IsDBCSLeadByteEx(UINT code_page, BYTE byte) {
  const LeadBytes* entry = lead_bytes(base::resolve_code_page(code_page));
  for (int i = 0; entry != nullptr && i < MAX_LEADBYTES && entry->ranges[i] != 0; i += 2) {
    if (byte >= entry->ranges[i] && byte <= entry->ranges[i + 1]) return TRUE;
  }
  return FALSE;
}
WINBOOL WINAPI IsDBCSLeadByte(BYTE byte) {
  return IsDBCSLeadByteEx(CP_ACP, byte);
}

// Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getcpinfo
WINBOOL WINAPI GetCPInfo(UINT code_page, LPCPINFO info) {
  code_page = base::resolve_code_page(code_page);
  if (info == nullptr || !base::is_code_page_known(code_page)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const LeadBytes* entry = lead_bytes(code_page);
  *info = {};
  info->MaxCharSize = code_page == CP_UTF8 ? 4 : entry != nullptr ? 2 : 1;
  info->DefaultChar[0] = '?';
  if (entry != nullptr) std::copy_n(entry->ranges, MAX_LEADBYTES, info->LeadByte);
  return TRUE;
}
