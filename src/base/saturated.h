// Sums of coordinates that programs give: what is too large stays at the largest number.
#pragma once

#include <algorithm>
#include <cstdint>

namespace transom::base {

inline int saturated_sum(int a, int b) {
  return static_cast<int>(std::clamp<std::int64_t>(std::int64_t{a} + b, INT32_MIN, INT32_MAX));
}

}  // namespace transom::base
