// Replies of xcb's, which are freed with free().
#pragma once

#include <cstdlib>
#include <memory>

namespace transom::tests {

template <class T>
std::unique_ptr<T, decltype(&std::free)> own(T* reply) {
  return {reply, &std::free};
}

}  // namespace transom::tests
