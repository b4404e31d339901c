// Where the text of an edit control is: the formatting rectangle, lines, and places in pixels.
#include <algorithm>

#include "base/text.h"
#include "user32/control/edit/edit.h"
#include "user32/control/edit/extended.h"
#include "user32/system/system_metrics.h"

namespace transom::user {
namespace {

// Between the edge of the client area and the formatting rectangle.
int border_inset(const Edit& edit) {
  if (edit.draws_border) return system_metric(SM_CXBORDER) + 1;
  return (edit.window.ex_style & WS_EX_CLIENTEDGE) != 0 ? 1 : 0;
}

int margin(int wanted, int from_font) {
  return wanted == EC_USEFONTINFO ? from_font : wanted;
}

// Half a character, for fonts that can be scaled; none where the control is too narrow for it.
// https://learn.microsoft.com/windows/win32/controls/em-setmargins
int font_margin(const Edit& edit, const TEXTMETRICW& metrics) {
  const bool scalable = (metrics.tmPitchAndFamily & (TMPF_VECTOR | TMPF_TRUETYPE)) != 0;
  const int width = edit.client().right;
  return scalable && width >= 3 * edit.average_width ? edit.average_width / 2 : 0;
}

TEXTMETRICW metrics_of(const TextRuler& ruler) {
  TEXTMETRICW metrics{};
  GetTextMetricsW(ruler.dc(), &metrics);
  return metrics;
}

BreakRules rules_of(const Edit& edit) {
  return {edit.multiline, edit.wraps() ? std::max(edit.format_width(), 1) : 0,
          (edit.extended_style & kAllowLineEndCr) != 0,
          (edit.extended_style & kAllowLineEndLf) != 0, edit.word_break};
}

}  // namespace

// Dialog units are quarters of an average character; stops that the program does not give are 8
// characters apart. https://learn.microsoft.com/windows/win32/controls/em-settabstops
void Edit::set_tab_stops(std::span<const UINT> dialog_units) {
  const auto pixels = [this](UINT units) {
    return std::max(MulDiv(static_cast<int>(std::min<UINT>(units, 0xFFFFF)), average_width, 4), 1);
  };
  tab_units.assign(dialog_units.begin(), dialog_units.end());
  tabs.stops.clear();
  measured.clear();
  tabs.distance = pixels(tab_units.size() == 1 ? tab_units[0] : 32);
  if (tab_units.size() < 2) return;
  for (const UINT units : tab_units) tabs.stops.push_back(pixels(units));
  std::ranges::sort(tabs.stops);
}

void Edit::take_font(HFONT new_font) {
  font = new_font;
  const TEXTMETRICW metrics = metrics_of(ruler());
  line_height = std::max(static_cast<int>(metrics.tmHeight), 1);
  average_width = std::max(static_cast<int>(metrics.tmAveCharWidth), 1);
  set_tab_stops(std::vector<UINT>(tab_units));
}

void Edit::set_margins(UINT which, int left, int right) {
  const int from_font = font_margin(*this, metrics_of(ruler()));
  if ((which & EC_LEFTMARGIN) != 0) left_margin = margin(left, from_font);
  if ((which & EC_RIGHTMARGIN) != 0) right_margin = margin(right, from_font);
}

// Whole lines: of several lines as many as there is room for.
void Edit::set_format(const RECT* wanted) {
  const RECT area = client();
  RECT rect = wanted != nullptr ? *wanted : area;
  const int inset = border_inset(*this);
  const int room = rect.bottom - rect.top;
  const bool fits = multiline || room >= line_height + 2 * inset;
  InflateRect(&rect, -inset, fits ? -inset : 0);
  rect.left += left_margin;
  rect.right = std::max(rect.right - right_margin, rect.left);
  const int lines_of_text =
      multiline ? std::max<int>((rect.bottom - rect.top) / line_height, 1) : 1;
  rect.bottom = rect.top + lines_of_text * line_height;
  if (!multiline) rect.bottom = std::min(rect.bottom, std::max(area.bottom, rect.top));
  format = rect;
}

void Edit::reflow() {
  if (!alive()) return;
  TextRuler own_ruler = ruler();
  LineBreaker breaker(text, own_ruler, rules_of(*this));
  lines.rebuild(text, breaker);
}

ChangedLines Edit::reflow(const TextChange& change) {
  if (!alive()) return {};
  TextRuler own_ruler = ruler();
  LineBreaker breaker(text, own_ruler, rules_of(*this));
  return lines.update(text, breaker, change);
}

std::size_t Edit::visible_lines() const {
  return static_cast<std::size_t>(std::max<int>((format.bottom - format.top) / line_height, 1));
}

int Edit::line_left(const EditLine& line) const {
  const int spare = format_width() - line.width;
  if (spare >= 0 && has_style(ES_CENTER)) return format.left + spare / 2;
  if (spare >= 0 && has_style(ES_RIGHT)) return format.left + spare;
  return format.left - x_scroll;
}

int Edit::line_top(std::size_t line) const {
  const auto distance = static_cast<std::int64_t>(line) - static_cast<std::int64_t>(first_line);
  return static_cast<int>(format.top +
                          std::clamp<std::int64_t>(distance, -100'000, 100'000) * line_height);
}

std::size_t Edit::line_of(CaretPlace place) const {
  const std::size_t line = lines.line_of(place.index);
  const bool before = place.at_line_end && line > 0 && lines[line].begin == place.index;
  return before ? line - 1 : line;
}

POINT Edit::point_of(CaretPlace place) const {
  const std::size_t line = line_of(place);
  const EditLine& found = lines[line];
  const std::size_t end = std::clamp(place.index, found.begin, found.end);
  const int x = ruler().width(text.view(found.begin, end));
  return {line_left(found) + x, line_top(line)};
}

// The nearest place between two characters.
CaretPlace Edit::place_in_line(std::size_t line, int x) const {
  const EditLine& found = lines[line];
  TextRuler own_ruler = ruler();
  const std::vector<int>& ends = own_ruler.ends(text.view(found.begin, found.end));
  const int offset = x - line_left(found);
  const auto at = static_cast<std::size_t>(std::ranges::upper_bound(ends, offset) - ends.begin());
  std::size_t index = found.begin + at;
  if (index < found.end) {
    const int begin = at > 0 ? ends[at - 1] : 0;
    std::size_t after = index + 1;
    if (is_inside_pair(text, after)) ++after;
    if (2 * (offset - begin) >= ends[at] - begin) index = after;
  }
  index = whole_character(text, index);
  return {index, lines.is_wrapped(line) && index == found.end};
}

CaretPlace Edit::place_at(POINT point) const {
  const int row = point.y >= format.top ? (point.y - format.top) / line_height
                                        : (point.y - format.top - line_height + 1) / line_height;
  const std::int64_t line = multiline ? static_cast<std::int64_t>(first_line) + row : 0;
  return place_in_line(static_cast<std::size_t>(std::clamp<std::int64_t>(
                           line, 0, static_cast<std::int64_t>(lines.count()) - 1)),
                       point.x);
}

}  // namespace transom::user
