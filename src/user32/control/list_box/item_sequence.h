// A sequence with fast insertion anywhere, also in a hundred thousand items: blocks of a few
// hundred, so that an insertion moves one block's items and nothing else.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
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
    if (blocks_.empty()) blocks_.emplace_back();
    Place place = index == size_ ? Place{blocks_.size() - 1, blocks_.back().size()} : find(index);
    if (blocks_[place.block].size() == kLargestBlock) place = split(place);
    auto& block = blocks_[place.block];
    block.insert(block.begin() + static_cast<std::ptrdiff_t>(place.offset), std::move(item));
    ++size_;
  }

  void erase(std::size_t index) {
    const Place place = find(index);
    auto& block = blocks_[place.block];
    block.erase(block.begin() + static_cast<std::ptrdiff_t>(place.offset));
    if (block.empty()) blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(place.block));
    --size_;
  }

  void clear() {
    blocks_.clear();
    size_ = 0;
  }

 private:
  static constexpr std::size_t kLargestBlock = 512;
  using Block = std::vector<Item>;

  struct Place {
    std::size_t block;
    std::size_t offset;
  };

  // From the nearer end.
  Place find(std::size_t index) const {
    assert(index < size_);
    if (index >= size_ / 2) {
      std::size_t begin = size_, block = blocks_.size();
      while (begin > index) begin -= blocks_[--block].size();
      return {block, index - begin};
    }
    std::size_t block = 0;
    while (index >= blocks_[block].size()) index -= blocks_[block++].size();
    return {block, index};
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
    blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(place.block) + 1, std::move(tail));
    return place.offset < keep ? place : Place{place.block + 1, place.offset - keep};
  }

  std::vector<Block> blocks_;
  std::size_t size_ = 0;
};

}  // namespace transom::user
