#include "kernel32/process/launch.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <thread>

#include "base/clock.h"
#include "base/virtual_clock.h"
#include "kernel32/file/host_error.h"
#include "kernel32/sync_objects.h"
#include "kernel32/wait.h"

namespace transom::kernel {
namespace {

// A descriptor of this process's own.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  int get() const { return number_; }

 private:
  int number_;
};

struct Pair {
  Descriptor here, there;
};

Pair make_pair(int kind) {
  int ends[2] = {-1, -1};
  socketpair(AF_UNIX, kind | SOCK_CLOEXEC, 0, ends);
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// The main thread of a process that was created suspended.
class FirstThread final : public Thread {
 public:
  explicit FirstThread(Descriptor gate) : gate_(std::move(gate)) {}
  void resumed() override {
    const char go = 1;
    send(gate_.get(), &go, 1, MSG_NOSIGNAL);
  }

 private:
  Descriptor gate_;
};

// What the new process needs between fork and exec, where it must not allocate.
struct Preparation {
  const Launch& what;
  std::vector<char*> arguments;
  std::vector<char*> environment;
  int channel;
  int gate;
  int errors;
};

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> result;
  result.reserve(texts.size() + 1);
  for (const std::string& text : texts) result.push_back(const_cast<char*>(text.c_str()));
  result.push_back(nullptr);
  return result;
}

// In the new process: only calls that are safe after fork.
[[noreturn]] void become(const Preparation& prepared) {
  const Launch& what = prepared.what;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  if (what.suspended) {
    char go;
    // The creator ended without resuming it.
    if (recv(prepared.gate, &go, 1, 0) <= 0) _exit(1);
  }
  int standard[3];
  for (int i = 0; i < 3; ++i) standard[i] = fcntl(what.standard[i], F_DUPFD, 3);
  for (int i = 0; i < 3; ++i) {
    if (standard[i] >= 0) dup2(standard[i], i);
  }
  if (what.directory.empty() || chdir(what.directory.c_str()) == 0) {
    syscall(SYS_close_range, 3, ~0u, 4u);  // CLOSE_RANGE_CLOEXEC
    fcntl(prepared.channel, F_SETFD, 0);
    execve(what.program.c_str(), prepared.arguments.data(), prepared.environment.data());
  }
  const int error = errno;
  [[maybe_unused]] const ssize_t sent = write(prepared.errors, &error, sizeof error);
  _exit(127);
}

// What ended it, as Windows would have called it.
DWORD code_of(const siginfo_t& end, DWORD asked) {
  if (end.si_code == CLD_EXITED) return static_cast<DWORD>(end.si_status);
  switch (end.si_status) {
    case SIGKILL:
      return asked;
    case SIGSEGV:
    case SIGBUS:
      return static_cast<DWORD>(STATUS_ACCESS_VIOLATION);
    case SIGILL:
      return static_cast<DWORD>(STATUS_ILLEGAL_INSTRUCTION);
    case SIGFPE:
      return static_cast<DWORD>(STATUS_INTEGER_DIVIDE_BY_ZERO);
    case SIGABRT:
      return 3;  // as abort() ends a program on Windows
    default:
      return 128 + static_cast<DWORD>(end.si_status);
  }
}

void note_idle_process(Process& process, bool was_idle) {
  const DispatcherLock lock;
  process.has_been_idle |= was_idle;
  if (process.idle != nullptr) process.idle->set();
}

void end_process(Process& process, Thread* thread, DWORD code) {
  const DispatcherLock lock;
  process.exit_code = code;
  process.ended = true;
  if (process.idle != nullptr) process.idle->set();
  signal_waiters(process);
  if (thread == nullptr) return;
  thread->exit_code = code;
  thread->ended = true;
  signal_waiters(*thread);
}

DWORD asked_code(const Process& process) {
  const DispatcherLock lock;
  return process.asked_exit_code;
}

// Reads the notes until the process has ended; its last words, if it had any.
std::optional<DWORD> listen(Process& process, int channel, int process_descriptor) {
  std::optional<DWORD> last_words;
  pollfd wanted[2] = {{process_descriptor, POLLIN, 0}, {channel, POLLIN, 0}};
  while (true) {
    if (poll(wanted, 2, -1) < 0 && errno != EINTR) return last_words;
    CreatorNote note;
    while (recv(channel, &note, sizeof note, MSG_DONTWAIT) == sizeof note) {
      if (note.kind == CreatorNote::kIdle) note_idle_process(process, true);
      if (note.kind == CreatorNote::kExit) last_words = note.exit_code;
    }
    if ((wanted[1].revents & POLLHUP) != 0) wanted[1].fd = -1;
    if (wanted[0].revents != 0) return last_words;
  }
}

void watch_child(const std::shared_ptr<Process>& process, const std::shared_ptr<Thread>& thread,
                 Descriptor channel) {
  base::clock::adopt();
  const Descriptor descriptor(static_cast<int>(syscall(SYS_pidfd_open, process->pid, 0)));
  const auto last_words = listen(*process, channel.get(), descriptor.get());
  siginfo_t end{};
  while (waitid(P_PID, static_cast<id_t>(process->pid), &end, WEXITED) < 0 && errno == EINTR) {
  }
  DWORD code = code_of(end, asked_code(*process));
  // The words are its own where they say what Linux has kept of them.
  if (last_words && end.si_code == CLD_EXITED && (*last_words & 0xFF) == (code & 0xFF)) {
    code = *last_words;
  }
  end_process(*process, thread.get(), code);
  base::clock::leave();
}

void watch_stranger(const std::shared_ptr<Process>& process, int descriptor) {
  const Descriptor owned(descriptor);
  pollfd wanted{descriptor, POLLIN, 0};
  while (poll(&wanted, 1, -1) < 0 && errno == EINTR) {
  }
  end_process(*process, nullptr, 0);
}

std::string entry(const char* name, std::string value) {
  return value.insert(0, 1, '=').insert(0, name);
}

std::vector<std::string> with_notes(const Launch& what, int channel) {
  std::vector<std::string> environment = what.environment;
  environment.push_back(entry(kCreatorVariable, std::to_string(channel)));
  if (what.notes.flags == 0) return environment;
  std::string startup = std::to_string(what.notes.flags);
  startup.append(1, ',').append(std::to_string(what.notes.show));
  environment.push_back(entry(kStartupVariable, startup));
  return environment;
}

// The error of exec, or 0.
int error_from(int descriptor) {
  int error = 0;
  const ssize_t size = recv(descriptor, &error, sizeof error, 0);
  return size == sizeof error ? error : 0;
}

DWORD launch_error(int error) {
  switch (error) {
    case ENOEXEC:
      return ERROR_BAD_EXE_FORMAT;
    case ENOTDIR:
      return ERROR_DIRECTORY;
    case E2BIG:
      return ERROR_FILENAME_EXCED_RANGE;
    default:
      return error_of(error);
  }
}

}  // namespace

Launched launch(const Launch& what) {
  Pair channel = make_pair(SOCK_SEQPACKET), gate = make_pair(SOCK_STREAM),
       errors = make_pair(SOCK_STREAM);
  if (errors.there.get() < 0) return {nullptr, nullptr, ERROR_NO_SYSTEM_RESOURCES};
  const std::vector<std::string> environment = with_notes(what, channel.there.get());
  const Preparation prepared{what,
                             pointers(what.arguments),
                             pointers(environment),
                             channel.there.get(),
                             gate.there.get(),
                             errors.there.get()};
  base::clock::join();
  const pid_t pid = fork();
  if (pid == 0) become(prepared);
  if (pid < 0) {
    const int error = errno;
    base::VirtualClock::instance().cancel_join();
    return {nullptr, nullptr, launch_error(error)};
  }
  channel.there = Descriptor();
  gate.there = Descriptor();
  errors.there = Descriptor();
  // A suspended process gets to exec later: then nobody waits for its error.
  const int error = what.suspended ? 0 : error_from(errors.here.get());
  const auto process = std::make_shared<Process>(pid);
  process->idle = std::make_shared<Event>(Reset::kManual, false);
  const auto thread = std::make_shared<FirstThread>(std::move(gate.here));
  thread->id = static_cast<DWORD>(pid);
  thread->started = true;
  thread->suspend_count = what.suspended ? 1 : 0;
  std::thread(watch_child, process, thread, std::move(channel.here)).detach();
  if (error != 0) return {nullptr, nullptr, launch_error(error)};
  return {process, thread};
}

std::shared_ptr<Process> open_process(int pid) {
  if (pid <= 0) return nullptr;
  if (pid == getpid()) return current_process_object();
  const auto descriptor = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
  if (descriptor < 0) return nullptr;
  auto process = std::make_shared<Process>(pid);
  std::thread(watch_stranger, process, descriptor).detach();
  return process;
}

}  // namespace transom::kernel
