// https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-getlasterror
#include "base/last_error.h"

DWORD WINAPI GetLastError() {
  return transom::base::thread_last_error;
}

void WINAPI SetLastError(DWORD error) {
  transom::base::set_last_error(error);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setlasterrorex
void WINAPI SetLastErrorEx(DWORD error, DWORD) {
  transom::base::set_last_error(error);
}
