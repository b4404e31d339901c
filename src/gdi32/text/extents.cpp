// How wide and high text is, in logical units.
#include "base/last_error.h"
#include "gdi32/text/ansi.h"
#include "gdi32/text/text_layout.h"

namespace transom::gdi {
namespace {

SIZE extent_of(DeviceContext& dc, std::u16string_view text) {
  // Of nothing even the height is 0, as the oracle has it (wine 8.0).
  if (text.empty()) return {0, 0};
  const ScaledFont& font = realize(dc);
  const TextUnits units(dc);
  return {units.logical_x(line_width(dc, font, text)), units.logical_y(font.metrics().height())};
}

// Partial extents: `ends` by character; how many characters are within `limit`.
int fitting(std::span<const int> ends, int limit) {
  int count = 0;
  while (count < static_cast<int>(ends.size()) && ends[static_cast<std::size_t>(count)] <= limit) {
    ++count;
  }
  return count;
}

struct FitQuery {
  int limit;
  LPINT fit;   // null: no limit
  LPINT ends;  // may be null
  LPSIZE size;
};

BOOL answer_fit(DeviceContext& dc, std::vector<int> ends, const FitQuery& query) {
  const TextUnits units(dc);
  for (int& end : ends) end = units.logical_x(end);
  int count = static_cast<int>(ends.size());
  if (query.fit != nullptr) {
    count = fitting(ends, query.limit);
    *query.fit = count;
  }
  if (query.ends != nullptr) std::copy_n(ends.begin(), count, query.ends);
  *query.size = ends.empty() ? SIZE{0, 0}
                             : SIZE{ends.back(), units.logical_y(realize(dc).metrics().height())};
  return TRUE;
}

BOOL measure_fit(DeviceContext& dc, std::u16string_view text, const FitQuery& query) {
  std::vector<int> ends(text.size());
  character_ends(dc, realize(dc), text, ends);
  return answer_fit(dc, std::move(ends), query);
}

bool is_query(const void* text, int count, const void* size) {
  return count >= 0 && (text != nullptr || count == 0) && size != nullptr;
}

std::u16string_view view(LPCWSTR text, int count) {
  return {reinterpret_cast<const char16_t*>(text), static_cast<std::size_t>(count)};
}

std::vector<int> glyph_ends(DeviceContext& dc, const WORD* glyphs, int count) {
  const ScaledFont& font = realize(dc);
  std::vector<int> ends(static_cast<std::size_t>(count));
  int x = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    x += font.glyph_advance({glyphs[i], 0});
    ends[i] = x;
  }
  return ends;
}

}  // namespace
}  // namespace transom::gdi

using namespace transom;
using namespace transom::gdi;

// The size of a line of text. ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextextentpoint32w
BOOL WINAPI GetTextExtentPoint32W(HDC hdc, LPCWSTR text, int count, LPSIZE size) {
  if (!is_query(text, count, size)) return base::fail(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  *size = extent_of(*dc, view(text, count));
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextextentpoint32a
BOOL WINAPI GetTextExtentPoint32A(HDC hdc, LPCSTR text, int count, LPSIZE size) {
  if (!is_query(text, count, size)) return base::fail(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  *size = extent_of(*dc, from_bytes(*dc, {text, static_cast<std::size_t>(count)}));
  return TRUE;
}

// As GetTextExtentPoint32: the difference was one of 16-bit Windows.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextextentpointw
BOOL WINAPI GetTextExtentPointW(HDC hdc, LPCWSTR text, int count, LPSIZE size) {
  return GetTextExtentPoint32W(hdc, text, count, size);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextextentpointa
BOOL WINAPI GetTextExtentPointA(HDC hdc, LPCSTR text, int count, LPSIZE size) {
  return GetTextExtentPoint32A(hdc, text, count, size);
}

// How many characters fit in `limit`, and where each of those ends. `size` is of the whole text.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextextentexpointw
BOOL WINAPI GetTextExtentExPointW(HDC hdc, LPCWSTR text, int count, int limit, LPINT fit,
                                  LPINT ends, LPSIZE size) {
  if (!is_query(text, count, size) || limit < -1) return base::fail(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  return measure_fit(*dc, view(text, count), {limit, fit, ends, size});
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextextentexpointa
BOOL WINAPI GetTextExtentExPointA(HDC hdc, LPCSTR text, int count, int limit, LPINT fit, LPINT ends,
                                  LPSIZE size) {
  if (!is_query(text, count, size) || limit < -1) return base::fail(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  const std::string_view bytes{text, static_cast<std::size_t>(count)};
  return measure_fit(*dc, from_bytes(*dc, bytes), {limit, fit, ends, size});
}

// The size of a line of glyph numbers.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextextentpointi
BOOL WINAPI GetTextExtentPointI(HDC hdc, LPWORD glyphs, int count, LPSIZE size) {
  return GetTextExtentExPointI(hdc, glyphs, count, -1, nullptr, nullptr, size);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextextentexpointi
BOOL WINAPI GetTextExtentExPointI(HDC hdc, LPWORD glyphs, int count, int limit, LPINT fit,
                                  LPINT ends, LPSIZE size) {
  if (!is_query(glyphs, count, size)) return base::fail(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  return answer_fit(*dc, glyph_ends(*dc, glyphs, count), {limit, fit, ends, size});
}
