// Which processors threads may run on: the host's scheduler keeps the masks.
#include <sched.h>

#include <algorithm>
#include <optional>

#include "base/last_error.h"
#include "kernel32/thread.h"

using namespace transom;

namespace {

constexpr int kMaskBits = 64;

// Only the first 64 processors, as Windows's first group. `id` as gettid() gives it.
std::optional<DWORD_PTR> mask_of(pid_t id) {
  cpu_set_t set;
  if (sched_getaffinity(id, sizeof set, &set) != 0) return std::nullopt;
  DWORD_PTR mask = 0;
  for (int i = 0; i < kMaskBits; ++i) {
    if (CPU_ISSET(i, &set)) mask |= DWORD_PTR{1} << i;
  }
  return mask;
}

bool set_mask(pid_t id, DWORD_PTR mask) {
  cpu_set_t set;
  CPU_ZERO(&set);
  for (int i = 0; i < kMaskBits; ++i) {
    if ((mask >> i & 1) != 0) CPU_SET(i, &set);
  }
  return sched_setaffinity(id, sizeof set, &set) == 0;
}

// The processors that this process may use at all: what it started with.
DWORD_PTR system_mask() {
  static const DWORD_PTR mask = mask_of(getpid()).value_or(1);
  return mask;
}

}  // namespace

// The mask before, or 0: ERROR_INVALID_PARAMETER where it names no processor, or one that the
// process may not use.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-setthreadaffinitymask
DWORD_PTR WINAPI SetThreadAffinityMask(HANDLE handle, DWORD_PTR mask) {
  const auto thread = kernel::find_as<kernel::Thread>(handle);
  if (thread == nullptr) return 0;
  const auto id = static_cast<pid_t>(thread->id.load());
  const DWORD_PTR allowed = system_mask();
  const auto before = mask_of(id);
  if (!before || mask == 0 || (mask & ~allowed) != 0 || !set_mask(id, mask)) {
    return base::fail<DWORD_PTR>(ERROR_INVALID_PARAMETER);
  }
  return *before;
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getprocessaffinitymask
WINBOOL WINAPI GetProcessAffinityMask(HANDLE handle, PDWORD_PTR process_mask, PDWORD_PTR system) {
  const auto process = kernel::find_as<kernel::Process>(handle);
  if (process == nullptr) return FALSE;
  if (process_mask == nullptr || system == nullptr) return base::fail(ERROR_NOACCESS);
  const DWORD_PTR allowed = system_mask();
  const auto mask = mask_of(process->pid);
  if (!mask) return base::fail(ERROR_ACCESS_DENIED);
  *process_mask = *mask;
  *system = allowed;
  return TRUE;
}

// The thread runs where the scheduler puts it: the ideal processor is a wish, kept by nobody.
// MAXIMUM_PROCESSORS asks without changing. The wish before, or -1: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-setthreadidealprocessor
DWORD WINAPI SetThreadIdealProcessor(HANDLE handle, DWORD processor) {
  const auto thread = kernel::find_as<kernel::Thread>(handle);
  if (thread == nullptr) return static_cast<DWORD>(-1);
  if (processor > MAXIMUM_PROCESSORS) {
    return base::fail<DWORD>(ERROR_INVALID_PARAMETER, static_cast<DWORD>(-1));
  }
  if (processor == MAXIMUM_PROCESSORS) return thread->ideal_processor;
  return thread->ideal_processor.exchange(processor);
}

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getcurrentprocessornumber
DWORD WINAPI GetCurrentProcessorNumber() {
  return static_cast<DWORD>(std::max(sched_getcpu(), 0));
}
