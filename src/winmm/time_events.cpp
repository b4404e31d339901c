// timeSetEvent: a callback or an event after a time, once or again and again, on one thread that
// they all share.
// https://learn.microsoft.com/windows/win32/multimedia/multimedia-timers
#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "kernel32/sync_objects.h"
#include "kernel32/thread.h"
#include "kernel32/wait.h"
#include "winmm/periods.h"

namespace transom::winmm {
namespace {

struct TimeEvent {
  MMRESULT id;
  base::Nanoseconds due;
  base::Nanoseconds period;  // 0: once
  LPTIMECALLBACK callback;   // or the handle of an event
  DWORD_PTR user;
  UINT flags;
};

class TimeEvents {
 public:
  MMRESULT add(TimeEvent event) {
    std::lock_guard lock(mutex_);
    if (thread_ == nullptr) thread_ = kernel::start_thread([this] { return run(); }, 0, false);
    if (thread_ == nullptr) return 0;
    event.id = ++last_id_;
    events_.push_back(event);
    wake();
    return event.id;
  }

  // False: there is none. Waits for a callback that runs where it was asked to.
  bool kill(MMRESULT id) {
    std::unique_lock lock(mutex_);
    const auto found = std::ranges::find(events_, id, &TimeEvent::id);
    if (found == events_.end()) return false;
    const bool waits = (found->flags & TIME_KILL_SYNCHRONOUS) != 0;
    events_.erase(found);
    if (waits && thread_ != kernel::current_thread_object()) {
      called_.wait(lock, [&] { return running_ != id; });
    }
    return true;
  }

 private:
  void wake() {
    const kernel::DispatcherLock lock;
    changed_->set();
  }

  DWORD run() {
    while (true) {
      if (const auto event = take_due()) {
        call(*event);
        std::lock_guard lock(mutex_);
        running_ = 0;
        called_.notify_all();
      } else {
        const kernel::ObjectRef object = changed_;
        kernel::wait({&object, 1}, kernel::WaitFor::kAny, next_due(), false);
      }
    }
  }

  base::Nanoseconds next_due() {
    std::lock_guard lock(mutex_);
    const auto first = std::ranges::min_element(events_, {}, &TimeEvent::due);
    return first != events_.end() ? first->due : base::kForever;
  }

  // The one that is due, moved on to its next time.
  std::optional<TimeEvent> take_due() {
    std::lock_guard lock(mutex_);
    const auto first = std::ranges::min_element(events_, {}, &TimeEvent::due);
    if (first == events_.end() || first->due > base::clock::now()) return std::nullopt;
    const TimeEvent event = *first;
    running_ = event.id;
    if (event.period > 0) {
      first->due += event.period;
    } else {
      events_.erase(first);
    }
    return event;
  }

  static void call(const TimeEvent& event) {
    const auto handle = reinterpret_cast<HANDLE>(event.callback);
    if ((event.flags & TIME_CALLBACK_EVENT_SET) != 0) {
      SetEvent(handle);
    } else if ((event.flags & TIME_CALLBACK_EVENT_PULSE) != 0) {
      PulseEvent(handle);
    } else {
      event.callback(event.id, 0, event.user, 0, 0);
    }
  }

  const std::shared_ptr<kernel::Event> changed_ =
      std::make_shared<kernel::Event>(kernel::Reset::kAutomatic, false);
  std::mutex mutex_;
  // Guarded by mutex_.
  std::shared_ptr<kernel::Thread> thread_;
  std::vector<TimeEvent> events_;
  MMRESULT last_id_ = 0;
  MMRESULT running_ = 0;  // whose callback runs
  std::condition_variable called_;
};

// Never freed: its thread never ends.
TimeEvents& time_events() {
  static auto* events = new TimeEvents;
  return *events;
}

}  // namespace
}  // namespace transom::winmm

using namespace transom;
using namespace transom::winmm;

// Calls `callback`, or sets or pulses an event, after `delay` milliseconds, once or periodically.
// Returns an identifier, or 0 where it cannot.
// https://learn.microsoft.com/previous-versions/dd757634(v=vs.85)
MMRESULT WINAPI timeSetEvent(UINT delay, UINT resolution, LPTIMECALLBACK callback, DWORD_PTR user,
                             UINT flags) {
  if (!is_period(delay) || resolution > kCoarsestPeriod || callback == nullptr) return 0;
  const base::Nanoseconds period = delay * base::kMillisecond;
  const bool again = (flags & TIME_PERIODIC) != 0;
  return time_events().add(
      {0, base::clock::now() + period, again ? period : 0, callback, user, flags});
}

// MMSYSERR_INVALPARAM: there is no such event.
// https://learn.microsoft.com/previous-versions/dd757630(v=vs.85)
MMRESULT WINAPI timeKillEvent(UINT id) {
  return time_events().kill(id) ? TIMERR_NOERROR : MMSYSERR_INVALPARAM;
}
