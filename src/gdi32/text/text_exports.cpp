// TextOut and its kin: check, convert, draw.
// https://learn.microsoft.com/windows/win32/gdi/drawing-text
#include "base/last_error.h"
#include "gdi32/text/ansi.h"
#include "gdi32/text/text_out.h"

namespace transom::gdi {
namespace {

template <class Char>
bool is_text(const Char* text, INT count) {
  return count >= 0 && (text != nullptr || count == 0);
}

std::u16string_view view(LPCWSTR text, UINT count) {
  return {reinterpret_cast<const char16_t*>(text), count};
}

// A double-byte character has two distances in bytes and one when converted.
std::vector<INT> distances_by_character(const DeviceContext& dc, std::string_view bytes,
                                        const INT* distances, std::size_t step) {
  std::vector<INT> result;
  for (std::size_t at = 0; at < bytes.size();) {
    const bool pair = at + 1 < bytes.size() && from_bytes(dc, bytes.substr(at, 2)).size() == 1;
    for (std::size_t axis = 0; axis < step; ++axis) {
      INT sum = distances[at * step + axis];
      if (pair) sum += distances[(at + 1) * step + axis];
      result.push_back(sum);
    }
    at += pair ? 2 : 1;
  }
  return result;
}

bool is_double_byte(BYTE char_set) {
  return char_set == SHIFTJIS_CHARSET || char_set == HANGUL_CHARSET || char_set == JOHAB_CHARSET ||
         char_set == GB2312_CHARSET || char_set == CHINESEBIG5_CHARSET;
}

void draw_bytes(DeviceContext& dc, TextCommand command, std::string_view bytes) {
  const std::u16string text = from_bytes(dc, bytes);
  std::vector<INT> distances;
  if (command.distances != nullptr && is_double_byte(char_set_of(dc))) {
    distances = distances_by_character(dc, bytes, command.distances,
                                       (command.options & ETO_PDY) != 0 ? 2 : 1);
    command.distances = distances.data();
  }
  command.text = text;
  draw_line(dc, command);
}

}  // namespace
}  // namespace transom::gdi

using namespace transom;
using namespace transom::gdi;

// Draws text within, on or beside a rectangle. Logical units; `distances` has one for each
// character (two with ETO_PDY). ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-exttextoutw
BOOL WINAPI ExtTextOutW(HDC hdc, int x, int y, UINT options, const RECT* rect, LPCWSTR text,
                        UINT count, const INT* distances) {
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  if (!is_text(text, static_cast<INT>(count))) return base::fail(ERROR_INVALID_PARAMETER);
  draw_line(*dc, {{x, y}, options, rect, view(text, count), distances});
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-exttextouta
BOOL WINAPI ExtTextOutA(HDC hdc, int x, int y, UINT options, const RECT* rect, LPCSTR text,
                        UINT count, const INT* distances) {
  // Glyph numbers are 16 bits wide in both forms.
  if ((options & ETO_GLYPH_INDEX) != 0) {
    return ExtTextOutW(hdc, x, y, options, rect, reinterpret_cast<LPCWSTR>(text), count, distances);
  }
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  if (!is_text(text, static_cast<INT>(count))) return base::fail(ERROR_INVALID_PARAMETER);
  draw_bytes(*dc, {{x, y}, options, rect, {}, distances}, {text, count});
  return TRUE;
}

// Draws a line of text at a point in logical units. ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-textoutw
BOOL WINAPI TextOutW(HDC hdc, int x, int y, LPCWSTR text, int count) {
  return ExtTextOutW(hdc, x, y, 0, nullptr, text, static_cast<UINT>(count), nullptr);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-textouta
BOOL WINAPI TextOutA(HDC hdc, int x, int y, LPCSTR text, int count) {
  return ExtTextOutA(hdc, x, y, 0, nullptr, text, static_cast<UINT>(count), nullptr);
}

// Several lines by one call; FALSE from the first that fails.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-polytextoutw
BOOL WINAPI PolyTextOutW(HDC hdc, const POLYTEXTW* lines, int count) {
  if (count < 0 || (lines == nullptr && count > 0)) return base::fail(ERROR_INVALID_PARAMETER);
  for (int i = 0; i < count; ++i) {
    const POLYTEXTW& line = lines[i];
    if (!ExtTextOutW(hdc, line.x, line.y, line.uiFlags, &line.rcl, line.lpstr, line.n, line.pdx)) {
      return FALSE;
    }
  }
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-polytextouta
BOOL WINAPI PolyTextOutA(HDC hdc, const POLYTEXTA* lines, int count) {
  if (count < 0 || (lines == nullptr && count > 0)) return base::fail(ERROR_INVALID_PARAMETER);
  for (int i = 0; i < count; ++i) {
    const POLYTEXTA& line = lines[i];
    if (!ExtTextOutA(hdc, line.x, line.y, line.uiFlags, &line.rcl, line.lpstr, line.n, line.pdx)) {
      return FALSE;
    }
  }
  return TRUE;
}
