// Asks the owners of selections for what they have.
// https://tronche.com/gui/x/icccm/sec-2.html
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "host/x11/connection.h"

namespace transom::host::x11 {

class SelectionReader {
 public:
  explicit SelectionReader(Connection& connection) : connection_(connection) {}

  // The selection's bytes as that target. Waits, so not on the event thread; nothing where the
  // owner has none, or does nothing for some seconds.
  std::optional<std::string> fetch(xcb_atom_t selection, xcb_atom_t target, xcb_timestamp_t time);
  // The targets that the owner can make.
  std::vector<xcb_atom_t> targets(xcb_atom_t selection);

  // ---- The event thread's
  void notified(const xcb_selection_notify_event_t& event);
  // A large selection comes piece by piece (INCR).
  void property_changed(const xcb_property_notify_event_t& event);

 private:
  enum class State { kWaiting, kDone, kFailed };
  struct Reading {
    State state = State::kWaiting;
    bool incremental = false;
    unsigned pieces = 0;
    std::string bytes;
  };
  struct Property {
    xcb_atom_t type = XCB_ATOM_NONE;
    std::string bytes;
  };
  Property take_property(xcb_window_t window, xcb_atom_t property) const;
  xcb_window_t create_requestor() const;
  bool wait_until_finished(std::unique_lock<std::mutex>& lock, const Reading& reading);

  Connection& connection_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<xcb_window_t, Reading> readings_;  // guarded by mutex_
};

}  // namespace transom::host::x11
