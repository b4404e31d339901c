// Files that are dragged from other programs' windows (XDND, version 5).
// https://freedesktop.org/wiki/Specifications/XDND/
#pragma once

#include <xcb/xcb.h>

#include "base/win32.h"
#include "host/x11/worker.h"

namespace transom::host::x11 {

class X11Host;

// Used by the thread that reads events alone; what is dropped is fetched on another.
class DropTarget {
 public:
  explicit DropTarget(X11Host& host) : host_(host) {}

  // Tells other programs that the window takes drops.
  void advertise(xcb_window_t window) const;
  // Whether it is a message of the protocol's.
  bool take(const xcb_client_message_event_t& message);

 private:
  void enter(const xcb_client_message_event_t& message);
  void move(const xcb_client_message_event_t& message);
  void leave() { source_ = XCB_WINDOW_NONE; }
  void drop(const xcb_client_message_event_t& message);
  void fetch(xcb_window_t target, xcb_window_t source, POINT at, xcb_timestamp_t time);

  X11Host& host_;
  Worker worker_;
  xcb_window_t source_ = XCB_WINDOW_NONE;  // whose drag is over our windows
  bool has_files_ = false;
  bool accepted_ = false;
  POINT at_{};
};

}  // namespace transom::host::x11
