// The end of the session: windows are asked whether it may end, and told the outcome.
// https://learn.microsoft.com/windows/win32/shutdown/logging-off
#pragma once

#include "base/win32.h"

namespace transom::user {

struct EndOfSession {
  LPARAM lparam = 0;       // ENDSESSION_
  bool may_refuse = true;  // else everybody is asked, and it ends all the same
  bool ask = true;         // EWX_FORCE: neither asked nor told
};

// Sends WM_QUERYENDSESSION and then WM_ENDSESSION; true: the session ends. Waits for the windows.
bool end_session(const EndOfSession& how);

// ShutdownBlockReasonCreate's reason goes with its window.
void forget_block_reason(HWND window);

enum class EndedBy { kSignal, kProgram };
// All windows agreed. For tests, something else may be done in place of ending the process.
[[gnu::noinline]] void end_process(EndedBy how);
void set_end_of_process(void (*instead)(EndedBy how));

}  // namespace transom::user
