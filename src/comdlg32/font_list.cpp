#include "comdlg32/font_list.h"

#include <algorithm>

#include "base/text.h"

namespace transom::comdlg {
namespace {

struct Found {
  const ENUMLOGFONTEXW& font;
  const TEXTMETRICW& metrics;
  DWORD type;
};

template <class Visit>
void enumerate(HDC dc, const std::u16string& family, BYTE char_set, Visit visit) {
  LOGFONTW request{};
  request.lfCharSet = char_set;
  request.lfFaceName[family.copy(base::as_char16(request.lfFaceName), LF_FACESIZE - 1)] = 0;
  const auto called = [](const LOGFONTW* font, const TEXTMETRICW* metrics, DWORD type,
                         LPARAM context) -> int {
    (*reinterpret_cast<Visit*>(context))(
        Found{*reinterpret_cast<const ENUMLOGFONTEXW*>(font), *metrics, type});
    return TRUE;
  };
  EnumFontFamiliesExW(dc, &request, called, reinterpret_cast<LPARAM>(&visit), 0);
}

bool is_allowed(const Found& found, const FontLimits& limits) {
  const LOGFONTW& font = found.font.elfLogFont;
  const auto asks = [&](DWORD flag) { return (limits.flags & flag) != 0; };
  const bool vector = (found.type & (RASTER_FONTTYPE | TRUETYPE_FONTTYPE)) == 0;
  if (asks(CF_TTONLY) && (found.type & TRUETYPE_FONTTYPE) == 0) return false;
  if (asks(CF_SCALABLEONLY) && (found.type & RASTER_FONTTYPE) != 0) return false;
  // A pitch bit that is set says that the pitch varies.
  if (asks(CF_FIXEDPITCHONLY) && (found.metrics.tmPitchAndFamily & TMPF_FIXED_PITCH) != 0) {
    return false;
  }
  if (asks(CF_NOVECTORFONTS) && (vector || font.lfCharSet == OEM_CHARSET)) return false;
  if (asks(CF_NOVERTFONTS) && font.lfFaceName[0] == u'@') return false;
  if (asks(CF_SCRIPTSONLY) && (font.lfCharSet == OEM_CHARSET || font.lfCharSet == SYMBOL_CHARSET)) {
    return false;
  }
  return !asks(CF_SELECTSCRIPT) || font.lfCharSet == limits.char_set;
}

// What GDI makes out of another style.
void add_simulated(std::vector<FontStyle>& styles, const std::u16string& name, LONG weight,
                   bool italic) {
  const bool there = std::ranges::any_of(styles, [&](const FontStyle& style) {
    return style.italic == italic && (style.weight >= FW_SEMIBOLD) == (weight >= FW_SEMIBOLD);
  });
  if (there || styles.empty()) return;
  styles.push_back({name, weight, italic, true, styles.front().font});
}

bool is_lighter(const FontStyle& a, const FontStyle& b) {
  return a.weight != b.weight ? a.weight < b.weight : a.italic < b.italic;
}

constexpr int kUsualSizes[] = {8, 9, 10, 11, 12, 14, 16, 18, 20, 22, 24, 26, 28, 36, 48, 72};

}  // namespace

std::vector<FontFamily> list_families(HDC dc, const FontLimits& limits) {
  std::vector<FontFamily> families;
  enumerate(dc, u"", DEFAULT_CHARSET, [&](const Found& found) {
    const std::u16string name = base::as_char16(found.font.elfLogFont.lfFaceName);
    const bool listed = std::ranges::find(families, name, &FontFamily::name) != families.end();
    if (!listed && is_allowed(found, limits)) families.push_back({name, found.type});
  });
  std::ranges::sort(families, {},
                    [](const FontFamily& family) { return base::fold_case(family.name); });
  return families;
}

std::u16string family_of_alias(const std::u16string& name) {
  if (base::equals_ignoring_case(name, u"MS Shell Dlg")) return u"Microsoft Sans Serif";
  if (base::equals_ignoring_case(name, u"MS Shell Dlg 2")) return u"Tahoma";
  return name;
}

std::vector<FontStyle> list_styles(HDC dc, const std::u16string& family, const FontLimits& limits) {
  std::vector<FontStyle> styles;
  enumerate(dc, family, DEFAULT_CHARSET, [&](const Found& found) {
    const LOGFONTW& font = found.font.elfLogFont;
    std::u16string name = base::as_char16(reinterpret_cast<const WCHAR*>(found.font.elfStyle));
    if (name.empty()) name = u"Regular";
    if (std::ranges::find(styles, name, &FontStyle::name) != styles.end()) return;
    styles.push_back({name, font.lfWeight, font.lfItalic != 0, false, font});
  });
  if ((limits.flags & CF_NOSIMULATIONS) == 0) {
    add_simulated(styles, u"Italic", FW_NORMAL, true);
    add_simulated(styles, u"Bold", FW_BOLD, false);
    add_simulated(styles, u"Bold Italic", FW_BOLD, true);
  }
  std::ranges::stable_sort(styles, is_lighter);
  return styles;
}

std::vector<int> list_sizes(HDC dc, const FontFamily& family) {
  if ((family.type & RASTER_FONTTYPE) == 0) return {std::begin(kUsualSizes), std::end(kUsualSizes)};
  std::vector<int> sizes;
  const int resolution = GetDeviceCaps(dc, LOGPIXELSY);
  enumerate(dc, family.name, DEFAULT_CHARSET, [&](const Found& found) {
    const LONG height = found.metrics.tmHeight - found.metrics.tmInternalLeading;
    sizes.push_back(MulDiv(static_cast<int>(height), 72, resolution));
  });
  std::ranges::sort(sizes);
  sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
  return sizes;
}

std::vector<FontScript> list_scripts(HDC dc, const std::u16string& family,
                                     const FontLimits& limits) {
  std::vector<FontScript> scripts;
  enumerate(dc, family, DEFAULT_CHARSET, [&](const Found& found) {
    const BYTE char_set = found.font.elfLogFont.lfCharSet;
    const bool listed =
        std::ranges::find(scripts, char_set, &FontScript::char_set) != scripts.end();
    if (listed || !is_allowed(found, limits)) return;
    scripts.push_back(
        {base::as_char16(reinterpret_cast<const WCHAR*>(found.font.elfScript)), char_set});
  });
  return scripts;
}

}  // namespace transom::comdlg
