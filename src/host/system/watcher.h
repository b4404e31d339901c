// One thread that waits for all sources of system messages.
#pragma once

#include <poll.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "host/system/system_events.h"

namespace transom::host {

// For patience(): milliseconds until then, rounded up; 0 when it has come.
inline int milliseconds_until(std::chrono::steady_clock::time_point when) {
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(when - std::chrono::steady_clock::now());
  return left.count() > 0 ? static_cast<int>(left.count()) : 0;
}

// Everything is called on the watcher's thread, but the constructors.
class Source {
 public:
  virtual ~Source() = default;
  // To be polled; -1: only time matters.
  virtual int descriptor() const = 0;
  virtual short wanted() const { return POLLIN; }
  // Milliseconds until look() is called whatever happens; -1: only when there is something.
  virtual int patience() { return -1; }
  // False: nothing more will come.
  virtual bool look() = 0;
};

class Watcher {
 public:
  // Makes the sources on the new thread, since some take their time.
  using Make = std::function<std::vector<std::unique_ptr<Source>>()>;
  explicit Watcher(Make make);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;
  // Until all sources are made and watched.
  void wait_until_ready() const { ready_.wait(false); }

 private:
  void run();
  void wait();

  Make make_;
  std::vector<std::unique_ptr<Source>> sources_;
  int stop_event_;
  std::atomic<bool> stopping_{false};
  std::atomic<bool> ready_{false};
  std::thread thread_;  // last: it uses the others
};

// A file descriptor that is closed with its owner.
class Descriptor {
 public:
  explicit Descriptor(int descriptor = -1) : descriptor_(descriptor) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return descriptor_; }
  void reset(int descriptor = -1);

 private:
  int descriptor_;
};

// Each is null where the machine does not have it.
std::unique_ptr<Source> make_clock_source(SystemEvents& events);
std::unique_ptr<Source> make_font_source(SystemEvents& events,
                                         const std::vector<std::string>& folders);
// `path`: the kernel's /proc/pressure/memory; any other file is read anew each `period`
// milliseconds.
std::unique_ptr<Source> make_memory_source(SystemEvents& events, const std::string& path,
                                           int period);
std::unique_ptr<Source> make_device_source(SystemEvents& events);
// The same at a socket of the caller's, whose messages must be sent by that user.
std::unique_ptr<Source> make_device_source(SystemEvents& events, int socket, unsigned sender);
// SIGTERM, where the program does not handle it itself.
std::unique_ptr<Source> make_termination_source(SystemEvents& events);

// logind and UPower at the system bus (DBUS_SYSTEM_BUS_ADDRESS, or where it always is).
struct BusOptions {
  bool power = true;
  bool session = true;
  std::string address;  // empty: the system's
  std::string session_id;
  std::string seat = "seat0";
};
std::unique_ptr<Source> make_bus_source(SystemEvents& events, const BusOptions& options);

// Carries out block_shutdown(), at that bus.
std::unique_ptr<Source> make_shutdown_block_source(const std::string& address = {});

// What `make` makes, after the delay; until then there is nothing to hear.
using MakeSource = std::function<std::unique_ptr<Source>()>;
std::unique_ptr<Source> make_late_source(MakeSource make, std::chrono::milliseconds delay);

// One message of udev's or the kernel's; empty where it is neither.
DeviceProperties parse_device_event(const char* bytes, std::size_t size);

}  // namespace transom::host
