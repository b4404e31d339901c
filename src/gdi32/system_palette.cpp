#include "gdi32/system_palette.h"

#include <limits>
#include <mutex>
#include <utility>

#include "gdi32/device_caps.h"
#include "gdi32/palette.h"
#include "gdi32/surface.h"

namespace transom::gdi {
namespace {

enum class Use : std::uint8_t { kFree, kStatic, kUsed, kReserved };

constexpr bool has_static_color(std::size_t pixel) {
  return pixel < kStaticAtEachEnd || pixel >= kSystemPaletteSize - kStaticAtEachEnd;
}

// Black in between.
constexpr std::uint32_t static_color(std::size_t pixel) {
  if (!has_static_color(pixel)) return 0;
  return kStaticColors[pixel < kStaticAtEachEnd
                           ? pixel
                           : pixel + 2 * kStaticAtEachEnd - kSystemPaletteSize];
}

template <class Color, std::size_t... kPixels>
constexpr std::array<Color, kSystemPaletteSize> initial_colors(std::index_sequence<kPixels...>) {
  return {{Color(static_color(kPixels))...}};
}

using Uses = std::array<Use, kSystemPaletteSize>;
using Colors = std::array<std::uint32_t, kSystemPaletteSize>;

// How many places at each end are static.
std::size_t static_count(UINT use) {
  if (use == SYSPAL_NOSTATIC256) return 0;
  return use == SYSPAL_NOSTATIC ? 1 : kStaticAtEachEnd;
}

bool is_static(std::size_t pixel, UINT use) {
  const std::size_t count = static_count(use);
  return pixel < count || pixel >= kSystemPaletteSize - count;
}

std::mutex palette_mutex;
std::atomic<UINT> current_use{SYSPAL_STATIC};
// Guarded by palette_mutex.
Uses uses = [] {
  Uses all{};
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] = is_static(i, SYSPAL_STATIC) ? Use::kStatic : Use::kFree;
  }
  return all;
}();
Colors previous_colors =
    initial_colors<std::uint32_t>(std::make_index_sequence<kSystemPaletteSize>());

// A realization on a copy of the system palette.
class Realizing {
 public:
  Realizing(const Palette& palette, Realization how) : palette_(palette), uses_(uses) {
    for (std::size_t i = 0; i < colors_.size(); ++i) colors_[i] = system_colors[i];
    if (how == Realization::kForeground) free_everything();
  }

  void run() {
    mapping_.reserve(palette_.entries.size());
    for (const PALETTEENTRY& entry : palette_.entries) mapping_.push_back(place(entry));
  }

  const Uses& uses_after() const { return uses_; }
  const Colors& colors_after() const { return colors_; }
  const std::vector<std::uint8_t>& mapping() const { return mapping_; }

 private:
  // "Marking all of the entries that are not static in the system palette as unused."
  void free_everything() {
    for (Use& use : uses_) {
      if (use != Use::kStatic) use = Use::kFree;
    }
  }

  std::uint8_t place(const PALETTEENTRY& entry) {
    const std::uint32_t rgb = rgb_of(entry);
    // "The low-order word of the logical palette entry designates a hardware palette index."
    if ((entry.peFlags & PC_EXPLICIT) != 0) return entry.peRed;
    const bool alone = (entry.peFlags & (PC_RESERVED | PC_NOCOLLAPSE)) != 0;
    if (!alone) {
      if (const int same = find_same(rgb); same >= 0) return static_cast<std::uint8_t>(same);
    }
    if (const int free = find_free(rgb); free >= 0) {
      const auto pixel = static_cast<std::size_t>(free);
      colors_[pixel] = rgb;
      uses_[pixel] = (entry.peFlags & PC_RESERVED) != 0 ? Use::kReserved : Use::kUsed;
      return static_cast<std::uint8_t>(free);
    }
    return nearest(rgb);
  }

  int find_same(std::uint32_t rgb) const {
    for (std::size_t i = 0; i < colors_.size(); ++i) {
      const bool shared = uses_[i] == Use::kStatic || uses_[i] == Use::kUsed;
      if (shared && colors_[i] == rgb) return static_cast<int>(i);
    }
    return -1;
  }

  // One that has the colour from before spares the screen a change.
  int find_free(std::uint32_t rgb) const {
    int free = -1;
    for (std::size_t i = 0; i < colors_.size(); ++i) {
      if (uses_[i] != Use::kFree) continue;
      if (colors_[i] == rgb) return static_cast<int>(i);
      if (free < 0) free = static_cast<int>(i);
    }
    return free;
  }

  std::uint8_t nearest(std::uint32_t rgb) const {
    std::size_t best = 0;
    int best_distance = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < colors_.size(); ++i) {
      if (uses_[i] == Use::kFree || uses_[i] == Use::kReserved) continue;
      const int distance = color_distance(colors_[i], rgb);
      if (distance >= best_distance) continue;
      best = i;
      best_distance = distance;
    }
    return static_cast<std::uint8_t>(best);
  }

  const Palette& palette_;
  Uses uses_;
  Colors colors_{};
  std::vector<std::uint8_t> mapping_;
};

// What windows in the background show is as it was before the palette in the foreground changed.
// The lock is held.
void store_colors(const Colors& colors, Realization how) {
  for (std::size_t i = 0; i < colors.size(); ++i) {
    if (how == Realization::kForeground) previous_colors[i] = system_colors[i];
    system_colors[i] = colors[i];
  }
}

bool differs_from_display(const Colors& colors) {
  for (std::size_t i = 0; i < colors.size(); ++i) {
    if (system_colors[i] != colors[i]) return true;
  }
  return false;
}

// An entry counts where it has another place, or its place another colour.
UINT count_remapped(const Palette& palette, const Realizing& made) {
  UINT count = 0;
  const auto& mapping = made.mapping();
  for (std::size_t i = 0; i < mapping.size(); ++i) {
    const bool same_place = i < palette.mapping.size() && palette.mapping[i] == mapping[i];
    if (!same_place || made.colors_after()[mapping[i]] != system_colors[mapping[i]]) ++count;
  }
  return count;
}

}  // namespace

std::array<std::atomic<std::uint32_t>, kSystemPaletteSize> system_colors =
    initial_colors<std::atomic<std::uint32_t>>(std::make_index_sequence<kSystemPaletteSize>());

PixelFormat system_palette_format() {
  PixelFormat format;
  format.bits = 8;
  format.follows_system_palette = true;
  for (std::size_t i = 0; i < kSystemPaletteSize; ++i) format.colors.push_back(static_color(i));
  return format;
}

bool is_palette_display() {
  return display_caps().bits_per_pixel == 8;
}

namespace {

// A grey is rather a lighter or darker grey than a pale colour.
int hue_distance(std::uint32_t a, std::uint32_t b) {
  const auto difference = [&](int shift) {
    return static_cast<int>(a >> shift & 0xFF) - static_cast<int>(b >> shift & 0xFF);
  };
  const int red_green = difference(16) - difference(8);
  const int green_blue = difference(8) - difference(0);
  return color_distance(a, b) + red_green * red_green + green_blue * green_blue;
}

}  // namespace

std::uint8_t nearest_static_pixel(std::uint32_t rgb) {
  const std::size_t count = std::max<std::size_t>(1, static_count(system_palette_use()));
  std::size_t best = 0;
  int best_distance = std::numeric_limits<int>::max();
  for (std::size_t i = 0; i < 2 * count; ++i) {
    const std::size_t pixel = i < count ? i : kSystemPaletteSize - 2 * count + i;
    const int distance = hue_distance(system_colors[pixel], rgb);
    if (distance >= best_distance) continue;
    best = pixel;
    best_distance = distance;
  }
  return static_cast<std::uint8_t>(best);
}

RealizationResult realize_in_system(Palette& palette, Realization how, RealizationMode mode) {
  std::lock_guard lock(palette_mutex);
  Realizing made(palette, how);
  made.run();
  RealizationResult result;
  result.remapped = count_remapped(palette, made);
  result.system_changed = differs_from_display(made.colors_after());
  if (mode == RealizationMode::kAsk) return result;
  if (result.system_changed) store_colors(made.colors_after(), how);
  uses = made.uses_after();
  palette.mapping = made.mapping();
  return result;
}

void show_animated_entries(const Palette& palette, UINT first, UINT count) {
  std::lock_guard lock(palette_mutex);
  for (std::size_t i = first; i < palette.mapping.size() && i - first < count; ++i) {
    const std::uint8_t pixel = palette.mapping[i];
    if ((palette.entries[i].peFlags & PC_RESERVED) == 0 || uses[pixel] != Use::kReserved) continue;
    system_colors[pixel] = rgb_of(palette.entries[i]);
  }
}

UINT system_palette_use() {
  return current_use;
}

UINT set_system_palette_use(UINT use) {
  std::lock_guard lock(palette_mutex);
  const UINT old = current_use.exchange(use);
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (is_static(i, use)) {
      uses[i] = Use::kStatic;
      previous_colors[i] = system_colors[i];
      system_colors[i] = static_color(i);
    } else if (uses[i] == Use::kStatic) {
      uses[i] = Use::kFree;
    }
  }
  return old;
}

std::array<std::uint32_t, kSystemPaletteSize> previous_system_colors() {
  std::lock_guard lock(palette_mutex);
  return previous_colors;
}

}  // namespace transom::gdi
