// Thread-local slots: TLS, and FLS with its callbacks (there are no fibers; a slot is the
// thread's). https://learn.microsoft.com/windows/win32/procthread/thread-local-storage
#pragma once

namespace transom::kernel {

// For the end of a thread: calls the FLS callbacks of the slots that hold something.
void run_fiber_storage_callbacks();

}  // namespace transom::kernel
