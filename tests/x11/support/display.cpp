#include "tests/x11/support/display.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <xcb/xtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>

#include "tests/x11/support/own.h"

namespace transom::tests {
namespace {

// The server chooses a free display and writes its number.
std::string read_number(int file) {
  std::string number;
  pollfd ready{file, POLLIN, 0};
  char digit = 0;
  while (poll(&ready, 1, 10'000) > 0 && read(file, &digit, 1) == 1 && digit != '\n') {
    number += digit;
  }
  return number;
}

}  // namespace

Display::Display(const std::vector<std::string>& server_arguments) {
  if (!Process::exists("Xvfb")) return;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return;
  std::vector<std::string> arguments{"Xvfb",      "-displayfd", std::to_string(ends[1]),
                                     "-screen",   "0",          "800x600x24",
                                     "-nolisten", "tcp"};
  arguments.insert(arguments.end(), server_arguments.begin(), server_arguments.end());
  server_ = std::make_unique<Process>(
      arguments, Process::Options{.environment = {}, .output = "/dev/null", .inherited = ends[1]});
  close(ends[1]);
  name_ = ":" + read_number(ends[0]);
  close(ends[0]);
  if (name_ == ":") return;
  xcb_connection_t* connection = xcb_connect(name_.c_str(), nullptr);
  if (xcb_connection_has_error(connection)) return;
  connection_ = connection;
  screen_ = xcb_setup_roots_iterator(xcb_get_setup(connection)).data;
}

Display::~Display() {
  if (connection_ != nullptr) xcb_disconnect(connection_);
}

bool Display::start_window_manager() {
  if (!Process::exists("openbox")) return false;
  manager_ = std::make_unique<Process>(
      std::vector<std::string>{"openbox", "--sm-disable"},
      Process::Options{.environment = {"DISPLAY=" + name_}, .output = "/dev/null"});
  return eventually([&] { return manages_windows(); });
}

// A manager that is just starting announces itself before it looks after new windows.
bool Display::manages_windows() {
  if (values(root(), "_NET_SUPPORTING_WM_CHECK").empty()) return false;
  const xcb_window_t probe = create_window({0, 0, 10, 10}, false);
  const bool managed = eventually([&] { return !values(probe, "WM_STATE").empty(); },
                                  std::chrono::milliseconds{200});
  xcb_destroy_window(connection_, probe);
  // Its end has been seen, too.
  return managed && eventually([&] { return values(root(), "_NET_CLIENT_LIST").empty(); });
}

xcb_atom_t Display::atom(std::string_view name) {
  const auto reply = own(xcb_intern_atom_reply(
      connection_,
      xcb_intern_atom(connection_, 0, static_cast<std::uint16_t>(name.size()), name.data()),
      nullptr));
  return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
}

// ---- Input

void Display::fake(std::uint8_t type, unsigned detail, Point at) {
  xcb_test_fake_input(connection_, type, static_cast<std::uint8_t>(detail), XCB_CURRENT_TIME,
                      root(), static_cast<std::int16_t>(at.x), static_cast<std::int16_t>(at.y), 0);
  // The server has done it when the answer to something else is there.
  static_cast<void>(pointer());
}

void Display::move_pointer(Point to) {
  fake(XCB_MOTION_NOTIFY, 0, to);
}
void Display::press(int button) {
  fake(XCB_BUTTON_PRESS, static_cast<unsigned>(button));
}
void Display::release(int button) {
  fake(XCB_BUTTON_RELEASE, static_cast<unsigned>(button));
}
void Display::press_key(unsigned keycode) {
  fake(XCB_KEY_PRESS, keycode);
}
void Display::release_key(unsigned keycode) {
  fake(XCB_KEY_RELEASE, keycode);
}

void Display::click(Point at, int button) {
  move_pointer(at);
  press(button);
  release(button);
}

void Display::drag(Point from, Point to) {
  move_pointer(from);
  press(1);
  move_pointer({(from.x + to.x) / 2, (from.y + to.y) / 2});
  move_pointer(to);
  release(1);
}

void Display::type_key(unsigned keycode) {
  press_key(keycode);
  release_key(keycode);
}

// A grab for a window that is not on the screen fails, and says why: a grab of somebody else's
// comes first.
bool Display::keyboard_is_grabbed() {
  const xcb_window_t hidden = xcb_generate_id(connection_);
  xcb_create_window(connection_, XCB_COPY_FROM_PARENT, hidden, root(), 0, 0, 1, 1, 0,
                    XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT, 0, nullptr);
  const auto reply =
      own(xcb_grab_keyboard_reply(connection_,
                                  xcb_grab_keyboard(connection_, 0, hidden, XCB_CURRENT_TIME,
                                                    XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC),
                                  nullptr));
  xcb_destroy_window(connection_, hidden);
  return reply && reply->status == XCB_GRAB_STATUS_ALREADY_GRABBED;
}

Point Display::pointer() {
  const auto reply =
      own(xcb_query_pointer_reply(connection_, xcb_query_pointer(connection_, root()), nullptr));
  return reply ? Point{reply->root_x, reply->root_y} : Point{-1, -1};
}

// ---- Windows

void Display::collect(xcb_window_t parent, std::vector<xcb_window_t>& windows) {
  const auto tree =
      own(xcb_query_tree_reply(connection_, xcb_query_tree(connection_, parent), nullptr));
  if (!tree) return;
  const xcb_window_t* children = xcb_query_tree_children(tree.get());
  for (int i = 0; i < xcb_query_tree_children_length(tree.get()); ++i) {
    windows.push_back(children[i]);
    collect(children[i], windows);
  }
}

xcb_window_t Display::find_window(const std::string& title) {
  std::vector<xcb_window_t> windows;
  collect(root(), windows);
  for (const xcb_window_t window : windows) {
    if (text(window, "_NET_WM_NAME") == title && !text(window, "WM_CLASS").empty()) return window;
  }
  return XCB_WINDOW_NONE;
}

xcb_window_t Display::wait_for_window(const std::string& title) {
  xcb_window_t window = XCB_WINDOW_NONE;
  eventually([&] {
    window = find_window(title);
    return window != XCB_WINDOW_NONE && is_viewable(window);
  });
  return window;
}

std::vector<xcb_window_t> Display::unmanaged_windows() {
  std::vector<xcb_window_t> windows;
  const auto tree =
      own(xcb_query_tree_reply(connection_, xcb_query_tree(connection_, root()), nullptr));
  if (!tree) return windows;
  const xcb_window_t* children = xcb_query_tree_children(tree.get());
  for (int i = 0; i < xcb_query_tree_children_length(tree.get()); ++i) {
    const auto attributes = own(xcb_get_window_attributes_reply(
        connection_, xcb_get_window_attributes(connection_, children[i]), nullptr));
    const bool ours = !text(children[i], "WM_CLASS").empty();
    if (attributes && ours && attributes->override_redirect &&
        attributes->map_state == XCB_MAP_STATE_VIEWABLE) {
      windows.push_back(children[i]);
    }
  }
  return windows;
}

Box Display::box_of(xcb_window_t window) {
  const auto size =
      own(xcb_get_geometry_reply(connection_, xcb_get_geometry(connection_, window), nullptr));
  const auto at = own(xcb_translate_coordinates_reply(
      connection_, xcb_translate_coordinates(connection_, window, root(), 0, 0), nullptr));
  if (!size || !at) return {};
  return {at->dst_x, at->dst_y, size->width, size->height};
}

bool Display::is_viewable(xcb_window_t window) {
  const auto attributes = own(xcb_get_window_attributes_reply(
      connection_, xcb_get_window_attributes(connection_, window), nullptr));
  return attributes && attributes->map_state == XCB_MAP_STATE_VIEWABLE;
}

xcb_window_t Display::focus() {
  const auto reply =
      own(xcb_get_input_focus_reply(connection_, xcb_get_input_focus(connection_), nullptr));
  return reply ? reply->focus : xcb_window_t{XCB_WINDOW_NONE};
}

std::vector<std::uint32_t> Display::values(xcb_window_t window, std::string_view property) {
  const auto reply = own(xcb_get_property_reply(
      connection_,
      xcb_get_property(connection_, 0, window, atom(property), XCB_ATOM_ANY, 0, 1 << 20), nullptr));
  if (!reply || reply->format != 32) return {};
  const auto* values = static_cast<const std::uint32_t*>(xcb_get_property_value(reply.get()));
  return {values, values + reply->value_len};
}

std::string Display::text(xcb_window_t window, std::string_view property) {
  const auto reply = own(xcb_get_property_reply(
      connection_,
      xcb_get_property(connection_, 0, window, atom(property), XCB_ATOM_ANY, 0, 1 << 20), nullptr));
  if (!reply || reply->format != 8) return {};
  return {static_cast<const char*>(xcb_get_property_value(reply.get())), reply->value_len};
}

bool Display::has_state(xcb_window_t window, std::string_view state) {
  const auto states = values(window, "_NET_WM_STATE");
  return std::find(states.begin(), states.end(), atom(state)) != states.end();
}

void Display::send_to_root(xcb_window_t window, std::string_view type,
                           const std::vector<std::uint32_t>& data) {
  xcb_client_message_event_t event{};
  event.response_type = XCB_CLIENT_MESSAGE;
  event.format = 32;
  event.window = window;
  event.type = atom(type);
  std::copy(data.begin(), data.end(), event.data.data32);
  xcb_send_event(connection_, 0, root(),
                 XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY,
                 reinterpret_cast<const char*>(&event));
  xcb_flush(connection_);
}

void Display::send_protocol(xcb_window_t window, std::string_view protocol) {
  xcb_client_message_event_t event{};
  event.response_type = XCB_CLIENT_MESSAGE;
  event.format = 32;
  event.window = window;
  event.type = atom("WM_PROTOCOLS");
  event.data.data32[0] = atom(protocol);
  event.data.data32[2] = window;
  xcb_send_event(connection_, 0, window, 0, reinterpret_cast<const char*>(&event));
  xcb_flush(connection_);
}

// The answer goes to the root window, with that as its window.
bool Display::answers_ping(xcb_window_t window) {
  const auto watch_root = [this](std::uint32_t events) {
    xcb_change_window_attributes(connection_, root(), XCB_CW_EVENT_MASK, &events);
  };
  watch_root(XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY);
  send_protocol(window, "_NET_WM_PING");
  const xcb_atom_t ping = atom("_NET_WM_PING");
  const auto is_answer = [&](const xcb_client_message_event_t& message) {
    return (message.response_type & 0x7F) == XCB_CLIENT_MESSAGE && message.window == root() &&
           message.data.data32[0] == ping && message.data.data32[2] == window;
  };
  const bool answered = eventually([&] {
    while (const auto event = own(xcb_poll_for_event(connection_))) {
      if (is_answer(reinterpret_cast<const xcb_client_message_event_t&>(*event))) return true;
    }
    return false;
  });
  watch_root(0);
  return answered;
}

xcb_window_t Display::create_window(const Box& box, bool override_redirect) {
  const xcb_window_t window = xcb_generate_id(connection_);
  const std::uint32_t values[] = {screen_->black_pixel, override_redirect};
  xcb_create_window(connection_, XCB_COPY_FROM_PARENT, window, root(),
                    static_cast<std::int16_t>(box.x), static_cast<std::int16_t>(box.y),
                    static_cast<std::uint16_t>(box.width), static_cast<std::uint16_t>(box.height),
                    0, XCB_WINDOW_CLASS_INPUT_OUTPUT, XCB_COPY_FROM_PARENT,
                    XCB_CW_BACK_PIXEL | XCB_CW_OVERRIDE_REDIRECT, values);
  const std::uint32_t no_frame[] = {2, 0, 0, 0, 0};
  const xcb_atom_t hints = atom("_MOTIF_WM_HINTS");
  xcb_change_property(connection_, XCB_PROP_MODE_REPLACE, window, hints, hints, 32, 5, no_frame);
  xcb_map_window(connection_, window);
  xcb_flush(connection_);
  return window;
}

// ---- The screen

std::uint32_t Display::pixel(Point at) {
  const auto reply = own(xcb_get_image_reply(
      connection_,
      xcb_get_image(connection_, XCB_IMAGE_FORMAT_Z_PIXMAP, root(), static_cast<std::int16_t>(at.x),
                    static_cast<std::int16_t>(at.y), 1, 1, ~0u),
      nullptr));
  if (!reply) return 0xFFFFFFFF;
  return *reinterpret_cast<const std::uint32_t*>(xcb_get_image_data(reply.get())) & 0xFFFFFF;
}

bool Display::shows(Point at, std::uint32_t color) {
  return eventually([&] { return pixel(at) == color; });
}

// A portable pixmap: what every viewer and `convert` read.
void Display::save_picture(const std::string& path) {
  const int width = screen_->width_in_pixels, height = screen_->height_in_pixels;
  const auto reply = own(xcb_get_image_reply(
      connection_,
      xcb_get_image(connection_, XCB_IMAGE_FORMAT_Z_PIXMAP, root(), 0, 0,
                    static_cast<std::uint16_t>(width), static_cast<std::uint16_t>(height), ~0u),
      nullptr));
  if (!reply) return;
  std::ofstream file(path, std::ios::binary);
  file << "P6\n" << width << ' ' << height << "\n255\n";
  const std::uint8_t* pixels = xcb_get_image_data(reply.get());
  for (int i = 0; i < width * height; ++i) {
    for (const int channel : {2, 1, 0}) file.put(static_cast<char>(pixels[i * 4 + channel]));
  }
}

}  // namespace transom::tests
