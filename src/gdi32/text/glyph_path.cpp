#include "gdi32/text/glyph_path.h"

#include FT_OUTLINE_H

namespace transom::gdi {
namespace {

struct Pen {
  Path& path;
  POINT origin;
  FT_Vector last{0, 0};
  bool open = false;

  FixedPoint place(double x, double y) const {
    // FreeType's 26.6 with y upwards to 28.4 with y downwards.
    return {origin.x * 16 + static_cast<std::int32_t>(x / 4),
            origin.y * 16 - static_cast<std::int32_t>(y / 4)};
  }
  FixedPoint place(const FT_Vector& v) const {
    return place(static_cast<double>(v.x), static_cast<double>(v.y));
  }
};

int move_to(const FT_Vector* to, void* user) {
  auto& pen = *static_cast<Pen*>(user);
  if (pen.open) pen.path.close_figure();
  pen.open = true;
  pen.path.move_to(pen.place(*to));
  pen.last = *to;
  return 0;
}

int line_to(const FT_Vector* to, void* user) {
  auto& pen = *static_cast<Pen*>(user);
  pen.path.line_to(pen.place(*to));
  pen.last = *to;
  return 0;
}

// A quadratic curve is the cubic whose controls lie two thirds of the way to its one control.
int conic_to(const FT_Vector* control, const FT_Vector* to, void* user) {
  auto& pen = *static_cast<Pen*>(user);
  const auto mix = [&](const FT_Vector& end) {
    return pen.place(static_cast<double>(end.x + 2 * control->x) / 3,
                     static_cast<double>(end.y + 2 * control->y) / 3);
  };
  pen.path.curve_to(mix(pen.last), mix(*to), pen.place(*to));
  pen.last = *to;
  return 0;
}

int cubic_to(const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* user) {
  auto& pen = *static_cast<Pen*>(user);
  pen.path.curve_to(pen.place(*first), pen.place(*second), pen.place(*to));
  pen.last = *to;
  return 0;
}

}  // namespace

void append_glyph(Path& path, const ScaledFont& font, GlyphId glyph, POINT origin) {
  static const FT_Outline_Funcs kFunctions{move_to, line_to, conic_to, cubic_to, 0, 0};
  std::lock_guard lock(font_mutex());
  FT_GlyphSlot slot = font.load_outline(glyph);
  if (slot == nullptr) return;
  Pen pen{path, origin};
  FT_Outline_Decompose(&slot->outline, &kFunctions, &pen);
  if (pen.open) path.close_figure();
}

}  // namespace transom::gdi
