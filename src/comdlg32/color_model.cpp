#include "comdlg32/color_model.h"

#include <algorithm>
#include <cmath>

namespace transom::comdlg {
namespace {

// Along the circle, in sixths: 0 is red, 2 green, 4 blue.
double hue_of(double red, double green, double blue, double most, double range) {
  if (most == red) return std::fmod((green - blue) / range + 6, 6);
  if (most == green) return (blue - red) / range + 2;
  return (red - green) / range + 4;
}

int rounded(double value) {
  return static_cast<int>(std::lround(value));
}

// How much of a primary colour, which lies at `sixth` on the circle, the hue has: 0 to 1.
double share(double hue, double sixth) {
  const double distance = std::fabs(std::remainder(hue - sixth, 6));
  return std::clamp(2 - distance, 0.0, 1.0);
}

}  // namespace

HslColor to_hsl(COLORREF color) {
  const double red = GetRValue(color), green = GetGValue(color), blue = GetBValue(color);
  const double most = std::max({red, green, blue}), least = std::min({red, green, blue});
  const double sum = most + least, range = most - least;
  HslColor result;
  result.luminosity = rounded(sum * kMostColor / 510);
  if (range == 0) return result;
  const double room = sum <= 255 ? sum : 510 - sum;
  result.saturation = rounded(range * kMostColor / room);
  result.hue = rounded(hue_of(red, green, blue, most, range) * kHues / 6) % kHues;
  return result;
}

COLORREF to_rgb(const HslColor& color) {
  const double luminosity = static_cast<double>(color.luminosity) / kMostColor;
  const double saturation = static_cast<double>(color.saturation) / kMostColor;
  const double hue = static_cast<double>(color.hue) * 6 / kHues;
  const double range = saturation * std::min(luminosity, 1 - luminosity);
  const auto component = [&](double sixth) {
    const double value = luminosity + range * (2 * share(hue, sixth) - 1);
    return static_cast<BYTE>(std::clamp(rounded(value * 255), 0, 255));
  };
  return RGB(component(0), component(2), component(4));
}

}  // namespace transom::comdlg
