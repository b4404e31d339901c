// `transom doctor`: what this machine has of what building and running need.
#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>

#include "command.h"
#include "process.h"
#include "toolchain.h"
#include "x_display.h"

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

fs::path library_folder() {
  return fs::read_symlink("/proc/self/exe").parent_path().parent_path() / "lib";
}

Finding library() {
  const fs::path path = library_folder() / "libtransom.so";
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

Finding display() {
  const auto finding = [](bool there, const std::string& detail) {
    return Finding{Need::kOptional, "X display", there, detail};
  };
  const XDisplay display = find_x_display();
  if (display.name.empty()) {
    return finding(false,
                   "DISPLAY is not set: programs run without windows (transom run --headless)");
  }
  if (!display.answers) return finding(false, display.name + " does not answer");
  const std::string description = describe_x_display(library_folder());
  if (!description.empty()) return finding(true, display.name + ": " + description);
  if (access((library_folder() / "libtransom-x11.so").c_str(), R_OK) != 0) {
    return finding(false, display.name + ", but Transom was built without libtransom-x11.so");
  }
  return finding(
      false,
      display.name + " cannot be used: no access, no true colours, or X libraries are missing");
}

Finding file(const char* what, const char* path, const char* without) {
  const bool there = access(path, R_OK) == 0;
  return {Need::kOptional, what, there, there ? path : without};
}

Finding service(const char* what, const char* socket_path, const char* without) {
  const bool there = socket_answers(socket_path);
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
          service("printing", "/run/cups/cups.sock", "no printers but Transom PDF"),
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
