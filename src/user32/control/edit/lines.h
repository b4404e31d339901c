// The lines of an edit control's text, kept up to date from change to change.
//
// They are kept around a gap, which lies where the last change was: lines before it know where they
// begin from the beginning of the text, those after it from its end. So a change where the last one
// was moves no line but those that it touches, however many there are.
#pragma once

#include <map>
#include <vector>

#include "user32/control/edit/line_breaker.h"

namespace transom::user {

// [begin, begin + removed) has become `inserted` characters.
struct TextChange {
  std::size_t begin = 0;
  std::size_t removed = 0;
  std::size_t inserted = 0;
};

// Lines [first, last) have been laid out anew; whether those after them have moved.
struct ChangedLines {
  std::size_t first = 0;
  std::size_t last = 0;
  bool moved = false;
};

class EditLines {
 public:
  EditLines() { replace_all({EditLine{}}, 0); }

  // Never 0.
  std::size_t count() const { return before_.size() + after_.size(); }
  EditLine operator[](std::size_t line) const {
    if (line < before_.size()) return before_[line];
    return mirrored(after_[count() - 1 - line]);
  }
  // The line that the character is in; of those after the end, the last.
  std::size_t line_of(std::size_t index) const;
  // Where the next line begins; for the last one, its end.
  std::size_t next_begin(std::size_t line) const {
    return line + 1 < count() ? (*this)[line + 1].begin : (*this)[line].end;
  }
  // Nothing but width separates the line from the next.
  bool is_wrapped(std::size_t line) const {
    return line + 1 < count() && (*this)[line].end == (*this)[line + 1].begin;
  }
  int widest() const { return widths_.rbegin()->first; }

  // Both stop early where a program's callback changed the text meanwhile: then that change has
  // laid it out.
  void rebuild(const TextStore& text, LineBreaker& breaker);
  ChangedLines update(const TextStore& text, LineBreaker& breaker, const TextChange& change);

 private:
  // From positions that count from the beginning of the text to such from its end, and back.
  EditLine mirrored(const EditLine& line) const {
    return {text_size_ - line.begin, text_size_ - line.end, line.width};
  }
  std::size_t first_changed(std::size_t begin) const;
  void replace_all(std::vector<EditLine> lines, std::size_t text_size);
  void replace(std::size_t first, std::size_t last, const std::vector<EditLine>& made);
  void move_gap(std::size_t line);
  void count_width(int width) { ++widths_[width]; }
  void forget_width(int width);

  std::vector<EditLine> before_;
  std::vector<EditLine> after_;  // from the last one back to the gap, mirrored
  std::size_t text_size_ = 0;
  std::map<int, std::size_t> widths_;  // how many lines are so wide
  std::uint64_t generation_ = 0;       // how often they were replaced
};

}  // namespace transom::user
