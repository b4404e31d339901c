#include "host/x11/focus_tracker.h"

#include "host/display.h"

namespace transom::host::x11 {
namespace {

using std::chrono::milliseconds;

// How long a focus that was asked for may take, a click to follow its focus, and the focus to go
// from one of our windows to the next.
constexpr milliseconds kOnItsWay{500};
constexpr milliseconds kClickFollows{250};
constexpr milliseconds kQuickClickFollows{150};  // whose release was seen before its press
constexpr milliseconds kBetweenWindows{50};

}  // namespace

void FocusTracker::gained(HWND window, Pointer pointer) {
  milliseconds delay{0};
  {
    std::lock_guard lock(mutex_);
    has_ = window;
    if (told_ == window) {
      tasks_.cancel(this);
      return;
    }
    if (pointer == Pointer::kPressed) delay = kClickFollows;
    if (pointer == Pointer::kInside) delay = kQuickClickFollows;
    if (Clock::now() < asked_at_ + kOnItsWay) delay = kOnItsWay;
  }
  settle_in(delay);
}

void FocusTracker::lost(HWND window) {
  milliseconds delay = kBetweenWindows;
  {
    std::lock_guard lock(mutex_);
    if (has_ != window) return;
    has_ = nullptr;
    if (Clock::now() < asked_at_ + kOnItsWay) delay = kOnItsWay;
  }
  settle_in(delay);
}

void FocusTracker::activated(HWND window) {
  std::lock_guard lock(mutex_);
  told_ = window;
  if (has_ == window) {
    tasks_.cancel(this);
  } else {
    asked_at_ = Clock::now();
  }
}

void FocusTracker::clicked() {
  std::lock_guard lock(mutex_);
  if (has_ != nullptr && has_ != told_) tasks_.cancel(this);
}

void FocusTracker::typed() {
  {
    std::lock_guard lock(mutex_);
    if (has_ == nullptr || has_ == told_ || Clock::now() < asked_at_ + kOnItsWay) return;
  }
  tasks_.cancel(this);
  settle();
}

void FocusTracker::destroyed(HWND window) {
  std::lock_guard lock(mutex_);
  if (has_ == window) has_ = nullptr;
  if (told_ == window) told_ = nullptr;
}

HWND FocusTracker::owner() {
  std::lock_guard lock(mutex_);
  return has_;
}

bool FocusTracker::expects(HWND window) {
  std::lock_guard lock(mutex_);
  return told_ == window && has_ != window && Clock::now() < asked_at_ + kOnItsWay;
}

void FocusTracker::settle_in(milliseconds delay) {
  if (delay == milliseconds{0}) {
    tasks_.cancel(this);
    settle();
  } else {
    tasks_.schedule(this, delay, [this] { settle(); });
  }
}

void FocusTracker::settle() {
  HWND gained = nullptr, lost = nullptr;
  {
    std::lock_guard lock(mutex_);
    if (has_ == told_) return;
    if (has_ == nullptr) lost = told_;
    gained = has_;
    told_ = has_;
  }
  if (lost != nullptr) host_events().focus_lost(lost);
  if (gained != nullptr) host_events().focus_gained(gained);
}

}  // namespace transom::host::x11
