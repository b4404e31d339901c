#include "user32/icon/icon.h"

#include <map>
#include <mutex>

#include "base/handle_table.h"
#include "base/last_error.h"
#include "gdi32/memory_dc.h"

namespace transom::user {
namespace {

std::mutex& icon_mutex() {
  static auto* mutex = new std::mutex;
  return *mutex;
}

// Guarded by icon_mutex().
std::map<HICON, std::shared_ptr<const Icon>>& icons() {
  static auto* all = new std::map<HICON, std::shared_ptr<const Icon>>;
  return *all;
}

// Only gives out the numbers; the map keeps the icons alive while they are drawn.
base::HandleTable<const Icon, base::HandleKind::kIcon>& icon_handles() {
  static auto* table = new base::HandleTable<const Icon, base::HandleKind::kIcon>;
  return *table;
}

bool remove_icon(HICON handle) {
  std::lock_guard lock(icon_mutex());
  const auto found = icons().find(handle);
  if (found == icons().end()) return base::fail<bool>(ERROR_INVALID_CURSOR_HANDLE);
  if (found->second->shared) return true;
  icon_handles().remove(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(handle)));
  icons().erase(found);
  return true;
}

}  // namespace

std::shared_ptr<const Icon> find_icon(HICON handle) {
  std::lock_guard lock(icon_mutex());
  const auto found = icons().find(handle);
  return found != icons().end() ? found->second : nullptr;
}

HICON insert_icon(Icon icon) {
  auto kept = std::make_shared<const Icon>(std::move(icon));
  std::lock_guard lock(icon_mutex());
  const std::uint32_t number = icon_handles().insert(kept.get());
  if (number == 0) return base::fail<HICON>(ERROR_NOT_ENOUGH_MEMORY);
  const auto handle = reinterpret_cast<HICON>(static_cast<std::uintptr_t>(number));
  icons()[handle] = std::move(kept);
  return handle;
}

namespace {

// The pixels of a bitmap as 0xAARRGGBB, through GetDIBits; empty on failure.
std::vector<std::uint32_t> pixels_of(HBITMAP bitmap, SIZE& size) {
  BITMAP description{};
  if (GetObjectW(bitmap, sizeof description, &description) == 0) return {};
  size = {description.bmWidth, std::abs(description.bmHeight)};
  BITMAPINFO info = gdi::describe_pixels(size.cx, size.cy);
  std::vector<std::uint32_t> pixels(static_cast<std::size_t>(size.cx) *
                                    static_cast<std::size_t>(size.cy));
  const HDC dc = CreateCompatibleDC(nullptr);
  const int rows =
      GetDIBits(dc, bitmap, 0, static_cast<UINT>(size.cy), pixels.data(), &info, DIB_RGB_COLORS);
  DeleteDC(dc);
  if (rows == 0) return {};
  return pixels;
}

bool has_alpha(const std::vector<std::uint32_t>& pixels) {
  for (const std::uint32_t pixel : pixels) {
    if (pixel >> 24 != 0) return true;
  }
  return false;
}

// Screen = (screen AND mask) XOR colour, as the documentation of ICONINFO has it.
void combine(Icon& icon, const std::vector<std::uint32_t>& mask,
             const std::vector<std::uint32_t>& color) {
  const bool alpha = has_alpha(color);
  icon.pixels.resize(color.size());
  for (std::size_t i = 0; i < color.size(); ++i) {
    const std::uint32_t rgb = color[i] & 0xFFFFFF;
    const bool kept = i < mask.size() && (mask[i] & 0xFFFFFF) != 0;
    if (alpha) {
      icon.pixels[i] = color[i];
    } else if (!kept) {
      icon.pixels[i] = 0xFF000000 | rgb;
    } else if (rgb != 0) {
      icon.inverting.resize(color.size());
      icon.inverting[i] = rgb;
    }
  }
}

std::optional<Icon> from_bitmaps(const ICONINFO& info) {
  Icon icon;
  icon.is_cursor = !info.fIcon;
  SIZE size{};
  std::vector<std::uint32_t> mask = pixels_of(info.hbmMask, size);
  if (mask.empty()) return std::nullopt;
  std::vector<std::uint32_t> color;
  if (info.hbmColor != nullptr) {
    color = pixels_of(info.hbmColor, size);
    if (color.empty()) return std::nullopt;
  } else {
    // A monochrome icon has both masks in one bitmap, AND above XOR.
    size.cy /= 2;
    const std::size_t half = static_cast<std::size_t>(size.cx) * static_cast<std::size_t>(size.cy);
    color.assign(mask.begin() + static_cast<std::ptrdiff_t>(half), mask.end());
    mask.resize(half);
    for (std::uint32_t& pixel : color) pixel &= 0xFFFFFF;
  }
  icon.width = static_cast<int>(size.cx);
  icon.height = static_cast<int>(size.cy);
  icon.hot_spot = info.fIcon
                      ? POINT{size.cx / 2, size.cy / 2}
                      : POINT{static_cast<LONG>(info.xHotspot), static_cast<LONG>(info.yHotspot)};
  combine(icon, mask, color);
  return icon;
}

// Rows of one bit planes are padded to WORDs in what CreateIcon and CreateCursor take.
std::vector<std::uint32_t> plane(const BYTE* bits, int width, int height) {
  std::vector<std::uint32_t> out;
  const int stride = (width + 15) / 16 * 2;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool set = (bits[y * stride + x / 8] >> (7 - x % 8) & 1) != 0;
      out.push_back(set ? 0xFFFFFFu : 0u);
    }
  }
  return out;
}

bool is_reasonable(int width, int height) {
  return width > 0 && height > 0 && width <= 4096 && height <= 4096;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Copies the bitmaps' contents. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createiconindirect
HICON WINAPI CreateIconIndirect(PICONINFO info) {
  if (info == nullptr) return base::fail<HICON>(ERROR_INVALID_PARAMETER);
  auto icon = from_bitmaps(*info);
  if (!icon) return base::fail<HICON>(ERROR_INVALID_PARAMETER);
  return insert_icon(std::move(*icon));
}

// From an AND mask of one bit a pixel and an XOR image of `planes` * `bits` bits.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createicon
HICON WINAPI CreateIcon(HINSTANCE, int width, int height, BYTE planes, BYTE bits,
                        const BYTE* and_bits, const BYTE* xor_bits) {
  if (!is_reasonable(width, height) || and_bits == nullptr || xor_bits == nullptr) {
    return base::fail<HICON>(ERROR_INVALID_PARAMETER);
  }
  Icon icon{.width = width, .height = height};
  icon.hot_spot = {width / 2, height / 2};
  std::vector<std::uint32_t> color;
  if (planes * bits == 1) {
    color = plane(xor_bits, width, height);
  } else {
    const HBITMAP bitmap = CreateBitmap(width, height, planes, bits, xor_bits);
    SIZE size{};
    color = pixels_of(bitmap, size);
    DeleteObject(bitmap);
    if (color.empty()) return base::fail<HICON>(ERROR_INVALID_PARAMETER);
  }
  combine(icon, plane(and_bits, width, height), color);
  return insert_icon(std::move(icon));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createcursor
HCURSOR WINAPI CreateCursor(HINSTANCE, int x, int y, int width, int height, const void* and_bits,
                            const void* xor_bits) {
  if (!is_reasonable(width, height) || and_bits == nullptr || xor_bits == nullptr) {
    return base::fail<HCURSOR>(ERROR_INVALID_PARAMETER);
  }
  Icon icon{.is_cursor = true, .hot_spot = {x, y}, .width = width, .height = height};
  combine(icon, plane(static_cast<const BYTE*>(and_bits), width, height),
          plane(static_cast<const BYTE*>(xor_bits), width, height));
  return insert_icon(std::move(icon));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-copyicon
HICON WINAPI CopyIcon(HICON handle) {
  const auto icon = find_icon(handle);
  if (icon == nullptr) return base::fail<HICON>(ERROR_INVALID_CURSOR_HANDLE);
  Icon copy = *icon;
  copy.shared = false;
  return insert_icon(std::move(copy));
}

// Shared icons stay. Last errors: ERROR_INVALID_CURSOR_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-destroyicon
WINBOOL WINAPI DestroyIcon(HICON handle) {
  return remove_icon(handle);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-destroycursor
WINBOOL WINAPI DestroyCursor(HCURSOR handle) {
  return remove_icon(handle);
}

// The bitmaps are new and the caller's to delete.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-geticoninfo
WINBOOL WINAPI GetIconInfo(HICON handle, PICONINFO info) {
  if (info == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const auto icon = find_icon(handle);
  if (icon == nullptr) return base::fail(ERROR_INVALID_CURSOR_HANDLE);
  const auto width = static_cast<std::size_t>(icon->width);
  const std::size_t stride = (width + 15) / 16 * 2;
  std::vector<BYTE> mask(stride * static_cast<std::size_t>(icon->height));
  std::vector<std::uint32_t> color(icon->pixels.size());
  for (std::size_t i = 0; i < color.size(); ++i) {
    const bool transparent = icon->pixels[i] >> 24 == 0;
    if (transparent)
      mask[i / width * stride + i % width / 8] |= static_cast<BYTE>(0x80 >> i % width % 8);
    color[i] = transparent && !icon->inverting.empty() ? icon->inverting[i] : icon->pixels[i];
  }
  info->fIcon = !icon->is_cursor;
  info->xHotspot = static_cast<DWORD>(icon->hot_spot.x);
  info->yHotspot = static_cast<DWORD>(icon->hot_spot.y);
  info->hbmMask = CreateBitmap(icon->width, icon->height, 1, 1, mask.data());
  info->hbmColor = CreateBitmap(icon->width, icon->height, 1, 32, color.data());
  return TRUE;
}
