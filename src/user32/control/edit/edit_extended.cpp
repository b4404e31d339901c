// What comctl32's version 6 adds to edit controls: cue banners, the caret's index, ends of lines,
// lines as they are in the text.
// https://learn.microsoft.com/windows/win32/controls/bumper-edit-control-reference-messages
#include <algorithm>
#include <cstring>

#include "base/common_controls.h"
#include "base/text.h"
#include "kernel32/text_result.h"
#include "user32/control/edit/edit.h"
#include "user32/control/edit/extended.h"

namespace transom::user {
namespace {

// Not in the headers.
enum : UINT {
  kNoSetFocus = ECM_FIRST + 7,
  kTakeFocus = ECM_FIRST + 8,
  kSetExtendedStyle = ECM_FIRST + 10,
  kGetExtendedStyle = ECM_FIRST + 11,
  kSetEndOfLine = ECM_FIRST + 12,
  kGetEndOfLine = ECM_FIRST + 13,
  kSetCaretIndex = ECM_FIRST + 17,
  kGetCaretIndex = ECM_FIRST + 18,
  kFileLineFromChar = ECM_FIRST + 19,
  kFileLineIndex = ECM_FIRST + 20,
  kFileLineLength = ECM_FIRST + 21,
  kGetFileLine = ECM_FIRST + 22,
  kGetFileLineCount = ECM_FIRST + 23,
};

// A line of the text, whatever its width: one line on the screen or several.
struct FileLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t number = 0;
};

// The first one for which `found` is true; nothing where there is none.
template <class Found>
std::optional<FileLine> find_file_line(const Edit& edit, Found&& found) {
  FileLine line;
  for (std::size_t shown = 0; shown < edit.lines.count(); ++shown) {
    line.end = edit.lines[shown].end;
    if (edit.lines.is_wrapped(shown)) continue;
    const bool last = shown + 1 == edit.lines.count();
    if (found(line, last ? SIZE_MAX : edit.lines.next_begin(shown))) return line;
    line = {edit.lines.next_begin(shown), 0, line.number + 1};
  }
  return std::nullopt;
}

std::optional<FileLine> line_with(const Edit& edit, std::size_t index) {
  return find_file_line(edit, [&](const FileLine&, std::size_t next) { return index < next; });
}

std::optional<FileLine> line_number(const Edit& edit, std::size_t number) {
  return find_file_line(edit,
                        [&](const FileLine& line, std::size_t) { return line.number == number; });
}

std::size_t or_caret(const Edit& edit, WPARAM index) {
  const auto wanted = static_cast<UINT>(index);
  return wanted == UINT_MAX ? edit.selection.begin() : wanted;
}

// https://learn.microsoft.com/windows/win32/controls/em-setcuebanner
LRESULT on_set_cue_banner(Edit& edit, const ControlCall& call) {
  const auto* text = base::as_char16(reinterpret_cast<const WCHAR*>(call.lparam));
  if (edit.multiline || text == nullptr) return FALSE;
  edit.cue = text;
  edit.cue_with_focus = call.wparam != 0;
  edit.invalidate_all();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/em-getcuebanner
LRESULT on_get_cue_banner(Edit& edit, const ControlCall& call) {
  auto* buffer = reinterpret_cast<char16_t*>(call.wparam);
  if (buffer == nullptr || call.lparam <= 0) return FALSE;
  kernel::copy_cut<char16_t>(edit.cue, buffer, static_cast<std::size_t>(call.lparam));
  return !edit.cue.empty();
}

// https://learn.microsoft.com/windows/win32/controls/em-setcaretindex
LRESULT on_set_caret_index(Edit& edit, const ControlCall& call) {
  const std::size_t index = std::min<std::size_t>(call.wparam, edit.length());
  edit.move_caret({index}, false);
  return 0;
}

LRESULT on_get_caret_index(Edit& edit, const ControlCall&) {
  return static_cast<LRESULT>(edit.selection.caret);
}

// https://learn.microsoft.com/windows/win32/controls/em-setextendedstyle
LRESULT on_set_extended_style(Edit& edit, const ControlCall& call) {
  const auto mask = static_cast<DWORD>(call.wparam);
  edit.extended_style = (edit.extended_style & ~mask) | (static_cast<DWORD>(call.lparam) & mask);
  edit.reflow();
  if (edit.alive()) edit.invalidate_all();
  return S_OK;
}

LRESULT on_get_extended_style(Edit& edit, const ControlCall&) {
  return edit.extended_style;
}

// What the first line ends with.
UINT line_end_of_content(const Edit& edit) {
  const std::size_t end = edit.lines[0].end;
  const std::size_t length = edit.lines.next_begin(0) - end;
  if (length != 1) return kLineEndCrLf;
  return edit.text[end] == u'\n' ? kLineEndLf : kLineEndCr;
}

UINT line_end_of(const Edit& edit) {
  return edit.line_end == kLineEndFromContent ? line_end_of_content(edit) : edit.line_end;
}

// https://learn.microsoft.com/windows/win32/controls/em-setendofline
LRESULT on_set_end_of_line(Edit& edit, const ControlCall& call) {
  if (call.wparam > kLineEndLf) return FALSE;
  edit.line_end = static_cast<UINT>(call.wparam);
  return TRUE;
}

LRESULT on_get_end_of_line(Edit& edit, const ControlCall&) {
  return line_end_of(edit);
}

// https://learn.microsoft.com/windows/win32/controls/em-filelinefromchar
LRESULT on_file_line_from_character(Edit& edit, const ControlCall& call) {
  const auto line = line_with(edit, or_caret(edit, call.wparam));
  return line ? static_cast<LRESULT>(line->number) : 0;
}

// https://learn.microsoft.com/windows/win32/controls/em-filelineindex
LRESULT on_file_line_index(Edit& edit, const ControlCall& call) {
  const bool current = static_cast<UINT>(call.wparam) == UINT_MAX;
  const auto line =
      current ? line_with(edit, edit.selection.caret) : line_number(edit, call.wparam);
  return line ? static_cast<LRESULT>(line->begin) : -1;
}

// https://learn.microsoft.com/windows/win32/controls/em-filelinelength
LRESULT on_file_line_length(Edit& edit, const ControlCall& call) {
  const std::size_t index = or_caret(edit, call.wparam);
  const auto line = index <= edit.length() ? line_with(edit, index) : std::nullopt;
  return line ? static_cast<LRESULT>(line->end - line->begin) : 0;
}

// https://learn.microsoft.com/windows/win32/controls/em-getfileline
LRESULT on_get_file_line(Edit& edit, const ControlCall& call) {
  auto* buffer = reinterpret_cast<char16_t*>(call.lparam);
  const auto line = line_number(edit, call.wparam);
  if (buffer == nullptr || !line) return 0;
  WORD size = 0;
  std::memcpy(&size, buffer, sizeof size);
  const std::u16string text =
      edit.text.copy(line->begin, std::min<std::size_t>(line->end, line->begin + size));
  std::ranges::copy(text, buffer);
  return static_cast<LRESULT>(text.size());
}

// https://learn.microsoft.com/windows/win32/controls/em-getfilelinecount
LRESULT on_get_file_line_count(Edit& edit, const ControlCall&) {
  const auto last = line_with(edit, edit.length());
  return last ? static_cast<LRESULT>(last->number) + 1 : 1;
}

// https://learn.microsoft.com/windows/win32/controls/em-nosetfocus
LRESULT on_no_set_focus(Edit& edit, const ControlCall&) {
  if (!edit.multiline) edit.never_focused = true;
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/em-takefocus
LRESULT on_take_focus(Edit& edit, const ControlCall&) {
  if (!edit.multiline && !edit.never_focused) SetFocus(edit.handle);
  return 0;
}

constexpr ControlEntry<Edit> kEntries[] = {
    {EM_SETCUEBANNER, on_set_cue_banner},
    {EM_GETCUEBANNER, on_get_cue_banner},
    {kSetCaretIndex, on_set_caret_index},
    {kGetCaretIndex, on_get_caret_index},
    {kSetExtendedStyle, on_set_extended_style},
    {kGetExtendedStyle, on_get_extended_style},
    {kSetEndOfLine, on_set_end_of_line},
    {kGetEndOfLine, on_get_end_of_line},
    {kFileLineFromChar, on_file_line_from_character},
    {kFileLineIndex, on_file_line_index},
    {kFileLineLength, on_file_line_length},
    {kGetFileLine, on_get_file_line},
    {kGetFileLineCount, on_get_file_line_count},
    {kNoSetFocus, on_no_set_focus},
    {kTakeFocus, on_take_focus},
};

}  // namespace

std::u16string Edit::line_break() const {
  switch (line_end_of(*this)) {
    case kLineEndCr:
      return u"\r";
    case kLineEndLf:
      return u"\n";
    default:
      return u"\r\n";
  }
}

std::span<const ControlEntry<Edit>> edit_extended_entries() {
  return kEntries;
}

}  // namespace transom::user
