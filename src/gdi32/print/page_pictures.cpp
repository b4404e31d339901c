// Bitmaps on a printer's page.
#include "gdi32/blit.h"
#include "gdi32/dib.h"
#include "gdi32/print/drawing.h"
#include "gdi32/raster/rop.h"
#include "gdi32/surface_lock.h"

namespace transom::gdi {
namespace {

// No picture takes more than this; what programs say is not trusted.
constexpr std::int64_t kMostPixels = 1 << 28;

// A part of a surface in plain colours; what lies outside of the surface is transparent.
PageImage read(const Surface& surface, const ConversionColors& colors, const RECT& part) {
  const SurfaceLock lock(surface);
  PageImage image;
  const std::int64_t width = std::int64_t{part.right} - part.left;
  const std::int64_t height = std::int64_t{part.bottom} - part.top;
  if (width <= 0 || height <= 0 || width * height > kMostPixels) return image;
  image.width = static_cast<int>(width);
  image.height = static_cast<int>(height);
  image.pixels.resize(static_cast<std::size_t>(width * height));
  const LONG left = std::max<LONG>(part.left, 0);
  const LONG right = std::min<LONG>(part.right, surface.width());
  if (left >= right) return image;
  for (LONG y = std::max<LONG>(part.top, 0); y < std::min<LONG>(part.bottom, surface.height());
       ++y) {
    std::uint32_t* row = image.pixels.data() + (y - part.top) * width + (left - part.left);
    surface.read(left, y, right - left, row);
    convert_row(surface.format(), PixelFormat{}, colors, right - left, row);
  }
  return image;
}

void make_opaque(PageImage& image) {
  for (std::uint32_t& pixel : image.pixels) pixel |= 0xFF000000;
}

// TransparentBlt: pixels of one colour are not there.
void drop_color(PageImage& image, std::uint32_t rgb) {
  for (std::uint32_t& pixel : image.pixels) {
    pixel = (pixel & 0xFFFFFF) == rgb ? 0 : pixel | 0xFF000000;
  }
}

// MaskBlt and PlgBlt: where the mask has 0, nothing is drawn.
void apply_mask(PageImage& image, const Surface& mask, POINT origin) {
  const SurfaceLock lock(mask);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const int mx = static_cast<int>(origin.x) + x, my = static_cast<int>(origin.y) + y;
      const bool inside = mx >= 0 && my >= 0 && mx < mask.width() && my < mask.height();
      if (inside && mask.pixel(mx, my) != 0) continue;
      image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                   static_cast<std::size_t>(x)] = 0;
    }
  }
}

// From an image's pixels to the parallelogram of three corners.
cairo_matrix_t onto(const PageImage& image, POINT origin, POINT right, POINT down) {
  cairo_matrix_t matrix;
  const double w = image.width, h = image.height;
  cairo_matrix_init(&matrix, static_cast<double>(right.x - origin.x) / w,
                    static_cast<double>(right.y - origin.y) / w,
                    static_cast<double>(down.x - origin.x) / h,
                    static_cast<double>(down.y - origin.y) / h, static_cast<double>(origin.x),
                    static_cast<double>(origin.y));
  return matrix;
}

// A logical rectangle, which the mapping may turn and either size may mirror.
cairo_matrix_t onto(const PageImage& image, const DeviceContext& dc, POINT to, SIZE size) {
  return onto(image, dc.to_surface(to), dc.to_surface(POINT{to.x + size.cx, to.y}),
              dc.to_surface(POINT{to.x, to.y + size.cy}));
}

// Raster operations with a source, by the blend that comes nearest; DSTCOPY draws nothing.
cairo_operator_t operator_of(DWORD rop) {
  switch (rop & 0xFFFFFF) {
    case SRCAND:
      return CAIRO_OPERATOR_MULTIPLY;
    case SRCPAINT:
      return CAIRO_OPERATOR_SCREEN;
    case SRCINVERT:
      return CAIRO_OPERATOR_DIFFERENCE;
    case 0xAA0029:  // D
      return CAIRO_OPERATOR_DEST;
    default:
      return CAIRO_OPERATOR_OVER;
  }
}

bool inverts_source(DWORD rop) {
  return (rop & 0xFFFFFF) == NOTSRCCOPY || (rop & 0xFFFFFF) == MERGEPAINT;
}

RECT ordered(const RECT& rect) {
  return {std::min(rect.left, rect.right), std::min(rect.top, rect.bottom),
          std::max(rect.left, rect.right), std::max(rect.top, rect.bottom)};
}

}  // namespace

void PrinterDevice::draw_image(const PageImage& image, const cairo_matrix_t& place, DWORD rop,
                               double alpha) {
  if (image.empty()) return;
  const Drawing drawing(*this);
  if (!drawing || cairo_status(drawing.get()) != CAIRO_STATUS_SUCCESS) return;
  constexpr double kSmallest = 1e-9;
  if (std::abs(place.xx * place.yy - place.xy * place.yx) < kSmallest) return;
  cairo_surface_t* surface =
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image.width, image.height);
  if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
    const auto stride = cairo_image_surface_get_stride(surface);
    auto* bytes = cairo_image_surface_get_data(surface);
    const auto row_size = static_cast<std::size_t>(image.width);
    for (int y = 0; y < image.height; ++y) {
      std::memcpy(bytes + std::ptrdiff_t{y} * stride,
                  image.pixels.data() + static_cast<std::size_t>(y) * row_size,
                  row_size * sizeof(std::uint32_t));
    }
    cairo_surface_mark_dirty(surface);
    cairo_set_operator(drawing.get(), operator_of(rop));
    cairo_transform(drawing.get(), &place);
    cairo_rectangle(drawing.get(), 0, 0, image.width, image.height);
    cairo_clip(drawing.get());
    cairo_set_source_surface(drawing.get(), surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(drawing.get()), CAIRO_FILTER_NEAREST);
    cairo_paint_with_alpha(drawing.get(), alpha);
  }
  cairo_surface_destroy(surface);
}

// PatBlt and its like: the brush, or a colour of the operation's own.
void PrinterDevice::fill_pattern(const RecordedBlit& blit) {
  Drawing drawing(*this);
  if (!drawing) return;
  cairo_t* cr = drawing.get();
  switch (blit.rop & 0xFFFFFF) {
    case BLACKNESS:
      cairo_set_source_rgb(cr, 0, 0, 0);
      break;
    case WHITENESS:
      cairo_set_source_rgb(cr, 1, 1, 1);
      break;
    case DSTINVERT:
      cairo_set_source_rgb(cr, 1, 1, 1);
      cairo_set_operator(cr, CAIRO_OPERATOR_DIFFERENCE);
      break;
    case 0xAA0029:  // D
      return;
    default:
      if (!set_source(cr, *dc_.state.brush)) return;
      if ((blit.rop & 0xFFFFFF) == PATINVERT) cairo_set_operator(cr, CAIRO_OPERATOR_DIFFERENCE);
  }
  drawing.add(ordered(
      dc_.to_surface(logical_rect(blit.to.x, blit.to.y, blit.to_size.cx, blit.to_size.cy))));
  cairo_fill(cr);
}

PageImage PrinterDevice::image_of(const RecordedBlit& blit) const {
  const Surface* surface = blit.source->surface();
  if (surface == nullptr) return {};
  const RECT part = ordered(blit.source->to_surface(
      logical_rect(blit.from.x, blit.from.y, blit.from_size.cx, blit.from_size.cy)));
  // Ones of a monochrome bitmap are the background, zeros the text.
  const ConversionColors colors{dc_.rgb_of(dc_.state.text_color),
                                dc_.rgb_of(dc_.state.background_color)};
  PageImage image = read(*surface, colors, part);
  const bool has_alpha =
      blit.kind == BlitKind::kBlended && (blit.blend.AlphaFormat & AC_SRC_ALPHA) != 0;
  if (blit.kind == BlitKind::kKeyed) {
    drop_color(image, dc_.rgb_of(blit.key));
  } else if (!has_alpha) {
    make_opaque(image);
  }
  if (inverts_source(blit.rop) && blit.kind <= BlitKind::kStretched) {
    for (std::uint32_t& pixel : image.pixels) pixel ^= 0xFFFFFF;
  }
  if (blit.mask != nullptr) apply_mask(image, *blit.mask, blit.mask_origin);
  return image;
}

void PrinterDevice::blit(const RecordedBlit& blit) {
  if (blit.source == nullptr) return fill_pattern(blit);
  const PageImage image = image_of(blit);
  if (image.empty()) return;
  if (blit.kind == BlitKind::kParallelogram) {
    const cairo_matrix_t place =
        onto(image, dc_.to_surface(blit.corners[0]), dc_.to_surface(blit.corners[1]),
             dc_.to_surface(blit.corners[2]));
    return draw_image(image, place, SRCCOPY, 1);
  }
  const bool plain = blit.kind == BlitKind::kPlain || blit.kind == BlitKind::kStretched;
  const double alpha =
      blit.kind == BlitKind::kBlended ? blit.blend.SourceConstantAlpha / 255.0 : 1.0;
  draw_image(image, onto(image, dc_, blit.to, blit.to_size), plain ? blit.rop : DWORD{SRCCOPY},
             alpha);
}

void PrinterDevice::dib(const RecordedDib& dib) {
  const int lines =
      dib.stretched || dib.dib.is_rle() ? dib.dib.height : static_cast<int>(dib.lines);
  const auto surface = surface_over_dib(dib.dib, dib.bits, lines);
  if (!surface) return;
  // The rows at hand may be a part.
  int top = dib.dib.top_of(dib.from.y, dib.from_size.cy);
  if (!dib.stretched && !dib.dib.is_rle())
    top -= dib.dib.top_of(static_cast<int>(dib.start), lines);
  const RECT part = ordered(logical_rect(dib.from.x, top, dib.from_size.cx, dib.from_size.cy));
  PageImage image = read(*surface, conversion_colors(dc_), part);
  if (image.empty()) return;
  make_opaque(image);
  if (dib.stretched) {
    return draw_image(image, onto(image, dc_, dib.to, dib.to_size), dib.rop, 1);
  }
  // One pixel of the image is one of the printer.
  const POINT at = dc_.to_surface(dib.to);
  draw_image(image, onto(image, at, {at.x + image.width, at.y}, {at.x, at.y + image.height}),
             SRCCOPY, 1);
}

}  // namespace transom::gdi
