// The fonts that the Font dialog offers, as EnumFontFamiliesEx tells of them.
// https://learn.microsoft.com/windows/win32/dlgbox/font-dialog-box
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/win32.h"

namespace transom::comdlg {

struct FontFamily {
  std::u16string name;
  DWORD type = 0;  // RASTER_FONTTYPE, TRUETYPE_FONTTYPE, DEVICE_FONTTYPE
};

struct FontStyle {
  std::u16string name;
  LONG weight = FW_NORMAL;
  bool italic = false;
  bool simulated = false;
  LOGFONTW font{};
};

struct FontScript {
  std::u16string name;
  BYTE char_set = DEFAULT_CHARSET;
};

// What the program's CF_ flags leave out.
struct FontLimits {
  DWORD flags = 0;
  BYTE char_set = DEFAULT_CHARSET;  // with CF_SELECTSCRIPT
};

// By name, each once.
std::vector<FontFamily> list_families(HDC dc, const FontLimits& limits);
// What a name that is no family's stands for; other names are themselves.
// https://learn.microsoft.com/windows/win32/intl/using-ms-shell-dlg-and-ms-shell-dlg-2
std::u16string family_of_alias(const std::u16string& name);
// From light to heavy, upright before slanted; with those that GDI would simulate, unless
// CF_NOSIMULATIONS.
std::vector<FontStyle> list_styles(HDC dc, const std::u16string& family, const FontLimits& limits);
// A raster font's own sizes, the usual ones for all others; in points.
std::vector<int> list_sizes(HDC dc, const FontFamily& family);
std::vector<FontScript> list_scripts(HDC dc, const std::u16string& family,
                                     const FontLimits& limits);

}  // namespace transom::comdlg
