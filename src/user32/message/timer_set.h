// The timers of one thread: a heap ordered by due time and a hash of (window, identifier).
//
// Setting, resetting and killing cost O(log n); the next due timer O(1). Nothing ever scans them
// all. Only the owning thread touches it; SetTimer on another thread's window is refused as on
// Windows. https://learn.microsoft.com/windows/win32/winmsg/about-timers
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "base/win32.h"

namespace transom::user {

struct Timer {
  HWND window;
  UINT_PTR id;
  UINT period;  // milliseconds, USER_TIMER_MINIMUM to USER_TIMER_MAXIMUM
  TIMERPROC procedure;
  base::Nanoseconds due;
  bool system;           // WM_SYSTIMER: caret, scroll bars, hover; invisible to the program's own
  std::size_t position;  // in the heap
};

class TimerSet {
 public:
  // Sets or resets. With no window and an unknown or zero `id` a new identifier is chosen.
  UINT_PTR set(HWND window, UINT_PTR id, UINT period, TIMERPROC procedure, bool system);
  bool kill(HWND window, UINT_PTR id, bool system);
  void kill_window(HWND window);
  void clear();

  bool empty() const { return heap_.empty(); }
  // When the next timer is due; kForever where there is none.
  base::Nanoseconds next_due() {
    settle_first();
    return heap_.empty() ? base::kForever : heap_[0].due;
  }

  // The same among those that `accept` likes; looks at all of them, so only under a filter.
  template <class Accept>
  base::Nanoseconds next_due(Accept&& accept) const {
    base::Nanoseconds due = base::kForever;
    for (const Entry& entry : heap_) {
      if (entry.timer->due < due && accept(*entry.timer)) due = entry.timer->due;
    }
    return due;
  }

  // The most overdue timer that `accept` likes, or null. If `restart`, its next period begins now.
  template <class Accept>
  Timer* take_due(base::Nanoseconds now, bool restart, Accept&& accept);

  // Whether this thread has a timer with that procedure: DispatchMessage calls no other.
  bool knows_procedure(HWND window, UINT_PTR id, LPARAM procedure) const;

 private:
  struct Key {
    HWND window;
    UINT_PTR id;
    bool system;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return (reinterpret_cast<std::size_t>(key.window) * 0x9E3779B97F4A7C15ull) ^
             (key.id * 0xC2B2AE3D27D4EB4Full) ^ static_cast<std::size_t>(key.system);
    }
  };

  // `due` is not after the timer's own: a timer that is put off stays where it is until it comes
  // up, so that setting one again, which programs do far more often than timers come due, moves
  // nothing.
  struct Entry {
    base::Nanoseconds due;
    Timer* timer;
  };

  void settle_first();
  void sift_up(std::size_t position);
  void sift_down(std::size_t position);
  void place(const Entry& entry, std::size_t position);
  void remove_at(std::size_t position);

  std::unordered_map<Key, std::unique_ptr<Timer>, KeyHash> timers_;
  std::vector<Entry> heap_;
  UINT_PTR next_id_ = 0x100;
};

template <class Accept>
Timer* TimerSet::take_due(base::Nanoseconds now, bool restart, Accept&& accept) {
  if (next_due() > now) return nullptr;
  Timer* found = nullptr;
  if (accept(*heap_[0].timer)) {
    found = heap_[0].timer;
  } else {
    // Only under a filter: look among the due ones, which are a top part of the heap.
    std::vector<std::size_t> open{0};
    while (!open.empty()) {
      const std::size_t position = open.back();
      open.pop_back();
      for (std::size_t child = 2 * position + 1; child <= 2 * position + 2; ++child) {
        if (child >= heap_.size() || heap_[child].due > now) continue;
        Timer* timer = heap_[child].timer;
        if (timer->due <= now && accept(*timer) && (found == nullptr || timer->due < found->due)) {
          found = timer;
        }
        open.push_back(child);
      }
    }
  }
  if (found != nullptr && restart) {
    found->due = now + found->period * base::kMillisecond;
  }
  return found;
}

}  // namespace transom::user
