#include "host/system/bus.h"

#include <fcntl.h>

#include <algorithm>
#include <cstdint>
#include <ctime>

namespace transom::host {
namespace {

constexpr std::uint64_t kCallTimeout = 1'000'000;  // microseconds
constexpr char kDefaultAddress[] = "unix:path=/run/dbus/system_bus_socket";

std::string default_address() {
  const char* given = std::getenv("DBUS_SYSTEM_BUS_ADDRESS");
  return given != nullptr && *given != 0 ? given : kDefaultAddress;
}

}  // namespace

std::unique_ptr<Bus> Bus::open(const std::string& address) {
  sd_bus* bus = nullptr;
  if (TRANSOM_BUS(sd_bus_new) == nullptr || TRANSOM_BUS(sd_bus_new)(&bus) < 0) return nullptr;
  std::unique_ptr<Bus> made(new Bus(bus));
  const std::string where = address.empty() ? default_address() : address;
  const bool good = TRANSOM_BUS(sd_bus_set_address)(bus, where.c_str()) >= 0 &&
                    TRANSOM_BUS(sd_bus_set_bus_client)(bus, 1) >= 0 &&
                    TRANSOM_BUS(sd_bus_set_method_call_timeout)(bus, kCallTimeout) >= 0 &&
                    TRANSOM_BUS(sd_bus_start)(bus) >= 0;
  return good ? std::move(made) : nullptr;
}

Bus::~Bus() {
  TRANSOM_BUS(sd_bus_flush_close_unref)(bus_);
}

int Bus::descriptor() const {
  return TRANSOM_BUS(sd_bus_get_fd)(bus_);
}

short Bus::wanted() const {
  const int events = TRANSOM_BUS(sd_bus_get_events)(bus_);
  return static_cast<short>(events >= 0 ? events : POLLIN);
}

int Bus::patience() const {
  std::uint64_t until = 0;
  if (TRANSOM_BUS(sd_bus_get_timeout)(bus_, &until) < 0 || until == UINT64_MAX) return -1;
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  const auto passed = static_cast<std::uint64_t>(now.tv_sec) * 1'000'000 +
                      static_cast<std::uint64_t>(now.tv_nsec) / 1'000;
  if (until <= passed) return 0;
  return static_cast<int>(std::min<std::uint64_t>((until - passed + 999) / 1'000, 60'000));
}

bool Bus::process() {
  int result;
  do {
    result = TRANSOM_BUS(sd_bus_process)(bus_, nullptr);
  } while (result > 0);
  return result >= 0;
}

// The bus delivers by rules; a program could yet send a signal of that name to this connection.
bool Bus::is_owner(const std::string& service, const char* sender) const {
  if (sender == nullptr) return false;
  const BusMessage answer = call("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                 "org.freedesktop.DBus", "GetNameOwner", "s", service.c_str());
  const char* owner = nullptr;
  return answer && TRANSOM_BUS(sd_bus_message_read)(answer.get(), "s", &owner) > 0 &&
         std::string(owner) == sender;
}

void Bus::on_signal(const char* service, const char* interface, const char* member,
                    Handler handler) {
  auto& subscription = *subscriptions_.emplace_back(
      std::make_unique<Subscription>(Subscription{this, service, std::move(handler)}));
  const auto receive = [](sd_bus_message* message, void* context, sd_bus_error*) -> int {
    const auto& to = *static_cast<Subscription*>(context);
    if (to.bus->is_owner(to.service, TRANSOM_BUS(sd_bus_message_get_sender)(message))) {
      to.handler(message);
    }
    return 0;
  };
  TRANSOM_BUS(sd_bus_match_signal)
  (bus_, nullptr, service, nullptr, interface, member, receive, &subscription);
}

int Bus::inhibit(const char* what, const char* why, const char* mode) const {
  const BusMessage answer =
      call("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
           "Inhibit", "ssss", what, "Transom", why, mode);
  int handle = -1;
  const bool given = answer && TRANSOM_BUS(sd_bus_message_read)(answer.get(), "h", &handle) > 0;
  return given ? fcntl(handle, F_DUPFD_CLOEXEC, 3) : -1;  // the message closes its own
}

BusMessage Bus::property_message(const char* service, const std::string& path,
                                 const char* interface, const char* member,
                                 const char* types) const {
  sd_bus_message* answer = nullptr;
  const int result = TRANSOM_BUS(sd_bus_get_property)(bus_, service, path.c_str(), interface,
                                                      member, nullptr, &answer, types);
  return BusMessage(result >= 0 ? answer : nullptr);
}

}  // namespace transom::host
