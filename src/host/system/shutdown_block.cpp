// Programs that are busy with what must not be interrupted: the login manager is told why, and asks
// the user before it ends the session.
#include <sys/eventfd.h>
#include <unistd.h>

#include <mutex>

#include "host/system/bus.h"
#include "host/system/watcher.h"

namespace transom::host {
namespace {

struct Wish {
  std::mutex mutex;
  std::string reason;  // empty: there is none
  int changed = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
};
Wish& wish() {
  static auto* made = new Wish;
  return *made;
}

class ShutdownBlockSource final : public Source {
 public:
  explicit ShutdownBlockSource(const std::string& address) : address_(address) {}

  int descriptor() const override { return wish().changed; }

  bool look() override {
    eventfd_t count;
    if (eventfd_read(wish().changed, &count) != 0) return true;
    std::string reason;
    {
      std::lock_guard lock(wish().mutex);
      reason = wish().reason;
    }
    block_.reset();
    if (!reason.empty()) take_block(reason);
    return true;
  }

 private:
  void take_block(const std::string& reason) {
    const auto bus = Bus::open(address_);
    if (bus) block_.reset(bus->inhibit("shutdown", reason.c_str(), "block"));
  }

  std::string address_;
  Descriptor block_;
};

}  // namespace

void block_shutdown(const std::string& reason) {
  {
    std::lock_guard lock(wish().mutex);
    wish().reason = reason;
  }
  eventfd_write(wish().changed, 1);
}

std::unique_ptr<Source> make_shutdown_block_source(const std::string& address) {
  return std::make_unique<ShutdownBlockSource>(address);
}

}  // namespace transom::host
