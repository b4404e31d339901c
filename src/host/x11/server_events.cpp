// Events about no window of ours: the root window's properties, and properties in general.
#include "host/x11/event_reader.h"
#include "host/x11/keyboard.h"
#include "host/x11/x11_host.h"

namespace transom::host::x11 {

void on_window_property(X11Host& host, const xcb_property_notify_event_t& property);

namespace {

void on_root_property(X11Host& host, const xcb_property_notify_event_t& property) {
  const Atoms& atoms = host.connection().atoms();
  if (property.atom == atoms._NET_SUPPORTING_WM_CHECK || property.atom == atoms._NET_SUPPORTED) {
    host.manager().look();
    host.refresh();
  } else if (property.atom == atoms._NET_WORKAREA || property.atom == atoms._NET_CURRENT_DESKTOP) {
    host.refresh();
  } else if (property.atom == atoms._NET_CLIENT_LIST_STACKING) {
    host.stacking().manager_changed();
  } else if (property.atom == atoms._XKB_RULES_NAMES) {
    on_keyboard_rules(host);
  }
}

void on_property(X11Host& host, const xcb_generic_event_t& event) {
  const auto& property = as<xcb_property_notify_event_t>(event);
  host.connection().note_time(property.time);
  if (property.window == host.connection().root()) {
    on_root_property(host, property);
  } else {
    on_window_property(host, property);
  }
}

}  // namespace

EventHandler server_handler(std::uint8_t type) {
  return type == XCB_PROPERTY_NOTIFY ? on_property : nullptr;
}

}  // namespace transom::host::x11
