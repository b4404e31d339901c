#include "user32/control/edit/text_store.h"

#include <algorithm>

#include "base/win32.h"

namespace transom::user {
namespace {

constexpr std::size_t kSmallestGap = 256;

}  // namespace

void TextStore::assign(std::u16string_view text) {
  buffer_.assign(text.begin(), text.end());
  buffer_.shrink_to_fit();
  gap_begin_ = gap_end_ = buffer_.size();
  ++version_;
}

void TextStore::move_gap(std::size_t to) {
  const auto at = [this](std::size_t index) {
    return buffer_.begin() + static_cast<std::ptrdiff_t>(index);
  };
  const std::size_t size = gap_size();
  if (to < gap_begin_) {
    std::copy_backward(at(to), at(gap_begin_), at(gap_end_));
  } else if (to > gap_begin_) {
    std::copy(at(gap_end_), at(to + size), at(gap_begin_));
  }
  gap_begin_ = to;
  gap_end_ = to + size;
}

// Makes the gap at least so wide.
void TextStore::reserve(std::size_t more) {
  if (gap_size() >= more) return;
  // Grown by a part of the text, so that many small insertions are cheap.
  const std::size_t grow = more - gap_size() + std::max(kSmallestGap, size() / 8);
  buffer_.insert(buffer_.begin() + static_cast<std::ptrdiff_t>(gap_end_), grow, u'\0');
  gap_end_ += grow;
}

void TextStore::replace(std::size_t begin, std::size_t end, std::u16string_view with) {
  move_gap(begin);
  gap_end_ += end - begin;
  reserve(with.size());
  std::ranges::copy(with, buffer_.begin() + static_cast<std::ptrdiff_t>(gap_begin_));
  gap_begin_ += with.size();
  ++version_;
}

std::u16string TextStore::copy(std::size_t begin, std::size_t end) const {
  std::u16string result;
  result.reserve(end - begin);
  if (begin < gap_begin_) {
    result.append(buffer_.data() + begin, std::min(end, gap_begin_) - begin);
  }
  if (end > gap_begin_) {
    const std::size_t from = std::max(begin, gap_begin_);
    result.append(buffer_.data() + from + gap_size(), end - from);
  }
  return result;
}

std::u16string_view TextStore::view(std::size_t begin, std::size_t end) {
  if (begin < gap_begin_ && end > gap_begin_) {
    move_gap(gap_begin_ - begin < end - gap_begin_ ? begin : end);
  }
  const std::size_t skipped = begin >= gap_begin_ ? gap_size() : 0;
  return {buffer_.data() + begin + skipped, end - begin};
}

bool is_inside_pair(const TextStore& text, std::size_t index) {
  return index > 0 && index < text.size() && IS_LOW_SURROGATE(text[index]) &&
         IS_HIGH_SURROGATE(text[index - 1]);
}

}  // namespace transom::user
