// How an edit control looks.
#include <algorithm>

#include "base/text.h"
#include "user32/control/edit/edit.h"
#include "user32/draw/sys_colors.h"

namespace transom::user {
namespace {

using base::as_wchar;

struct TextColors {
  COLORREF text;
  COLORREF back;
  int mode;
};

// The characters of a line from `begin` to `end`, of which `ends` says where each ends.
struct Stretch {
  std::size_t begin;
  std::size_t end;
};

// Draws lines of text, of which a part may be selected.
class LinePainter {
 public:
  LinePainter(Edit& edit, HDC dc) : edit_(edit), dc_(dc), ruler_(edit.ruler()) {
    plain_ = {GetTextColor(dc), GetBkColor(dc), TRANSPARENT};
    if (!edit.enabled()) plain_.text = GetSysColor(COLOR_GRAYTEXT);
    selected_ = {GetSysColor(COLOR_HIGHLIGHTTEXT), GetSysColor(COLOR_HIGHLIGHT), OPAQUE};
  }

  void draw(std::size_t number, const RECT& clip) {
    line_ = edit_.lines[number];
    left_ = edit_.line_left(line_);
    top_ = edit_.line_top(number);
    text_ = edit_.text.copy(line_.begin, line_.end);
    ends_ = ruler_.ends(text_);
    const Stretch seen{index_at(clip.left), std::min(index_at(clip.right) + 1, text_.size())};
    const Stretch chosen = selected_part();
    draw_part({seen.begin, std::min(seen.end, chosen.begin)}, plain_);
    draw_part({std::max(seen.begin, chosen.begin), std::min(seen.end, chosen.end)}, selected_);
    draw_part({std::max(seen.begin, chosen.end), seen.end}, plain_);
  }

 private:
  int x_of(std::size_t index) const { return left_ + (index == 0 ? 0 : ends_[index - 1]); }
  // The character at `x`; not the second half of one.
  std::size_t index_at(int x) const {
    const auto at = std::ranges::upper_bound(ends_, x - left_) - ends_.begin();
    auto index = static_cast<std::size_t>(at);
    if (index > 0 && index < text_.size() && IS_LOW_SURROGATE(text_[index])) --index;
    return index;
  }

  Stretch selected_part() const {
    if (edit_.selection.empty() || !edit_.shows_selection()) return {text_.size(), text_.size()};
    const auto within = [&](std::size_t index) {
      return std::clamp(index, line_.begin, line_.end) - line_.begin;
    };
    return {within(edit_.selection.begin()), within(edit_.selection.end())};
  }

  // Tabs are gaps; what lies between them is text.
  void draw_part(Stretch part, const TextColors& colors) {
    while (part.begin < part.end) {
      const bool tab = text_[part.begin] == u'\t' && edit_.password == 0;
      const std::size_t next = tab ? part.begin + 1 : std::min(next_tab(part.begin), part.end);
      draw_run({part.begin, next}, colors, tab);
      part.begin = next;
    }
  }
  std::size_t next_tab(std::size_t from) const {
    return edit_.password != 0 ? text_.size() : std::min(text_.find(u'\t', from), text_.size());
  }

  void draw_run(Stretch run, const TextColors& colors, bool gap) {
    SetTextColor(dc_, colors.text);
    SetBkColor(dc_, colors.back);
    SetBkMode(dc_, TRANSPARENT);
    const RECT box{x_of(run.begin), top_, x_of(run.end), top_ + edit_.line_height};
    const UINT options = colors.mode == OPAQUE ? ETO_OPAQUE : 0;
    const std::size_t size = run.end - run.begin;
    const std::u16string shown =
        edit_.password != 0 ? std::u16string(size, edit_.password) : text_.substr(run.begin, size);
    ExtTextOutW(dc_, box.left, box.top, options, &box, as_wchar(shown),
                gap ? 0 : static_cast<UINT>(shown.size()), nullptr);
  }

  Edit& edit_;
  HDC dc_;
  TextRuler ruler_;
  TextColors plain_;
  TextColors selected_;
  EditLine line_;
  int left_ = 0;
  int top_ = 0;
  std::u16string text_;
  std::vector<int> ends_;
};

// What a control without text says that it is for.
// https://learn.microsoft.com/windows/win32/controls/em-setcuebanner
void draw_cue(const Edit& edit, HDC dc) {
  if (edit.multiline || edit.length() != 0 || edit.cue.empty()) return;
  if (edit.focused() && !edit.cue_with_focus) return;
  SetTextColor(dc, GetSysColor(COLOR_GRAYTEXT));
  SetBkMode(dc, TRANSPARENT);
  ExtTextOutW(dc, edit.format.left, edit.format.top, 0, nullptr, as_wchar(edit.cue),
              static_cast<UINT>(edit.cue.size()), nullptr);
}

void draw_lines(Edit& edit, HDC dc, const RECT& clip) {
  const int from = std::max<int>(clip.top - edit.format.top, 0) / edit.line_height;
  std::size_t line = edit.first_line + static_cast<std::size_t>(from);
  LinePainter painter(edit, dc);
  for (; line < edit.lines.count() && edit.line_top(line) < clip.bottom; ++line) {
    painter.draw(line, clip);
  }
}

// The text does not go over the margins.
void draw_text_area(Edit& edit, HDC dc) {
  RECT clip;
  const int saved = SaveDC(dc);
  const ControlFont font(dc, edit.font);
  IntersectClipRect(dc, edit.format.left, edit.format.top, edit.format.right, edit.format.bottom);
  if (GetClipBox(dc, &clip) > NULLREGION) {
    draw_cue(edit, dc);
    draw_lines(edit, dc, clip);
  }
  RestoreDC(dc, saved);
}

void draw(Edit& edit, HDC dc) {
  // "If an edit control is read-only or disabled, it sends WM_CTLCOLORSTATIC."
  const bool still = edit.read_only() || !edit.enabled();
  const HBRUSH brush = edit.ask_colors(still ? WM_CTLCOLORSTATIC : WM_CTLCOLOREDIT, dc);
  if (!edit.alive()) return;
  RECT area = edit.client();
  FillRect(dc, &area, brush);
  draw_text_area(edit, dc);
  if (edit.draws_border) FrameRect(dc, &area, GetSysColorBrush(COLOR_WINDOWFRAME));
}

// https://learn.microsoft.com/windows/win32/controls/wm-ctlcoloredit
LRESULT on_paint(Edit& edit, const ControlCall& call) {
  const ControlPaint paint(edit, call);
  if (paint) draw(edit, paint.dc());
  return 0;
}

// WM_PAINT draws the background, too.
LRESULT on_erase_background(Edit&, const ControlCall&) {
  return 1;
}

constexpr ControlEntry<Edit> kEntries[] = {
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase_background},
};

}  // namespace

std::span<const ControlEntry<Edit>> edit_paint_entries() {
  return kEntries;
}

}  // namespace transom::user
