// The lines of an edit control's text, kept up to date from change to change.
#pragma once

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
  EditLines() : lines_(1) {}

  // Never 0.
  std::size_t count() const { return lines_.size(); }
  const EditLine& operator[](std::size_t line) const { return lines_[line]; }
  // The line that the character is in; of those after the end, the last.
  std::size_t line_of(std::size_t index) const;
  // Where the next line begins; for the last one, its end.
  std::size_t next_begin(std::size_t line) const {
    return line + 1 < count() ? lines_[line + 1].begin : lines_[line].end;
  }
  // Nothing but width separates the line from the next.
  bool is_wrapped(std::size_t line) const {
    return line + 1 < count() && lines_[line].end == lines_[line + 1].begin;
  }
  int widest() const;

  // Both stop early where a program's callback changed the text meanwhile: then that change has
  // laid it out.
  void rebuild(const TextStore& text, LineBreaker& breaker);
  ChangedLines update(const TextStore& text, LineBreaker& breaker, const TextChange& change);

 private:
  std::vector<EditLine> lines_;
  std::uint64_t generation_ = 0;  // how often they were replaced
};

}  // namespace transom::user
