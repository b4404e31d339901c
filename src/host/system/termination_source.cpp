// SIGTERM: how a session's end reaches a program that is in no login manager's session, and how
// administrators ask it to go.
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

#include "host/system/watcher.h"

namespace transom::host {
namespace {

std::atomic<int> asked_event{-1};
std::atomic<bool> asked{false};

// The second time the program is ended: whoever asks twice means it.
void on_signal(int) {
  if (asked.exchange(true)) {
    signal(SIGTERM, SIG_DFL);
    raise(SIGTERM);
  }
  const std::uint64_t one = 1;
  static_cast<void>(!write(asked_event, &one, sizeof one));
}

class TerminationSource final : public Source {
 public:
  explicit TerminationSource(SystemEvents& events)
      : events_(events), event_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
  ~TerminationSource() override {
    if (installed_) signal(SIGTERM, SIG_DFL);
    asked_event = -1;
  }

  // A program's own handler stays.
  bool install() {
    struct sigaction action {};
    if (event_.get() < 0 || sigaction(SIGTERM, nullptr, &action) != 0) return false;
    if (action.sa_handler != SIG_DFL || (action.sa_flags & SA_SIGINFO) != 0) return false;
    asked_event = event_.get();
    asked = false;
    action = {};
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;
    installed_ = sigaction(SIGTERM, &action, nullptr) == 0;
    return installed_;
  }

  int descriptor() const override { return event_.get(); }

  bool look() override {
    std::uint64_t count;
    if (read(event_.get(), &count, sizeof count) <= 0) return true;
    events_.session_ending(SessionEnd::kTerminated);
    asked = false;
    return true;
  }

 private:
  SystemEvents& events_;
  Descriptor event_;
  bool installed_ = false;
};

}  // namespace

std::unique_ptr<Source> make_termination_source(SystemEvents& events) {
  auto source = std::make_unique<TerminationSource>(events);
  return source->install() ? std::move(source) : nullptr;
}

}  // namespace transom::host
