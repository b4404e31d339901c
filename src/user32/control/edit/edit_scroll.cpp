// What part of its text an edit control shows.
#include <algorithm>

#include "user32/control/edit/edit.h"
#include "user32/default/input_handlers.h"

namespace transom::user {
namespace {

// The highest line that a scroll bar scrolls to: the last ones fill the control.
std::size_t last_first_line(const Edit& edit) {
  const std::size_t visible = edit.visible_lines();
  return edit.lines.count() > visible ? edit.lines.count() - visible : 0;
}

// How far to the left of a caret that went over an edge the text begins then.
constexpr int kCharactersAhead = 10;

// What is typed at the end of a line finds room for the next characters.
// https://learn.microsoft.com/windows/win32/controls/edit-control-styles
int room_ahead(const Edit& edit, Caret moved) {
  if (moved != Caret::kByTyping) return 0;
  return std::min(kCharactersAhead * edit.average_width, edit.format_width() / 3);
}

// The new left edge for a caret at `x`: as it is where the caret is in sight, else so that there is
// a third of the width beyond the caret, but no more than there is text.
int scrolled(const Edit& edit, int left, int x, int line_width, Caret moved) {
  const int width = edit.format_width();
  if (x < left) return std::max(x - width / 3, 0);
  if (x <= left + width) return left;
  const int with_end = std::max(line_width - width + room_ahead(edit, moved), x - width);
  return std::max(std::min(x - width * 2 / 3, with_end), 0);
}

void scroll_line_into_view(Edit& edit, Caret moved) {
  TextRuler ruler = edit.ruler();
  const std::vector<int>& ends = ruler.ends(edit.text.view(0, edit.length()));
  const auto x_of = [&](std::size_t index) { return index == 0 ? 0 : ends[index - 1]; };
  const int line_width = x_of(edit.length());
  const int left = line_width <= edit.format_width() ? 0 : x_of(edit.first_character);
  const int wanted = scrolled(edit, left, x_of(edit.selection.caret), line_width, moved);
  std::size_t first = edit.first_character;
  if (wanted == 0) {
    first = 0;
  } else if (wanted != left) {
    // Characters are whole at the left edge.
    const auto at = std::ranges::lower_bound(ends, wanted) - ends.begin();
    first = std::min(static_cast<std::size_t>(at) + 1, edit.selection.caret);
  }
  edit.scroll_to_character(first);
}

void scroll_lines_into_view(Edit& edit, Caret moved) {
  const CaretPlace place = edit.caret_place();
  const std::size_t line = edit.line_of(place);
  const std::size_t visible = edit.visible_lines();
  std::size_t first = std::min(edit.first_line, line);
  if (line >= first + visible) first = line - visible + 1;
  int left = edit.x_scroll;
  if (edit.scrolls_horizontally) {
    const EditLine& found = edit.lines[line];
    const int x = edit.point_of(place).x - edit.line_left(found);
    left = scrolled(edit, left, x, found.width, moved);
  }
  edit.scroll_to(first, left);
}

SCROLLINFO info_of(int maximum, int page, int position) {
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_RANGE | SIF_PAGE | SIF_POS | SIF_DISABLENOSCROLL;
  info.nMax = maximum;
  info.nPage = static_cast<UINT>(std::max(page, 0));
  info.nPos = position;
  return info;
}

// A bar that is as it should be is not drawn again for every keystroke.
void set_scroll_bar(const Edit& edit, int bar, const SCROLLINFO& wanted) {
  SCROLLINFO now{};
  now.cbSize = sizeof now;
  now.fMask = SIF_RANGE | SIF_PAGE | SIF_POS;
  const bool same = GetScrollInfo(edit.handle, bar, &now) && now.nMin == wanted.nMin &&
                    now.nMax == wanted.nMax && now.nPage == wanted.nPage && now.nPos == wanted.nPos;
  if (!same) SetScrollInfo(edit.handle, bar, &wanted, TRUE);
}

// The place of the thumb: 32 bits of it where the bar knows them.
int thumb_position(const Edit& edit, int bar, WPARAM wparam) {
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_TRACKPOS;
  const WORD position = HIWORD(wparam);
  const bool known = GetScrollInfo(edit.handle, bar, &info) != 0;
  return known && LOWORD(info.nTrackPos) == position ? info.nTrackPos : position;
}

// Where a request of a bar leads; nothing for what is none.
struct Range {
  int now;
  int last;
  int line;
  int page;
};

std::optional<int> requested(const Edit& edit, int bar, WPARAM wparam, const Range& range) {
  const auto to = [&](std::int64_t position) {
    return static_cast<int>(std::clamp<std::int64_t>(position, 0, std::max(range.last, 0)));
  };
  switch (LOWORD(wparam)) {
    case SB_LINEUP:
      return to(std::int64_t{range.now} - range.line);
    case SB_LINEDOWN:
      return to(std::int64_t{range.now} + range.line);
    case SB_PAGEUP:
      return to(std::int64_t{range.now} - range.page);
    case SB_PAGEDOWN:
      return to(std::int64_t{range.now} + range.page);
    case SB_TOP:
      return 0;
    case SB_BOTTOM:
      return to(range.last);
    case SB_THUMBPOSITION:
    case SB_THUMBTRACK:
      return to(thumb_position(edit, bar, wparam));
    default:
      return std::nullopt;
  }
}

bool is_thumb(WPARAM wparam) {
  return LOWORD(wparam) == SB_THUMBPOSITION || LOWORD(wparam) == SB_THUMBTRACK;
}

Range vertical_range(const Edit& edit) {
  return {static_cast<int>(edit.first_line), static_cast<int>(last_first_line(edit)), 1,
          static_cast<int>(edit.visible_lines())};
}

// Sent by the scroll bar, or by programs.
// https://learn.microsoft.com/windows/win32/controls/wm-vscroll
LRESULT on_vertical_scroll(Edit& edit, const ControlCall& call) {
  if (!edit.multiline) return edit.default_action(call);
  if (const auto line = requested(edit, SB_VERT, call.wparam, vertical_range(edit))) {
    edit.scroll_to(static_cast<std::size_t>(*line), edit.x_scroll,
                   is_thumb(call.wparam) ? Tell::kNobody : Tell::kParent);
  }
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/wm-hscroll
LRESULT on_horizontal_scroll(Edit& edit, const ControlCall& call) {
  if (!edit.multiline) return edit.default_action(call);
  if (!edit.scrolls_horizontally) return 0;
  const Range range{edit.x_scroll, edit.widest_scroll(), edit.average_width,
                    edit.format_width() / 3};
  if (const auto x = requested(edit, SB_HORZ, call.wparam, range)) {
    edit.scroll_to(edit.first_line, *x, is_thumb(call.wparam) ? Tell::kNobody : Tell::kParent);
  }
  return 0;
}

// The answer: how many lines, and that it was a request.
// https://learn.microsoft.com/windows/win32/controls/em-scroll
LRESULT on_scroll(Edit& edit, const ControlCall& call) {
  if (!edit.multiline || call.wparam > SB_PAGEDOWN) return FALSE;
  const auto before = static_cast<int>(edit.first_line);
  on_vertical_scroll(edit, {WM_VSCROLL, call.wparam, 0});
  return MAKELONG(static_cast<int>(edit.first_line) - before, TRUE);
}

// To the last line at the top, and past the ends of lines.
// https://learn.microsoft.com/windows/win32/controls/em-linescroll
LRESULT on_line_scroll(Edit& edit, const ControlCall& call) {
  if (!edit.multiline) return FALSE;
  const auto last = static_cast<std::int64_t>(edit.lines.count()) - 1;
  const std::int64_t line =
      static_cast<std::int64_t>(edit.first_line) + static_cast<int>(call.lparam);
  const std::int64_t x =
      edit.x_scroll + std::int64_t{static_cast<int>(call.wparam)} * edit.average_width;
  constexpr std::int64_t kFarthest = 1 << 24;
  edit.scroll_to(
      static_cast<std::size_t>(std::clamp<std::int64_t>(line, 0, last)),
      edit.scrolls_horizontally ? static_cast<int>(std::clamp<std::int64_t>(x, 0, kFarthest)) : 0);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/em-scrollcaret
LRESULT on_scroll_caret(Edit& edit, const ControlCall&) {
  edit.scroll_caret_into_view();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/em-getthumb
LRESULT on_get_thumb(Edit& edit, const ControlCall&) {
  if (!edit.multiline) return 0;
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_TRACKPOS | SIF_POS;
  if (!edit.has_style(WS_VSCROLL) || !GetScrollInfo(edit.handle, SB_VERT, &info)) {
    return static_cast<LRESULT>(edit.first_line);
  }
  return info.nTrackPos;
}

// https://learn.microsoft.com/windows/win32/controls/em-getfirstvisibleline
LRESULT on_get_first_visible_line(Edit& edit, const ControlCall&) {
  return static_cast<LRESULT>(edit.multiline ? edit.first_line : edit.first_character);
}

// A part of a notch is kept for the next; what the control has no use for goes to its parent.
// https://learn.microsoft.com/windows/win32/inputdev/wm-mousewheel
LRESULT on_mouse_wheel(Edit& edit, const ControlCall& call) {
  constexpr WPARAM kKeys = MK_CONTROL | MK_SHIFT;
  const bool scrolls = edit.multiline && edit.lines.count() > edit.visible_lines();
  if (!scrolls || (call.wparam & kKeys) != 0) return edit.default_action(call);
  UINT lines_a_notch = 3;
  SystemParametersInfoW(SPI_GETWHEELSCROLLLINES, 0, &lines_a_notch, 0);
  const int lines = lines_a_notch == WHEEL_PAGESCROLL
                        ? static_cast<int>(edit.visible_lines())
                        : static_cast<int>(std::min<UINT>(lines_a_notch, 100));
  edit.wheel_rest += GET_WHEEL_DELTA_WPARAM(call.wparam) * lines;
  const int whole = edit.wheel_rest / WHEEL_DELTA;
  edit.wheel_rest -= whole * WHEEL_DELTA;
  const Range range = vertical_range(edit);
  edit.scroll_to(
      static_cast<std::size_t>(std::clamp(range.now - whole, 0, std::max(range.last, 0))),
      edit.x_scroll);
  return 0;
}

constexpr ControlEntry<Edit> kEntries[] = {
    {WM_VSCROLL, on_vertical_scroll}, {WM_HSCROLL, on_horizontal_scroll},
    {WM_MOUSEWHEEL, on_mouse_wheel},  {EM_SCROLL, on_scroll},
    {EM_LINESCROLL, on_line_scroll},  {EM_SCROLLCARET, on_scroll_caret},
    {EM_GETTHUMB, on_get_thumb},      {EM_GETFIRSTVISIBLELINE, on_get_first_visible_line},
};

}  // namespace

std::span<const ControlEntry<Edit>> edit_scroll_entries() {
  return kEntries;
}

int Edit::widest_scroll() const {
  return std::max(lines.widest() - format_width(), 0);
}

void Edit::scroll_caret_into_view(Caret moved) {
  if (!alive()) return;
  multiline ? scroll_lines_into_view(*this, moved) : scroll_line_into_view(*this, moved);
  place_caret();
}

void Edit::scroll_to_character(std::size_t index) {
  const int before = x_scroll;
  first_character = whole_character(text, std::min(index, length()));
  x_scroll = ruler().width(text.view(0, first_character));
  if (x_scroll != before) invalidate_all();
}

void Edit::scroll_to(std::size_t line, int x, Tell tell) {
  const bool vertically = line != first_line;
  const bool horizontally = x != x_scroll;
  first_line = line;
  x_scroll = x;
  if (!vertically && !horizontally) return;
  if (horizontally && tell == Tell::kParent) notify(EN_HSCROLL);
  if (vertically && tell == Tell::kParent && alive()) notify(EN_VSCROLL);
  if (!alive()) return;
  first_line = std::min(first_line, lines.count() - 1);
  invalidate_all();
  update_scroll_bars();
  place_caret();
}

// Ranges: lines, and pixels of the widest line.
void Edit::update_scroll_bars() {
  if (!alive() || !multiline) return;
  first_line = std::min(first_line, lines.count() - 1);
  if (vertical_bar) {
    set_scroll_bar(*this, SB_VERT,
                   info_of(static_cast<int>(lines.count()) - 1, static_cast<int>(visible_lines()),
                           static_cast<int>(first_line)));
  }
  if (horizontal_bar && alive()) {
    const int width = scrolls_horizontally ? std::max(lines.widest() - 1, 0) : 0;
    set_scroll_bar(*this, SB_HORZ, info_of(width, format_width(), x_scroll));
  }
}

}  // namespace transom::user
