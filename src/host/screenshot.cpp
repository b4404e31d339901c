#include <cairo.h>

#include "host/display.h"

namespace transom::host {

bool screenshot(const std::string& path) {
  DisplayHost& host = display();
  const std::shared_ptr<gdi::Surface> picture = host.picture(desktop_bounds(host));
  if (!picture) return false;
  cairo_surface_t* image =
      cairo_image_surface_create_for_data(picture->bytes(0), CAIRO_FORMAT_RGB24, picture->width(),
                                          picture->height(), static_cast<int>(picture->stride()));
  const cairo_status_t status = cairo_surface_write_to_png(image, path.c_str());
  cairo_surface_destroy(image);
  return status == CAIRO_STATUS_SUCCESS;
}

}  // namespace transom::host
