#include "user32/message/timer_set.h"

#include <gtest/gtest.h>

namespace transom::user {
namespace {

constexpr auto kAny = [](const Timer&) { return true; };
const HWND kWindow = reinterpret_cast<HWND>(0x10001);

TEST(TimerSet, TheEarliestIsDueFirst) {
  TimerSet timers;
  timers.set(kWindow, 1, 300, nullptr, false);
  timers.set(kWindow, 2, 100, nullptr, false);
  timers.set(kWindow, 3, 200, nullptr, false);
  const base::Nanoseconds later = base::clock::now() + 1'000 * base::kMillisecond;
  Timer* first = timers.take_due(later, true, kAny);
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(first->id, 2u);
}

// SetTimer: "If the hWnd parameter is NULL, and the nIDEvent does not match an existing timer then
// it is ignored and a new timer ID will be generated."
TEST(TimerSet, WithoutAWindowAnUnknownIdentifierIsReplaced) {
  TimerSet timers;
  const UINT_PTR id = timers.set(nullptr, 7, 100, nullptr, false);
  EXPECT_NE(id, 7u);
  EXPECT_EQ(timers.set(nullptr, id, 200, nullptr, false), id);
}

// SetTimer: intervals are clamped to USER_TIMER_MINIMUM and USER_TIMER_MAXIMUM.
TEST(TimerSet, ThePeriodIsClamped) {
  TimerSet timers;
  timers.set(kWindow, 1, 0, nullptr, false);
  const base::Nanoseconds now = base::clock::now();
  EXPECT_GT(timers.next_due(), now);
  EXPECT_LE(timers.next_due(), now + USER_TIMER_MINIMUM * base::kMillisecond);
}

TEST(TimerSet, KillingInAnyOrderKeepsTheRestInOrder) {
  TimerSet timers;
  for (UINT id = 1; id <= 200; ++id)
    timers.set(kWindow, id, (id * 7919) % 1009 + 10, nullptr, false);
  for (UINT id = 1; id <= 200; id += 2) EXPECT_TRUE(timers.kill(kWindow, id, false));
  EXPECT_FALSE(timers.kill(kWindow, 1, false));
  base::Nanoseconds previous = 0;
  const base::Nanoseconds later = base::clock::now() + 100'000 * base::kMillisecond;
  for (int i = 0; i < 100; ++i) {
    Timer* timer = timers.take_due(later, false, kAny);
    ASSERT_NE(timer, nullptr);
    EXPECT_GE(timer->due, previous);
    EXPECT_EQ(timer->id % 2, 0u);
    previous = timer->due;
    timers.kill(kWindow, timer->id, false);
  }
  EXPECT_TRUE(timers.empty());
}

// SetTimer: "If hWnd … already has a timer with the value nIDEvent, then the existing timer is
// replaced": the interval begins anew.
TEST(TimerSet, ATimerThatIsSetAgainComesAtItsNewTime) {
  TimerSet timers;
  timers.set(kWindow, 1, 100, nullptr, false);
  timers.set(kWindow, 2, 200, nullptr, false);
  timers.set(kWindow, 1, 300, nullptr, false);
  const base::Nanoseconds now = base::clock::now();
  EXPECT_GT(timers.next_due(), now + 150 * base::kMillisecond);
  EXPECT_EQ(timers.take_due(now + 250 * base::kMillisecond, true, kAny)->id, 2u);
  EXPECT_EQ(timers.take_due(now + 250 * base::kMillisecond, true, kAny), nullptr);
  EXPECT_EQ(timers.take_due(now + 320 * base::kMillisecond, true, kAny)->id, 1u);
  timers.set(kWindow, 1, 10, nullptr, false);
  EXPECT_LE(timers.next_due(), base::clock::now() + 10 * base::kMillisecond);
}

TEST(TimerSet, AFilterFindsADueTimerBelowTheTop) {
  TimerSet timers;
  for (UINT id = 1; id <= 50; ++id) timers.set(kWindow, id, 10 + id, nullptr, false);
  const base::Nanoseconds later = base::clock::now() + 1'000 * base::kMillisecond;
  Timer* found = timers.take_due(later, false, [](const Timer& timer) { return timer.id == 37; });
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->id, 37u);
}

}  // namespace
}  // namespace transom::user
