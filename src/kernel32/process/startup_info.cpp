// What the creator of the process said about its first window.
#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/module/module.h"
#include "kernel32/process/creator.h"

using namespace transom;

namespace {

// Windows gives the title and desktop as text that stays.
WCHAR* program_title() {
  static auto* title = new std::u16string(base::utf8_to_utf16(kernel::module_path(nullptr)));
  return base::as_wchar(title->data());
}
WCHAR* desktop_name() {
  static char16_t name[] = u"WinSta0\\Default";
  return base::as_wchar(name);
}

template <class Info>
void tell_notes(Info& info) {
  const kernel::StartupNotes notes = kernel::startup_notes();
  info.dwFlags = notes.flags;
  info.wShowWindow = notes.show;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getstartupinfow
VOID WINAPI GetStartupInfoW(LPSTARTUPINFOW info) {
  if (info == nullptr) return;
  *info = {};
  info->cb = sizeof *info;
  info->lpTitle = program_title();
  info->lpDesktop = desktop_name();
  tell_notes(*info);
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getstartupinfoa
VOID WINAPI GetStartupInfoA(LPSTARTUPINFOA info) {
  if (info == nullptr) return;
  static auto* title = new std::string(base::to_ansi(base::as_char16(program_title())));
  static auto* desktop = new std::string(base::to_ansi(base::as_char16(desktop_name())));
  *info = {};
  info->cb = sizeof *info;
  info->lpTitle = title->data();
  info->lpDesktop = desktop->data();
  tell_notes(*info);
}
