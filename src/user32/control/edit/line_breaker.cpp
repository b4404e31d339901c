#include "user32/control/edit/line_breaker.h"

#include <algorithm>

#include "base/text.h"

namespace transom::user {

bool is_word_delimiter(char16_t c) {
  return c == u' ' || c == u'\t' || c == u'\r' || c == u'\n' || c == 0x3000;
}

bool is_ideograph(char16_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF && c != 0x3000) || (c >= 0xAC00 && c <= 0xD7FF) ||
         (c >= 0xF900 && c <= 0xFAFF);
}

// Of the break that begins here, 0: none does.
std::size_t LineBreaker::break_length(std::size_t index) const {
  const auto at = [this](std::size_t i) { return i < text_.size() ? text_[i] : u'\0'; };
  if (at(index) == u'\n') return rules_.at_lf ? 1 : 0;
  if (at(index) != u'\r') return 0;
  if (at(index + 1) == u'\n') return 2;
  if (at(index + 1) == u'\r' && at(index + 2) == u'\n') return 3;
  return rules_.at_cr ? 1 : 0;
}

void LineBreaker::find_paragraph_end(std::size_t begin) {
  if (begin >= paragraph_begin_ && begin <= paragraph_end_) return;
  paragraph_begin_ = begin;
  paragraph_end_ = begin;
  break_length_ = 0;
  if (!rules_.multiline) {
    paragraph_end_ = text_.size();
    return;
  }
  while (paragraph_end_ < text_.size()) {
    break_length_ = text_[paragraph_end_] <= u'\r' ? break_length(paragraph_end_) : 0;
    if (break_length_ != 0) return;
    ++paragraph_end_;
  }
}

// Where the characters end that are within the width; the width of these. Looks at a piece of the
// paragraph, at a longer one if all of that fits.
std::size_t LineBreaker::fitting(std::size_t begin, int& width) {
  for (std::size_t piece = 256;; piece *= 4) {
    const std::size_t end = whole_character(text_, std::min(begin + piece, paragraph_end_));
    const std::vector<int>& ends = ruler_.ends(text_.view(begin, end));
    if (ends.empty() || (ends.back() <= rules_.wrap_width && end == paragraph_end_)) {
      width = ends.empty() ? 0 : ends.back();
      return end;
    }
    if (ends.back() <= rules_.wrap_width) continue;
    const auto over = std::ranges::upper_bound(ends, rules_.wrap_width) - ends.begin();
    piece_ends_ = ends;
    return begin + static_cast<std::size_t>(over);
  }
}

// Of a line whose characters, as far as they were fitted, have been measured.
int LineBreaker::width_of(std::size_t begin, std::size_t end) const {
  const std::size_t size = end - begin;
  return size <= piece_ends_.size() ? piece_ends_[size - 1] : ruler_.width(text_.view(begin, end));
}

// Blanks after a word stay with it, beyond the edge where there is no room. A word that does not
// fit begins the next line; one that is longer than a line is cut.
std::size_t LineBreaker::wrap(std::size_t begin, std::size_t fits) const {
  std::size_t end = fits;
  while (end < paragraph_end_ && is_word_delimiter(text_[end])) ++end;
  if (end > fits) return end;
  const auto may_break = [this](std::size_t at) {
    return is_word_delimiter(text_[at - 1]) || is_ideograph(text_[at - 1]) ||
           is_ideograph(text_[at]);
  };
  while (end > begin && !may_break(end)) --end;
  if (end > begin) return end;
  // At least one character a line, whatever its width.
  const std::size_t cut = whole_character(text_, fits);
  if (cut > begin) return cut;
  return is_inside_pair(text_, begin + 1) ? begin + 2 : begin + 1;
}

// The program says where the word begins that does not fit.
// https://learn.microsoft.com/windows/win32/api/winuser/nc-winuser-editwordbreakprocw
std::size_t LineBreaker::wrap_by_program(std::size_t begin, std::size_t fits) {
  constexpr std::size_t kLongestLine = 4096;
  std::u16string line = text_.copy(begin, std::min(paragraph_end_, begin + kLongestLine));
  const auto ask = [&](std::size_t at, int code) {
    const int answer = rules_.word_break(base::as_wchar(line.data()), static_cast<int>(at),
                                         static_cast<int>(line.size()), code);
    return static_cast<std::size_t>(std::clamp(answer, 0, static_cast<int>(line.size())));
  };
  const std::size_t over = std::min(fits - begin, line.size());
  std::size_t at = ask(over, WB_LEFT);
  // Blanks hang over the edge here, too.
  const bool blank = over < line.size() && is_word_delimiter(line[over]);
  if (blank && ask(over, WB_ISDELIMITER) != 0) at = ask(over, WB_RIGHT);
  return at > 0 ? begin + at : std::max(whole_character(text_, fits), begin + 1);
}

LineBreaker::Result LineBreaker::line_at(std::size_t begin) {
  find_paragraph_end(begin);
  Result result{{begin, paragraph_end_, 0}, paragraph_end_ + break_length_, break_length_ != 0};
  if (rules_.wrap_width == 0) {
    result.line.width = ruler_.width(text_.view(begin, paragraph_end_));
    return result;
  }
  const std::size_t fits = fitting(begin, result.line.width);
  if (fits == paragraph_end_) return result;
  std::size_t end = rules_.word_break != nullptr ? wrap_by_program(begin, fits) : wrap(begin, fits);
  end = std::clamp(end, begin + 1, std::max(paragraph_end_, begin + 1));
  result.line.width = width_of(begin, end);
  if (end >= paragraph_end_) return result;  // blanks alone were over the edge
  result.line.end = end;
  result.next = end;
  result.hard = false;
  return result;
}

}  // namespace transom::user
