// Finding icons and cursors: groups in resources, .ico and .cur files.
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/module/module.h"
#include "user32/icon/icon.h"
#include "user32/icon/icon_group.h"

namespace transom::user {
namespace {

std::span<const std::uint8_t> resource(HMODULE module, LPCWSTR type, LPCWSTR name) {
  return kernel::find_resource_data(module, type, name);
}

}  // namespace

bool is_icon_size(int width, int height) {
  constexpr int kLargest = 4096;
  return width >= 0 && height >= 0 && width <= kLargest && height <= kLargest;
}

Icon resized(Icon icon, int width, int height) {
  if (icon.width == width && icon.height == height) return icon;
  const auto scale = [&](const std::vector<std::uint32_t>& from) {
    std::vector<std::uint32_t> to;
    if (from.empty()) return to;
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        to.push_back(from[static_cast<std::size_t>(y * icon.height / height * icon.width +
                                                   x * icon.width / width)]);
      }
    }
    return to;
  };
  icon.pixels = scale(icon.pixels);
  icon.inverting = scale(icon.inverting);
  icon.hot_spot = {icon.hot_spot.x * width / icon.width, icon.hot_spot.y * height / icon.height};
  icon.width = width;
  icon.height = height;
  return icon;
}

namespace {

struct SharedKey {
  HINSTANCE module;
  std::u16string name;
  bool is_cursor;
  int width;
  int height;
  auto operator<=>(const SharedKey&) const = default;
};

std::mutex& shared_mutex() {
  static auto* mutex = new std::mutex;
  return *mutex;
}
// Guarded by shared_mutex().
std::map<SharedKey, HICON>& shared_icons() {
  static auto* icons = new std::map<SharedKey, HICON>;
  return *icons;
}

std::u16string key_name(LPCWSTR name) {
  if (!IS_INTRESOURCE(name)) return base::fold_case(base::as_char16(name));
  return u"#" + std::u16string(1, static_cast<char16_t>(LOWORD(name)));
}

}  // namespace

HICON load_icon_resource(HINSTANCE module, LPCWSTR name, bool is_cursor, int width, int height,
                         bool share) {
  if (!is_icon_size(width, height)) return base::fail<HICON>(ERROR_INVALID_PARAMETER);
  const int wanted_width = width != 0 ? width : 32;
  const int wanted_height = height != 0 ? height : 32;
  const SharedKey key{module, key_name(name), is_cursor, width, height};
  if (share) {
    std::lock_guard lock(shared_mutex());
    const auto found = shared_icons().find(key);
    if (found != shared_icons().end()) return found->second;
  }
  const auto group = resource(module, is_cursor ? kCursorGroupType : kIconGroupType, name);
  const auto entries = read_group(group, is_cursor, false);
  const GroupEntry* best = best_entry(entries, wanted_width, wanted_height);
  if (best == nullptr) return base::fail<HICON>(ERROR_RESOURCE_NAME_NOT_FOUND);
  const auto image =
      resource(module, is_cursor ? kCursorType : kIconType, MAKEINTRESOURCEW(best->position));
  auto icon = decode_icon(image, is_cursor);
  if (!icon) return base::fail<HICON>(ERROR_RESOURCE_DATA_NOT_FOUND);
  icon->shared = share;
  if (!is_cursor || width != 0) *icon = resized(std::move(*icon), wanted_width, wanted_height);
  const HICON handle = insert_icon(std::move(*icon));
  if (share && handle != nullptr) {
    std::lock_guard lock(shared_mutex());
    shared_icons()[key] = handle;
  }
  return handle;
}

HICON load_icon_file(LPCWSTR path, bool is_cursor, int width, int height) {
  if (!is_icon_size(width, height)) return base::fail<HICON>(ERROR_INVALID_PARAMETER);
  std::ifstream file(base::host_path_of(base::as_char16(path)), std::ios::binary);
  if (!file) return base::fail<HICON>(ERROR_FILE_NOT_FOUND);
  const std::vector<std::uint8_t> bytes(std::istreambuf_iterator<char>(file), {});
  const auto entries = read_group(bytes, is_cursor, true);
  const GroupEntry* best = best_entry(entries, width != 0 ? width : 32, height != 0 ? height : 32);
  if (best == nullptr || best->position > bytes.size() ||
      best->size > bytes.size() - best->position) {
    return base::fail<HICON>(ERROR_INVALID_DATA);
  }
  auto icon = decode_icon(std::span(bytes).subspan(best->position, best->size), false);
  if (!icon) return base::fail<HICON>(ERROR_INVALID_DATA);
  if (is_cursor) {
    icon->is_cursor = true;
    const auto at = static_cast<std::size_t>(best - entries.data()) * 16 + 6;
    icon->hot_spot = {read_at<WORD>(bytes, at + 4), read_at<WORD>(bytes, at + 6)};
  }
  if (width != 0 && height != 0) *icon = resized(std::move(*icon), width, height);
  return insert_icon(std::move(*icon));
}

}  // namespace transom::user
