// GetOutlineTextMetrics: what outline fonts say about themselves, names included.
// https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-outlinetextmetricw
#include "gdi32/text/text_metrics.h"

#include FT_TRUETYPE_TABLES_H

#include "base/last_error.h"
#include "base/text.h"
#include "gdi32/text/ansi.h"

namespace transom::gdi {
namespace {

struct FontNames {
  std::u16string family, style, full;
};

FontNames names_of(const ScaledFont& font) {
  FontNames names{font.family(), u"Regular", font.family()};
  const FontMetrics& m = font.metrics();
  if (m.italic) names.style = m.weight >= FW_BOLD ? u"Bold Italic" : u"Italic";
  if (!m.italic && m.weight >= FW_BOLD) names.style = u"Bold";
  if (names.style != u"Regular") names.full += u" " + names.style;
  return names;
}

// Design units to logical ones.
class DesignScale {
 public:
  DesignScale(const DeviceContext& dc, const ScaledFont& font)
      : units_(dc), font_(font), em_(std::max(1, font.file()->design.units_per_em)) {}

  int x(long value) const { return units_.logical_x(scaled(value, font_.x_scale())); }
  int y(long value) const { return units_.logical_y(scaled(value, font_.y_scale())); }

 private:
  int scaled(long value, int scale) const {
    return static_cast<int>(std::lround(static_cast<double>(value) * scale / (64.0 * em_)));
  }
  TextUnits units_;
  const ScaledFont& font_;
  int em_;
};

void fill_from_os2(OUTLINETEXTMETRICW& o, const TT_OS2& os2, const DesignScale& scale) {
  std::memcpy(&o.otmPanoseNumber, os2.panose, sizeof o.otmPanoseNumber);
  o.otmfsSelection = os2.fsSelection;
  o.otmfsType = os2.fsType;
  o.otmAscent = scale.y(os2.sTypoAscender);
  o.otmDescent = scale.y(os2.sTypoDescender);
  o.otmLineGap = static_cast<UINT>(scale.y(os2.sTypoLineGap));
  o.otmptSubscriptSize = {scale.x(os2.ySubscriptXSize), scale.y(os2.ySubscriptYSize)};
  o.otmptSubscriptOffset = {scale.x(os2.ySubscriptXOffset), scale.y(os2.ySubscriptYOffset)};
  o.otmptSuperscriptSize = {scale.x(os2.ySuperscriptXSize), scale.y(os2.ySuperscriptYSize)};
  o.otmptSuperscriptOffset = {scale.x(os2.ySuperscriptXOffset), scale.y(os2.ySuperscriptYOffset)};
  o.otmsStrikeoutSize = static_cast<UINT>(std::max(1, scale.y(os2.yStrikeoutSize)));
  o.otmsStrikeoutPosition = scale.y(os2.yStrikeoutPosition);
}

void fill_from_tables(OUTLINETEXTMETRICW& o, FT_Face face, const DesignScale& scale) {
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
  const auto* hhea = static_cast<const TT_HoriHeader*>(FT_Get_Sfnt_Table(face, FT_SFNT_HHEA));
  const auto* head = static_cast<const TT_Header*>(FT_Get_Sfnt_Table(face, FT_SFNT_HEAD));
  const auto* post = static_cast<const TT_Postscript*>(FT_Get_Sfnt_Table(face, FT_SFNT_POST));
  if (os2 != nullptr && os2->version != 0xFFFF) fill_from_os2(o, *os2, scale);
  if (hhea != nullptr) {
    o.otmsCharSlopeRise = hhea->caret_Slope_Rise;
    o.otmsCharSlopeRun = hhea->caret_Slope_Run;
    o.otmMacAscent = scale.y(hhea->Ascender);
    o.otmMacDescent = scale.y(hhea->Descender);
    o.otmMacLineGap = static_cast<UINT>(scale.y(hhea->Line_Gap));
  }
  if (head != nullptr) {
    o.otmrcFontBox = {scale.x(head->xMin), scale.y(head->yMax), scale.x(head->xMax),
                      scale.y(head->yMin)};
    o.otmusMinimumPPEM = head->Lowest_Rec_PPEM;
  }
  if (post != nullptr) {
    // Tenths of degrees, where the table has degrees.
    o.otmItalicAngle = static_cast<int>(post->italicAngle * 10 / 65536);
    o.otmsUnderscorePosition = scale.y(post->underlinePosition);
    o.otmsUnderscoreSize = std::max(1, scale.y(post->underlineThickness));
  }
}

OUTLINETEXTMETRICW outline_metrics(const DeviceContext& dc, const ScaledFont& font) {
  OUTLINETEXTMETRICW o{};
  const DesignScale scale(dc, font);
  const DesignMetrics& design = font.file()->design;
  o.otmTextMetrics = text_metrics(dc, font, description_of(dc));
  o.otmEMSquare = static_cast<UINT>(design.units_per_em);
  o.otmsCapEmHeight = static_cast<UINT>(scale.y(design.cap_height));
  o.otmsXHeight = static_cast<UINT>(scale.y(design.x_height));
  std::lock_guard lock(font_mutex());
  fill_from_tables(o, font.file()->face, scale);
  return o;
}

// The names follow the structure; its pointers hold their offsets.
template <class Metrics, class Text>
std::vector<std::byte> with_names(Metrics o, const Text (&names)[4]) {
  std::vector<std::byte> bytes(sizeof o);
  PSTR* const fields[] = {&o.otmpFamilyName, &o.otmpFaceName, &o.otmpStyleName, &o.otmpFullName};
  for (std::size_t i = 0; i < 4; ++i) {
    *fields[i] = reinterpret_cast<PSTR>(bytes.size());
    const auto* name = reinterpret_cast<const std::byte*>(names[i].c_str());
    bytes.insert(bytes.end(), name, name + (names[i].size() + 1) * sizeof names[i][0]);
  }
  o.otmSize = static_cast<UINT>(bytes.size());
  std::memcpy(bytes.data(), &o, sizeof o);
  return bytes;
}

std::vector<std::byte> wide_answer(const DeviceContext& dc, const ScaledFont& font) {
  const FontNames n = names_of(font);
  const std::u16string names[4] = {n.family, n.family, n.style, n.full};
  return with_names(outline_metrics(dc, font), names);
}

std::vector<std::byte> narrow_answer(const DeviceContext& dc, const ScaledFont& font) {
  const OUTLINETEXTMETRICW w = outline_metrics(dc, font);
  OUTLINETEXTMETRICA a{};
  a.otmTextMetrics = narrowed(w.otmTextMetrics);
  // From here to the names the two are the same.
  constexpr std::size_t kLength = offsetof(OUTLINETEXTMETRICW, otmsUnderscorePosition) +
                                  sizeof(int) - offsetof(OUTLINETEXTMETRICW, otmPanoseNumber);
  static_assert(kLength == offsetof(OUTLINETEXTMETRICA, otmsUnderscorePosition) + sizeof(int) -
                               offsetof(OUTLINETEXTMETRICA, otmPanoseNumber));
  std::memcpy(
      reinterpret_cast<std::byte*>(&a) + offsetof(OUTLINETEXTMETRICA, otmPanoseNumber),
      reinterpret_cast<const std::byte*>(&w) + offsetof(OUTLINETEXTMETRICW, otmPanoseNumber),
      kLength);
  const FontNames n = names_of(font);
  const std::string names[4] = {base::to_ansi(n.family), base::to_ansi(n.family),
                                base::to_ansi(n.style), base::to_ansi(n.full)};
  return with_names(a, names);
}

using Answer = std::vector<std::byte> (*)(const DeviceContext&, const ScaledFont&);

UINT answer_outline(HDC hdc, UINT size, void* result, Answer make) {
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<UINT>(ERROR_INVALID_HANDLE);
  const ScaledFont& font = realize(*dc);
  if (font.file() == nullptr || is_bitmap_family(font)) return 0;
  const std::vector<std::byte> bytes = make(*dc, font);
  if (result == nullptr) return static_cast<UINT>(bytes.size());
  const std::size_t copied = std::min<std::size_t>(size, bytes.size());
  std::memcpy(result, bytes.data(), copied);
  return static_cast<UINT>(copied);
}

}  // namespace
}  // namespace transom::gdi

using namespace transom;
using namespace transom::gdi;

// Measures of an outline font with its names behind them; with a null buffer the size needed. 0 for
// bitmap fonts. Logical units.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getoutlinetextmetricsw
UINT WINAPI GetOutlineTextMetricsW(HDC hdc, UINT size, LPOUTLINETEXTMETRICW result) {
  return answer_outline(hdc, size, result, wide_answer);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getoutlinetextmetricsa
UINT WINAPI GetOutlineTextMetricsA(HDC hdc, UINT size, LPOUTLINETEXTMETRICA result) {
  return answer_outline(hdc, size, result, narrow_answer);
}
