// What happens to our windows: position, visibility, exposure, focus, state, requests of the window
// manager's.
#include <algorithm>

#include "host/x11/event_reader.h"
#include "host/x11/properties.h"
#include "host/x11/reply.h"
#include "host/x11/window_hints.h"
#include "host/x11/x11_host.h"

namespace transom::host::x11 {
namespace {

// ---- Position

// Only what the window manager sent is in screen coordinates: the server's own are relative to the
// manager's frame.
POINT root_position(const Connection& connection, const xcb_configure_notify_event_t& event) {
  if ((event.response_type & kSentByClient) != 0) return {event.x, event.y};
  const auto reply =
      ask(xcb_translate_coordinates_reply, connection.xcb(),
          xcb_translate_coordinates(connection.xcb(), event.window, connection.root(), 0, 0));
  return reply ? POINT{reply->dst_x, reply->dst_y} : POINT{event.x, event.y};
}

void on_configure(X11Host& host, const xcb_generic_event_t& event) {
  const auto& configured = as<xcb_configure_notify_event_t>(event);
  // Also sent where somebody divides the screen into other monitors.
  if (configured.window == host.connection().root()) return host.refresh();
  if (host.handle_of(configured.window) == nullptr) return;
  const POINT at = host.connection().to_screen(root_position(host.connection(), configured));
  const RECT rect{at.x, at.y, at.x + configured.width, at.y + configured.height};
  host.pass_on(configured.window, [&](X11Window& window) { return window.configured(rect); });
}

// ---- Visibility and exposure

void on_map(X11Host& host, const xcb_generic_event_t& event) {
  std::lock_guard lock(host.mutex());
  if (X11Window* window = host.find(as<xcb_map_notify_event_t>(event).window)) {
    window->mapped(true);
  }
}

void on_unmap(X11Host& host, const xcb_generic_event_t& event) {
  std::lock_guard lock(host.mutex());
  if (X11Window* window = host.find(as<xcb_unmap_notify_event_t>(event).window)) {
    window->mapped(false);
  }
}

// Ours are forgotten before they are destroyed: this was another program. The window comes back, so
// that the program can ask what is to be saved, and is asked to close.
void on_destroy(X11Host& host, const xcb_generic_event_t& event) {
  HWND handle = nullptr;
  {
    std::lock_guard lock(host.mutex());
    X11Window* window = host.find(as<xcb_destroy_notify_event_t>(event).window);
    if (window == nullptr) return;
    handle = window->handle();
    window->renew(host.focus().owner() == handle);
  }
  host.focus().lost(handle);
  host_events().close_requested(handle);
}

void on_expose(X11Host& host, const xcb_generic_event_t& event) {
  const auto& expose = as<xcb_expose_event_t>(event);
  std::lock_guard lock(host.mutex());
  if (X11Window* window = host.find(expose.window)) {
    window->exposed({expose.x, expose.y, expose.x + expose.width, expose.y + expose.height});
  }
}

// ---- Focus

// Keyboard grabs come and go without meaning anything; neither do focuses that follow the pointer.
bool matters(const xcb_focus_in_event_t& event) {
  return event.mode != XCB_NOTIFY_MODE_GRAB && event.mode != XCB_NOTIFY_MODE_UNGRAB &&
         event.detail != XCB_NOTIFY_DETAIL_POINTER && event.detail != XCB_NOTIFY_DETAIL_INFERIOR;
}

// The window manager gives the focus before it lets the click through: what the click does is
// user32's business then.
FocusTracker::Pointer pointer_in(const Connection& connection, xcb_window_t window) {
  const auto pointer =
      ask(xcb_query_pointer_reply, connection.xcb(), xcb_query_pointer(connection.xcb(), window));
  const auto size =
      ask(xcb_get_geometry_reply, connection.xcb(), xcb_get_geometry(connection.xcb(), window));
  const bool inside = pointer && size && pointer->win_x >= 0 && pointer->win_y >= 0 &&
                      pointer->win_x < size->width && pointer->win_y < size->height;
  if (!inside) return FocusTracker::Pointer::kOutside;
  constexpr std::uint16_t kButtons = XCB_BUTTON_MASK_1 | XCB_BUTTON_MASK_2 | XCB_BUTTON_MASK_3;
  return (pointer->mask & kButtons) != 0 ? FocusTracker::Pointer::kPressed
                                         : FocusTracker::Pointer::kInside;
}

void on_focus_in(X11Host& host, const xcb_generic_event_t& event) {
  const auto& focus = as<xcb_focus_in_event_t>(event);
  const HWND window = matters(focus) ? host.handle_of(focus.event) : nullptr;
  if (window == nullptr) return;
  host.focus().gained(window, pointer_in(host.connection(), focus.event));
}

void on_focus_out(X11Host& host, const xcb_generic_event_t& event) {
  const auto& focus = as<xcb_focus_out_event_t>(event);
  if (focus.mode == XCB_NOTIFY_MODE_GRAB) {
    if (const HWND window = host.handle_of(focus.event)) host_events().keys_taken(window);
  }
  if (const HWND window = matters(focus) ? host.handle_of(focus.event) : nullptr) {
    host.focus().lost(window);
  }
}

// ---- The window manager's requests

void answer_ping(X11Host& host, const xcb_client_message_event_t& message) {
  xcb_client_message_event_t answer = message;
  answer.window = host.connection().root();
  xcb_send_event(host.connection().xcb(), 0, host.connection().root(),
                 XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY,
                 reinterpret_cast<const char*>(&answer));
  host.connection().flush();
}

void on_client_message(X11Host& host, const xcb_generic_event_t& event) {
  const auto& message = as<xcb_client_message_event_t>(event);
  if (host.drop_target().take(message)) return;
  const Atoms& atoms = host.connection().atoms();
  if (message.type != atoms.WM_PROTOCOLS || message.format != 32) return;
  const HWND window = host.handle_of(message.window);
  const xcb_atom_t protocol = message.data.data32[0];
  if (window == nullptr) return;
  host.connection().note_time(message.data.data32[1]);
  if (protocol == atoms.WM_DELETE_WINDOW) {
    host_events().close_requested(window);
  } else if (protocol == atoms._NET_WM_PING) {
    if (host_events().responds(window)) answer_ping(host, message);
  } else if (protocol == atoms.WM_TAKE_FOCUS) {
    set_input_focus(host.connection(), message.window, message.data.data32[1]);
    host.connection().flush();
  }
}

// ---- State

bool contains(const std::vector<std::uint32_t>& values, xcb_atom_t value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// WM_STATE is "iconic" on other desktops, too; managers that know the newer state say exactly.
bool read_minimized(const Connection& connection, const WindowManager& manager, xcb_window_t window,
                    const std::vector<std::uint32_t>& states) {
  const Atoms& atoms = connection.atoms();
  if (manager.supports(atoms._NET_WM_STATE_HIDDEN)) {
    return contains(states, atoms._NET_WM_STATE_HIDDEN);
  }
  constexpr std::uint32_t kIconicState = 3;
  const auto state = get_values(connection, window, atoms.WM_STATE, atoms.WM_STATE);
  return !state.empty() && state.front() == kIconicState;
}

void read_state(X11Host& host, xcb_window_t id) {
  const Connection& connection = host.connection();
  const Atoms& atoms = connection.atoms();
  if (!host.manager().present() || host.handle_of(id) == nullptr) return;
  const auto states = get_values(connection, id, atoms._NET_WM_STATE, XCB_ATOM_ATOM);
  const bool minimized = read_minimized(connection, host.manager(), id, states);
  const bool maximized = contains(states, atoms._NET_WM_STATE_MAXIMIZED_VERT) &&
                         contains(states, atoms._NET_WM_STATE_MAXIMIZED_HORZ);
  host.pass_on(id, [&](X11Window& window) { return window.state_read(minimized, maximized); });
}

}  // namespace

void on_window_property(X11Host& host, const xcb_property_notify_event_t& property) {
  const Atoms& atoms = host.connection().atoms();
  if (property.atom == atoms.WM_STATE || property.atom == atoms._NET_WM_STATE) {
    read_state(host, property.window);
  }
}

EventHandler window_handler(std::uint8_t type) {
  switch (type) {
    case XCB_CONFIGURE_NOTIFY:
      return on_configure;
    case XCB_MAP_NOTIFY:
      return on_map;
    case XCB_UNMAP_NOTIFY:
      return on_unmap;
    case XCB_DESTROY_NOTIFY:
      return on_destroy;
    case XCB_EXPOSE:
      return on_expose;
    case XCB_FOCUS_IN:
      return on_focus_in;
    case XCB_FOCUS_OUT:
      return on_focus_out;
    case XCB_CLIENT_MESSAGE:
      return on_client_message;
    default:
      return nullptr;
  }
}

}  // namespace transom::host::x11
