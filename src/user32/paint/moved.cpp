// What a change of position, size, order or visibility does to pixels and update regions.
#include "user32/lock.h"
#include "user32/paint/copy_bits.h"
#include "user32/paint/dc_cache.h"
#include "user32/paint/lock_update.h"
#include "user32/paint/paint.h"
#include "user32/paint/send_paint.h"
#include "user32/paint/update_region.h"
#include "user32/paint/window_paint.h"
#include "user32/window/host_window.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

struct Move {
  Window& window;
  const RECT& old_rect;
  const RECT& old_client;
  const gdi::Region& old_visible;  // screen
  UINT flags;
  const RECT* valid_rects;
};

RECT moved(const RECT& rect, int x, int y) {
  return {rect.left + x, rect.top + y, rect.right + x, rect.bottom + y};
}

SIZE size_of(const RECT& rect) {
  return {rect.right - rect.left, rect.bottom - rect.top};
}

bool same_size(const RECT& a, const RECT& b) {
  const SIZE one = size_of(a), other = size_of(b);
  return one.cx == other.cx && one.cy == other.cy;
}

// The frame and the client area have kept their sizes and their places to each other.
bool same_layout(const Move& move) {
  const RECT &rect = move.window.rect, &client = move.window.client_rect;
  return same_size(rect, move.old_rect) && same_size(client, move.old_client) &&
         client.left - rect.left == move.old_client.left - move.old_rect.left &&
         client.top - rect.top == move.old_client.top - move.old_rect.top;
}

// Which rectangle goes where; in coordinates of the parent's client area, as window.rect is.
struct Transfer {
  RECT source{};
  RECT destination{};
};

Transfer plan_transfer(const Move& move) {
  const Window& window = move.window;
  if (move.flags & SWP_NOCOPYBITS) return {};
  if (move.valid_rects != nullptr) return {move.valid_rects[1], move.valid_rects[0]};
  if (same_layout(move)) return {move.old_rect, window.rect};
  const SIZE before = size_of(move.old_client), after = size_of(window.client_rect);
  const int width = std::min(before.cx, after.cx), height = std::min(before.cy, after.cy);
  const auto part = [&](const RECT& client) {
    return RECT{client.left, client.top, client.left + width, client.top + height};
  };
  return {part(move.old_client), part(window.client_rect)};
}

bool is_top_level(const Window& window) {
  return is_desktop(*window.parent);
}

// The parent's client area on the screen.
POINT parent_origin(const Window& window) {
  return is_top_level(window) ? POINT{0, 0} : client_origin(*window.parent);
}

// Moves the bits that stay good; answers where they are now, screen coordinates. `visible`: what is
// visible now, screen coordinates.
gdi::Region transfer_bits(const Move& move, const gdi::Region& visible,
                          const std::shared_ptr<gdi::Surface>& old_surface) {
  Window& window = move.window;
  const Window& root = top_level_of(window);
  const Transfer plan = plan_transfer(move);
  const POINT origin = parent_origin(window);
  const int dx = plan.destination.left - plan.source.left;
  const int dy = plan.destination.top - plan.source.top;
  gdi::Region kept = move.old_visible;
  kept &= moved(plan.source, origin.x, origin.y);
  kept.offset(dx, dy);
  kept &= moved(plan.destination, origin.x, origin.y);
  kept &= visible;
  const std::shared_ptr<gdi::Surface> surface = root.paint ? root.paint->surface : nullptr;
  if (kept.empty() || !surface || !old_surface) return {};

  // On the screen the bits go by (dx, dy); within the surface by less where the surface moved
  // along.
  const bool own = &root == &window;
  const int surface_dx = dx - (own ? window.rect.left - move.old_rect.left : 0);
  const int surface_dy = dy - (own ? window.rect.top - move.old_rect.top : 0);
  gdi::Region target = kept;
  target.offset(-root.rect.left, -root.rect.top);
  if (surface != old_surface || surface_dx != 0 || surface_dy != 0) {
    copy_bits(*surface, *old_surface, target, surface_dx, surface_dy);
  }
  return kept;
}

void clear_update_tree(Window& window) {
  clear_update(window);
  for (Window* child = window.first_child; child != nullptr; child = child->next) {
    clear_update_tree(*child);
  }
}

void invalidate_screen_region(Window& window, gdi::Region region, UINT flags) {
  if (region.empty()) return;
  const POINT origin = client_origin(window);
  region.offset(-origin.x, -origin.y);
  redraw_window(window, &region, RDW_INVALIDATE | RDW_ERASE | RDW_ALLCHILDREN | flags);
}

void invalidate_what_shows(const Move& move, const gdi::Region& visible, const gdi::Region& kept) {
  Window& window = move.window;
  // A window that does not clip its siblings draws below those above it, too.
  const bool clips = (window.style & WS_CLIPSIBLINGS) != 0;
  const gdi::Region drawn = clips ? visible : visible_region(window, true, false, false);
  invalidate_screen_region(window, drawn - kept, RDW_FRAME);
  if ((move.flags & SWP_FRAMECHANGED) != 0 && !visible.empty()) invalidate_frame(window);
  if (is_top_level(window)) return;
  // What the window no longer covers belongs to its parent and its siblings.
  const gdi::Region uncovered = move.old_visible - visible;
  if (uncovered.empty()) return;
  invalidate_screen_region(*window.parent, uncovered, 0);
  paint_of(window).uncovered = true;
}

void follow(const Move& move, const std::shared_ptr<gdi::Surface>& old_surface) {
  Window& window = move.window;
  if (!is_visible(window)) clear_update_tree(window);
  if (window.paint) {
    window.paint->update &= frame_in_client(window);
    recount_update(window);
  }
  if (move.flags & SWP_NOREDRAW) {
    // A top-level window's new surface still starts with what the old one showed.
    if (is_top_level(window))
      transfer_bits(move, visible_region(window, true, false, true), old_surface);
    return;
  }
  const gdi::Region visible = visible_region(window, true, false, true);
  const gdi::Region kept = transfer_bits(move, visible, old_surface);
  invalidate_what_shows(move, visible, kept);
}

}  // namespace

void window_moved(Window& window, const RECT& old_rect, const RECT& old_client,
                  const gdi::Region& old_visible, UINT swp_flags, const RECT* valid_rects) {
  if (window.parent == nullptr || window.parent == &message_only_root()) return;
  std::shared_ptr<gdi::Surface> old_surface;
  {
    UserLock lock;
    visibility_changed(window);
    const Window& root = top_level_of(window);
    if (root.paint) old_surface = root.paint->surface;
  }
  update_host_window(window, swp_flags);
  UserLock lock;
  if (window.destroyed) return;
  follow({window, old_rect, old_client, old_visible, swp_flags, valid_rects}, old_surface);
}

namespace {

// A parent that does not clip its children and is about to paint will draw over the window: what it
// draws before that is lost.
bool waits_for_parent(const Window& window) {
  UserLock lock;
  const Window* parent = window.parent;
  for (; parent != nullptr && !(parent->style & WS_CLIPCHILDREN); parent = parent->parent) {
    if (parent->paint && !parent->paint->update.empty()) return true;
  }
  return false;
}

}  // namespace

void send_pending_frame_and_erase(Window& window) {
  WindowRef parent;
  {
    UserLock lock;
    if (window.paint && window.paint->uncovered) {
      window.paint->uncovered = false;
      parent = WindowRef(window.parent);
    }
  }
  WindowRef ref(&window);
  if (parent) erase_now(*parent, Children::kAll);
  if (ref.alive() && !waits_for_parent(window)) erase_now(window, Children::kAll);
}

void release_window_paint(Window& window) {
  destroy_window_dcs(window);
  if (!window.paint) return;
  forget_update_lock(window);
  destroy_host_window(window);
  UserLock lock;
  clear_update(window);
  window.paint.reset();
}

}  // namespace transom::user
