#include "tests/x11/support/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <sstream>

namespace transom::tests {
namespace {

void redirect_output(const std::string& path) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(file, 1);
  dup2(file, 2);
}

[[noreturn]] void become(const std::vector<std::string>& arguments,
                         const Process::Options& options) {
  // Whatever happens to the test, nothing of it stays.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (const std::string& setting : options.environment) {
    const std::size_t equals = setting.find('=');
    setenv(setting.substr(0, equals).c_str(), setting.c_str() + equals + 1, 1);
  }
  if (!options.output.empty()) redirect_output(options.output);
  if (options.inherited >= 0) fcntl(options.inherited, F_SETFD, 0);
  std::vector<char*> raw;
  for (const std::string& argument : arguments) raw.push_back(const_cast<char*>(argument.c_str()));
  raw.push_back(nullptr);
  execvp(raw[0], raw.data());
  _exit(127);
}

}  // namespace

Process::Process(const std::vector<std::string>& arguments, const Options& options) {
  id_ = fork();
  if (id_ == 0) become(arguments, options);
}

Process::~Process() {
  stop();
}

bool Process::running() {
  return !wait(std::chrono::milliseconds{0});
}

std::optional<int> Process::wait(std::chrono::milliseconds patience) {
  eventually(
      [&] {
        if (result_ || id_ < 0) return true;
        int status = 0;
        if (waitpid(id_, &status, WNOHANG) != id_) return false;
        result_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        return true;
      },
      patience);
  return result_;
}

void Process::stop() {
  if (id_ < 0 || !running()) return;
  kill(id_, SIGTERM);
  if (!wait(std::chrono::seconds{2})) {
    kill(id_, SIGKILL);
    wait();
  }
}

bool Process::exists(const std::string& program) {
  std::istringstream folders(std::getenv("PATH") != nullptr ? std::getenv("PATH") : "");
  std::string folder;
  while (std::getline(folders, folder, ':')) {
    if (access((folder + "/" + program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

}  // namespace transom::tests
