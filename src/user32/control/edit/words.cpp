#include "user32/control/edit/words.h"

#include <algorithm>

#include "base/text.h"

namespace transom::user {
namespace {

// A line (or a window of one, where a program's procedure is asked) as a text of its own.
struct LineText {
  std::u16string text;
  std::size_t begin;  // in the control
  EDITWORDBREAKPROCW by_program;

  std::size_t size() const { return text.size(); }

  std::size_t ask(std::size_t at, int code) const {
    std::u16string copy = text;
    const int answer = by_program(base::as_wchar(copy.data()), static_cast<int>(at),
                                  static_cast<int>(size()), code);
    return static_cast<std::size_t>(std::clamp(answer, 0, static_cast<int>(size())));
  }
  bool is_delimiter(std::size_t at) const { return is_word_delimiter(text[at]); }
  // Ideographs are words of one character.
  bool begins_word(std::size_t at) const {
    return !is_delimiter(at) && (at == 0 || is_delimiter(at - 1) || is_ideograph(text[at]) ||
                                 is_ideograph(text[at - 1]));
  }

  std::size_t left_of(std::size_t at) const {
    if (at == 0) return 0;
    if (by_program != nullptr) return std::min(ask(at, WB_LEFT), at - 1);
    --at;
    while (at > 0 && !begins_word(at)) --at;
    return at;
  }
  std::size_t right_of(std::size_t at) const {
    if (at >= size()) return size();
    if (by_program != nullptr) return std::max(ask(at, WB_RIGHT), at + 1);
    ++at;
    while (at < size() && !begins_word(at)) ++at;
    return at;
  }
};

LineText line_text(const Edit& edit, std::size_t line) {
  const EditLine& found = edit.lines[line];
  return {edit.text.copy(found.begin, found.end), found.begin, edit.word_break};
}

}  // namespace

std::size_t previous_word(const Edit& edit, std::size_t index) {
  // Nobody learns where the words of a password are.
  if (edit.password != 0) return 0;
  const std::size_t line = edit.lines.line_of(index);
  const EditLine& found = edit.lines[line];
  if (index <= found.begin) {
    if (line == 0) return 0;
    if (!edit.lines.is_wrapped(line - 1)) return edit.lines[line - 1].end;
    return previous_word(edit, edit.lines[line - 1].end - 1);
  }
  const LineText text = line_text(edit, line);
  return text.begin + text.left_of(std::min(index, found.end) - text.begin);
}

std::size_t next_word(const Edit& edit, std::size_t index) {
  if (edit.password != 0) return edit.length();
  const std::size_t line = edit.lines.line_of(index);
  if (index >= edit.lines[line].end) return edit.lines.next_begin(line);
  const LineText text = line_text(edit, line);
  return text.begin + text.right_of(index - text.begin);
}

WordSpan word_at(const Edit& edit, std::size_t index) {
  if (edit.password != 0) return {0, edit.length()};
  const LineText text = line_text(edit, edit.lines.line_of(index));
  std::size_t at = index - text.begin;
  if (at >= text.size()) {
    if (text.size() == 0) return {index, index};
    return {text.begin + text.left_of(text.size()), text.begin + text.size()};
  }
  const std::size_t begin =
      text.by_program == nullptr && text.begins_word(at) ? at : text.left_of(at + 1);
  return {text.begin + begin, text.begin + text.right_of(at)};
}

}  // namespace transom::user
