// HTML Help: there is no viewer for its compiled files here.
#include "base/win32.h"

#pragma GCC visibility push(default)
#include <htmlhelp.h>
#pragma GCC visibility pop

// Null, as where the file cannot be shown: programs then do without a help window.
// https://learn.microsoft.com/previous-versions/windows/desktop/htmlhelp/html-help-api-overview
HWND WINAPI HtmlHelpW(HWND, LPCWSTR, UINT, DWORD_PTR) {
  return nullptr;
}
HWND WINAPI HtmlHelpA(HWND, LPCSTR, UINT, DWORD_PTR) {
  return nullptr;
}
