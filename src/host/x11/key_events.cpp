// Key events. The virtual key and the character come from user32's keyboard layout, which follows
// the server's (keyboard.h). A key that repeats comes as presses without releases between.
#include "host/x11/event_reader.h"
#include "host/x11/keyboard.h"
#include "host/x11/scan_code_map.h"
#include "host/x11/x11_host.h"

namespace transom::host::x11 {
namespace {

// Where every keymap of xkeyboard-config has it.
constexpr std::uint16_t kNumLock = XCB_MOD_MASK_2;
constexpr std::uint16_t kCapsLockCode = 0x3A, kNumLockCode = 0x145;

void report_key(X11Host& host, const xcb_generic_event_t& event, bool down) {
  const auto& key = as<xcb_key_press_event_t>(event);
  host.connection().note_time(key.time);
  if (down) host.focus().typed();
  const std::uint16_t scan_code = scan_code_of_keycode(key.detail);
  if (scan_code == 0) return;
  pressed_keys().note(scan_code, down);
  // The modifiers are those before the event, and a lock that goes off does so at its release.
  const bool is_lock = scan_code == kCapsLockCode || scan_code == kNumLockCode;
  if (!is_lock)
    host_events().locks((key.state & XCB_MOD_MASK_LOCK) != 0, (key.state & kNumLock) != 0);
  host_events().key(scan_code, 0, down);
}

void on_key_press(X11Host& host, const xcb_generic_event_t& event) {
  report_key(host, event, true);
}

void on_key_release(X11Host& host, const xcb_generic_event_t& event) {
  report_key(host, event, false);
}

// Comes after the focus and after the pointer has entered: what is down now. Keys that went up
// elsewhere are released here.
void on_keymap(X11Host&, const xcb_generic_event_t& event) {
  const auto& keymap = as<xcb_keymap_notify_event_t>(event);
  const auto is_down = [&](unsigned keycode) {
    return keycode >= 8 && (keymap.keys[keycode / 8 - 1] >> keycode % 8 & 1) != 0;
  };
  PressedKeys now;
  for (unsigned keycode = 8; keycode < 256; ++keycode) {
    if (!is_down(keycode)) continue;
    now.note(scan_code_of_keycode(static_cast<std::uint8_t>(keycode)), true);
  }
  for (const std::uint16_t scan_code : pressed_keys().take_released(now)) {
    host_events().key(scan_code, 0, false);
  }
}

}  // namespace

EventHandler key_handler(std::uint8_t type) {
  switch (type) {
    case XCB_KEY_PRESS:
      return on_key_press;
    case XCB_KEY_RELEASE:
      return on_key_release;
    case XCB_KEYMAP_NOTIFY:
      return on_keymap;
    default:
      return nullptr;
  }
}

}  // namespace transom::host::x11
