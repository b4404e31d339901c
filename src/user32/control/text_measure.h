// Measuring text outside of painting.
#pragma once

#include <string_view>

#include "base/text.h"
#include "user32/control/control.h"

namespace transom::user {

// A control's device context with its font, for as long as it lives.
class MeasuringDc {
 public:
  explicit MeasuringDc(const Control& control)
      : window_(control.handle), dc_(GetDC(window_)), font_(std::in_place, dc_, control.font) {}
  ~MeasuringDc() {
    font_.reset();  // before the context goes
    ReleaseDC(window_, dc_);
  }
  MeasuringDc(const MeasuringDc&) = delete;
  MeasuringDc& operator=(const MeasuringDc&) = delete;

  operator HDC() const { return dc_; }

 private:
  HWND window_;
  HDC dc_;
  std::optional<ControlFont> font_;
};

// In the font that the context has.
inline int text_height(HDC dc) {
  TEXTMETRICW metrics{};
  GetTextMetricsW(dc, &metrics);
  return metrics.tmHeight;
}
inline SIZE text_size(HDC dc, std::u16string_view text) {
  SIZE size{};
  GetTextExtentPoint32W(dc, base::as_wchar(text.data()), static_cast<int>(text.size()), &size);
  return size;
}

}  // namespace transom::user
