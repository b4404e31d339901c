#include "user32/draw/mask.h"

#include "user32/draw/sys_colors.h"

namespace transom::user {
namespace {

constexpr int kWidest = 0x7FFF;
// Where the source is black the brush, elsewhere what is there.
constexpr DWORD kBrushThroughBlack = 0x00B8074A;
constexpr DWORD kOrPattern = 0x00FA0089;

}  // namespace

Mask::Mask(HDC like, int width, int height) : width_(width), height_(height) {
  if (width <= 0 || height <= 0 || width > kWidest || height > kWidest) return;
  bitmap_ = CreateBitmap(width, height, 1, 1, nullptr);
  if (bitmap_ == nullptr) return;
  dc_ = CreateCompatibleDC(like);
  old_bitmap_ = SelectObject(dc_, bitmap_);
  SelectObject(dc_, GetCurrentObject(like, OBJ_FONT));
  PatBlt(dc_, 0, 0, width, height, WHITENESS);
}

Mask::~Mask() {
  if (bitmap_ == nullptr) return;
  SelectObject(dc_, old_bitmap_);
  DeleteDC(dc_);
  DeleteObject(bitmap_);
}

void Mask::thin_out() {
  const int saved = SaveDC(dc_);
  SetViewportOrgEx(dc_, 0, 0, nullptr);
  SetBrushOrgEx(dc_, 1, 0, nullptr);
  SetTextColor(dc_, RGB(0, 0, 0));
  SetBkColor(dc_, RGB(255, 255, 255));
  SelectObject(dc_, half_tone_brush());
  PatBlt(dc_, 0, 0, width_, height_, kOrPattern);
  RestoreDC(dc_, saved);
}

void Mask::paint(HDC to, int x, int y, HBRUSH brush) const {
  const int saved = SaveDC(to);
  SetTextColor(to, RGB(0, 0, 0));
  SetBkColor(to, RGB(255, 255, 255));
  SelectObject(to, brush);
  BitBlt(to, x, y, width_, height_, dc_, 0, 0, kBrushThroughBlack);
  RestoreDC(to, saved);
}

void Mask::paint_carved(HDC to, int x, int y) const {
  paint(to, x + 1, y + 1, system_color_brush(COLOR_3DHIGHLIGHT));
  paint(to, x, y, system_color_brush(COLOR_3DSHADOW));
}

}  // namespace transom::user
