// The login manager and the power daemon.
// https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html
// https://upower.freedesktop.org/docs/UPower.html
#include <cmath>

#include "host/system/bus.h"
#include "host/system/watcher.h"

namespace transom::host {
namespace {

constexpr char kLogin[] = "org.freedesktop.login1";
constexpr char kLoginPath[] = "/org/freedesktop/login1";
constexpr char kManager[] = "org.freedesktop.login1.Manager";
constexpr char kSession[] = "org.freedesktop.login1.Session";
constexpr char kSeat[] = "org.freedesktop.login1.Seat";
constexpr char kPower[] = "org.freedesktop.UPower";
constexpr char kPowerPath[] = "/org/freedesktop/UPower";
constexpr char kBatteryInterface[] = "org.freedesktop.UPower.Device";
constexpr char kBattery[] = "/org/freedesktop/UPower/devices/DisplayDevice";
constexpr char kProperties[] = "org.freedesktop.DBus.Properties";

std::string path_of(sd_bus_message* message) {
  const char* path = TRANSOM_BUS(sd_bus_message_get_path)(message);
  return path != nullptr ? path : "";
}

std::string first_string(sd_bus_message* message) {
  const char* text = nullptr;
  return TRANSOM_BUS(sd_bus_message_read)(message, "s", &text) > 0 ? text : "";
}

class BusSource final : public Source {
 public:
  BusSource(SystemEvents& events, const BusOptions& options, std::unique_ptr<Bus> bus)
      : events_(events), options_(options), bus_(std::move(bus)) {
    if (options.power || options.session) watch_login_manager();
    if (options.power) watch_power();
    if (options.session) watch_session();
    delay();
  }

  int descriptor() const override { return bus_->descriptor(); }
  short wanted() const override { return bus_->wanted(); }
  int patience() override { return bus_->patience(); }
  bool look() override { return bus_->process(); }

 private:
  void watch_login_manager() {
    const auto about_to = [this](void (BusSource::*what)(bool)) {
      return [this, what](sd_bus_message* message) {
        int begins = 0;
        if (TRANSOM_BUS(sd_bus_message_read)(message, "b", &begins) > 0) {
          (this->*what)(begins != 0);
        }
      };
    };
    if (options_.power) {
      bus_->on_signal(kLogin, kManager, "PrepareForSleep", about_to(&BusSource::sleep));
    }
    if (options_.session) {
      bus_->on_signal(kLogin, kManager, "PrepareForShutdown", about_to(&BusSource::shut_down));
    }
  }

  // The login manager waits, a few seconds, for as long as this is held.
  void delay() {
    const char* what = options_.power && options_.session ? "sleep:shutdown"
                       : options_.power                   ? "sleep"
                                                          : "shutdown";
    const int lock = bus_->inhibit(what, "Windows are told first", "delay");
    if (lock >= 0) delay_.reset(lock);
  }

  void sleep(bool begins) {
    if (begins) {
      events_.suspending();
      delay_.reset();
    } else {
      events_.resumed();
      delay();
    }
  }

  void shut_down(bool begins) {
    if (begins) {
      events_.session_ending(SessionEnd::kShutdown);
      delay_.reset();
    } else {
      delay();
    }
  }

  // ---- Power

  void watch_power() {
    bus_->on_signal(kPower, kProperties, "PropertiesChanged", [this](sd_bus_message* message) {
      const std::string path = path_of(message);
      if (path == kPowerPath || path == kBattery) tell_power();
    });
    power_ = read_power();
    if (power_) note_power_status(*power_);
  }

  std::optional<PowerStatus> read_power() const {
    const auto on_battery = bus_->property<int>(kPower, kPowerPath, kPower, "OnBattery", 'b');
    if (!on_battery) return std::nullopt;
    PowerStatus status;
    status.line = *on_battery != 0 ? PowerLine::kOffline : PowerLine::kOnline;
    status.has_battery =
        bus_->property<int>(kPower, kBattery, kBatteryInterface, "IsPresent", 'b').value_or(0) != 0;
    if (!status.has_battery) return status;
    const auto percent =
        bus_->property<double>(kPower, kBattery, kBatteryInterface, "Percentage", 'd');
    if (percent && *percent >= 0 && *percent <= 100) {
      status.percent = static_cast<int>(std::lround(*percent));
    }
    constexpr std::uint32_t kCharging = 1;
    status.charging = bus_->property<std::uint32_t>(kPower, kBattery, kBatteryInterface, "State",
                                                    'u') == kCharging;
    const auto left =
        bus_->property<std::int64_t>(kPower, kBattery, kBatteryInterface, "TimeToEmpty", 'x');
    if (left && *left > 0 && *left <= INT32_MAX) status.seconds_left = static_cast<int>(*left);
    return status;
  }

  void tell_power() {
    const auto now = read_power();
    if (!now || now == power_) return;
    power_ = now;
    note_power_status(*now);
    events_.power_changed(*now);
  }

  // ---- The session

  void watch_session() {
    const BusMessage answer =
        bus_->call(kLogin, kLoginPath, kManager, "GetSession", "s", options_.session_id.c_str());
    const char* path = nullptr;
    if (answer && TRANSOM_BUS(sd_bus_message_read)(answer.get(), "o", &path) > 0) own_ = path;
    const auto on_own = [this](SessionChange change) {
      return [this, change](sd_bus_message* message) {
        if (!own_.empty() && path_of(message) == own_) events_.session_changed(change);
      };
    };
    bus_->on_signal(kLogin, kSession, "Lock", on_own(SessionChange::kLocked));
    bus_->on_signal(kLogin, kSession, "Unlock", on_own(SessionChange::kUnlocked));
    bus_->on_signal(kLogin, kProperties, "PropertiesChanged", [this](sd_bus_message* message) {
      if (path_of(message) == seat_path() && first_string(message) == kSeat) look_at_seat();
    });
    active_ = active_session();
    user_ = user_of(active_);
  }

  std::string seat_path() const {
    std::string path = kLoginPath;
    return path.append("/seat/").append(options_.seat);
  }

  // The path of the session that has the seat's screen now.
  std::string active_session() const {
    const BusMessage answer =
        bus_->property_message(kLogin, seat_path(), kSeat, "ActiveSession", "(so)");
    const char *id = nullptr, *path = nullptr;
    const bool good =
        answer && TRANSOM_BUS(sd_bus_message_read)(answer.get(), "(so)", &id, &path) > 0;
    return good ? path : "";
  }

  std::optional<std::uint32_t> user_of(const std::string& session) const {
    if (session.empty()) return std::nullopt;
    const BusMessage answer = bus_->property_message(kLogin, session, kSession, "User", "(uo)");
    std::uint32_t user = 0;
    const char* path = nullptr;
    const bool good =
        answer && TRANSOM_BUS(sd_bus_message_read)(answer.get(), "(uo)", &user, &path) > 0;
    return good ? std::optional(user) : std::nullopt;
  }

  void look_at_seat() {
    const std::string before = std::exchange(active_, active_session());
    if (active_ == before) return;
    if (!own_.empty() && before == own_) events_.session_changed(SessionChange::kDisconnected);
    if (!own_.empty() && active_ == own_) events_.session_changed(SessionChange::kConnected);
    const auto user = user_of(active_);
    if (std::exchange(user_, user) != user) events_.user_changed();
  }

  SystemEvents& events_;
  BusOptions options_;
  std::unique_ptr<Bus> bus_;
  Descriptor delay_;
  std::optional<PowerStatus> power_;
  std::string own_;     // this program's session
  std::string active_;  // the seat's
  std::optional<std::uint32_t> user_;
};

}  // namespace

std::unique_ptr<Source> make_bus_source(SystemEvents& events, const BusOptions& options) {
  auto bus = Bus::open(options.address);
  return bus ? std::make_unique<BusSource>(events, options, std::move(bus)) : nullptr;
}

}  // namespace transom::host
