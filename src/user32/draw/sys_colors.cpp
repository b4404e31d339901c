#include "user32/draw/sys_colors.h"

#include <array>
#include <atomic>
#include <mutex>

#include "gdi32/brush.h"

namespace transom::user {
namespace {

using Colors = std::array<std::atomic<COLORREF>, kSystemColors>;

// The classic scheme.
Colors& colors() {
  static Colors table{
      RGB(212, 208, 200),  // COLOR_SCROLLBAR
      RGB(58, 110, 165),   // COLOR_BACKGROUND
      RGB(10, 36, 106),    // COLOR_ACTIVECAPTION
      RGB(128, 128, 128),  // COLOR_INACTIVECAPTION
      RGB(212, 208, 200),  // COLOR_MENU
      RGB(255, 255, 255),  // COLOR_WINDOW
      RGB(0, 0, 0),        // COLOR_WINDOWFRAME
      RGB(0, 0, 0),        // COLOR_MENUTEXT
      RGB(0, 0, 0),        // COLOR_WINDOWTEXT
      RGB(255, 255, 255),  // COLOR_CAPTIONTEXT
      RGB(212, 208, 200),  // COLOR_ACTIVEBORDER
      RGB(212, 208, 200),  // COLOR_INACTIVEBORDER
      RGB(128, 128, 128),  // COLOR_APPWORKSPACE
      RGB(10, 36, 106),    // COLOR_HIGHLIGHT
      RGB(255, 255, 255),  // COLOR_HIGHLIGHTTEXT
      RGB(212, 208, 200),  // COLOR_BTNFACE
      RGB(128, 128, 128),  // COLOR_BTNSHADOW
      RGB(128, 128, 128),  // COLOR_GRAYTEXT
      RGB(0, 0, 0),        // COLOR_BTNTEXT
      RGB(212, 208, 200),  // COLOR_INACTIVECAPTIONTEXT
      RGB(255, 255, 255),  // COLOR_BTNHIGHLIGHT
      RGB(64, 64, 64),     // COLOR_3DDKSHADOW
      RGB(212, 208, 200),  // COLOR_3DLIGHT
      RGB(0, 0, 0),        // COLOR_INFOTEXT
      RGB(255, 255, 225),  // COLOR_INFOBK
      RGB(181, 181, 181),  // 25: no name
      RGB(0, 0, 200),      // COLOR_HOTLIGHT
      RGB(166, 202, 240),  // COLOR_GRADIENTACTIVECAPTION
      RGB(192, 192, 192),  // COLOR_GRADIENTINACTIVECAPTION
      RGB(10, 36, 106),    // COLOR_MENUHILIGHT
      RGB(212, 208, 200),  // COLOR_MENUBAR
  };
  return table;
}

std::mutex brush_mutex;
HBRUSH brushes[kSystemColors];  // guarded by brush_mutex

bool is_index(int index) {
  return index >= 0 && index < kSystemColors;
}

}  // namespace

COLORREF system_color(int index) {
  return is_index(index) ? colors()[static_cast<std::size_t>(index)].load() : 0;
}

bool set_system_colors(std::span<const int> indexes, std::span<const COLORREF> values) {
  for (const int index : indexes) {
    if (!is_index(index)) return false;
  }
  std::lock_guard lock(brush_mutex);
  for (std::size_t i = 0; i < indexes.size(); ++i) {
    colors()[static_cast<std::size_t>(indexes[i])] = values[i] & 0xFFFFFF;
    // Programs may keep the handle: the brush itself changes.
    if (const auto brush = gdi::find<gdi::Brush>(brushes[indexes[i]]))
      brush->color = values[i] & 0xFFFFFF;
  }
  return true;
}

HBRUSH system_color_brush(int index) {
  if (!is_index(index)) return nullptr;
  std::lock_guard lock(brush_mutex);
  HBRUSH& brush = brushes[index];
  if (brush == nullptr) {
    const auto made = gdi::make<gdi::Brush>(BS_SOLID, system_color(index));
    made->is_never_dithered = true;
    brush = static_cast<HBRUSH>(gdi::insert_stock_object(*made));
  }
  return brush;
}

HBRUSH half_tone_brush() {
  static const HBRUSH brush = [] {
    gdi::PixelFormat format;
    format.bits = 1;
    format.colors = {0x000000, 0xFFFFFF};
    format.monochrome = true;
    const auto made = gdi::make<gdi::Brush>(BS_PATTERN, 0);
    made->pattern = gdi::Surface::create(8, 8, format);
    for (int y = 0; y < 8; ++y) {
      for (int x = 0; x < 8; ++x)
        made->pattern->set_pixel(x, y, static_cast<std::uint32_t>((x + y + 1) % 2));
    }
    return static_cast<HBRUSH>(gdi::insert_stock_object(*made));
  }();
  return brush;
}

}  // namespace transom::user

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getsyscolor
DWORD WINAPI GetSysColor(int index) {
  return transom::user::system_color(index);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getsyscolorbrush
HBRUSH WINAPI GetSysColorBrush(int index) {
  return transom::user::system_color_brush(index);
}
