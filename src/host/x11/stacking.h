// The order of our windows on the screen: user32's, and the window manager's.
//
// Other programs' windows lie in between, so what counts is the order of ours among themselves: a
// request is only made where that differs, and only where it stays different is user32 told.
// All of it is under the host's mutex, except where said.
#pragma once

#include <xcb/xcb.h>

#include <chrono>
#include <list>
#include <vector>

#include "base/win32.h"

namespace transom::host::x11 {

class X11Host;
class X11Window;

class Stacking {
 public:
  explicit Stacking(X11Host& host) : host_(host) {}

  void add(X11Window& window) { order_.push_front(&window); }
  void remove(X11Window& window) { order_.remove(&window); }
  // user32 puts the window directly above `below` (null: below all of ours).
  void place(X11Window& window, X11Window* below);
  // user32's order, topmost first.
  const std::list<X11Window*>& order() const { return order_; }

  // The window manager's list has changed (_NET_CLIENT_LIST_STACKING). Takes the mutex.
  void manager_changed();

 private:
  void settle();
  std::vector<X11Window*> shown() const;
  bool agrees() const;

  X11Host& host_;
  std::list<X11Window*> order_;
  std::vector<xcb_window_t> on_screen_;  // the manager's order of our windows, topmost first
};

}  // namespace transom::host::x11
