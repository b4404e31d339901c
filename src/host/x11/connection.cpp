#include "host/x11/connection.h"

#include <xcb/randr.h>
#include <xcb/render.h>
#include <xcb/shape.h>
#include <xcb/shm.h>
#include <xcb/xfixes.h>
#include "host/x11/xcb_xkb.h"

#include <csignal>
#include <cstdlib>

#include "host/x11/reply.h"

namespace transom::host::x11 {
namespace {

xcb_screen_t* screen_of(xcb_connection_t* connection, int number) {
  auto at = xcb_setup_roots_iterator(xcb_get_setup(connection));
  for (; at.rem > 1 && number > 0; --number) xcb_screen_next(&at);
  return at.data;
}

bool has_32_bit_pixels(xcb_connection_t* connection, std::uint8_t depth) {
  const xcb_setup_t* setup = xcb_get_setup(connection);
  if (setup->image_byte_order != XCB_IMAGE_ORDER_LSB_FIRST) return false;
  for (auto at = xcb_setup_pixmap_formats_iterator(setup); at.rem > 0; xcb_format_next(&at)) {
    if (at.data->depth == depth) return at.data->bits_per_pixel == 32;
  }
  return false;
}

bool is_plain_rgb(const xcb_visualtype_t& visual) {
  return visual._class == XCB_VISUAL_CLASS_TRUE_COLOR && visual.red_mask == 0xFF0000 &&
         visual.green_mask == 0xFF00 && visual.blue_mask == 0xFF;
}

Extension extension(xcb_connection_t* connection, xcb_extension_t* id) {
  const xcb_query_extension_reply_t* data = xcb_get_extension_data(connection, id);
  if (data == nullptr || !data->present) return {};
  return {true, data->first_event};
}

// Windows programs know no SIGPIPE: one that draws at the moment when the server goes would end by
// it before anybody could ask whether something is to be saved.
void outlive_server() {
  struct sigaction action {};
  if (sigaction(SIGPIPE, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) return;
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
}

}  // namespace

std::unique_ptr<Connection> Connection::open() {
  outlive_server();
  int screen_number = 0;
  xcb_connection_t* xcb = xcb_connect(nullptr, &screen_number);
  if (xcb_connection_has_error(xcb)) {
    xcb_disconnect(xcb);
    return nullptr;
  }
  std::unique_ptr<Connection> connection(new Connection);
  connection->xcb_ = xcb;
  connection->screen_ = screen_of(xcb, screen_number);
  if (const char* name = std::getenv("DISPLAY")) connection->name_ = name;
  for (xcb_extension_t* id :
       {&xcb_shm_id, &xcb_randr_id, &xcb_xkb_id, &xcb_shape_id, &xcb_render_id, &xcb_xfixes_id}) {
    xcb_prefetch_extension_data(xcb, id);
  }
  if (!connection->find_visual()) {
    xcb_disconnect(xcb);
    return nullptr;
  }
  connection->atoms_ = intern_atoms(xcb);
  connection->find_extensions();
  return connection;
}

// The root's own visual where it will do: windows of another need a colour map of their own.
bool Connection::find_visual() {
  xcb_visualid_t found = 0;
  std::uint8_t found_depth = 0;
  for (auto depth = xcb_screen_allowed_depths_iterator(screen_); depth.rem > 0;
       xcb_depth_next(&depth)) {
    if (!has_32_bit_pixels(xcb_, depth.data->depth)) continue;
    for (auto at = xcb_depth_visuals_iterator(depth.data); at.rem > 0; xcb_visualtype_next(&at)) {
      if (!is_plain_rgb(*at.data)) continue;
      const bool roots_own = at.data->visual_id == screen_->root_visual;
      if (found != 0 && !roots_own && found_depth == 24) continue;
      found = at.data->visual_id;
      found_depth = depth.data->depth;
      if (roots_own) break;
    }
    if (found == screen_->root_visual) break;
  }
  if (found == 0) return false;
  visual_ = found;
  depth_ = found_depth;
  colormap_ = screen_->default_colormap;
  if (found != screen_->root_visual) {
    colormap_ = xcb_generate_id(xcb_);
    xcb_create_colormap(xcb_, XCB_COLORMAP_ALLOC_NONE, colormap_, root(), found);
  }
  return true;
}

void Connection::find_extensions() {
  shm_ = extension(xcb_, &xcb_shm_id);
  randr_ = extension(xcb_, &xcb_randr_id);
  xkb_ = extension(xcb_, &xcb_xkb_id);
  xfixes_ = extension(xcb_, &xcb_xfixes_id);
  shape_ = extension(xcb_, &xcb_shape_id).present;
  render_ = extension(xcb_, &xcb_render_id).present;
  if (!shm_.present) return;
  const auto version = ask(xcb_shm_query_version_reply, xcb_, xcb_shm_query_version(xcb_));
  share_memory_ = version && (version->major_version > 1 || version->minor_version >= 2);
}

}  // namespace transom::host::x11
