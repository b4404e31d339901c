// EnumFontFamiliesEx and its elders: every family once, or every style of one family.
//
// No lock is held while the program is called back.
// https://learn.microsoft.com/windows/win32/gdi/enumerating-the-installed-fonts
#include "base/last_error.h"
#include "base/text.h"
#include "gdi32/text/text_metrics.h"

namespace transom::gdi {
namespace {

// What the enumeration is about.
struct EnumQuery {
  std::u16string family;  // empty: all, one style each
  std::uint8_t char_set = DEFAULT_CHARSET;
  bool every_char_set = true;  // the Ex form names a font once for each of its character sets
};

struct EnumItem {
  ENUMLOGFONTEXW font{};
  NEWTEXTMETRICEXW metrics{};
  DWORD type = 0;
};

struct NamedCharSet {
  std::uint8_t char_set;
  int bit;
  const char16_t* script;
};
constexpr NamedCharSet kCharSets[] = {
    {ANSI_CHARSET, 0, u"Western"},          {EASTEUROPE_CHARSET, 1, u"Central European"},
    {RUSSIAN_CHARSET, 2, u"Cyrillic"},      {GREEK_CHARSET, 3, u"Greek"},
    {TURKISH_CHARSET, 4, u"Turkish"},       {HEBREW_CHARSET, 5, u"Hebrew"},
    {ARABIC_CHARSET, 6, u"Arabic"},         {BALTIC_CHARSET, 7, u"Baltic"},
    {VIETNAMESE_CHARSET, 8, u"Vietnamese"}, {THAI_CHARSET, 16, u"Thai"},
    {SHIFTJIS_CHARSET, 17, u"Japanese"},    {GB2312_CHARSET, 18, u"CHINESE_GB2312"},
    {HANGUL_CHARSET, 19, u"Hangul"},        {CHINESEBIG5_CHARSET, 20, u"CHINESE_BIG5"},
    {SYMBOL_CHARSET, 31, u"Symbol"}};

template <std::size_t N>
void copy(WCHAR (&to)[N], std::u16string_view from) {
  const std::size_t length = std::min(from.size(), N - 1);
  std::memcpy(to, from.data(), length * sizeof(WCHAR));
  to[length] = 0;
}

EnumItem item_of(DeviceContext& dc, const ListedFont& listed, const ScaledFont& font,
                 const NamedCharSet& set) {
  EnumItem item;
  LOGFONTW& logical = item.font.elfLogFont;
  const TEXTMETRICW m = text_metrics(dc, font, LOGFONTW{});
  logical.lfHeight = m.tmHeight;
  logical.lfWidth = m.tmAveCharWidth;
  logical.lfWeight = m.tmWeight;
  logical.lfItalic = m.tmItalic;
  logical.lfCharSet = set.char_set;
  logical.lfOutPrecision = is_bitmap_family(font) ? OUT_RASTER_PRECIS : OUT_STROKE_PRECIS;
  logical.lfClipPrecision = CLIP_STROKE_PRECIS;
  logical.lfQuality = DRAFT_QUALITY;
  // The request's pitch bits are those of LOGFONT, not those of TEXTMETRIC.
  logical.lfPitchAndFamily = static_cast<BYTE>(
      font.metrics().family | (font.metrics().fixed_pitch ? FIXED_PITCH : VARIABLE_PITCH));
  copy(logical.lfFaceName, listed.family);
  copy(item.font.elfFullName,
       listed.style == u"Regular" ? listed.family : listed.family + u" " + listed.style);
  copy(item.font.elfStyle, listed.style);
  copy(item.font.elfScript, set.script);
  std::memcpy(&item.metrics.ntmTm, &m, sizeof m);
  item.metrics.ntmTm.tmCharSet = set.char_set;
  item.metrics.ntmTm.ntmFlags =
      (m.tmWeight >= FW_BOLD ? DWORD{NTM_BOLD} : 0) | (m.tmItalic != 0 ? DWORD{NTM_ITALIC} : 0);
  if (item.metrics.ntmTm.ntmFlags == 0) item.metrics.ntmTm.ntmFlags = NTM_REGULAR;
  if (font.file() != nullptr) {
    item.metrics.ntmTm.ntmSizeEM = static_cast<UINT>(font.file()->design.units_per_em);
    item.metrics.ntmTm.ntmCellHeight =
        static_cast<UINT>(font.file()->design.ascent + font.file()->design.descent);
    item.metrics.ntmTm.ntmAvgWidth = static_cast<UINT>(font.file()->design.average_width);
  }
  item.metrics.ntmFontSig = signature_of(font);
  item.type = is_bitmap_family(font) ? RASTER_FONTTYPE : TRUETYPE_FONTTYPE;
  return item;
}

std::shared_ptr<const ScaledFont> sample_of(const ListedFont& listed, int height) {
  FontRequest request;
  request.family = listed.family;
  request.height = height;
  request.weight = listed.bold ? FW_BOLD : FW_NORMAL;
  request.italic = listed.italic;
  return scaled_font(request);
}

std::vector<int> heights_of(const ListedFont& listed) {
  constexpr int kOutlineHeight = 36;
  const KnownFamily* known = known_family(listed.family);
  if (known == nullptr || known->sizes.empty()) return {kOutlineHeight};
  return {known->sizes.begin(), known->sizes.end()};
}

void add_items(DeviceContext& dc, const ListedFont& listed, const EnumQuery& query,
               std::vector<EnumItem>& items) {
  for (const int height : heights_of(listed)) {
    const auto font = sample_of(listed, height);
    if (font->file() == nullptr) continue;
    const DWORD supported = signature_of(*font).fsCsb[0];
    for (const NamedCharSet& set : kCharSets) {
      const bool offered = (supported >> set.bit & 1) != 0;
      const bool wanted = query.char_set == DEFAULT_CHARSET || query.char_set == set.char_set;
      if (!offered || !wanted) continue;
      items.push_back(item_of(dc, listed, *font, set));
      // Bitmap fonts were made for one character set.
      if (!query.every_char_set || is_bitmap_family(*font)) break;
    }
    if (query.family.empty()) return;
  }
}

// The program is called once the context is free again.
std::optional<std::vector<EnumItem>> items_for(HDC hdc, const EnumQuery& query) {
  const auto dc = find_dc(hdc);
  if (!dc) return std::nullopt;
  std::vector<ListedFont> fonts;
  {
    std::lock_guard lock(font_mutex());
    fonts = list_fonts();
  }
  std::vector<EnumItem> items;
  std::u16string last;
  for (const ListedFont& listed : fonts) {
    if (query.family.empty() ? listed.family == last : !same_name(listed.family, query.family)) {
      continue;
    }
    last = listed.family;
    add_items(*dc, listed, query, items);
  }
  return items;
}

ENUMLOGFONTEXA narrow_font(const ENUMLOGFONTEXW& wide) {
  ENUMLOGFONTEXA font{};
  std::memcpy(&font.elfLogFont, &wide.elfLogFont, offsetof(LOGFONTA, lfFaceName));
  const auto put = [](auto& to, const WCHAR* from) {
    const std::string text = base::to_ansi(base::as_char16(from));
    const std::size_t length = std::min(text.size(), sizeof to - 1);
    std::memcpy(to, text.data(), length);
  };
  put(font.elfLogFont.lfFaceName, wide.elfLogFont.lfFaceName);
  put(font.elfFullName, wide.elfFullName);
  put(font.elfStyle, wide.elfStyle);
  put(font.elfScript, wide.elfScript);
  return font;
}

NEWTEXTMETRICEXA narrow_metrics(const NEWTEXTMETRICEXW& wide) {
  NEWTEXTMETRICEXA metrics{};
  TEXTMETRICW head;
  std::memcpy(&head, &wide.ntmTm, sizeof head);
  const TEXTMETRICA narrow = narrowed(head);
  std::memcpy(&metrics.ntmTm, &narrow, sizeof narrow);
  metrics.ntmTm.ntmFlags = wide.ntmTm.ntmFlags;
  metrics.ntmTm.ntmSizeEM = wide.ntmTm.ntmSizeEM;
  metrics.ntmTm.ntmCellHeight = wide.ntmTm.ntmCellHeight;
  metrics.ntmTm.ntmAvgWidth = wide.ntmTm.ntmAvgWidth;
  metrics.ntmFontSig = wide.ntmFontSig;
  return metrics;
}

// Until the program answers 0; its last answer is ours, and 1 where there was nothing to tell.
int enumerate_wide(HDC hdc, const EnumQuery& query, FONTENUMPROCW callback, LPARAM parameter) {
  if (callback == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const std::optional<std::vector<EnumItem>> items = items_for(hdc, query);
  if (!items) return base::fail<int>(ERROR_INVALID_HANDLE);
  base::assert_no_locks_held();
  int answer = 1;
  for (const EnumItem& item : *items) {
    const auto* metrics = reinterpret_cast<const TEXTMETRICW*>(&item.metrics);
    base::assert_no_locks_held();
    answer = callback(&item.font.elfLogFont, metrics, item.type, parameter);
    if (answer == 0) break;
  }
  return answer;
}

int enumerate_narrow(HDC hdc, const EnumQuery& query, FONTENUMPROCA callback, LPARAM parameter) {
  if (callback == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const std::optional<std::vector<EnumItem>> items = items_for(hdc, query);
  if (!items) return base::fail<int>(ERROR_INVALID_HANDLE);
  base::assert_no_locks_held();
  int answer = 1;
  for (const EnumItem& item : *items) {
    const ENUMLOGFONTEXA font = narrow_font(item.font);
    const NEWTEXTMETRICEXA metrics = narrow_metrics(item.metrics);
    base::assert_no_locks_held();
    answer = callback(&font.elfLogFont, reinterpret_cast<const TEXTMETRICA*>(&metrics), item.type,
                      parameter);
    if (answer == 0) break;
  }
  return answer;
}

std::u16string face_of(const LOGFONTW& font) {
  const char16_t* name = base::as_char16(font.lfFaceName);
  std::size_t length = 0;
  while (length < LF_FACESIZE && name[length] != 0) ++length;
  return {name, length};
}

std::u16string face_of(const LOGFONTA& font) {
  return base::to_utf16({font.lfFaceName, strnlen(font.lfFaceName, LF_FACESIZE)});
}

std::u16string name_of(LPCWSTR family) {
  return family != nullptr ? std::u16string(base::as_char16(family)) : std::u16string{};
}

}  // namespace
}  // namespace transom::gdi

using namespace transom;
using namespace transom::gdi;

// Calls back for each font of a family, or once for each family and character set where the face
// name is empty. The callback's last answer; 0 on failure. `flags` is reserved.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-enumfontfamiliesexw
int WINAPI EnumFontFamiliesExW(HDC hdc, LPLOGFONTW font, FONTENUMPROCW callback, LPARAM parameter,
                               DWORD) {
  if (font == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return enumerate_wide(hdc, {face_of(*font), font->lfCharSet}, callback, parameter);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-enumfontfamiliesexa
int WINAPI EnumFontFamiliesExA(HDC hdc, LPLOGFONTA font, FONTENUMPROCA callback, LPARAM parameter,
                               DWORD) {
  if (font == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return enumerate_narrow(hdc, {face_of(*font), font->lfCharSet}, callback, parameter);
}

// The older form: each font once, whatever its character sets; null for all families.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-enumfontfamiliesw
int WINAPI EnumFontFamiliesW(HDC hdc, LPCWSTR family, FONTENUMPROCW callback, LPARAM parameter) {
  return enumerate_wide(hdc, {name_of(family), DEFAULT_CHARSET, false}, callback, parameter);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-enumfontfamiliesa
int WINAPI EnumFontFamiliesA(HDC hdc, LPCSTR family, FONTENUMPROCA callback, LPARAM parameter) {
  return enumerate_narrow(hdc, {base::to_utf16(family), DEFAULT_CHARSET, false}, callback,
                          parameter);
}

// The oldest form, the same to us.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-enumfontsw
int WINAPI EnumFontsW(HDC hdc, LPCWSTR face, FONTENUMPROCW callback, LPARAM parameter) {
  return EnumFontFamiliesW(hdc, face, callback, parameter);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-enumfontsa
int WINAPI EnumFontsA(HDC hdc, LPCSTR face, FONTENUMPROCA callback, LPARAM parameter) {
  return EnumFontFamiliesA(hdc, face, callback, parameter);
}
