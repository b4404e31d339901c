#include "host/x11/drop_target.h"

#include <algorithm>
#include <array>

#include "host/x11/properties.h"
#include "host/x11/uri_list.h"
#include "host/x11/x11_host.h"

namespace transom::host::x11 {
namespace {

constexpr std::uint32_t kVersion = 5;

void answer(const Connection& connection, xcb_window_t source, xcb_atom_t type,
            const std::array<std::uint32_t, 5>& data) {
  xcb_client_message_event_t message{};
  message.response_type = XCB_CLIENT_MESSAGE;
  message.format = 32;
  message.window = source;
  message.type = type;
  std::ranges::copy(data, message.data.data32);
  xcb_send_event(connection.xcb(), 0, source, XCB_EVENT_MASK_NO_EVENT,
                 reinterpret_cast<const char*>(&message));
  connection.flush();
}

// The message has room for three types; more are in a property of the source's.
std::vector<std::uint32_t> types_of(const Connection& connection,
                                    const xcb_client_message_event_t& message) {
  const std::uint32_t* data = message.data.data32;
  if ((data[1] & 1) == 0) return {data + 2, data + 5};
  return get_values(connection, data[0], connection.atoms().XdndTypeList, XCB_ATOM_ATOM);
}

}  // namespace

void DropTarget::advertise(xcb_window_t window) const {
  const Connection& connection = host_.connection();
  set_values(connection, window, connection.atoms().XdndAware, XCB_ATOM_ATOM, {{kVersion}});
}

bool DropTarget::take(const xcb_client_message_event_t& message) {
  const Atoms& atoms = host_.connection().atoms();
  if (message.format != 32) return false;
  if (message.type == atoms.XdndEnter) {
    enter(message);
  } else if (message.type == atoms.XdndPosition) {
    move(message);
  } else if (message.type == atoms.XdndLeave) {
    leave();
  } else if (message.type == atoms.XdndDrop) {
    drop(message);
  } else {
    return false;
  }
  return true;
}

void DropTarget::enter(const xcb_client_message_event_t& message) {
  const auto types = types_of(host_.connection(), message);
  source_ = message.data.data32[0];
  has_files_ = std::ranges::find(types, host_.connection().atoms().text_uri_list) != types.end();
  accepted_ = false;
}

// "Send XdndPosition again whatever the pointer does": which window it is over is user32's
// business.
void DropTarget::move(const xcb_client_message_event_t& message) {
  const Connection& connection = host_.connection();
  const std::uint32_t* data = message.data.data32;
  if (data[0] != source_) return;
  at_ = connection.to_screen(
      {static_cast<std::int16_t>(data[2] >> 16), static_cast<std::int16_t>(data[2])});
  accepted_ = has_files_ && host_events().accepts_files(at_);
  constexpr std::uint32_t kAlways = 2;
  answer(connection, source_, connection.atoms().XdndStatus,
         {message.window, (accepted_ ? 1u : 0u) | kAlways, 0, 0,
          accepted_ ? connection.atoms().XdndActionCopy : xcb_atom_t{XCB_ATOM_NONE}});
}

void DropTarget::drop(const xcb_client_message_event_t& message) {
  const xcb_window_t source = message.data.data32[0], target = message.window;
  if (source != source_) return;
  const xcb_timestamp_t time = message.data.data32[2];
  const POINT at = at_;
  host_.connection().note_time(time);
  leave();
  if (!accepted_) {
    answer(host_.connection(), source, host_.connection().atoms().XdndFinished, {target, 0, 0});
    return;
  }
  worker_.run([=, this] { fetch(target, source, at, time); });
}

void DropTarget::fetch(xcb_window_t target, xcb_window_t source, POINT at, xcb_timestamp_t time) {
  const Connection& connection = host_.connection();
  const Atoms& atoms = connection.atoms();
  const auto list =
      host_.clipboard().reader().fetch(atoms.XdndSelection, atoms.text_uri_list, time);
  const auto paths = list ? paths_of_uri_list(*list) : std::vector<std::string>();
  if (!paths.empty()) host_events().files_dropped(at, paths);
  const bool done = !paths.empty();
  answer(connection, source, atoms.XdndFinished,
         {target, done, done ? atoms.XdndActionCopy : xcb_atom_t{XCB_ATOM_NONE}});
}

}  // namespace transom::host::x11
