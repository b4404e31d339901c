// Messages whose source is the machine, from real sources of the test's own: a bus daemon with a
// login manager and a power daemon of its own, a folder, a file, a socket.
#include "user32/system/host_system.h"

#include <sys/socket.h>
#include <sys/timex.h>
#include "base/device_events.h"

#include <filesystem>
#include <fstream>

#include "base/clock.h"
#include "base/terminal_services.h"
#include "host/system/fake_bus.h"
#include "host/system/watcher.h"
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"
#include "user32/system/session_end.h"

namespace transom::user {
namespace {

namespace fs = std::filesystem;
using Sources = std::vector<std::unique_ptr<host::Source>>;

std::atomic<int> endings{0};

class HostSystem : public InputTest {
 protected:
  void SetUp() override {
    InputTest::SetUp();
    endings = 0;
    set_end_of_process([](EndedBy) { ++endings; });
    folder_ = fs::temp_directory_path() / ("transom-host-" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override {
    stop();
    set_end_of_process(nullptr);
    fs::remove_all(folder_);
    InputTest::TearDown();
  }

  template <class Make>
  void watch(Make make) {
    watcher_ = std::make_unique<host::Watcher>([make] {
      Sources sources;
      sources.push_back(make());
      return sources;
    });
    watcher_->wait_until_ready();
  }
  // The watcher may be waiting for a window: it is served meanwhile.
  void stop() {
    if (!watcher_) return;
    std::atomic<bool> stopped{false};
    std::thread stopper([&] {
      watcher_.reset();
      stopped = true;
    });
    pump_until([&] { return stopped.load(); });
    stopper.join();
  }

  static bool pump_until(const std::function<bool()>& done) {
    constexpr DWORD kPatience = 20'000;
    const DWORD end = GetTickCount() + kPatience;
    while (!done() && GetTickCount() < end) {
      pump();
      if (!done()) MsgWaitForMultipleObjects(0, nullptr, FALSE, 5, QS_ALLINPUT);
    }
    return done();
  }
  bool heard(UINT message, WPARAM wparam) {
    return pump_until([&] {
      return std::ranges::any_of(log, [&](const Received& received) {
        return received.message == message && received.wparam == wparam;
      });
    });
  }
  std::vector<WPARAM> parameters(UINT message) const {
    std::vector<WPARAM> found;
    for (const Received& received : log) {
      if (received.message == message) found.push_back(received.wparam);
    }
    return found;
  }

  fs::path folder_;
  std::unique_ptr<host::Watcher> watcher_;
};

// With the services of a desktop machine.
class HostServices : public HostSystem {
 protected:
  void SetUp() override {
    HostSystem::SetUp();
    if (daemon.address().empty() || host::bus_symbol("sd_bus_new") == nullptr) {
      GTEST_SKIP() << "no dbus-daemon";
    }
    services = std::make_unique<host::test::FakeServices>(daemon.address());
    watch([address = daemon.address()] {
      host::BusOptions options;
      options.address = address;
      options.session_id = "own";
      return host::make_bus_source(system_events(), options);
    });
    log.clear();
  }
  void TearDown() override {
    stop();
    services.reset();
    HostSystem::TearDown();
  }

  host::test::BusDaemon daemon;
  std::unique_ptr<host::test::FakeServices> services;
};

// https://learn.microsoft.com/windows/win32/power/wm-powerbroadcast
TEST_F(HostServices, TheMachineSleepsAndWakes) {
  TRANSOM_CHECKS(WM_POWERBROADCAST);
  TRANSOM_CHECKS(WM_POWER);
  EXPECT_FALSE(services->delay_released());
  services->signal_manager("PrepareForSleep", true);
  EXPECT_TRUE(heard(WM_POWER, PWR_SUSPENDREQUEST));
  EXPECT_EQ(parameters(WM_POWERBROADCAST), std::vector<WPARAM>{PBT_APMSUSPEND});
  EXPECT_EQ(first(WM_POWERBROADCAST)->lparam, 0);
  EXPECT_EQ(first(WM_POWER)->lparam, 0);
  // The machine may sleep when the windows have heard of it.
  EXPECT_TRUE(pump_until([&] { return services->delay_released(); }));
  log.clear();
  services->signal_manager("PrepareForSleep", false);
  EXPECT_TRUE(heard(WM_POWER, PWR_SUSPENDRESUME));
  EXPECT_EQ(parameters(WM_POWERBROADCAST), std::vector<WPARAM>{PBT_APMRESUMEAUTOMATIC});
  EXPECT_TRUE(pump_until([&] { return !services->delay_released(); }));
  // "If the system detects any user activity, it will broadcast PBT_APMRESUMESUSPEND."
  log.clear();
  press('A');
  press('A');
  EXPECT_EQ(parameters(WM_POWERBROADCAST), std::vector<WPARAM>{PBT_APMRESUMESUSPEND});
}

// https://learn.microsoft.com/windows/win32/power/pbt-apmpowerstatuschange
TEST_F(HostServices, ThePlugIsPulled) {
  TRANSOM_CHECKS(WM_POWERBROADCAST);
  std::vector<DWORD> sources;
  on_message = [&](const Received& received) {
    if (received.message != WM_POWERBROADCAST || received.wparam != PBT_POWERSETTINGCHANGE) return;
    const auto* setting = reinterpret_cast<const POWERBROADCAST_SETTING*>(received.lparam);
    EXPECT_EQ(setting->DataLength, sizeof(DWORD));
    DWORD value;
    std::memcpy(&value, setting->Data, sizeof value);
    sources.push_back(value);
  };
  // GUID_ACDC_POWER_SOURCE; what it is now comes at once.
  const GUID power_source{
      0x5D3E9A59, 0xE9D5, 0x4B00, {0xA6, 0xBD, 0xFF, 0x34, 0xFF, 0x51, 0x65, 0x48}};
  const HPOWERNOTIFY asked =
      RegisterPowerSettingNotification(window, &power_source, DEVICE_NOTIFY_WINDOW_HANDLE);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(sources, std::vector<DWORD>{0});
  log.clear();
  services->on_battery = 1;
  services->seconds_left = 3600;
  services->signal_change("/org/freedesktop/UPower", "org.freedesktop.UPower");
  EXPECT_TRUE(heard(WM_POWERBROADCAST, PBT_APMPOWERSTATUSCHANGE));
  EXPECT_EQ(sources, (std::vector<DWORD>{0, 1}));
  SYSTEM_POWER_STATUS status{};
  EXPECT_TRUE(GetSystemPowerStatus(&status));
  EXPECT_EQ(status.ACLineStatus, AC_LINE_OFFLINE);
  EXPECT_EQ(status.BatteryLifePercent, 80);
  EXPECT_EQ(status.BatteryLifeTime, 3600u);
  EXPECT_EQ(status.BatteryFlag, BATTERY_FLAG_HIGH);
  // One percent is not worth a message, three are; what is no percentage is none.
  log.clear();
  const char* battery = "/org/freedesktop/UPower/devices/DisplayDevice";
  services->percent = 79;
  services->signal_change(battery, "org.freedesktop.UPower.Device");
  services->percent = 77;
  services->signal_change(battery, "org.freedesktop.UPower.Device");
  EXPECT_TRUE(heard(WM_POWERBROADCAST, PBT_APMPOWERSTATUSCHANGE));
  services->percent = 1e300;
  services->signal_change(battery, "org.freedesktop.UPower.Device");
  EXPECT_TRUE(pump_until([] {
    SYSTEM_POWER_STATUS now{};
    GetSystemPowerStatus(&now);
    return now.BatteryLifePercent == 255;
  }));
  EXPECT_TRUE(UnregisterPowerSettingNotification(asked));
  EXPECT_FALSE(UnregisterPowerSettingNotification(asked));
}

// The login manager's shutdown cannot be refused, but it waits for the windows.
// https://learn.microsoft.com/windows/win32/shutdown/wm-queryendsession
TEST_F(HostServices, TheMachineShutsDown) {
  TRANSOM_CHECKS(WM_QUERYENDSESSION);
  TRANSOM_CHECKS(WM_ENDSESSION);
  always_answer(WM_QUERYENDSESSION, FALSE);
  services->signal_manager("PrepareForShutdown", true);
  EXPECT_TRUE(heard(WM_ENDSESSION, TRUE));
  EXPECT_EQ(numbers({WM_QUERYENDSESSION, WM_ENDSESSION}),
            (std::vector<UINT>{WM_QUERYENDSESSION, WM_ENDSESSION}));
  EXPECT_EQ(first(WM_QUERYENDSESSION)->wparam, 0u);
  EXPECT_EQ(first(WM_QUERYENDSESSION)->lparam, 0);
  EXPECT_TRUE(pump_until([&] { return services->delay_released(); }));
  EXPECT_EQ(endings, 0);  // that is the login manager's business
}

// https://learn.microsoft.com/windows/win32/shutdown/shutting-down
TEST_F(HostServices, AWindowHasTheLoginManagerAskFirst) {
  stop();
  watch([address = daemon.address()] { return host::make_shutdown_block_source(address); });
  EXPECT_TRUE(ShutdownBlockReasonCreate(window, L"burning a disc"));
  EXPECT_TRUE(pump_until([&] { return services->last_reason() == "block: burning a disc"; }));
  EXPECT_FALSE(services->delay_released());
  DestroyWindow(window);
  EXPECT_TRUE(pump_until([&] { return services->delay_released(); }));
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-userchanged
TEST_F(HostServices, AnotherUserTakesTheSeat) {
  TRANSOM_CHECKS(WM_USERCHANGED);
  ASSERT_TRUE(WTSRegisterSessionNotification(window, NOTIFY_FOR_THIS_SESSION));
  services->own_is_active = false;
  services->signal_change("/org/freedesktop/login1/seat/seat0", "org.freedesktop.login1.Seat");
  EXPECT_TRUE(heard(WM_USERCHANGED, 0));
  EXPECT_EQ(first(WM_USERCHANGED)->lparam, 0);
  EXPECT_TRUE(heard(WM_WTSSESSION_CHANGE, WTS_CONSOLE_DISCONNECT));
  log.clear();
  services->own_is_active = true;
  services->signal_change("/org/freedesktop/login1/seat/seat0", "org.freedesktop.login1.Seat");
  EXPECT_TRUE(heard(WM_USERCHANGED, 0));
  services->signal_session("Lock");
  EXPECT_TRUE(heard(WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK));
  services->signal_session("Unlock");
  EXPECT_TRUE(heard(WM_WTSSESSION_CHANGE, WTS_SESSION_UNLOCK));
  EXPECT_TRUE(WTSUnRegisterSessionNotification(window));
  EXPECT_FALSE(WTSUnRegisterSessionNotification(window));
}

// Whoever is not the login manager is not listened to.
TEST_F(HostServices, OthersCannotSpeakForTheLoginManager) {
  sd_bus* stranger = nullptr;
  TRANSOM_BUS(sd_bus_new)(&stranger);
  TRANSOM_BUS(sd_bus_set_address)(stranger, daemon.address().c_str());
  TRANSOM_BUS(sd_bus_set_bus_client)(stranger, 1);
  TRANSOM_BUS(sd_bus_start)(stranger);
  TRANSOM_BUS(sd_bus_emit_signal)
  (stranger, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForShutdown", "b",
   1);
  TRANSOM_BUS(sd_bus_flush_close_unref)(stranger);
  services->signal_manager("PrepareForSleep", true);
  EXPECT_TRUE(heard(WM_POWERBROADCAST, PBT_APMSUSPEND));
  EXPECT_EQ(first(WM_QUERYENDSESSION), nullptr);
}

// ---- The end of the session without a login manager

TEST_F(HostSystem, TheProgramIsAskedToEnd) {
  TRANSOM_CHECKS(WM_QUERYENDSESSION);
  TRANSOM_CHECKS(WM_ENDSESSION);
  watch([] { return host::make_termination_source(system_events()); });
  always_answer(WM_QUERYENDSESSION, FALSE);
  kill(getpid(), SIGTERM);
  EXPECT_TRUE(heard(WM_ENDSESSION, FALSE));
  EXPECT_EQ(first(WM_QUERYENDSESSION)->lparam, static_cast<LPARAM>(ENDSESSION_LOGOFF));
  EXPECT_EQ(endings, 0);
  stop();
  watch([] { return host::make_termination_source(system_events()); });
  always_answer(WM_QUERYENDSESSION, TRUE);
  log.clear();
  kill(getpid(), SIGTERM);
  EXPECT_TRUE(heard(WM_ENDSESSION, TRUE));
  EXPECT_TRUE(pump_until([] { return endings == 1; }));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-exitwindowsex
TEST_F(HostSystem, AProgramEndsTheSession) {
  TRANSOM_CHECKS(WM_QUERYENDSESSION);
  TRANSOM_CHECKS(WM_ENDSESSION);
  EXPECT_TRUE(ExitWindowsEx(EWX_LOGOFF, 0));
  EXPECT_TRUE(heard(WM_ENDSESSION, TRUE));
  EXPECT_EQ(first(WM_ENDSESSION)->lparam, static_cast<LPARAM>(ENDSESSION_LOGOFF));
  EXPECT_TRUE(pump_until([] { return endings == 1; }));
  // "Does not send WM_QUERYENDSESSION and WM_ENDSESSION."
  log.clear();
  EXPECT_TRUE(ExitWindowsEx(EWX_LOGOFF | EWX_FORCE, 0));
  EXPECT_TRUE(pump_until([] { return endings == 2; }));
  EXPECT_EQ(first(WM_QUERYENDSESSION), nullptr);
  EXPECT_FALSE(ExitWindowsEx(EWX_POWEROFF, 0));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_PRIVILEGE_NOT_HELD));
}

TEST_F(HostSystem, AWindowSaysWhyNot) {
  EXPECT_TRUE(ShutdownBlockReasonCreate(window, L"burning a disc"));
  DWORD size = 0;
  EXPECT_TRUE(ShutdownBlockReasonQuery(window, nullptr, &size));
  EXPECT_EQ(size, 15u);
  WCHAR text[15];
  EXPECT_TRUE(ShutdownBlockReasonQuery(window, text, &size));
  EXPECT_EQ(std::u16string(reinterpret_cast<const char16_t*>(text)), u"burning a disc");
  EXPECT_TRUE(ShutdownBlockReasonDestroy(window));
  EXPECT_FALSE(ShutdownBlockReasonQuery(window, text, &size));
  EXPECT_FALSE(ShutdownBlockReasonCreate(nullptr, L"x"));
}

// ---- Clock, fonts, memory, devices

// Only where the test may set the clock: by a nanosecond, there and back.
TEST_F(HostSystem, TheClockIsSet) {
  watch([] { return host::make_clock_source(system_events()); });
  for (const suseconds_t nanoseconds : {1, 999'999'999}) {
    timex change{};
    change.modes = ADJ_SETOFFSET | ADJ_NANO;
    change.time.tv_sec = nanoseconds == 1 ? 0 : -1;
    change.time.tv_usec = nanoseconds;
    if (adjtimex(&change) < 0) GTEST_SKIP() << "the clock is not ours to set";
  }
  EXPECT_TRUE(heard(WM_TIMECHANGE, 0));
  EXPECT_EQ(first(WM_TIMECHANGE)->lparam, 0);
}

// A program may set the clock of its own virtual run.
// https://learn.microsoft.com/windows/win32/sysinfo/wm-timechange
LRESULT CALLBACK count_time_changes(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == WM_TIMECHANGE && wparam == 0 && lparam == 0) {
    SetWindowLongPtrW(window, GWLP_USERDATA, GetWindowLongPtrW(window, GWLP_USERDATA) + 1);
  }
  return DefWindowProcW(window, message, wparam, lparam);
}

int set_the_virtual_clock() {
  base::clock::make_virtual();
  const HWND window =
      CreateWindowExW(0, L"Static", L"", WS_POPUP, 0, 0, 9, 9, nullptr, nullptr, nullptr, nullptr);
  SetWindowLongPtrW(window, GWLP_WNDPROC, reinterpret_cast<LONG_PTR>(count_time_changes));
  SetWindowLongPtrW(window, GWLP_USERDATA, 0);
  const DWORD ticks = GetTickCount();
  const SYSTEMTIME wanted{1999, 12, 5, 31, 23, 59, 30, 0};
  const bool set = SetSystemTime(&wanted);
  SYSTEMTIME now{};
  GetSystemTime(&now);
  const bool right = now.wYear == 1999 && now.wDay == 31 && now.wSecond == 30;
  const bool told = GetWindowLongPtrW(window, GWLP_USERDATA) == 1;
  return set && right && told && GetTickCount() - ticks < 1000 ? 0 : 1;
}

TEST(HostSystemDeathTest, AProgramSetsTheVirtualClock) {
  TRANSOM_CHECKS(WM_TIMECHANGE);
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(std::exit(set_the_virtual_clock()), testing::ExitedWithCode(0), "");
}

// https://learn.microsoft.com/windows/win32/gdi/wm-fontchange
TEST_F(HostSystem, FontsAreInstalled) {
  TRANSOM_CHECKS(WM_FONTCHANGE);
  watch([folder = folder_.string()] { return host::make_font_source(system_events(), {folder}); });
  std::ofstream(folder_ / "one.ttf") << "none";
  std::ofstream(folder_ / "two.ttf") << "none";
  EXPECT_TRUE(heard(WM_FONTCHANGE, 0));
  EXPECT_EQ(first(WM_FONTCHANGE)->lparam, 0);
  EXPECT_EQ(numbers({WM_FONTCHANGE}).size(), 1u);  // an installation is told of once
  log.clear();
  fs::create_directory(folder_ / "more");
  EXPECT_TRUE(heard(WM_FONTCHANGE, 0));
  log.clear();
  std::ofstream(folder_ / "more" / "three.ttf") << "none";
  EXPECT_TRUE(heard(WM_FONTCHANGE, 0));
}

TEST_F(HostSystem, SourceMadeLaterIsHeard) {
  std::atomic<bool> made{false};
  watch([&made, folder = folder_.string()] {
    const auto make = [&made, folder] {
      auto source = host::make_font_source(system_events(), {folder});
      made = true;
      made.notify_all();
      return source;
    };
    return host::make_late_source(make, std::chrono::milliseconds(20));
  });
  made.wait(false);
  std::ofstream(folder_ / "one.ttf") << "none";
  EXPECT_TRUE(heard(WM_FONTCHANGE, 0));
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-compacting
TEST_F(HostSystem, MemoryIsShort) {
  TRANSOM_CHECKS(WM_COMPACTING);
  const auto file = folder_ / "memory";
  std::ofstream(file) << "some avg10=90.00 avg60=12.00 avg300=0.00 total=1\nfull avg10=0\n";
  watch([path = file.string()] { return host::make_memory_source(system_events(), path, 5); });
  std::ofstream(file, std::ios::trunc) << "some avg10=nonsense";
  std::ofstream(file, std::ios::trunc) << "some avg10=0 avg60=1e9 avg300=0";
  std::ofstream(file, std::ios::trunc) << "some avg10=0.00 avg60=50.00 avg300=0.00 total=9\n";
  EXPECT_TRUE(heard(WM_COMPACTING, 0x8000));
  EXPECT_EQ(first(WM_COMPACTING)->lparam, 0);
  EXPECT_EQ(numbers({WM_COMPACTING}).size(), 1u);
}

// Bytes as the kernel and udev send them.
std::string kernel_event(const std::string& action, const std::vector<std::string>& properties) {
  std::string bytes = action + "@/devices/x" + '\0' + "ACTION=" + action + '\0' +
                      "DEVPATH=/devices/x/" + properties.front() + '\0';
  for (std::size_t i = 1; i < properties.size(); ++i) bytes += properties[i] + '\0';
  return bytes;
}

// https://learn.microsoft.com/windows/win32/devio/wm-devicechange
TEST_F(HostSystem, DevicesComeAndGo) {
  TRANSOM_CHECKS(WM_DEVICECHANGE);
  int ends[2];
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, ends), 0);
  const host::Descriptor sender(ends[1]);
  // Who sent it is told from when it was asked for.
  const int on = 1;
  setsockopt(ends[0], SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
  std::u16string name;
  on_message = [&](const Received& received) {
    if (received.message != WM_DEVICECHANGE || received.lparam == 0) return;
    const auto* header = reinterpret_cast<const DEV_BROADCAST_HDR*>(received.lparam);
    if (header->dbch_devicetype == DBT_DEVTYP_DEVICEINTERFACE) {
      name = reinterpret_cast<const char16_t*>(
          reinterpret_cast<const DEV_BROADCAST_DEVICEINTERFACE_W*>(header)->dbcc_name);
    } else {
      EXPECT_EQ(header->dbch_devicetype, static_cast<DWORD>(DBT_DEVTYP_PORT));
      name = reinterpret_cast<const char16_t*>(
          reinterpret_cast<const DEV_BROADCAST_PORT_W*>(header)->dbcp_name);
    }
  };
  DEV_BROADCAST_DEVICEINTERFACE_W filter{};
  filter.dbcc_size = sizeof filter;
  filter.dbcc_devicetype = DBT_DEVTYP_DEVICEINTERFACE;
  // GUID_DEVINTERFACE_USB_DEVICE
  filter.dbcc_classguid = {
      0xA5DCBF10, 0x6530, 0x11D2, {0x90, 0x1F, 0x00, 0xC0, 0x4F, 0xB9, 0x51, 0xED}};
  const HDEVNOTIFY asked = RegisterDeviceNotificationW(window, &filter, 0);
  ASSERT_NE(asked, nullptr);
  watch(
      [socket = ends[0]] { return host::make_device_source(system_events(), socket, geteuid()); });
  const auto send_bytes = [&](const std::string& bytes) {
    EXPECT_EQ(send(sender.get(), bytes.data(), bytes.size(), 0),
              static_cast<ssize_t>(bytes.size()));
  };
  send_bytes(kernel_event("add", {"1-4", "SUBSYSTEM=usb", "DEVTYPE=usb_device", "ID_VENDOR_ID=046d",
                                  "ID_MODEL_ID=c077"}));
  EXPECT_TRUE(heard(WM_DEVICECHANGE, DBT_DEVNODES_CHANGED));
  EXPECT_EQ(parameters(WM_DEVICECHANGE),
            (std::vector<WPARAM>{DBT_DEVICEARRIVAL, DBT_DEVNODES_CHANGED}));
  EXPECT_EQ(name, u"\\\\?\\usb#VID_046d&PID_c077#1-4#{a5dcbf10-6530-11d2-901f-00c04fb951ed}");
  // Serial ports need no registration.
  log.clear();
  send_bytes(kernel_event("remove", {"tty", "SUBSYSTEM=tty", "DEVNAME=/dev/ttyUSB0"}));
  EXPECT_TRUE(heard(WM_DEVICECHANGE, DBT_DEVNODES_CHANGED));
  EXPECT_EQ(first(WM_DEVICECHANGE)->wparam, static_cast<WPARAM>(DBT_DEVICEREMOVECOMPLETE));
  EXPECT_EQ(name, u"ttyUSB0");
  // What is no event, and what is none that matters, changes nothing.
  log.clear();
  send_bytes("libudev");
  send_bytes(std::string("libudev\0\xFE\xED\xCA\xFE\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", 21));
  send_bytes(std::string(20'000, 'x'));
  send_bytes(kernel_event("change", {"y", "SUBSYSTEM=power_supply"}));
  send_bytes(kernel_event("add", {"z", "SUBSYSTEM=leds"}));
  EXPECT_TRUE(heard(WM_DEVICECHANGE, DBT_DEVNODES_CHANGED));
  EXPECT_EQ(numbers({WM_DEVICECHANGE}).size(), 1u);
  EXPECT_TRUE(UnregisterDeviceNotification(asked));
  EXPECT_FALSE(UnregisterDeviceNotification(asked));
}

TEST(DeviceEvents, UdevsOwnFormat) {
  constexpr char kProperties[] = "ACTION=add\0DEVPATH=/devices/x\0SUBSYSTEM=net";
  const std::string properties(kProperties, sizeof kProperties);
  std::string bytes("libudev\0\xFE\xED\xCA\xFE", 12);
  const std::uint32_t numbers[] = {40, 40, static_cast<std::uint32_t>(properties.size())};
  bytes.append(reinterpret_cast<const char*>(numbers), sizeof numbers);
  bytes.append(16, '\0');
  bytes += properties;
  const auto device = host::parse_device_event(bytes.data(), bytes.size());
  EXPECT_EQ(device.at("SUBSYSTEM"), "net");
  // Cut anywhere, it is none.
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_TRUE(host::parse_device_event(bytes.data(), size).empty()) << size;
  }
}

TEST(PowerSupplies, AsTheKernelHasThem) {
  const auto folder = fs::temp_directory_path() / ("transom-supply-" + std::to_string(getpid()));
  const auto put = [&](const char* supply, const char* name, const char* text) {
    fs::create_directories(folder / supply);
    std::ofstream(folder / supply / name) << text << '\n';
  };
  EXPECT_EQ(host::read_power_supplies(folder.string()).line, host::PowerLine::kOnline);
  put("AC", "type", "Mains");
  put("AC", "online", "0");
  put("BAT0", "type", "Battery");
  put("BAT0", "capacity", "42");
  put("BAT0", "status", "Discharging");
  put("mouse", "type", "Battery");
  put("mouse", "scope", "Device");
  put("mouse", "capacity", "3");
  const host::PowerStatus status = host::read_power_supplies(folder.string());
  EXPECT_EQ(status.line, host::PowerLine::kOffline);
  EXPECT_TRUE(status.has_battery);
  EXPECT_EQ(status.percent, 42);
  put("BAT0", "capacity", "4200");
  EXPECT_EQ(host::read_power_supplies(folder.string()).percent, -1);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace transom::user
