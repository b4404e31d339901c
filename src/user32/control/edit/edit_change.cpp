// How the text of an edit control becomes another.
#include <algorithm>
#include <new>
#include <stdexcept>
#include <utility>

#include "base/text.h"
#include "user32/control/edit/edit.h"

namespace transom::user {
namespace {

// What an insertion that is not allowed to grow over the edges may have.
enum class Room { kAll, kPart };

struct Insertion {
  TextChange change;
  ChangedLines lines;
  Room room = Room::kAll;
};

// Puts `with` in the place of what is selected, without more ado.
Insertion put(Edit& edit, std::size_t begin, std::size_t end, std::u16string_view with) {
  Insertion done;
  done.change = {begin, end - begin, with.size()};
  edit.text.replace(begin, end, with);
  done.lines = edit.reflow(done.change);
  return done;
}

// Both keep a control that cannot scroll within its edges.
bool is_over_the_edge(const Edit& edit) {
  if (!edit.multiline) {
    return !edit.scrolls_horizontally && edit.lines[0].width > edit.format_width();
  }
  return !edit.scrolls_vertically && edit.lines.count() > edit.visible_lines();
}

// Of an insertion that went over the right edge of a single line: how much of it fits.
std::size_t fitting_in_line(const Edit& edit, const TextChange& change) {
  TextRuler ruler = edit.ruler();
  const std::vector<int>& ends = ruler.ends(edit.text.view(0, edit.length()));
  const int excess = ends.back() - edit.format_width();
  std::size_t count = change.inserted;
  const auto end_of = [&](std::size_t index) { return index == 0 ? 0 : ends[index - 1]; };
  const int whole = end_of(change.begin + count);
  while (count > 0 && whole - end_of(change.begin + count) < excess) --count;
  return whole_character(edit.text, change.begin + count) - change.begin;
}

// Of one that went over the lower edge: at the end of the text, whole lines of it.
std::size_t fitting_in_lines(const Edit& edit, const TextChange& change) {
  if (change.begin + change.inserted != edit.length()) return 0;
  const EditLine& last = edit.lines[edit.visible_lines() - 1];
  return last.end > change.begin ? last.end - change.begin : 0;
}

Insertion put_what_fits(Edit& edit, const Selection& where, std::u16string_view with) {
  const std::u16string taken = edit.text.copy(where.begin(), where.end());
  Insertion done = put(edit, where.begin(), where.end(), with);
  if (with.empty() || !is_over_the_edge(edit)) return done;
  const std::size_t fits =
      edit.multiline ? fitting_in_lines(edit, done.change) : fitting_in_line(edit, done.change);
  const std::size_t end = where.begin() + with.size();
  // Nothing fits: the selection stays, too.
  done = fits > 0 ? put(edit, where.begin(), end, with.substr(0, fits))
                  : put(edit, where.begin(), end, taken);
  done.change =
      fits > 0 ? TextChange{where.begin(), where.size(), fits} : TextChange{where.begin(), 0, 0};
  done.room = Room::kPart;
  return done;
}

// As many characters as the limit allows; never more than there are already.
std::u16string_view within_limit(const Edit& edit, std::u16string_view with) {
  const std::size_t kept = edit.length() - edit.selection.size();
  const std::size_t room = edit.limit > kept ? edit.limit - kept : 0;
  if (with.size() <= room) return with;
  std::size_t count = room;
  if (count > 0 && IS_HIGH_SURROGATE(with[count - 1])) --count;
  return with.substr(0, count);
}

// EN_UPDATE, the screen, EN_CHANGE.
void announce(Edit& edit, const ChangedLines& lines, Caret moved = Caret::kMoved) {
  edit.notify(EN_UPDATE);
  if (!edit.alive()) return;
  edit.invalidate_lines(lines);
  edit.update_scroll_bars();
  edit.scroll_caret_into_view(moved);
  if (!edit.alive()) return;
  UpdateWindow(edit.handle);
  if (edit.alive()) edit.notify(EN_CHANGE);
}

// A change of the text and of what hangs on it, up to the notifications.
void finish(Edit& edit, const Insertion& done, std::size_t selected) {
  const std::size_t begin = std::min(done.change.begin, edit.length());
  const std::size_t end = std::min(begin + done.change.inserted, edit.length());
  edit.modified = true;
  edit.selection = {selected != 0 ? begin : end, end};
  edit.caret_at_line_end = false;
  edit.first_character = std::min(edit.first_character, edit.length());
}

// False, with EN_ERRSPACE, where memory for the longer text cannot be had: then it is as before.
template <class Work>
bool with_memory(Edit& edit, Work&& work) {
  try {
    if (work()) return true;
  } catch (const std::bad_alloc&) {
  } catch (const std::length_error&) {
  }
  edit.notify(EN_ERRSPACE);
  return false;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/controls/edit-control-styles
std::u16string Edit::by_style(std::u16string_view typed) const {
  std::u16string result(typed);
  const auto size = static_cast<DWORD>(result.size());
  if (has_style(ES_LOWERCASE)) CharLowerBuffW(base::as_wchar(result.data()), size);
  if (has_style(ES_UPPERCASE)) CharUpperBuffW(base::as_wchar(result.data()), size);
  if (has_style(ES_OEMCONVERT)) {
    result = base::to_utf16(base::to_ansi(result, CP_OEMCP), CP_OEMCP);
  }
  return result;
}

void Edit::insert(std::u16string_view typed, UndoKind kind, Undoable undoable) {
  const std::u16string converted = by_style(typed);
  const std::u16string_view with = within_limit(*this, converted);
  const Selection where = selection;
  Insertion done;
  std::u16string taken;
  const bool has_memory = with_memory(*this, [&] {
    if (!reserve_memory(length() + with.size())) return false;
    taken = text.copy(where.begin(), where.end());
    done = put_what_fits(*this, where, with);
    return true;
  });
  if (!has_memory || !alive()) return;
  const bool cut = with.size() < typed.size() || done.room == Room::kPart;
  const bool changed = done.change.inserted != 0 || done.change.removed != 0;
  if (changed && undoable == Undoable::kYes) undo_record.add(kind, done.change, std::move(taken));
  if (undoable == Undoable::kNo) undo_record.clear();
  if (changed) finish(*this, done, 0);
  if (changed && !update_memory()) return;
  if (cut) notify(EN_MAXTEXT);
  if (!alive() || !changed) return;
  announce(*this, done.lines, kind == UndoKind::kTyping ? Caret::kByTyping : Caret::kMoved);
}

void Edit::erase(std::size_t begin, std::size_t end, UndoKind kind) {
  if (begin >= end) return;
  std::u16string taken = text.copy(begin, end);
  const Insertion done = put(*this, begin, end, {});
  if (!alive()) return;
  undo_record.add(kind, done.change, std::move(taken));
  finish(*this, done, 0);
  if (update_memory()) announce(*this, done.lines);
}

// The restored text is selected afterwards.
void Edit::undo() {
  if (undo_record.empty() || read_only()) return;
  UndoRecord record = std::exchange(undo_record, {});
  record.begin = std::min(record.begin, length());
  const std::size_t end = std::min(record.begin + record.inserted, length());
  std::u16string taken = text.copy(record.begin, end);
  const Insertion done = put(*this, record.begin, end, record.removed);
  if (!alive()) return;
  undo_record = {UndoKind::kOther, record.begin, record.removed.size(), std::move(taken)};
  finish(*this, done, record.removed.size());
  if (update_memory()) announce(*this, done.lines);
}

// By a program: from the beginning, whatever the limit.
// https://learn.microsoft.com/windows/win32/winmsg/wm-settext
void Edit::set_text(std::u16string_view new_text) {
  const bool has_memory = with_memory(*this, [&] {
    text.assign(by_style(new_text));
    return true;
  });
  if (!has_memory) return;
  selection = {};
  caret_at_line_end = false;
  first_line = 0;
  first_character = 0;
  x_scroll = 0;
  modified = false;
  undo_record.clear();
  reflow();
  if (!alive()) return;
  update_scroll_bars();
  invalidate_all();
  place_caret();
}

}  // namespace transom::user
