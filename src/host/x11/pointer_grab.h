// The pointer, held: while a window has the mouse captured, events come from everywhere on the
// screen; while ClipCursor holds, the server keeps the pointer within a rectangle.
#pragma once

#include <xcb/xcb.h>

#include <mutex>

#include "base/win32.h"
#include "host/x11/connection.h"

namespace transom::host::x11 {

class PointerGrab {
 public:
  // `holder` gets the events that belong to none of our windows.
  PointerGrab(Connection& connection, xcb_window_t holder)
      : connection_(connection), holder_(holder) {}

  // While a button is down the server does that by itself.
  void capture(bool captured);
  void buttons_changed(bool any_down);
  void clip(const RECT* screen);

 private:
  void update();
  void make_fence(const RECT& screen);

  Connection& connection_;
  const xcb_window_t holder_;
  std::mutex mutex_;
  // Guarded by mutex_.
  bool captured_ = false;
  bool any_down_ = false;
  bool held_ = false;
  xcb_window_t fence_ = XCB_WINDOW_NONE;  // an invisible window of the clipping rectangle's size
};

}  // namespace transom::host::x11
