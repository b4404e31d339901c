#include "host/x11/selection_reader.h"

#include <chrono>
#include <cstring>

#include "host/x11/reply.h"

namespace transom::host::x11 {
namespace {

// For the first piece, and from piece to piece.
constexpr std::chrono::seconds kPatience{3};
constexpr std::uint32_t kEverything = 0x1FFFFFFF;  // 32-bit units

}  // namespace

// Each request has a window of its own: its properties cannot be taken for another's.
xcb_window_t SelectionReader::create_requestor() const {
  const xcb_window_t window = xcb_generate_id(connection_.xcb());
  constexpr std::uint32_t kEvents = XCB_EVENT_MASK_PROPERTY_CHANGE;
  xcb_create_window(connection_.xcb(), 0, window, connection_.root(), -10, -10, 1, 1, 0,
                    XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT, XCB_CW_EVENT_MASK, &kEvents);
  return window;
}

bool SelectionReader::wait_until_finished(std::unique_lock<std::mutex>& lock,
                                          const Reading& reading) {
  while (reading.state == State::kWaiting) {
    const unsigned pieces = reading.pieces;
    const bool moved = changed_.wait_for(lock, kPatience, [&] {
      return reading.state != State::kWaiting || reading.pieces != pieces;
    });
    if (!moved) return false;
  }
  return reading.state == State::kDone;
}

std::optional<std::string> SelectionReader::fetch(xcb_atom_t selection, xcb_atom_t target,
                                                  xcb_timestamp_t time) {
  const xcb_window_t window = create_requestor();
  std::optional<std::string> bytes;
  {
    std::unique_lock lock(mutex_);
    Reading& reading = readings_[window];
    xcb_convert_selection(connection_.xcb(), window, selection, target,
                          connection_.atoms()._TRANSOM_SELECTION, time);
    connection_.flush();
    if (wait_until_finished(lock, reading)) bytes = std::move(reading.bytes);
    readings_.erase(window);
  }
  xcb_destroy_window(connection_.xcb(), window);
  connection_.flush();
  return bytes;
}

std::vector<xcb_atom_t> SelectionReader::targets(xcb_atom_t selection) {
  const auto bytes = fetch(selection, connection_.atoms().TARGETS, connection_.last_time());
  if (!bytes) return {};
  std::vector<xcb_atom_t> targets(bytes->size() / sizeof(xcb_atom_t));
  if (!targets.empty()) std::memcpy(targets.data(), bytes->data(), targets.size() * 4);
  return targets;
}

// Deleting it tells the owner that the next piece may come.
SelectionReader::Property SelectionReader::take_property(xcb_window_t window,
                                                         xcb_atom_t property) const {
  const auto reply =
      ask(xcb_get_property_reply, connection_.xcb(),
          xcb_get_property(connection_.xcb(), 1, window, property, XCB_ATOM_ANY, 0, kEverything));
  if (!reply) return {};
  const auto* value = static_cast<const char*>(xcb_get_property_value(reply.get()));
  return {reply->type,
          {value, static_cast<std::size_t>(xcb_get_property_value_length(reply.get()))}};
}

void SelectionReader::notified(const xcb_selection_notify_event_t& event) {
  Property property;
  const bool refused = event.property == XCB_ATOM_NONE;
  if (!refused) property = take_property(event.requestor, event.property);
  std::lock_guard lock(mutex_);
  const auto reading = readings_.find(event.requestor);
  if (reading == readings_.end()) return;
  if (refused || property.type == XCB_ATOM_NONE) {
    reading->second.state = State::kFailed;
  } else if (property.type == connection_.atoms().INCR) {
    reading->second.incremental = true;
    ++reading->second.pieces;
  } else {
    reading->second.bytes = std::move(property.bytes);
    reading->second.state = State::kDone;
  }
  changed_.notify_all();
}

// An empty piece is the last one.
void SelectionReader::property_changed(const xcb_property_notify_event_t& event) {
  if (event.state != XCB_PROPERTY_NEW_VALUE) return;
  if (event.atom != connection_.atoms()._TRANSOM_SELECTION) return;
  {
    std::lock_guard lock(mutex_);
    const auto reading = readings_.find(event.window);
    if (reading == readings_.end() || !reading->second.incremental) return;
  }
  const Property piece = take_property(event.window, event.atom);
  std::lock_guard lock(mutex_);
  const auto reading = readings_.find(event.window);
  if (reading == readings_.end()) return;
  reading->second.bytes += piece.bytes;
  ++reading->second.pieces;
  if (piece.bytes.empty()) reading->second.state = State::kDone;
  changed_.notify_all();
}

}  // namespace transom::host::x11
