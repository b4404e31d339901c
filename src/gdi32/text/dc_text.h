// What text needs of a device context: its font at the device's scale, and measures in both units.
#pragma once

#include <cmath>

#include "gdi32/device_context.h"
#include "gdi32/text/scaled_font.h"

namespace transom::gdi {

// The selected font as the device draws it. Kept in the context, so that the next call with the
// same font and mapping takes no lock. The reference holds until the next call on this context.
const ScaledFont& realize(DeviceContext& dc);

// The same without a context of a program's: a font at the scale of device pixels.
std::shared_ptr<const ScaledFont> realize(const Font& font);

// Lengths in the program's units for device pixels, and back; along x and y.
class TextUnits {
 public:
  explicit TextUnits(const DeviceContext& dc)
      : one_to_one_(dc.state.mapping.translation_only),
        x_(one_to_one_ ? 1.0 : dc.state.mapping.scale_x()),
        y_(one_to_one_ ? 1.0 : dc.state.mapping.scale_y()) {}

  bool one_to_one() const { return one_to_one_; }
  int logical_x(int device) const { return one_to_one_ ? device : divide(device, x_); }
  int logical_y(int device) const { return one_to_one_ ? device : divide(device, y_); }
  int device_x(int logical) const { return one_to_one_ ? logical : multiply(logical, x_); }
  int device_y(int logical) const { return one_to_one_ ? logical : multiply(logical, y_); }

 private:
  static int clamp(double value) {
    return static_cast<int>(std::lround(std::clamp(value, -2147483647.0, 2147483647.0)));
  }
  static int divide(int length, double by) { return by == 0 ? 0 : clamp(length / by); }
  static int multiply(int length, double by) { return clamp(length * by); }

  bool one_to_one_;
  double x_;
  double y_;
};

}  // namespace transom::gdi
