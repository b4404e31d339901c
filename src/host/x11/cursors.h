// Pointer shapes: the system's from the user's cursor theme, programs' own from their pictures.
#pragma once

#include <xcb/render.h>
#include <xcb/xcb.h>
#include <xcb/xcb_cursor.h>

#include <map>
#include <mutex>

#include "base/win32.h"
#include "host/x11/connection.h"
#include "user32/icon/icon.h"

namespace transom::host::x11 {

class Cursors {
 public:
  explicit Cursors(Connection& connection) : connection_(connection) {}

  // Makes it the current one; null: none is shown. Shapes are kept as long as the program runs.
  xcb_cursor_t choose(HCURSOR cursor);
  xcb_cursor_t current();

 private:
  xcb_cursor_t make(HCURSOR cursor);
  xcb_cursor_t from_theme(WORD id);
  xcb_cursor_t from_picture(const user::Icon& icon);
  xcb_cursor_t invisible();
  xcb_render_pictformat_t argb_format();

  Connection& connection_;
  std::mutex mutex_;
  // Guarded by mutex_.
  xcb_cursor_context_t* theme_ = nullptr;
  std::map<HCURSOR, xcb_cursor_t> made_;
  xcb_cursor_t current_ = XCB_CURSOR_NONE;
};

}  // namespace transom::host::x11
