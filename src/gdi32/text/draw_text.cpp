#include "gdi32/text/draw_text.h"

#include "gdi32/recorder.h"

#include "gdi32/text/text_breaking.h"
#include "gdi32/text/text_out.h"

namespace transom::gdi {
namespace {

class Formatter {
 public:
  Formatter(DeviceContext& dc, std::u16string_view text, RECT& rect, const DrawTextOptions& options)
      : dc_(dc),
        rect_(rect),
        flags_(options.flags),
        units_(dc),
        average_(units_.logical_x(realize(dc).metrics().average_width)),
        left_(options.left_margin * average_),
        right_(options.right_margin * average_),
        measure_(dc, has(DT_EXPANDTABS), options.tab_characters * average_) {
    if (has(DT_NOPREFIX)) {
      prefixed_.text = text;
    } else {
      prefixed_ = strip_prefixes(text);
    }
  }

  DrawTextResult run();

 private:
  bool has(UINT flag) const { return (flags_ & flag) != 0; }
  bool single() const { return has(DT_SINGLELINE); }
  // Under a growing y axis text goes down, under the metric modes up.
  int down() const { return dc_.state.mapping.m22 < 0 ? -1 : 1; }
  int line_height() const;
  Breaking breaking() const;
  int room() const { return std::max(0, rect_.right - rect_.left - left_ - right_); }
  int top_of(int height) const;
  bool beyond_bottom(int y, int height) const;
  BrokenLine break_line(std::size_t begin) const;
  std::u16string shorten(const BrokenLine& line, bool& shortened) const;
  void draw_line_at(std::u16string_view line, std::size_t begin, int y);
  void draw_segments(std::u16string_view line, int x, int y);
  void underline(std::u16string_view line, std::size_t at, int x, int y);
  void record_underline(std::u16string_view line, std::size_t at, POINT start);
  int aligned_left(int width) const;
  void fit_rect(int widest, int height, int lines);

  DeviceContext& dc_;
  RECT& rect_;
  const UINT flags_;
  TextUnits units_;
  int average_;
  int left_;
  int right_;
  TextMeasure measure_;
  PrefixedText prefixed_;
};

int Formatter::line_height() const {
  const FontMetrics& m = realize(dc_).metrics();
  return units_.logical_y(m.height() + (has(DT_EXTERNALLEADING) ? m.external_leading : 0));
}

Breaking Formatter::breaking() const {
  if (!has(DT_WORDBREAK)) return Breaking::Newlines;
  return has(DT_EDITCONTROL) ? Breaking::WordsAndCharacters : Breaking::Words;
}

// DT_VCENTER and DT_BOTTOM mean single lines only.
int Formatter::top_of(int height) const {
  if (!single()) return rect_.top;
  const int free = rect_.bottom - rect_.top - down() * height;
  if (has(DT_BOTTOM)) return rect_.top + free;
  return has(DT_VCENTER) ? rect_.top + free / 2 : rect_.top;
}

bool Formatter::beyond_bottom(int y, int height) const {
  if (has(DT_NOCLIP) || has(DT_CALCRECT) || single()) return false;
  // An edit control shows no partly visible last line.
  if (has(DT_EDITCONTROL)) y += down() * (height - 1);
  return down() > 0 ? y >= rect_.bottom : y <= rect_.bottom;
}

BrokenLine Formatter::break_line(std::size_t begin) const {
  if (single()) return {0, prefixed_.text.size(), prefixed_.text.size()};
  return next_line(prefixed_.text, begin, room(), breaking(), measure_);
}

std::u16string Formatter::shorten(const BrokenLine& line, bool& shortened) const {
  const std::u16string_view text =
      std::u16string_view(prefixed_.text).substr(line.begin, line.end - line.begin);
  const bool last = line.next >= prefixed_.text.size();
  const bool ends = has(DT_WORD_ELLIPSIS) || (has(DT_END_ELLIPSIS) && last);
  if ((!ends && !has(DT_PATH_ELLIPSIS)) || measure_.width(text) <= room()) {
    return std::u16string(text);
  }
  shortened = true;
  std::u16string result(text);
  if (has(DT_PATH_ELLIPSIS)) result = with_path_ellipsis(text, room(), measure_);
  if (ends && measure_.width(result) > room()) {
    result = with_end_ellipsis(result, room(), measure_);
  }
  return result;
}

int Formatter::aligned_left(int width) const {
  const int free = rect_.right - rect_.left - left_ - right_ - width;
  if (has(DT_CENTER)) return rect_.left + left_ + free / 2;
  return rect_.left + left_ + (has(DT_RIGHT) ? free : 0);
}

void Formatter::draw_segments(std::u16string_view line, int x, int y) {
  TextCommand command;
  command.options =
      (has(DT_NOCLIP) ? 0u : UINT{ETO_CLIPPED}) | (has(DT_RTLREADING) ? UINT{ETO_RTLREADING} : 0u);
  command.rect = &rect_;
  int offset = 0;
  for (;;) {
    const std::size_t tab = measure_.expands_tabs() ? line.find(u'\t') : std::u16string_view::npos;
    command.position = {x + offset, y};
    command.text = line.substr(0, tab);
    gdi::draw_line(dc_, command);
    if (tab == std::u16string_view::npos) return;
    offset =
        measure_.next_tab(offset + units_.logical_x(line_width(dc_, realize(dc_), command.text)));
    line.remove_prefix(tab + 1);
  }
}

void Formatter::record_underline(std::u16string_view line, std::size_t at, POINT start) {
  const int top = start.y + down() * units_.logical_y(realize(dc_).metrics().ascent + 1);
  const RECT rect{start.x + measure_.width(line.substr(0, at)), top,
                  start.x + measure_.width(line.substr(0, at + 1)),
                  top + down() * std::max(1, units_.logical_y(1))};
  record(dc_, &Recorder::fill_rect, rect, *make<Brush>(BS_SOLID, dc_.state.text_color));
}

void Formatter::underline(std::u16string_view line, std::size_t at, int x, int y) {
  if (at >= line.size() || has(DT_HIDEPREFIX)) return;
  if (dc_.recorder != nullptr) record_underline(line, at, {x, y});
  if (dc_.surface() == nullptr) return;
  const FontMetrics& m = realize(dc_).metrics();
  const POINT start = dc_.to_surface(POINT{x + measure_.width(line.substr(0, at)), y});
  const POINT end = dc_.to_surface(POINT{x + measure_.width(line.substr(0, at + 1)), y});
  const int top = start.y + m.ascent + 1;
  Region clip = dc_.clip_region();
  if (!has(DT_NOCLIP)) clip &= dc_.to_surface(rect_);
  paint_rectangle(*dc_.surface(), clip, {start.x, top, end.x, top + 1},
                  dc_.pixel_of(dc_.state.text_color));
}

void Formatter::draw_line_at(std::u16string_view line, std::size_t begin, int y) {
  const int x = aligned_left(has(DT_CENTER) || has(DT_RIGHT) ? measure_.width(line) : 0);
  if (!has(DT_PREFIXONLY)) draw_segments(line, x, y);
  if (prefixed_.underlined != std::u16string::npos && prefixed_.underlined >= begin) {
    underline(line, prefixed_.underlined - begin, x, y);
  }
}

void Formatter::fit_rect(int widest, int height, int lines) {
  rect_.right = rect_.left + left_ + widest + right_;
  // Several lines of nothing have no height, as the oracle has it (wine 8.0).
  if (lines == 0 && !single()) height = 0;
  rect_.bottom = single() ? top_of(height) + down() * height : rect_.top + down() * height;
}

DrawTextResult Formatter::run() {
  DrawTextResult result;
  const int height = line_height();
  int y = top_of(height);
  int widest = 0;
  int lines = 0;
  std::size_t at = 0;
  while (at < prefixed_.text.size() && !beyond_bottom(y, height)) {
    const BrokenLine line = break_line(at);
    const std::u16string shown = shorten(line, result.shortened);
    if (result.shortened && result.modified.empty()) result.modified = shown;
    if (has(DT_CALCRECT)) {
      widest = std::max(widest, measure_.width(shown));
    } else {
      draw_line_at(shown, line.begin, y);
    }
    y += down() * height;
    at = line.next;
    ++lines;
  }
  result.consumed = prefixed_.source.empty() ? at : prefixed_.source[at];
  // The height of one line, even for no text; measured from the rectangle's top.
  const int bottom = lines == 0 && prefixed_.text.empty() ? y + down() * height : y;
  result.height = down() * (bottom - rect_.top);
  if (has(DT_CALCRECT)) fit_rect(widest, std::max(lines, 1) * height, lines);
  return result;
}

}  // namespace

DrawTextResult draw_text(DeviceContext& dc, std::u16string_view text, RECT& rect,
                         const DrawTextOptions& options) {
  return Formatter(dc, text, rect, options).run();
}

}  // namespace transom::gdi
