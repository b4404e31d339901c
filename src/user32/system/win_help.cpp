// WinHelp: Windows Help itself is not there, nor is it on today's Windows. A help file is handed to
// the host's desktop, which may know a viewer for it.
// https://learn.microsoft.com/windows/win32/shell/winhelp-portal
#include "base/last_error.h"
#include "base/text.h"

#include <shellapi.h>

namespace transom::user {
namespace {

// What concerns a Help window that would be open already.
bool needs_no_file(UINT command) {
  switch (command & ~static_cast<UINT>(HELP_TCARD)) {
    case HELP_QUIT:
    case HELP_SETCONTENTS:
    case HELP_SETPOPUP_POS:
      return true;
    default:
      return false;
  }
}

// "The file name can be followed by an angle bracket and the name of a secondary window."
std::u16string file_of(std::u16string_view help) {
  return std::u16string(help.substr(0, help.find(u'>')));
}

bool help(HWND window, const std::u16string& name, UINT command) {
  if (needs_no_file(command)) return true;
  const std::u16string file = file_of(name);
  if (file.empty()) return base::fail<bool>(ERROR_FILE_NOT_FOUND);
  constexpr INT_PTR kLargestError = 32;
  const HINSTANCE shown =
      ShellExecuteW(window, L"open", base::as_wchar(file), nullptr, nullptr, SW_SHOWNORMAL);
  return reinterpret_cast<INT_PTR>(shown) > kLargestError;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Shows a help file where the host has a viewer for it; the topic that command and data name is
// the viewer's affair. Last errors: ERROR_FILE_NOT_FOUND, ERROR_NO_ASSOCIATION.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-winhelpw
WINBOOL WINAPI WinHelpW(HWND window, LPCWSTR file, UINT command, ULONG_PTR) {
  return help(window, file != nullptr ? base::as_char16(file) : u"", command);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-winhelpa
WINBOOL WINAPI WinHelpA(HWND window, LPCSTR file, UINT command, ULONG_PTR) {
  return help(window, file != nullptr ? base::to_utf16(file) : u"", command);
}
