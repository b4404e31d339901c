// Time under the virtual clock passes for programs that never wait, too. Unit tests run in real
// time, so a clock of its own is tried here.
#include "base/virtual_clock.h"

#include <gtest/gtest.h>

#include <thread>

namespace transom::base {
namespace {

TEST(VirtualClock, PauseLetsTheTimePassAtOnce) {
  VirtualClock clock;
  const Nanoseconds start = clock.now();
  std::thread([&] {
    clock.pause(kMillisecond);
    EXPECT_EQ(clock.now(), start + kMillisecond);
    clock.pause(3'600'000 * kMillisecond);
    clock.leave();
  }).join();
  EXPECT_EQ(clock.now(), start + 3'600'001 * kMillisecond);
}

// Both finish, each having seen its own time pass: the shorter steps come in between.
TEST(VirtualClock, PausesOfTwoThreadsAreServedInTheOrderOfTheirDeadlines) {
  VirtualClock clock;
  std::vector<int> order;
  clock.join();
  clock.join();
  const auto run = [&](int name, Nanoseconds step) {
    return std::thread([&clock, &order, name, step] {
      clock.adopt();
      for (int i = 0; i < 3; ++i) {
        clock.pause(step);
        order.push_back(name);
      }
      clock.leave();
    });
  };
  std::thread slow = run(1, 10 * kMillisecond);
  std::thread fast = run(2, 4 * kMillisecond);
  slow.join();
  fast.join();
  EXPECT_EQ(order, (std::vector<int>{2, 2, 1, 2, 1, 1}));
}

}  // namespace
}  // namespace transom::base
