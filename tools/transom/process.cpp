#include "process.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sstream>

#include "command.h"

namespace transom::tool {
namespace {

Failure cannot_start(const std::string& program, int error) {
  const std::string what = "cannot start '" + program + "': " + std::strerror(error);
  return Failure(what, error == ENOENT ? "`transom doctor` says which package brings it" : "", 127);
}

}  // namespace

std::vector<char*> raw_arguments(const std::vector<std::string>& arguments) {
  std::vector<char*> raw;
  raw.reserve(arguments.size() + 1);
  for (const std::string& argument : arguments) raw.push_back(const_cast<char*>(argument.c_str()));
  raw.push_back(nullptr);
  return raw;
}

int run_program(const std::vector<std::string>& arguments) {
  std::vector<char*> raw = raw_arguments(arguments);
  pid_t child = 0;
  const int error = posix_spawnp(&child, raw[0], nullptr, nullptr, raw.data(), environ);
  if (error) throw cannot_start(arguments[0], error);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

void become_program(const std::vector<std::string>& arguments) {
  std::vector<char*> raw = raw_arguments(arguments);
  execvp(raw[0], raw.data());
  throw cannot_start(arguments[0], errno);
}

bool has_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return access(name.c_str(), X_OK) == 0;
  const char* path = std::getenv("PATH");
  std::istringstream directories(path ? path : "/usr/bin:/bin");
  for (std::string directory; std::getline(directories, directory, ':');) {
    directory.append("/").append(name);
    if (access(directory.c_str(), X_OK) == 0) return true;
  }
  return false;
}

}  // namespace transom::tool
