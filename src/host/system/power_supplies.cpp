// The state of the battery and the line, as the kernel has them.
#include <charconv>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>

#include "host/system/system_events.h"

namespace transom::host {
namespace {

namespace fs = std::filesystem;

std::string line_of(const fs::path& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return line;
}

std::optional<long> number_of(const fs::path& path) {
  const std::string line = line_of(path);
  long number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  return error == std::errc() && end != line.data() ? std::optional(number) : std::nullopt;
}

void add_battery(PowerStatus& status, const fs::path& supply) {
  // Batteries of mice and the like say so.
  if (line_of(supply / "scope") == "Device" || line_of(supply / "present") == "0") return;
  status.has_battery = true;
  const auto capacity = number_of(supply / "capacity");
  if (capacity && *capacity >= 0 && *capacity <= 100) status.percent = static_cast<int>(*capacity);
  const std::string state = line_of(supply / "status");
  status.charging |= state == "Charging";
  if (status.line == PowerLine::kUnknown) {
    status.line = state == "Discharging" ? PowerLine::kOffline : PowerLine::kOnline;
  }
}

struct LastStatus {
  std::mutex mutex;
  std::optional<PowerStatus> status;
};
LastStatus& last_status() {
  static auto* last = new LastStatus;
  return *last;
}

}  // namespace

PowerStatus read_power_supplies(const std::string& folder) {
  PowerStatus status;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (line_of(entry.path() / "type") != "Mains") continue;
    const auto online = number_of(entry.path() / "online");
    if (online) status.line = *online != 0 ? PowerLine::kOnline : PowerLine::kOffline;
  }
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (line_of(entry.path() / "type") == "Battery") add_battery(status, entry.path());
  }
  // A machine without a battery runs on the line.
  if (!status.has_battery) status.line = PowerLine::kOnline;
  return status;
}

void note_power_status(const PowerStatus& status) {
  std::lock_guard lock(last_status().mutex);
  last_status().status = status;
}

PowerStatus current_power_status() {
  {
    std::lock_guard lock(last_status().mutex);
    if (last_status().status) return *last_status().status;
  }
  return read_power_supplies();
}

}  // namespace transom::host
