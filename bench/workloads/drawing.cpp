// Drawing in a bitmap of 32 bits a pixel, as windows have them: what programs do thousands of times
// while they paint.
#include "workloads.h"

namespace {

constexpr WCHAR kText[] = L"twenty characters ok";
constexpr int kLength = 20;

class Canvas {
 public:
  Canvas() {
    BITMAPINFO info{};
    info.bmiHeader = {sizeof info.bmiHeader, 400, -200, 1, 32, BI_RGB, 0, 0, 0, 0, 0};
    void* bits = nullptr;
    bitmap_ = CreateDIBSection(dc_, &info, DIB_RGB_COLORS, &bits, nullptr, 0);
    old_ = SelectObject(dc_, bitmap_);
    SelectObject(dc_, GetStockObject(DEFAULT_GUI_FONT));
  }
  ~Canvas() {
    SelectObject(dc_, old_);
    DeleteObject(bitmap_);
    DeleteDC(dc_);
  }
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;
  operator HDC() const { return dc_; }

 private:
  HDC dc_ = CreateCompatibleDC(nullptr);
  HBITMAP bitmap_;
  HGDIOBJ old_;
};

void fill(int count, const RECT& box) {
  const Canvas canvas;
  const auto brush = static_cast<HBRUSH>(GetStockObject(GRAY_BRUSH));
  for (int i = 0; i < count; ++i) FillRect(canvas, &box, brush);
}

}  // namespace

void text_extent(int count) {
  const Canvas canvas;
  SIZE size;
  for (int i = 0; i < count; ++i) GetTextExtentPoint32W(canvas, kText, kLength, &size);
}

// With its background, as contexts draw text unless told otherwise.
void text_out(int count) {
  const Canvas canvas;
  for (int i = 0; i < count; ++i) TextOutW(canvas, 10, 10, kText, kLength);
}

void fill_100_by_100(int count) {
  fill(count, {10, 10, 110, 110});
}

void fill_16_by_16(int count) {
  fill(count, {10, 10, 26, 26});
}

void select_pen_and_back(int count) {
  const Canvas canvas;
  const HGDIOBJ pen = GetStockObject(WHITE_PEN);
  for (int i = 0; i < count; ++i) SelectObject(canvas, SelectObject(canvas, pen));
}

void get_text_color(int count) {
  const Canvas canvas;
  for (int i = 0; i < count; ++i) GetTextColor(canvas);
}
