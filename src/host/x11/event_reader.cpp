#include "host/x11/event_reader.h"

#include <xcb/shm.h>
#include <xcb/xfixes.h>
#include "host/x11/xcb_xkb.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "host/x11/connection_lost.h"
#include "host/x11/keyboard.h"
#include "host/x11/reply.h"
#include "host/x11/x11_host.h"

namespace transom::host::x11 {
namespace {

void report_error(const xcb_generic_error_t& error) {
  static const bool wanted = std::getenv("TRANSOM_X11_ERRORS") != nullptr;
  if (!wanted) return;
  std::fprintf(stderr, "transom: X11 error %u, request %u.%u, resource 0x%x\n", error.error_code,
               error.major_code, error.minor_code, error.resource_id);
}

// The server has read a window's pixels.
void on_shm_completion(X11Host& host, const xcb_generic_event_t& event) {
  const auto& completion = as<xcb_shm_completion_event_t>(event);
  std::lock_guard lock(host.mutex());
  if (X11Window* window = host.find(completion.drawable)) window->transferred(completion.shmseg);
}

void on_randr(X11Host& host, const xcb_generic_event_t&) {
  host.refresh();
}

// The clipboard has another owner.
void on_selection_owner(X11Host& host, const xcb_generic_event_t&) {
  host.clipboard().changed();
}

EventHandler extension_handler(X11Host& host, std::uint8_t type) {
  const Connection& connection = host.connection();
  if (connection.shm().present && type == connection.shm().first_event + XCB_SHM_COMPLETION) {
    return on_shm_completion;
  }
  if (connection.randr().present &&
      (type == connection.randr().first_event || type == connection.randr().first_event + 1)) {
    return on_randr;
  }
  if (connection.xfixes().present &&
      type == connection.xfixes().first_event + XCB_XFIXES_SELECTION_NOTIFY) {
    return on_selection_owner;
  }
  if (connection.xkb().present && type == connection.xkb().first_event) return on_xkb_event;
  return nullptr;
}

EventHandler handler_of(X11Host& host, std::uint8_t type) {
  for (const auto find : {pointer_handler, key_handler, window_handler, server_handler}) {
    if (const EventHandler handler = find(type)) return handler;
  }
  return extension_handler(host, type);
}

void handle(X11Host& host, const xcb_generic_event_t& event) {
  const auto type = static_cast<std::uint8_t>(event.response_type & ~kSentByClient);
  if (type == 0) {
    report_error(reinterpret_cast<const xcb_generic_error_t&>(event));
  } else if (const EventHandler handler = handler_of(host, type)) {
    handler(host, event);
  }
}

void read_events(X11Host& host) {
  while (true) {
    const Reply<xcb_generic_event_t> event(xcb_wait_for_event(host.connection().xcb()));
    if (!event) break;
    handle(host, *event);
  }
  connection_lost(host);
}

}  // namespace

void start_reading_events(X11Host& host) {
  std::thread([&host] { read_events(host); }).detach();
  host.clipboard().watch();
}

}  // namespace transom::host::x11
