// The parts of the Color dialog that are painted: boxes, spectrum, luminosity bar.
#include <algorithm>

#include "base/common_controls.h"
#include "comdlg32/color_dialog.h"
#include "gdi32/surface.h"

namespace transom::comdlg {
namespace {

constexpr int kArrow = 5;  // half of the luminosity arrow's height

RECT client_of(HWND window) {
  RECT area{};
  GetClientRect(window, &area);
  return area;
}

bool is_boxes(int id) {
  return id == COLOR_BOX1 || id == COLOR_CUSTOM1;
}

void fill(HDC dc, const RECT& area, COLORREF color) {
  const HBRUSH brush = CreateSolidBrush(color);
  FillRect(dc, &area, brush);
  DeleteObject(brush);
}

// From the largest value at the top, or the left, to 0.
int value_at(LONG position, LONG length, int most) {
  if (length <= 1) return 0;
  const LONG clamped = std::clamp<LONG>(position, 0, length - 1);
  return most - MulDiv(static_cast<int>(clamped), most, static_cast<int>(length - 1));
}

LONG position_of(int value, LONG length, int most) {
  return MulDiv(most - value, static_cast<int>(length - 1), most);
}

void draw_cross(HDC dc, LONG x, LONG y) {
  const auto arm = [&](LONG left, LONG top, LONG width, LONG height) {
    PatBlt(dc, static_cast<int>(x + left), static_cast<int>(y + top), static_cast<int>(width),
           static_cast<int>(height), BLACKNESS);
  };
  arm(-9, -1, 5, 3);
  arm(5, -1, 5, 3);
  arm(-1, -9, 3, 5);
  arm(-1, 5, 3, 5);
}

}  // namespace

// The boxes share the area evenly; each leaves room for the rectangles around it.
RECT ColorDialog::box_rect(HWND area, int id, int index) const {
  const RECT all = client_of(area);
  const int rows = count_of(id) / kColorColumns;
  const int column = index % kColorColumns, row = index / kColorColumns;
  const auto edge = [](LONG length, int at, int count) {
    return static_cast<LONG>(MulDiv(static_cast<int>(length), at, count));
  };
  return {edge(all.right, column, kColorColumns) + 4, edge(all.bottom, row, rows) + 3,
          edge(all.right, column + 1, kColorColumns) - 3, edge(all.bottom, row + 1, rows) - 3};
}

int ColorDialog::box_at(HWND area, int id, POINT point) const {
  const RECT all = client_of(area);
  if (!PtInRect(&all, point) || all.right == 0 || all.bottom == 0) return -1;
  const int rows = count_of(id) / kColorColumns;
  const int column = static_cast<int>(point.x) * kColorColumns / static_cast<int>(all.right);
  const int row = static_cast<int>(point.y) * rows / static_cast<int>(all.bottom);
  return row * kColorColumns + column;
}

void ColorDialog::paint_boxes(HWND area, int id, HDC dc) const {
  const RECT all = client_of(area);
  FillRect(dc, &all, GetSysColorBrush(COLOR_BTNFACE));
  const bool has_focus = GetFocus() == area;
  for (int index = 0; index < count_of(id); ++index) {
    const Box box{id, index};
    RECT place = box_rect(area, id, index);
    DrawEdge(dc, &place, EDGE_SUNKEN, BF_RECT | BF_ADJUST);
    fill(dc, place, color_of(box));
    InflateRect(&place, 3, 3);
    if (box == chosen_) FrameRect(dc, &place, GetSysColorBrush(COLOR_WINDOWFRAME));
    InflateRect(&place, 1, 1);
    if (has_focus && box == focused_) DrawFocusRect(dc, &place);
  }
}

// Hue goes from left to right, saturation from the bottom to the top, half as bright as can be.
void ColorDialog::paint_spectrum(HDC dc, const RECT& area) {
  const LONG width = area.right, height = area.bottom;
  if (width <= 0 || height <= 0) return;
  if (spectrum_size_.cx != width || spectrum_size_.cy != height) {
    spectrum_size_ = {width, height};
    spectrum_.clear();
    for (LONG y = 0; y < height; ++y) {
      const int saturation = value_at(y, height, kMostColor);
      for (LONG x = 0; x < width; ++x) {
        const int hue = kHues - 1 - value_at(x, width, kHues - 1);
        spectrum_.push_back(gdi::swap_red_blue(to_rgb({hue, saturation, kMostColor / 2})));
      }
    }
  }
  BITMAPINFO info{};
  info.bmiHeader = {sizeof info.bmiHeader, width, -height, 1, 32, BI_RGB, 0, 0, 0, 0, 0};
  SetDIBitsToDevice(dc, 0, 0, static_cast<DWORD>(width), static_cast<DWORD>(height), 0, 0, 0,
                    static_cast<UINT>(height), spectrum_.data(), &info, DIB_RGB_COLORS);
  draw_cross(dc, position_of(kHues - 1 - hsl_.hue, width, kHues - 1),
             position_of(hsl_.saturation, height, kMostColor));
}

void ColorDialog::paint_luminosity(HDC dc, const RECT& area) const {
  for (LONG y = 0; y < area.bottom; ++y) {
    const HslColor color{hsl_.hue, hsl_.saturation, value_at(y, area.bottom, kMostColor)};
    fill(dc, {0, y, area.right, y + 1}, to_rgb(color));
  }
}

// The mixed colour, and beside it what the display shows for it.
void ColorDialog::paint_current(HDC dc, const RECT& area) const {
  RECT half = area;
  half.right /= 2;
  fill(dc, half, color_);
  fill(dc, {half.right, 0, area.right, area.bottom}, solid(color_));
}

// To the right of the bar, in the dialog itself.
RECT ColorDialog::arrow_strip() const {
  RECT bar{};
  GetWindowRect(item(COLOR_LUMSCROLL), &bar);
  MapWindowPoints(nullptr, handle(), reinterpret_cast<POINT*>(&bar), 2);
  return {bar.right + 1, bar.top - kArrow, bar.right + 2 + 2 * kArrow, bar.bottom + kArrow};
}

void ColorDialog::paint_arrow() const {
  PAINTSTRUCT paint;
  const HDC dc = BeginPaint(handle(), &paint);
  if (const HWND bar = item(COLOR_LUMSCROLL); full_ && bar != nullptr) {
    const RECT strip = arrow_strip();
    const LONG length = client_of(bar).bottom;
    const auto middle =
        static_cast<int>(strip.top + kArrow + 1 + position_of(hsl_.luminosity, length, kMostColor));
    for (int column = 0; column < kArrow; ++column) {
      PatBlt(dc, static_cast<int>(strip.left) + 1 + column, middle - column, 1, 2 * column + 1,
             BLACKNESS);
    }
  }
  EndPaint(handle(), &paint);
}

void ColorDialog::paint_area(HWND area, int id, HDC dc) {
  const RECT all = client_of(area);
  if (is_boxes(id)) return paint_boxes(area, id, dc);
  if (id == COLOR_RAINBOW) return paint_spectrum(dc, all);
  if (id == COLOR_LUMSCROLL) return paint_luminosity(dc, all);
  paint_current(dc, all);
}

void ColorDialog::point_at(HWND area, int id, POINT point) {
  const RECT all = client_of(area);
  if (is_boxes(id)) {
    const int index = box_at(area, id, point);
    if (index >= 0) choose({id, index});
  } else if (id == COLOR_RAINBOW) {
    mix(HslColor{kHues - 1 - value_at(point.x, all.right, kHues - 1),
                 value_at(point.y, all.bottom, kMostColor), hsl_.luminosity});
  } else if (id == COLOR_LUMSCROLL) {
    mix(HslColor{hsl_.hue, hsl_.saturation, value_at(point.y, all.bottom, kMostColor)});
  }
}

// Arrows move the focus among the boxes, Space chooses.
bool ColorDialog::press_key(int id, WORD key) {
  int index = focused_.control == id ? focused_.index : 0;
  if (key == VK_SPACE) {
    choose({id, index});
    return true;
  }
  if (key == VK_LEFT && index % kColorColumns > 0) --index;
  if (key == VK_RIGHT && index % kColorColumns < kColorColumns - 1) ++index;
  if (key == VK_UP && index >= kColorColumns) index -= kColorColumns;
  if (key == VK_DOWN && index + kColorColumns < count_of(id)) index += kColorColumns;
  focused_ = {id, index};
  redraw(id);
  return key == VK_LEFT || key == VK_RIGHT || key == VK_UP || key == VK_DOWN;
}

LRESULT CALLBACK ColorDialog::area_procedure(HWND area, UINT message, WPARAM wparam, LPARAM lparam,
                                             UINT_PTR id, DWORD_PTR dialog) {
  auto* self = reinterpret_cast<ColorDialog*>(dialog);
  if (message == WM_NCDESTROY) RemoveWindowSubclass(area, area_procedure, id);
  if (!self->alive()) return DefSubclassProc(area, message, wparam, lparam);
  return self->on_area(area, static_cast<int>(id), message, wparam, lparam);
}

LRESULT ColorDialog::on_area(HWND area, int id, UINT message, WPARAM wparam, LPARAM lparam) {
  const POINT point{static_cast<short>(LOWORD(lparam)), static_cast<short>(HIWORD(lparam))};
  switch (message) {
    case WM_PAINT: {
      PAINTSTRUCT paint;
      paint_area(area, id, BeginPaint(area, &paint));
      EndPaint(area, &paint);
      return 0;
    }
    case WM_ERASEBKGND:
      return 1;
    case WM_GETDLGCODE:
      return is_boxes(id) ? DLGC_WANTARROWS : DLGC_STATIC;
    case WM_NCHITTEST:
      return HTCLIENT;  // plain static controls let the mouse through
    case WM_LBUTTONDOWN:
      if (is_boxes(id)) {
        SetFocus(area);
      } else {
        SetCapture(area);
      }
      point_at(area, id, point);
      return 0;
    case WM_MOUSEMOVE:
      if (GetCapture() == area) point_at(area, id, point);
      return 0;
    case WM_LBUTTONUP:
      if (GetCapture() == area) ReleaseCapture();
      return 0;
    case WM_LBUTTONDBLCLK:
      if (is_boxes(id)) accept();
      if (id == COLOR_CURRENT) take_solid();
      return 0;
    case WM_KEYDOWN:
      if (is_boxes(id) && press_key(id, static_cast<WORD>(wparam))) return 0;
      break;
    case WM_SETFOCUS:
      if (focused_.control != id) focused_ = chosen_.control == id ? chosen_ : Box{id, 0};
      redraw(id);
      return 0;
    case WM_KILLFOCUS:
      redraw(id);
      return 0;
  }
  return DefSubclassProc(area, message, wparam, lparam);
}

}  // namespace transom::comdlg
