#include "gdi32/device_context.h"
#include "user32/lock.h"
#include "user32/paint/paint.h"
#include "user32/paint/shape.h"
#include "user32/paint/window_paint.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

bool covers_others(const Window& window) {
  return window.is_visible_itself() && (window.ex_style & WS_EX_TRANSPARENT) == 0;
}

// Siblings above the window. Coordinates are those of the parent's client area.
void subtract_siblings_above(gdi::Region& region, const Window& window) {
  for (const Window* sibling = window.previous; sibling != nullptr; sibling = sibling->previous) {
    if (region.empty()) return;
    if (covers_others(*sibling)) subtract_window(region, *sibling);
  }
}

void subtract_children(gdi::Region& region, const Window& window) {
  for (const Window* child = window.first_child; child != nullptr; child = child->next) {
    if (region.empty()) return;
    if (covers_others(*child)) subtract_window(region, *child);
  }
}

bool is_top_level(const Window& window) {
  return window.parent == nullptr || window.parent->parent == nullptr;
}

// The region in coordinates of the parent's client area; `window` is visible itself.
gdi::Region own_region(const Window& window, bool with_frame, bool clip_children) {
  gdi::Region region(with_frame ? window.rect : window.client_rect);
  intersect_shape(region, window);
  if (!clip_children || window.first_child == nullptr) return region;
  region.offset(-window.client_rect.left, -window.client_rect.top);
  subtract_children(region, window);
  return region.offset(window.client_rect.left, window.client_rect.top);
}

// In coordinates of the top-level window's parent, which is the screen.
gdi::Region compute(Window& window, bool with_frame, bool clip_children, bool clip_siblings) {
  gdi::Region region = own_region(window, with_frame, clip_children);
  const Window* at = &window;
  while (!is_top_level(*at) && !region.empty()) {
    if (at == &window ? clip_siblings : (at->style & WS_CLIPSIBLINGS) != 0) {
      subtract_siblings_above(region, *at);
    }
    at = at->parent;
    region.offset(at->client_rect.left, at->client_rect.top);
    region &= at->client_rect;
    intersect_shape(region, *at);
  }
  return region;
}

}  // namespace

gdi::Region visible_region(Window& window, bool with_frame, bool clip_children,
                           bool clip_siblings) {
  if (!is_visible(window)) return {};
  if (window.parent == nullptr) return gdi::Region(window.rect);
  Window& root = top_level_of(window);
  // What the program draws in a window of UpdateLayeredWindow's is not seen.
  if (paint_of(root).layered_content) return {};
  const auto kind =
      static_cast<std::uint8_t>(1 | with_frame << 1 | clip_children << 2 | clip_siblings << 3);
  const std::uint32_t epoch = paint_of(root).tree_epoch;
  WindowPaint::CachedRegion(&cached)[2] = paint_of(window).visible;
  for (const auto& entry : cached) {
    if (entry.epoch != epoch || entry.kind != kind) continue;
    gdi::Region region = entry.region;
    return region.offset(root.rect.left, root.rect.top);
  }
  gdi::Region region = compute(window, with_frame, clip_children, clip_siblings);
  std::swap(cached[0], cached[1]);
  cached[0] = {epoch, kind, region};
  cached[0].region.offset(-root.rect.left, -root.rect.top);
  return region;
}

void visibility_changed(Window& window) {
  if (window.parent != nullptr) {
    const Window& root = top_level_of(window);
    if (root.paint) ++root.paint->tree_epoch;
  }
  gdi::display_epoch.fetch_add(1, std::memory_order_acq_rel);
}

WindowPaint& paint_of(Window& window) {
  if (!window.paint) window.paint = std::make_unique<WindowPaint>();
  return *window.paint;
}

}  // namespace transom::user
