#include "host/x11/cursors.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "host/x11/reply.h"
#include "user32/input/cursor.h"

namespace transom::host::x11 {
namespace {

// Names of the freedesktop cursor specification, and the older ones where themes lack those.
constexpr struct {
  WORD id;
  const char* name;
  const char* old_name;
} kThemeNames[] = {
    {32512, "default", "left_ptr"},                 // IDC_ARROW
    {32513, "text", "xterm"},                       // IDC_IBEAM
    {32514, "wait", "watch"},                       // IDC_WAIT
    {32515, "crosshair", "cross"},                  // IDC_CROSS
    {32516, "up-arrow", "sb_up_arrow"},             // IDC_UPARROW
    {32640, "all-scroll", "fleur"},                 // IDC_SIZE
    {32641, "default", "left_ptr"},                 // IDC_ICON
    {32642, "nwse-resize", "bottom_right_corner"},  // IDC_SIZENWSE
    {32643, "nesw-resize", "bottom_left_corner"},   // IDC_SIZENESW
    {32644, "ew-resize", "sb_h_double_arrow"},      // IDC_SIZEWE
    {32645, "ns-resize", "sb_v_double_arrow"},      // IDC_SIZENS
    {32646, "all-scroll", "fleur"},                 // IDC_SIZEALL
    {32648, "not-allowed", "crossed_circle"},       // IDC_NO
    {32649, "pointer", "hand2"},                    // IDC_HAND
    {32650, "progress", "left_ptr_watch"},          // IDC_APPSTARTING
    {32651, "help", "question_arrow"},              // IDC_HELP
};

// Pixels that invert the screen cannot be had; they become black, which is seen on most grounds.
std::vector<std::uint32_t> premultiplied(const user::Icon& icon) {
  std::vector<std::uint32_t> pixels = icon.pixels;
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    if (i < icon.inverting.size() && icon.inverting[i] != 0) {
      pixels[i] = 0xFF000000;
      continue;
    }
    const std::uint32_t alpha = pixels[i] >> 24;
    std::uint32_t result = alpha << 24;
    for (const int shift : {0, 8, 16}) {
      result |= ((pixels[i] >> shift & 0xFF) * alpha + 127) / 255 << shift;
    }
    pixels[i] = result;
  }
  return pixels;
}

}  // namespace

xcb_cursor_t Cursors::choose(HCURSOR cursor) {
  std::lock_guard lock(mutex_);
  auto [at, fresh] = made_.try_emplace(cursor, XCB_CURSOR_NONE);
  if (fresh) at->second = make(cursor);
  return current_ = at->second;
}

xcb_cursor_t Cursors::current() {
  std::lock_guard lock(mutex_);
  return current_;
}

xcb_cursor_t Cursors::make(HCURSOR cursor) {
  if (cursor == nullptr) return invisible();
  if (const WORD id = user::system_cursor_id(cursor)) return from_theme(id);
  const auto icon = user::find_icon(cursor);
  return icon ? from_picture(*icon) : from_theme(32512);
}

xcb_cursor_t Cursors::from_theme(WORD id) {
  if (theme_ == nullptr) {
    auto* screen = const_cast<xcb_screen_t*>(&connection_.screen());
    if (xcb_cursor_context_new(connection_.xcb(), screen, &theme_) < 0) return XCB_CURSOR_NONE;
  }
  const auto entry = std::find_if(std::begin(kThemeNames), std::end(kThemeNames),
                                  [&](const auto& each) { return each.id == id; });
  if (entry == std::end(kThemeNames)) return XCB_CURSOR_NONE;
  const xcb_cursor_t cursor = xcb_cursor_load_cursor(theme_, entry->name);
  return cursor != XCB_CURSOR_NONE ? cursor : xcb_cursor_load_cursor(theme_, entry->old_name);
}

// A cursor of one bit a pixel, of which no bit is set.
xcb_cursor_t Cursors::invisible() {
  xcb_connection_t* xcb = connection_.xcb();
  const xcb_pixmap_t empty = xcb_generate_id(xcb);
  xcb_create_pixmap(xcb, 1, empty, connection_.root(), 1, 1);
  const xcb_gcontext_t context = xcb_generate_id(xcb);
  constexpr std::uint32_t kForeground = 0;
  xcb_create_gc(xcb, context, empty, XCB_GC_FOREGROUND, &kForeground);
  const xcb_rectangle_t all{0, 0, 1, 1};
  xcb_poly_fill_rectangle(xcb, empty, context, 1, &all);
  const xcb_cursor_t cursor = xcb_generate_id(xcb);
  xcb_create_cursor(xcb, cursor, empty, empty, 0, 0, 0, 0, 0, 0, 0, 0);
  xcb_free_gc(xcb, context);
  xcb_free_pixmap(xcb, empty);
  return cursor;
}

xcb_render_pictformat_t Cursors::argb_format() {
  const auto formats = ask(xcb_render_query_pict_formats_reply, connection_.xcb(),
                           xcb_render_query_pict_formats(connection_.xcb()));
  if (!formats) return 0;
  auto at = xcb_render_query_pict_formats_formats_iterator(formats.get());
  for (; at.rem > 0; xcb_render_pictforminfo_next(&at)) {
    const xcb_render_directformat_t& direct = at.data->direct;
    if (at.data->depth == 32 && direct.alpha_shift == 24 && direct.alpha_mask == 0xFF &&
        direct.red_shift == 16 && direct.green_shift == 8 && direct.blue_shift == 0) {
      return at.data->id;
    }
  }
  return 0;
}

xcb_cursor_t Cursors::from_picture(const user::Icon& icon) {
  const xcb_render_pictformat_t format = connection_.has_render() ? argb_format() : 0;
  if (format == 0 || icon.width <= 0 || icon.height <= 0) return from_theme(32512);
  xcb_connection_t* xcb = connection_.xcb();
  const auto width = static_cast<std::uint16_t>(icon.width);
  const auto height = static_cast<std::uint16_t>(icon.height);
  const std::vector<std::uint32_t> pixels = premultiplied(icon);
  const xcb_pixmap_t pixmap = xcb_generate_id(xcb);
  xcb_create_pixmap(xcb, 32, pixmap, connection_.root(), width, height);
  const xcb_gcontext_t context = xcb_generate_id(xcb);
  xcb_create_gc(xcb, context, pixmap, 0, nullptr);
  xcb_put_image(xcb, XCB_IMAGE_FORMAT_Z_PIXMAP, pixmap, context, width, height, 0, 0, 0, 32,
                static_cast<std::uint32_t>(pixels.size() * 4),
                reinterpret_cast<const std::uint8_t*>(pixels.data()));
  const xcb_render_picture_t picture = xcb_generate_id(xcb);
  xcb_render_create_picture(xcb, picture, pixmap, format, 0, nullptr);
  const xcb_cursor_t cursor = xcb_generate_id(xcb);
  xcb_render_create_cursor(
      xcb, cursor, picture,
      static_cast<std::uint16_t>(std::clamp<LONG>(icon.hot_spot.x, 0, icon.width - 1)),
      static_cast<std::uint16_t>(std::clamp<LONG>(icon.hot_spot.y, 0, icon.height - 1)));
  xcb_render_free_picture(xcb, picture);
  xcb_free_gc(xcb, context);
  xcb_free_pixmap(xcb, pixmap);
  return cursor;
}

}  // namespace transom::host::x11
