// Sorting by a program's callback: a stable merge, which needs no consistent order to stay within
// bounds, whatever the callback answers; std::stable_sort needs one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace transom::comctl {

// `not_behind(a, b)`: a may stand before b.
template <class Item, class NotBehind>
void merge_sort(std::vector<Item>& order, NotBehind not_behind) {
  std::vector<Item> spare(order.size());
  for (std::size_t run = 1; run < order.size(); run *= 2) {
    for (std::size_t left = 0; left < order.size(); left += 2 * run) {
      const std::size_t middle = std::min(left + run, order.size());
      const std::size_t end = std::min(left + 2 * run, order.size());
      std::size_t a = left, b = middle;
      for (std::size_t out = left; out < end; ++out) {
        const bool first = a < middle && (b >= end || not_behind(order[a], order[b]));
        spare[out] = first ? order[a++] : order[b++];
      }
    }
    order.swap(spare);
  }
}

}  // namespace transom::comctl
