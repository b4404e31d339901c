// Asking for another display mode. The host's display belongs to the whole desktop: the mode that
// it is in may be asked for, no other.
// https://learn.microsoft.com/windows/win32/gdi/display-functions
#include "base/win32.h"

namespace {

constexpr DWORD kKnownFlags = CDS_UPDATEREGISTRY | CDS_TEST | CDS_FULLSCREEN | CDS_GLOBAL |
                              CDS_SET_PRIMARY | CDS_VIDEOPARAMETERS | CDS_RESET | CDS_NORESET |
                              CDS_ENABLE_UNSAFE_MODES | CDS_DISABLE_UNSAFE_MODES;

BOOL current_mode(LPCWSTR device, DEVMODEW* mode) {
  return EnumDisplaySettingsW(device, ENUM_CURRENT_SETTINGS, mode);
}
BOOL current_mode(LPCSTR device, DEVMODEA* mode) {
  return EnumDisplaySettingsA(device, ENUM_CURRENT_SETTINGS, mode);
}

// Whether the fields that the mode sets are as they are now.
template <class Mode>
bool is_current(const Mode& mode, const Mode& now) {
  const auto same = [&](DWORD field, auto member) {
    return (mode.dmFields & field) == 0 || mode.*member == 0 || mode.*member == now.*member;
  };
  return same(DM_BITSPERPEL, &Mode::dmBitsPerPel) && same(DM_PELSWIDTH, &Mode::dmPelsWidth) &&
         same(DM_PELSHEIGHT, &Mode::dmPelsHeight) &&
         ((mode.dmFields & DM_DISPLAYFREQUENCY) == 0 || mode.dmDisplayFrequency <= 1 ||
          mode.dmDisplayFrequency == now.dmDisplayFrequency);
}

template <class Character, class Mode>
LONG change(const Character* device, const Mode* mode, DWORD flags) {
  if ((flags & ~kKnownFlags) != 0) return DISP_CHANGE_BADFLAGS;
  // "Only valid when specified with the CDS_UPDATEREGISTRY flag."
  if ((flags & (CDS_GLOBAL | CDS_NORESET)) != 0 && (flags & CDS_UPDATEREGISTRY) == 0) {
    return DISP_CHANGE_BADFLAGS;
  }
  Mode now{};
  now.dmSize = sizeof now;
  if (!current_mode(device, &now)) return DISP_CHANGE_BADPARAM;
  if (mode == nullptr) return DISP_CHANGE_SUCCESSFUL;
  if (mode->dmSize < offsetof(Mode, dmICMMethod)) return DISP_CHANGE_BADPARAM;
  return is_current(*mode, now) ? DISP_CHANGE_SUCCESSFUL : DISP_CHANGE_BADMODE;
}

}  // namespace

// DISP_CHANGE_SUCCESSFUL for the mode that the display is in (or none: the usual one),
// DISP_CHANGE_BADMODE for others, DISP_CHANGE_BADPARAM for a device that there is not.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-changedisplaysettingsexw
LONG WINAPI ChangeDisplaySettingsExW(LPCWSTR device, LPDEVMODEW mode, HWND window, DWORD flags,
                                     LPVOID) {
  return window == nullptr ? change(device, mode, flags) : DISP_CHANGE_BADPARAM;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-changedisplaysettingsexa
LONG WINAPI ChangeDisplaySettingsExA(LPCSTR device, LPDEVMODEA mode, HWND window, DWORD flags,
                                     LPVOID) {
  return window == nullptr ? change(device, mode, flags) : DISP_CHANGE_BADPARAM;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-changedisplaysettingsw
LONG WINAPI ChangeDisplaySettingsW(LPDEVMODEW mode, DWORD flags) {
  return change(LPCWSTR{nullptr}, mode, flags);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-changedisplaysettingsa
LONG WINAPI ChangeDisplaySettingsA(LPDEVMODEA mode, DWORD flags) {
  return change(LPCSTR{nullptr}, mode, flags);
}
