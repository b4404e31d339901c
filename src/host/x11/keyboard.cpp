#include "host/x11/keyboard.h"

#include <xkbcommon/xkbcommon-x11.h>

#include <algorithm>
#include <string_view>

#include "host/x11/properties.h"
#include "host/x11/reply.h"
#include "host/x11/x11_host.h"
#include "host/x11/xcb_xkb.h"

namespace transom::host::x11 {
namespace {

// Rules, model, layouts, variants, options, each with its zero.
enum Field : std::size_t { kLayouts = 2, kVariants = 3, kOptions = 4 };

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string> read_rules(const Connection& connection) {
  const std::string text =
      get_text(connection, connection.root(), connection.atoms()._XKB_RULES_NAMES);
  std::vector<std::string> fields = split(text, 0);
  fields.resize(std::max<std::size_t>(fields.size(), kOptions + 1));
  return fields;
}

// Some options only say how the user goes from one layout to the next.
bool alters_keys(const std::string& options) {
  const auto parts = split(options, ',');
  return std::any_of(parts.begin(), parts.end(), [](const std::string& option) {
    return !option.empty() && !option.starts_with("grp:") && !option.starts_with("terminate:");
  });
}

std::size_t current_group(const Connection& connection) {
  const auto state = ask(xcb_xkb_get_state_reply, connection.xcb(),
                         xcb_xkb_get_state(connection.xcb(), XCB_XKB_ID_USE_CORE_KBD));
  return state ? state->group : 0;
}

// Another layout of the keymap; news of the keymap itself come with the names.
void select_layout_events(xcb_connection_t* xcb) {
  constexpr std::uint16_t kEvents = XCB_XKB_EVENT_TYPE_STATE_NOTIFY;
  constexpr std::uint16_t kParts = XCB_XKB_STATE_PART_GROUP_STATE;
  xcb_xkb_select_events_details_t details{};
  details.affectState = kParts;
  details.stateDetails = kParts;
  xcb_xkb_select_events_aux(xcb, XCB_XKB_ID_USE_CORE_KBD, kEvents, 0, 0, 0, 0, &details);
}

}  // namespace

void set_up_keyboard(Connection& connection) {
  if (!connection.xkb().present) return;
  xcb_connection_t* xcb = connection.xcb();
  const auto version =
      ask(xcb_xkb_use_extension_reply, xcb,
          xcb_xkb_use_extension(xcb, XCB_XKB_MAJOR_VERSION, XCB_XKB_MINOR_VERSION));
  if (!version || !version->supported) return;
  const auto cookie = xcb_xkb_per_client_flags(
      xcb, XCB_XKB_ID_USE_CORE_KBD, XCB_XKB_PER_CLIENT_FLAG_DETECTABLE_AUTO_REPEAT,
      XCB_XKB_PER_CLIENT_FLAG_DETECTABLE_AUTO_REPEAT, 0, 0, 0);
  xcb_discard_reply(xcb, cookie.sequence);
  select_layout_events(xcb);
}

void on_xkb_event(X11Host&, const xcb_generic_event_t& event) {
  // All events of the extension have one number; the kind comes next.
  if (event.pad0 == XCB_XKB_STATE_NOTIFY) host_events().keyboard_changed();
}

void on_keyboard_rules(X11Host&) {
  host_events().keyboard_changed();
}

Keyboard read_keyboard(const Connection& connection) {
  if (!connection.xkb().present) return {};
  const std::vector<std::string> rules = read_rules(connection);
  if (rules[kLayouts].empty()) return {};
  const std::vector<std::string> variants = split(rules[kVariants], ',');
  Keyboard keyboard;
  for (const std::string& layout : split(rules[kLayouts], ',')) {
    const std::size_t index = keyboard.layouts.size();
    const bool has_variant = index < variants.size() && !variants[index].empty();
    keyboard.layouts.push_back(has_variant ? layout + '(' + variants[index] + ')' : layout);
  }
  keyboard.altered = alters_keys(rules[kOptions]);
  keyboard.current = std::min(current_group(connection), keyboard.layouts.size() - 1);
  return keyboard;
}

std::string read_keymap(const Connection& connection) {
  if (!connection.xkb().present) return {};
  xkb_context* context = xkb_context_new(XKB_CONTEXT_NO_FLAGS);
  const int32_t device = xkb_x11_get_core_keyboard_device_id(connection.xcb());
  xkb_keymap* keymap = context != nullptr && device >= 0
                           ? xkb_x11_keymap_new_from_device(context, connection.xcb(), device,
                                                            XKB_KEYMAP_COMPILE_NO_FLAGS)
                           : nullptr;
  const Reply<char> text(
      keymap != nullptr ? xkb_keymap_get_as_string(keymap, XKB_KEYMAP_FORMAT_TEXT_V1) : nullptr);
  xkb_keymap_unref(keymap);
  xkb_context_unref(context);
  return text ? text.get() : "";
}

std::vector<std::uint16_t> PressedKeys::take_released(const PressedKeys& now) {
  std::vector<std::uint16_t> released;
  for (std::uint16_t scan_code = 0; scan_code < down_.size(); ++scan_code) {
    if (!down_.test(scan_code) || now.down_.test(scan_code)) continue;
    released.push_back(scan_code);
    down_.reset(scan_code);
  }
  return released;
}

PressedKeys& pressed_keys() {
  static PressedKeys keys;
  return keys;
}

}  // namespace transom::host::x11
