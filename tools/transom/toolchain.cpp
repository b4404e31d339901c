#include "toolchain.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <string_view>

#include "command.h"

namespace fs = std::filesystem;

namespace transom::tool {
namespace {

// Import libraries as Microsoft's and mingw's linkers know them.
constexpr std::string_view kWindowsLibraries[] = {
    "advapi32", "avifil32", "bcrypt",   "cfgmgr32",  "comctl32",     "comdlg32", "crypt32",
    "dbghelp",  "dsound",   "dwmapi",   "dxguid",    "gdi32",        "gdiplus",  "hid",
    "imagehlp", "imm32",    "iphlpapi", "kernel32",  "ktmw32",       "lz32",     "mingw32",
    "mingwex",  "moldname", "mpr",      "msimg32",   "msvcrt",       "msvcrtd",  "ntdll",
    "normaliz", "odbc32",   "odbccp32", "ole32",     "oleacc",       "oleaut32", "oledlg",
    "powrprof", "propsys",  "psapi",    "rpcrt4",    "secur32",      "setupapi", "shell32",
    "shlwapi",  "strmiids", "ucrt",     "unicows",   "urlmon",       "user32",   "userenv",
    "usp10",    "uuid",     "uxtheme",  "vcruntime", "version",      "vfw32",    "wininet",
    "winmm",    "winspool", "wintrust", "wldap32",   "ws2_32",       "wsock32",  "wtsapi32",
    "hhctrl",   "htmlhelp", "libcmt",   "libcmtd",   "windowscodecs"};

fs::path own_path() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error);
}

fs::path w32api_path() {
  if (const char* set = std::getenv("TRANSOM_W32API")) return set;
  return TRANSOM_W32API;
}

}  // namespace

Toolchain find_toolchain() {
  const fs::path prefix = own_path().parent_path().parent_path();
  Toolchain toolchain{prefix / "share/transom", prefix / "lib", w32api_path()};
  if (const char* set = std::getenv("TRANSOM_SDK")) toolchain.sdk = set;
  if (!fs::exists(toolchain.sdk / "include/transom/compiler.h")) {
    throw Failure(
        "the SDK is not at " + toolchain.sdk.string(),
        "build it with `make build`, or set TRANSOM_SDK to the folder that holds include/");
  }
  if (!fs::exists(toolchain.w32api / "windows.h")) {
    throw Failure("there is no windows.h in " + toolchain.w32api.string(),
                  "install Debian's package mingw-w64-common, or set TRANSOM_W32API");
  }
  return toolchain;
}

std::vector<std::string> compile_options(const Toolchain& toolchain) {
  // printf has Microsoft's rules (%ld is 32 bits), which the compiler does not know.
  std::vector<std::string> options = {"-fshort-wchar", "-fms-extensions", "-Wno-format"};
  // The source is to take its Windows branches.
  for (const char* name :
       {"__linux__", "__linux", "linux", "__unix__", "__unix", "unix", "__gnu_linux__"}) {
    options.push_back(std::string("-U") + name);
  }
  options.insert(options.end(),
                 {"-include", (toolchain.sdk / "include/transom/compiler.h").string(), "-isystem",
                  (toolchain.sdk / "include").string(), "-idirafter", toolchain.w32api.string()});
  return options;
}

std::vector<std::string> link_options(const Toolchain& toolchain, bool shared) {
  const std::string library = toolchain.library.string();
  std::vector<std::string> options = {"-L" + library, "-Wl,-rpath," + library};
  options.push_back(shared ? "-Wl,--whole-archive" : "-Wl,--no-as-needed");
  options.push_back(shared ? "-ltransom_dll" : "-ltransom_start");
  options.push_back(shared ? "-Wl,--no-whole-archive" : "-Wl,--as-needed");
  // What the library itself lacks was settled when it was linked.
  options.insert(options.end(), {"-Wl,--allow-shlib-undefined", "-ltransom", "-lm"});
  return options;
}

bool is_windows_library(std::string name) {
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
  if (name.ends_with(".lib")) name.resize(name.size() - 4);
  if (name.ends_with(".drv")) name.resize(name.size() - 4);
  return std::ranges::find(kWindowsLibraries, name) != std::end(kWindowsLibraries);
}

}  // namespace transom::tool
