// Image lists: pictures of one size, with masks or alpha, behind an HIMAGELIST.
//
// Contract
//  - Any thread may use a list; each exported function is one step, under the list's own lock.
//  - Pixels are kept as 0xAARRGGBB in rows from the top; a list with a mask has 0 or 255 for alpha
//    unless the picture brought its own. IMAGEINFO's bitmaps are made when they are asked for and
//    hold until the list changes.
// https://learn.microsoft.com/windows/win32/controls/image-lists
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "base/common_controls.h"

namespace transom::comctl {

constexpr std::uint32_t kAlpha = 0xFF00'0000;  // of a pixel; opaque black by itself

struct Picture {
  std::vector<std::uint32_t> pixels;
  bool own_alpha = false;
};

struct ImageList {
  std::mutex mutex;  // guards what follows
  int width = 0;
  int height = 0;
  UINT flags = 0;
  COLORREF background = CLR_NONE;
  std::vector<Picture> pictures;
  int overlays[15] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
  HBITMAP image_strip = nullptr;
  HBITMAP mask_strip = nullptr;

  ImageList() = default;
  ~ImageList();
  ImageList(const ImageList&) = delete;
  ImageList& operator=(const ImageList&) = delete;

  bool masked() const { return (flags & ILC_MASK) != 0; }
  std::size_t area() const { return static_cast<std::size_t>(width) * height; }
  bool has(int index) const {
    return index >= 0 && static_cast<std::size_t>(index) < pictures.size();
  }
  // Call after a change, under the lock.
  void forget_strips();
};

std::shared_ptr<ImageList> find_image_list(HIMAGELIST handle);
HIMAGELIST insert_image_list(std::shared_ptr<ImageList> list);

// A bitmap's pixels, opaque where it has no alpha; empty where it is none.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> values;
  bool own_alpha = false;

  bool empty() const { return values.empty(); }
};
Pixels pixels_of(HBITMAP bitmap);
// The pictures that stand side by side in a bitmap. `mask`: white is transparent.
std::vector<Picture> cut(const ImageList& list, const Pixels& from, const Pixels& mask);

// Draws as the parameters say; the caller holds the list's lock.
bool draw_picture(const ImageList& list, const IMAGELISTDRAWPARAMS& how);
// For controls: one picture, transparent, greyed where it is `disabled`.
void draw_image(HIMAGELIST list, int index, HDC dc, int x, int y, bool disabled = false);
SIZE image_size(HIMAGELIST list);

}  // namespace transom::comctl
