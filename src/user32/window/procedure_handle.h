// Window procedures as handles: what GetWindowLongPtrA answers for a Unicode procedure, and W for
// an ANSI one. Calling such a handle directly is an error of the program's; CallWindowProc resolves
// it and converts the text.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-callwindowprocw
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

struct ResolvedProcedure {
  WNDPROC procedure;
  Encoding encoding;
};

// The handle by which a caller of the other encoding knows the procedure; the same procedure gives
// the same handle, for the life of the process.
WNDPROC make_procedure_handle(WNDPROC procedure, Encoding encoding);

// What is behind a handle; a plain procedure is taken to speak `otherwise`.
ResolvedProcedure resolve_procedure(WNDPROC procedure, Encoding otherwise);

}  // namespace transom::user
