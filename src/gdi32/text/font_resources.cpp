// Fonts that a program brings along. Broadcasting WM_FONTCHANGE is the program's task.
// https://learn.microsoft.com/windows/win32/gdi/font-installation-and-deletion
#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "gdi32/text/font_finder.h"

namespace transom::gdi {
namespace {

int add(std::u16string_view name, DWORD flags) {
  std::lock_guard lock(font_mutex());
  return add_font_file(base::host_path_of(name), (flags & FR_NOT_ENUM) == 0);
}

bool remove(std::u16string_view name) {
  std::lock_guard lock(font_mutex());
  return remove_font_file(base::host_path_of(name));
}

}  // namespace
}  // namespace transom::gdi

using namespace transom;
using namespace transom::gdi;

// Makes the fonts of a file known to this process; how many, 0 on failure.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-addfontresourceexw
int WINAPI AddFontResourceExW(LPCWSTR name, DWORD flags, PVOID) {
  if (name == nullptr || (flags & ~(FR_PRIVATE | FR_NOT_ENUM)) != 0) {
    return base::fail<int>(ERROR_INVALID_PARAMETER);
  }
  const int count = add(base::as_char16(name), flags);
  return count > 0 ? count : base::fail<int>(ERROR_FILE_NOT_FOUND);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-addfontresourceexa
int WINAPI AddFontResourceExA(LPCSTR name, DWORD flags, PVOID reserved) {
  if (name == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return AddFontResourceExW(base::as_wchar(base::to_utf16(name)), flags, reserved);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-addfontresourcew
int WINAPI AddFontResourceW(LPCWSTR name) {
  return AddFontResourceExW(name, 0, nullptr);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-addfontresourcea
int WINAPI AddFontResourceA(LPCSTR name) {
  return AddFontResourceExA(name, 0, nullptr);
}

// Undoes one AddFontResource; text already set in the font stays.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-removefontresourceexw
BOOL WINAPI RemoveFontResourceExW(LPCWSTR name, DWORD, PVOID) {
  if (name == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return remove(base::as_char16(name)) ? TRUE : base::fail(ERROR_FILE_NOT_FOUND);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-removefontresourceexa
BOOL WINAPI RemoveFontResourceExA(LPCSTR name, DWORD flags, PVOID reserved) {
  if (name == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return RemoveFontResourceExW(base::as_wchar(base::to_utf16(name)), flags, reserved);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-removefontresourcew
BOOL WINAPI RemoveFontResourceW(LPCWSTR name) {
  return RemoveFontResourceExW(name, 0, nullptr);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-removefontresourcea
BOOL WINAPI RemoveFontResourceA(LPCSTR name) {
  return RemoveFontResourceExA(name, 0, nullptr);
}
