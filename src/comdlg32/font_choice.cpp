#include "comdlg32/font_choice.h"

#include <charconv>
#include <cmath>

#include "base/text.h"
#include "user32/draw/screen_dc.h"

namespace transom::comdlg {
namespace {

using user::ScreenDc;

int resolution_of(const ScreenDc& screen) {
  return GetDeviceCaps(screen.get(), LOGPIXELSY);
}

int character_height(HDC dc, const LOGFONTW& description) {
  const HFONT font = CreateFontIndirectW(&description);
  const HGDIOBJ old = SelectObject(dc, font);
  TEXTMETRICW metrics{};
  GetTextMetricsW(dc, &metrics);
  SelectObject(dc, old);
  DeleteObject(font);
  return static_cast<int>(metrics.tmHeight - metrics.tmInternalLeading);
}

}  // namespace

int tenths_of_points(const std::u16string& text) {
  const std::string digits = base::utf16_to_utf8(text);
  double points = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, points);
  const bool whole = error == std::errc{} && stop == end;
  return whole && points > 0 && points < 10000 ? static_cast<int>(std::lround(points * 10)) : 0;
}

std::u16string points_text(int tenths) {
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return base::utf8_to_utf16(text);
}

int height_of(int tenths) {
  return MulDiv(tenths, resolution_of(ScreenDc()), 720);
}

int tenths_of(const LOGFONTW& font) {
  const ScreenDc screen;
  const int height =
      font.lfHeight < 0 ? static_cast<int>(-font.lfHeight) : character_height(screen.get(), font);
  // Whole points: what a height in pixels came from.
  return MulDiv(height, 72, resolution_of(screen)) * 10;
}

}  // namespace transom::comdlg
