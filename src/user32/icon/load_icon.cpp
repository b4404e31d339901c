// Finding icons and cursors: groups in resources, .ico and .cur files, the system's own.
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/module/module.h"
#include "user32/icon/icon.h"

namespace transom::user {
namespace {

std::span<const std::uint8_t> resource(HMODULE module, int type, LPCWSTR name) {
  return kernel::find_resource_data(module, MAKEINTRESOURCEW(type), name);
}

constexpr int kCursor = 1, kBitmapOrIcon = 3, kGroupCursor = 12, kGroupIcon = 14;

template <class Value>
Value read_at(std::span<const std::uint8_t> bytes, std::size_t at) {
  Value value{};
  if (at + sizeof value <= bytes.size()) std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

struct GroupEntry {
  int width;
  int height;
  int bits;
  DWORD position;  // resource identifier, or offset in the file
  DWORD size;
};

// GRPICONDIR (14 bytes an entry) or ICONDIR (16 bytes an entry). In a cursor's group the sizes are
// words and the height is that of image and mask.
std::vector<GroupEntry> read_group(std::span<const std::uint8_t> bytes, bool is_cursor, bool file) {
  std::vector<GroupEntry> entries;
  const auto count = read_at<WORD>(bytes, 4);
  const std::size_t entry_size = file ? 16 : 14;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = 6 + i * entry_size;
    if (at + entry_size > bytes.size()) break;
    GroupEntry entry{};
    if (is_cursor && !file) {
      entry.width = read_at<WORD>(bytes, at);
      entry.height = read_at<WORD>(bytes, at + 2) / 2;
    } else {
      entry.width = bytes[at] != 0 ? bytes[at] : 256;
      entry.height = bytes[at + 1] != 0 ? bytes[at + 1] : 256;
    }
    entry.bits = is_cursor && file ? 1 : read_at<WORD>(bytes, at + 6);
    entry.size = read_at<DWORD>(bytes, at + 8);
    entry.position = file ? read_at<DWORD>(bytes, at + 12) : read_at<WORD>(bytes, at + 12);
    entries.push_back(entry);
  }
  return entries;
}

// The nearest size, and among those the most colours.
const GroupEntry* best_entry(const std::vector<GroupEntry>& entries, int width, int height) {
  const GroupEntry* best = nullptr;
  const auto distance = [&](const GroupEntry& entry) {
    return std::abs(entry.width - width) + std::abs(entry.height - height);
  };
  for (const GroupEntry& entry : entries) {
    if (best == nullptr || distance(entry) < distance(*best) ||
        (distance(entry) == distance(*best) && entry.bits > best->bits)) {
      best = &entry;
    }
  }
  return best;
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
  const auto group = resource(module, is_cursor ? kGroupCursor : kGroupIcon, name);
  const auto entries = read_group(group, is_cursor, false);
  const GroupEntry* best = best_entry(entries, wanted_width, wanted_height);
  if (best == nullptr) return base::fail<HICON>(ERROR_RESOURCE_NAME_NOT_FOUND);
  const auto image =
      resource(module, is_cursor ? kCursor : kBitmapOrIcon, MAKEINTRESOURCEW(best->position));
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

namespace {

constexpr int kSide = 32;

bool in_disc(int x, int y, int radius) {
  const int dx = 2 * x - kSide + 1;
  const int dy = 2 * y - kSide + 1;
  return dx * dx + dy * dy <= 4 * radius * radius;
}

bool in_box(int x, int y, int left, int top, int right, int bottom) {
  return x >= left && x < right && y >= top && y < bottom;
}

// The stroke of '!', 'i', '?' or 'X', in a 32 by 32 box.
bool in_sign(WORD id, int x, int y) {
  switch (id) {
    case 32513: {  // IDI_HAND: a cross
      const int dx = std::abs(2 * x - kSide + 1);
      const int dy = std::abs(2 * y - kSide + 1);
      return std::abs(dx - dy) <= 4 && dx <= 16;
    }
    case 32514:  // IDI_QUESTION
      return in_box(x, y, 11, 7, 21, 10) || in_box(x, y, 18, 10, 21, 16) ||
             in_box(x, y, 14, 14, 18, 20) || in_box(x, y, 10, 8, 13, 13) ||
             in_box(x, y, 14, 22, 18, 26);
    case 32515:  // IDI_EXCLAMATION
      return in_box(x, y, 14, 11, 18, 21) || in_box(x, y, 14, 23, 18, 27);
    default:  // IDI_ASTERISK
      return in_box(x, y, 14, 7, 18, 11) || in_box(x, y, 14, 13, 18, 25);
  }
}

std::uint32_t system_pixel(WORD id, int x, int y) {
  if (id == 32512 || id == 32517 || id == 32518) {  // application: a small window
    if (!in_box(x, y, 3, 5, 29, 27)) return 0;
    if (!in_box(x, y, 4, 6, 28, 26)) return 0xFF000000;
    return in_box(x, y, 4, 6, 28, 11) ? 0xFF000080 : 0xFFFFFFFF;
  }
  const bool sign = in_sign(id, x, y);
  if (id == 32515) {  // a triangle
    const int half = (y - 2) * 16 / 28;
    if (y < 2 || y >= 30 || std::abs(2 * x - kSide + 1) > 2 * half) return 0;
    return sign ? 0xFF000000 : 0xFFFFFF00;
  }
  if (!in_disc(x, y, 15)) return 0;
  if (id == 32513) return sign ? 0xFFFFFFFF : 0xFFFF0000;
  return sign ? 0xFF0000FF : in_disc(x, y, 14) ? 0xFFFFFFFF : 0xFF808080;
}

}  // namespace

HICON system_icon(WORD id) {
  if (id < 32512 || id > 32518) return nullptr;
  static std::mutex* mutex = new std::mutex;
  static HICON icons[7] = {};
  std::lock_guard lock(*mutex);
  HICON& handle = icons[id - 32512];
  if (handle != nullptr) return handle;
  Icon icon{.shared = true, .hot_spot = {16, 16}, .width = kSide, .height = kSide};
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) icon.pixels.push_back(system_pixel(id, x, y));
  }
  return handle = insert_icon(std::move(icon));
}

}  // namespace transom::user
