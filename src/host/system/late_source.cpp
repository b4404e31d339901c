// A source that is made when the program has started: what it takes to make it would hold that up.
#include "host/system/watcher.h"

namespace transom::host {
namespace {

using SteadyClock = std::chrono::steady_clock;

class LateSource final : public Source {
 public:
  LateSource(MakeSource make, std::chrono::milliseconds delay)
      : make_(std::move(make)), due_(SteadyClock::now() + delay) {}

  int descriptor() const override { return made_ ? made_->descriptor() : -1; }
  short wanted() const override { return made_ ? made_->wanted() : Source::wanted(); }
  int patience() override { return made_ ? made_->patience() : milliseconds_until(due_); }

  bool look() override {
    if (made_) return made_->look();
    made_ = make_();
    return made_ != nullptr;
  }

 private:
  MakeSource make_;
  SteadyClock::time_point due_;
  std::unique_ptr<Source> made_;
};

}  // namespace

std::unique_ptr<Source> make_late_source(MakeSource make, std::chrono::milliseconds delay) {
  return std::make_unique<LateSource>(std::move(make), delay);
}

}  // namespace transom::host
