// The server's keyboard: repeat, layout, and which keys we believe to be down.
#pragma once

#include <xcb/xcb.h>

#include <bitset>
#include <vector>

#include "host/display.h"
#include "host/x11/connection.h"

namespace transom::host::x11 {

class X11Host;

// Asks for repeats without releases and for news of the layout.
void set_up_keyboard(Connection& connection);
void on_xkb_event(X11Host& host, const xcb_generic_event_t& event);
// The names of the layouts have changed (_XKB_RULES_NAMES of the root window).
void on_keyboard_rules(X11Host& host);

// What setxkbmap and its like have set, and which of it is current. Empty where the server does not
// say.
Keyboard read_keyboard(const Connection& connection);
// The keymap in XKB's text format; empty where it cannot be had.
std::string read_keymap(const Connection& connection);

// Scan codes reported as down. Used by the thread that reads events alone.
class PressedKeys {
 public:
  void note(std::uint16_t scan_code, bool down) { down_.set(scan_code & 0x1FF, down); }
  // Forgets and returns what is down here and not in `now`.
  std::vector<std::uint16_t> take_released(const PressedKeys& now);

 private:
  std::bitset<0x200> down_;
};
PressedKeys& pressed_keys();

}  // namespace transom::host::x11
