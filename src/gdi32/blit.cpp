#include "gdi32/blit.h"

#include "gdi32/dib.h"
#include "gdi32/raster/raster.h"

namespace transom::gdi {
namespace {

RECT intersect(const RECT& a, const RECT& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

// A source that is also the target must be read before it is written. Same-sized transfers only
// need the right order of rows; others work from a copy.
class StableSource {
 public:
  StableSource(const Surface& target, const BlitSource& source, const BlitGeometry& geometry)
      : surface_(source.surface) {
    if (surface_ != &target) return;
    if (geometry.is_same_size() && geometry.to_width > 0 && geometry.to_height > 0) {
      bottom_up_ = geometry.to_y > geometry.from_y;
      return;
    }
    copy_ = copy_of(target);
    surface_ = copy_.get();
  }
  const Surface* surface() const { return surface_; }
  bool bottom_up() const { return bottom_up_; }

 private:
  const Surface* surface_;
  std::shared_ptr<Surface> copy_;
  bool bottom_up_ = false;
};

// Calls visit(y) for the rows of a rectangle in a safe order.
template <class Visit>
void for_each_row(const RECT& part, bool bottom_up, Visit&& visit) {
  for (int i = 0; i < part.bottom - part.top; ++i)
    visit(bottom_up ? part.bottom - 1 - i : part.top + i);
}

// The visible parts of a transfer. With a shared surface the clip's boxes must be visited from the
// far end, too, so that no box writes what another has still to read: rows are gathered first.
std::vector<RECT> visible_parts(Raster& raster, const RECT& rect, bool reversed) {
  std::vector<RECT> parts;
  raster.for_each_visible(rect, [&](const RECT& part) { parts.push_back(part); });
  if (reversed) std::reverse(parts.begin(), parts.end());
  return parts;
}

bool same_layout(const PixelFormat& a, const PixelFormat& b) {
  return a.is_rgb32() && b.is_rgb32();
}

void copy_part(Surface& to, const Surface& from, const RECT& part, int dx, int dy, bool bottom_up) {
  const auto bytes = static_cast<std::size_t>(part.right - part.left) * 4;
  for_each_row(part, bottom_up, [&](int y) {
    std::memmove(to.row(y) + part.left, from.row(y + dy) + part.left + dx, bytes);
  });
}

// One row of a transfer: pattern, source and target pixels, and where they are put together.
class RowMixer {
 public:
  RowMixer(DeviceContext& target, const BlitSource& source, Sampler* sampler)
      : target_(*target.surface()),
        source_(source),
        sampler_(sampler),
        brush_(realize_brush(target, *target.state.brush, R2_COPYPEN)) {}

  // Computes a row into `result`, which need not be the target.
  void mix(std::uint8_t rop, int y, int x0, int x1, std::vector<std::uint32_t>& result) {
    const int count = x1 - x0;
    const auto size = static_cast<std::size_t>(count);
    result.resize(size);
    pattern_.assign(size, 0);
    from_.assign(size, 0);
    target_.read(x0, y, count, result.data());
    if (rop3_uses_pattern(rop) && !brush_.ink.invisible) {
      pattern_ = result;
      apply_ink(brush_, x0, y, count, pattern_.data());
    }
    if (rop3_uses_source(rop) && sampler_ != nullptr) {
      sampler_->row(y, x0, x1, from_.data());
      convert_row(source_.surface->format(), target_.format(), source_.colors, count, from_.data());
    }
    const TernaryRop operation(rop);
    for (std::size_t i = 0; i < size; ++i) result[i] = operation(pattern_[i], from_[i], result[i]);
  }

 private:
  Surface& target_;
  const BlitSource& source_;
  Sampler* sampler_;
  RealizedInk brush_;
  std::vector<std::uint32_t> pattern_, from_;
};

}  // namespace

void blit(DeviceContext& target, const BlitSource& source, const BlitGeometry& geometry,
          std::uint8_t rop) {
  if (target.surface() == nullptr || geometry.to_width == 0 || geometry.to_height == 0) return;
  Surface& to = *target.surface();
  Raster raster(to, target.clip_region(), source.surface);
  RECT rect = geometry.to_rect();
  if (!rop3_uses_source(rop)) {
    // A null brush leaves everything as it is, unless the operation has no use for it.
    RealizedInk ink = realize_brush(target, *target.state.brush, rop2_of_rop3(rop));
    if (!rop3_uses_pattern(rop)) ink.ink.invisible = false, ink.ink.tile = nullptr;
    return raster.fill(rect, ink);
  }
  if (source.surface == nullptr || geometry.from_width == 0 || geometry.from_height == 0) return;
  const StableSource stable(to, source, geometry);
  if (stable.surface() == nullptr) return;
  Sampler sampler(*stable.surface(), geometry, target.state.stretch_mode);
  rect = sampler.covered(intersect(rect, raster.bounds()));
  const bool plain = rop == rop3_index(SRCCOPY) && geometry.is_same_size() &&
                     geometry.to_width > 0 && geometry.to_height > 0 &&
                     same_layout(to.format(), stable.surface()->format());
  RowMixer mixer(target, source, &sampler);
  std::vector<std::uint32_t> row;
  const bool reversed =
      stable.bottom_up() || (geometry.to_y == geometry.from_y && geometry.to_x > geometry.from_x);
  for (const RECT& part : visible_parts(raster, rect, stable.surface() == &to && reversed)) {
    if (plain) {
      copy_part(to, *stable.surface(), part, geometry.from_x - geometry.to_x,
                geometry.from_y - geometry.to_y, stable.bottom_up());
      continue;
    }
    for_each_row(part, stable.bottom_up(), [&](int y) {
      mixer.mix(rop, y, part.left, part.right, row);
      to.write(part.left, y, part.right - part.left, row.data());
    });
  }
}

void blit_masked(DeviceContext& target, const BlitSource& source, const BlitGeometry& geometry,
                 const BlitMask& mask, std::uint8_t foreground, std::uint8_t background) {
  if (target.surface() == nullptr) return;
  Surface& to = *target.surface();
  Raster raster(to, target.clip_region(), source.surface, mask.surface);
  const StableSource stable(to, source, geometry);
  std::optional<Sampler> sampler;
  RECT rect = intersect(geometry.to_rect(), raster.bounds());
  if (stable.surface() != nullptr) {
    sampler.emplace(*stable.surface(), geometry, target.state.stretch_mode);
    rect = sampler->covered(rect);
  }
  RowMixer mixer(target, source, sampler ? &*sampler : nullptr);
  std::vector<std::uint32_t> first, second;
  for (const RECT& part : visible_parts(raster, rect, stable.bottom_up())) {
    for_each_row(part, stable.bottom_up(), [&](int y) {
      mixer.mix(foreground, y, part.left, part.right, first);
      mixer.mix(background, y, part.left, part.right, second);
      for (int x = part.left; x < part.right; ++x) {
        const int mx = x - mask.origin.x, my = y - mask.origin.y;
        const bool inside =
            mx >= 0 && my >= 0 && mx < mask.surface->width() && my < mask.surface->height();
        const auto i = static_cast<std::size_t>(x - part.left);
        if (!inside || mask.surface->pixel(mx, my) == 0) first[i] = second[i];
      }
      to.write(part.left, y, part.right - part.left, first.data());
    });
  }
}

void blit_rows(DeviceContext& target, const BlitSource& source, const BlitGeometry& geometry,
               const CombineRow& combine) {
  if (target.surface() == nullptr || source.surface == nullptr) return;
  Surface& to = *target.surface();
  Raster raster(to, target.clip_region(), source.surface);
  const StableSource stable(to, source, geometry);
  Sampler sampler(*stable.surface(), geometry, target.state.stretch_mode);
  const PixelFormat& from_format = stable.surface()->format();
  const bool raw_alpha = from_format.bits == 32;
  const RECT rect = sampler.covered(intersect(geometry.to_rect(), raster.bounds()));
  std::vector<std::uint32_t> above, below;
  for (const RECT& part : visible_parts(raster, rect, stable.bottom_up())) {
    const int count = part.right - part.left;
    above.resize(static_cast<std::size_t>(count));
    below.resize(static_cast<std::size_t>(count));
    for_each_row(part, stable.bottom_up(), [&](int y) {
      sampler.row(y, part.left, part.right, above.data());
      for (auto& pixel : above) {
        pixel = from_format.unpack(pixel) | (raw_alpha ? pixel & 0xFF000000 : 0xFF000000);
      }
      to.read(part.left, y, count, below.data());
      const bool direct = to.format().is_rgb32();
      if (!direct)
        for (auto& pixel : below) pixel = to.format().unpack(pixel);
      combine(below.data(), above.data(), count);
      if (!direct)
        for (auto& pixel : below) pixel = to.format().pack(pixel);
      to.write(part.left, y, count, below.data());
    });
  }
}

BlitSource source_of(const DeviceContext& from, const DeviceContext& to) {
  // A monochrome source takes the target's colours; a monochrome target asks for the source's.
  const bool to_mono = to.surface() != nullptr && to.surface()->format().monochrome;
  const DeviceContext& colors = to_mono ? from : to;
  return {from.surface(),
          {to.rgb_of(to.state.text_color), colors.rgb_of(colors.state.background_color),
           to.state.palette.get()}};
}

RECT logical_rect(int x, int y, int width, int height) {
  const auto sum = [](int a, int b) {
    return static_cast<LONG>(
        std::clamp<std::int64_t>(std::int64_t{a} + b, INT32_MIN / 4, INT32_MAX / 4));
  };
  return {sum(x, 0), sum(y, 0), sum(x, width), sum(y, height)};
}

BlitGeometry geometry_of(const DeviceContext& to, const RECT& target, const DeviceContext* from,
                         const RECT& source) {
  const auto corner = [](const DeviceContext& dc, LONG x, LONG y) {
    return dc.to_surface(POINT{x, y});
  };
  const POINT a = corner(to, target.left, target.top), b = corner(to, target.right, target.bottom);
  POINT c{source.left, source.top}, d{source.right, source.bottom};
  if (from != nullptr) {
    c = corner(*from, source.left, source.top);
    d = corner(*from, source.right, source.bottom);
  }
  return {a.x, a.y, b.x - a.x, b.y - a.y, c.x, c.y, d.x - c.x, d.y - c.y};
}

}  // namespace transom::gdi
