// Image lists as programs make, fill and ask them.
#include <algorithm>
#include <cstring>

#include "base/last_error.h"
#include "base/text.h"
#include "comctl32/image_list/image_list.h"
#include "gdi32/memory_dc.h"
#include "gdi32/surface.h"
#include "user32/icon/icon.h"

namespace transom::comctl {
namespace {

constexpr int kMostPictures = 0x8000;
constexpr int kMostPixels = 0x2000;

bool sane(int width, int height) {
  return width > 0 && height > 0 && width <= kMostPixels && height <= kMostPixels;
}

std::shared_ptr<ImageList> make_list(int width, int height, UINT flags) {
  auto list = std::make_shared<ImageList>();
  list->width = width;
  list->height = height;
  list->flags = flags;
  return list;
}

int append(ImageList& list, std::vector<Picture> pictures) {
  const std::size_t first = list.pictures.size();
  if (pictures.empty() || first + pictures.size() > kMostPictures) return -1;
  std::ranges::move(pictures, std::back_inserter(list.pictures));
  list.forget_strips();
  return static_cast<int>(first);
}

// All pixels of one colour become transparent, and black, as a mask is laid over them.
void hide_color(Pixels& pixels, COLORREF color) {
  const std::uint32_t hidden =
      color == CLR_DEFAULT ? pixels.values[0] & 0xFFFFFF : gdi::swap_red_blue(color);
  for (std::uint32_t& pixel : pixels.values) {
    if ((pixel & 0xFFFFFF) == hidden) pixel = 0;
  }
}

int add_masked(ImageList& list, HBITMAP bitmap, COLORREF color) {
  Pixels pixels = pixels_of(bitmap);
  if (pixels.empty()) return -1;
  std::vector<Picture> pictures = cut(list, pixels, {});
  if (!list.masked() || color == CLR_NONE) return append(list, std::move(pictures));
  hide_color(pixels, color);
  for (std::size_t index = 0; index < pictures.size(); ++index) {
    for (int y = 0; y < std::min(list.height, pixels.height); ++y) {
      for (int x = 0; x < list.width; ++x) {
        const std::size_t from =
            static_cast<std::size_t>(y) * pixels.width + index * list.width + x;
        if (pixels.values[from] == 0) {
          pictures[index].pixels[static_cast<std::size_t>(y) * list.width + x] = 0;
        }
      }
    }
  }
  return append(list, std::move(pictures));
}

// In the list's size, the nearest pixels.
Picture picture_of(const ImageList& list, const user::Icon& icon) {
  Picture picture;
  picture.own_alpha = true;
  picture.pixels.resize(list.area());
  for (int y = 0; y < list.height; ++y) {
    for (int x = 0; x < list.width; ++x) {
      const int from_x = x * icon.width / list.width;
      const int from_y = y * icon.height / list.height;
      picture.pixels[static_cast<std::size_t>(y) * list.width + x] =
          icon.pixels[static_cast<std::size_t>(from_y) * icon.width + from_x];
    }
  }
  return picture;
}

int replace_icon(ImageList& list, int index, const user::Icon& icon) {
  Picture picture = picture_of(list, icon);
  if (index < 0) {
    std::vector<Picture> one;
    one.push_back(std::move(picture));
    return append(list, std::move(one));
  }
  if (!list.has(index)) return -1;
  list.pictures[static_cast<std::size_t>(index)] = std::move(picture);
  list.forget_strips();
  return index;
}

HICON make_icon(const ImageList& list, int index) {
  user::Icon icon;
  icon.width = list.width;
  icon.height = list.height;
  icon.pixels = list.pictures[static_cast<std::size_t>(index)].pixels;
  return user::insert_icon(std::move(icon));
}

HBITMAP make_strip(const ImageList& list, bool mask) {
  std::vector<std::uint32_t> pixels;
  for (const Picture& picture : list.pictures) {
    for (const std::uint32_t each : picture.pixels) {
      pixels.push_back(mask ? (each >> 24 != 0 ? 0 : 0xFFFFFF) : each);
    }
  }
  const BITMAPINFO info =
      gdi::describe_pixels(list.width, list.height * static_cast<int>(list.pictures.size()));
  void* bits = nullptr;
  const HBITMAP strip = CreateDIBSection(nullptr, &info, DIB_RGB_COLORS, &bits, nullptr, 0);
  if (bits != nullptr) std::ranges::copy(pixels, static_cast<std::uint32_t*>(bits));
  return strip;
}

// The two pictures of a merged list, one above the other.
Picture merge(const ImageList& to, const ImageList& first, int first_index, const ImageList& second,
              int second_index, POINT offset) {
  Picture merged;
  merged.pixels.assign(to.area(), 0);
  merged.own_alpha = true;
  const auto lay = [&](const ImageList& from, int index, int dx, int dy) {
    const auto& pixels = from.pictures[static_cast<std::size_t>(index)].pixels;
    for (int y = 0; y < from.height; ++y) {
      for (int x = 0; x < from.width; ++x) {
        const std::uint32_t pixel = pixels[static_cast<std::size_t>(y) * from.width + x];
        const int to_x = x + dx;
        const int to_y = y + dy;
        if (pixel >> 24 == 0 || to_x < 0 || to_y < 0 || to_x >= to.width || to_y >= to.height) {
          continue;
        }
        merged.pixels[static_cast<std::size_t>(to_y) * to.width + to_x] = pixel;
      }
    }
  };
  lay(first, first_index, std::max(-offset.x, LONG{0}), std::max(-offset.y, LONG{0}));
  lay(second, second_index, std::max(offset.x, LONG{0}), std::max(offset.y, LONG{0}));
  return merged;
}

std::shared_ptr<ImageList> copy_of(ImageList& from) {
  std::lock_guard lock(from.mutex);
  auto copy = make_list(from.width, from.height, from.flags);
  copy->background = from.background;
  copy->pictures = from.pictures;
  std::ranges::copy(from.overlays, copy->overlays);
  return copy;
}

}  // namespace
}  // namespace transom::comctl

using namespace transom;
using namespace transom::comctl;

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_create
HIMAGELIST WINAPI ImageList_Create(int width, int height, UINT flags, int, int) {
  if (!sane(width, height)) return base::fail<HIMAGELIST>(ERROR_INVALID_PARAMETER);
  return insert_image_list(make_list(width, height, flags));
}

// -1 for no list.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_getimagecount
int WINAPI ImageList_GetImageCount(HIMAGELIST handle) {
  const auto list = find_image_list(handle);
  if (!list) return 0;
  std::lock_guard lock(list->mutex);
  return static_cast<int>(list->pictures.size());
}

// New pictures are black; the program replaces them.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_setimagecount
WINBOOL WINAPI ImageList_SetImageCount(HIMAGELIST handle, UINT count) {
  const auto list = find_image_list(handle);
  if (!list || count > kMostPictures) return FALSE;
  std::lock_guard lock(list->mutex);
  list->pictures.resize(count, {std::vector<std::uint32_t>(list->area(), kAlpha), false});
  list->forget_strips();
  return TRUE;
}

// As many pictures as the bitmap is wide; the first one's index, or -1.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_add
int WINAPI ImageList_Add(HIMAGELIST handle, HBITMAP image, HBITMAP mask) {
  const auto list = find_image_list(handle);
  if (!list) return -1;
  std::lock_guard lock(list->mutex);
  const Pixels pixels = pixels_of(image);
  if (pixels.empty()) return -1;
  return append(*list, cut(*list, pixels, mask != nullptr ? pixels_of(mask) : Pixels{}));
}

// A colour stands for the mask; CLR_DEFAULT: that of the first pixel.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_addmasked
int WINAPI ImageList_AddMasked(HIMAGELIST handle, HBITMAP image, COLORREF color) {
  const auto list = find_image_list(handle);
  if (!list) return -1;
  std::lock_guard lock(list->mutex);
  return add_masked(*list, image, color);
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_replace
WINBOOL WINAPI ImageList_Replace(HIMAGELIST handle, int index, HBITMAP image, HBITMAP mask) {
  const auto list = find_image_list(handle);
  if (!list) return FALSE;
  std::lock_guard lock(list->mutex);
  if (!list->has(index)) return FALSE;
  const Pixels pixels = pixels_of(image);
  if (pixels.empty()) return FALSE;
  auto pictures = cut(*list, pixels, mask != nullptr ? pixels_of(mask) : Pixels{});
  if (pictures.empty()) return FALSE;
  list->pictures[static_cast<std::size_t>(index)] = std::move(pictures[0]);
  list->forget_strips();
  return TRUE;
}

// -1: appends. The index, or -1.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_replaceicon
int WINAPI ImageList_ReplaceIcon(HIMAGELIST handle, int index, HICON icon) {
  const auto list = find_image_list(handle);
  const auto found = user::find_icon(icon);
  if (!list || !found || found->pixels.empty()) return -1;
  std::lock_guard lock(list->mutex);
  return replace_icon(*list, index, *found);
}

// An icon of the program's own.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_geticon
HICON WINAPI ImageList_GetIcon(HIMAGELIST handle, int index, UINT) {
  const auto list = find_image_list(handle);
  if (!list) return nullptr;
  std::lock_guard lock(list->mutex);
  return list->has(index) ? make_icon(*list, index) : nullptr;
}

// -1: all.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_remove
WINBOOL WINAPI ImageList_Remove(HIMAGELIST handle, int index) {
  const auto list = find_image_list(handle);
  if (!list) return FALSE;
  std::lock_guard lock(list->mutex);
  if (index == -1) {
    list->pictures.clear();
  } else if (list->has(index)) {
    list->pictures.erase(list->pictures.begin() + index);
  } else {
    return FALSE;
  }
  list->forget_strips();
  return TRUE;
}

// ILCF_MOVE, ILCF_SWAP; within one list only.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_copy
WINBOOL WINAPI ImageList_Copy(HIMAGELIST to, int to_index, HIMAGELIST from, int from_index,
                              UINT flags) {
  const auto list = find_image_list(to);
  if (!list || to != from) return FALSE;
  std::lock_guard lock(list->mutex);
  if (!list->has(to_index) || !list->has(from_index)) return FALSE;
  Picture& target = list->pictures[static_cast<std::size_t>(to_index)];
  Picture& source = list->pictures[static_cast<std::size_t>(from_index)];
  if ((flags & ILCF_SWAP) != 0) {
    std::swap(target, source);
  } else {
    target = source;
  }
  list->forget_strips();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_duplicate
HIMAGELIST WINAPI ImageList_Duplicate(HIMAGELIST handle) {
  const auto list = find_image_list(handle);
  return list ? insert_image_list(copy_of(*list)) : nullptr;
}

// A list with one picture: the second drawn over the first, shifted.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_merge
HIMAGELIST WINAPI ImageList_Merge(HIMAGELIST first, int first_index, HIMAGELIST second,
                                  int second_index, int dx, int dy) {
  const auto below = find_image_list(first);
  const auto above = find_image_list(second);
  if (!below || !above) return nullptr;
  const auto a = copy_of(*below);
  const auto b = copy_of(*above);
  if (!a->has(first_index) || !b->has(second_index)) return nullptr;
  const int width = std::max(a->width + std::max(-dx, 0), b->width + std::max(dx, 0));
  const int height = std::max(a->height + std::max(-dy, 0), b->height + std::max(dy, 0));
  if (!sane(width, height)) return nullptr;
  auto merged = make_list(width, height, ILC_MASK | ILC_COLOR32);
  merged->pictures.push_back(merge(*merged, *a, first_index, *b, second_index, {dx, dy}));
  return insert_image_list(std::move(merged));
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_setbkcolor
COLORREF WINAPI ImageList_SetBkColor(HIMAGELIST handle, COLORREF color) {
  const auto list = find_image_list(handle);
  if (!list) return CLR_NONE;
  std::lock_guard lock(list->mutex);
  return std::exchange(list->background, color);
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_getbkcolor
COLORREF WINAPI ImageList_GetBkColor(HIMAGELIST handle) {
  const auto list = find_image_list(handle);
  if (!list) return CLR_NONE;
  std::lock_guard lock(list->mutex);
  return list->background;
}

// Overlays are numbered from 1 to 15.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_setoverlayimage
WINBOOL WINAPI ImageList_SetOverlayImage(HIMAGELIST handle, int index, int overlay) {
  const auto list = find_image_list(handle);
  if (!list || overlay < 1 || overlay > 15) return FALSE;
  std::lock_guard lock(list->mutex);
  if (!list->has(index)) return FALSE;
  list->overlays[overlay - 1] = index;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_geticonsize
WINBOOL WINAPI ImageList_GetIconSize(HIMAGELIST handle, int* width, int* height) {
  const auto list = find_image_list(handle);
  if (!list || width == nullptr || height == nullptr) return FALSE;
  std::lock_guard lock(list->mutex);
  *width = list->width;
  *height = list->height;
  return TRUE;
}

// All pictures go.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_seticonsize
WINBOOL WINAPI ImageList_SetIconSize(HIMAGELIST handle, int width, int height) {
  const auto list = find_image_list(handle);
  if (!list || !sane(width, height)) return FALSE;
  std::lock_guard lock(list->mutex);
  list->pictures.clear();
  list->width = width;
  list->height = height;
  list->forget_strips();
  return TRUE;
}

// The bitmaps stay the list's, and hold until it changes.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_getimageinfo
WINBOOL WINAPI ImageList_GetImageInfo(HIMAGELIST handle, int index, IMAGEINFO* info) {
  const auto list = find_image_list(handle);
  if (!list || info == nullptr) return FALSE;
  std::lock_guard lock(list->mutex);
  if (!list->has(index)) return FALSE;
  if (list->image_strip == nullptr) list->image_strip = make_strip(*list, false);
  if (list->mask_strip == nullptr && list->masked()) list->mask_strip = make_strip(*list, true);
  *info = {};
  info->hbmImage = list->image_strip;
  info->hbmMask = list->mask_strip;
  info->rcImage = {0, index * list->height, list->width, (index + 1) * list->height};
  return TRUE;
}

// A bitmap or an icon of a module's resources, or of a file (LR_LOADFROMFILE). `width` 0: the
// picture is square.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_loadimagew
HIMAGELIST WINAPI ImageList_LoadImageW(HINSTANCE module, LPCWSTR name, int width, int,
                                       COLORREF color, UINT type, UINT flags) {
  if (type != IMAGE_BITMAP) return base::fail<HIMAGELIST>(ERROR_INVALID_PARAMETER);
  const auto bitmap = static_cast<HBITMAP>(LoadImageW(module, name, type, 0, 0, flags));
  BITMAP about{};
  if (bitmap == nullptr || GetObjectW(bitmap, sizeof about, &about) == 0) return nullptr;
  if (width <= 0) width = about.bmHeight;
  const UINT masked = color != CLR_NONE ? UINT{ILC_MASK} : 0;
  const HIMAGELIST list = ImageList_Create(width, about.bmHeight, ILC_COLOR24 | masked, 0, 0);
  if (list != nullptr) ImageList_AddMasked(list, bitmap, color);
  DeleteObject(bitmap);
  return list;
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_loadimagea
HIMAGELIST WINAPI ImageList_LoadImageA(HINSTANCE module, LPCSTR name, int width, int grow,
                                       COLORREF color, UINT type, UINT flags) {
  if (type != IMAGE_BITMAP) return base::fail<HIMAGELIST>(ERROR_INVALID_PARAMETER);
  if (IS_INTRESOURCE(name)) {
    return ImageList_LoadImageW(module, reinterpret_cast<LPCWSTR>(name), width, grow, color, type,
                                flags);
  }
  const std::u16string wide = base::to_utf16(name);
  return ImageList_LoadImageW(module, base::as_wchar(wide), width, grow, color, type, flags);
}
