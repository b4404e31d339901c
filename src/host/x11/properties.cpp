#include "host/x11/properties.h"

#include <algorithm>

#include "host/x11/reply.h"

namespace transom::host::x11 {
namespace {

constexpr std::uint32_t kLongest = 1 << 20;  // 32-bit units; nobody has more

Reply<xcb_get_property_reply_t> read(const Connection& connection, xcb_window_t window,
                                     xcb_atom_t property, xcb_atom_t type) {
  return ask(xcb_get_property_reply, connection.xcb(),
             xcb_get_property(connection.xcb(), 0, window, property, type, 0, kLongest));
}

}  // namespace

void set_text(const Connection& connection, xcb_window_t window, xcb_atom_t property,
              xcb_atom_t type, std::string_view text) {
  xcb_change_property(connection.xcb(), XCB_PROP_MODE_REPLACE, window, property, type, 8,
                      static_cast<std::uint32_t>(text.size()), text.data());
}

void set_values(const Connection& connection, xcb_window_t window, xcb_atom_t property,
                xcb_atom_t type, std::span<const std::uint32_t> values) {
  xcb_change_property(connection.xcb(), XCB_PROP_MODE_REPLACE, window, property, type, 32,
                      static_cast<std::uint32_t>(values.size()), values.data());
}

std::vector<std::uint32_t> get_values(const Connection& connection, xcb_window_t window,
                                      xcb_atom_t property, xcb_atom_t type) {
  const auto reply = read(connection, window, property, type);
  if (!reply || reply->format != 32) return {};
  const auto* values = static_cast<const std::uint32_t*>(xcb_get_property_value(reply.get()));
  return {values, values + reply->value_len};
}

std::string get_text(const Connection& connection, xcb_window_t window, xcb_atom_t property) {
  const auto reply = read(connection, window, property, XCB_ATOM_ANY);
  if (!reply || reply->format != 8) return {};
  const auto* text = static_cast<const char*>(xcb_get_property_value(reply.get()));
  return {text, reply->value_len};
}

void send_to_manager(const Connection& connection, xcb_window_t window, xcb_atom_t type,
                     std::span<const std::uint32_t> values) {
  xcb_client_message_event_t event{};
  event.response_type = XCB_CLIENT_MESSAGE;
  event.format = 32;
  event.window = window;
  event.type = type;
  std::copy_n(values.begin(), std::min<std::size_t>(values.size(), 5), event.data.data32);
  xcb_send_event(connection.xcb(), 0, connection.root(),
                 XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY,
                 reinterpret_cast<const char*>(&event));
}

}  // namespace transom::host::x11
