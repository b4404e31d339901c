// Messages about an edit control's lines, places, and format.
#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "user32/control/edit/edit.h"
#include "user32/default/input_handlers.h"

namespace transom::user {
namespace {

constexpr LRESULT kNone = -1;

// https://learn.microsoft.com/windows/win32/controls/em-getlinecount
LRESULT on_get_line_count(Edit& edit, const ControlCall&) {
  return static_cast<LRESULT>(edit.lines.count());
}

// -1: the line that the caret is in.
// https://learn.microsoft.com/windows/win32/controls/em-lineindex
LRESULT on_line_index(Edit& edit, const ControlCall& call) {
  const auto wanted = static_cast<UINT>(call.wparam);
  if (!edit.multiline) return wanted == 0 || wanted == UINT_MAX ? 0 : kNone;
  const std::size_t line = wanted == UINT_MAX ? edit.line_of(edit.caret_place()) : wanted;
  if (line >= edit.lines.count()) return kNone;
  return static_cast<LRESULT>(edit.lines[line].begin);
}

// -1: where the selection begins.
// https://learn.microsoft.com/windows/win32/controls/em-linefromchar
LRESULT on_line_from_character(Edit& edit, const ControlCall& call) {
  const auto index = static_cast<UINT>(call.wparam);
  if (!edit.multiline) return 0;
  if (index != UINT_MAX) return static_cast<LRESULT>(edit.lines.line_of(index));
  if (edit.selection.empty()) return static_cast<LRESULT>(edit.line_of(edit.caret_place()));
  return static_cast<LRESULT>(edit.lines.line_of(edit.selection.begin()));
}

// Of the lines with selected characters, those that are not.
std::size_t unselected_length(const Edit& edit) {
  const EditLine& first = edit.lines[edit.lines.line_of(edit.selection.begin())];
  const EditLine& last = edit.lines[edit.lines.line_of(edit.selection.end())];
  const std::size_t before = std::min(edit.selection.begin(), first.end) - first.begin;
  return before + last.end - std::min(edit.selection.end(), last.end);
}

// https://learn.microsoft.com/windows/win32/controls/em-linelength
LRESULT on_line_length(Edit& edit, const ControlCall& call) {
  const auto index = static_cast<UINT>(call.wparam);
  if (!edit.multiline) return static_cast<LRESULT>(edit.length());
  if (index == UINT_MAX) return static_cast<LRESULT>(unselected_length(edit));
  if (index > edit.length()) return 0;
  const EditLine& line = edit.lines[edit.lines.line_of(index)];
  return static_cast<LRESULT>(line.end - line.begin);
}

// No terminator; the first word of the buffer is its size.
// https://learn.microsoft.com/windows/win32/controls/em-getline
LRESULT on_get_line(Edit& edit, const ControlCall& call) {
  auto* buffer = reinterpret_cast<char16_t*>(call.lparam);
  const std::size_t number = edit.multiline ? static_cast<UINT>(call.wparam) : 0;
  if (buffer == nullptr || number >= edit.lines.count()) return 0;
  WORD size = 0;
  std::memcpy(&size, buffer, sizeof size);
  const EditLine& line = edit.lines[number];
  const std::u16string text =
      edit.text.copy(line.begin, std::min<std::size_t>(line.end, line.begin + size));
  std::ranges::copy(text, buffer);
  return static_cast<LRESULT>(text.size());
}

// https://learn.microsoft.com/windows/win32/controls/em-posfromchar
LRESULT on_position_from_character(Edit& edit, const ControlCall& call) {
  const auto index = static_cast<UINT>(call.wparam);
  if (index >= edit.length()) return kNone;
  const POINT point = edit.point_of(index);
  return MAKELONG(point.x, point.y);
}

// https://learn.microsoft.com/windows/win32/controls/em-charfrompos
LRESULT on_character_from_position(Edit& edit, const ControlCall& call) {
  const POINT point = point_of(call.lparam);
  const RECT area = edit.client();
  if (!PtInRect(&area, point)) return kNone;
  const CaretPlace place = edit.place_at(point);
  return MAKELONG(place.index, edit.multiline ? edit.line_of(place) : 0);
}

// https://learn.microsoft.com/windows/win32/controls/em-getrect
LRESULT on_get_rectangle(Edit& edit, const ControlCall& call) {
  if (auto* out = reinterpret_cast<RECT*>(call.lparam)) *out = edit.format;
  return 0;
}

void laid_out_anew(Edit& edit) {
  edit.reflow();
  if (!edit.alive()) return;
  edit.update_scroll_bars();
  if (!edit.multiline) edit.scroll_caret_into_view();
  edit.place_caret();
}

// https://learn.microsoft.com/windows/win32/controls/em-setrectnp
LRESULT on_set_rectangle_quietly(Edit& edit, const ControlCall& call) {
  if (!edit.multiline) return 0;
  edit.set_format(reinterpret_cast<const RECT*>(call.lparam));
  laid_out_anew(edit);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/em-setrect
LRESULT on_set_rectangle(Edit& edit, const ControlCall& call) {
  if (!edit.multiline) return 0;
  on_set_rectangle_quietly(edit, call);
  if (edit.alive()) edit.invalidate_all();
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/em-getmargins
LRESULT on_get_margins(Edit& edit, const ControlCall&) {
  return MAKELONG(edit.left_margin, edit.right_margin);
}

// https://learn.microsoft.com/windows/win32/controls/em-setmargins
LRESULT on_set_margins(Edit& edit, const ControlCall& call) {
  edit.set_margins(static_cast<UINT>(call.wparam), LOWORD(call.lparam), HIWORD(call.lparam));
  edit.set_format(nullptr);
  laid_out_anew(edit);
  if (edit.alive()) edit.invalidate_all();
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/em-settabstops
LRESULT on_set_tab_stops(Edit& edit, const ControlCall& call) {
  constexpr WPARAM kMost = 4096;
  const auto* stops = reinterpret_cast<const UINT*>(call.lparam);
  if (!edit.multiline || call.wparam > kMost || (call.wparam != 0 && stops == nullptr)) {
    return FALSE;
  }
  edit.set_tab_stops({stops, call.wparam});
  laid_out_anew(edit);
  return TRUE;
}

constexpr ControlEntry<Edit> kEntries[] = {
    {EM_GETLINECOUNT, on_get_line_count},
    {EM_LINEINDEX, on_line_index},
    {EM_LINEFROMCHAR, on_line_from_character},
    {EM_LINELENGTH, on_line_length},
    {EM_GETLINE, on_get_line},
    {EM_POSFROMCHAR, on_position_from_character},
    {EM_CHARFROMPOS, on_character_from_position},
    {EM_GETRECT, on_get_rectangle},
    {EM_SETRECT, on_set_rectangle},
    {EM_SETRECTNP, on_set_rectangle_quietly},
    {EM_GETMARGINS, on_get_margins},
    {EM_SETMARGINS, on_set_margins},
    {EM_SETTABSTOPS, on_set_tab_stops},
};

}  // namespace

std::span<const ControlEntry<Edit>> edit_query_entries() {
  return kEntries;
}

}  // namespace transom::user
