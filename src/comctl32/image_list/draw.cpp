// Drawing a picture of an image list: transparent, blended, greyed, scaled, its mask alone.
#include <algorithm>

#include "comctl32/common_control.h"
#include "comctl32/image_list/image_list.h"
#include "gdi32/memory_dc.h"
#include "gdi32/surface.h"

namespace transom::comctl {
namespace {

// `percent` of `other`, the rest of the pixel; its alpha stays.
std::uint32_t mix(std::uint32_t pixel, std::uint32_t other, unsigned percent) {
  std::uint32_t result = pixel & kAlpha;
  for (const int shift : {0, 8, 16}) {
    const std::uint32_t a = pixel >> shift & 0xFF;
    const std::uint32_t b = other >> shift & 0xFF;
    result |= (a * (100 - percent) + b * percent) / 100 << shift;
  }
  return result;
}

std::uint32_t grey(std::uint32_t pixel) {
  const std::uint32_t level =
      ((pixel >> 16 & 0xFF) * 30 + (pixel >> 8 & 0xFF) * 59 + (pixel & 0xFF) * 11) / 100;
  return (pixel & kAlpha) | level << 16 | level << 8 | level;
}

// As AlphaBlend wants it.
std::uint32_t premultiply(std::uint32_t pixel) {
  const std::uint32_t alpha = pixel >> 24;
  std::uint32_t result = pixel & kAlpha;
  for (const int shift : {0, 8, 16}) result |= (pixel >> shift & 0xFF) * alpha / 255 << shift;
  return result;
}

// A context with these pixels.
class Drawable {
 public:
  Drawable(int width, int height, const std::vector<std::uint32_t>& pixels)
      : canvas_(width, height) {
    if (!canvas_.pixels().empty()) std::ranges::copy(pixels, canvas_.pixels().begin());
  }
  HDC dc() const { return canvas_.get(); }

 private:
  gdi::PixelDc canvas_;
};

COLORREF blend_color(const IMAGELISTDRAWPARAMS& how) {
  return how.rgbFg == CLR_DEFAULT ? GetSysColor(COLOR_HIGHLIGHT) : how.rgbFg;
}

// CLR_NONE as the foreground blends with what is there: by less alpha.
std::uint32_t shade(std::uint32_t pixel, const IMAGELISTDRAWPARAMS& how) {
  if ((how.fState & ILS_SATURATE) != 0) pixel = grey(pixel);
  const unsigned percent = (how.fStyle & ILD_BLEND50) != 0   ? 50
                           : (how.fStyle & ILD_BLEND25) != 0 ? 25
                                                             : 0;
  if (percent != 0 && how.rgbFg != CLR_NONE) {
    pixel = mix(pixel, gdi::swap_red_blue(blend_color(how)), percent);
  } else if (percent != 0) {
    pixel = (pixel & ~kAlpha) | (pixel >> 24) * (100 - percent) / 100 << 24;
  }
  if ((how.fState & ILS_ALPHA) != 0) {
    pixel = (pixel & ~kAlpha) | (pixel >> 24) * std::min<DWORD>(how.Frame, 255) / 255 << 24;
  }
  return pixel;
}

struct Place {
  int x, y, width, height;                      // in the destination
  int from_x, from_y, from_width, from_height;  // in the picture
};

// `cx` and `cy` cut a part out, or with ILD_SCALE are the size to draw at.
Place place_of(const ImageList& list, const IMAGELISTDRAWPARAMS& how) {
  const bool scaled = (how.fStyle & ILD_SCALE) != 0;
  const int left = std::clamp(how.xBitmap, 0, list.width);
  const int top = std::clamp(how.yBitmap, 0, list.height);
  const int width = list.width - left;
  const int height = list.height - top;
  const auto limited = [&](int wanted, int most) {
    return wanted <= 0 ? most : scaled ? wanted : std::min(wanted, most);
  };
  Place place{how.x, how.y, limited(how.cx, width), limited(how.cy, height), left, top, 0, 0};
  place.from_width = scaled ? width : place.width;
  place.from_height = scaled ? height : place.height;
  return place;
}

COLORREF background_of(const ImageList& list, const IMAGELISTDRAWPARAMS& how) {
  if ((how.fStyle & ILD_TRANSPARENT) != 0) return CLR_NONE;
  return how.rgbBk == CLR_DEFAULT ? list.background : how.rgbBk;
}

void blend(HDC to, const Drawable& from, const Place& place) {
  constexpr BLENDFUNCTION kOver{AC_SRC_OVER, 0, 255, AC_SRC_ALPHA};
  GdiAlphaBlend(to, place.x, place.y, place.width, place.height, from.dc(), place.from_x,
                place.from_y, place.from_width, place.from_height, kOver);
}

void copy(HDC to, const Drawable& from, const Place& place, DWORD rop) {
  StretchBlt(to, place.x, place.y, place.width, place.height, from.dc(), place.from_x, place.from_y,
             place.from_width, place.from_height, rop);
}

void draw_one(const ImageList& list, int index, const IMAGELISTDRAWPARAMS& how) {
  const Place place = place_of(list, how);
  if (place.width <= 0 || place.height <= 0) return;
  std::vector<std::uint32_t> pixels = list.pictures[static_cast<std::size_t>(index)].pixels;
  const bool mask_alone = (how.fStyle & ILD_MASK) != 0 && list.masked();
  for (std::uint32_t& pixel : pixels) {
    pixel = mask_alone ? (pixel >> 24 != 0 ? kAlpha : 0xFFFF'FFFF) : premultiply(shade(pixel, how));
  }
  const Drawable drawable(list.width, list.height, pixels);
  if (mask_alone || (how.fStyle & ILD_IMAGE) != 0) {
    const DWORD rop = (how.fStyle & ILD_ROP) != 0 ? how.dwRop : DWORD{SRCCOPY};
    copy(how.hdcDst, drawable, place, rop);
    return;
  }
  const COLORREF background = background_of(list, how);
  if (background != CLR_NONE) {
    fill_solid(how.hdcDst, {place.x, place.y, place.x + place.width, place.y + place.height},
               background);
  }
  blend(how.hdcDst, drawable, place);
}

}  // namespace

bool draw_picture(const ImageList& list, const IMAGELISTDRAWPARAMS& how) {
  if (!list.has(how.i) || how.hdcDst == nullptr) return false;
  draw_one(list, how.i, how);
  const unsigned overlay = (how.fStyle & ILD_OVERLAYMASK) >> 8;
  if (overlay == 0 || !list.has(list.overlays[overlay - 1])) return true;
  IMAGELISTDRAWPARAMS above = how;
  above.fStyle = ILD_TRANSPARENT | (how.fStyle & ILD_SCALE);
  draw_one(list, list.overlays[overlay - 1], above);
  return true;
}

}  // namespace transom::comctl

using namespace transom::comctl;

// The picture `i` of the list as the structure says. FALSE: no such list or picture.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_drawindirect
WINBOOL WINAPI ImageList_DrawIndirect(IMAGELISTDRAWPARAMS* how) {
  // Older programs pass the structure without its last members.
  constexpr DWORD kOldSize = offsetof(IMAGELISTDRAWPARAMS, fState);
  if (how == nullptr || how->cbSize < kOldSize) return FALSE;
  IMAGELISTDRAWPARAMS complete{};
  std::memcpy(&complete, how, std::min<std::size_t>(how->cbSize, sizeof complete));
  const auto list = find_image_list(complete.himl);
  if (!list) return FALSE;
  std::lock_guard lock(list->mutex);
  return draw_picture(*list, complete);
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_drawex
WINBOOL WINAPI ImageList_DrawEx(HIMAGELIST list, int index, HDC dc, int x, int y, int width,
                                int height, COLORREF background, COLORREF foreground, UINT style) {
  IMAGELISTDRAWPARAMS how{};
  how.cbSize = sizeof how;
  how.himl = list;
  how.i = index;
  how.hdcDst = dc;
  how.x = x;
  how.y = y;
  how.cx = width;
  how.cy = height;
  how.rgbBk = background;
  how.rgbFg = foreground;
  how.fStyle = style;
  return ImageList_DrawIndirect(&how);
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_draw
WINBOOL WINAPI ImageList_Draw(HIMAGELIST list, int index, HDC dc, int x, int y, UINT style) {
  return ImageList_DrawEx(list, index, dc, x, y, 0, 0, CLR_DEFAULT, CLR_DEFAULT, style);
}
