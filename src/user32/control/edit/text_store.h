// The text of an edit control: a gap buffer. What is typed goes into the gap, which lies where the
// last change was, so that a keystroke costs the same in a line and in a megabyte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace transom::user {

class TextStore {
 public:
  std::size_t size() const { return buffer_.size() - gap_size(); }
  char16_t operator[](std::size_t index) const {
    return buffer_[index < gap_begin_ ? index : index + gap_size()];
  }
  // Counts changes: whoever ran a callback sees whether the text is still the one he knew.
  std::uint64_t version() const { return version_; }

  void assign(std::u16string_view text);
  // `with` must not lie in this store.
  void replace(std::size_t begin, std::size_t end, std::u16string_view with);
  std::u16string copy(std::size_t begin, std::size_t end) const;
  std::u16string copy() const { return copy(0, size()); }
  // The characters side by side; valid until the next call of view() or a change.
  std::u16string_view view(std::size_t begin, std::size_t end);

 private:
  std::size_t gap_size() const { return gap_end_ - gap_begin_; }
  void move_gap(std::size_t to);
  void reserve(std::size_t more);

  std::vector<char16_t> buffer_;
  std::size_t gap_begin_ = 0;
  std::size_t gap_end_ = 0;
  std::uint64_t version_ = 0;
};

// Surrogates are not split: where a character begins, ends, and whether `index` is inside of one.
bool is_inside_pair(const TextStore& text, std::size_t index);
inline std::size_t whole_character(const TextStore& text, std::size_t index) {
  return is_inside_pair(text, index) ? index - 1 : index;
}

}  // namespace transom::user
