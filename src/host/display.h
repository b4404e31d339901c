// The seam to a display: what user32 asks of X11, the browser, or memory.
//
// Contract
//  - One host a process, chosen on first need (TRANSOM_HOST=headless|x11|web; else what the
//    environment offers).
//  - Calls come from any thread that owns windows, never with the USER lock held. The host calls
//  back
//    (HostEvents) from its own input thread, or from the caller's.
//  - Top-level windows only. Rectangles are in screen pixels. The frame is drawn by user32.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/module_api.h"
#include "base/win32.h"
#include "gdi32/region.h"
#include "gdi32/surface.h"

namespace transom::host {

// Hardware events, in the host's terms; implemented by user32/input. Thread-safe.
class HostEvents {
 public:
  virtual ~HostEvents() = default;
  virtual void pointer_moved(POINT screen) = 0;
  virtual void button(POINT screen, int button,
                      bool down) = 0;  // 0 left, 1 right, 2 middle, 3 X1, 4 X2
  virtual void wheel(POINT screen, int delta, bool horizontal) = 0;
  // `scan_code` is the PC set-1 code, bit 8: extended. The virtual key comes from the host's
  // layout.
  virtual void key(std::uint16_t scan_code, std::uint8_t virtual_key, bool down) = 0;
  virtual void focus_gained(HWND window) = 0;
  virtual void focus_lost(HWND window) = 0;
  virtual void close_requested(HWND window) = 0;
  // Whether its thread looks at its messages: window managers offer to kill what does not.
  virtual bool responds(HWND) { return true; }
  virtual void window_configured(HWND window, const RECT& screen) = 0;
  virtual void exposed(HWND window, const RECT& area) = 0;
  virtual void display_changed() = 0;
  // Files were let go over the desktop at a point; full paths of the host's, in UTF-8.
  virtual void files_dropped(POINT screen, const std::vector<std::string>& paths) = 0;
  // Whether files may be let go there.
  virtual bool accepts_files(POINT) { return true; }
  // What Caps Lock and Num Lock are, as far as the host knows; told before a key that may care.
  virtual void locks(bool caps, bool num) { static_cast<void>(caps && num); }
  // Another program has used a key (a combination of the window manager's) while this window has
  // the focus: what is let go next did not stand alone.
  virtual void keys_taken(HWND) {}
  // Panels take another part of the screen.
  virtual void work_area_changed() {}
  // Another layout is current, or there are others now.
  virtual void keyboard_changed() {}
  // The window manager has put our windows in this order, topmost first.
  virtual void restacked(const std::vector<HWND>& windows) { static_cast<void>(windows); }
  // The pointer is over none of our windows any more, though it may be within their rectangles.
  virtual void pointer_left() {}
  // The window manager has changed the window's state, and `command` (SC_MINIMIZE, SC_MAXIMIZE,
  // SC_RESTORE) does the same here.
  virtual void state_asked(HWND, WORD command) { static_cast<void>(command); }
  // Another program has put something on the display's clipboard, in these media types.
  virtual void clipboard_offered(const std::vector<std::string>& types) {
    static_cast<void>(types);
  }
  // What this process has offered, for another program. May have a window render it, and waits for
  // that; nothing where it cannot be had.
  virtual std::optional<std::string> clipboard_wanted(const std::string& type) {
    static_cast<void>(type);
    return std::nullopt;
  }
};

struct Monitor {
  RECT bounds;
  RECT work_area;
  bool primary;
  std::u16string name;
};

// The keyboard as the display has it. No layouts: the display leaves that to us.
struct Keyboard {
  std::vector<std::string> layouts;  // as XKB names them: "us", "de(nodeadkeys)"
  std::size_t current = 0;
  bool altered = false;  // keys were exchanged or the like: the names do not say all
};

// A top-level window at the host.
class HostWindow {
 public:
  virtual ~HostWindow() = default;
  virtual void set_rect(const RECT& screen) = 0;
  // Told before set_rect(): WS_MINIMIZE and WS_MAXIMIZE say what the rectangle means.
  virtual void set_styles(DWORD style, DWORD ex_style) { static_cast<void>(style + ex_style); }
  virtual void set_visible(bool visible, bool activate) = 0;
  virtual void set_title(const std::u16string& title) = 0;
  virtual void set_icon(HICON icon) = 0;
  virtual void raise_above(HWND other) = 0;  // null: bottom; HWND_TOP handled by user32's order
  virtual void take_focus() = 0;
  // Task lists show that the window wants to be looked at; being activated ends that.
  virtual void demand_attention(bool wanted) { static_cast<void>(wanted); }
  virtual void set_shape(const gdi::Region* region) = 0;  // window coordinates; null: rectangular
  virtual void set_opacity(std::uint8_t alpha) = 0;
  // The surface to draw the window in, of the window's size; made anew after set_rect resized it.
  virtual std::shared_ptr<gdi::Surface> surface() = 0;
  // The surface changed within `area` (window coordinates): bring it to the screen.
  virtual void present(const gdi::Region& area) = 0;
};

class DisplayHost {
 public:
  virtual ~DisplayHost() = default;
  virtual const char* name() const = 0;
  virtual std::vector<Monitor> monitors() = 0;
  virtual int bits_per_pixel() const { return 32; }
  // Whether somebody shows the names of minimized windows and brings them back. Where nobody does
  // they stay on the desktop.
  virtual bool has_task_list() const { return true; }
  virtual std::unique_ptr<HostWindow> create_window(HWND handle, const RECT& screen, DWORD style,
                                                    DWORD ex_style, HWND owner) = 0;
  virtual void set_cursor(HCURSOR cursor) = 0;  // null: hidden
  virtual void warp_pointer(POINT screen) = 0;
  // Where the pointer is while it is over none of our windows, and so goes unreported; nothing:
  // where it was last reported.
  virtual std::optional<POINT> pointer_elsewhere() { return std::nullopt; }
  virtual void clip_pointer(const RECT* screen) = 0;
  // A window of the program's has the mouse captured: events come from anywhere on the screen.
  virtual void capture_pointer(bool captured) { static_cast<void>(captured); }
  virtual void beep(UINT type) = 0;
  virtual Keyboard keyboard() { return {}; }
  // All of the keyboard's layouts in XKB's text format; empty: what their names say.
  virtual std::string keymap() { return {}; }
  // This process has new contents on its clipboard: the display's is these media types from now on,
  // whose bytes are asked for with clipboard_wanted(). None of them: there is nothing for others.
  // "text/plain;charset=utf-8", "text/rtf", "image/bmp".
  virtual void offer_clipboard(const std::vector<std::string>& types) { static_cast<void>(types); }
  // The bytes of what another program offers; waits for it, for a reasonable time.
  virtual std::optional<std::string> clipboard_bytes(const std::string& type) {
    static_cast<void>(type);
    return std::nullopt;
  }
  // What the display shows within `area`, composed anew: a copy of the caller's own, of the area's
  // size. Null where the host cannot tell.
  virtual std::shared_ptr<gdi::Surface> picture(const RECT& area) = 0;
};

// The whole desktop: the smallest rectangle around all monitors.
RECT desktop_bounds(DisplayHost& host);

// The host of this process; starts it on first use. A host other than the headless one is a module
// beside the library, `libtransom-x11.so`, with this entry, which answers null when there is no
// such display:  extern "C" transom::host::DisplayHost* transom_open_display();
DisplayHost& display();
// user32's side; set before the first call of display(). Until then events go nowhere.
void set_host_events(HostEvents& events);
TRANSOM_MODULE_API HostEvents& host_events();

// Writes what the display shows to a PNG file. False when the file cannot be written.
bool screenshot(const std::string& path);

}  // namespace transom::host
