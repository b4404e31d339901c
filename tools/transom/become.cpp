#include "become.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "command.h"
#include "process.h"
#include "x_display.h"

namespace transom::tool {
namespace {

// What a shell answers in these cases.
constexpr int kNotFound = 127, kNotStarted = 126;

Failure missing(const std::string& program) {
  const bool is_path = program.find('/') != std::string::npos;
  return Failure("there is no program '" + program + (is_path ? "'" : "' here or in PATH"),
                 "build it first: transom cc SOURCES -o " + program, kNotFound);
}

std::string locate(const std::string& program) {
  struct stat status {};
  const bool is_path = program.find('/') != std::string::npos;
  if (stat(program.c_str(), &status) != 0) {
    if (is_path || !has_program(program)) throw missing(program);
    return program;
  }
  if (S_ISDIR(status.st_mode)) throw Failure("'" + program + "' is a directory", {}, kNotStarted);
  // A path with no slash would be searched for in PATH.
  return is_path ? program : "./" + program;
}

bool is_source(const std::filesystem::path& path) {
  const std::array extensions = {".c", ".C", ".cc", ".cpp", ".cxx"};
  return std::ranges::find(extensions, path.extension()) != extensions.end();
}

bool is_windows_program(const std::string& path) {
  char start[2] = {};
  std::ifstream(path, std::ios::binary).read(start, sizeof start);
  return start[0] == 'M' && start[1] == 'Z';
}

Failure not_started(const std::string& program, int error) {
  const std::string quoted = "'" + program + "'";
  const std::filesystem::path path = program;
  if (is_source(path)) {
    const bool is_c = path.extension() == ".c" || path.extension() == ".C";
    const std::string stem = std::filesystem::path(path).replace_extension().string();
    const std::string compiler = is_c ? "transom cc " : "transom c++ ";
    return Failure(quoted + " is a source, not a program",
                   "build it first: " + compiler + program + " -o " + stem, kNotStarted);
  }
  if (is_windows_program(program)) {
    return Failure(quoted + " is a Windows program, which does not run here",
                   "build its source with transom cc", kNotStarted);
  }
  if (error == EACCES) {
    return Failure(quoted + " is not executable", "if it is a program: chmod +x " + program,
                   kNotStarted);
  }
  if (error == ENOEXEC) {
    return Failure(
        quoted + " is neither a program of this machine's nor a script that begins with #!", {},
        kNotStarted);
  }
  return Failure("cannot start " + quoted + ": " + std::strerror(error), {}, kNotStarted);
}

}  // namespace

std::string absolute_path(const std::string& path) {
  if (path.empty() || path.front() == '/') return path;
  std::unique_ptr<char, decltype(&std::free)> here(getcwd(nullptr, 0), &std::free);
  return here ? std::string(here.get()) + "/" + path : path;
}

std::vector<std::string> program_after(const CLI::App& options) {
  std::vector<std::string> arguments = options.remaining();
  if (arguments.empty()) {
    throw Failure("which program?",
                  "transom " + options.get_name() + " [OPTIONS] ./app [ARGUMENTS]", 2);
  }
  if (arguments.front().starts_with('-')) throw unknown_option(options, arguments.front());
  return arguments;
}

std::string usual_host() {
  if (const char* set = std::getenv("TRANSOM_HOST"); set != nullptr && *set != 0) return {};
  const XDisplay display = find_x_display();
  if (display.name.empty()) return "headless";
  if (display.answers) return "x11";
  std::cerr << "transom: no X display answers at " << display.name << "; running headless\n";
  return "headless";
}

int become_user_program(const std::vector<std::string>& arguments) {
  const std::string program = locate(arguments.front());
  const std::vector<char*> raw = raw_arguments(arguments);
  // execvp would hand what it does not know to a shell.
  if (program.find('/') != std::string::npos) {
    execv(program.c_str(), raw.data());
  } else {
    execvp(program.c_str(), raw.data());
  }
  throw not_started(program, errno);
}

}  // namespace transom::tool
