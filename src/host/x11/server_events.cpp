// Events about no window of ours: the root window's properties, properties in general, selections.
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
    return;
  }
  host.clipboard().reader().property_changed(property);
  host.clipboard().owner().property_changed(property);
  on_window_property(host, property);
}

// Another program asks for what we have ...
void on_selection_request(X11Host& host, const xcb_generic_event_t& event) {
  host.clipboard().owner().requested(as<xcb_selection_request_event_t>(event));
}

// ... or has answered what we asked ...
void on_selection_notify(X11Host& host, const xcb_generic_event_t& event) {
  host.clipboard().reader().notified(as<xcb_selection_notify_event_t>(event));
}

// ... or has taken the selection from us.
void on_selection_clear(X11Host& host, const xcb_generic_event_t& event) {
  host.clipboard().owner().cleared(as<xcb_selection_clear_event_t>(event).time);
  host.clipboard().changed();
}

}  // namespace

EventHandler server_handler(std::uint8_t type) {
  switch (type) {
    case XCB_PROPERTY_NOTIFY:
      return on_property;
    case XCB_SELECTION_REQUEST:
      return on_selection_request;
    case XCB_SELECTION_NOTIFY:
      return on_selection_notify;
    case XCB_SELECTION_CLEAR:
      return on_selection_clear;
    default:
      return nullptr;
  }
}

}  // namespace transom::host::x11
