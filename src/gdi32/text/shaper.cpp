#include "gdi32/text/shaper.h"

#include "base/icu.h"

#include <hb-ot.h>
#include <hb.h>
#include <unicode/ubidi.h>

#include <map>

#include "gdi32/text/utf.h"

namespace transom::gdi {
namespace {

struct BidiDeleter {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};
struct BufferDeleter {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
struct FontDeleter {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};

// A stretch of text that one call of HarfBuzz takes: one direction, one script, one face.
struct Item {
  std::size_t begin;
  std::size_t end;
  hb_script_t script;
  int face;
};

hb_face_t* shaping_face(const FontFile* file) {
  static auto* faces = new std::map<const FontFile*, hb_face_t*>;
  std::lock_guard lock(font_mutex());
  hb_face_t*& face = (*faces)[file];
  if (face == nullptr) {
    hb_blob_t* blob = hb_blob_create_from_file(file->path.c_str());
    face = hb_face_create(blob, static_cast<unsigned>(file->index & 0xFFFF));
    hb_blob_destroy(blob);
    hb_face_make_immutable(face);
  }
  return face;
}

hb_script_t script_of(char32_t c) {
  return hb_unicode_script(hb_unicode_funcs_get_default(), c);
}

bool takes_neighbours_script(hb_script_t script) {
  return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

std::vector<Item> itemize(const ScaledFont& font, std::u16string_view text, std::size_t begin,
                          std::size_t end) {
  std::vector<Item> items;
  for (std::size_t at = begin; at < end;) {
    const std::size_t start = at;
    const char32_t c = next_character(text.substr(0, end), at);
    const hb_script_t script = script_of(c);
    const int face = font.wide_entry(c).glyph.face;
    if (items.empty()) {
      items.push_back({start, at, script, face});
      continue;
    }
    Item& last = items.back();
    // Marks stay with what they are put on, whichever font has the base.
    const bool joins =
        script == HB_SCRIPT_INHERITED ||
        (face == last.face && (script == last.script || takes_neighbours_script(script) ||
                               takes_neighbours_script(last.script)));
    if (!joins) {
      items.push_back({start, at, script, face});
      continue;
    }
    last.end = at;
    if (takes_neighbours_script(last.script)) last.script = script;
  }
  return items;
}

int to_pixels(hb_position_t position) {
  return position >= 0 ? (position + 32) >> 6 : -((-position + 32) >> 6);
}

void shape_item(const ScaledFont& font, std::u16string_view text, const Item& item, bool rtl,
                ShapedRun& run) {
  const FontFile* file = font.face_file(item.face);
  if (file == nullptr) return;
  const std::unique_ptr<hb_font_t, FontDeleter> shaper(hb_font_create(shaping_face(file)));
  hb_font_set_scale(shaper.get(), font.x_scale(), font.y_scale());
  const std::unique_ptr<hb_buffer_t, BufferDeleter> buffer(hb_buffer_create());
  hb_buffer_add_utf16(buffer.get(), reinterpret_cast<const std::uint16_t*>(text.data()),
                      static_cast<int>(text.size()), static_cast<unsigned>(item.begin),
                      static_cast<int>(item.end - item.begin));
  hb_buffer_set_direction(buffer.get(), rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(), item.script);
  hb_buffer_guess_segment_properties(buffer.get());
  hb_shape(shaper.get(), buffer.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  for (unsigned i = 0; i < count; ++i) {
    RunGlyph glyph;
    glyph.id = {static_cast<std::uint16_t>(infos[i].codepoint),
                static_cast<std::uint8_t>(item.face)};
    glyph.advance = static_cast<std::int16_t>(to_pixels(positions[i].x_advance));
    glyph.x_offset = static_cast<std::int16_t>(to_pixels(positions[i].x_offset));
    glyph.y_offset = static_cast<std::int16_t>(-to_pixels(positions[i].y_offset));
    glyph.character = infos[i].cluster;
    run.glyphs.push_back(glyph);
  }
}

void shape_direction(const ScaledFont& font, std::u16string_view text, std::size_t begin,
                     std::size_t end, bool rtl, ShapedRun& run) {
  std::vector<Item> items = itemize(font, text, begin, end);
  if (rtl) std::reverse(items.begin(), items.end());
  for (const Item& item : items) shape_item(font, text, item, rtl, run);
}

void shape_all(const ScaledFont& font, std::u16string_view text, Reading reading, ShapedRun& run) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, BidiDeleter> bidi(ubidi_open());
  const UBiDiLevel level = reading == Reading::RightToLeft ? 1 : 0;
  ubidi_setPara(bidi.get(), text.data(), static_cast<int>(text.size()), level, nullptr, &error);
  const int runs = ubidi_countRuns(bidi.get(), &error);
  if (U_FAILURE(error)) return shape_direction(font, text, 0, text.size(), false, run);
  for (int i = 0; i < runs; ++i) {
    int start = 0;
    int length = 0;
    const bool rtl = ubidi_getVisualRun(bidi.get(), i, &start, &length) == UBIDI_RTL;
    shape_direction(font, text, static_cast<std::size_t>(start),
                    static_cast<std::size_t>(start + length), rtl, run);
  }
}

ShapedRun shape_now(const ScaledFont& font, std::u16string_view text, Reading reading) {
  ShapedRun run;
  run.character_advances.assign(text.size(), 0);
  shape_all(font, text, reading, run);
  for (const RunGlyph& glyph : run.glyphs) {
    run.width += glyph.advance;
    if (glyph.character < text.size()) run.character_advances[glyph.character] += glyph.advance;
  }
  return run;
}

// Direct mapped: a new text takes the place of an old one, which bounds it without bookkeeping.
class RunCache {
 public:
  std::shared_ptr<const ShapedRun> find(const ScaledFont& font, std::u16string_view text,
                                        Reading reading) {
    if (text.size() > kLongest) return std::make_shared<ShapedRun>(shape_now(font, text, reading));
    Slot& slot = slots_[hash(font, text, reading) % kSlots];
    if (slot.font != font.serial() || slot.reading != reading || slot.text != text) {
      slot.run = std::make_shared<ShapedRun>(shape_now(font, text, reading));
      slot.font = font.serial();
      slot.reading = reading;
      slot.text = text;
    }
    return slot.run;
  }

 private:
  static constexpr std::size_t kSlots = 256;
  static constexpr std::size_t kLongest = 512;
  struct Slot {
    std::uint64_t font = 0;
    Reading reading{};
    std::u16string text;
    std::shared_ptr<const ShapedRun> run;
  };

  static std::size_t hash(const ScaledFont& font, std::u16string_view text, Reading reading) {
    return std::hash<std::u16string_view>{}(text) ^ (font.serial() * 0x9E3779B97F4A7C15ULL >> 20) ^
           static_cast<std::size_t>(reading);
  }

  std::array<Slot, kSlots> slots_;
};

}  // namespace

bool is_complex(char16_t c) {
  struct Range {
    char16_t first, last;
  };
  static constexpr Range kComplex[] = {
      {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0590, 0x109F}, {0x1100, 0x11FF}, {0x135D, 0x135F},
      {0x1700, 0x18AF}, {0x1900, 0x1CFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E},
      {0x2060, 0x206F}, {0x20D0, 0x20FF}, {0x302A, 0x302F}, {0x3099, 0x309A}, {0xA66F, 0xA67D},
      {0xA69E, 0xA6F1}, {0xA800, 0xABFF}, {0xD7B0, 0xDFFF}, {0xFB1D, 0xFDFF}, {0xFE00, 0xFE2F},
      {0xFE70, 0xFEFF}};
  const auto* range =
      std::lower_bound(std::begin(kComplex), std::end(kComplex), c,
                       [](const Range& r, char16_t value) { return r.last < value; });
  return range != std::end(kComplex) && c >= range->first;
}

bool needs_shaping(std::u16string_view text) {
  for (const char16_t c : text) {
    if (!is_simple(c)) return true;
  }
  return false;
}

std::shared_ptr<const ShapedRun> shape(const ScaledFont& font, std::u16string_view text,
                                       Reading reading) {
  thread_local std::unique_ptr<RunCache> cache;
  if (!cache) cache = std::make_unique<RunCache>();
  return cache->find(font, text, reading);
}

}  // namespace transom::gdi
