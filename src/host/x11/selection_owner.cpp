#include "host/x11/selection_owner.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

#include "host/display.h"
#include "host/x11/properties.h"
#include "host/x11/selection_types.h"

namespace transom::host::x11 {
namespace {

constexpr std::size_t kPiece = 64 * 1024;
// A program has its clipboard open for moments only; requests of others come at any time.
constexpr int kAttempts = 10;
constexpr std::chrono::milliseconds kPause{30};

std::optional<std::string> contents(const std::string& type) {
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    if (auto bytes = host_events().clipboard_wanted(type)) return bytes;
    std::this_thread::sleep_for(kPause);
  }
  return std::nullopt;
}

// What it is written under is also what it is: there is no better name for UTF-8 than its target.
void write(const Connection& connection, xcb_window_t window, xcb_atom_t property, xcb_atom_t type,
           std::string_view bytes) {
  set_text(connection, window, property, type, bytes);
}

}  // namespace

void SelectionOwner::offer(const std::vector<std::string>& types) {
  const xcb_atom_t selection = connection_.atoms().CLIPBOARD;
  const xcb_timestamp_t time = connection_.last_time();
  {
    std::lock_guard lock(mutex_);
    if (types.empty() && !owns_) return;
    owns_ = !types.empty();
    since_ = time;
    types_ = types;
  }
  xcb_set_selection_owner(connection_.xcb(),
                          types.empty() ? xcb_window_t{XCB_WINDOW_NONE} : window_, selection, time);
  connection_.flush();
}

bool SelectionOwner::owns() const {
  std::lock_guard lock(mutex_);
  return owns_;
}

// By then we may have it again.
void SelectionOwner::cleared(xcb_timestamp_t time) {
  std::lock_guard lock(mutex_);
  if (since_ != XCB_CURRENT_TIME && time < since_) return;
  owns_ = false;
  types_.clear();
}

bool SelectionOwner::offers(const std::string& type) const {
  std::lock_guard lock(mutex_);
  return std::ranges::find(types_, type) != types_.end();
}

void SelectionOwner::requested(const Request& request) {
  worker_.run([this, request] { answer(request); });
}

// "If the property is None, the requestor is an obsolete client": the target is the property then.
void SelectionOwner::answer(const Request& request) {
  const xcb_atom_t property = request.property != XCB_ATOM_NONE ? request.property : request.target;
  xcb_selection_notify_event_t notice{};
  notice.response_type = XCB_SELECTION_NOTIFY;
  notice.time = request.time;
  notice.requestor = request.requestor;
  notice.selection = request.selection;
  notice.target = request.target;
  notice.property = give(request, property) ? property : xcb_atom_t{XCB_ATOM_NONE};
  xcb_send_event(connection_.xcb(), 0, request.requestor, XCB_EVENT_MASK_NO_EVENT,
                 reinterpret_cast<const char*>(&notice));
  connection_.flush();
}

bool SelectionOwner::give(const Request& request, xcb_atom_t property) {
  if (request.selection != connection_.atoms().CLIPBOARD) return false;
  if (request.target == connection_.atoms().TARGETS) return give_targets(request, property);
  if (request.target == connection_.atoms().TIMESTAMP) {
    std::lock_guard lock(mutex_);
    set_values(connection_, request.requestor, property, XCB_ATOM_INTEGER, {{since_}});
    return true;
  }
  return give_data(request, property);
}

bool SelectionOwner::give_targets(const Request& request, xcb_atom_t property) {
  std::vector<xcb_atom_t> targets{connection_.atoms().TARGETS, connection_.atoms().TIMESTAMP};
  std::lock_guard lock(mutex_);
  for (const std::string& type : types_) {
    const auto more = targets_of_type(connection_, type);
    targets.insert(targets.end(), more.begin(), more.end());
  }
  set_values(connection_, request.requestor, property, XCB_ATOM_ATOM, targets);
  return true;
}

bool SelectionOwner::give_data(const Request& request, xcb_atom_t property) {
  const std::string type = type_of_target(connection_, request.target);
  if (type.empty() || !offers(type)) return false;
  auto bytes = contents(type);
  if (!bytes) return false;
  put(request, property, encode_for_target(connection_, request.target, std::move(*bytes)));
  return true;
}

void SelectionOwner::put(const Request& request, xcb_atom_t property, std::string bytes) {
  // "TEXT" is a question; the answer says which.
  const Atoms& atoms = connection_.atoms();
  const xcb_atom_t type = request.target == atoms.TEXT ? atoms.UTF8_STRING : request.target;
  if (bytes.size() <= kPiece) {
    write(connection_, request.requestor, property, type, bytes);
    return;
  }
  const auto size = static_cast<std::uint32_t>(bytes.size());
  std::lock_guard lock(mutex_);
  transfers_[{request.requestor, property}] = {type, std::move(bytes)};
  constexpr std::uint32_t kEvents = XCB_EVENT_MASK_PROPERTY_CHANGE;
  xcb_change_window_attributes(connection_.xcb(), request.requestor, XCB_CW_EVENT_MASK, &kEvents);
  set_values(connection_, request.requestor, property, atoms.INCR, {{size}});
}

// The last piece is an empty one.
void SelectionOwner::property_changed(const xcb_property_notify_event_t& event) {
  if (event.state != XCB_PROPERTY_DELETE) return;
  std::lock_guard lock(mutex_);
  const auto found = transfers_.find({event.window, event.atom});
  if (found == transfers_.end()) return;
  Transfer& transfer = found->second;
  const std::string_view piece = std::string_view(transfer.bytes).substr(transfer.sent, kPiece);
  write(connection_, event.window, event.atom, transfer.type, piece);
  transfer.sent += piece.size();
  if (piece.empty()) transfers_.erase(found);
  connection_.flush();
}

}  // namespace transom::host::x11
