// Memory pressure: the kernel says which part of the time somebody had to wait for memory. It wakes
// us when that is an eighth of ten seconds; what counts is the last minute's average, as Windows
// measured "30 to 60 seconds". https://docs.kernel.org/accounting/psi.html
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "host/system/watcher.h"

namespace transom::host {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr double kThreshold = 12.5;  // percent
constexpr std::chrono::seconds kBetweenMessages{30};
constexpr char kTrigger[] = "some 1250000 10000000";  // microseconds of how many

// The average of a minute from the line "some avg10=0.12 avg60=0.05 avg300=0.01 total=123".
std::optional<double> average_of(const char* text) {
  if (std::strncmp(text, "some ", 5) != 0) return std::nullopt;
  const char* found = std::strstr(text, "avg60=");
  if (found == nullptr || found > strchrnul(text, '\n')) return std::nullopt;
  char* end = nullptr;
  const double percent = std::strtod(found + 6, &end);
  const bool good = end != found + 6 && percent >= 0 && percent <= 100;
  return good ? std::optional(percent) : std::nullopt;
}

class MemorySource final : public Source {
 public:
  MemorySource(SystemEvents& events, const std::string& path, int period)
      : events_(events), period_(period), file_(open_file(path)) {}

  bool is_there() const { return file_.get() >= 0; }
  int descriptor() const override { return triggered_ ? file_.get() : -1; }
  short wanted() const override { return POLLPRI; }

  int patience() override { return triggered_ ? -1 : milliseconds_until(next_look_); }

  bool look() override {
    next_look_ = SteadyClock::now() + std::chrono::milliseconds(period_);
    char text[256];
    const ssize_t size = pread(file_.get(), text, sizeof text - 1, 0);
    if (size < 0) return false;
    text[size] = 0;
    const auto percent = average_of(text);
    if (percent && *percent > kThreshold && SteadyClock::now() >= next_message_) {
      next_message_ = SteadyClock::now() + kBetweenMessages;
      events_.memory_short(*percent);
    }
    return true;
  }

 private:
  // The kernel's own file takes a trigger; where it does not, and for a file, time has to do.
  int open_file(const std::string& path) {
    struct statfs system {};
    const int file = open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fstatfs(file, &system) == 0 && system.f_type == PROC_SUPER_MAGIC) {
      triggered_ = write(file, kTrigger, sizeof kTrigger) > 0;
    }
    return file;
  }

  SystemEvents& events_;
  int period_;
  bool triggered_ = false;
  Descriptor file_;
  SteadyClock::time_point next_look_{};
  SteadyClock::time_point next_message_{};
};

}  // namespace

std::unique_ptr<Source> make_memory_source(SystemEvents& events, const std::string& path,
                                           int period) {
  auto source = std::make_unique<MemorySource>(events, path, period);
  return source->is_there() ? std::move(source) : nullptr;
}

}  // namespace transom::host
