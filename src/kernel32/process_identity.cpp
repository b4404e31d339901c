// Which process this is.
#include <unistd.h>

#include "kernel32/thread.h"

using namespace transom;

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getcurrentprocess
HANDLE WINAPI GetCurrentProcess() {
  return reinterpret_cast<HANDLE>(std::intptr_t{-1});
}

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getcurrentprocessid
DWORD WINAPI GetCurrentProcessId() {
  return static_cast<DWORD>(getpid());
}

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getprocessid
DWORD WINAPI GetProcessId(HANDLE handle) {
  const auto process = kernel::find_as<kernel::Process>(handle);
  return process != nullptr ? static_cast<DWORD>(process->pid) : 0;
}
