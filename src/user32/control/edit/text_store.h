// The text of an edit control: blocks of some thousand characters, and an index of where each
// begins. A change touches the blocks that it lies in, so that a keystroke costs the same in a line
// and in a hundred megabytes, wherever it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace transom::user {

class TextStore {
 public:
  static constexpr std::size_t kLargestBlock = 8192;

  std::size_t size() const { return size_; }
  char16_t operator[](std::size_t index) const {
    if (index - seen_.begin >= seen_.size) look_at(index);
    return seen_.characters[index - seen_.begin];
  }
  // Counts changes: whoever ran a callback sees whether the text is still the one he knew.
  std::uint64_t version() const { return version_; }

  // Where memory cannot be had, both throw and change nothing.
  void assign(std::u16string_view text);
  // `with` must not lie in this store.
  void replace(std::size_t begin, std::size_t end, std::u16string_view with);
  std::u16string copy(std::size_t begin, std::size_t end) const;
  std::u16string copy() const { return copy(0, size()); }
  // The characters side by side; valid until the next call of view() or a change.
  std::u16string_view view(std::size_t begin, std::size_t end);

 private:
  using Block = std::u16string;
  struct Place {
    std::size_t block;
    std::size_t offset;
  };
  // The block that was looked at last: who reads on finds the next character in it.
  struct Seen {
    const char16_t* characters = nullptr;
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  Place find(std::size_t index) const;
  void look_at(std::size_t index) const;
  void put_blocks(std::size_t first, std::size_t last, std::vector<Block> blocks);
  void index_from(std::size_t block);

  std::vector<Block> blocks_;
  std::vector<std::size_t> begins_;  // of each block
  std::size_t size_ = 0;
  std::uint64_t version_ = 0;
  mutable Seen seen_;
  std::u16string side_by_side_;  // what view() shows of several blocks
};

// Surrogates are not split: where a character begins, ends, and whether `index` is inside of one.
bool is_inside_pair(const TextStore& text, std::size_t index);
inline std::size_t whole_character(const TextStore& text, std::size_t index) {
  return is_inside_pair(text, index) ? index - 1 : index;
}

}  // namespace transom::user
