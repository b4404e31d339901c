#include "user32/control/edit/lines.h"

#include <algorithm>
#include <numeric>

namespace transom::user {

std::size_t EditLines::line_of(std::size_t index) const {
  // By halves: `first` begins at or before the index (the first line does in any case).
  std::size_t first = 0, after = count();
  while (after > first + 1) {
    const std::size_t middle = std::midpoint(first, after);
    ((*this)[middle].begin <= index ? first : after) = middle;
  }
  return first;
}

void EditLines::forget_width(int width) {
  const auto found = widths_.find(width);
  if (--found->second == 0) widths_.erase(found);
}

void EditLines::replace_all(std::vector<EditLine> lines, std::size_t text_size) {
  before_ = std::move(lines);
  after_.clear();
  text_size_ = text_size;
  widths_.clear();
  for (const EditLine& line : before_) count_width(line.width);
}

// The gap comes before the line.
void EditLines::move_gap(std::size_t line) {
  while (before_.size() > line) {
    after_.push_back(mirrored(before_.back()));
    before_.pop_back();
  }
  while (before_.size() < line) {
    before_.push_back(mirrored(after_.back()));
    after_.pop_back();
  }
}

void EditLines::replace(std::size_t first, std::size_t last, const std::vector<EditLine>& made) {
  move_gap(last);
  for (; last > first; --last) {
    forget_width(before_.back().width);
    before_.pop_back();
  }
  for (const EditLine& line : made) count_width(line.width);
  before_.insert(before_.end(), made.begin(), made.end());
}

void EditLines::rebuild(const TextStore& text, LineBreaker& breaker) {
  const std::uint64_t version = text.version();
  const std::uint64_t generation = ++generation_;
  std::vector<EditLine> lines;
  for (std::size_t begin = 0;;) {
    const LineBreaker::Result next = breaker.line_at(begin);
    if (text.version() != version || generation_ != generation) return;
    lines.push_back(next.line);
    begin = next.next;
    if (!next.hard && begin >= text.size()) break;
  }
  replace_all(std::move(lines), text.size());
}

// The line before may now take a word of the changed one, or its break may have become another.
std::size_t EditLines::first_changed(std::size_t begin) const {
  std::size_t first = line_of(begin);
  if (first > 0) --first;
  return first > 0 && is_wrapped(first - 1) ? first - 1 : first;
}

// New lines are made until one begins where an old one did, after what changed.
ChangedLines EditLines::update(const TextStore& text, LineBreaker& breaker,
                               const TextChange& change) {
  const std::uint64_t version = text.version();
  const std::uint64_t generation = ++generation_;
  const std::size_t first = first_changed(change.begin);
  const std::size_t old_end = change.begin + change.removed;
  const std::size_t new_end = change.begin + change.inserted;
  std::vector<EditLine> made;
  std::size_t old = first;
  for (std::size_t begin = (*this)[first].begin;;) {
    const LineBreaker::Result next = breaker.line_at(begin);
    if (text.version() != version || generation_ != generation) return {0, count(), true};
    made.push_back(next.line);
    begin = next.next;
    if (!next.hard && begin >= text.size()) {
      old = count();
      break;
    }
    if (begin < new_end) continue;
    const std::size_t before = begin - new_end + old_end;
    while (old < count() && (*this)[old].begin < before) ++old;
    if (old < count() && (*this)[old].begin == before && before >= old_end && old > first) break;
  }
  replace(first, old, made);
  // What comes after the gap keeps its distance from the end.
  text_size_ = text.size();
  return {first, first + made.size(), old - first != made.size()};
}

}  // namespace transom::user
