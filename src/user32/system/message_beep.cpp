#include "host/display.h"

// The sound of a kind of message (MB_OK, MB_ICON…), as far as the display can make one. Does not
// wait for it.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-messagebeep
WINBOOL WINAPI MessageBeep(UINT type) {
  transom::host::display().beep(type);
  return TRUE;
}
