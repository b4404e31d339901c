#include "user32/control/edit/text_store.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/win32.h"

namespace transom::user {
namespace {

// New blocks have room for what is typed into them.
constexpr std::size_t kNewBlock = TextStore::kLargestBlock * 3 / 4;

std::vector<std::u16string> cut(std::u16string_view text) {
  std::vector<std::u16string> blocks;
  blocks.reserve(text.size() / kNewBlock + 1);
  for (; !text.empty(); text.remove_prefix(std::min(kNewBlock, text.size()))) {
    blocks.emplace_back(text.substr(0, kNewBlock));
  }
  return blocks;
}

}  // namespace

void TextStore::assign(std::u16string_view text) {
  put_blocks(0, blocks_.size(), cut(text));
}

// Of the end: behind the last block's last character.
TextStore::Place TextStore::find(std::size_t index) const {
  const auto after = std::ranges::upper_bound(begins_, index);
  if (after == begins_.begin()) return {0, index};
  const auto block = static_cast<std::size_t>(after - begins_.begin()) - 1;
  return {block, index - begins_[block]};
}

void TextStore::look_at(std::size_t index) const {
  const std::size_t block = find(index).block;
  seen_ = {blocks_[block].data(), begins_[block], blocks_[block].size()};
}

void TextStore::index_from(std::size_t block) {
  std::size_t begin = block == 0 ? 0 : begins_[block - 1] + blocks_[block - 1].size();
  for (; block < blocks_.size(); ++block) {
    begins_[block] = begin;
    begin += blocks_[block].size();
  }
  size_ = begin;
  seen_ = {};
  ++version_;
}

// In the place of blocks [first, last).
void TextStore::put_blocks(std::size_t first, std::size_t last, std::vector<Block> blocks) {
  const std::size_t count = blocks_.size() - (last - first) + blocks.size();
  blocks_.reserve(count);
  begins_.reserve(count);
  const auto at = [this](std::size_t block) {
    return blocks_.begin() + static_cast<std::ptrdiff_t>(block);
  };
  blocks_.erase(at(first), at(last));
  blocks_.insert(at(first), std::make_move_iterator(blocks.begin()),
                 std::make_move_iterator(blocks.end()));
  begins_.resize(count);
  index_from(first);
}

void TextStore::replace(std::size_t begin, std::size_t end, std::u16string_view with) {
  const Place from = find(begin), to = find(end);
  if (from.block == to.block && from.block < blocks_.size()) {
    Block& block = blocks_[from.block];
    const std::size_t size = block.size() - (end - begin) + with.size();
    if (size > 0 && size <= kLargestBlock) {
      block.replace(from.offset, end - begin, with);
      index_from(from.block);
      return;
    }
  }
  std::u16string text;
  if (from.block < blocks_.size()) text = blocks_[from.block].substr(0, from.offset);
  text += with;
  if (to.block < blocks_.size()) text += std::u16string_view(blocks_[to.block]).substr(to.offset);
  put_blocks(from.block, std::min(to.block + 1, blocks_.size()), cut(text));
}

std::u16string TextStore::copy(std::size_t begin, std::size_t end) const {
  std::u16string result;
  result.reserve(end - begin);
  for (Place at = find(begin); result.size() < end - begin; at = {at.block + 1, 0}) {
    result.append(blocks_[at.block], at.offset, end - begin - result.size());
  }
  return result;
}

std::u16string_view TextStore::view(std::size_t begin, std::size_t end) {
  if (begin >= end) return {};
  const Place at = find(begin);
  const std::u16string_view block = blocks_[at.block];
  if (at.offset + (end - begin) <= block.size()) return block.substr(at.offset, end - begin);
  side_by_side_ = copy(begin, end);
  return side_by_side_;
}

bool is_inside_pair(const TextStore& text, std::size_t index) {
  return index > 0 && index < text.size() && IS_LOW_SURROGATE(text[index]) &&
         IS_HIGH_SURROGATE(text[index - 1]);
}

}  // namespace transom::user
