// A font at one size, ready to measure and to draw: what a logical font becomes on a device.
//
// Contract
//  - All measures are whole device pixels; every advance is rounded by itself, as GDI does, so that
//    the width of a text is the sum of the widths of its characters.
//  - Characters and glyphs that were used once are found without a lock; the first use takes
//    font_mutex(). Any thread may use any scaled font.
//  - Glyph images are kept up to a bound; beyond it they are drawn anew for each use.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/win32.h"
#include "gdi32/text/font_finder.h"

namespace transom::gdi {

// What decides how glyphs look, in device pixels. Lines under and through are drawn, not glyphs.
struct FontRequest {
  std::u16string family;
  int height = 0;  // as lfHeight: positive a cell, negative an em, 0 the default
  int width = 0;   // as lfWidth: of an average character, 0 natural
  int weight = FW_NORMAL;
  bool italic = false;
  bool monochrome = false;  // glyphs without grey
  std::uint8_t char_set = DEFAULT_CHARSET;
  std::uint8_t pitch_and_family = 0;
  // How the baseline and the glyphs lie: x to the right, y down; the identity for most text.
  std::array<float, 4> matrix = {1, 0, 0, 1};

  bool is_upright() const { return matrix == std::array<float, 4>{1, 0, 0, 1}; }
  bool operator==(const FontRequest&) const = default;
};

struct FontMetrics {
  int ascent = 0;
  int descent = 0;
  int internal_leading = 0;
  int external_leading = 0;
  int average_width = 0;
  int max_width = 0;
  int em = 0;                  // pixels
  int underline_position = 0;  // of the line's top below the baseline
  int underline_thickness = 1;
  int strikeout_position = 0;  // of the line's top above the baseline
  int strikeout_thickness = 1;
  int weight = FW_NORMAL;
  bool italic = false;
  bool fixed_pitch = false;
  std::uint8_t family = FF_SWISS;  // FF_ bits

  int height() const { return ascent + descent; }
};

// A glyph of the font itself (face 0) or of a fallback.
struct GlyphId {
  std::uint16_t index = 0;
  std::uint8_t face = 0;
  bool operator==(const GlyphId&) const = default;
};

// Coverage 0…255, row after row without gaps. `left` and `top` are from the origin on the baseline
// to the upper left pixel; `top` counts downwards, so it is negative for most.
struct GlyphImage {
  int left = 0;
  int top = 0;
  int width = 0;
  int height = 0;
  std::unique_ptr<std::uint8_t[]> coverage;
};

struct CharEntry {
  GlyphId glyph;
  std::int16_t advance = 0;
  bool present = true;  // false: no font has it, the glyph is the default box
};

class ScaledFont {
 public:
  // Always makes a font: on a machine without one its characters are blank and evenly wide.
  static std::shared_ptr<ScaledFont> create(const FontRequest& request);
  ~ScaledFont();
  ScaledFont(const ScaledFont&) = delete;
  ScaledFont& operator=(const ScaledFont&) = delete;

  const FontRequest& request() const { return request_; }
  const FontMetrics& metrics() const { return metrics_; }
  const std::u16string& family() const { return found_.family; }
  const FontFile* file() const { return found_.file; }
  const FoundFont& found() const { return found_; }
  // Never the same for two fonts in the life of a process: the key of caches.
  std::uint64_t serial() const { return serial_; }

  CharEntry entry(char16_t c) const {
    const Page* page = pages_[c >> 8].load(std::memory_order_acquire);
    if (page != nullptr) {
      const std::uint64_t packed = (*page)[c & 0xFF].load(std::memory_order_relaxed);
      if (packed != 0) return unpack(packed);
    }
    return look_up(c);
  }
  CharEntry wide_entry(char32_t c) const;

  // The sum of the advances of characters below U+0100 that were all seen before, else -1: most
  // text that is measured is such, over and over. A look into a table and an addition for each.
  int known_latin_width(std::u16string_view text) const;

  // Of the font's own glyphs: 0 for one that it lacks, without fallbacks.
  std::uint16_t own_glyph(char32_t c) const;
  int glyph_advance(GlyphId glyph) const;
  // Valid as long as the font and, where the cache is full, until this thread's next call. Never
  // null.
  const GlyphImage* image(GlyphId glyph) const;
  // Pixels of the glyph's ink, as image() but without drawing it.
  GlyphImage measure(GlyphId glyph) const;

  const FontFile* face_file(int face) const;
  int face_count() const { return face_count_.load(std::memory_order_acquire); }
  // The slot of a file among the fallbacks; -1 when there are too many.
  int face_for(FontFile* file) const;
  // Loads the outline (26.6, y upwards, hinted) into the face's slot. Hold font_mutex().
  FT_GlyphSlot load_outline(GlyphId glyph) const;
  // 26.6 pixels an em.
  int x_scale() const { return x_scale_; }
  int y_scale() const { return y_scale_; }

 private:
  static constexpr int kMaxFaces = 16;
  using Page = std::array<std::atomic<std::uint64_t>, 256>;
  using ImagePage = std::array<std::atomic<const GlyphImage*>, 256>;
  struct Face {
    FontFile* file = nullptr;
    FT_Size size = nullptr;
    std::array<std::atomic<ImagePage*>, 256> images{};
  };

  explicit ScaledFont(const FontRequest& request);
  void choose_size();
  void fill_metrics();
  int scale(int units) const;
  bool open_face(int slot, FontFile* file) const;
  CharEntry look_up(char16_t c) const;
  CharEntry resolve(char32_t c) const;
  CharEntry fallback(char32_t c) const;
  GlyphImage draw(GlyphId glyph) const;
  static std::uint64_t pack(const CharEntry& entry);
  static CharEntry unpack(std::uint64_t packed) {
    return {{static_cast<std::uint16_t>(packed >> 16), static_cast<std::uint8_t>(packed >> 32)},
            static_cast<std::int16_t>(packed),
            (packed & kPresent) != 0};
  }

  static constexpr std::uint64_t kKnown = 1ULL << 63;
  static constexpr std::uint64_t kPresent = 1ULL << 62;
  static constexpr std::int64_t kUnseen = 1LL << 48;

  const FontRequest request_;
  FoundFont found_;
  FontMetrics metrics_;
  DesignMetrics design_;  // the file's, with the family's overrides
  int x_scale_ = 0;
  int y_scale_ = 0;
  std::uint64_t serial_;

  // Caches: filled under font_mutex(), read without.
  mutable std::array<std::atomic<Page*>, 256> pages_{};
  // Of the characters below U+0100; those not seen yet spoil every sum that they are in.
  mutable std::array<std::atomic<std::int64_t>, 256> latin_advances_{};
  mutable std::array<std::unique_ptr<Face>, kMaxFaces> faces_;
  mutable std::atomic<int> face_count_{0};
  mutable std::size_t image_bytes_ = 0;  // guarded by font_mutex()
};

// The scaled font for a request, from a bounded cache of those used last.
std::shared_ptr<const ScaledFont> scaled_font(const FontRequest& request);

}  // namespace transom::gdi
