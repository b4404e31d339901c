// What painting keeps for a window that was ever shown or drawn in.
//
// Under the USER lock unless a field says otherwise. Made on first need; a window that is never
// visible has none.
#pragma once

#include <memory>
#include <optional>

#include "base/win32.h"
#include "gdi32/region.h"
#include "gdi32/surface.h"
#include "host/display.h"
#include "user32/window/window.h"

namespace transom::user {

struct WindowPaint {
  // What has to be painted, frame included, in client coordinates: the client area begins at (0,
  // 0), the frame lies outside it. Empty: nothing.
  gdi::Region update;
  bool internal_paint = false;  // RDW_INTERNALPAINT: WM_PAINT without an update region
  bool erase_pending = false;   // WM_ERASEBKGND is due for `update`
  bool frame_pending = false;  // WM_NCPAINT is due for the part of `update` outside the client area
  bool counted = false;        // is in its thread's paint_count
  bool frame_active = false;   // the frame is drawn as the active window's (WM_NCACTIVATE)
  bool uncovered = false;      // window_moved() invalidated the parent or siblings

  // The window's own shape (SetWindowRgn), window coordinates.
  std::optional<gdi::Region> shape;

  // What can be seen of the window, kept while the top-level window's tree_epoch is `epoch`; screen
  // coordinates relative to that window's corner, so that moving it changes nothing.
  struct CachedRegion {
    std::uint32_t epoch = 0;  // 0: none
    std::uint8_t kind = 0;    // which clipping was asked for
    gdi::Region region;
  };
  CachedRegion visible[2];

  // Top-level windows only.
  std::uint32_t tree_epoch = 1;  // changes with each change of what is visible in the window
  std::shared_ptr<host::HostWindow> host_window;
  std::shared_ptr<gdi::Surface> surface;
  bool host_visible = false;
  std::uint8_t opacity = 255;  // SetLayeredWindowAttributes
  // UpdateLayeredWindow: what the window shows instead of what is drawn in it, and where it shows,
  // in window coordinates.
  std::shared_ptr<gdi::Surface> layered_content;
  gdi::Region layered_shape;

  // Where the window can be seen and hit, of its rectangle; nothing: everywhere.
  std::optional<gdi::Region> seen_shape() const {
    if (!layered_content) return shape;
    return shape ? layered_shape & *shape : layered_shape;
  }
  // Asked of every window under the mouse: without a copy.
  bool is_seen_at(POINT point) const {
    return (!shape || shape->contains(point)) &&
           (!layered_content || layered_shape.contains(point));
  }
};

// Made where there is none. The USER lock is held.
WindowPaint& paint_of(Window& window);

}  // namespace transom::user
