// What the screen shows: everybody's windows, as the server has them.
#include <algorithm>

#include "host/x11/reply.h"
#include "host/x11/x11_host.h"

namespace transom::host::x11 {
namespace {

// Rows at a time, so that no reply is larger than this.
constexpr LONG kMostPixels = 1 << 20;

void read_band(const Connection& connection, gdi::Surface& picture, const RECT& area,
               const RECT& band) {
  const auto reply =
      ask(xcb_get_image_reply, connection.xcb(),
          xcb_get_image(connection.xcb(), XCB_IMAGE_FORMAT_Z_PIXMAP, connection.root(),
                        static_cast<std::int16_t>(band.left), static_cast<std::int16_t>(band.top),
                        static_cast<std::uint16_t>(band.right - band.left),
                        static_cast<std::uint16_t>(band.bottom - band.top), ~0u));
  if (!reply) return;
  const auto* pixels = reinterpret_cast<const std::uint32_t*>(xcb_get_image_data(reply.get()));
  const LONG width = band.right - band.left, height = band.bottom - band.top;
  if (xcb_get_image_data_length(reply.get()) < width * height * 4) return;
  for (LONG y = 0; y < height; ++y) {
    std::uint32_t* row = picture.row(band.top - area.top + y) + (band.left - area.left);
    std::transform(pixels + y * width, pixels + (y + 1) * width, row,
                   [](std::uint32_t pixel) { return pixel & 0xFFFFFF; });
  }
}

}  // namespace

std::shared_ptr<gdi::Surface> X11Host::picture(const RECT& of) {
  const RECT area = connection_->to_root(of);
  auto picture = gdi::Surface::create(area.right - area.left, area.bottom - area.top);
  const auto size = ask(xcb_get_geometry_reply, connection_->xcb(),
                        xcb_get_geometry(connection_->xcb(), connection_->root()));
  if (!picture || !size) return picture;
  const RECT screen{0, 0, size->width, size->height};
  RECT shown;
  if (!IntersectRect(&shown, &area, &screen)) return picture;
  const LONG rows = std::max<LONG>(1, kMostPixels / (shown.right - shown.left));
  for (LONG top = shown.top; top < shown.bottom; top += rows) {
    read_band(*connection_, *picture, area,
              {shown.left, top, shown.right, std::min(shown.bottom, top + rows)});
  }
  return picture;
}

}  // namespace transom::host::x11
