// <process.h>: other programs.
// https://learn.microsoft.com/cpp/c-runtime-library/spawn-wspawn-functions
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <string>
#include <vector>

#include "base/text.h"
#include "kernel32/process/program_file.h"
#include "msvcrt/crt.h"

using namespace transom;

namespace {

enum Mode { kWait = 0, kNoWait = 1, kOverlay = 2, kNoWaitO = 3, kDetach = 4 };

intptr_t wait_for(pid_t process, int* status) {
  int state = 0;
  while (waitpid(process, &state, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  const int result = WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
  if (status) *status = result;
  return result;
}

intptr_t spawn(int mode, const char* path, const char* const* arguments, bool searches) {
  if (!path || !arguments || mode < kWait || mode > kDetach) return errno = EINVAL, -1;
  const auto file = kernel::find_program(base::to_utf16(path),
                                         searches ? kernel::Searched::kYes : kernel::Searched::kNo);
  const std::string program = file.error == ERROR_SUCCESS ? file.path : path;
  const auto list = const_cast<char* const*>(arguments);
  if (mode == kOverlay)
    return searches ? execvp(program.c_str(), list) : execv(program.c_str(), list);
  pid_t process = 0;
  const auto start = searches ? posix_spawnp : posix_spawn;
  if (const int error = start(&process, program.c_str(), nullptr, nullptr, list, environ)) {
    return errno = error, -1;
  }
  return mode == kWait ? wait_for(process, nullptr) : process;
}

std::vector<const char*> collect(const char* first, va_list rest) {
  std::vector<const char*> arguments{first};
  while (arguments.back()) arguments.push_back(va_arg(rest, const char*));
  return arguments;
}

}  // namespace

int _getpid() {
  return getpid();
}
intptr_t _spawnv(int mode, const char* path, const char* const* arguments) {
  return spawn(mode, path, arguments, false);
}
intptr_t _spawnvp(int mode, const char* path, const char* const* arguments) {
  return spawn(mode, path, arguments, true);
}
intptr_t _spawnl(int mode, const char* path, const char* argument, ...) {
  va_list rest;
  va_start(rest, argument);
  const std::vector<const char*> arguments = collect(argument, rest);
  va_end(rest);
  return spawn(mode, path, arguments.data(), false);
}
intptr_t _spawnlp(int mode, const char* path, const char* argument, ...) {
  va_list rest;
  va_start(rest, argument);
  const std::vector<const char*> arguments = collect(argument, rest);
  va_end(rest);
  return spawn(mode, path, arguments.data(), true);
}
// The action is a relic that Windows ignores too.
intptr_t _cwait(int* status, intptr_t process, int) {
  return wait_for(static_cast<pid_t>(process), status) < 0 ? -1 : process;
}
