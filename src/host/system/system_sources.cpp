// Which sources this process has.
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "host/display.h"
#include "host/system/watcher.h"

namespace transom::host {
namespace {

// Fonts do not come in a program's first moments, and reading their configuration takes a while.
constexpr std::chrono::milliseconds kAfterStart{300};
// The average is that of a minute. The kernel takes 10 ms to end a watch on memory, at the
// process's end as well, which a short run should not pay.
constexpr std::chrono::seconds kBeforeMemory{30};
constexpr int kMemoryPeriod = 15'000;  // milliseconds, where the kernel does not wake us

// What TRANSOM_SYSTEM names, or the default.
bool is_wanted(std::string_view name) {
  const char* given = std::getenv("TRANSOM_SYSTEM");
  if (given == nullptr || *given == 0) return std::strcmp(display().name(), "headless") != 0;
  std::string_view list = given;
  while (!list.empty()) {
    const std::string_view item = list.substr(0, list.find(','));
    list.remove_prefix(std::min(item.size() + 1, list.size()));
    if (item == name || item == "all") return true;
  }
  return false;
}

std::string variable(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != 0 ? value : otherwise;
}

std::vector<std::unique_ptr<Source>> make_sources(SystemEvents& events) {
  std::vector<std::unique_ptr<Source>> sources;
  BusOptions bus;
  bus.power = is_wanted("power");
  bus.session = is_wanted("session");
  bus.session_id = variable("XDG_SESSION_ID", "auto");
  bus.seat = variable("XDG_SEAT", "seat0");
  if (bus.power || bus.session) sources.push_back(make_bus_source(events, bus));
  if (bus.session) sources.push_back(make_termination_source(events));
  if (bus.session) sources.push_back(make_shutdown_block_source());
  if (is_wanted("clock")) sources.push_back(make_clock_source(events));
  if (is_wanted("fonts")) {
    const auto make = [&events] { return make_font_source(events, events.font_folders()); };
    sources.push_back(make_late_source(make, kAfterStart));
  }
  if (is_wanted("memory")) {
    const auto make = [&events] {
      return make_memory_source(events, "/proc/pressure/memory", kMemoryPeriod);
    };
    sources.push_back(make_late_source(make, kBeforeMemory));
  }
  if (is_wanted("devices")) sources.push_back(make_device_source(events));
  return sources;
}

bool any_wanted() {
  for (const char* name : {"power", "session", "clock", "fonts", "memory", "devices"}) {
    if (is_wanted(name)) return true;
  }
  return false;
}

}  // namespace

void start_system_sources(SystemEvents& events) {
  static std::atomic<bool> started{false};
  if (started.exchange(true) || !any_wanted()) return;
  // Never ended: windows may be shown again, and the process ends without asking.
  new Watcher([&events] { return make_sources(events); });
}

}  // namespace transom::host
