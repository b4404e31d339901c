#include "become.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "command.h"

namespace transom::tool {
namespace {

std::string locate(const std::string& program) {
  struct stat status {};
  if (stat(program.c_str(), &status) != 0) {
    if (program.find('/') == std::string::npos) {
      const std::string here = "./" + program;
      if (stat(here.c_str(), &status) == 0) return here;
      return program;  // perhaps in PATH
    }
    throw Failure("there is no program '" + program + "'",
                  "build it first: transom cc SOURCES -o " + program, 127);
  }
  if (S_ISDIR(status.st_mode)) throw Failure("'" + program + "' is a directory", {}, 126);
  // A path with no slash would be searched for in PATH.
  return program.find('/') == std::string::npos ? "./" + program : program;
}

}  // namespace

std::string absolute_path(const std::string& path) {
  if (path.empty() || path.front() == '/') return path;
  std::unique_ptr<char, decltype(&std::free)> here(getcwd(nullptr, 0), &std::free);
  return here ? std::string(here.get()) + "/" + path : path;
}

int become_user_program(const std::vector<std::string>& arguments) {
  const std::string program = locate(arguments.front());
  std::vector<char*> raw;
  for (const std::string& argument : arguments) raw.push_back(const_cast<char*>(argument.c_str()));
  raw.push_back(nullptr);
  execvp(program.c_str(), raw.data());
  const int error = errno;
  if (error == ENOEXEC) {
    throw Failure("'" + program + "' is not a program of this system",
                  "a Windows .exe does not run here: build its source with transom cc", 126);
  }
  throw Failure("cannot start '" + program + "': " + std::strerror(error), {}, 126);
}

}  // namespace transom::tool
