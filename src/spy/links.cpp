#include "spy/links.h"

namespace transom::spy {

std::uint64_t Links::key_of(const MSG& message) {
  std::uint64_t key = reinterpret_cast<std::uint64_t>(message.hwnd);
  for (const std::uint64_t part : {std::uint64_t{message.message}, std::uint64_t{message.wParam},
                                   static_cast<std::uint64_t>(message.lParam)}) {
    key = (key ^ part) * 0x9E3779B97F4A7C15u;
    key ^= key >> 29;
  }
  return key;
}

void Links::posted(const MSG& message, Link link) {
  const std::lock_guard lock(mutex_);
  if (count_ == kMost) {
    waiting_.clear();
    count_ = 0;
  }
  waiting_[key_of(message)].push_back(link);
  ++count_;
}

Link Links::take(const MSG& message) {
  const std::lock_guard lock(mutex_);
  const auto found = waiting_.find(key_of(message));
  if (found == waiting_.end()) return {};
  const Link link = found->second.front();
  found->second.pop_front();
  if (found->second.empty()) waiting_.erase(found);
  --count_;
  return link;
}

}  // namespace transom::spy
