#include "host/x11/clipboard.h"

#include <xcb/xfixes.h>

#include <algorithm>

#include "host/display.h"
#include "host/x11/reply.h"
#include "host/x11/selection_types.h"

namespace transom::host::x11 {

void Clipboard::watch() {
  if (connection_.xfixes().present) {
    const auto version = xcb_xfixes_query_version(connection_.xcb(), 1, 0);
    ask(xcb_xfixes_query_version_reply, connection_.xcb(), version);
    xcb_xfixes_select_selection_input(connection_.xcb(), connection_.root(),
                                      connection_.atoms().CLIPBOARD,
                                      XCB_XFIXES_SELECTION_EVENT_MASK_SET_SELECTION_OWNER);
    connection_.flush();
  }
  changed();
}

void Clipboard::changed() {
  if (!owner_.owns()) worker_.run([this] { look(); });
}

// Its types, in our order: the first target that stands for one will do.
void Clipboard::look() {
  const auto owner = ask(xcb_get_selection_owner_reply, connection_.xcb(),
                         xcb_get_selection_owner(connection_.xcb(), connection_.atoms().CLIPBOARD));
  if (!owner || owner->owner == XCB_WINDOW_NONE || owner_.owns()) return;
  std::vector<std::string> types;
  for (const xcb_atom_t target : reader_.targets(connection_.atoms().CLIPBOARD)) {
    const std::string type = type_of_target(connection_, target);
    if (!type.empty() && std::ranges::find(types, type) == types.end()) types.push_back(type);
  }
  if (!owner_.owns()) host_events().clipboard_offered(types);
}

std::optional<std::string> Clipboard::bytes(const std::string& type) {
  if (owner_.owns()) return std::nullopt;
  const auto offered = reader_.targets(connection_.atoms().CLIPBOARD);
  for (const xcb_atom_t target : targets_of_type(connection_, type)) {
    if (std::ranges::find(offered, target) == offered.end()) continue;
    auto bytes = reader_.fetch(connection_.atoms().CLIPBOARD, target, connection_.last_time());
    if (bytes) return decode_from_target(connection_, target, std::move(*bytes));
  }
  return std::nullopt;
}

}  // namespace transom::host::x11
