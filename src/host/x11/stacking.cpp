#include "host/x11/stacking.h"

#include <algorithm>

#include "host/x11/properties.h"
#include "host/x11/x11_host.h"

namespace transom::host::x11 {
namespace {

// What user32 has asked for, or does because of the same click, has come to rest by then.
constexpr std::chrono::milliseconds kSettling{150};

}  // namespace

// The windows that the manager orders.
std::vector<X11Window*> Stacking::shown() const {
  std::vector<X11Window*> windows;
  for (X11Window* window : order_) {
    const bool known = std::ranges::find(on_screen_, window->id()) != on_screen_.end();
    if (window->managed() && window->visible() && known) windows.push_back(window);
  }
  return windows;
}

bool Stacking::agrees() const {
  const std::vector<X11Window*> ours = shown();
  std::vector<xcb_window_t> theirs;
  for (const xcb_window_t id : on_screen_) {
    const bool is_shown =
        std::ranges::any_of(ours, [&](const X11Window* window) { return window->id() == id; });
    if (is_shown) theirs.push_back(id);
  }
  return std::ranges::equal(ours, theirs, {}, &X11Window::id);
}

// The topmost of ours comes to the top of all, another one directly below the one of ours that is
// above it.
void Stacking::place(X11Window& window, X11Window* below) {
  order_.remove(&window);
  order_.insert(std::ranges::find(order_, below), &window);
  const bool told = std::ranges::find(on_screen_, window.id()) != on_screen_.end();
  if (told && agrees()) return;
  xcb_window_t above = XCB_WINDOW_NONE;
  for (const X11Window* each : order_) {
    if (each == &window) break;
    if (each->visible()) above = each->id();
  }
  host_.manager().restack(window.id(), above,
                          above == XCB_WINDOW_NONE ? XCB_STACK_MODE_ABOVE : XCB_STACK_MODE_BELOW);
}

void Stacking::manager_changed() {
  const Connection& connection = host_.connection();
  const xcb_atom_t property = connection.atoms()._NET_CLIENT_LIST_STACKING;
  const auto list = get_values(connection, connection.root(), property, XCB_ATOM_WINDOW);
  std::lock_guard lock(host_.mutex());
  on_screen_.clear();
  for (auto id = list.rbegin(); id != list.rend(); ++id) {
    if (host_.find(*id) != nullptr) on_screen_.push_back(*id);
  }
  if (agrees()) {
    host_.tasks().cancel(this);
  } else {
    host_.tasks().schedule(this, kSettling, [this] { settle(); });
  }
}

void Stacking::settle() {
  std::vector<HWND> windows;
  {
    std::lock_guard lock(host_.mutex());
    if (agrees()) return;
    for (const xcb_window_t id : on_screen_) {
      const X11Window* window = host_.find(id);
      if (window != nullptr && window->visible()) windows.push_back(window->handle());
    }
  }
  host_events().restacked(windows);
}

}  // namespace transom::host::x11
