// The connection to the X server, and what is asked of the server once.
//
// Never closed: threads may still show windows while the process ends. Any thread may send requests
// and wait for replies; events are read by one thread (event_reader.h).
#pragma once

#include <xcb/xcb.h>

#include <atomic>
#include <memory>
#include <string>

#include "base/win32.h"
#include "host/x11/atoms.h"

namespace transom::host::x11 {

// An extension of the server's; `first_event` is what its event numbers count from.
struct Extension {
  bool present = false;
  std::uint8_t first_event = 0;
};

class Connection {
 public:
  // The display that DISPLAY names; null where none answers or it has no true colours.
  static std::unique_ptr<Connection> open();

  xcb_connection_t* xcb() const { return xcb_; }
  const xcb_screen_t& screen() const { return *screen_; }
  xcb_window_t root() const { return screen_->root; }
  const Atoms& atoms() const { return atoms_; }
  const std::string& display_name() const { return name_; }
  void flush() const { xcb_flush(xcb_); }

  // What windows are made of: 24 or 32 bits of 0x00RRGGBB in 32-bit pixels.
  xcb_visualid_t visual() const { return visual_; }
  std::uint8_t depth() const { return depth_; }
  xcb_colormap_t colormap() const { return colormap_; }

  const Extension& shm() const { return shm_; }
  const Extension& randr() const { return randr_; }
  const Extension& xkb() const { return xkb_; }
  const Extension& xfixes() const { return xfixes_; }
  bool has_shape() const { return shape_; }
  bool has_render() const { return render_; }
  // Memory can be shared by passing a file descriptor, without System V segments.
  bool can_share_memory() const { return share_memory_; }
  void stop_sharing_memory() { share_memory_ = false; }

  // The primary monitor's corner is user32's (0, 0), wherever X has it.
  POINT origin() const { return origin_.load(std::memory_order_relaxed); }
  void set_origin(POINT root) { origin_.store(root, std::memory_order_relaxed); }
  POINT to_screen(POINT root) const { return {root.x - origin().x, root.y - origin().y}; }
  POINT to_root(POINT screen) const { return {screen.x + origin().x, screen.y + origin().y}; }
  RECT to_root(RECT screen) const {
    OffsetRect(&screen, origin().x, origin().y);
    return screen;
  }

  // The server's time of the last input event; what focus requests are stamped with.
  xcb_timestamp_t last_time() const { return last_time_.load(std::memory_order_relaxed); }
  void note_time(xcb_timestamp_t time) {
    if (time != XCB_CURRENT_TIME) last_time_.store(time, std::memory_order_relaxed);
  }

 private:
  Connection() = default;
  bool find_visual();
  void find_extensions();

  xcb_connection_t* xcb_ = nullptr;
  xcb_screen_t* screen_ = nullptr;
  std::string name_;
  Atoms atoms_;
  xcb_visualid_t visual_ = 0;
  std::uint8_t depth_ = 0;
  xcb_colormap_t colormap_ = 0;
  Extension shm_, randr_, xkb_, xfixes_;
  bool shape_ = false;
  bool render_ = false;
  std::atomic<bool> share_memory_{false};
  std::atomic<POINT> origin_{POINT{0, 0}};
  std::atomic<xcb_timestamp_t> last_time_{XCB_CURRENT_TIME};
};

}  // namespace transom::host::x11
