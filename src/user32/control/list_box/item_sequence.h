// A sequence with fast insertion anywhere, also in millions of items: blocks of a few hundred, so
// that an insertion moves one block's items, and an index of where each block begins.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace transom::user {

template <class Item>
class ItemSequence {
 public:
  std::size_t size() const { return size_; }

  Item& operator[](std::size_t index) {
    const Place place = find(index);
    return blocks_[place.block][place.offset];
  }
  const Item& operator[](std::size_t index) const {
    return const_cast<ItemSequence&>(*this)[index];
  }

  void insert(std::size_t index, Item item) {
    assert(index <= size_);
    if (blocks_.empty()) add_block(0, {}, 0);
    Place place = index == size_ ? Place{blocks_.size() - 1, blocks_.back().size()} : find(index);
    if (blocks_[place.block].size() == kLargestBlock) place = split(place);
    auto& block = blocks_[place.block];
    block.insert(block.begin() + static_cast<std::ptrdiff_t>(place.offset), std::move(item));
    ++size_;
    for (std::size_t after = place.block + 1; after < begins_.size(); ++after) ++begins_[after];
  }

  void erase(std::size_t index) {
    const Place place = find(index);
    auto& block = blocks_[place.block];
    block.erase(block.begin() + static_cast<std::ptrdiff_t>(place.offset));
    --size_;
    for (std::size_t after = place.block + 1; after < begins_.size(); ++after) --begins_[after];
    if (!block.empty()) return;
    const auto at = static_cast<std::ptrdiff_t>(place.block);
    blocks_.erase(blocks_.begin() + at);
    begins_.erase(begins_.begin() + at);
  }

  void clear() {
    blocks_.clear();
    begins_.clear();
    size_ = 0;
  }

 private:
  static constexpr std::size_t kLargestBlock = 512;
  using Block = std::vector<Item>;

  struct Place {
    std::size_t block;
    std::size_t offset;
  };

  Place find(std::size_t index) const {
    assert(index < size_);
    const auto after = std::ranges::upper_bound(begins_, index);
    const auto block = static_cast<std::size_t>(after - begins_.begin()) - 1;
    return {block, index - begins_[block]};
  }

  void add_block(std::size_t at, Block block, std::size_t begin) {
    const auto place = static_cast<std::ptrdiff_t>(at);
    begins_.reserve(begins_.size() + 1);
    blocks_.insert(blocks_.begin() + place, std::move(block));
    begins_.insert(begins_.begin() + place, begin);
  }

  // Makes room where the place is; a full block at the end, as lists grow, is left as it is.
  Place split(Place place) {
    const std::size_t keep = place.offset == kLargestBlock ? kLargestBlock : kLargestBlock / 2;
    Block tail;
    tail.reserve(kLargestBlock / 2);
    auto& block = blocks_[place.block];
    const auto middle = block.begin() + static_cast<std::ptrdiff_t>(keep);
    std::move(middle, block.end(), std::back_inserter(tail));
    block.erase(middle, block.end());
    add_block(place.block + 1, std::move(tail), begins_[place.block] + keep);
    return place.offset < keep ? place : Place{place.block + 1, place.offset - keep};
  }

  std::vector<Block> blocks_;
  std::vector<std::size_t> begins_;  // of each block; the first one at 0
  std::size_t size_ = 0;
};

}  // namespace transom::user
