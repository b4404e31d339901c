// The seam to the machine: what its login manager, power daemon, clock, fonts, memory and devices
// have to say to windows. user32 implements it; host/system's sources call it.
//
// Contract
//  - Called on the watcher's thread, never with a lock held. A call may take as long as windows
//  take
//    to answer.
//  - Sources are started when the first top-level window is made, and only those that are wanted:
//    TRANSOM_SYSTEM names them (power, session, clock, fonts, memory, devices; all; none). Without
//    it all of them are wanted where there is a real display, and none headless, where a run must
//    not depend on the machine. What the machine lacks is silently left out (`transom doctor`).
//  - What the sources read is checked: nothing here is out of its range.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace transom::host {

enum class PowerLine { kOffline, kOnline, kUnknown };

struct PowerStatus {
  PowerLine line = PowerLine::kUnknown;
  bool has_battery = false;
  int percent = -1;       // 0 to 100; -1: unknown
  int seconds_left = -1;  // -1: unknown, or charging
  bool charging = false;
  bool operator==(const PowerStatus&) const = default;
};

enum class SessionEnd {
  kShutdown,    // the login manager ends everything; it cannot be refused
  kTerminated,  // this program alone is asked to end (SIGTERM)
};

enum class SessionChange { kConnected, kDisconnected, kLocked, kUnlocked };

// What udev or the kernel say of a device: ACTION, SUBSYSTEM, DEVNAME …
using DeviceProperties = std::map<std::string, std::string>;

class SystemEvents {
 public:
  virtual ~SystemEvents() = default;
  virtual void suspending() = 0;
  virtual void resumed() = 0;
  virtual void power_changed(const PowerStatus& status) = 0;
  virtual void session_ending(SessionEnd how) = 0;
  virtual void session_changed(SessionChange change) = 0;
  virtual void user_changed() = 0;
  virtual void clock_set() = 0;
  virtual void fonts_changed() = 0;
  virtual std::vector<std::string> font_folders() = 0;
  // Percent of the last minute that was spent waiting for memory.
  virtual void memory_short(double percent) = 0;
  virtual void device_changed(const DeviceProperties& device) = 0;
};

// Starts the sources that TRANSOM_SYSTEM wants, once a process; any thread.
void start_system_sources(SystemEvents& events);

// Asks the login manager not to end the session, for this reason; empty: it may. Nothing where the
// sources do not run.
void block_shutdown(const std::string& reason);

// What the power daemon last said, or else what the kernel says now.
PowerStatus current_power_status();
PowerStatus read_power_supplies(const std::string& folder = "/sys/class/power_supply");
void note_power_status(const PowerStatus& status);

}  // namespace transom::host
