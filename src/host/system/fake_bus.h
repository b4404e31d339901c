// For tests: a bus daemon of their own with a login manager and a power daemon that do as they are
// told. Nothing of the machine's is asked or touched.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "host/system/bus_library.h"

namespace transom::host::test {

// A dbus-daemon; address() is empty where it is not installed.
class BusDaemon {
 public:
  BusDaemon() {
    folder_ = std::filesystem::temp_directory_path() / ("transom-bus-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
    write_configuration();
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return;
    process_ = fork();
    if (process_ == 0) become_daemon(ends[1]);
    close(ends[1]);
    char line[512];
    const ssize_t size = process_ > 0 ? read(ends[0], line, sizeof line) : 0;
    close(ends[0]);
    if (size > 0) address_.assign(line, static_cast<std::size_t>(size));
    address_ = address_.substr(0, address_.find('\n'));
  }
  ~BusDaemon() {
    if (process_ > 0) {
      kill(process_, SIGKILL);
      waitpid(process_, nullptr, 0);
    }
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
  }
  BusDaemon(const BusDaemon&) = delete;
  BusDaemon& operator=(const BusDaemon&) = delete;
  const std::string& address() const { return address_; }

 private:
  void write_configuration() const {
    std::ofstream(folder_ / "bus.conf")
        << "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
           "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\"><busconfig>"
           "<type>session</type><listen>unix:path="
        << (folder_ / "socket").string()
        << "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\""
           "/><allow own=\"*\"/><allow receive_sender=\"*\"/></policy></busconfig>";
  }
  [[noreturn]] void become_daemon(int address_to) const {
    dup2(address_to, 1);
    const std::string configuration = "--config-file=" + (folder_ / "bus.conf").string();
    execlp("dbus-daemon", "dbus-daemon", configuration.c_str(), "--nofork", "--print-address=1",
           nullptr);
    _exit(127);
  }

  std::filesystem::path folder_;
  pid_t process_ = -1;
  std::string address_;
};

// Answers for both services on a thread of its own.
class FakeServices {
 public:
  explicit FakeServices(const std::string& address) : wake_(eventfd(0, EFD_CLOEXEC)) {
    TRANSOM_BUS(sd_bus_new)(&bus_);
    TRANSOM_BUS(sd_bus_set_address)(bus_, address.c_str());
    TRANSOM_BUS(sd_bus_set_bus_client)(bus_, 1);
    TRANSOM_BUS(sd_bus_start)(bus_);
    for (const char* name : {"org.freedesktop.login1", "org.freedesktop.UPower"}) {
      TRANSOM_BUS(sd_bus_request_name)(bus_, name, 0);
    }
    TRANSOM_BUS(sd_bus_add_fallback)(bus_, nullptr, "/org/freedesktop", receive, this);
    thread_ = std::thread([this] { run(); });
  }
  ~FakeServices() {
    stopping_ = true;
    eventfd_write(wake_, 1);
    thread_.join();
    TRANSOM_BUS(sd_bus_flush_close_unref)(bus_);
    close(wake_);
    if (delay_ >= 0) close(delay_);
  }
  FakeServices(const FakeServices&) = delete;
  FakeServices& operator=(const FakeServices&) = delete;

  // On the services' thread; waits for it.
  void run_there(std::function<void(sd_bus*)> work) {
    std::atomic<bool> done{false};
    {
      std::lock_guard lock(mutex_);
      work_.push_back([&, work] {
        work(bus_);
        done = true;
        done.notify_one();
      });
    }
    eventfd_write(wake_, 1);
    done.wait(false);
  }
  void signal_manager(const char* member, bool begins) {
    run_there([=](sd_bus* bus) {
      TRANSOM_BUS(sd_bus_emit_signal)
      (bus, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", member, "b", begins);
    });
  }
  void signal_session(const char* member) {
    run_there([=](sd_bus* bus) {
      TRANSOM_BUS(sd_bus_emit_signal)
      (bus, "/org/freedesktop/login1/session/own", "org.freedesktop.login1.Session", member, "");
    });
  }
  void signal_change(const std::string& path, const char* interface) {
    run_there([=](sd_bus* bus) {
      TRANSOM_BUS(sd_bus_emit_signal)
      (bus, path.c_str(), "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as",
       interface, 0, 0);
    });
  }
  // Whether the last lock that was given out has been let go of.
  bool delay_released() {
    std::lock_guard lock(mutex_);
    pollfd polled{delay_, POLLIN, 0};
    return delay_ >= 0 && poll(&polled, 1, 0) == 1 && (polled.revents & POLLHUP) != 0;
  }

  // What the last lock was asked for with: its mode and its reason.
  std::string last_reason() {
    std::lock_guard lock(mutex_);
    return reason_;
  }

  // Changed by the test between signals.
  std::atomic<int> on_battery{0};
  std::atomic<double> percent{80};
  std::atomic<std::int64_t> seconds_left{0};
  std::atomic<bool> own_is_active{true};
  std::atomic<std::uint32_t> other_user{1001};

 private:
  static int receive(sd_bus_message* message, void* context, sd_bus_error*) {
    return static_cast<FakeServices*>(context)->answer(message);
  }

  int answer(sd_bus_message* message) {
    const auto reply = TRANSOM_BUS(sd_bus_reply_method_return);
    const char* name = TRANSOM_BUS(sd_bus_message_get_member)(message);
    const std::string member = name != nullptr ? name : "";
    if (member == "Inhibit") return inhibit(message);
    if (member == "GetSession") {
      return reply(message, "o", "/org/freedesktop/login1/session/own");
    }
    if (member != "Get") return 0;
    const char *interface = nullptr, *property = nullptr;
    TRANSOM_BUS(sd_bus_message_read)(message, "ss", &interface, &property);
    const std::string wanted = property != nullptr ? property : "";
    const std::string session = own_is_active ? "own" : "other";
    if (wanted == "OnBattery") return reply(message, "v", "b", on_battery.load());
    if (wanted == "IsPresent") return reply(message, "v", "b", 1);
    if (wanted == "Percentage") return reply(message, "v", "d", percent.load());
    if (wanted == "State") return reply(message, "v", "u", 2u);
    if (wanted == "TimeToEmpty") return reply(message, "v", "x", seconds_left.load());
    if (wanted == "ActiveSession") {
      return reply(message, "v", "(so)", session.c_str(),
                   ("/org/freedesktop/login1/session/" + session).c_str());
    }
    if (wanted == "User") {
      const std::string path = TRANSOM_BUS(sd_bus_message_get_path)(message);
      const std::uint32_t user = path.ends_with("own") ? 1000 : other_user.load();
      return reply(message, "v", "(uo)", user, "/org/freedesktop/login1/user/x");
    }
    return 0;
  }

  int inhibit(sd_bus_message* message) {
    const char *what = nullptr, *who = nullptr, *why = nullptr, *mode = nullptr;
    TRANSOM_BUS(sd_bus_message_read)(message, "ssss", &what, &who, &why, &mode);
    int ends[2];
    if (mode == nullptr || pipe2(ends, O_CLOEXEC) != 0) return 0;
    const int result = TRANSOM_BUS(sd_bus_reply_method_return)(message, "h", ends[1]);
    close(ends[1]);
    std::lock_guard lock(mutex_);
    if (delay_ >= 0) close(delay_);
    delay_ = ends[0];
    reason_ = std::string(mode) + ": " + why;
    return result;
  }

  void run() {
    while (!stopping_) {
      while (TRANSOM_BUS(sd_bus_process)(bus_, nullptr) > 0) {
      }
      pollfd polled[] = {{TRANSOM_BUS(sd_bus_get_fd)(bus_), POLLIN, 0}, {wake_, POLLIN, 0}};
      poll(polled, 2, -1);
      if (polled[1].revents == 0) continue;
      eventfd_t count;
      eventfd_read(wake_, &count);
      std::vector<std::function<void()>> work;
      {
        std::lock_guard lock(mutex_);
        work.swap(work_);
      }
      for (const auto& each : work) each();
      TRANSOM_BUS(sd_bus_flush)(bus_);
    }
  }

  sd_bus* bus_ = nullptr;
  int wake_;
  std::atomic<bool> stopping_{false};
  std::mutex mutex_;
  std::vector<std::function<void()>> work_;
  int delay_ = -1;  // our end of the last lock
  std::string reason_;
  std::thread thread_;
};

}  // namespace transom::host::test
