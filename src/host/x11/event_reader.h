// The thread that reads what the X server reports and hands it to user32 (HostEvents).
//
// Handlers run on that thread, one at a time, in the server's order, and call HostEvents without
// any lock of the host's. When the connection dies the program is told so and ended.
#pragma once

#include <xcb/xcb.h>

#include <cstdint>

namespace transom::host::x11 {

class X11Host;

using EventHandler = void (*)(X11Host&, const xcb_generic_event_t&);

void start_reading_events(X11Host& host);

// Null where nothing is done about such an event. Each is defined with its like.
EventHandler pointer_handler(std::uint8_t type);
EventHandler key_handler(std::uint8_t type);
EventHandler window_handler(std::uint8_t type);
EventHandler server_handler(std::uint8_t type);

// The event as what it is.
template <class Event>
const Event& as(const xcb_generic_event_t& event) {
  return reinterpret_cast<const Event&>(event);
}

// The last bit of an event's number says that a client sent it.
constexpr std::uint8_t kSentByClient = 0x80;

}  // namespace transom::host::x11
