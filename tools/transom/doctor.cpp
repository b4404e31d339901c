// `transom doctor`: what this machine has of what building and running need.
#include <dlfcn.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>

#include "command.h"
#include "process.h"
#include "toolchain.h"

namespace fs = std::filesystem;

namespace transom::tool {
namespace {

enum class Need { kRequired, kOptional };

struct Finding {
  Need need;
  std::string what;
  bool there;
  std::string detail;  // what was found, or what is lost without it and how to get it
};

bool answers(const std::string& socket_path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (socket_path.size() >= sizeof address.sun_path) return false;
  socket_path.copy(address.sun_path, socket_path.size());
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0) return false;
  const bool connected =
      connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  close(socket);
  return connected;
}

Finding compiler(const char* variable, const char* usual, const char* language) {
  const char* set = std::getenv(variable);
  const std::string name = set ? set : usual;
  const bool there = has_program(name);
  return {Need::kRequired, std::string(language) + " compiler", there,
          there ? name : "install " + name + ", or set " + variable};
}

Finding sdk() {
  try {
    const Toolchain toolchain = find_toolchain();
    return {Need::kRequired, "SDK and Windows headers", true, toolchain.w32api.string()};
  } catch (const Failure& failure) {
    return {Need::kRequired, "SDK and Windows headers", false,
            std::string(failure.what()) + "; " + failure.remedy};
  }
}

Finding library() {
  const fs::path own = fs::read_symlink("/proc/self/exe");
  const fs::path path = own.parent_path().parent_path() / "lib/libtransom.so";
  const bool loads = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL) != nullptr;
  return {Need::kRequired, "libtransom", loads, loads ? path.string() : dlerror()};
}

Finding resource_compiler() {
  const char* set = std::getenv("TRANSOM_WINDRES");
  for (const std::string name :
       {set ? set : "x86_64-w64-mingw32-windres", "i686-w64-mingw32-windres", "windres"}) {
    if (has_program(name)) return {Need::kOptional, "resource compiler", true, name};
  }
  return {Need::kOptional, "resource compiler", false,
          "no .rc files can be compiled; install binutils-mingw-w64-x86-64"};
}

// The screen of DISPLAY=:3 on this machine is the socket X3; others are reached over the network.
Finding display() {
  const char* name = std::getenv("DISPLAY");
  if (!name || !*name) {
    return {Need::kOptional, "X display", false,
            "DISPLAY is not set: programs run without windows (transom run --headless)"};
  }
  const std::string text = name;
  if (text[0] != ':') return {Need::kOptional, "X display", true, text + " (not tried)"};
  const std::string number = text.substr(1, text.find('.') - 1);
  const bool there = answers("/tmp/.X11-unix/X" + number);
  return {Need::kOptional, "X display", there, there ? text : text + " does not answer"};
}

Finding file(const char* what, const char* path, const char* without) {
  const bool there = access(path, R_OK) == 0;
  return {Need::kOptional, what, there, there ? path : without};
}

Finding service(const char* what, const char* socket_path, const char* without) {
  const bool there = answers(socket_path);
  return {Need::kOptional, what, there, there ? socket_path : without};
}

std::vector<Finding> examine() {
  return {compiler("TRANSOM_CC", "gcc", "C"),
          compiler("TRANSOM_CXX", "g++", "C++"),
          sdk(),
          library(),
          resource_compiler(),
          display(),
          service("system bus", "/run/dbus/system_bus_socket",
                  "no messages about power, sleep and the end of the session"),
          service("printing", "/run/cups/cups.sock", "no printers"),
          file("device events", "/run/udev/control", "no WM_DEVICECHANGE"),
          file("memory pressure", "/proc/pressure/memory", "no WM_COMPACTING")};
}

int report() {
  const bool colour = isatty(STDOUT_FILENO) && !std::getenv("NO_COLOR");
  bool complete = true;
  for (const Finding& finding : examine()) {
    const bool required = finding.need == Need::kRequired;
    const char* mark = finding.there ? "ok     " : required ? "MISSING" : "absent ";
    const char* tint = finding.there ? "\033[32m" : required ? "\033[1;31m" : "\033[33m";
    std::cout << (colour ? tint : "") << mark << (colour ? "\033[0m " : " ") << finding.what << ": "
              << finding.detail << '\n';
    complete &= finding.there || !required;
  }
  return complete ? 0 : 1;
}

const Registration doctor({"doctor",
                           "Say what this machine has of what building and running need",
                           [](CLI::App& options) -> Action {
                             options.footer(
                                 "Exits with 1 when programs cannot be built; what is absent only "
                                 "takes the messages that come from it.");
                             return report;
                           },
                           {}});

}  // namespace
}  // namespace transom::tool
