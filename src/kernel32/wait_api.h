// What WaitForMultipleObjectsEx and MsgWaitForMultipleObjectsEx have in common.
#pragma once

#include "kernel32/wait.h"

namespace transom::kernel {

// WAIT_OBJECT_0 + index, WAIT_ABANDONED_0 + index, WAIT_TIMEOUT, WAIT_IO_COMPLETION, WAIT_FAILED
// (last error set), or WAIT_OBJECT_0 + count when the extra condition ended the wait.
DWORD wait_for_handles(DWORD count, const HANDLE* handles, WaitFor what, DWORD milliseconds,
                       bool alertable, ExtraCondition extra = {});

}  // namespace transom::kernel
