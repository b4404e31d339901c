// Where a tool bar's buttons are.
#include <algorithm>

#include "comctl32/image_list/image_list.h"
#include "comctl32/tool_bar/tool_bar.h"

namespace transom::comctl {
namespace {

constexpr int kTopMargin = 2;
constexpr int kSeparatorWidth = 8;

int own_width(const ToolBar& bar, const ToolButton& button, HDC dc) {
  if (button.width > 0) return button.width;
  if (button.separator()) return button.image > 0 ? button.image : kSeparatorWidth;
  const int arrow = bar.has_arrow(button) ? kArrowWidth : 0;
  if (!button.is(BTNS_AUTOSIZE)) return bar.button_size.cx + arrow;
  int width = bar.padding.cx;
  const std::u16string text = bar.shows_text(button) ? bar.text_of_button(button) : u"";
  const int text_part = text.empty() ? 0 : text_width(dc, text) + 6;
  const int picture = button.image == I_IMAGENONE ? 0 : bar.picture_size().cx;
  width += bar.list() ? picture + text_part : std::max(picture, text_part);
  return width + arrow;
}

// Text makes buttons larger than the program said.
SIZE needed_size(const ToolBar& bar, HDC dc) {
  const SIZE picture = bar.picture_size();
  SIZE needed{picture.cx + bar.padding.cx, picture.cy + bar.padding.cy + 1};
  bool text_seen = false;
  for (const ToolButton& button : bar.buttons) {
    if (button.separator() || !bar.shows_text(button)) continue;
    const std::u16string text = bar.text_of_button(button);
    if (text.empty()) continue;
    text_seen = true;
    if (button.is(BTNS_AUTOSIZE)) continue;
    const int width = text_width(dc, text) + bar.padding.cx;
    needed.cx = std::max<LONG>(needed.cx, bar.list() ? width + picture.cx + 4 : width);
  }
  if (bar.maximum_width > 0) needed.cx = std::min<LONG>(needed.cx, bar.maximum_width);
  needed.cx = std::max<LONG>(needed.cx, bar.minimum_width);
  if (!text_seen) return needed;
  const int text = text_height(dc);
  needed.cy = bar.list() ? std::max<LONG>(needed.cy, text + bar.padding.cy) : needed.cy + text;
  return needed;
}

}  // namespace

SIZE ToolBar::picture_size() const {
  const SIZE size = images != nullptr ? image_size(images) : SIZE{};
  return size.cx > 0 ? size : bitmap_size;
}

void ToolBar::place_buttons() {
  const MeasuringDc dc(*this);
  const SIZE needed = needed_size(*this, dc);
  button_size.cx = size_given ? std::max(button_size.cx, needed.cx) : needed.cx;
  button_size.cy = size_given ? std::max(button_size.cy, needed.cy) : needed.cy;
  const int right = client().right;
  int x = indent;
  int y = kTopMargin;
  rows = 1;
  for (ToolButton& button : buttons) {
    if (button.hidden()) {
      button.place = {};
      continue;
    }
    const int width = own_width(*this, button, dc);
    const bool full = has_style(TBSTYLE_WRAPABLE) && x > indent && x + width > right;
    if (full && !button.separator()) {
      x = indent;
      y += button_size.cy;
      ++rows;
    }
    button.place = {x, y, x + width, y + button_size.cy};
    x += width;
    if ((button.state & TBSTATE_WRAP) != 0) {
      x = indent;
      y += button_size.cy;
      ++rows;
    }
  }
}

void ToolBar::lay_out() {
  place_buttons();
  update_tips();
}

int ToolBar::bar_height() const {
  const int divider = has_style(CCS_NODIVIDER) ? 0 : 2;
  return rows * button_size.cy + 2 * kTopMargin + divider;
}

void ToolBar::changed() {
  lay_out();
  if (alive()) InvalidateRect(handle, nullptr, TRUE);
}

// https://learn.microsoft.com/windows/win32/controls/tb-autosize
void ToolBar::autosize() {
  align_bar(*this, bar_height());
  if (alive()) changed();
}

int ToolBar::hit(POINT point) const {
  for (std::size_t index = 0; index < buttons.size(); ++index) {
    if (buttons[index].hidden()) continue;
    if (PtInRect(&buttons[index].place, point)) return static_cast<int>(index);
  }
  return -1;
}

}  // namespace transom::comctl
