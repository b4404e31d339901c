// What is selected in an edit control, and the caret.
#include <algorithm>

#include "user32/control/edit/edit.h"

namespace transom::user {

// Where the caret is not to be seen beside the text.
constexpr POINT kNowhere{-32000, -32000};

void Edit::place_caret() {
  if (!alive() || !focused()) return;
  POINT at = point_of(caret_place());
  // Behind blanks that hang over the edge of a wrapped line.
  if (wraps()) at.x = std::min(at.x, format.right);
  const bool seen =
      at.x >= format.left && at.x <= format.right && at.y >= format.top && at.y < format.bottom;
  const RECT area = client();
  const RECT bar{at.x, at.y, at.x + 1, at.y + line_height};
  RECT within;
  if (!seen && IntersectRect(&within, &bar, &area)) at = kNowhere;
  SetCaretPos(at.x, at.y);
}

void Edit::invalidate(std::size_t begin, std::size_t end) {
  const std::size_t first = std::max(lines.line_of(begin), first_line);
  const std::size_t last = std::min(lines.line_of(end), first_line + visible_lines());
  if (first > last) return;
  invalidate_lines({first, last + 1, false});
}

// From the first line to the last, or to the end where all below has moved.
void Edit::invalidate_lines(const ChangedLines& changed) {
  if (!alive()) return;
  RECT area = client();
  const int top = line_top(std::max(changed.first, first_line));
  const int bottom = changed.moved ? static_cast<int>(area.bottom) : line_top(changed.last);
  if (multiline) {
    area.top = std::max(static_cast<LONG>(top), area.top);
    area.bottom = std::min(static_cast<LONG>(bottom), area.bottom);
  }
  if (area.top < area.bottom) InvalidateRect(handle, &area, FALSE);
}

// The characters that are selected before or after, not both.
void Edit::show_selection_change(const Selection& before) {
  if (!shows_selection()) return;
  if (before.begin() == selection.begin() && before.end() == selection.end()) return;
  if (before.empty() && selection.empty()) return;
  if (before.end() <= selection.begin() || selection.end() <= before.begin()) {
    if (!before.empty()) invalidate(before.begin(), before.end());
    if (!selection.empty()) invalidate(selection.begin(), selection.end());
    return;
  }
  const auto [first, second] = std::minmax({before.begin(), selection.begin()});
  const auto [third, fourth] = std::minmax({before.end(), selection.end()});
  if (first != second) invalidate(first, second);
  if (third != fourth) invalidate(third, fourth);
}

void Edit::select(Selection wanted, bool at_line_end) {
  const Selection before = selection;
  wanted.anchor = whole_character(text, std::min(wanted.anchor, length()));
  wanted.caret = whole_character(text, std::min(wanted.caret, length()));
  selection = wanted;
  caret_at_line_end = at_line_end;
  show_selection_change(before);
  place_caret();
}

void Edit::move_caret(CaretPlace place, bool extend) {
  select({extend ? selection.anchor : place.index, place.index}, place.at_line_end);
  scroll_caret_into_view();
}

}  // namespace transom::user
