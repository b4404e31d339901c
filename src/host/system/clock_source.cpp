// The machine's clock being set: a timer that is far away and is cancelled by that.
#include <sys/timerfd.h>
#include <unistd.h>

#include <cerrno>

#include "host/system/watcher.h"

namespace transom::host {
namespace {

class ClockSource final : public Source {
 public:
  explicit ClockSource(SystemEvents& events)
      : events_(events), timer_(timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK)) {}

  bool arm() {
    itimerspec far{};
    far.it_value.tv_sec = INT32_MAX;
    const int flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
    return timer_.get() >= 0 && timerfd_settime(timer_.get(), flags, &far, nullptr) == 0;
  }

  int descriptor() const override { return timer_.get(); }

  bool look() override {
    std::uint64_t expirations;
    const bool read_it = read(timer_.get(), &expirations, sizeof expirations) > 0;
    const bool cancelled = !read_it && errno == ECANCELED;
    if (cancelled) events_.clock_set();
    return arm();
  }

 private:
  SystemEvents& events_;
  Descriptor timer_;
};

}  // namespace

std::unique_ptr<Source> make_clock_source(SystemEvents& events) {
  auto source = std::make_unique<ClockSource>(events);
  return source->arm() ? std::move(source) : nullptr;
}

}  // namespace transom::host
