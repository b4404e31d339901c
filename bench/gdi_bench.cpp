// Drawing: calls that a program makes thousands of times while it paints.
#include <benchmark/benchmark.h>

#include "base/win32.h"

namespace {

constexpr WCHAR kText[] = L"twenty characters ok";
constexpr int kLength = 20;

// A bitmap of 32 bits a pixel, as windows have them.
class Canvas {
 public:
  Canvas() {
    BITMAPINFO info{};
    info.bmiHeader = {sizeof info.bmiHeader, 400, -100, 1, 32, BI_RGB, 0, 0, 0, 0, 0};
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
  HDC dc() const { return dc_; }

 private:
  HDC dc_ = CreateCompatibleDC(nullptr);
  HBITMAP bitmap_;
  HGDIOBJ old_;
};

void text_extent(benchmark::State& state) {
  const Canvas canvas;
  SIZE size;
  for (auto _ : state) {
    GetTextExtentPoint32W(canvas.dc(), kText, kLength, &size);
    benchmark::DoNotOptimize(size);
  }
}
BENCHMARK(text_extent);

void text_out_opaque(benchmark::State& state) {
  const Canvas canvas;
  SetBkMode(canvas.dc(), OPAQUE);
  for (auto _ : state) TextOutW(canvas.dc(), 10, 10, kText, kLength);
}
BENCHMARK(text_out_opaque);

void fill_small_rectangle(benchmark::State& state) {
  const Canvas canvas;
  const RECT box{10, 10, 26, 26};
  const auto brush = static_cast<HBRUSH>(GetStockObject(GRAY_BRUSH));
  for (auto _ : state) FillRect(canvas.dc(), &box, brush);
}
BENCHMARK(fill_small_rectangle);

void select_pen_and_back(benchmark::State& state) {
  const Canvas canvas;
  const HGDIOBJ pen = GetStockObject(WHITE_PEN);
  for (auto _ : state) SelectObject(canvas.dc(), SelectObject(canvas.dc(), pen));
}
BENCHMARK(select_pen_and_back);

void get_text_color(benchmark::State& state) {
  const Canvas canvas;
  for (auto _ : state) benchmark::DoNotOptimize(GetTextColor(canvas.dc()));
}
BENCHMARK(get_text_color);

}  // namespace
