#include "base/clock.h"

#include <time.h>

#include <atomic>
#include <cstdlib>
#include <cstring>

#include "base/virtual_clock.h"

namespace transom::base::clock {
namespace {

Nanoseconds read(clockid_t id) {
  timespec time{};
  clock_gettime(id, &time);
  return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

}  // namespace

Nanoseconds now() {
  return is_virtual() ? VirtualClock::instance().now() : read(CLOCK_MONOTONIC);
}

namespace {

constexpr int kFreePolls = 4;
// So many looks at the clock count as a poll: a program may wait by asking for the time.
constexpr int kReadsPerPoll = 10'000;
thread_local int polls = 0;
thread_local int reads = 0;

// What the wall clock showed, or would have shown, at kVirtualStart.
std::atomic<std::int64_t> virtual_wall_start{kVirtualWallStart};
void (*wall_clock_listener)() = nullptr;

}  // namespace

void polled() {
  if (!is_virtual() || ++polls <= kFreePolls) return;
  VirtualClock::instance().pause(kMillisecond);
}

void poll_ended() {
  polls = 0;
}

std::uint64_t tick_count() {
  if (!is_virtual()) [[likely]] {
    timespec time;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &time);
    return static_cast<std::uint64_t>(time.tv_sec) * 1000 +
           static_cast<std::uint32_t>(time.tv_nsec) / 1'000'000u;
  }
  if (++reads >= kReadsPerPoll) {
    reads = 0;
    VirtualClock::instance().pause(kMillisecond);
  }
  return static_cast<std::uint64_t>(VirtualClock::instance().now() / kMillisecond);
}

std::int64_t wall_clock() {
  if (is_virtual()) {
    return virtual_wall_start + (VirtualClock::instance().now() - kVirtualStart) / kMillisecond;
  }
  return read(CLOCK_REALTIME) / kMillisecond;
}

bool set_wall_clock(std::int64_t milliseconds) {
  if (!is_virtual()) return false;
  virtual_wall_start += milliseconds - wall_clock();
  if (wall_clock_listener != nullptr) wall_clock_listener();
  return true;
}

void set_wall_clock_listener(void (*listener)()) {
  wall_clock_listener = listener;
}

Nanoseconds deadline_after(std::uint32_t milliseconds) {
  if (milliseconds == UINT32_MAX) return kForever;
  return now() + milliseconds * kMillisecond;
}

bool is_virtual() {
  return VirtualClock::active.load(std::memory_order_relaxed);
}

void make_virtual() {
  VirtualClock::instance().activate();
}

void set_idle_handler(std::function<bool()> handler) {
  VirtualClock::instance().set_idle_handler(std::move(handler));
}

void join() {
  VirtualClock::instance().join();
}
void adopt() {
  VirtualClock::instance().adopt();
}
void leave() {
  VirtualClock::instance().leave();
}

namespace {

// The command and the tests choose the clock through the environment; it has to be in force before
// the program's first line.
[[gnu::constructor(101)]] void choose_clock() {
  const char* choice = std::getenv("TRANSOM_CLOCK");
  const char* host = std::getenv("TRANSOM_HOST");
  // A headless run has nobody to wait for.
  if (choice == nullptr && host != nullptr && std::strcmp(host, "headless") == 0)
    choice = "virtual";
  if (choice != nullptr && std::strcmp(choice, "virtual") == 0) make_virtual();
}

}  // namespace
}  // namespace transom::base::clock
