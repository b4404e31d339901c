#include "gdi32/text/scaled_font.h"

#include FT_ADVANCES_H
#include FT_OUTLINE_H
#include FT_SIZES_H

#include <cmath>
#include <cstdlib>

namespace transom::gdi {
namespace {

constexpr std::uint16_t kBlankGlyph = 0xFFFF;
// Larger than this GDI's own rasterizer gives up, too, and draws nothing.
constexpr int kMaxEm = 4000;
constexpr std::size_t kMaxImageBytes = 4 << 20;
// The heaviest weight that still gets the regular cut.
constexpr int kHeaviestRegular = 550;
constexpr FT_Fixed kSlant = 0x366A;  // tangent of 12 degrees

int divide_rounded(std::int64_t value, std::int64_t by) {
  return static_cast<int>((value >= 0 ? value + by / 2 : value - by / 2) / by);
}

// Characters that steer and never show.
bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

int clamp_to_short(int value) {
  return std::clamp(value, -32768, 32767);
}

// A bitmap family's request gets the tallest size that is not taller, or the smallest there is; far
// above the largest it scales, as bitmap fonts do.
int nearest_size(std::span<const int> sizes, int cell) {
  if (cell >= sizes.back() * 2) return cell;
  int best = sizes.front();
  for (const int size : sizes) {
    if (size <= cell) best = size;
  }
  return best;
}

std::uint64_t next_serial() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

DesignMetrics design_of(const FoundFont& found) {
  DesignMetrics design = found.file != nullptr ? found.file->design : DesignMetrics{};
  if (found.known == nullptr) return design;
  const auto override_with = [&](int& measure, int value) {
    if (value != 0) measure = divide_rounded(std::int64_t{value} * design.units_per_em, 2048);
  };
  override_with(design.ascent, found.known->ascent);
  override_with(design.descent, found.known->descent);
  override_with(design.average_width, found.known->average_width);
  if (found.known->ascent != 0) design.line_gap = 0;
  return design;
}

}  // namespace

std::shared_ptr<ScaledFont> ScaledFont::create(const FontRequest& request) {
  return std::shared_ptr<ScaledFont>(new ScaledFont(request));
}

ScaledFont::ScaledFont(const FontRequest& request) : request_(request), serial_(next_serial()) {
  std::lock_guard lock(font_mutex());
  found_ = find_font({request.family, request.weight > kHeaviestRegular, request.italic,
                      request.pitch_and_family, request.char_set});
  design_ = design_of(found_);
  choose_size();
  fill_metrics();
  open_face(0, found_.file);
  for (auto& advance : latin_advances_) advance.store(kUnseen, std::memory_order_relaxed);
}

ScaledFont::~ScaledFont() {
  std::lock_guard lock(font_mutex());
  for (auto& page : pages_) delete page.load(std::memory_order_relaxed);
  for (auto& face : faces_) {
    if (!face) continue;
    for (auto& slot : face->images) {
      ImagePage* page = slot.load(std::memory_order_relaxed);
      if (page == nullptr) continue;
      for (auto& image : *page) delete image.load(std::memory_order_relaxed);
      delete page;
    }
    if (face->size != nullptr) FT_Done_Size(face->size);
  }
}

// Positive heights are of the cell (ascent and descent) and are met exactly; negative ones are of
// the em.
void ScaledFont::choose_size() {
  constexpr int kDefaultCell = 16;
  const int total = std::max(1, design_.ascent + design_.descent);
  const auto em_of_cell = [&](int cell) {
    return divide_rounded(std::int64_t{cell} * design_.units_per_em, total);
  };
  const int largest_cell =
      std::max(1, divide_rounded(std::int64_t{kMaxEm} * total, design_.units_per_em));
  int em = request_.height < -kMaxEm ? kMaxEm : -request_.height;
  int cell = std::min(request_.height == 0 ? kDefaultCell : request_.height, largest_cell);
  const bool sized = found_.known != nullptr && !found_.known->sizes.empty();
  if (sized) {
    if (em > 0) cell = divide_rounded(std::int64_t{em} * total, design_.units_per_em);
    cell = nearest_size(found_.known->sizes, cell);
    em = 0;
  }
  if (em > 0) {
    metrics_.ascent = divide_rounded(std::int64_t{em} * design_.ascent, design_.units_per_em);
    metrics_.descent = divide_rounded(std::int64_t{em} * design_.descent, design_.units_per_em);
  } else {
    em = std::max(1, em_of_cell(cell));
    metrics_.ascent = divide_rounded(std::int64_t{cell} * design_.ascent, total);
    metrics_.descent = cell - metrics_.ascent;
  }
  metrics_.em = em;
  y_scale_ = em * 64;
  x_scale_ = y_scale_;
  if (request_.width != 0) {
    const std::int64_t width =
        std::min(std::abs(std::int64_t{request_.width}), std::int64_t{kMaxEm});
    x_scale_ = divide_rounded(width * 64 * design_.units_per_em, design_.average_width);
  } else if (found_.known != nullptr) {
    x_scale_ = x_scale_ * found_.known->width_percent / 100;
  }
  x_scale_ = std::clamp(x_scale_, 64, kMaxEm * 64 * 2);
}

int ScaledFont::scale(int units) const {
  return divide_rounded(std::int64_t{units} * metrics_.em, design_.units_per_em);
}

void ScaledFont::fill_metrics() {
  const auto across = [&](int units) {
    return divide_rounded(std::int64_t{units} * x_scale_, std::int64_t{64} * design_.units_per_em);
  };
  FontMetrics& m = metrics_;
  m.internal_leading = std::max(0, m.height() - m.em);
  m.external_leading = scale(design_.line_gap);
  m.fixed_pitch = found_.file != nullptr && found_.file->fixed_pitch;
  m.average_width = request_.width != 0 ? std::min(std::abs(request_.width), 32767)
                                        : std::max(1, across(design_.average_width));
  m.max_width = std::max(m.average_width, across(design_.max_width));
  if (m.fixed_pitch) m.max_width = m.average_width;
  m.underline_thickness = std::max(1, scale(design_.underline_thickness));
  // The post table gives the line's middle.
  m.underline_position =
      std::max(1, scale(-design_.underline_position) - (m.underline_thickness - 1) / 2);
  m.strikeout_thickness = std::max(1, scale(design_.strikeout_thickness));
  m.strikeout_position = scale(design_.strikeout_position);
  const bool bold = found_.embolden || (found_.file != nullptr && found_.file->bold);
  m.weight = bold ? FW_BOLD : FW_NORMAL;
  m.italic = found_.slant || (found_.file != nullptr && found_.file->italic);
  m.family = static_cast<std::uint8_t>(
      (found_.known != nullptr ? found_.known->pitch_and_family
                               : default_family(request_.pitch_and_family).pitch_and_family) &
      0xF0);
}

bool ScaledFont::open_face(int slot, FontFile* file) const {
  if (file == nullptr) return false;
  auto face = std::make_unique<Face>();
  face->file = file;
  if (FT_New_Size(file->face, &face->size) != 0) return false;
  FT_Activate_Size(face->size);
  if (FT_Set_Char_Size(file->face, x_scale_, y_scale_, 72, 72) != 0) {
    FT_Done_Size(face->size);
    return false;
  }
  faces_[static_cast<std::size_t>(slot)] = std::move(face);
  face_count_.store(slot + 1, std::memory_order_release);
  return true;
}

int ScaledFont::face_for(FontFile* file) const {
  std::lock_guard lock(font_mutex());
  const int count = face_count();
  for (int slot = 0; slot < count; ++slot) {
    if (faces_[static_cast<std::size_t>(slot)]->file == file) return slot;
  }
  return count < kMaxFaces && open_face(count, file) ? count : -1;
}

const FontFile* ScaledFont::face_file(int face) const {
  return face < face_count() ? faces_[static_cast<std::size_t>(face)]->file : nullptr;
}

std::uint64_t ScaledFont::pack(const CharEntry& entry) {
  return kKnown | (entry.present ? kPresent : 0) | std::uint64_t{entry.glyph.face} << 32 |
         std::uint64_t{entry.glyph.index} << 16 | static_cast<std::uint16_t>(entry.advance);
}

CharEntry ScaledFont::look_up(char16_t c) const {
  std::lock_guard lock(font_mutex());
  auto& slot = pages_[c >> 8];
  Page* page = slot.load(std::memory_order_relaxed);
  const bool fresh = page == nullptr;
  if (fresh) page = new Page{};
  const CharEntry entry = resolve(c);
  (*page)[c & 0xFF].store(pack(entry), std::memory_order_relaxed);
  if (fresh) slot.store(page, std::memory_order_release);
  if (c <= 0xFF) latin_advances_[c].store(entry.advance, std::memory_order_relaxed);
  return entry;
}

int ScaledFont::known_latin_width(std::u16string_view text) const {
  constexpr std::size_t kAtOnce = sizeof(std::uint64_t) / sizeof(char16_t);
  // So that spoilt sums cannot run over into good ones.
  constexpr std::size_t kLongest = 0x4000;
  if (text.size() > kLongest) return -1;
  std::int64_t sum = 0;
  const auto add = [&](std::uint64_t c) {
    sum += latin_advances_[c & 0xFF].load(std::memory_order_relaxed);
  };
  const char16_t* at = text.data();
  const char16_t* const end = at + text.size();
  for (; end - at >= static_cast<std::ptrdiff_t>(kAtOnce); at += kAtOnce) {
    std::uint64_t characters;
    std::memcpy(&characters, at, sizeof characters);
    if ((characters & 0xFF00FF00FF00FF00) != 0) return -1;
    add(characters);
    add(characters >> 16);
    add(characters >> 32);
    add(characters >> 48);
  }
  for (; at != end; ++at) {
    if (*at > 0xFF) return -1;
    add(*at);
  }
  return sum < kUnseen / 2 ? static_cast<int>(sum) : -1;
}

CharEntry ScaledFont::wide_entry(char32_t c) const {
  if (c < 0x10000) return entry(static_cast<char16_t>(c));
  std::lock_guard lock(font_mutex());
  return resolve(c);
}

CharEntry ScaledFont::resolve(char32_t c) const {
  if (face_count() == 0) {
    return {{kBlankGlyph, 0}, static_cast<std::int16_t>(std::max(1, metrics_.em / 2)), false};
  }
  if (is_invisible(c)) return {{kBlankGlyph, 0}, 0, true};
  const GlyphId own{own_glyph(c), 0};
  if (own.index != 0) return {own, static_cast<std::int16_t>(glyph_advance(own)), true};
  if (!is_control(c)) return fallback(c);
  return {own, static_cast<std::int16_t>(glyph_advance(own)), false};
}

CharEntry ScaledFont::fallback(char32_t c) const {
  const GlyphId box{0, 0};
  const CharEntry missing{box, static_cast<std::int16_t>(glyph_advance(box)), false};
  FontFile* file = nullptr;
  // Lone surrogates and the non-characters are in no font.
  if (c < 0xD800 || (c > 0xDFFF && (c & 0xFFFE) != 0xFFFE)) {
    file = find_fallback(c, metrics_.weight >= FW_BOLD, metrics_.italic, metrics_.fixed_pitch);
  }
  const int face = file != nullptr ? face_for(file) : -1;
  if (face < 0) return missing;
  const GlyphId glyph{static_cast<std::uint16_t>(FT_Get_Char_Index(file->face, c)),
                      static_cast<std::uint8_t>(face)};
  return {glyph, static_cast<std::int16_t>(glyph_advance(glyph)), true};
}

std::uint16_t ScaledFont::own_glyph(char32_t c) const {
  if (face_count() == 0) return 0;
  std::lock_guard lock(font_mutex());
  const FontFile& file = *found_.file;
  FT_UInt index = FT_Get_Char_Index(file.face, c);
  if (index == 0 && file.symbol && c < 0x100) index = FT_Get_Char_Index(file.face, 0xF000 + c);
  return static_cast<std::uint16_t>(index);
}

int ScaledFont::glyph_advance(GlyphId glyph) const {
  if (glyph.index == kBlankGlyph || glyph.face >= face_count()) return 0;
  std::lock_guard lock(font_mutex());
  const FontFile& file = *faces_[glyph.face]->file;
  FT_Fixed units = 0;
  if (FT_Get_Advance(file.face, glyph.index, FT_LOAD_NO_SCALE, &units) != 0) return 0;
  const int advance =
      divide_rounded(std::int64_t{units} * x_scale_, std::int64_t{64} * file.design.units_per_em);
  return clamp_to_short(advance + (found_.embolden && units != 0 ? 1 : 0));
}

FT_GlyphSlot ScaledFont::load_outline(GlyphId glyph) const {
  if (glyph.index == kBlankGlyph || glyph.face >= face_count()) return nullptr;
  Face& face = *faces_[glyph.face];
  FT_Int32 flags = FT_LOAD_NO_BITMAP | FT_LOAD_NO_AUTOHINT;
  if (!request_.is_upright()) {
    flags |= FT_LOAD_NO_HINTING;
  } else if (request_.monochrome) {
    flags |= FT_LOAD_TARGET_MONO;
  }
  FT_Activate_Size(face.size);
  if (FT_Load_Glyph(face.file->face, glyph.index, flags) != 0) return nullptr;
  FT_GlyphSlot slot = face.file->face->glyph;
  if (slot->format != FT_GLYPH_FORMAT_OUTLINE) return nullptr;
  if (found_.embolden) FT_Outline_EmboldenXY(&slot->outline, std::max(64, x_scale_ / 24), 0);
  if (found_.slant) {
    const FT_Matrix slant{0x10000, kSlant, 0, 0x10000};
    FT_Outline_Transform(&slot->outline, &slant);
  }
  if (!request_.is_upright()) {
    // Ours counts y downwards, FreeType upwards.
    const auto fixed = [](float value) {
      return static_cast<FT_Fixed>(std::lround(value * 65536));
    };
    const auto& m = request_.matrix;
    const FT_Matrix turn{fixed(m[0]), fixed(-m[2]), fixed(-m[1]), fixed(m[3])};
    FT_Outline_Transform(&slot->outline, &turn);
  }
  return slot;
}

GlyphImage ScaledFont::measure(GlyphId glyph) const {
  std::lock_guard lock(font_mutex());
  FT_GlyphSlot slot = load_outline(glyph);
  if (slot == nullptr || slot->outline.n_points == 0) return {};
  FT_BBox box;
  FT_Outline_Get_CBox(&slot->outline, &box);
  GlyphImage image;
  image.left = static_cast<int>(box.xMin >> 6);
  image.top = static_cast<int>(-((box.yMax + 63) >> 6));
  image.width = static_cast<int>((box.xMax + 63) >> 6) - image.left;
  image.height = static_cast<int>(-(box.yMin >> 6)) - image.top;
  return image;
}

GlyphImage ScaledFont::draw(GlyphId glyph) const {
  FT_GlyphSlot slot = load_outline(glyph);
  if (slot == nullptr || slot->outline.n_points == 0) return {};
  const auto mode = request_.monochrome ? FT_RENDER_MODE_MONO : FT_RENDER_MODE_NORMAL;
  if (FT_Render_Glyph(slot, mode) != 0) return {};
  const FT_Bitmap& bitmap = slot->bitmap;
  GlyphImage image{slot->bitmap_left, -slot->bitmap_top, static_cast<int>(bitmap.width),
                   static_cast<int>(bitmap.rows), nullptr};
  image.coverage = std::make_unique<std::uint8_t[]>(std::size_t{bitmap.width} * bitmap.rows);
  for (unsigned y = 0; y < bitmap.rows; ++y) {
    const unsigned char* from = bitmap.buffer + static_cast<int>(y) * bitmap.pitch;
    std::uint8_t* to = image.coverage.get() + std::size_t{y} * bitmap.width;
    if (mode == FT_RENDER_MODE_NORMAL) {
      std::memcpy(to, from, bitmap.width);
      continue;
    }
    for (unsigned x = 0; x < bitmap.width; ++x) {
      to[x] = (from[x >> 3] >> (7 - (x & 7)) & 1) != 0 ? 255 : 0;
    }
  }
  return image;
}

const GlyphImage* ScaledFont::image(GlyphId glyph) const {
  static const GlyphImage kEmpty;
  if (glyph.index == kBlankGlyph || glyph.face >= face_count()) return &kEmpty;
  auto& slot = faces_[glyph.face]->images[glyph.index >> 8];
  ImagePage* page = slot.load(std::memory_order_acquire);
  if (page != nullptr) {
    const GlyphImage* seen = (*page)[glyph.index & 0xFF].load(std::memory_order_acquire);
    if (seen != nullptr) return seen;
  }
  std::lock_guard lock(font_mutex());
  page = slot.load(std::memory_order_relaxed);
  if (page == nullptr) {
    page = new ImagePage{};
    slot.store(page, std::memory_order_release);
  }
  auto& place = (*page)[glyph.index & 0xFF];
  if (const GlyphImage* seen = place.load(std::memory_order_relaxed)) return seen;
  auto made = std::make_unique<GlyphImage>(draw(glyph));
  const std::size_t bytes = sizeof(GlyphImage) + static_cast<std::size_t>(made->width) *
                                                     static_cast<std::size_t>(made->height);
  if (image_bytes_ + bytes <= kMaxImageBytes) {
    image_bytes_ += bytes;
    place.store(made.get(), std::memory_order_release);
    return made.release();
  }
  thread_local std::unique_ptr<GlyphImage> passing;
  passing = std::move(made);
  return passing.get();
}

}  // namespace transom::gdi
