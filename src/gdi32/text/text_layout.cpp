#include "gdi32/text/text_layout.h"

namespace transom::gdi {
namespace {

// What SetTextCharacterExtra and SetTextJustification add behind each character.
class Spacing {
 public:
  explicit Spacing(const DeviceContext& dc) {
    const DcState& state = dc.state;
    if (state.character_extra == 0 && state.break_extra == 0) return;
    const TextUnits units(dc);
    extra_ = units.device_x(state.character_extra);
    break_extra_ = units.device_x(state.break_extra);
    break_count_ = std::max(1, state.break_count);
    none_ = false;
  }

  bool none() const { return none_; }
  int after(char16_t c) {
    if (c != u' ' || break_extra_ == 0) return extra_;
    // Whole pixels; what a division leaves over goes to the next break.
    const std::int64_t before = std::int64_t{break_extra_} * breaks_ / break_count_;
    ++breaks_;
    const std::int64_t now = std::int64_t{break_extra_} * breaks_ / break_count_;
    return extra_ + static_cast<int>(now - before);
  }

 private:
  bool none_ = true;
  int extra_ = 0;
  int break_extra_ = 0;
  int break_count_ = 1;
  int breaks_ = 0;
};

// The program's own distances, turned into pixels without letting roundings add up.
class Distances {
 public:
  Distances(const DeviceContext& dc, const LineInput& input)
      : units_(dc), values_(input.distances), step_(input.pairs ? 2 : 1) {}

  bool given() const { return values_ != nullptr; }
  POINT at(std::size_t character) {
    const INT* value = values_ + character * static_cast<std::size_t>(step_);
    const POINT before = position_;
    total_x_ += value[0];
    if (step_ == 2) total_y_ += value[1];
    position_ = {units_.device_x(static_cast<int>(total_x_)),
                 units_.device_y(static_cast<int>(total_y_))};
    return {position_.x - before.x, position_.y - before.y};
  }

 private:
  TextUnits units_;
  const INT* values_;
  int step_;
  std::int64_t total_x_ = 0;
  std::int64_t total_y_ = 0;
  POINT position_{0, 0};
};

void lay_out_simple(DeviceContext& dc, const ScaledFont& font, const LineInput& input, Line& line) {
  Spacing spacing(dc);
  Distances distances(dc, input);
  int x = 0;
  int y = 0;
  line.glyphs.resize(input.text.size());
  PlacedGlyph* to = line.glyphs.data();
  for (std::size_t i = 0; i < input.text.size(); ++i) {
    const char16_t c = input.text[i];
    GlyphId glyph{c, 0};
    int advance;
    if (input.glyph_indexes) {
      advance = distances.given() ? 0 : font.glyph_advance(glyph);
    } else {
      const CharEntry entry = font.entry(c);
      glyph = entry.glyph;
      advance = entry.advance;
    }
    *to++ = {glyph, x, y};
    if (distances.given()) {
      const POINT step = distances.at(i);
      x += step.x;
      // Upwards is positive in ETO_PDY.
      y -= step.y;
    } else {
      x += advance + (spacing.none() ? 0 : spacing.after(c));
    }
  }
  line.width = x;
}

// Steps by character for a shaped line: the program's, or the run's own with spacing.
std::vector<POINT> character_steps(DeviceContext& dc, const LineInput& input,
                                   const ShapedRun& run) {
  Spacing spacing(dc);
  Distances distances(dc, input);
  std::vector<POINT> steps(input.text.size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i] = distances.given()
                   ? distances.at(i)
                   : POINT{run.character_advances[i] + spacing.after(input.text[i]), 0};
  }
  return steps;
}

// A cluster is as wide as its characters' steps together, whatever its glyphs say.
void lay_out_shaped(DeviceContext& dc, const ScaledFont& font, const LineInput& input, Line& line) {
  const auto run = shape(font, input.text, input.reading);
  const std::vector<POINT> steps = character_steps(dc, input, *run);
  std::vector<bool> starts(steps.size() + 1, false);
  for (const RunGlyph& glyph : run->glyphs) {
    if (glyph.character < steps.size()) starts[glyph.character] = true;
  }
  line.glyphs.clear();
  int x = 0;
  int inside = 0;
  int y = 0;
  for (std::size_t i = 0; i < run->glyphs.size(); ++i) {
    const RunGlyph& glyph = run->glyphs[i];
    line.glyphs.push_back({glyph.id, x + inside + glyph.x_offset, y + glyph.y_offset});
    inside += glyph.advance;
    const bool last =
        i + 1 == run->glyphs.size() || run->glyphs[i + 1].character != glyph.character;
    if (!last || glyph.character >= steps.size()) continue;
    std::size_t character = glyph.character;
    do {
      x += steps[character].x;
      y -= steps[character].y;
      ++character;
    } while (character < steps.size() && !starts[character]);
    inside = 0;
  }
  line.width = x;
}

// -1 where the text needs shaping: looked for while adding up, so that simple text is read once.
int simple_width(const ScaledFont& font, std::u16string_view text) {
  int sum = font.known_latin_width(text);
  if (sum >= 0) return sum;
  sum = 0;
  for (const char16_t c : text) {
    if (!is_simple(c)) return -1;
    sum += font.entry(c).advance;
  }
  return sum;
}

}  // namespace

void lay_out(DeviceContext& dc, const ScaledFont& font, const LineInput& input, Line& line) {
  const bool simple =
      input.glyph_indexes || (input.reading == Reading::LeftToRight && !needs_shaping(input.text));
  if (simple) {
    lay_out_simple(dc, font, input, line);
  } else {
    lay_out_shaped(dc, font, input, line);
  }
}

int line_width(DeviceContext& dc, const ScaledFont& font, std::u16string_view text) {
  int width = simple_width(font, text);
  if (width < 0) width = shape(font, text, Reading::LeftToRight)->width;
  Spacing spacing(dc);
  if (spacing.none()) return width;
  for (const char16_t c : text) width += spacing.after(c);
  return width;
}

void character_ends(DeviceContext& dc, const ScaledFont& font, std::u16string_view text,
                    std::span<int> ends) {
  Spacing spacing(dc);
  int x = 0;
  if (!needs_shaping(text)) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      x += font.entry(text[i]).advance + spacing.after(text[i]);
      ends[i] = x;
    }
    return;
  }
  const auto run = shape(font, text, Reading::LeftToRight);
  for (std::size_t i = 0; i < text.size(); ++i) {
    x += run->character_advances[i] + spacing.after(text[i]);
    ends[i] = x;
  }
}

}  // namespace transom::gdi
