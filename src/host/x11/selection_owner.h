// What this process has put on the display's clipboard, given to other programs that ask.
//
//  - The contents stay where they are: each request is answered by asking user32 (HostEvents), on a
//    thread of its own, since a window may have to render it first.
//  - What is larger than a request of the X protocol's goes piece by piece (INCR).
// https://tronche.com/gui/x/icccm/sec-2.html
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "host/x11/connection.h"
#include "host/x11/worker.h"

namespace transom::host::x11 {

class SelectionOwner {
 public:
  // `window` owns the selection.
  SelectionOwner(Connection& connection, xcb_window_t window)
      : connection_(connection), window_(window) {}

  // From now on the clipboard has these types; none: gives it up.
  void offer(const std::vector<std::string>& types);
  bool owns() const;

  // ---- The event thread's
  void requested(const xcb_selection_request_event_t& request);
  // Another program has taken it, at that time.
  void cleared(xcb_timestamp_t time);
  // A piece has been read.
  void property_changed(const xcb_property_notify_event_t& event);

 private:
  using Request = xcb_selection_request_event_t;
  struct Transfer {
    xcb_atom_t type;
    std::string bytes;
    std::size_t sent = 0;
  };
  using Key = std::pair<xcb_window_t, xcb_atom_t>;

  void answer(const Request& request);
  bool give(const Request& request, xcb_atom_t property);
  bool give_targets(const Request& request, xcb_atom_t property);
  bool give_data(const Request& request, xcb_atom_t property);
  void put(const Request& request, xcb_atom_t property, std::string bytes);
  bool offers(const std::string& type) const;

  Connection& connection_;
  const xcb_window_t window_;
  Worker worker_;
  mutable std::mutex mutex_;
  // Guarded by mutex_.
  bool owns_ = false;
  xcb_timestamp_t since_ = XCB_CURRENT_TIME;
  std::vector<std::string> types_;
  std::map<Key, Transfer> transfers_;
};

}  // namespace transom::host::x11
