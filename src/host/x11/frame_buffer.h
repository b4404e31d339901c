// The pixels of one window: drawn by Transom, brought to the X server by rectangles.
//
//  - With MIT-SHM 1.2 the memory is shared with the server and nothing is copied on our side;
//    otherwise rectangles travel over the connection.
//  - With shared memory one transfer is on its way at a time: the server says when it has read
//    (completed()), and what came meanwhile goes then in one piece. A program that draws without
//    pause cannot flood the server.
//  - Threads: the window's mutex guards it. The surface outlives the buffer where someone still
//    draws in it.
#pragma once

#include <xcb/shm.h>
#include <xcb/xcb.h>

#include <memory>

#include "gdi32/region.h"
#include "gdi32/surface.h"
#include "host/x11/connection.h"

namespace transom::host::x11 {

class FrameBuffer {
 public:
  // Null where there is no memory.
  static std::unique_ptr<FrameBuffer> create(Connection& connection, int width, int height);
  ~FrameBuffer();

  const std::shared_ptr<gdi::Surface>& surface() const { return surface_; }

  // Brings `area` (surface coordinates) to the window, whose corner shows the surface's pixel at
  // `corner`.
  void present(xcb_window_t window, xcb_gcontext_t context, POINT corner, const gdi::Region& area);
  // The server has read the segment. Sends what waits.
  void completed(xcb_window_t window, xcb_gcontext_t context, POINT corner);
  bool uses(xcb_shm_seg_t segment) const { return segment_ != 0 && segment_ == segment; }

 private:
  explicit FrameBuffer(Connection& connection) : connection_(connection) {}
  bool make_shared(int width, int height);
  void send_shared(xcb_window_t window, xcb_gcontext_t context, POINT corner);
  void send_copied(xcb_window_t window, xcb_gcontext_t context, POINT corner, const RECT& part);

  Connection& connection_;
  std::shared_ptr<gdi::Surface> surface_;
  xcb_shm_seg_t segment_ = 0;
  bool in_flight_ = false;
  gdi::Region waiting_;
};

}  // namespace transom::host::x11
