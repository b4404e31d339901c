#include "host/x11/x11_host.h"

#include <algorithm>

#include "host/x11/event_reader.h"
#include "host/x11/keyboard.h"
#include "host/x11/monitors.h"
#include "host/x11/properties.h"
#include "host/x11/reply.h"

namespace transom::host::x11 {
namespace {

constexpr std::chrono::milliseconds kSettling{320};

xcb_window_t create_leader(const Connection& connection) {
  const xcb_window_t leader = xcb_generate_id(connection.xcb());
  xcb_create_window(connection.xcb(), 0, leader, connection.root(), -10, -10, 1, 1, 0,
                    XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT, 0, nullptr);
  set_values(connection, leader, connection.atoms().WM_CLIENT_LEADER, XCB_ATOM_WINDOW, {{leader}});
  return leader;
}

void watch_root(const Connection& connection) {
  constexpr std::uint32_t kEvents =
      XCB_EVENT_MASK_PROPERTY_CHANGE | XCB_EVENT_MASK_STRUCTURE_NOTIFY;
  xcb_change_window_attributes(connection.xcb(), connection.root(), XCB_CW_EVENT_MASK, &kEvents);
}

}  // namespace

X11Host::X11Host(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)),
      manager_(*connection_),
      focus_(tasks_),
      cursors_(*connection_),
      leader_(create_leader(*connection_)),
      grab_(*connection_, connection_->root()),
      clipboard_(*connection_, leader_) {
  watch_root(*connection_);
  watch_monitors(*connection_);
  set_up_keyboard(*connection_);
  monitors_ = read_monitors(*connection_, manager_);
  connection_->flush();
}

// Where another monitor is the primary one now, user32 counts from another corner.
void X11Host::refresh() {
  const POINT origin = connection_->origin();
  auto fresh = read_monitors(*connection_, manager_);
  const auto differ = [&](RECT Monitor::*part) {
    return !std::equal(
        fresh.begin(), fresh.end(), monitors_.begin(), monitors_.end(),
        [&](const Monitor& a, const Monitor& b) { return EqualRect(&(a.*part), &(b.*part)); });
  };
  bool display_differs = false, work_area_differs = false;
  {
    std::lock_guard lock(monitors_mutex_);
    display_differs = differ(&Monitor::bounds);
    work_area_differs = differ(&Monitor::work_area);
    monitors_ = std::move(fresh);
  }
  if (display_differs) host_events().display_changed();
  const POINT now = connection_->origin();
  if (now.x != origin.x || now.y != origin.y) recount({origin.x - now.x, origin.y - now.y});
  if (!display_differs && work_area_differs) host_events().work_area_changed();
}

void X11Host::recount(SIZE by) {
  std::vector<xcb_window_t> ids;
  {
    std::lock_guard lock(mutex_);
    for (const auto& [id, window] : windows_) ids.push_back(id);
  }
  for (const xcb_window_t id : ids) {
    pass_on(id, [by](X11Window& window) { return window.recounted(by); });
  }
}

std::vector<Monitor> X11Host::monitors() {
  std::lock_guard lock(monitors_mutex_);
  return monitors_;
}

std::unique_ptr<HostWindow> X11Host::create_window(HWND handle, const RECT& screen, DWORD style,
                                                   DWORD ex_style, HWND owner) {
  return std::make_unique<X11Window>(*this, handle, screen, style, ex_style, owner);
}

void X11Host::set_cursor(HCURSOR cursor) {
  const xcb_cursor_t before = cursors_.current();
  const std::uint32_t shape = cursors_.choose(cursor);
  if (shape == before) return;
  std::lock_guard lock(mutex_);
  for (const auto& [id, window] : windows_) {
    xcb_change_window_attributes(connection_->xcb(), id, XCB_CW_CURSOR, &shape);
  }
  connection_->flush();
}

void X11Host::warp_pointer(POINT screen) {
  const POINT root = connection_->to_root(screen);
  xcb_warp_pointer(connection_->xcb(), XCB_WINDOW_NONE, connection_->root(), 0, 0, 0, 0,
                   static_cast<std::int16_t>(root.x), static_cast<std::int16_t>(root.y));
  connection_->flush();
}

std::optional<POINT> X11Host::pointer_elsewhere() {
  if (pointer_inside_) return std::nullopt;
  xcb_connection_t* xcb = connection_->xcb();
  const auto reply = ask(xcb_query_pointer_reply, xcb, xcb_query_pointer(xcb, connection_->root()));
  if (!reply) return std::nullopt;
  return connection_->to_screen({reply->root_x, reply->root_y});
}

void X11Host::beep(UINT) {
  xcb_bell(connection_->xcb(), 0);
  connection_->flush();
}

Keyboard X11Host::keyboard() {
  return read_keyboard(*connection_);
}

std::string X11Host::keymap() {
  return read_keymap(*connection_);
}

void X11Host::add(X11Window& window) {
  windows_[window.id()] = &window;
  stacking_.add(window);
}

void X11Host::remove(X11Window& window) {
  windows_.erase(window.id());
  stacking_.remove(window);
}

X11Window* X11Host::find(xcb_window_t id) {
  const auto at = windows_.find(id);
  return at != windows_.end() ? at->second : nullptr;
}

X11Window* X11Host::find(HWND handle) {
  if (handle == nullptr) return nullptr;
  const auto& order = stacking_.order();
  const auto at = std::ranges::find(order, handle, &X11Window::handle);
  return at != order.end() ? *at : nullptr;
}

HWND X11Host::handle_of(xcb_window_t id) {
  std::lock_guard lock(mutex_);
  const X11Window* window = find(id);
  return window != nullptr ? window->handle() : nullptr;
}

void X11Host::pass_on(xcb_window_t id, const std::function<X11Window::Report(X11Window&)>& read) {
  X11Window::Report report;
  HWND handle = nullptr;
  {
    std::lock_guard lock(mutex_);
    X11Window* window = find(id);
    if (window == nullptr) return;
    handle = window->handle();
    report = read(*window);
    if (report.settle_later) {
      tasks_.schedule(window, kSettling, [this, id] {
        pass_on(id, [](X11Window& settled) { return settled.settled(); });
      });
    }
  }
  if (report.rect) host_events().window_configured(handle, *report.rect);
  if (report.command != 0) host_events().state_asked(handle, report.command);
}

}  // namespace transom::host::x11

// The module's entry (host/display.h).
extern "C" __attribute__((visibility("default"))) transom::host::DisplayHost*
transom_open_display() {
  using namespace transom::host::x11;
  auto connection = Connection::open();
  if (!connection) return nullptr;
  auto* host = new X11Host(std::move(connection));
  start_reading_events(*host);
  return host;
}
