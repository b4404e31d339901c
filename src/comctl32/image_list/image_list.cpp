#include "comctl32/image_list/image_list.h"

#include <algorithm>

#include "base/handle_table.h"
#include "gdi32/memory_dc.h"

namespace transom::comctl {
namespace {

struct Entry {
  std::shared_ptr<ImageList> list;
};

struct Registry {
  std::mutex mutex;
  base::HandleTable<Entry, base::HandleKind::kImageList> table;
};

Registry& registry() {
  static auto* all = new Registry;
  return *all;
}

std::uint32_t number_of(HIMAGELIST handle) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(handle));
}

}  // namespace

ImageList::~ImageList() {
  forget_strips();
}

void ImageList::forget_strips() {
  for (HBITMAP* strip : {&image_strip, &mask_strip}) {
    if (*strip != nullptr) DeleteObject(std::exchange(*strip, nullptr));
  }
}

std::shared_ptr<ImageList> find_image_list(HIMAGELIST handle) {
  std::lock_guard lock(registry().mutex);
  const Entry* entry = registry().table.find(static_cast<const void*>(handle));
  return entry != nullptr ? entry->list : nullptr;
}

HIMAGELIST insert_image_list(std::shared_ptr<ImageList> list) {
  auto entry = std::make_unique<Entry>(Entry{std::move(list)});
  const std::uint32_t number = registry().table.insert(entry.get());
  if (number == 0) return nullptr;
  (void)entry.release();
  return reinterpret_cast<HIMAGELIST>(static_cast<std::uintptr_t>(number));
}

Pixels pixels_of(HBITMAP bitmap) {
  BITMAP about{};
  if (GetObjectW(bitmap, sizeof about, &about) == 0) return {};
  Pixels pixels{about.bmWidth, std::abs(about.bmHeight), {}, false};
  pixels.values.resize(static_cast<std::size_t>(pixels.width) * pixels.height);
  BITMAPINFO info = gdi::describe_pixels(pixels.width, pixels.height);
  const HDC screen = GetDC(nullptr);
  GetDIBits(screen, bitmap, 0, static_cast<UINT>(pixels.height), pixels.values.data(), &info,
            DIB_RGB_COLORS);
  ReleaseDC(nullptr, screen);
  pixels.own_alpha = about.bmBitsPixel == 32 &&
                     std::ranges::any_of(pixels.values, [](auto each) { return each & kAlpha; });
  if (!pixels.own_alpha) {
    for (std::uint32_t& each : pixels.values) each |= kAlpha;
  }
  return pixels;
}

std::vector<Picture> cut(const ImageList& list, const Pixels& from, const Pixels& mask) {
  std::vector<Picture> pictures(static_cast<std::size_t>(from.width / list.width));
  const bool alpha = from.own_alpha && (list.flags & ILC_COLORDDB) == ILC_COLOR32;
  for (std::size_t index = 0; index < pictures.size(); ++index) {
    Picture& picture = pictures[index];
    picture.own_alpha = alpha;
    picture.pixels.assign(list.area(), kAlpha);
    for (int y = 0; y < std::min(list.height, from.height); ++y) {
      for (int x = 0; x < list.width; ++x) {
        const std::size_t place = static_cast<std::size_t>(y) * from.width + index * list.width + x;
        std::uint32_t pixel = alpha ? from.values[place] : from.values[place] | kAlpha;
        const bool hidden = list.masked() && !alpha && place < mask.values.size() &&
                            mask.width == from.width && (mask.values[place] & 0xFFFFFF) != 0;
        if (hidden) pixel &= 0xFFFFFF;
        picture.pixels[static_cast<std::size_t>(y) * list.width + x] = pixel;
      }
    }
  }
  return pictures;
}

void draw_image(HIMAGELIST handle, int index, HDC dc, int x, int y, bool disabled) {
  const auto list = find_image_list(handle);
  if (!list) return;
  IMAGELISTDRAWPARAMS how{};
  how.i = index;
  how.hdcDst = dc;
  how.x = x;
  how.y = y;
  how.rgbBk = CLR_NONE;
  how.fStyle = ILD_TRANSPARENT;
  if (disabled) how.fState = ILS_SATURATE;
  std::lock_guard lock(list->mutex);
  draw_picture(*list, how);
}

SIZE image_size(HIMAGELIST handle) {
  const auto list = find_image_list(handle);
  if (!list) return {};
  std::lock_guard lock(list->mutex);
  return {list->width, list->height};
}

}  // namespace transom::comctl

using namespace transom::comctl;

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_destroy
WINBOOL WINAPI ImageList_Destroy(HIMAGELIST handle) {
  std::lock_guard lock(registry().mutex);
  const std::unique_ptr<Entry> entry(registry().table.remove(number_of(handle)));
  return entry != nullptr;
}
