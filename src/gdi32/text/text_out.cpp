#include "gdi32/text/text_out.h"

#include <cmath>

#include "gdi32/recorder.h"
#include "gdi32/text/glyph_path.h"

namespace transom::gdi {
namespace {

// The baseline's frame: `along` runs with the text, `down` away from its top. Unit vectors for all
// but sheared text.
class Frame {
 public:
  explicit Frame(const ScaledFont& font)
      : m_(font.request().matrix), upright_(font.request().is_upright()) {}

  bool upright() const { return upright_; }
  POINT place(POINT origin, int along, int down) const {
    if (upright_) return {origin.x + along, origin.y + down};
    const auto round = [](float value) { return static_cast<LONG>(std::lround(value)); };
    const auto x = static_cast<float>(along);
    const auto y = static_cast<float>(down);
    return {origin.x + round(m_[0] * x + m_[2] * y), origin.y + round(m_[1] * x + m_[3] * y)};
  }

 private:
  std::array<float, 4> m_;
  bool upright_;
};

RECT normalised(const RECT& r) {
  return {std::min(r.left, r.right), std::min(r.top, r.bottom), std::max(r.left, r.right),
          std::max(r.top, r.bottom)};
}

// Text on a mirrored device stays readable, but what was left is right.
UINT horizontal_alignment(const DeviceContext& dc) {
  const UINT align = dc.state.text_align & TA_CENTER;
  const bool mirrored = dc.state.mapping.m11 < 0 && dc.state.mapping.graphics_mode == GM_COMPATIBLE;
  if (!mirrored || align == TA_CENTER) return align;
  return align == TA_RIGHT ? TA_LEFT : TA_RIGHT;
}

int start_along(const DeviceContext& dc, int width) {
  switch (horizontal_alignment(dc)) {
    case TA_RIGHT:
      return -width;
    case TA_CENTER:
      return -width / 2;
    default:
      return 0;
  }
}

int baseline_down(const DeviceContext& dc, const FontMetrics& metrics) {
  switch (dc.state.text_align & TA_BASELINE) {
    case TA_BASELINE:
      return 0;
    case TA_BOTTOM:
      return -metrics.descent;
    default:
      return metrics.ascent;
  }
}

void fill_box(DeviceContext& dc, const Region& clip, const Frame& frame, POINT start, int left,
              int top, int right, int bottom, COLORREF color) {
  Surface* surface = dc.surface();
  if (surface == nullptr || left >= right || top >= bottom) return;
  const std::uint32_t pixel = dc.pixel_of(color);
  const POINT corners[4] = {frame.place(start, left, top), frame.place(start, right, top),
                            frame.place(start, right, bottom), frame.place(start, left, bottom)};
  if (frame.upright()) {
    paint_rectangle(*surface, clip, {corners[0].x, corners[0].y, corners[2].x, corners[2].y},
                    pixel);
  } else {
    paint_quadrilateral(*surface, clip, corners, pixel);
  }
}

// `start` is the beginning of the baseline, in surface pixels.
void paint_line(DeviceContext& dc, const ScaledFont& font, const Region& clip, POINT start,
                Line& line) {
  const Frame frame(font);
  const FontMetrics& m = font.metrics();
  const DcState& state = dc.state;
  if (state.background_mode == OPAQUE) {
    fill_box(dc, clip, frame, start, 0, -m.ascent, line.width, m.descent, state.background_color);
  }
  for (PlacedGlyph& glyph : line.glyphs) {
    const POINT at = frame.place(start, glyph.x, glyph.y);
    glyph.x = at.x;
    glyph.y = at.y;
  }
  if (dc.surface() != nullptr) {
    paint_glyphs(*dc.surface(), clip, font, line.glyphs, dc.pixel_of(state.text_color));
  }
  const LOGFONTW* description = state.font ? &state.font->description : nullptr;
  if (description == nullptr) return;
  if (description->lfUnderline != 0) {
    fill_box(dc, clip, frame, start, 0, m.underline_position, line.width,
             m.underline_position + m.underline_thickness, state.text_color);
  }
  if (description->lfStrikeOut != 0) {
    fill_box(dc, clip, frame, start, 0, -m.strikeout_position, line.width,
             -m.strikeout_position + m.strikeout_thickness, state.text_color);
  }
}

// TA_UPDATECP: where the next text would go on.
void move_position(DeviceContext& dc, const Frame& frame, int width) {
  int along = 0;
  if (horizontal_alignment(dc) == TA_LEFT) along = width;
  if (horizontal_alignment(dc) == TA_RIGHT) along = -width;
  if (along == 0) return;
  const POINT device = dc.state.mapping.to_device(dc.state.position);
  dc.state.position = dc.state.mapping.to_logical(frame.place(device, along, 0));
}

Reading reading_of(const DeviceContext& dc, UINT options) {
  const bool rtl = (options & ETO_RTLREADING) != 0 || (dc.state.text_align & TA_RTLREADING) != 0;
  return rtl ? Reading::RightToLeft : Reading::LeftToRight;
}

void draw_text(DeviceContext& dc, const TextCommand& command, const Region& clip) {
  thread_local Line line;
  const ScaledFont& font = realize(dc);
  const bool moves = (dc.state.text_align & TA_UPDATECP) != 0;
  lay_out(dc, font,
          {command.text, (command.options & ETO_GLYPH_INDEX) != 0, command.distances,
           (command.options & ETO_PDY) != 0, reading_of(dc, command.options)},
          line);
  const Frame frame(font);
  const POINT reference = dc.to_surface(moves ? dc.state.position : command.position);
  const POINT start =
      frame.place(reference, start_along(dc, line.width), baseline_down(dc, font.metrics()));
  if (dc.path_open()) {
    for (const PlacedGlyph& glyph : line.glyphs) {
      const POINT origin = dc.origin();
      const POINT at = frame.place(start, glyph.x, glyph.y);
      append_glyph(dc.path, font, glyph.id, {at.x - origin.x, at.y - origin.y});
    }
  } else {
    paint_line(dc, font, clip, start, line);
  }
  if (moves) move_position(dc, frame, line.width);
  // One monstrous line must not stay in memory for ever.
  constexpr std::size_t kKeptGlyphs = 16384;
  if (line.glyphs.capacity() > kKeptGlyphs) line.glyphs = {};
}

// Logical distances for each character, where the program gives none.
std::vector<INT> natural_distances(DeviceContext& dc, const ScaledFont& font,
                                   const TextCommand& command, const Line& line) {
  const TextUnits units(dc);
  std::vector<int> ends(command.text.size());
  if ((command.options & ETO_GLYPH_INDEX) != 0) {
    for (std::size_t i = 0; i < ends.size(); ++i) {
      ends[i] = i + 1 < line.glyphs.size() ? line.glyphs[i + 1].x : line.width;
    }
  } else {
    character_ends(dc, font, command.text, ends);
  }
  std::vector<INT> distances;
  int before = 0;
  for (const int end : ends) {
    const int logical = units.logical_x(end);
    distances.push_back(logical - std::exchange(before, logical));
  }
  return distances;
}

RECT bounds_of(std::span<const POINT> points) {
  RECT box{points[0].x, points[0].y, points[0].x, points[0].y};
  for (const POINT point : points) {
    box = {std::min(box.left, point.x), std::min(box.top, point.y), std::max(box.right, point.x),
           std::max(box.bottom, point.y)};
  }
  return box;
}

// The lines under and through the text.
std::vector<RecordedText::Quad> bars_of(const DeviceContext& dc, const FontMetrics& metrics,
                                        const Frame& frame, POINT start, int width) {
  std::vector<RecordedText::Quad> bars;
  const auto add = [&](int top, int bottom) {
    bars.push_back({frame.place(start, 0, top), frame.place(start, width, top),
                    frame.place(start, width, bottom), frame.place(start, 0, bottom)});
  };
  const LOGFONTW* description = dc.state.font ? &dc.state.font->description : nullptr;
  if (description != nullptr && description->lfUnderline != 0) {
    add(metrics.underline_position, metrics.underline_position + metrics.underline_thickness);
  }
  if (description != nullptr && description->lfStrikeOut != 0) {
    add(-metrics.strikeout_position, -metrics.strikeout_position + metrics.strikeout_thickness);
  }
  return bars;
}

void record_text(DeviceContext& dc, const TextCommand& command) {
  Line line;
  const ScaledFont& font = realize(dc);
  lay_out(dc, font,
          {command.text, (command.options & ETO_GLYPH_INDEX) != 0, command.distances,
           (command.options & ETO_PDY) != 0, reading_of(dc, command.options)},
          line);
  const Frame frame(font);
  const FontMetrics& metrics = font.metrics();
  const bool moves = (dc.state.text_align & TA_UPDATECP) != 0;
  const POINT reference = dc.to_surface(moves ? dc.state.position : command.position);
  const POINT start =
      frame.place(reference, start_along(dc, line.width), baseline_down(dc, metrics));
  const POINT corners[] = {
      frame.place(start, 0, -metrics.ascent), frame.place(start, line.width, -metrics.ascent),
      frame.place(start, line.width, metrics.descent), frame.place(start, 0, metrics.descent)};
  const std::vector<RecordedText::Quad> bars = bars_of(dc, metrics, frame, start, line.width);
  RecordedText recorded{command.position,
                        command.options,
                        command.rect,
                        command.text,
                        {},
                        command.distances != nullptr,
                        bounds_of(corners),
                        &font,
                        line.glyphs,
                        {corners[0], corners[1], corners[2], corners[3]},
                        bars};
  const std::size_t step = (command.options & ETO_PDY) != 0 ? 2 : 1;
  std::vector<INT> natural;
  if (command.distances != nullptr) {
    recorded.distances = {command.distances, command.text.size() * step};
  } else {
    recorded.options &= ~static_cast<UINT>(ETO_PDY);
    natural = natural_distances(dc, font, command, line);
    recorded.distances = natural;
  }
  for (PlacedGlyph& glyph : line.glyphs) {
    const POINT at = frame.place(start, glyph.x, glyph.y);
    glyph.x = at.x;
    glyph.y = at.y;
  }
  record(dc, &Recorder::text, recorded);
}

}  // namespace

void draw_line(DeviceContext& dc, const TextCommand& command) {
  if (dc.recorder != nullptr) record_text(dc, command);
  const bool opaque = (command.options & ETO_OPAQUE) != 0 && command.rect != nullptr;
  const bool clipped = (command.options & ETO_CLIPPED) != 0 && command.rect != nullptr;
  const Region& clip = dc.clip_region();
  RECT rect{};
  if (opaque || clipped) rect = normalised(dc.to_surface(*command.rect));
  if (opaque && dc.surface() != nullptr && !dc.path_open()) {
    paint_rectangle(*dc.surface(), clip, rect, dc.pixel_of(dc.state.background_color));
  }
  if (command.text.empty()) return;
  if (clipped && !clip.empty()) {
    Region narrowed = clip;
    narrowed &= rect;
    draw_text(dc, command, narrowed);
  } else {
    draw_text(dc, command, clip);
  }
}

}  // namespace transom::gdi
