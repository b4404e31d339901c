#include "gdi32/text/dc_text.h"

#include <cmath>

namespace transom::gdi {
namespace {

// What a context remembers: for which font and mapping the scaled font was made.
struct Realized {
  Ref<Font> font;
  std::array<double, 4> linear{};
  bool translation_only = false;
  int graphics_mode = 0;
  unsigned generation = 0;
  std::shared_ptr<const ScaledFont> scaled;
};

std::array<double, 4> linear_part(const Mapping& m) {
  return {m.m11, m.m12, m.m21, m.m22};
}

std::array<float, 4> multiplied(const std::array<double, 4>& a, const std::array<double, 4>& b) {
  return {
      static_cast<float>(a[0] * b[0] + a[1] * b[2]), static_cast<float>(a[0] * b[1] + a[1] * b[3]),
      static_cast<float>(a[2] * b[0] + a[3] * b[2]), static_cast<float>(a[2] * b[1] + a[3] * b[3])};
}

// Counterclockwise on the screen, whose y grows downwards.
std::array<double, 4> turned_by(int tenths_of_degrees) {
  const double angle = tenths_of_degrees % 3600 * M_PI / 1800;
  const double sine = std::sin(angle);
  const double cosine = std::cos(angle);
  return {cosine, -sine, sine, cosine};
}

// Only GM_ADVANCED turns or mirrors glyphs; compatible contexts scale them.
std::array<double, 4> glyph_transform(const Mapping& mapping, double x, double y) {
  if (mapping.graphics_mode != GM_ADVANCED || x == 0 || y == 0) return {1, 0, 0, 1};
  return {mapping.m11 / x, mapping.m12 / x, mapping.m21 / y, mapping.m22 / y};
}

int scaled_length(int length, double by) {
  return static_cast<int>(std::lround(std::clamp(length * by, -1e6, 1e6)));
}

FontRequest request_for(const LOGFONTW& font) {
  FontRequest request;
  const auto* name = reinterpret_cast<const char16_t*>(font.lfFaceName);
  std::size_t length = 0;
  while (length < LF_FACESIZE && name[length] != 0) ++length;
  request.family.assign(name, length);
  // A leading @ asks for vertical writing, which only turns glyphs.
  if (length > 1 && name[0] == u'@') request.family.erase(0, 1);
  request.height = font.lfHeight;
  request.width = font.lfWidth;
  request.weight = font.lfWeight;
  request.italic = font.lfItalic != 0;
  request.monochrome = font.lfQuality == NONANTIALIASED_QUALITY;
  request.char_set = font.lfCharSet;
  request.pitch_and_family = font.lfPitchAndFamily;
  return request;
}

// Stock fonts keep their size whatever the mapping mode: on Windows they are raster fonts. What a
// printer has in their place is as large on paper as they are on the screen.
FontRequest request_for(const Font& stock_or_made, const DeviceContext& dc) {
  const Mapping& mapping = dc.state.mapping;
  const LOGFONTW& font = stock_or_made.description;
  FontRequest request = request_for(font);
  if (stock_or_made.is_stock() && dc.own_caps) {
    const double larger = dc.own_caps->dots_per_inch / 96.0;
    request.height = scaled_length(font.lfHeight, larger);
    request.width = scaled_length(font.lfWidth, larger);
  }
  if (stock_or_made.is_stock() && mapping.graphics_mode != GM_ADVANCED) return request;
  const double x = mapping.translation_only ? 1 : mapping.scale_x();
  const double y = mapping.translation_only ? 1 : mapping.scale_y();
  // A height that is not zero must not become zero: that would ask for the default.
  request.height = scaled_length(font.lfHeight, y);
  if (request.height == 0 && font.lfHeight != 0) request.height = font.lfHeight < 0 ? -1 : 1;
  request.width = scaled_length(font.lfWidth, x);
  if (font.lfEscapement != 0 || !mapping.translation_only) {
    request.matrix = multiplied(turned_by(font.lfEscapement), glyph_transform(mapping, x, y));
  }
  return request;
}

// Mostly nothing is scaled, then or now.
bool is_scaled_as(const Realized& seen, const Mapping& mapping) {
  return (seen.translation_only && mapping.translation_only) || seen.linear == linear_part(mapping);
}

bool still_right(const Realized& seen, const DeviceContext& dc) {
  return seen.font.get() == dc.state.font.get() &&
         seen.graphics_mode == dc.state.mapping.graphics_mode &&
         is_scaled_as(seen, dc.state.mapping) && seen.generation == font_set_generation();
}

}  // namespace

const ScaledFont& realize(DeviceContext& dc) {
  auto* seen = static_cast<Realized*>(dc.text.get());
  if (seen != nullptr && still_right(*seen, dc)) return *seen->scaled;
  auto made = std::make_shared<Realized>();
  made->font = dc.state.font.ref();
  made->linear = linear_part(dc.state.mapping);
  made->translation_only = dc.state.mapping.translation_only;
  made->graphics_mode = dc.state.mapping.graphics_mode;
  made->generation = font_set_generation();
  made->scaled =
      made->font ? scaled_font(request_for(*made->font, dc)) : scaled_font(request_for(LOGFONTW{}));
  dc.text = made;
  return *made->scaled;
}

std::shared_ptr<const ScaledFont> realize(const Font& font) {
  return scaled_font(request_for(font.description));
}

}  // namespace transom::gdi
