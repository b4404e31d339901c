// Messages with which programs get and set an edit control's text and selection.
#include <algorithm>

#include "base/text.h"
#include "user32/control/edit/edit.h"

namespace transom::user {
namespace {

using base::as_char16;

std::u16string_view text_from(LPARAM lparam) {
  const auto* text = as_char16(reinterpret_cast<const WCHAR*>(lparam));
  return text != nullptr ? std::u16string_view(text) : std::u16string_view();
}

// A single line tells its parent.
// https://learn.microsoft.com/windows/win32/winmsg/wm-settext
LRESULT on_set_text(Edit& edit, const ControlCall& call) {
  edit.set_text(text_from(call.lparam));
  if (!edit.alive() || !edit.update_memory() || edit.multiline) return TRUE;
  edit.notify(EN_UPDATE);
  if (!edit.alive()) return TRUE;
  UpdateWindow(edit.handle);
  if (edit.alive()) edit.notify(EN_CHANGE);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-gettext
LRESULT on_get_text(Edit& edit, const ControlCall& call) {
  auto* buffer = as_char16(reinterpret_cast<WCHAR*>(call.lparam));
  if (buffer == nullptr || call.wparam == 0) return 0;
  const std::u16string all = edit.formatted_text();
  const std::size_t count = std::min<std::size_t>(all.size(), call.wparam - 1);
  std::copy_n(all.data(), count, buffer);
  buffer[count] = 0;
  return static_cast<LRESULT>(count);
}

LRESULT on_get_text_length(Edit& edit, const ControlCall&) {
  return static_cast<LRESULT>(edit.soft_breaks ? edit.formatted_text().size() : edit.length());
}

// https://learn.microsoft.com/windows/win32/controls/em-replacesel
LRESULT on_replace_selection(Edit& edit, const ControlCall& call) {
  const std::u16string with(text_from(call.lparam));
  edit.insert(with, UndoKind::kOther, Undoable{call.wparam != 0});
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/em-getsel
LRESULT on_get_selection(Edit& edit, const ControlCall& call) {
  const auto begin = static_cast<DWORD>(edit.selection.begin());
  const auto end = static_cast<DWORD>(edit.selection.end());
  if (auto* out = reinterpret_cast<DWORD*>(call.wparam)) *out = begin;
  if (auto* out = reinterpret_cast<DWORD*>(call.lparam)) *out = end;
  return end > 0xFFFF ? -1 : MAKELONG(begin, end);
}

// A beginning of -1 takes the selection back, an end of -1 is the end of the text.
// https://learn.microsoft.com/windows/win32/controls/em-setsel
LRESULT on_set_selection(Edit& edit, const ControlCall& call) {
  const auto anchor = static_cast<UINT>(call.wparam);
  const auto caret = static_cast<UINT>(call.lparam);
  if (anchor == static_cast<UINT>(-1)) {
    edit.select({edit.selection.caret, edit.selection.caret}, edit.caret_at_line_end);
  } else {
    edit.select({anchor, caret});
  }
  // Several lines are scrolled by EM_SCROLLCARET alone.
  if (!edit.multiline) edit.scroll_caret_into_view();
  return 1;
}

// https://learn.microsoft.com/windows/win32/controls/em-undo
LRESULT on_undo(Edit& edit, const ControlCall&) {
  const bool can = !edit.undo_record.empty() && !edit.read_only();
  const bool result = can || !edit.multiline;
  edit.undo();
  return result;
}

// https://learn.microsoft.com/windows/win32/controls/em-canundo
LRESULT on_can_undo(Edit& edit, const ControlCall&) {
  return !edit.undo_record.empty();
}

// https://learn.microsoft.com/windows/win32/controls/em-emptyundobuffer
LRESULT on_empty_undo_buffer(Edit& edit, const ControlCall&) {
  edit.undo_record.clear();
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/em-getmodify
LRESULT on_get_modify(Edit& edit, const ControlCall&) {
  return edit.modified;
}

LRESULT on_set_modify(Edit& edit, const ControlCall& call) {
  edit.modified = call.wparam != 0;
  return 0;
}

// 0 stands for as much as there can be.
// https://learn.microsoft.com/windows/win32/controls/em-setlimittext
LRESULT on_limit_text(Edit& edit, const ControlCall& call) {
  const UINT most = edit.multiline ? 0xFFFF'FFFF : 0x7FFF'FFFE;
  const auto wanted = static_cast<UINT>(call.wparam);
  edit.limit = wanted == 0 ? most : std::min(wanted, most);
  return 0;
}

LRESULT on_get_limit_text(Edit& edit, const ControlCall&) {
  return edit.limit;
}

// https://learn.microsoft.com/windows/win32/controls/em-gethandle
LRESULT on_get_handle(Edit& edit, const ControlCall&) {
  return reinterpret_cast<LRESULT>(edit.get_memory());
}

LRESULT on_set_handle(Edit& edit, const ControlCall& call) {
  edit.set_memory(reinterpret_cast<HLOCAL>(call.wparam));
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/em-fmtlines
LRESULT on_format_lines(Edit& edit, const ControlCall& call) {
  if (!edit.multiline) return FALSE;
  edit.soft_breaks = call.wparam != 0;
  edit.update_memory();
  return static_cast<LRESULT>(call.wparam);
}

constexpr ControlEntry<Edit> kEntries[] = {
    {WM_SETTEXT, on_set_text},
    {WM_GETTEXT, on_get_text},
    {WM_GETTEXTLENGTH, on_get_text_length},
    {EM_REPLACESEL, on_replace_selection},
    {EM_GETSEL, on_get_selection},
    {EM_SETSEL, on_set_selection},
    {EM_UNDO, on_undo},
    {WM_UNDO, on_undo},
    {EM_CANUNDO, on_can_undo},
    {EM_EMPTYUNDOBUFFER, on_empty_undo_buffer},
    {EM_GETMODIFY, on_get_modify},
    {EM_SETMODIFY, on_set_modify},
    {EM_LIMITTEXT, on_limit_text},
    {EM_GETLIMITTEXT, on_get_limit_text},
    {EM_GETHANDLE, on_get_handle},
    {EM_SETHANDLE, on_set_handle},
    {EM_FMTLINES, on_format_lines},
};

}  // namespace

std::span<const ControlEntry<Edit>> edit_text_entries() {
  return kEntries;
}

}  // namespace transom::user
