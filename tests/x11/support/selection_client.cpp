#include "tests/x11/support/selection_client.h"

#include <algorithm>
#include <cstring>

#include "tests/x11/support/own.h"

namespace transom::tests {
namespace {

constexpr std::size_t kPiece = 100'000;

template <class Event>
const Event& as(const xcb_generic_event_t& event) {
  return reinterpret_cast<const Event&>(event);
}

void change(xcb_connection_t* xcb, xcb_window_t window, xcb_atom_t property, xcb_atom_t type,
            std::string_view bytes) {
  xcb_change_property(xcb, XCB_PROP_MODE_REPLACE, window, property, type, 8,
                      static_cast<std::uint32_t>(bytes.size()), bytes.data());
}

}  // namespace

SelectionClient::SelectionClient(Display& display)
    : display_(display), xcb_(display.connection()), window_(xcb_generate_id(xcb_)) {
  const std::uint32_t events = XCB_EVENT_MASK_PROPERTY_CHANGE;
  xcb_create_window(xcb_, 0, window_, display.root(), -10, -10, 1, 1, 0,
                    XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT, XCB_CW_EVENT_MASK, &events);
  xcb_flush(xcb_);
}

SelectionClient::~SelectionClient() {
  if (!display_.works()) return;
  xcb_destroy_window(xcb_, window_);
  xcb_flush(xcb_);
}

void SelectionClient::own(const Contents& contents, const std::string& selection) {
  contents_ = contents;
  xcb_set_selection_owner(xcb_, window_, display_.atom(selection), XCB_CURRENT_TIME);
  xcb_flush(xcb_);
}

bool SelectionClient::is_owner(const std::string& selection) {
  const auto reply = transom::tests::own(xcb_get_selection_owner_reply(
      xcb_, xcb_get_selection_owner(xcb_, display_.atom(selection)), nullptr));
  return reply && reply->owner == window_;
}

std::string SelectionClient::name_of(xcb_atom_t atom) {
  const auto reply =
      transom::tests::own(xcb_get_atom_name_reply(xcb_, xcb_get_atom_name(xcb_, atom), nullptr));
  if (!reply) return {};
  return {xcb_get_atom_name_name(reply.get()),
          static_cast<std::size_t>(xcb_get_atom_name_name_length(reply.get()))};
}

std::string SelectionClient::take_property(xcb_atom_t& type) {
  const auto reply = transom::tests::own(xcb_get_property_reply(
      xcb_, xcb_get_property(xcb_, 1, window_, display_.atom("PASTE"), XCB_ATOM_ANY, 0, 0x1FFFFFFF),
      nullptr));
  type = reply ? reply->type : xcb_atom_t{XCB_ATOM_NONE};
  if (!reply) return {};
  return {static_cast<const char*>(xcb_get_property_value(reply.get())),
          static_cast<std::size_t>(xcb_get_property_value_length(reply.get()))};
}

std::optional<std::string> SelectionClient::request(const std::string& target) {
  notified_.reset();
  xcb_convert_selection(xcb_, window_, display_.atom("CLIPBOARD"), display_.atom(target),
                        display_.atom("PASTE"), XCB_CURRENT_TIME);
  xcb_flush(xcb_);
  if (!serve_until([&] { return notified_.has_value(); })) return std::nullopt;
  if (notified_->property == XCB_ATOM_NONE) return std::nullopt;
  xcb_atom_t type;
  piece_arrived_ = false;
  std::string bytes = take_property(type);
  if (type != display_.atom("INCR")) return bytes;
  bytes.clear();
  while (serve_until([&] { return std::exchange(piece_arrived_, false); })) {
    const std::string piece = take_property(type);
    if (piece.empty()) return bytes;
    bytes += piece;
  }
  return std::nullopt;
}

std::vector<std::string> SelectionClient::targets() {
  const std::string bytes = request("TARGETS").value_or("");
  std::vector<xcb_atom_t> atoms(bytes.size() / sizeof(xcb_atom_t));
  if (!atoms.empty()) std::memcpy(atoms.data(), bytes.data(), atoms.size() * sizeof(xcb_atom_t));
  std::vector<std::string> names;
  for (const xcb_atom_t atom : atoms) names.push_back(name_of(atom));
  return names;
}

void SelectionClient::answer(const xcb_selection_request_event_t& request) {
  xcb_selection_notify_event_t notice{};
  notice.response_type = XCB_SELECTION_NOTIFY;
  notice.time = request.time;
  notice.requestor = request.requestor;
  notice.selection = request.selection;
  notice.target = request.target;
  notice.property = request.property;
  const std::string target = name_of(request.target);
  if (target == "TARGETS") {
    std::vector<xcb_atom_t> atoms{display_.atom("TARGETS")};
    for (const auto& [name, bytes] : contents_) atoms.push_back(display_.atom(name));
    xcb_change_property(xcb_, XCB_PROP_MODE_REPLACE, request.requestor, request.property,
                        XCB_ATOM_ATOM, 32, static_cast<std::uint32_t>(atoms.size()), atoms.data());
  } else if (!contents_.contains(target)) {
    notice.property = XCB_ATOM_NONE;
  } else if (const std::string& bytes = contents_[target]; bytes.size() <= kPiece) {
    change(xcb_, request.requestor, request.property, request.target, bytes);
  } else {
    const std::uint32_t events = XCB_EVENT_MASK_PROPERTY_CHANGE;
    xcb_change_window_attributes(xcb_, request.requestor, XCB_CW_EVENT_MASK, &events);
    const auto size = static_cast<std::uint32_t>(bytes.size());
    transfers_[{request.requestor, request.property}] = bytes;
    xcb_change_property(xcb_, XCB_PROP_MODE_REPLACE, request.requestor, request.property,
                        display_.atom("INCR"), 32, 1, &size);
  }
  xcb_send_event(xcb_, 0, request.requestor, 0, reinterpret_cast<const char*>(&notice));
  xcb_flush(xcb_);
}

void SelectionClient::send_piece(const xcb_property_notify_event_t& event) {
  const auto transfer = transfers_.find({event.window, event.atom});
  if (transfer == transfers_.end()) return;
  const std::string piece = transfer->second.substr(0, kPiece);
  change(xcb_, event.window, event.atom, display_.atom("UTF8_STRING"), piece);
  transfer->second.erase(0, piece.size());
  if (piece.empty()) transfers_.erase(transfer);
  xcb_flush(xcb_);
}

void SelectionClient::handle_events() {
  while (const auto event = transom::tests::own(xcb_poll_for_event(xcb_))) {
    switch (event->response_type & 0x7F) {
      case XCB_SELECTION_REQUEST:
        answer(as<xcb_selection_request_event_t>(*event));
        break;
      case XCB_SELECTION_NOTIFY:
        notified_ = as<xcb_selection_notify_event_t>(*event);
        break;
      case XCB_PROPERTY_NOTIFY: {
        const auto& change = as<xcb_property_notify_event_t>(*event);
        if (change.state == XCB_PROPERTY_DELETE) send_piece(change);
        if (change.window == window_ && change.state == XCB_PROPERTY_NEW_VALUE) {
          piece_arrived_ = true;
        }
        break;
      }
      case XCB_CLIENT_MESSAGE: {
        const auto& message = as<xcb_client_message_event_t>(*event);
        if (message.type == display_.atom("XdndStatus")) status_ = message;
        if (message.type == display_.atom("XdndFinished")) finished_ = message;
        break;
      }
      default:
        break;
    }
  }
}

// ---- Dragging

void SelectionClient::send(xcb_window_t window, const char* type,
                           const std::vector<std::uint32_t>& data) {
  xcb_client_message_event_t message{};
  message.response_type = XCB_CLIENT_MESSAGE;
  message.format = 32;
  message.window = window;
  message.type = display_.atom(type);
  message.data.data32[0] = window_;
  std::copy(data.begin(), data.end(), message.data.data32 + 1);
  xcb_send_event(xcb_, 0, window, 0, reinterpret_cast<const char*>(&message));
  xcb_flush(xcb_);
}

void SelectionClient::drag_into(xcb_window_t window) {
  std::vector<std::uint32_t> data{5u << 24};
  for (const auto& [name, bytes] : contents_) {
    if (data.size() < 4) data.push_back(display_.atom(name));
  }
  send(window, "XdndEnter", data);
}

bool SelectionClient::drag_to(xcb_window_t window, Point at) {
  status_.reset();
  send(window, "XdndPosition",
       {0, static_cast<std::uint32_t>(at.x << 16 | at.y), XCB_CURRENT_TIME,
        display_.atom("XdndActionCopy")});
  if (!serve_until([&] { return status_.has_value(); })) return false;
  return (status_->data.data32[1] & 1) != 0;
}

bool SelectionClient::drop(xcb_window_t window) {
  finished_.reset();
  send(window, "XdndDrop", {0, XCB_CURRENT_TIME});
  if (!serve_until([&] { return finished_.has_value(); })) return false;
  return (finished_->data.data32[1] & 1) != 0;
}

}  // namespace transom::tests
