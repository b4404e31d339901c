// Making, ending and asking about threads.
#include <sched.h>

#include "base/clock.h"
#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/procedure_call.h"
#include "kernel32/thread.h"
#include "kernel32/wait.h"

using namespace transom;
using namespace transom::kernel;

// The stack size is a lower bound. Last errors: ERROR_INVALID_PARAMETER, ERROR_NOT_ENOUGH_MEMORY.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createthread
HANDLE WINAPI CreateThread(LPSECURITY_ATTRIBUTES, SIZE_T stack_size, LPTHREAD_START_ROUTINE start,
                           LPVOID parameter, DWORD flags, LPDWORD id) {
  if (start == nullptr) return base::fail<HANDLE>(ERROR_INVALID_PARAMETER);
  const auto thread = start_thread([start, parameter] { return start(parameter); }, stack_size,
                                   (flags & CREATE_SUSPENDED) != 0);
  if (thread == nullptr) return nullptr;
  if (id != nullptr) *id = thread->id;
  return open_handle(thread);
}

// The calling thread ends with its C++ frames unwound.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-exitthread
void WINAPI ExitThread(DWORD code) {
  exit_thread(code);
}

// Ends the calling thread, or one that has not started. Tearing down a thread that runs would leave
// locks held for ever: ERROR_ACCESS_DENIED.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-terminatethread
WINBOOL WINAPI TerminateThread(HANDLE handle, DWORD code) {
  const auto thread = find_as<Thread>(handle);
  if (thread == nullptr) return FALSE;
  if (thread == current_thread_object()) exit_thread(code);
  DispatcherLock lock;
  if (thread->ended) return TRUE;
  if (thread->started || thread->record == nullptr) return base::fail(ERROR_ACCESS_DENIED);
  thread->exit_code = code;
  thread->killed = true;
  thread->record->parker.unpark();
  return TRUE;
}

// STILL_ACTIVE (259) while it runs.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getexitcodethread
WINBOOL WINAPI GetExitCodeThread(HANDLE handle, LPDWORD code) {
  const auto thread = find_as<Thread>(handle);
  if (thread == nullptr) return FALSE;
  if (code == nullptr) return base::fail(ERROR_NOACCESS);
  DispatcherLock lock;
  *code = thread->ended ? thread->exit_code : STILL_ACTIVE;
  return TRUE;
}

// The previous suspend count; (DWORD)-1 on failure.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-resumethread
DWORD WINAPI ResumeThread(HANDLE handle) {
  const auto thread = find_as<Thread>(handle);
  if (thread == nullptr) return static_cast<DWORD>(-1);
  DWORD count = thread->suspend_count.load(std::memory_order_seq_cst);
  while (count > 0 && !thread->suspend_count.compare_exchange_weak(count, count - 1)) {
  }
  DispatcherLock lock;
  if (count == 1 && thread->record != nullptr) thread->record->parker.unpark();
  if (count == 1) thread->resumed();
  return count;
}

// Only a thread that has not started can be suspended further: ERROR_ACCESS_DENIED otherwise.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-suspendthread
DWORD WINAPI SuspendThread(HANDLE handle) {
  const auto thread = find_as<Thread>(handle);
  if (thread == nullptr) return static_cast<DWORD>(-1);
  DWORD count = thread->suspend_count.load(std::memory_order_seq_cst);
  while (count > 0) {
    if (thread->suspend_count.compare_exchange_weak(count, count + 1)) return count;
  }
  return base::fail<DWORD>(ERROR_ACCESS_DENIED, static_cast<DWORD>(-1));
}

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getcurrentthread
HANDLE WINAPI GetCurrentThread() {
  return reinterpret_cast<HANDLE>(std::intptr_t{-2});
}

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getthreadid
DWORD WINAPI GetThreadId(HANDLE handle) {
  const auto thread = find_as<Thread>(handle);
  return thread != nullptr ? thread->id.load() : 0;
}

namespace {

bool is_priority(int priority) {
  return (priority >= THREAD_PRIORITY_LOWEST && priority <= THREAD_PRIORITY_HIGHEST) ||
         priority == THREAD_PRIORITY_IDLE || priority == THREAD_PRIORITY_TIME_CRITICAL;
}

}  // namespace

// Kept and answered; scheduling is the host's.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-setthreadpriority
WINBOOL WINAPI SetThreadPriority(HANDLE handle, int priority) {
  const auto thread = find_as<Thread>(handle);
  if (thread == nullptr) return FALSE;
  if (!is_priority(priority)) return base::fail(ERROR_INVALID_PARAMETER);
  thread->priority = priority;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getthreadpriority
int WINAPI GetThreadPriority(HANDLE handle) {
  const auto thread = find_as<Thread>(handle);
  return thread != nullptr ? thread->priority.load() : THREAD_PRIORITY_ERROR_RETURN;
}

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-switchtothread
WINBOOL WINAPI SwitchToThread() {
  base::clock::polled();
  return sched_yield() == 0;
}

// The call runs in the thread's next alertable wait. Last errors: ERROR_INVALID_HANDLE,
// ERROR_GEN_FAILURE (the thread has ended).
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-queueuserapc
DWORD WINAPI QueueUserAPC(PAPCFUNC function, HANDLE handle, ULONG_PTR data) {
  if (function == nullptr) return base::fail<DWORD>(ERROR_INVALID_PARAMETER);
  const auto thread = find_as<Thread>(handle);
  if (thread == nullptr) return 0;
  DispatcherLock lock;
  if (thread->record == nullptr) return base::fail<DWORD>(ERROR_GEN_FAILURE);
  queue_callback_locked(*thread->record, [function, data] { function(data); });
  return 1;
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-sleepex
DWORD WINAPI SleepEx(DWORD milliseconds, WINBOOL alertable) {
  if (milliseconds == 0 && !alertable) {
    base::clock::polled();
    sched_yield();
    return 0;
  }
  const auto deadline = base::clock::deadline_after(milliseconds);
  const WaitResult result = wait({}, WaitFor::kAny, deadline, alertable != FALSE);
  return result.outcome == WaitOutcome::kCallback ? WAIT_IO_COMPLETION : 0;
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-sleep
void WINAPI Sleep(DWORD milliseconds) {
  SleepEx(milliseconds, FALSE);
}

extern "C" {
#pragma GCC visibility push(default)

// The C run-time's way to make a thread: 0 on failure.
// https://learn.microsoft.com/cpp/c-runtime-library/reference/beginthread-beginthreadex
std::uintptr_t _beginthreadex(void* security, unsigned stack_size, unsigned (*start)(void*),
                              void* argument, unsigned flags, unsigned* id) {
  DWORD thread_id = 0;
  const HANDLE handle =
      CreateThread(static_cast<LPSECURITY_ATTRIBUTES>(security), stack_size,
                   reinterpret_cast<LPTHREAD_START_ROUTINE>(start), argument, flags, &thread_id);
  if (id != nullptr) *id = thread_id;
  return reinterpret_cast<std::uintptr_t>(handle);
}

// The handle closes itself when the thread ends, as documented: -1 on failure.
std::uintptr_t _beginthread(void (*start)(void*), unsigned stack_size, void* argument) {
  if (start == nullptr) return static_cast<std::uintptr_t>(-1);
  auto handle = std::make_shared<std::atomic<HANDLE>>(nullptr);
  const auto thread = start_thread(
      [start, argument, handle] {
        // The creator writes the handle before it lets the thread go.
        at_thread_exit([handle] { CloseHandle(handle->load()); });
        start(argument);
        return DWORD{0};
      },
      stack_size, true);
  if (thread == nullptr) return static_cast<std::uintptr_t>(-1);
  const HANDLE opened = open_handle(thread);
  handle->store(opened);
  ResumeThread(opened);
  return reinterpret_cast<std::uintptr_t>(opened);
}

void _endthreadex(unsigned code) {
  exit_thread(code);
}
void _endthread() {
  exit_thread(0);
}

#pragma GCC visibility pop
}
