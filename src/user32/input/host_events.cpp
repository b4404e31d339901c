// What hosts report, as hardware events and as errands for the threads that own the windows.
#include "user32/input/host_events.h"

#include "host/display.h"
#include "user32/clipboard/host_clipboard.h"
#include "user32/input/drop_files.h"
#include "user32/input/hardware.h"
#include "user32/input/host_keyboard.h"
#include "user32/input/keyboard_layout.h"
#include "user32/input/numpad.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/paint/paint.h"
#include "user32/window/tree.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

class InputFromHost final : public host::HostEvents {
 public:
  void pointer_moved(POINT screen) override {
    HardwareEvent event;
    event.kind = EventKind::kMove;
    event.position = screen;
    enter_hardware_event(event);
  }

  // A button is pressed where the pointer is: hosts that warp without moving are put right.
  void button(POINT screen, int button, bool down) override {
    if (button < 0 || button > 4) return;
    HardwareEvent event;
    event.kind = EventKind::kButton;
    event.position = screen;
    event.button = static_cast<std::uint8_t>(button);
    event.down = down;
    enter_hardware_event(event);
  }

  void wheel(POINT screen, int delta, bool horizontal) override {
    HardwareEvent event;
    event.kind = EventKind::kWheel;
    event.position = screen;
    event.delta = delta;
    event.horizontal = horizontal;
    enter_hardware_event(event);
  }

  void key(std::uint16_t scan_code, std::uint8_t virtual_key, bool down) override {
    HardwareEvent event;
    event.kind = EventKind::kKey;
    event.scan_code = scan_code;
    if (virtual_key == 0) virtual_key = numpad_key(key_of_scan_code(scan_code), async_keys());
    event.virtual_key = sided_key(virtual_key, scan_code);
    event.down = down;
    enter_hardware_event(event);
  }

  void locks(bool caps, bool num) override { correct_locks(caps, num); }

  void focus_gained(HWND window) override { ask(window, InternalAction::kActivate); }
  void focus_lost(HWND window) override { ask(window, InternalAction::kDeactivate); }

  void clipboard_offered(const std::vector<std::string>& types) override { host_offers(types); }
  std::optional<std::string> clipboard_wanted(const std::string& type) override {
    return clipboard_for_host(type);
  }

  void close_requested(HWND window) override { post_message(window, WM_SYSCOMMAND, SC_CLOSE, 0); }

  bool responds(HWND window) override { return !IsHungAppWindow(window); }

  void window_configured(HWND window, const RECT& screen) override {
    HardwareEvent event;
    event.action = InternalAction::kConfigure;
    event.window = window;
    event.rect = screen;
    queue_internal_event(event);
  }

  void restacked(const std::vector<HWND>& windows) override {
    HardwareEvent event;
    event.action = InternalAction::kRestack;
    event.after = HWND_TOP;
    for (const HWND window : windows) {
      event.window = window;
      queue_internal_event(event);
      event.after = window;
    }
  }

  // Surfaces keep what was drawn: hosts present them again by themselves.
  void exposed(HWND, const RECT&) override {}

  void state_asked(HWND window, WORD command) override {
    post_message(window, WM_SYSCOMMAND, command, 0);
  }

  // Whoever set it, the system sends this.
  // https://learn.microsoft.com/windows/win32/winmsg/wm-settingchange
  void work_area_changed() override {
    refresh_monitors();
    for (const HWND window : child_handles(desktop_window())) {
      send_notify_message(window, WM_SETTINGCHANGE, SPI_SETWORKAREA, 0);
    }
  }

  void keys_taken(HWND window) override { ask(window, InternalAction::kKeysTaken); }

  void keyboard_changed() override { host_keyboard_changed(); }

  void pointer_left() override { mouse_left_all_windows(); }

  void files_dropped(POINT screen, const std::vector<std::string>& paths) override {
    drop_files(screen, paths);
  }
  bool accepts_files(POINT screen) override { return takes_files(screen); }

  // "The resolution of the screen" is the primary monitor's, as SM_CXSCREEN is, however many others
  // there are.
  // https://learn.microsoft.com/windows/win32/gdi/wm-displaychange
  void display_changed() override {
    refresh_monitors();
    const auto size = MAKELPARAM(GetSystemMetrics(SM_CXSCREEN), GetSystemMetrics(SM_CYSCREEN));
    const auto depth = static_cast<WPARAM>(host::display().bits_per_pixel());
    for (const HWND window : child_handles(desktop_window())) {
      send_notify_message(window, WM_DISPLAYCHANGE, depth, size);
    }
  }

 private:
  static void ask(HWND window, InternalAction action) {
    HardwareEvent event;
    event.action = action;
    event.window = window;
    queue_internal_event(event);
  }
};

}  // namespace

void listen_to_hosts() {
  static auto* events = new InputFromHost;
  static const bool listening = (host::set_host_events(*events), true);
  static_cast<void>(listening);
}

}  // namespace transom::user
