// Making fonts: descriptions become handles; nothing is looked for before the first use.
// https://learn.microsoft.com/windows/win32/gdi/creating-a-logical-font
#include "base/last_error.h"
#include "base/text.h"
#include "gdi32/font.h"

namespace transom::gdi {
namespace {

HFONT create(const LOGFONTW& description) {
  const HFONT font = publish<HFONT>(make<Font>(description));
  return font != nullptr ? font : base::fail<HFONT>(ERROR_NOT_ENOUGH_MEMORY);
}

void copy_face(LOGFONTW& to, std::u16string_view face) {
  const std::size_t length = std::min<std::size_t>(face.size(), LF_FACESIZE - 1);
  std::memcpy(to.lfFaceName, face.data(), length * sizeof(WCHAR));
  to.lfFaceName[length] = 0;
}

LOGFONTW widened(const LOGFONTA& from) {
  LOGFONTW to{};
  static_assert(offsetof(LOGFONTA, lfFaceName) == offsetof(LOGFONTW, lfFaceName));
  std::memcpy(&to, &from, offsetof(LOGFONTA, lfFaceName));
  const std::string_view face{from.lfFaceName, strnlen(from.lfFaceName, LF_FACESIZE)};
  copy_face(to, base::to_utf16(face));
  return to;
}

}  // namespace
}  // namespace transom::gdi

using namespace transom;
using namespace transom::gdi;

// A font from its description. Null with ERROR_INVALID_PARAMETER for a null pointer.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createfontindirectw
HFONT WINAPI CreateFontIndirectW(const LOGFONTW* description) {
  if (description == nullptr) return base::fail<HFONT>(ERROR_INVALID_PARAMETER);
  return create(*description);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createfontindirecta
HFONT WINAPI CreateFontIndirectA(const LOGFONTA* description) {
  if (description == nullptr) return base::fail<HFONT>(ERROR_INVALID_PARAMETER);
  return create(widened(*description));
}

// Full name, style and design vector beyond the description are for multiple master fonts, which
// there are not: the description decides.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createfontindirectexw
HFONT WINAPI CreateFontIndirectExW(const ENUMLOGFONTEXDVW* description) {
  if (description == nullptr) return base::fail<HFONT>(ERROR_INVALID_PARAMETER);
  return create(description->elfEnumLogfontEx.elfLogFont);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createfontindirectexa
HFONT WINAPI CreateFontIndirectExA(const ENUMLOGFONTEXDVA* description) {
  if (description == nullptr) return base::fail<HFONT>(ERROR_INVALID_PARAMETER);
  return create(widened(description->elfEnumLogfontEx.elfLogFont));
}

// Lengths in logical units (a positive height is of the cell, a negative one of the characters),
// angles in tenths of degrees, counterclockwise. A null face lets the other attributes choose.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createfontw
HFONT WINAPI CreateFontW(int height, int width, int escapement, int orientation, int weight,
                         DWORD italic, DWORD underline, DWORD strike_out, DWORD char_set,
                         DWORD out_precision, DWORD clip_precision, DWORD quality,
                         DWORD pitch_and_family, LPCWSTR face) {
  LOGFONTW font{};
  font.lfHeight = height;
  font.lfWidth = width;
  font.lfEscapement = escapement;
  font.lfOrientation = orientation;
  font.lfWeight = weight;
  font.lfItalic = static_cast<BYTE>(italic);
  font.lfUnderline = static_cast<BYTE>(underline);
  font.lfStrikeOut = static_cast<BYTE>(strike_out);
  font.lfCharSet = static_cast<BYTE>(char_set);
  font.lfOutPrecision = static_cast<BYTE>(out_precision);
  font.lfClipPrecision = static_cast<BYTE>(clip_precision);
  font.lfQuality = static_cast<BYTE>(quality);
  font.lfPitchAndFamily = static_cast<BYTE>(pitch_and_family);
  if (face != nullptr) copy_face(font, reinterpret_cast<const char16_t*>(face));
  return create(font);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createfonta
HFONT WINAPI CreateFontA(int height, int width, int escapement, int orientation, int weight,
                         DWORD italic, DWORD underline, DWORD strike_out, DWORD char_set,
                         DWORD out_precision, DWORD clip_precision, DWORD quality,
                         DWORD pitch_and_family, LPCSTR face) {
  const std::u16string wide = base::to_utf16(face);
  return CreateFontW(height, width, escapement, orientation, weight, italic, underline, strike_out,
                     char_set, out_precision, clip_precision, quality, pitch_and_family,
                     reinterpret_cast<LPCWSTR>(wide.c_str()));
}
