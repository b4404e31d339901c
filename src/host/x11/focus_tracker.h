// Which of our windows has the X focus, and what user32 has been told of it.
//
// The focus goes from window to window by way of none, comes late after it was asked for, and comes
// with a click that activates by itself. user32 hears only what remains when all that has settled:
// otherwise two windows could take the activation from each other for ever.
//
// Threads: any. Calls HostEvents without a lock.
#pragma once

#include <chrono>
#include <mutex>

#include "base/win32.h"
#include "host/x11/delayed_tasks.h"

namespace transom::host::x11 {

class FocusTracker {
 public:
  explicit FocusTracker(DelayedTasks& tasks) : tasks_(tasks) {}

  enum class Pointer { kOutside, kInside, kPressed };
  // FocusIn and FocusOut. Where the pointer is in the window, a press may be on its way.
  void gained(HWND window, Pointer pointer);
  void lost(HWND window);
  // user32 has activated the window.
  void activated(HWND window);
  // A press was reported: user32 activates by it.
  void clicked();
  // A key was pressed: no click has brought the focus, and the key needs it.
  void typed();
  void destroyed(HWND window);

  // The window that has the X focus; null: none of ours.
  HWND owner();
  // A window was activated and its focus may still be on the way.
  bool expects(HWND window);

 private:
  using Clock = std::chrono::steady_clock;
  void settle_in(std::chrono::milliseconds delay);
  void settle();

  DelayedTasks& tasks_;
  std::mutex mutex_;
  // Guarded by mutex_.
  HWND has_ = nullptr;   // as X has it
  HWND told_ = nullptr;  // as user32 has it
  Clock::time_point asked_at_{};
};

}  // namespace transom::host::x11
