// What the machine is, and which Windows this claims to be.
#include <unistd.h>

#include "base/last_error.h"
#include "kernel32/module/module.h"

#if defined(__x86_64__)
#include <cpuid.h>
#endif

using namespace transom;

namespace {

struct Version {
  DWORD major, minor, build;
};

// Windows 10 says so only to programs whose manifest names it, and 6.2 to all others.
// https://learn.microsoft.com/windows/win32/sysinfo/targeting-your-application-at-windows-8-1
Version version_for_program() {
  static const bool knows_windows_10 = [] {
    const auto data =
        kernel::find_resource_data(nullptr, MAKEINTRESOURCEW(24), MAKEINTRESOURCEW(1));
    const std::string_view manifest(reinterpret_cast<const char*>(data.data()), data.size());
    return manifest.find("8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a") != std::string_view::npos;
  }();
  return knows_windows_10 ? Version{10, 0, 19045} : Version{6, 2, 9200};
}

// Family, and model and stepping in one word.
void describe_processor(SYSTEM_INFO& info) {
#if defined(__x86_64__)
  info.wProcessorArchitecture = PROCESSOR_ARCHITECTURE_AMD64;
  info.dwProcessorType = PROCESSOR_AMD_X8664;
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return;
  unsigned family = a >> 8 & 0xF;
  unsigned model = a >> 4 & 0xF;
  if (family == 6 || family == 15) model |= a >> 12 & 0xF0;
  if (family == 15) family += a >> 20 & 0xFF;
  info.wProcessorLevel = static_cast<WORD>(family);
  info.wProcessorRevision = static_cast<WORD>(model << 8 | (a & 0xF));
#elif defined(__aarch64__)
  info.wProcessorArchitecture = PROCESSOR_ARCHITECTURE_ARM64;
#endif
}

template <class Info>
bool fill_version(Info& info, DWORD size) {
  const Version version = version_for_program();
  info = {};
  info.dwOSVersionInfoSize = size;
  info.dwMajorVersion = version.major;
  info.dwMinorVersion = version.minor;
  info.dwBuildNumber = version.build;
  info.dwPlatformId = VER_PLATFORM_WIN32_NT;
  return true;
}

template <class Plain, class Extended>
WINBOOL get_version(Plain* info) {
  if (info == nullptr) return base::fail(ERROR_NOACCESS);
  const DWORD size = info->dwOSVersionInfoSize;
  if (size == sizeof(Plain)) return fill_version(*info, size);
  if (size != sizeof(Extended)) return base::fail(ERROR_INSUFFICIENT_BUFFER);
  auto& extended = *reinterpret_cast<Extended*>(info);
  fill_version(extended, size);
  extended.wProductType = VER_NT_WORKSTATION;
  extended.wSuiteMask = VER_SUITE_SINGLEUSERTS;
  return TRUE;
}

}  // namespace

// Build, minor and major in one number.
// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getversion
DWORD WINAPI GetVersion() {
  const Version version = version_for_program();
  return version.build << 16 | version.minor << 8 | version.major;
}

// Last errors: ERROR_INSUFFICIENT_BUFFER (dwOSVersionInfoSize is neither structure's).
// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getversionexw
WINBOOL WINAPI GetVersionExW(LPOSVERSIONINFOW info) {
  return get_version<OSVERSIONINFOW, OSVERSIONINFOEXW>(info);
}
WINBOOL WINAPI GetVersionExA(LPOSVERSIONINFOA info) {
  return get_version<OSVERSIONINFOA, OSVERSIONINFOEXA>(info);
}

// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getsysteminfo
VOID WINAPI GetSystemInfo(LPSYSTEM_INFO info) {
  if (info == nullptr) return;
  *info = {};
  describe_processor(*info);
  info->dwPageSize = static_cast<DWORD>(sysconf(_SC_PAGESIZE));
  info->dwAllocationGranularity = 0x10000;
  info->lpMinimumApplicationAddress = reinterpret_cast<void*>(0x10000);
  info->lpMaximumApplicationAddress = reinterpret_cast<void*>(0x7FFF'FFFE'FFFF);
  const auto processors = static_cast<DWORD>(sysconf(_SC_NPROCESSORS_ONLN));
  info->dwNumberOfProcessors = processors;
  info->dwActiveProcessorMask = processors >= 64 ? ~DWORD_PTR{0} : (DWORD_PTR{1} << processors) - 1;
}
// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getnativesysteminfo
VOID WINAPI GetNativeSystemInfo(LPSYSTEM_INFO info) {
  GetSystemInfo(info);
}
