// RegisterWindowMessage: numbers that programs agree on by name.
#include "base/atom.h"
#include "base/last_error.h"
#include "base/text.h"

using namespace transom;

// The same number, 0xC000 to 0xFFFF, for the same name (whatever its case) until the session ends.
// 0 on failure: ERROR_INVALID_PARAMETER (null or empty name), ERROR_NOT_ENOUGH_MEMORY.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerwindowmessagew
UINT WINAPI RegisterWindowMessageW(LPCWSTR name) {
  if (name == nullptr || name[0] == 0) return base::fail<UINT>(ERROR_INVALID_PARAMETER);
  return base::window_atoms().add(base::as_char16(name));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerwindowmessagea
UINT WINAPI RegisterWindowMessageA(LPCSTR name) {
  if (name == nullptr || name[0] == 0) return base::fail<UINT>(ERROR_INVALID_PARAMETER);
  return base::window_atoms().add(base::to_utf16(name, CP_ACP));
}
