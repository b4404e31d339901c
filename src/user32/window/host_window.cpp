#include "user32/window/host_window.h"

#include "gdi32/surface_lock.h"
#include "user32/input/host_keyboard.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/nonclient/frame.h"
#include "user32/paint/paint.h"
#include "user32/paint/present.h"
#include "user32/paint/window_paint.h"
#include "user32/system/host_system.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

bool is_top_level(const Window& window) {
  return window.parent != nullptr && is_desktop(*window.parent);
}

// Null before the window was first shown.
std::shared_ptr<host::HostWindow> host_window_of(Window& window) {
  return window.paint ? window.paint->host_window : nullptr;
}

// The next window below that is at the host, too; null: this one is the lowest.
HWND window_below(const Window& window) {
  UserLock lock;
  for (const Window* at = window.next; at != nullptr; at = at->next) {
    if (at->paint && at->paint->host_visible) return at->handle;
  }
  return nullptr;
}

void set_order(Window& window, host::HostWindow& host_window) {
  host_window.raise_above(window_below(window));
}

void set_shape(Window& window, host::HostWindow& host_window) {
  const std::optional<gdi::Region> shape = window.paint->seen_shape();
  host_window.set_shape(shape ? &*shape : nullptr);
}

// Puts the content of a layered window on its surface, as far as it goes.
void copy_layered_content(const WindowPaint& paint) {
  const gdi::Surface& from = *paint.layered_content;
  gdi::Surface& to = *paint.surface;
  const int width = std::min(from.width(), to.width());
  const int height = std::min(from.height(), to.height());
  std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width));
  gdi::SurfaceLock lock(to, &from);
  for (int y = 0; y < height; ++y) {
    std::copy_n(from.row(y), width, pixels.begin());
    for (std::uint32_t& pixel : pixels) pixel = to.format().pack(pixel);
    to.write(0, y, width, pixels.data());
  }
  lock.unlock();
  to.add_damage({0, 0, width, height});
}

std::shared_ptr<host::HostWindow> create(Window& window) {
  const HWND owner = window.owner != nullptr ? window.owner->handle : nullptr;
  std::shared_ptr<host::HostWindow> made = host::display().create_window(
      window.handle, window.rect, window.style, window.ex_style, owner);
  if (!made) return nullptr;
  host::start_system_sources(system_events());
  // Known from now on, so that a change is seen as one.
  host_keyboard();
  made->set_title(window.text);
  made->set_icon(task_icon_of(window));
  {
    UserLock lock;
    paint_of(window).host_window = made;
  }
  if (window.paint->opacity != 255) made->set_opacity(window.paint->opacity);
  if (window.paint->seen_shape()) set_shape(window, *made);
  return made;
}

bool is_foreground(const Window& window) {
  UserLock lock;
  const InputState* state = foreground_input();
  return state != nullptr && state->active == window.handle;
}

void adopt_surface(Window& window, host::HostWindow& host_window) {
  std::shared_ptr<gdi::Surface> surface = host_window.surface();
  if (surface == window.paint->surface) return;
  if (surface) track_surface(window, *surface);
  UserLock lock;
  window.paint->surface = std::move(surface);
  if (window.paint->surface && window.paint->layered_content) copy_layered_content(*window.paint);
  visibility_changed(window);
}

}  // namespace

void update_host_window(Window& window, UINT swp_flags) {
  UserLock::assert_not_held();
  if (!is_top_level(window)) return;
  const bool visible = window.is_visible_itself();
  std::shared_ptr<host::HostWindow> host_window = host_window_of(window);
  const bool created = !host_window && visible;
  if (created) host_window = create(window);
  if (!host_window) return;
  host_window->set_styles(window.style, window.ex_style);
  host_window->set_rect(window.rect);
  WindowPaint& paint = *window.paint;
  const bool changes = paint.host_visible != visible;
  if (visible) adopt_surface(window, *host_window);
  if (changes && !visible) host_window->set_visible(false, false);
  {
    UserLock lock;
    paint.host_visible = visible;
  }
  if (visible && (changes || !(swp_flags & SWP_NOZORDER))) set_order(window, *host_window);
  if (!changes || !visible) return;
  host_window->set_visible(true, !(swp_flags & SWP_NOACTIVATE));
  // It may have become the active one before it was shown, as message boxes do.
  if (is_foreground(window)) host_window->take_focus();
}

void update_host_title(Window& window) {
  if (const auto host_window = host_window_of(window)) host_window->set_title(window.text);
}

void update_host_icon(Window& window) {
  if (const auto host_window = host_window_of(window)) host_window->set_icon(task_icon_of(window));
}

void update_host_shape(Window& window) {
  if (const auto host_window = host_window_of(window)) set_shape(window, *host_window);
}

void update_host_opacity(Window& window, BYTE alpha) {
  {
    UserLock lock;
    paint_of(window).opacity = alpha;
  }
  if (const auto host_window = host_window_of(window)) host_window->set_opacity(alpha);
}

void set_layered_content(Window& window, std::shared_ptr<gdi::Surface> content, gdi::Region shape) {
  {
    UserLock lock;
    WindowPaint& paint = paint_of(window);
    paint.layered_content = std::move(content);
    paint.layered_shape = std::move(shape);
    if (paint.layered_content && paint.surface) copy_layered_content(paint);
    visibility_changed(window);
  }
  update_host_shape(window);
}

void update_host_focus(Window& window) {
  if (const auto host_window = host_window_of(window)) host_window->take_focus();
}

void update_host_attention(Window& window, bool wanted) {
  if (const auto host_window = host_window_of(window)) host_window->demand_attention(wanted);
}

void destroy_host_window(Window& window) {
  if (!window.paint) return;
  std::shared_ptr<host::HostWindow> host_window;
  std::shared_ptr<gdi::Surface> surface;
  // Declared before the lock: the host is called after it is released.
  UserLock lock;
  host_window.swap(window.paint->host_window);
  surface.swap(window.paint->surface);
  window.paint->host_visible = false;
}

}  // namespace transom::user
