// DrawText and DrawTextEx, in both kinds of characters.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawtextw
#include "base/last_error.h"
#include "base/text.h"
#include "gdi32/text/ansi.h"
#include "gdi32/text/draw_text.h"

namespace transom::gdi {
namespace {

// DrawText's own tab stops travel where other flags would be.
UINT without_tab_stops(UINT flags, int& tab_characters) {
  if ((flags & DT_TABSTOP) == 0) return flags;
  tab_characters = static_cast<int>(flags >> 8 & 0xFF);
  return flags & ~0xFF00u;
}

bool is_call(const void* text, int count, const RECT* rect, const DRAWTEXTPARAMS* params) {
  const bool sized = params == nullptr || params->cbSize == sizeof(DRAWTEXTPARAMS);
  return count >= -1 && rect != nullptr && sized && (text != nullptr || count == 0);
}

DrawTextOptions options_of(UINT flags, const DRAWTEXTPARAMS* params) {
  DrawTextOptions options{flags};
  if (params == nullptr) {
    options.flags = without_tab_stops(flags, options.tab_characters);
  } else {
    if ((flags & DT_TABSTOP) != 0) options.tab_characters = params->iTabLength;
    options.left_margin = params->iLeftMargin;
    options.right_margin = params->iRightMargin;
  }
  // Absurd measures must not overflow when they become pixels.
  const auto bounded = [](int value) { return std::clamp(value, -10000, 10000); };
  options.tab_characters = bounded(options.tab_characters);
  options.left_margin = bounded(options.left_margin);
  options.right_margin = bounded(options.right_margin);
  return options;
}

}  // namespace
}  // namespace transom::gdi

using namespace transom;
using namespace transom::gdi;

// Draws formatted text in a rectangle of logical units, or with DT_CALCRECT measures it. Answers
// the height, 0 on failure (ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawtextexw
int WINAPI DrawTextExW(HDC hdc, LPWSTR text, int count, LPRECT rect, UINT flags,
                       LPDRAWTEXTPARAMS params) {
  if (!is_call(text, count, rect, params)) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<int>(ERROR_INVALID_HANDLE);
  const std::u16string_view view =
      count < 0 ? std::u16string_view(base::as_char16(text))
                : std::u16string_view(base::as_char16(text), static_cast<std::size_t>(count));
  const DrawTextResult result = draw_text(*dc, view, *rect, options_of(flags, params));
  if (params != nullptr) params->uiLengthDrawn = static_cast<UINT>(result.consumed);
  if ((flags & DT_MODIFYSTRING) != 0 && result.shortened) {
    // The caller promised room for four more characters.
    const std::size_t length = std::min(result.modified.size(), view.size() + 3);
    std::memcpy(text, result.modified.data(), length * sizeof(WCHAR));
    text[length] = 0;
  }
  return result.height;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawtextexa
int WINAPI DrawTextExA(HDC hdc, LPSTR text, int count, LPRECT rect, UINT flags,
                       LPDRAWTEXTPARAMS params) {
  if (!is_call(text, count, rect, params)) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<int>(ERROR_INVALID_HANDLE);
  const std::string_view bytes =
      count < 0 ? std::string_view(text) : std::string_view(text, static_cast<std::size_t>(count));
  const DrawTextResult result =
      draw_text(*dc, from_bytes(*dc, bytes), *rect, options_of(flags, params));
  if (params != nullptr) params->uiLengthDrawn = static_cast<UINT>(result.consumed);
  if ((flags & DT_MODIFYSTRING) != 0 && result.shortened) {
    const std::string modified = base::to_ansi(result.modified, code_page_of(char_set_of(*dc)));
    const std::size_t length = std::min(modified.size(), bytes.size() + 3);
    std::memcpy(text, modified.data(), length);
    text[length] = 0;
  }
  return result.height;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawtextw
int WINAPI DrawTextW(HDC hdc, LPCWSTR text, int count, LPRECT rect, UINT flags) {
  return DrawTextExW(hdc, const_cast<LPWSTR>(text), count, rect, flags, nullptr);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawtexta
int WINAPI DrawTextA(HDC hdc, LPCSTR text, int count, LPRECT rect, UINT flags) {
  return DrawTextExA(hdc, const_cast<LPSTR>(text), count, rect, flags, nullptr);
}
