// Widths of single characters and glyphs, in logical units.
// https://learn.microsoft.com/windows/win32/gdi/character-widths
#include "base/last_error.h"
#include "gdi32/text/ansi.h"
#include "gdi32/text/text_metrics.h"

namespace transom::gdi {
namespace {

constexpr UINT kMaxCharacters = 0x10000;

bool is_range(UINT first, UINT last, const void* result) {
  return result != nullptr && first <= last && last < kMaxCharacters;
}

using Character = CharEntry (*)(const DeviceContext&, const ScaledFont&, UINT);

CharEntry wide(const DeviceContext&, const ScaledFont& font, UINT c) {
  return font.entry(static_cast<char16_t>(c));
}

CharEntry narrow(const DeviceContext& dc, const ScaledFont& font, UINT c) {
  return font.entry(from_byte(dc, static_cast<unsigned char>(c)));
}

ABC spacing_of(const ScaledFont& font, const CharEntry& entry) {
  const GlyphImage ink = font.measure(entry.glyph);
  // What has no ink is all right side.
  return {ink.left, static_cast<UINT>(ink.width), entry.advance - ink.left - ink.width};
}

ABC in_logical_units(const TextUnits& units, const ABC& abc) {
  const int advance = units.logical_x(abc.abcA + static_cast<int>(abc.abcB) + abc.abcC);
  const int a = units.logical_x(abc.abcA);
  const int b = units.logical_x(static_cast<int>(abc.abcB));
  return {a, static_cast<UINT>(b), advance - a - b};
}

BOOL widths(HDC hdc, UINT first, UINT last, LPINT result, Character character) {
  if (!is_range(first, last, result)) return base::fail(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  const ScaledFont& font = realize(*dc);
  const TextUnits units(*dc);
  for (UINT c = first; c <= last; ++c) {
    *result++ = units.logical_x(character(*dc, font, c).advance);
  }
  return TRUE;
}

BOOL float_widths(HDC hdc, UINT first, UINT last, PFLOAT result, Character character) {
  if (!is_range(first, last, result)) return base::fail(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  const ScaledFont& font = realize(*dc);
  const double scale = dc->state.mapping.translation_only ? 1 : dc->state.mapping.scale_x();
  for (UINT c = first; c <= last; ++c) {
    const double advance = character(*dc, font, c).advance;
    *result++ = static_cast<float>(scale == 0 ? 0 : advance / scale);
  }
  return TRUE;
}

// Only outline fonts have A, B and C.
BOOL spacings(HDC hdc, UINT first, UINT last, LPABC result, Character character) {
  if (!is_range(first, last, result)) return base::fail(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  const ScaledFont& font = realize(*dc);
  if (is_bitmap_family(font)) return FALSE;
  const TextUnits units(*dc);
  for (UINT c = first; c <= last; ++c) {
    *result++ = in_logical_units(units, spacing_of(font, character(*dc, font, c)));
  }
  return TRUE;
}

BOOL float_spacings(HDC hdc, UINT first, UINT last, LPABCFLOAT result, Character character) {
  if (!is_range(first, last, result)) return base::fail(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  const ScaledFont& font = realize(*dc);
  const double scale = dc->state.mapping.translation_only ? 1 : dc->state.mapping.scale_x();
  const auto unit = [&](double pixels) {
    return static_cast<float>(scale == 0 ? 0 : pixels / scale);
  };
  for (UINT c = first; c <= last; ++c) {
    const ABC abc = spacing_of(font, character(*dc, font, c));
    *result++ = {unit(abc.abcA), unit(abc.abcB), unit(abc.abcC)};
  }
  return TRUE;
}

// Glyphs by number: a range from `first`, or the `count` that `glyphs` lists.
template <class Result, class Measure>
BOOL by_glyph(HDC hdc, UINT first, UINT count, const WORD* glyphs, Result* result,
              Measure measure) {
  if (result == nullptr || count > kMaxCharacters) return base::fail(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  const ScaledFont& font = realize(*dc);
  const TextUnits units(*dc);
  for (UINT i = 0; i < count; ++i) {
    const auto index = static_cast<std::uint16_t>(glyphs != nullptr ? glyphs[i] : first + i);
    const GlyphId glyph{index, 0};
    result[i] = measure(units, font, {glyph, static_cast<std::int16_t>(font.glyph_advance(glyph))});
  }
  return TRUE;
}

}  // namespace
}  // namespace transom::gdi

using namespace transom;
using namespace transom::gdi;

// Advance widths of a range of characters.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcharwidth32w
BOOL WINAPI GetCharWidth32W(HDC hdc, UINT first, UINT last, LPINT result) {
  return widths(hdc, first, last, result, wide);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcharwidth32a
BOOL WINAPI GetCharWidth32A(HDC hdc, UINT first, UINT last, LPINT result) {
  return widths(hdc, first, last, result, narrow);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcharwidthw
BOOL WINAPI GetCharWidthW(HDC hdc, UINT first, UINT last, LPINT result) {
  return widths(hdc, first, last, result, wide);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcharwidtha
BOOL WINAPI GetCharWidthA(HDC hdc, UINT first, UINT last, LPINT result) {
  return widths(hdc, first, last, result, narrow);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcharwidthfloatw
BOOL WINAPI GetCharWidthFloatW(HDC hdc, UINT first, UINT last, PFLOAT result) {
  return float_widths(hdc, first, last, result, wide);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcharwidthfloata
BOOL WINAPI GetCharWidthFloatA(HDC hdc, UINT first, UINT last, PFLOAT result) {
  return float_widths(hdc, first, last, result, narrow);
}

// Space before, width and space behind each character's ink. FALSE for bitmap fonts.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcharabcwidthsw
BOOL WINAPI GetCharABCWidthsW(HDC hdc, UINT first, UINT last, LPABC result) {
  return spacings(hdc, first, last, result, wide);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcharabcwidthsa
BOOL WINAPI GetCharABCWidthsA(HDC hdc, UINT first, UINT last, LPABC result) {
  return spacings(hdc, first, last, result, narrow);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcharabcwidthsfloatw
BOOL WINAPI GetCharABCWidthsFloatW(HDC hdc, UINT first, UINT last, LPABCFLOAT result) {
  return float_spacings(hdc, first, last, result, wide);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcharabcwidthsfloata
BOOL WINAPI GetCharABCWidthsFloatA(HDC hdc, UINT first, UINT last, LPABCFLOAT result) {
  return float_spacings(hdc, first, last, result, narrow);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcharwidthi
BOOL WINAPI GetCharWidthI(HDC hdc, UINT first, UINT count, LPWORD glyphs, LPINT result) {
  return by_glyph(hdc, first, count, glyphs, result,
                  [](const TextUnits& units, const ScaledFont&, const CharEntry& entry) {
                    return units.logical_x(entry.advance);
                  });
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcharabcwidthsi
BOOL WINAPI GetCharABCWidthsI(HDC hdc, UINT first, UINT count, LPWORD glyphs, LPABC result) {
  return by_glyph(hdc, first, count, glyphs, result,
                  [](const TextUnits& units, const ScaledFont& font, const CharEntry& entry) {
                    return in_logical_units(units, spacing_of(font, entry));
                  });
}
