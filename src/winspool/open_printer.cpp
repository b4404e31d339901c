#include "winspool/open_printer.h"

#include <unistd.h>

#include <map>
#include <mutex>

#include "winspool/device_mode.h"

namespace transom::winspool {
namespace {

// Never destroyed: threads may outlive static destruction.
struct Handles {
  std::mutex mutex;
  std::map<std::uintptr_t, std::shared_ptr<PrinterHandle>> open;  // guarded by mutex
  std::uintptr_t last = 0x50000;                                  // guarded by mutex
};

Handles& handles() {
  static Handles& instance = *new Handles;
  return instance;
}

}  // namespace

PrinterHandle::~PrinterHandle() {
  if (descriptor >= 0) close(descriptor);
}

HANDLE open_printer(const Printer& printer, const DEVMODEW* mode) {
  auto state = std::make_shared<PrinterHandle>(printer, device_mode_of(printer, mode));
  Handles& all = handles();
  const std::lock_guard lock(all.mutex);
  all.last += 4;
  all.open.emplace(all.last, std::move(state));
  return reinterpret_cast<HANDLE>(all.last);
}

std::shared_ptr<PrinterHandle> require_printer(HANDLE handle) {
  Handles& all = handles();
  const std::lock_guard lock(all.mutex);
  const auto found = all.open.find(reinterpret_cast<std::uintptr_t>(handle));
  if (found != all.open.end()) return found->second;
  return base::fail<std::shared_ptr<PrinterHandle>>(ERROR_INVALID_HANDLE);
}

// A document that is still open is lost with its handle.
bool close_printer(HANDLE handle) {
  Handles& all = handles();
  std::shared_ptr<PrinterHandle> closed;  // its job tells listeners: not under the lock
  {
    const std::lock_guard lock(all.mutex);
    const auto found = all.open.find(reinterpret_cast<std::uintptr_t>(handle));
    if (found == all.open.end()) return base::fail<bool>(ERROR_INVALID_HANDLE);
    closed = std::move(found->second);
    all.open.erase(found);
  }
  return true;
}

}  // namespace transom::winspool
