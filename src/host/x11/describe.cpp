// What `transom doctor` says of the X display.
#include <xcb/xcb.h>

#include <string>

#include "host/x11/keyboard.h"
#include "host/x11/properties.h"
#include "host/x11/reply.h"
#include "host/x11/window_manager.h"

namespace transom::host::x11 {
namespace {

std::string server_name(const Connection& connection) {
  const xcb_setup_t* setup = xcb_get_setup(connection.xcb());
  return {xcb_setup_vendor(setup), static_cast<std::size_t>(xcb_setup_vendor_length(setup))};
}

std::string size_of(const Connection& connection) {
  const xcb_screen_t& screen = connection.screen();
  return std::to_string(screen.width_in_pixels) + "x" + std::to_string(screen.height_in_pixels);
}

// Only the lack of something is worth a word.
std::string lacks(const Connection& connection) {
  std::string text;
  const auto note = [&](bool there, const char* what) {
    if (!there) text += std::string(text.empty() ? "" : ", ") + what;
  };
  note(connection.can_share_memory(), "shared memory (slower drawing)");
  note(connection.randr().present, "RandR (one monitor)");
  note(connection.xkb().present, "XKB (US keyboard)");
  note(connection.has_shape(), "SHAPE (rectangular windows)");
  note(connection.has_render(), "RENDER (the theme's cursors only)");
  return text;
}

std::string layouts_of(const Connection& connection) {
  std::string text;
  for (const std::string& layout : read_keyboard(connection).layouts) {
    text += (text.empty() ? "" : ",") + layout;
  }
  return text;
}

std::string describe(Connection& connection) {
  const WindowManager manager(connection);
  std::string text = server_name(connection) + ", " + size_of(connection);
  text += manager.present() ? ", window manager " + manager.name() : ", no window manager";
  if (const std::string layouts = layouts_of(connection); !layouts.empty()) {
    text += ", keyboard " + layouts;
  }
  if (const std::string missing = lacks(connection); !missing.empty()) {
    text += "; without " + missing;
  }
  return text;
}

}  // namespace
}  // namespace transom::host::x11

// The display in one line; null where none answers. The text stays valid.
extern "C" __attribute__((visibility("default"))) const char* transom_describe_display() {
  using namespace transom::host::x11;
  static std::string text;
  const auto connection = Connection::open();
  if (!connection) return nullptr;
  text = describe(*connection);
  return text.c_str();
}
