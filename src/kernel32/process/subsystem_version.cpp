#include "kernel32/process/subsystem_version.h"

#include <dlfcn.h>

#include <atomic>
#include <cstdint>

#include "base/last_error.h"

namespace transom::kernel {
namespace {

constexpr DWORD kToday = MAKELONG(0, 6);  // the default of today's linkers

// `transom cc` defines an absolute symbol: its address is the number.
DWORD version_in_program() {
  const void* symbol = dlsym(RTLD_DEFAULT, "transom_subsystem_version");
  const auto version = static_cast<DWORD>(reinterpret_cast<std::uintptr_t>(symbol));
  return version != 0 ? version : kToday;
}

std::atomic<DWORD>& version_of_process() {
  static std::atomic<DWORD> version{version_in_program()};
  return version;
}

}  // namespace

DWORD subsystem_version() {
  return version_of_process();
}

void set_subsystem_version(DWORD version) {
  version_of_process() = version != 0 ? version : version_in_program();
}

}  // namespace transom::kernel

using namespace transom;

// The version of Windows that a process expects: HIWORD major, LOWORD minor; 0 on failure. Other
// processes cannot be asked. Last errors: ERROR_ACCESS_DENIED.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getprocessversion
DWORD WINAPI GetProcessVersion(DWORD process) {
  if (process != 0 && process != GetCurrentProcessId())
    return base::fail<DWORD>(ERROR_ACCESS_DENIED);
  return kernel::subsystem_version();
}
