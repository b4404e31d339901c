// What a font measures and is called.
#include "gdi32/text/text_metrics.h"

#include FT_TRUETYPE_TABLES_H

#include "base/last_error.h"
#include "base/text.h"
#include "gdi32/text/ansi.h"

namespace transom::gdi {
namespace {

constexpr int kDotsPerInch = 96;

std::uint8_t pitch_and_family(const ScaledFont& font) {
  unsigned bits = font.metrics().family;
  // TMPF_FIXED_PITCH means the opposite of its name.
  if (!font.metrics().fixed_pitch) bits |= TMPF_FIXED_PITCH;
  if (!is_bitmap_family(font)) bits |= TMPF_VECTOR | TMPF_TRUETYPE;
  return static_cast<std::uint8_t>(bits);
}

struct CharSetBit {
  std::uint8_t char_set;
  int bit;
};
constexpr CharSetBit kCharSetBits[] = {
    {ANSI_CHARSET, 0},    {EASTEUROPE_CHARSET, 1},   {RUSSIAN_CHARSET, 2},
    {GREEK_CHARSET, 3},   {TURKISH_CHARSET, 4},      {HEBREW_CHARSET, 5},
    {ARABIC_CHARSET, 6},  {BALTIC_CHARSET, 7},       {VIETNAMESE_CHARSET, 8},
    {THAI_CHARSET, 16},   {SHIFTJIS_CHARSET, 17},    {GB2312_CHARSET, 18},
    {HANGUL_CHARSET, 19}, {CHINESEBIG5_CHARSET, 20}, {JOHAB_CHARSET, 21},
    {SYMBOL_CHARSET, 31}};

}  // namespace

FONTSIGNATURE signature_of(const ScaledFont& font) {
  FONTSIGNATURE signature{};
  const FontFile* file = font.file();
  if (file == nullptr) return signature;
  std::lock_guard lock(font_mutex());
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(file->face, FT_SFNT_OS2));
  if (os2 == nullptr || os2->version == 0xFFFF) {
    signature.fsCsb[0] = FS_LATIN1;
    return signature;
  }
  signature.fsUsb[0] = static_cast<DWORD>(os2->ulUnicodeRange1);
  signature.fsUsb[1] = static_cast<DWORD>(os2->ulUnicodeRange2);
  signature.fsUsb[2] = static_cast<DWORD>(os2->ulUnicodeRange3);
  signature.fsUsb[3] = static_cast<DWORD>(os2->ulUnicodeRange4);
  signature.fsCsb[0] = static_cast<DWORD>(os2->ulCodePageRange1);
  signature.fsCsb[1] = static_cast<DWORD>(os2->ulCodePageRange2);
  if (signature.fsCsb[0] == 0) signature.fsCsb[0] = FS_LATIN1;
  return signature;
}

std::uint8_t answered_char_set(const ScaledFont& font, std::uint8_t wanted) {
  if (wanted == DEFAULT_CHARSET || wanted == ANSI_CHARSET) {
    return font.file() != nullptr && font.file()->symbol ? SYMBOL_CHARSET : ANSI_CHARSET;
  }
  if (wanted == OEM_CHARSET) return is_bitmap_family(font) ? OEM_CHARSET : ANSI_CHARSET;
  const DWORD supported = signature_of(font).fsCsb[0];
  for (const CharSetBit& entry : kCharSetBits) {
    if (entry.char_set == wanted && (supported >> entry.bit & 1) != 0) return wanted;
  }
  return ANSI_CHARSET;
}

const LOGFONTW& description_of(const DeviceContext& dc) {
  static const LOGFONTW kNone{};
  return dc.state.font ? dc.state.font->description : kNone;
}

TEXTMETRICW text_metrics(const DeviceContext& dc, const ScaledFont& font,
                         const LOGFONTW& description) {
  const TextUnits units(dc);
  const FontMetrics& m = font.metrics();
  TEXTMETRICW t{};
  t.tmAscent = units.logical_y(m.ascent);
  t.tmDescent = units.logical_y(m.descent);
  // Height stays the sum, whatever rounding does.
  t.tmHeight = t.tmAscent + t.tmDescent;
  t.tmInternalLeading = units.logical_y(m.internal_leading);
  t.tmExternalLeading = units.logical_y(m.external_leading);
  t.tmAveCharWidth = units.logical_x(m.average_width);
  t.tmMaxCharWidth = units.logical_x(m.max_width);
  t.tmWeight = m.weight;
  t.tmDigitizedAspectX = kDotsPerInch;
  t.tmDigitizedAspectY = kDotsPerInch;
  t.tmFirstChar = is_bitmap_family(font) ? 0x20 : 0x1E;
  t.tmLastChar = is_bitmap_family(font) ? 0xFF : 0xFFFC;
  t.tmDefaultChar = is_bitmap_family(font) ? 0x80 : 0x1F;
  t.tmBreakChar = ' ';
  t.tmItalic = m.italic ? 255 : 0;
  t.tmUnderlined = description.lfUnderline != 0 ? 255 : 0;
  t.tmStruckOut = description.lfStrikeOut != 0 ? 255 : 0;
  t.tmPitchAndFamily = pitch_and_family(font);
  t.tmCharSet = answered_char_set(font, description.lfCharSet);
  return t;
}

TEXTMETRICA narrowed(const TEXTMETRICW& w) {
  TEXTMETRICA a{};
  static_assert(offsetof(TEXTMETRICA, tmFirstChar) == offsetof(TEXTMETRICW, tmFirstChar));
  std::memcpy(&a, &w, offsetof(TEXTMETRICA, tmFirstChar));
  const auto byte = [](WCHAR c) { return static_cast<BYTE>(std::min<unsigned>(c, 255)); };
  a.tmFirstChar = byte(w.tmFirstChar);
  a.tmLastChar = byte(w.tmLastChar);
  a.tmDefaultChar = byte(w.tmDefaultChar);
  a.tmBreakChar = byte(w.tmBreakChar);
  a.tmItalic = w.tmItalic;
  a.tmUnderlined = w.tmUnderlined;
  a.tmStruckOut = w.tmStruckOut;
  a.tmPitchAndFamily = w.tmPitchAndFamily;
  a.tmCharSet = w.tmCharSet;
  return a;
}

}  // namespace transom::gdi

using namespace transom;
using namespace transom::gdi;

// Measures of the selected font, in logical units. ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextmetricsw
BOOL WINAPI GetTextMetricsW(HDC hdc, LPTEXTMETRICW metrics) {
  if (metrics == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  *metrics = text_metrics(*dc, realize(*dc), description_of(*dc));
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextmetricsa
BOOL WINAPI GetTextMetricsA(HDC hdc, LPTEXTMETRICA metrics) {
  TEXTMETRICW wide;
  if (metrics == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  if (!GetTextMetricsW(hdc, &wide)) return FALSE;
  *metrics = narrowed(wide);
  return TRUE;
}

// The name of the selected font's family; with a null buffer the room that it needs. Characters
// with the terminator; cut where the buffer ends.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextfacew
int WINAPI GetTextFaceW(HDC hdc, int count, LPWSTR face) {
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<int>(ERROR_INVALID_HANDLE);
  const std::u16string& name = realize(*dc).family();
  const int needed = static_cast<int>(name.size()) + 1;
  if (face == nullptr) return needed;
  if (count <= 0) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const int copied = std::min(needed, count);
  std::memcpy(face, name.c_str(), static_cast<std::size_t>(copied - 1) * sizeof(WCHAR));
  face[copied - 1] = 0;
  return copied;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextfacea
int WINAPI GetTextFaceA(HDC hdc, int count, LPSTR face) {
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<int>(ERROR_INVALID_HANDLE);
  const std::string name = base::to_ansi(realize(*dc).family());
  const int needed = static_cast<int>(name.size()) + 1;
  if (face == nullptr) return needed;
  if (count <= 0) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const int copied = std::min(needed, count);
  std::memcpy(face, name.c_str(), static_cast<std::size_t>(copied - 1));
  face[copied - 1] = 0;
  return copied;
}

// The character set of the selected font, DEFAULT_CHARSET for a dead handle.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextcharset
int WINAPI GetTextCharset(HDC hdc) {
  return GetTextCharsetInfo(hdc, nullptr, 0);
}

// The same, with what the font covers. `flags` is reserved.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextcharsetinfo
int WINAPI GetTextCharsetInfo(HDC hdc, LPFONTSIGNATURE signature, DWORD) {
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<int>(ERROR_INVALID_HANDLE, DEFAULT_CHARSET);
  const ScaledFont& font = realize(*dc);
  if (signature != nullptr) *signature = signature_of(font);
  return answered_char_set(font, description_of(*dc).lfCharSet);
}

// GCP_ and FLI_ bits: what GetCharacterPlacement would have to do. GCP_ERROR for a dead handle.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getfontlanguageinfo
DWORD WINAPI GetFontLanguageInfo(HDC hdc) {
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<DWORD>(ERROR_INVALID_HANDLE, GCP_ERROR);
  const FontFile* file = realize(*dc).file();
  if (file == nullptr) return 0;
  std::lock_guard lock(font_mutex());
  return FT_HAS_KERNING(file->face) ? GCP_USEKERNING : 0;
}

// Bitmap fonts are never chosen by aspect ratio here: width and height 0.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getaspectratiofilterex
BOOL WINAPI GetAspectRatioFilterEx(HDC hdc, LPSIZE size) {
  if (size == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  if (!find_dc(hdc)) return base::fail(ERROR_INVALID_HANDLE);
  *size = {0, 0};
  return TRUE;
}

// Translates between character set, code page and font signature; FALSE for what there is not.
// TCI_SRCCODEPAGE and TCI_SRCCHARSET take the number itself in place of the pointer.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-translatecharsetinfo
BOOL WINAPI TranslateCharsetInfo(DWORD* source, LPCHARSETINFO info, DWORD flags) {
  if (info == nullptr || (flags == TCI_SRCFONTSIG && source == nullptr)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const auto number = static_cast<DWORD>(reinterpret_cast<std::uintptr_t>(source));
  for (const CharSetBit& entry : kCharSetBits) {
    const UINT page = base::resolve_code_page(code_page_of(entry.char_set));
    const bool wanted = (flags == TCI_SRCCHARSET && number == entry.char_set) ||
                        (flags == TCI_SRCCODEPAGE && number == page) ||
                        (flags == TCI_SRCFONTSIG && (source[0] >> entry.bit & 1) != 0);
    if (!wanted) continue;
    *info = {};
    info->ciCharset = entry.char_set;
    info->ciACP = page;
    info->fs.fsCsb[0] = 1u << entry.bit;
    return TRUE;
  }
  return base::fail(ERROR_INVALID_PARAMETER);
}
