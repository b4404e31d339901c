// An X server of the test's own (Xvfb), and what a user and other programs do there: input by
// XTest, windows of another client, looks at the screen.
#pragma once

#include <xcb/xcb.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/x11/support/process.h"

namespace transom::tests {

struct Point {
  int x = 0, y = 0;
  bool operator==(const Point&) const = default;
};

struct Box {
  int x = 0, y = 0, width = 0, height = 0;
  bool operator==(const Box&) const = default;
};

class Display {
 public:
  // `server_arguments` go to Xvfb.
  explicit Display(const std::vector<std::string>& server_arguments = {});
  ~Display();

  // Whether it runs; false where Xvfb is missing.
  bool works() const { return connection_ != nullptr; }
  const std::string& name() const { return name_; }
  // Starts openbox and waits until it manages windows. False where it is missing.
  bool start_window_manager();
  void stop_server() { server_.reset(); }

  xcb_connection_t* connection() { return connection_; }
  xcb_window_t root() const { return screen_->root; }
  xcb_atom_t atom(std::string_view name);

  // ---- Input
  void move_pointer(Point to);
  void press(int button);  // X's numbers: 1 left, 2 middle, 3 right, 4 to 7 wheels
  void release(int button);
  void click(Point at, int button = 1);
  // From one point to the other by way of one between.
  void drag(Point from, Point to);
  void press_key(unsigned keycode);
  void release_key(unsigned keycode);
  void type_key(unsigned keycode);
  // Whether a program (the window manager in the midst of its own keys) gets all keys.
  bool keyboard_is_grabbed();
  Point pointer();
  // The server has done what programs had asked for by now: it takes turns.
  void wait_for_requests() { static_cast<void>((pointer(), pointer())); }

  // ---- Windows
  // The client window with this title, managed or not; 0: none comes.
  xcb_window_t wait_for_window(const std::string& title);
  xcb_window_t find_window(const std::string& title);
  // Mapped windows that no window manager sees.
  std::vector<xcb_window_t> unmanaged_windows();
  Box box_of(xcb_window_t window);
  bool is_viewable(xcb_window_t window);
  xcb_window_t focus();
  std::vector<std::uint32_t> values(xcb_window_t window, std::string_view property);
  std::string text(xcb_window_t window, std::string_view property);
  bool has_state(xcb_window_t window, std::string_view state);
  // As a pager or the window manager sends them.
  void send_to_root(xcb_window_t window, std::string_view type,
                    const std::vector<std::uint32_t>& data);
  void send_protocol(xcb_window_t window, std::string_view protocol);
  // _NET_WM_PING: the program answers after what X had told it before, and what it asks for by that
  // has gone out by then.
  bool answers_ping(xcb_window_t window);
  // A window of this client's, black, without a frame of the manager's; about to be shown.
  xcb_window_t create_window(const Box& box, bool override_redirect);

  // ---- The screen
  // Smaller than at the start, as xrandr does it.
  void set_screen_size(int width, int height);
  // The first one is the primary.
  void set_monitors(const std::vector<Box>& monitors);
  std::uint32_t pixel(Point at);
  bool shows(Point at, std::uint32_t color);
  void save_picture(const std::string& path);

 private:
  bool manages_windows();
  void collect(xcb_window_t parent, std::vector<xcb_window_t>& windows);
  void fake(std::uint8_t type, unsigned detail, Point at = {});

  std::unique_ptr<Process> server_;
  std::unique_ptr<Process> manager_;
  std::string name_;
  xcb_connection_t* connection_ = nullptr;
  xcb_screen_t* screen_ = nullptr;
};

}  // namespace transom::tests
