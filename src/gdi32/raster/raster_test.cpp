#include "gdi32/raster/raster.h"

#include <gtest/gtest.h>

#include <vector>

namespace transom::gdi {
namespace {

constexpr int kWidth = 90, kHeight = 20;
constexpr std::uint32_t kBefore = 0x11223344, kInk = 0x00ABCDEF;

// The pixels of a surface, rows upwards or downwards in memory.
class Picture {
 public:
  explicit Picture(bool bottom_up) {
    const auto stride = static_cast<std::ptrdiff_t>(kWidth * sizeof pixels_[0]);
    std::uint32_t* top = pixels_.data() + (bottom_up ? kWidth * (kHeight - 1) : 0);
    surface_ =
        Surface::wrap(kWidth, kHeight, PixelFormat{}, top, bottom_up ? -stride : stride, nullptr);
  }
  Surface& surface() const { return *surface_; }

 private:
  std::vector<std::uint32_t> pixels_ = std::vector<std::uint32_t>(kWidth * kHeight, kBefore);
  std::shared_ptr<Surface> surface_;
};

std::uint32_t expected(int rop2) {
  return rop2 == R2_COPYPEN ? kInk : rop2 == R2_NOTCOPYPEN ? ~kInk : kBefore ^ kInk;
}

// All of the rectangle and nothing else, however wide it is and wherever it begins.
TEST(Raster, FillsRectanglesExactly) {
  const RECT rects[] = {{0, 0, kWidth, kHeight}, {1, 2, 2, 19}, {3, 4, 18, 5}, {5, 6, 21, 7},
                        {7, 3, 24, 12},          {2, 1, 66, 2}, {9, 0, 90, 1}, {1, 19, 90, 20},
                        {13, 13, 13 + 16, 17},   {0, 0, 1, 1},  {4, 4, 4, 9},  {33, 5, 86, 6}};
  for (const bool bottom_up : {false, true}) {
    for (const int rop2 : {R2_COPYPEN, R2_NOTCOPYPEN, R2_XORPEN}) {
      for (const RECT& rect : rects) {
        const Picture picture(bottom_up);
        const Region clip(picture.surface().bounds());
        Raster(picture.surface(), clip).fill(rect, {.rop2 = rop2, .pixel = kInk});
        for (int y = 0; y < kHeight; ++y) {
          for (int x = 0; x < kWidth; ++x) {
            const bool in = x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom;
            ASSERT_EQ(picture.surface().row(y)[x], in ? expected(rop2) : kBefore)
                << x << ' ' << y << ' ' << rect.left << ' ' << rect.top;
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace transom::gdi
