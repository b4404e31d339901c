// Window stations and desktops: a process has one of each, "WinSta0" and "Default". A second
// desktop would need a display of its own, so that none is made.
// https://learn.microsoft.com/windows/win32/winstation/window-stations-and-desktops
#include <cstring>

#include "base/last_error.h"
#include "base/text.h"
#include "user32/message/thread_state.h"

namespace transom::user {
namespace {

constexpr std::u16string_view kStationName = u"WinSta0";
constexpr std::u16string_view kDesktopName = u"Default";
constexpr ULONG kHeapKilobytes = 20'480;  // what Windows reserves; ours has no limit

// Both are always there, so that opening gives the same handle again and closing keeps it.
HWINSTA station() {
  return reinterpret_cast<HWINSTA>(std::uintptr_t{0x5A0});
}
HDESK desktop() {
  return reinterpret_cast<HDESK>(std::uintptr_t{0x5A4});
}

std::u16string text_of(LPCWSTR name) {
  return base::as_char16(name);
}
std::u16string text_of(LPCSTR name) {
  return base::to_utf16(name);
}

template <class Character>
HDESK open_desktop(const Character* name, DWORD otherwise) {
  if (name == nullptr) return base::fail<HDESK>(ERROR_INVALID_PARAMETER);
  if (base::equals_ignoring_case(text_of(name), kDesktopName)) return desktop();
  return base::fail<HDESK>(otherwise);
}

template <class Character>
HWINSTA open_station(const Character* name, DWORD otherwise) {
  if (name != nullptr && base::equals_ignoring_case(text_of(name), kStationName)) return station();
  return base::fail<HWINSTA>(otherwise);
}

WINBOOL give_bytes(const void* from, std::size_t size, void* to, DWORD room, LPDWORD needed) {
  if (needed != nullptr) *needed = static_cast<DWORD>(size);
  if (room < size) return base::fail(ERROR_INSUFFICIENT_BUFFER);
  if (to == nullptr) return base::fail(ERROR_NOACCESS);
  std::memcpy(to, from, size);
  return TRUE;
}

template <class Character>
WINBOOL give_text(std::u16string_view text, void* to, DWORD room, LPDWORD needed) {
  if constexpr (sizeof(Character) == 1) {
    const std::string ansi = base::to_ansi(text);
    return give_bytes(ansi.c_str(), ansi.size() + 1, to, room, needed);
  } else {
    const std::u16string wide(text);
    return give_bytes(wide.c_str(), (wide.size() + 1) * sizeof(char16_t), to, room, needed);
  }
}

template <class Character>
WINBOOL describe(HANDLE object, int what, void* to, DWORD room, LPDWORD needed) {
  const bool is_desktop = object == desktop();
  if (!is_desktop && object != station()) return base::fail(ERROR_INVALID_HANDLE);
  const USEROBJECTFLAGS flags{FALSE, FALSE, is_desktop ? DWORD{0} : DWORD{WSF_VISIBLE}};
  const WINBOOL receives_input = TRUE;
  switch (what) {
    case UOI_FLAGS:
      return give_bytes(&flags, sizeof flags, to, room, needed);
    case UOI_NAME:
      return give_text<Character>(is_desktop ? kDesktopName : kStationName, to, room, needed);
    case UOI_TYPE:
      return give_text<Character>(is_desktop ? u"Desktop" : u"WindowStation", to, room, needed);
    case UOI_USER_SID:  // "If no user is associated with the object, the value returned is zero."
      if (needed != nullptr) *needed = 0;
      return TRUE;
    case UOI_HEAPSIZE:
      if (!is_desktop) break;
      return give_bytes(&kHeapKilobytes, sizeof kHeapKilobytes, to, room, needed);
    case UOI_IO:
      if (!is_desktop) break;
      return give_bytes(&receives_input, sizeof receives_input, to, room, needed);
    default:
      break;
  }
  return base::fail(ERROR_INVALID_PARAMETER);
}

WINBOOL check_desktop(HDESK handle) {
  return handle == desktop() ? TRUE : base::fail(ERROR_INVALID_HANDLE);
}
WINBOOL check_station(HWINSTA handle) {
  return handle == station() ? TRUE : base::fail(ERROR_INVALID_HANDLE);
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getprocesswindowstation
HWINSTA WINAPI GetProcessWindowStation() {
  return station();
}

// Last errors: ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setprocesswindowstation
WINBOOL WINAPI SetProcessWindowStation(HWINSTA handle) {
  return check_station(handle);
}

// Last errors: ERROR_FILE_NOT_FOUND for any name but WinSta0.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-openwindowstationw
HWINSTA WINAPI OpenWindowStationW(LPCWSTR name, WINBOOL, ACCESS_MASK) {
  return open_station(name, ERROR_FILE_NOT_FOUND);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-openwindowstationa
HWINSTA WINAPI OpenWindowStationA(LPCSTR name, WINBOOL, ACCESS_MASK) {
  return open_station(name, ERROR_FILE_NOT_FOUND);
}

// "Only members of the Administrators group are allowed to specify a name": ERROR_ACCESS_DENIED,
// but for the station that there is.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createwindowstationw
HWINSTA WINAPI CreateWindowStationW(LPCWSTR name, DWORD, ACCESS_MASK, LPSECURITY_ATTRIBUTES) {
  return open_station(name, ERROR_ACCESS_DENIED);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createwindowstationa
HWINSTA WINAPI CreateWindowStationA(LPCSTR name, DWORD, ACCESS_MASK, LPSECURITY_ATTRIBUTES) {
  return open_station(name, ERROR_ACCESS_DENIED);
}

// The process's own cannot be closed, on Windows either.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-closewindowstation
WINBOOL WINAPI CloseWindowStation(HWINSTA handle) {
  return check_station(handle);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumwindowstationsw
WINBOOL WINAPI EnumWindowStationsW(WINSTAENUMPROCW visit, LPARAM context) {
  if (visit == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  WCHAR name[] = L"WinSta0";
  return visit(name, context);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumwindowstationsa
WINBOOL WINAPI EnumWindowStationsA(WINSTAENUMPROCA visit, LPARAM context) {
  if (visit == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  CHAR name[] = "WinSta0";
  return visit(name, context);
}

// The desktop of a thread that lives. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getthreaddesktop
HDESK WINAPI GetThreadDesktop(DWORD thread) {
  if (thread == GetCurrentThreadId() || find_thread(thread) != nullptr) return desktop();
  return base::fail<HDESK>(ERROR_INVALID_PARAMETER);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setthreaddesktop
WINBOOL WINAPI SetThreadDesktop(HDESK handle) {
  return check_desktop(handle);
}

// Last errors: ERROR_FILE_NOT_FOUND for any name but Default.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-opendesktopw
HDESK WINAPI OpenDesktopW(LPCWSTR name, DWORD, WINBOOL, ACCESS_MASK) {
  return open_desktop(name, ERROR_FILE_NOT_FOUND);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-opendesktopa
HDESK WINAPI OpenDesktopA(LPCSTR name, DWORD, WINBOOL, ACCESS_MASK) {
  return open_desktop(name, ERROR_FILE_NOT_FOUND);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-openinputdesktop
HDESK WINAPI OpenInputDesktop(DWORD, WINBOOL, ACCESS_MASK) {
  return desktop();
}

// "If a desktop with the specified name already exists, the function succeeds and returns a handle
// to it"; another one is refused with ERROR_ACCESS_DENIED.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createdesktopw
HDESK WINAPI CreateDesktopW(LPCWSTR name, LPCWSTR, LPDEVMODEW, DWORD, ACCESS_MASK,
                            LPSECURITY_ATTRIBUTES) {
  return open_desktop(name, ERROR_ACCESS_DENIED);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createdesktopa
HDESK WINAPI CreateDesktopA(LPCSTR name, LPCSTR, LPDEVMODEA, DWORD, ACCESS_MASK,
                            LPSECURITY_ATTRIBUTES) {
  return open_desktop(name, ERROR_ACCESS_DENIED);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createdesktopexw
HDESK WINAPI CreateDesktopExW(LPCWSTR name, LPCWSTR, DEVMODEW*, DWORD, ACCESS_MASK,
                              LPSECURITY_ATTRIBUTES, ULONG, PVOID) {
  return open_desktop(name, ERROR_ACCESS_DENIED);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createdesktopexa
HDESK WINAPI CreateDesktopExA(LPCSTR name, LPCSTR, DEVMODEA*, DWORD, ACCESS_MASK,
                              LPSECURITY_ATTRIBUTES, ULONG, PVOID) {
  return open_desktop(name, ERROR_ACCESS_DENIED);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-closedesktop
WINBOOL WINAPI CloseDesktop(HDESK handle) {
  return check_desktop(handle);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-switchdesktop
WINBOOL WINAPI SwitchDesktop(HDESK handle) {
  return check_desktop(handle);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumdesktopsw
WINBOOL WINAPI EnumDesktopsW(HWINSTA handle, DESKTOPENUMPROCW visit, LPARAM context) {
  if (visit == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  if (handle != nullptr && !check_station(handle)) return FALSE;
  WCHAR name[] = L"Default";
  return visit(name, context);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumdesktopsa
WINBOOL WINAPI EnumDesktopsA(HWINSTA handle, DESKTOPENUMPROCA visit, LPARAM context) {
  if (visit == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  if (handle != nullptr && !check_station(handle)) return FALSE;
  CHAR name[] = "Default";
  return visit(name, context);
}

// UOI_ about a station or desktop. Last errors: ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER,
// ERROR_INSUFFICIENT_BUFFER (`needed` says how many bytes).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getuserobjectinformationw
WINBOOL WINAPI GetUserObjectInformationW(HANDLE object, int what, PVOID to, DWORD room,
                                         LPDWORD needed) {
  return describe<WCHAR>(object, what, to, room, needed);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getuserobjectinformationa
WINBOOL WINAPI GetUserObjectInformationA(HANDLE object, int what, PVOID to, DWORD room,
                                         LPDWORD needed) {
  return describe<CHAR>(object, what, to, room, needed);
}
