// Which post a retrieved or dispatched message was. A MSG has no room for a number of ours, so a
// message is known by what it says; equal ones are taken in the order in which they were posted.
#pragma once

#include <deque>
#include <mutex>
#include <unordered_map>

#include "spy/record.h"

namespace transom::spy {

struct Link {
  std::uint64_t post = 0;  // 0: nobody posted it
  Origin origin = Origin::kSystem;
};

class Links {
 public:
  // At most this many posts are remembered; then all are forgotten (their arrows are missing).
  static constexpr std::size_t kMost = 1 << 16;

  void posted(const MSG& message, Link link);
  // The oldest such post, which is then forgotten; a link without a post when there is none.
  Link take(const MSG& message);

 private:
  static std::uint64_t key_of(const MSG& message);

  std::mutex mutex_;
  std::unordered_map<std::uint64_t, std::deque<Link>> waiting_;  // guarded by mutex_
  std::size_t count_ = 0;                                        // guarded by mutex_
};

}  // namespace transom::spy
