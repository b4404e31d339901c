// What a font contains: glyph numbers, tables, kerning pairs.
#include "base/last_error.h"
#include "gdi32/text/ansi.h"
#include "gdi32/text/text_metrics.h"

#include FT_TRUETYPE_TABLES_H

namespace transom::gdi {
namespace {

constexpr WORD kNoGlyph = 0xFFFF;

DWORD glyph_indexes(const ScaledFont& font, std::u16string_view text, LPWORD glyphs, DWORD flags) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint16_t glyph = font.own_glyph(text[i]);
    const bool missing = glyph == 0 && (flags & GGI_MARK_NONEXISTING_GLYPHS) != 0;
    glyphs[i] = missing ? kNoGlyph : glyph;
  }
  return static_cast<DWORD>(text.size());
}

// Pairs among the characters of one byte: what the ANSI form can name and what fonts kern.
std::vector<KERNINGPAIR> kerning_pairs(const DeviceContext& dc, const ScaledFont& font) {
  constexpr WORD kFirst = 0x20;
  constexpr WORD kLast = 0xFF;
  std::vector<KERNINGPAIR> pairs;
  const FontFile* file = font.file();
  if (file == nullptr) return pairs;
  const TextUnits units(dc);
  std::lock_guard lock(font_mutex());
  if (!FT_HAS_KERNING(file->face)) return pairs;
  std::array<FT_UInt, kLast + 1> glyphs{};
  for (WORD c = kFirst; c <= kLast; ++c) glyphs[c] = FT_Get_Char_Index(file->face, c);
  for (WORD first = kFirst; first <= kLast; ++first) {
    for (WORD second = kFirst; second <= kLast; ++second) {
      FT_Vector kerning{};
      if (glyphs[first] == 0 || glyphs[second] == 0) continue;
      FT_Get_Kerning(file->face, glyphs[first], glyphs[second], FT_KERNING_UNSCALED, &kerning);
      if (kerning.x == 0) continue;
      const double pixels =
          static_cast<double>(kerning.x) * font.x_scale() / (64.0 * file->design.units_per_em);
      pairs.push_back({first, second, units.logical_x(static_cast<int>(std::lround(pixels)))});
    }
  }
  return pairs;
}

DWORD answer_pairs(HDC hdc, DWORD count, LPKERNINGPAIR result) {
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<DWORD>(ERROR_INVALID_HANDLE);
  const std::vector<KERNINGPAIR> pairs = kerning_pairs(*dc, realize(*dc));
  if (result == nullptr) return static_cast<DWORD>(pairs.size());
  const std::size_t copied = std::min<std::size_t>(count, pairs.size());
  std::copy_n(pairs.begin(), copied, result);
  return static_cast<DWORD>(copied);
}

}  // namespace
}  // namespace transom::gdi

using namespace transom;
using namespace transom::gdi;

// Glyph numbers of characters, of the font itself without fallbacks; GDI_ERROR on failure.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getglyphindicesw
DWORD WINAPI GetGlyphIndicesW(HDC hdc, LPCWSTR text, int count, LPWORD glyphs, DWORD flags) {
  if (count < 0 || (count > 0 && (text == nullptr || glyphs == nullptr))) {
    return base::fail<DWORD>(ERROR_INVALID_PARAMETER, GDI_ERROR);
  }
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<DWORD>(ERROR_INVALID_HANDLE, GDI_ERROR);
  const std::u16string_view view{reinterpret_cast<const char16_t*>(text),
                                 static_cast<std::size_t>(count)};
  return glyph_indexes(realize(*dc), view, glyphs, flags);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getglyphindicesa
DWORD WINAPI GetGlyphIndicesA(HDC hdc, LPCSTR text, int count, LPWORD glyphs, DWORD flags) {
  if (count < 0 || (count > 0 && (text == nullptr || glyphs == nullptr))) {
    return base::fail<DWORD>(ERROR_INVALID_PARAMETER, GDI_ERROR);
  }
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<DWORD>(ERROR_INVALID_HANDLE, GDI_ERROR);
  const std::string_view bytes{text, static_cast<std::size_t>(count)};
  return glyph_indexes(realize(*dc), from_bytes(*dc, bytes), glyphs, flags);
}

// Bytes of a font table (its tag's letters in memory order), of the whole file for table 0. Answers
// how many, with a null buffer how many there are; GDI_ERROR where there is no such table.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getfontdata
DWORD WINAPI GetFontData(HDC hdc, DWORD table, DWORD offset, PVOID buffer, DWORD size) {
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<DWORD>(ERROR_INVALID_HANDLE, GDI_ERROR);
  const ScaledFont& font = realize(*dc);
  if (font.file() == nullptr || is_bitmap_family(font)) return GDI_ERROR;
  std::lock_guard lock(font_mutex());
  FT_Face face = font.file()->face;
  const FT_ULong tag = __builtin_bswap32(table);
  FT_ULong length = 0;
  if (FT_Load_Sfnt_Table(face, tag, 0, nullptr, &length) != 0 || offset > length) return GDI_ERROR;
  const FT_ULong rest = length - offset;
  if (buffer == nullptr) return static_cast<DWORD>(rest);
  FT_ULong wanted = std::min<FT_ULong>(size, rest);
  // FreeType takes a length of 0 for a question.
  if (wanted == 0) return 0;
  const auto at = static_cast<FT_Long>(offset);
  if (FT_Load_Sfnt_Table(face, tag, at, static_cast<FT_Byte*>(buffer), &wanted) != 0) {
    return GDI_ERROR;
  }
  return static_cast<DWORD>(wanted);
}

// Pairs of characters that the font sets closer or wider, in logical units; with a null buffer how
// many there are.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getkerningpairsw
DWORD WINAPI GetKerningPairsW(HDC hdc, DWORD count, LPKERNINGPAIR pairs) {
  return answer_pairs(hdc, count, pairs);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getkerningpairsa
DWORD WINAPI GetKerningPairsA(HDC hdc, DWORD count, LPKERNINGPAIR pairs) {
  return answer_pairs(hdc, count, pairs);
}
