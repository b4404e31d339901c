#include "user32/control/edit/lines.h"

#include <algorithm>

namespace transom::user {

std::size_t EditLines::line_of(std::size_t index) const {
  const auto after = std::ranges::upper_bound(lines_, index, {}, &EditLine::begin);
  return static_cast<std::size_t>(after - lines_.begin()) - 1;
}

int EditLines::widest() const {
  return std::ranges::max_element(lines_, {}, &EditLine::width)->width;
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
  lines_ = std::move(lines);
}

// New lines are made until one begins where an old one did, after what changed.
ChangedLines EditLines::update(const TextStore& text, LineBreaker& breaker,
                               const TextChange& change) {
  const std::uint64_t version = text.version();
  const std::uint64_t generation = ++generation_;
  // The line before may now take a word of this one, or its break may have become another.
  std::size_t first = line_of(change.begin);
  if (first > 0) --first;
  if (first > 0 && is_wrapped(first - 1)) --first;

  const std::size_t old_end = change.begin + change.removed;
  const std::size_t new_end = change.begin + change.inserted;
  std::vector<EditLine> made;
  std::size_t old = first;
  for (std::size_t begin = lines_[first].begin;;) {
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
    while (old < count() && lines_[old].begin < before) ++old;
    if (old < count() && lines_[old].begin == before && before >= old_end && old > first) break;
  }

  for (std::size_t line = old; line < count(); ++line) {
    lines_[line].begin = lines_[line].begin - old_end + new_end;
    lines_[line].end = lines_[line].end - old_end + new_end;
  }
  const auto at = [this](std::size_t line) {
    return lines_.begin() + static_cast<std::ptrdiff_t>(line);
  };
  const std::size_t replaced = old - first;
  const std::size_t shared = std::min(replaced, made.size());
  std::copy_n(made.begin(), shared, at(first));
  if (replaced > shared) {
    lines_.erase(at(first + shared), at(old));
  } else {
    lines_.insert(at(old), made.begin() + static_cast<std::ptrdiff_t>(shared), made.end());
  }
  return {first, first + made.size(), replaced != made.size()};
}

}  // namespace transom::user
