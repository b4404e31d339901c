// The window manager: whether there is one, what it supports, and what is asked of it.
// https://specifications.freedesktop.org/wm-spec/latest/
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <vector>

#include "base/win32.h"
#include "host/x11/connection.h"

namespace transom::host::x11 {

class WindowManager {
 public:
  explicit WindowManager(Connection& connection) : connection_(connection) { look(); }

  // Looks again: one has come, gone or been replaced.
  void look();
  bool present() const { return present_; }
  std::string name() const;
  bool supports(xcb_atom_t what) const;

  // The part of the screen that panels leave; without bounds where nobody says.
  RECT work_area() const;

  void activate(xcb_window_t window, xcb_window_t current) const;
  void iconify(xcb_window_t window) const;
  // Directly above or below a sibling (none: above or below all).
  void restack(xcb_window_t window, xcb_window_t sibling, xcb_stack_mode_t mode) const;
  void change_state(xcb_window_t window, bool add, xcb_atom_t first, xcb_atom_t second = 0) const;

 private:
  Connection& connection_;
  std::atomic<bool> present_{false};
  mutable std::mutex mutex_;
  std::vector<xcb_atom_t> supported_;  // guarded by mutex_
};

}  // namespace transom::host::x11
