// Words in an edit control's text, for Ctrl+arrows and double clicks.
#pragma once

#include "user32/control/edit/edit.h"

namespace transom::user {

// The beginning of the word before `index`, of the word that it is in, and of the next one. A
// line's end and beginning are stops of their own.
std::size_t previous_word(const Edit& edit, std::size_t index);
std::size_t next_word(const Edit& edit, std::size_t index);

// What a double click selects: a word with the blanks after it.
struct WordSpan {
  std::size_t begin;
  std::size_t end;
};
WordSpan word_at(const Edit& edit, std::size_t index);

}  // namespace transom::user
