#include "user32/message/message_queue.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace transom::user {
namespace {

MSG numbered(UINT number, WPARAM wparam = 0) {
  MSG message{};
  message.message = number;
  message.wParam = wparam;
  return message;
}

void push_from_another_thread(MessageQueue& queue, UINT first, UINT count) {
  std::thread([&] {
    for (UINT i = 0; i < count; ++i) queue.push_foreign(numbered(first + i));
  }).join();
}

std::vector<UINT> drain(MessageQueue& queue) {
  std::vector<UINT> numbers;
  MSG message;
  while (queue.pop(message)) numbers.push_back(message.message);
  return numbers;
}

TEST(MessageQueue, FirstInFirstOut) {
  MessageQueue queue;
  for (UINT i = 0; i < 1000; ++i) ASSERT_TRUE(queue.push_own(numbered(i)));
  MSG message;
  for (UINT i = 0; i < 1000; ++i) {
    ASSERT_TRUE(queue.pop(message));
    EXPECT_EQ(message.message, i);
  }
  EXPECT_FALSE(queue.pop(message));
}

// What happened before stays before, whoever posted it.
TEST(MessageQueue, TheOwnersPostComesAfterWhatHadArrived) {
  MessageQueue queue;
  push_from_another_thread(queue, 1, 2);
  queue.push_own(numbered(3));
  push_from_another_thread(queue, 4, 1);
  queue.push_own(numbered(5));
  EXPECT_EQ(drain(queue), (std::vector<UINT>{1, 2, 3, 4, 5}));
}

// PostMessage: "There is a limit of 10,000 posted messages per message queue."
TEST(MessageQueue, RefusesTheOwnersMessage10001) {
  MessageQueue queue;
  for (std::size_t i = 0; i < MessageQueue::kLimit; ++i) {
    ASSERT_TRUE(queue.push_own(numbered(1)));
  }
  EXPECT_FALSE(queue.push_own(numbered(1)));
  MSG message;
  queue.pop(message);
  EXPECT_TRUE(queue.push_own(numbered(1)));
}

TEST(MessageQueue, RefusesTheForeignMessage10001) {
  MessageQueue queue;
  for (std::size_t i = 0; i < MessageQueue::kLimit; ++i) {
    ASSERT_TRUE(queue.push_foreign(numbered(static_cast<UINT>(i)))) << i;
  }
  EXPECT_FALSE(queue.push_foreign(numbered(1)));
  EXPECT_EQ(drain(queue).size(), MessageQueue::kLimit);
  EXPECT_TRUE(queue.push_foreign(numbered(1)));
}

TEST(MessageQueue, TheLimitCountsOwnAndForeignMessagesTogether) {
  MessageQueue queue;
  for (std::size_t i = 0; i < MessageQueue::kLimit - 5; ++i) {
    ASSERT_TRUE(queue.push_own(numbered(1)));
  }
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(queue.push_foreign(numbered(2)));
  EXPECT_FALSE(queue.push_foreign(numbered(2)));
  EXPECT_FALSE(queue.push_own(numbered(2)));
}

TEST(MessageQueue, AnOverflowingInboxKeepsOrder) {
  MessageQueue queue;
  push_from_another_thread(queue, 0, 3 * MessageQueue::kInbox);
  const std::vector<UINT> numbers = drain(queue);
  ASSERT_EQ(numbers.size(), 3 * MessageQueue::kInbox);
  for (UINT i = 0; i < numbers.size(); ++i) ASSERT_EQ(numbers[i], i);
}

TEST(MessageQueue, WhatIsUrgentComesFirstInItsOwnOrder) {
  constexpr UINT kUrgent = 1000;
  MessageQueue queue;
  MSG message;
  EXPECT_TRUE(queue.push_urgent(numbered(kUrgent, 0)));
  EXPECT_FALSE(queue.empty());
  EXPECT_TRUE(queue.inbox_waiting());
  EXPECT_EQ(drain(queue), (std::vector<UINT>{kUrgent}));
  EXPECT_TRUE(queue.empty());

  // Wherever the ring begins, from which thread they come, and beside an overflow.
  for (UINT turn = 0; turn < 200; ++turn) {
    queue.push_own(numbered(1));
    push_from_another_thread(queue, 2, 2);
    ASSERT_TRUE(queue.push_urgent(numbered(kUrgent, 1)));
    push_from_another_thread(queue, 4, 1);
    std::thread([&] { queue.push_urgent(numbered(kUrgent, 2)); }).join();
    ASSERT_TRUE(queue.pop_own(message));
    EXPECT_EQ(message.message, kUrgent);
    EXPECT_EQ(message.wParam, 1u);
    ASSERT_TRUE(queue.push_urgent(numbered(kUrgent, 3)));
    queue.push_own(numbered(5));
    for (const WPARAM expected : {2, 3}) {
      ASSERT_TRUE(queue.find({}, true, message));
      EXPECT_EQ(message.message, kUrgent);
      EXPECT_EQ(message.wParam, expected);
    }
    ASSERT_EQ(drain(queue), (std::vector<UINT>{1, 2, 3, 4, 5})) << turn;
  }
}

TEST(MessageQueue, WhatIsUrgentCountsForTheLimit) {
  MessageQueue queue;
  for (std::size_t i = 0; i < MessageQueue::kLimit; ++i) queue.push_own(numbered(1));
  EXPECT_FALSE(queue.push_urgent(numbered(2)));
  MSG message;
  queue.pop(message);
  EXPECT_TRUE(queue.push_urgent(numbered(2)));
  EXPECT_FALSE(queue.push_urgent(numbered(2)));
  ASSERT_TRUE(queue.pop(message));
  EXPECT_EQ(message.message, 2u);
}

TEST(MessageQueue, AFilterTakesFromTheMiddle) {
  MessageQueue queue;
  for (UINT i = 1; i <= 5; ++i) queue.push_own(numbered(i));
  MSG message;
  ASSERT_TRUE(queue.find({.minimum = 3, .maximum = 4}, true, message));
  EXPECT_EQ(message.message, 3u);
  ASSERT_TRUE(queue.find({.minimum = 3, .maximum = 4}, false, message));
  EXPECT_EQ(message.message, 4u);
  EXPECT_EQ(drain(queue), (std::vector<UINT>{1, 2, 4, 5}));
}

TEST(MessageQueue, ADyingWindowsMessagesGoWithIt) {
  MessageQueue queue;
  const auto window = reinterpret_cast<HWND>(0x10001);
  for (UINT i = 1; i <= 6; ++i) {
    MSG message = numbered(i);
    message.hwnd = i % 2 == 0 ? window : nullptr;
    queue.push_own(message);
  }
  queue.remove_window(window);
  EXPECT_EQ(drain(queue), (std::vector<UINT>{1, 3, 5}));
}

TEST(MessageQueue, FourPostersKeepEachTheirOrder) {
  MessageQueue queue;
  constexpr UINT kEach = 20'000;
  std::vector<std::thread> posters;
  for (UINT poster = 0; poster < 4; ++poster) {
    posters.emplace_back([&queue, poster] {
      for (UINT i = 0; i < kEach; ++i) {
        while (!queue.push_foreign(numbered(poster, i))) std::this_thread::yield();
      }
    });
  }
  std::array<WPARAM, 4> next{};
  UINT received = 0;
  MSG message;
  while (received < 4 * kEach) {
    if (!queue.pop(message)) {
      std::this_thread::yield();
      continue;
    }
    ASSERT_EQ(message.wParam, next[message.message]) << "poster " << message.message;
    ++next[message.message];
    ++received;
  }
  for (auto& poster : posters) poster.join();
  EXPECT_TRUE(queue.empty());
}

}  // namespace
}  // namespace transom::user
