// A connection to the system bus: calls of services that are known by name, and their signals.
//
// Contract
//  - One thread's. A service that is missing or slow costs a second at most.
//  - Signals count only when the owner of the service's name sent them.
#pragma once

#include <poll.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "host/system/bus_library.h"

namespace transom::host {

struct BusMessageDeleter {
  void operator()(sd_bus_message* message) const { TRANSOM_BUS(sd_bus_message_unref)(message); }
};
using BusMessage = std::unique_ptr<sd_bus_message, BusMessageDeleter>;

class Bus {
 public:
  // Null where there is none.
  static std::unique_ptr<Bus> open(const std::string& address);
  ~Bus();
  Bus(const Bus&) = delete;
  Bus& operator=(const Bus&) = delete;

  int descriptor() const;
  short wanted() const;
  int patience() const;
  // Handles what has come. False: the connection is over.
  bool process();

  using Handler = std::function<void(sd_bus_message*)>;
  // From then on each signal of the service goes to the handler.
  void on_signal(const char* service, const char* interface, const char* member, Handler handler);

  // A method's answer; null where it failed. `types` and what follows as sd_bus_message_append has
  // them.
  template <class... Arguments>
  BusMessage call(const char* service, const std::string& path, const char* interface,
                  const char* member, const char* types, Arguments... arguments) const {
    sd_bus_message* answer = nullptr;
    const int result = TRANSOM_BUS(sd_bus_call_method)(
        bus_, service, path.c_str(), interface, member, nullptr, &answer, types, arguments...);
    return BusMessage(result >= 0 ? answer : nullptr);
  }
  // A property of a basic type.
  template <class Value>
  std::optional<Value> property(const char* service, const std::string& path, const char* interface,
                                const char* member, char type) const {
    Value value{};
    const int result = TRANSOM_BUS(sd_bus_get_property_trivial)(
        bus_, service, path.c_str(), interface, member, nullptr, type, &value);
    return result >= 0 ? std::optional(value) : std::nullopt;
  }
  BusMessage property_message(const char* service, const std::string& path, const char* interface,
                              const char* member, const char* types) const;

  // A lock of the login manager's against what it is about to do (`what`, as Inhibit has it); it
  // outlives the connection. -1: there is none to be had.
  int inhibit(const char* what, const char* why, const char* mode) const;

 private:
  struct Subscription {
    Bus* bus;
    std::string service;
    Handler handler;
  };

  explicit Bus(sd_bus* bus) : bus_(bus) {}
  bool is_owner(const std::string& service, const char* sender) const;

  sd_bus* bus_;
  std::vector<std::unique_ptr<Subscription>> subscriptions_;
};

}  // namespace transom::host
