#include "user32/system/host_system.h"

#include <algorithm>
#include <atomic>

#include "base/clock.h"
#include "gdi32/text/font_finder.h"
#include "user32/message/broadcast.h"
#include "user32/message/send.h"
#include "user32/system/device_notification.h"
#include "user32/system/power_notification.h"
#include "user32/system/session_end.h"
#include "user32/system/session_notification.h"

namespace transom::user {
namespace {

// Resumed, and nobody has touched key or mouse since.
std::atomic<bool> waits_for_user{false};

// Windows's own kind of power message, and the one of the first portable machines, which programs
// of that time wait for. What they answer cannot stop the machine any more.
void tell_power(WPARAM event, WPARAM old_event) {
  tell_all_windows(WM_POWERBROADCAST, event, 0);
  tell_suspend_registrations(event);
  if (old_event != 0) tell_all_windows(WM_POWER, old_event, 0);
}

DWORD session_number() {
  const char* name = std::getenv("XDG_SESSION_ID");
  return name != nullptr ? static_cast<DWORD>(std::strtoul(name, nullptr, 10)) : 1;
}

WPARAM session_event(host::SessionChange change) {
  switch (change) {
    case host::SessionChange::kConnected:
      return WTS_CONSOLE_CONNECT;
    case host::SessionChange::kDisconnected:
      return WTS_CONSOLE_DISCONNECT;
    case host::SessionChange::kLocked:
      return WTS_SESSION_LOCK;
    case host::SessionChange::kUnlocked:
      return WTS_SESSION_UNLOCK;
  }
  return 0;
}

class MessagesFromHost final : public host::SystemEvents {
 public:
  void suspending() override {
    waits_for_user = false;
    tell_power(PBT_APMSUSPEND, PWR_SUSPENDREQUEST);
  }

  // "If the system detects any user activity after broadcasting PBT_APMRESUMEAUTOMATIC, it will
  // broadcast a PBT_APMRESUMESUSPEND event."
  void resumed() override {
    tell_power(PBT_APMRESUMEAUTOMATIC, PWR_SUSPENDRESUME);
    waits_for_user = true;
  }

  void power_changed(const host::PowerStatus& status) override {
    const host::PowerStatus before = std::exchange(power_, status);
    tell_power_settings(before, status);
    if (is_worth_telling(before, status)) tell_power(PBT_APMPOWERSTATUSCHANGE, 0);
  }

  void session_ending(host::SessionEnd how) override {
    if (how == host::SessionEnd::kShutdown) {
      end_session({.lparam = 0, .may_refuse = false});
    } else if (end_session({.lparam = static_cast<LPARAM>(ENDSESSION_LOGOFF)})) {
      end_process(EndedBy::kSignal);
    }
  }

  void session_changed(host::SessionChange change) override {
    tell_session_registrations(session_event(change), session_number());
  }

  void user_changed() override { tell_all_windows(WM_USERCHANGED, 0, 0); }
  void clock_set() override { tell_all_windows(WM_TIMECHANGE, 0, 0); }

  void fonts_changed() override {
    gdi::reload_fonts();
    tell_all_windows(WM_FONTCHANGE, 0, 0);
  }
  std::vector<std::string> font_folders() override { return gdi::font_folders(); }

  // "0x8000 represents 50 percent".
  void memory_short(double percent) override {
    const double ratio = std::min(percent / 100 * 0x10000, 65'535.0);
    tell_all_windows(WM_COMPACTING, static_cast<WPARAM>(ratio), 0);
  }

  void device_changed(const host::DeviceProperties& device) override { tell_device(device); }

 private:
  // "When battery life drops below 10 percent, or if the battery life changes by 3 percent."
  bool is_worth_telling(const host::PowerStatus& before, const host::PowerStatus& now) {
    constexpr int kStep = 3, kLow = 10;
    const bool low = now.percent < kLow && before.percent >= kLow;
    const bool step = std::abs(now.percent - told_percent_) >= kStep;
    const bool worth = before.line != now.line || before.charging != now.charging ||
                       before.has_battery != now.has_battery || low || step;
    if (worth) told_percent_ = now.percent;
    return worth;
  }

  host::PowerStatus power_ = {};
  int told_percent_ = -1;
};

// Before the program's first line: a window need not have been shown.
[[gnu::constructor]] void listen_to_clock() {
  base::clock::set_wall_clock_listener([] { system_events().clock_set(); });
}

}  // namespace

host::SystemEvents& system_events() {
  static auto* events = new MessagesFromHost;
  return *events;
}

void tell_all_windows(UINT message, WPARAM wparam, LPARAM lparam,
                      const std::shared_ptr<void>& pointed) {
  for (const HWND window : broadcast_targets()) {
    send_message_within(kWindowsPatience, window, message, wparam, lparam, pointed);
  }
}

void note_user_activity() {
  if (!waits_for_user.load(std::memory_order_relaxed)) return;
  if (!waits_for_user.exchange(false)) return;
  for (const HWND window : broadcast_targets()) {
    send_notify_message(window, WM_POWERBROADCAST, PBT_APMRESUMESUSPEND, 0);
  }
}

}  // namespace transom::user
