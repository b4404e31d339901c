// Display adapters and their modes: one adapter a monitor, with the one mode that it is in. The
// host's display belongs to the whole desktop, so no program changes its mode.
#include <optional>

#include "base/last_error.h"
#include "base/text.h"
#include "host/display.h"
#include "user32/window/desktop.h"

namespace transom::user {
namespace {

template <std::size_t kSize>
void copy(std::u16string_view text, WCHAR (&to)[kSize]) {
  to[text.copy(base::as_char16(to), kSize - 1)] = 0;
}
template <std::size_t kSize>
void copy(std::u16string_view text, CHAR (&to)[kSize]) {
  const std::string ansi = base::to_ansi(text);
  to[ansi.copy(to, kSize - 1)] = 0;
}

template <std::size_t kSize>
void copy(std::u16string_view text, BYTE (&to)[kSize]) {
  copy(text, reinterpret_cast<CHAR(&)[kSize]>(to));
}

// The monitor by its device name; the primary one without a name.
const host::Monitor* find_by_name(const std::optional<std::u16string>& name) {
  if (!name) return &primary_monitor();
  for (const host::Monitor& monitor : monitors()) {
    if (base::equals_ignoring_case(monitor.name, *name)) return &monitor;
  }
  return nullptr;
}

std::optional<std::u16string> name_of(LPCWSTR name) {
  if (name == nullptr) return std::nullopt;
  return std::u16string(base::as_char16(name));
}
std::optional<std::u16string> name_of(LPCSTR name) {
  if (name == nullptr) return std::nullopt;
  return base::to_utf16(name);
}

template <class Device, class Character>
BOOL enumerate_devices(const Character* adapter, DWORD index, Device* device) {
  if (device == nullptr || device->cb < offsetof(Device, StateFlags)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const bool asks_for_monitor = adapter != nullptr;
  const host::Monitor* monitor = nullptr;
  if (asks_for_monitor) {
    monitor = index == 0 ? find_by_name(name_of(adapter)) : nullptr;
  } else if (index < monitors().size()) {
    monitor = &monitors()[index];
  }
  if (monitor == nullptr) return FALSE;
  Device full{};
  copy(asks_for_monitor ? monitor->name + u"\\Monitor0" : monitor->name, full.DeviceName);
  copy(asks_for_monitor ? u"Generic Monitor" : u"Transom Display", full.DeviceString);
  full.StateFlags = DISPLAY_DEVICE_ATTACHED_TO_DESKTOP;  // for a monitor: DISPLAY_DEVICE_ACTIVE
  if (!asks_for_monitor && monitor->primary) full.StateFlags |= DISPLAY_DEVICE_PRIMARY_DEVICE;
  full.cb = std::min<DWORD>(device->cb, sizeof full);
  std::memcpy(device, &full, full.cb);
  return TRUE;
}

template <class Mode, class Character>
BOOL describe_mode(const Character* name, DWORD index, Mode* mode) {
  constexpr std::size_t kFirstVersion = offsetof(Mode, dmICMMethod);
  if (mode == nullptr || mode->dmSize < kFirstVersion) return base::fail(ERROR_INVALID_PARAMETER);
  const host::Monitor* monitor = find_by_name(name_of(name));
  if (monitor == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const bool current = index == ENUM_CURRENT_SETTINGS || index == ENUM_REGISTRY_SETTINGS;
  if (!current && index != 0) return FALSE;
  const RECT& bounds = monitor->bounds;
  copy(u"Transom", mode->dmDeviceName);
  mode->dmSpecVersion = mode->dmDriverVersion = DM_SPECVERSION;
  mode->dmDriverExtra = 0;
  mode->dmFields = DM_POSITION | DM_DISPLAYORIENTATION | DM_BITSPERPEL | DM_PELSWIDTH |
                   DM_PELSHEIGHT | DM_DISPLAYFLAGS | DM_DISPLAYFREQUENCY;
  mode->dmPosition = {bounds.left, bounds.top};
  mode->dmDisplayOrientation = DMDO_DEFAULT;
  mode->dmBitsPerPel = static_cast<DWORD>(host::display().bits_per_pixel());
  mode->dmPelsWidth = static_cast<DWORD>(bounds.right - bounds.left);
  mode->dmPelsHeight = static_cast<DWORD>(bounds.bottom - bounds.top);
  mode->dmDisplayFlags = 0;
  mode->dmDisplayFrequency = 60;
  return TRUE;
}

}  // namespace
}  // namespace transom::user

using namespace transom::user;

// The adapter of a number (null name), or the monitor of an adapter. FALSE: no more.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumdisplaydevicesw
WINBOOL WINAPI EnumDisplayDevicesW(LPCWSTR adapter, DWORD index, PDISPLAY_DEVICEW device, DWORD) {
  return enumerate_devices(adapter, index, device);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumdisplaydevicesa
WINBOOL WINAPI EnumDisplayDevicesA(LPCSTR adapter, DWORD index, PDISPLAY_DEVICEA device, DWORD) {
  return enumerate_devices(adapter, index, device);
}

// A mode of an adapter: a number, or ENUM_CURRENT_SETTINGS. FALSE: no more.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumdisplaysettingsw
WINBOOL WINAPI EnumDisplaySettingsW(LPCWSTR name, DWORD index, LPDEVMODEW mode) {
  return describe_mode(name, index, mode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumdisplaysettingsa
WINBOOL WINAPI EnumDisplaySettingsA(LPCSTR name, DWORD index, LPDEVMODEA mode) {
  return describe_mode(name, index, mode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumdisplaysettingsexw
WINBOOL WINAPI EnumDisplaySettingsExW(LPCWSTR name, DWORD index, LPDEVMODEW mode, DWORD) {
  return describe_mode(name, index, mode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumdisplaysettingsexa
WINBOOL WINAPI EnumDisplaySettingsExA(LPCSTR name, DWORD index, LPDEVMODEA mode, DWORD) {
  return describe_mode(name, index, mode);
}
