#include "user32/system/power_notification.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "base/last_error.h"
#include "user32/message/broadcast.h"
#include "user32/message/send.h"
#include "user32/numbered_objects.h"
#include "user32/system/host_system.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

// GUID_ACDC_POWER_SOURCE and GUID_BATTERY_PERCENTAGE_REMAINING.
constexpr GUID kPowerSource{
    0x5D3E9A59, 0xE9D5, 0x4B00, {0xA6, 0xBD, 0xFF, 0x34, 0xFF, 0x51, 0x65, 0x48}};
constexpr GUID kBatteryPercent{
    0xA7AD8041, 0xB45A, 0x4CAE, {0x87, 0xA3, 0xEE, 0xCB, 0xB4, 0x68, 0xA9, 0xE1}};

enum class Wants { kSetting, kSuspension };

struct Registration {
  HWND window;
  Wants wants;
  GUID setting;
};

NumberedObjects<Registration>& registrations() {
  static auto* made = new NumberedObjects<Registration>;
  return *made;
}

std::vector<HWND> windows_that_want(Wants wants, const GUID& setting = {}) {
  std::vector<HWND> windows;
  registrations().for_each([&](const auto& each) {
    if (each->wants == wants && each->setting == setting) windows.push_back(each->window);
  });
  return windows;
}

DWORD value_of(const GUID& setting, const host::PowerStatus& status) {
  constexpr DWORD kOnLine = 0, kOnBattery = 1;  // SYSTEM_POWER_CONDITION
  if (setting == kPowerSource) {
    return status.line == host::PowerLine::kOffline ? kOnBattery : kOnLine;
  }
  return static_cast<DWORD>(std::max(status.percent, 0));
}

// A POWERBROADCAST_SETTING with a number in it.
struct SettingMessage {
  GUID setting;
  DWORD size;
  DWORD value;
};

void tell_setting(HWND window, const GUID& setting, DWORD value) {
  const auto message =
      std::make_shared<SettingMessage>(SettingMessage{setting, DWORD{sizeof value}, value});
  send_message_within(kWindowsPatience, window, WM_POWERBROADCAST, PBT_POWERSETTINGCHANGE,
                      reinterpret_cast<LPARAM>(message.get()), message);
}

void* add(HWND window, Wants wants, const GUID& setting) {
  const std::uintptr_t number =
      registrations().insert(std::make_shared<Registration>(Registration{window, wants, setting}));
  return reinterpret_cast<void*>(number);
}

bool remove(const void* handle) {
  return registrations().remove(reinterpret_cast<std::uintptr_t>(handle)) != nullptr;
}

DWORD check(HANDLE recipient, DWORD flags) {
  if (flags != DEVICE_NOTIFY_WINDOW_HANDLE) return ERROR_INVALID_PARAMETER;
  return is_window(static_cast<HWND>(recipient)) ? ERROR_SUCCESS : ERROR_INVALID_HANDLE;
}

}  // namespace

void tell_power_settings(const host::PowerStatus& before, const host::PowerStatus& now) {
  for (const GUID& setting : {kPowerSource, kBatteryPercent}) {
    const DWORD value = value_of(setting, now);
    if (value == value_of(setting, before)) continue;
    for (const HWND window : windows_that_want(Wants::kSetting, setting)) {
      tell_setting(window, setting, value);
    }
  }
}

void tell_suspend_registrations(WPARAM event) {
  const auto broadcast = broadcast_targets();
  for (const HWND window : windows_that_want(Wants::kSuspension)) {
    if (std::ranges::find(broadcast, window) != broadcast.end()) continue;
    send_message_within(kWindowsPatience, window, WM_POWERBROADCAST, event, 0);
  }
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// The window gets WM_POWERBROADCAST with PBT_POWERSETTINGCHANGE when the setting changes, and at
// once with what it is. Known are the power source and the battery's percentage; others are taken
// and never change. Last errors: ERROR_INVALID_PARAMETER, ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerpowersettingnotification
HPOWERNOTIFY WINAPI RegisterPowerSettingNotification(HANDLE recipient, LPCGUID setting,
                                                     DWORD flags) {
  if (setting == nullptr) return base::fail<HPOWERNOTIFY>(ERROR_INVALID_PARAMETER);
  if (const DWORD error = check(recipient, flags)) return base::fail<HPOWERNOTIFY>(error);
  const auto window = static_cast<HWND>(recipient);
  void* handle = add(window, Wants::kSetting, *setting);
  if (*setting == kPowerSource || *setting == kBatteryPercent) {
    tell_setting(window, *setting, value_of(*setting, host::current_power_status()));
  }
  return handle;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-unregisterpowersettingnotification
WINBOOL WINAPI UnregisterPowerSettingNotification(HPOWERNOTIFY handle) {
  return remove(handle) ? TRUE : base::fail(ERROR_INVALID_HANDLE);
}

// For windows that broadcasts do not reach: PBT_APMSUSPEND and its like by WM_POWERBROADCAST.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registersuspendresumenotification
HPOWERNOTIFY WINAPI RegisterSuspendResumeNotification(HANDLE recipient, DWORD flags) {
  if (const DWORD error = check(recipient, flags)) return base::fail<HPOWERNOTIFY>(error);
  return add(static_cast<HWND>(recipient), Wants::kSuspension, {});
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-unregistersuspendresumenotification
WINBOOL WINAPI UnregisterSuspendResumeNotification(HPOWERNOTIFY handle) {
  return remove(handle) ? TRUE : base::fail(ERROR_INVALID_HANDLE);
}
