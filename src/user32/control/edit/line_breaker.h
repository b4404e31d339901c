// Where a line of an edit control ends: at a hard break (CR LF, or CR CR LF, which programs get and
// set as "soft" breaks), or where the next word would not fit.
// https://learn.microsoft.com/windows/win32/controls/edit-control-styles
#pragma once

#include "user32/control/edit/ruler.h"
#include "user32/control/edit/text_store.h"

namespace transom::user {

// A line shows [begin, end); the characters from `end` to the next line's begin break it.
struct EditLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  int width = 0;
};

struct BreakRules {
  bool multiline = false;
  int wrap_width = 0;  // 0: lines are as long as they are
  bool at_cr = false;  // ES_EX_ALLOWEOL_CR, ES_EX_ALLOWEOL_LF
  bool at_lf = false;
  EDITWORDBREAKPROCW word_break = nullptr;  // a program's (EM_SETWORDBREAKPROC), or null
};

class LineBreaker {
 public:
  LineBreaker(TextStore& text, TextRuler& ruler, const BreakRules& rules)
      : text_(text), ruler_(ruler), rules_(rules) {}

  struct Result {
    EditLine line;
    std::size_t next = 0;  // where the next line begins
    bool hard = false;     // broken by characters, so that there is a next line
  };
  Result line_at(std::size_t begin);

 private:
  void find_paragraph_end(std::size_t begin);
  std::size_t break_length(std::size_t index) const;
  std::size_t fitting(std::size_t begin, int& width);
  int width_of(std::size_t begin, std::size_t end) const;
  std::size_t wrap(std::size_t begin, std::size_t fits) const;
  std::size_t wrap_by_program(std::size_t begin, std::size_t fits);

  TextStore& text_;
  TextRuler& ruler_;
  const BreakRules rules_;
  // The hard break after the line that was asked for last: a long paragraph is searched once.
  std::size_t paragraph_begin_ = 1;
  std::size_t paragraph_end_ = 0;
  std::size_t break_length_ = 0;
  std::vector<int> piece_ends_;  // of the piece that was fitted last
};

// What separates words: EM_SETWORDBREAKPROC's default knows blanks, and ideographs stand alone.
bool is_word_delimiter(char16_t c);
bool is_ideograph(char16_t c);

}  // namespace transom::user
