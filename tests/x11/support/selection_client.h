// Another program with selections: what it has copied, what it pastes, what it drags.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/x11/support/display.h"

namespace transom::tests {

class SelectionClient {
 public:
  explicit SelectionClient(Display& display);
  ~SelectionClient();

  // Bytes by target; large ones go piece by piece (INCR).
  using Contents = std::map<std::string, std::string>;
  void own(const Contents& contents, const std::string& selection = "CLIPBOARD");
  bool is_owner(const std::string& selection = "CLIPBOARD");

  // Asks the clipboard's owner; nothing: it refuses.
  std::optional<std::string> request(const std::string& target);
  std::vector<std::string> targets();

  // Answers others' requests until the condition holds.
  template <class Condition>
  bool serve_until(Condition&& condition) {
    return eventually([&] {
      handle_events();
      return condition();
    });
  }

  // ---- Dragging, with what is owned as XdndSelection
  void drag_into(xcb_window_t window);
  // Whether the window would take it there.
  bool drag_to(xcb_window_t window, Point at);
  // Whether the window has taken it.
  bool drop(xcb_window_t window);

 private:
  using Transfer = std::pair<xcb_window_t, xcb_atom_t>;
  void handle_events();
  void answer(const xcb_selection_request_event_t& request);
  void send_piece(const xcb_property_notify_event_t& event);
  std::string take_property(xcb_atom_t& type);
  void send(xcb_window_t window, const char* type, const std::vector<std::uint32_t>& data);
  std::string name_of(xcb_atom_t atom);

  Display& display_;
  xcb_connection_t* const xcb_;
  const xcb_window_t window_;
  Contents contents_;
  std::map<Transfer, std::string> transfers_;
  std::optional<xcb_selection_notify_event_t> notified_;
  std::optional<xcb_client_message_event_t> status_, finished_;
  bool piece_arrived_ = false;
};

}  // namespace transom::tests
