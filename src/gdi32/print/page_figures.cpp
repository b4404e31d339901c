// Figures and areas on a printer's page.
#include <cmath>

#include "gdi32/draw.h"
#include "gdi32/print/drawing.h"
#include "gdi32/raster/scan.h"

namespace transom::gdi {
namespace {

// GDI's pixels have their centres at whole coordinates, cairo's edges are there.
double edge(std::int32_t fixed) {
  return fixed / 16.0 + 0.5;
}

void add(cairo_t* cr, const Path& path) {
  cairo_new_path(cr);
  const auto x = [&](std::size_t i) { return edge(path.points[i].x); };
  const auto y = [&](std::size_t i) { return edge(path.points[i].y); };
  for (std::size_t i = 0; i < path.points.size(); ++i) {
    switch (path.types[i] & ~PT_CLOSEFIGURE) {
      case PT_MOVETO:
        cairo_move_to(cr, x(i), y(i));
        break;
      case PT_BEZIERTO:
        if (i + 2 >= path.points.size()) return;
        cairo_curve_to(cr, x(i), y(i), x(i + 1), y(i + 1), x(i + 2), y(i + 2));
        i += 2;
        break;
      default:
        cairo_line_to(cr, x(i), y(i));
    }
    if ((path.types[i] & PT_CLOSEFIGURE) != 0) cairo_close_path(cr);
  }
}

// What ink does to what is below. Operations that need the bits below are drawn by the one that
// comes nearest.
cairo_operator_t operator_of(int rop2) {
  switch (rop2) {
    case R2_MASKPEN:
      return CAIRO_OPERATOR_MULTIPLY;
    case R2_MERGEPEN:
      return CAIRO_OPERATOR_SCREEN;
    case R2_XORPEN:
    case R2_NOT:
      return CAIRO_OPERATOR_DIFFERENCE;
    case R2_NOP:
      return CAIRO_OPERATOR_DEST;
    default:
      return CAIRO_OPERATOR_OVER;
  }
}

// Some operations have a colour of their own.
void apply_rop2(cairo_t* cr, int rop2) {
  cairo_set_operator(cr, operator_of(rop2));
  if (rop2 == R2_BLACK) cairo_set_source_rgb(cr, 0, 0, 0);
  if (rop2 == R2_WHITE || rop2 == R2_NOT) cairo_set_source_rgb(cr, 1, 1, 1);
}

cairo_line_cap_t cap_of(DWORD style) {
  switch (style & PS_ENDCAP_MASK) {
    case PS_ENDCAP_SQUARE:
      return CAIRO_LINE_CAP_SQUARE;
    case PS_ENDCAP_FLAT:
      return CAIRO_LINE_CAP_BUTT;
    default:
      return CAIRO_LINE_CAP_ROUND;
  }
}

cairo_line_join_t join_of(DWORD style) {
  switch (style & PS_JOIN_MASK) {
    case PS_JOIN_BEVEL:
      return CAIRO_LINE_JOIN_BEVEL;
    case PS_JOIN_MITER:
      return CAIRO_LINE_JOIN_MITER;
    default:
      return CAIRO_LINE_JOIN_ROUND;
  }
}

void set_pixel_color(cairo_t* cr, std::uint32_t rgb) {
  cairo_set_source_rgb(cr, (rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0,
                       (rgb & 0xFF) / 255.0);
}

struct SourceImage {
  cairo_surface_t* surface;
  cairo_pattern_t* pattern;

  SourceImage(int width, int height)
      : surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)),
        pattern(cairo_pattern_create_for_surface(surface)) {}
  ~SourceImage() {
    cairo_pattern_destroy(pattern);
    cairo_surface_destroy(surface);
  }
  SourceImage(const SourceImage&) = delete;
  SourceImage& operator=(const SourceImage&) = delete;
};

void set_tile(cairo_t* cr, const Tile& tile, double scale) {
  const SourceImage image(tile.width, tile.height);
  auto* bytes = cairo_image_surface_get_data(image.surface);
  if (bytes == nullptr) return;
  const int stride = cairo_image_surface_get_stride(image.surface);
  for (int y = 0; y < tile.height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(bytes + std::ptrdiff_t{y} * stride);
    for (int x = 0; x < tile.width; ++x) {
      const auto at = static_cast<std::size_t>(y * tile.width + x);
      const bool opaque = tile.opaque.empty() || tile.opaque[at] != 0;
      row[x] = opaque ? tile.pixels[at] | 0xFF000000 : 0;
    }
  }
  cairo_surface_mark_dirty(image.surface);
  cairo_pattern_set_extend(image.pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter(image.pattern, CAIRO_FILTER_NEAREST);
  cairo_matrix_t matrix;
  cairo_matrix_init_scale(&matrix, 1 / scale, 1 / scale);
  cairo_matrix_translate(&matrix, -tile.origin.x, -tile.origin.y);
  cairo_pattern_set_matrix(image.pattern, &matrix);
  cairo_set_source(cr, image.pattern);
}

double screen_pixel(const DeviceContext& dc) {
  return dc.caps().dots_per_inch / 96.0;
}

}  // namespace

void PrinterDevice::set_color(cairo_t* cr, COLORREF color) const {
  set_pixel_color(cr, dc_.rgb_of(color));
}

bool PrinterDevice::set_source(cairo_t* cr, const RealizedInk& ink, double tile_scale) {
  if (ink.ink.invisible) return false;
  if (ink.ink.tile != nullptr) {
    set_tile(cr, *ink.ink.tile, tile_scale);
  } else {
    set_pixel_color(cr, ink.ink.pixel);
  }
  return true;
}

// Hatches and patterns are as large on paper as on the screen.
bool PrinterDevice::set_source(cairo_t* cr, const Brush& brush) {
  return set_source(cr, realize_brush(ink_context(), brush, R2_COPYPEN), screen_pixel(dc_));
}

void PrinterDevice::fill_path(cairo_t* cr) {
  if (!set_source(cr, *dc_.state.brush)) return;
  apply_rop2(cr, dc_.state.rop2);
  cairo_set_fill_rule(cr, dc_.state.poly_fill_mode == ALTERNATE ? CAIRO_FILL_RULE_EVEN_ODD
                                                                : CAIRO_FILL_RULE_WINDING);
  cairo_fill_preserve(cr);
}

void PrinterDevice::set_dashes(cairo_t* cr, const Pen& pen, double width) const {
  std::vector<double> lengths;
  if (width > 0) {
    lengths = wide_dashes(dc_, pen, width);
  } else {
    for (const int length : thin_dashes(pen)) lengths.push_back(length * screen_pixel(dc_));
  }
  double sum = 0;
  for (const double length : lengths) sum += length;
  if (sum > 0) cairo_set_dash(cr, lengths.data(), static_cast<int>(lengths.size()), 0);
}

void PrinterDevice::stroke_path(cairo_t* cr) {
  const Pen& pen = *dc_.state.pen;
  if (!set_source(cr, realize_pen(ink_context(), pen), screen_pixel(dc_))) return;
  apply_rop2(cr, dc_.state.rop2);
  const double width = device_width(dc_, pen);
  cairo_set_line_width(cr, std::max(width, 1.0));
  cairo_set_line_cap(cr, cap_of(pen.style));
  cairo_set_line_join(cr, join_of(pen.style));
  cairo_set_miter_limit(cr, std::max<double>(dc_.state.miter_limit, 1));
  set_dashes(cr, pen, width);
  cairo_stroke_preserve(cr);
}

void PrinterDevice::figure(const Path& path, Paint paint) {
  const Drawing drawing(*this);
  if (!drawing) return;
  add(drawing.get(), path);
  if (paint != Paint::kStroke) fill_path(drawing.get());
  if (paint != Paint::kFill) stroke_path(drawing.get());
  cairo_new_path(drawing.get());
}

void PrinterDevice::area(const Region& region, const Brush* brush) {
  Drawing drawing(*this);
  if (!drawing) return;
  if (brush != nullptr && !set_source(drawing.get(), *brush)) return;
  apply_rop2(drawing.get(), brush != nullptr ? dc_.state.rop2 : R2_NOT);
  drawing.add(region);
  cairo_fill(drawing.get());
}

void PrinterDevice::fill_rect(const RECT& rect, const Brush& brush) {
  Drawing drawing(*this);
  if (!drawing || !set_source(drawing.get(), brush)) return;
  drawing.add(dc_.to_surface(rect));
  cairo_fill(drawing.get());
}

void PrinterDevice::invert_rect(const RECT& rect) {
  area(Region(dc_.to_surface(rect)), nullptr);
}

void PrinterDevice::set_pixel(POINT point, COLORREF color) {
  Drawing drawing(*this);
  if (!drawing) return;
  const POINT at = dc_.to_surface(point);
  set_color(drawing.get(), color);
  drawing.add(RECT{at.x, at.y, at.x + 1, at.y + 1});
  cairo_fill(drawing.get());
}

namespace {

struct MeshCorner {
  POINT at;
  double red, green, blue;
};

MeshCorner corner_of(const DeviceContext& dc, const TRIVERTEX& vertex) {
  constexpr double kFull = 0xFF00;
  const auto channel = [](COLOR16 value) { return std::min(value / kFull, 1.0); };
  return {dc.to_surface(POINT{vertex.x, vertex.y}), channel(vertex.Red), channel(vertex.Green),
          channel(vertex.Blue)};
}

void add_patch(cairo_pattern_t* mesh, std::span<const MeshCorner> corners) {
  cairo_mesh_pattern_begin_patch(mesh);
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const auto x = static_cast<double>(corners[i].at.x), y = static_cast<double>(corners[i].at.y);
    i == 0 ? cairo_mesh_pattern_move_to(mesh, x, y) : cairo_mesh_pattern_line_to(mesh, x, y);
  }
  for (unsigned i = 0; i < corners.size(); ++i) {
    cairo_mesh_pattern_set_corner_color_rgb(mesh, i, corners[i].red, corners[i].green,
                                            corners[i].blue);
  }
  cairo_mesh_pattern_end_patch(mesh);
}

// A rectangle's other two corners take their colours from these.
void add_rectangle(cairo_pattern_t* mesh, const MeshCorner& a, const MeshCorner& b,
                   bool horizontal) {
  MeshCorner right_top = horizontal ? b : a, left_bottom = horizontal ? a : b;
  right_top.at = {b.at.x, a.at.y};
  left_bottom.at = {a.at.x, b.at.y};
  const MeshCorner corners[] = {a, right_top, b, left_bottom};
  add_patch(mesh, corners);
}

}  // namespace

// The indexes have been checked.
void PrinterDevice::gradient(std::span<const TRIVERTEX> vertices, std::span<const ULONG> mesh,
                             ULONG mode) {
  const Drawing drawing(*this);
  if (!drawing) return;
  cairo_pattern_t* pattern = cairo_pattern_create_mesh();
  const std::size_t step = mode == GRADIENT_FILL_TRIANGLE ? 3 : 2;
  for (std::size_t i = 0; i + step <= mesh.size(); i += step) {
    const MeshCorner a = corner_of(dc_, vertices[mesh[i]]);
    const MeshCorner b = corner_of(dc_, vertices[mesh[i + 1]]);
    if (step == 3) {
      const MeshCorner corners[] = {a, b, corner_of(dc_, vertices[mesh[i + 2]])};
      add_patch(pattern, corners);
    } else {
      add_rectangle(pattern, a, b, mode == GRADIENT_FILL_RECT_H);
    }
  }
  cairo_set_source(drawing.get(), pattern);
  cairo_paint(drawing.get());
  cairo_pattern_destroy(pattern);
}

}  // namespace transom::gdi
