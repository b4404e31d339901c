// How much memory there is.
#include <sys/sysinfo.h>

#include <fstream>
#include <string>

#include "base/last_error.h"

using namespace transom;

namespace {

// What programs could use without swapping: the free memory and the caches.
DWORDLONG available_memory() {
  std::ifstream file("/proc/meminfo");
  for (std::string word; file >> word;) {
    DWORDLONG kilobytes = 0;
    if (word == "MemAvailable:" && file >> kilobytes) return kilobytes * 1024;
  }
  return 0;
}

}  // namespace

// Last errors: ERROR_INVALID_PARAMETER (dwLength).
// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-globalmemorystatusex
WINBOOL WINAPI GlobalMemoryStatusEx(LPMEMORYSTATUSEX status) {
  if (status == nullptr || status->dwLength != sizeof *status) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  struct sysinfo info {};
  sysinfo(&info);
  status->ullTotalPhys = DWORDLONG{info.totalram} * info.mem_unit;
  status->ullAvailPhys = available_memory();
  status->dwMemoryLoad =
      static_cast<DWORD>(100 - status->ullAvailPhys * 100 / status->ullTotalPhys);
  status->ullTotalPageFile = status->ullTotalPhys + DWORDLONG{info.totalswap} * info.mem_unit;
  status->ullAvailPageFile = status->ullAvailPhys + DWORDLONG{info.freeswap} * info.mem_unit;
  status->ullTotalVirtual = 0x7FFF'FFFE'0000;
  status->ullAvailVirtual = status->ullTotalVirtual - status->ullTotalPhys + status->ullAvailPhys;
  status->ullAvailExtendedVirtual = 0;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globalmemorystatus
VOID WINAPI GlobalMemoryStatus(LPMEMORYSTATUS status) {
  if (status == nullptr) return;
  MEMORYSTATUSEX extended{};
  extended.dwLength = sizeof extended;
  GlobalMemoryStatusEx(&extended);
  *status = {sizeof *status,           extended.dwMemoryLoad,     extended.ullTotalPhys,
             extended.ullAvailPhys,    extended.ullTotalPageFile, extended.ullAvailPageFile,
             extended.ullTotalVirtual, extended.ullAvailVirtual};
}
