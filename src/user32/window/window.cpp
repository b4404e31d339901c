#include "user32/window/window.h"

#include "base/atom.h"
#include "user32/control/control.h"
#include "user32/control/scroll_bars.h"
#include "user32/dialog/dialog_state.h"
#include "user32/lock.h"
#include "user32/message/thread_state.h"
#include "user32/paint/window_paint.h"
#include "user32/window/class.h"
#include "user32/window/desktop.h"
#include "user32/window/window_extras.h"

namespace transom::user {

Window::Window() = default;
// Control and dialog are still there only if a subclass kept WM_NCDESTROY from their procedure.
Window::~Window() {
  delete control;
  release_dialog_state(*this);
}

WindowExtras::~WindowExtras() {
  for (const Property& property : properties) {
    if (property.owns_atom) base::global_atoms().release(property.atom);
  }
}

WindowExtras& extras_of(Window& window) {
  if (!window.extras) window.extras = std::make_unique<WindowExtras>();
  return *window.extras;
}

WindowRef::WindowRef(Window* window) : window_(window) {
  if (window_ != nullptr) window_->references.fetch_add(1, std::memory_order_relaxed);
}

void release_window(Window* window) {
  if (window->references.fetch_sub(1, std::memory_order_acq_rel) == 1) delete window;
}

WindowRef::~WindowRef() {
  if (window_ != nullptr) release_window(window_);
}

WindowRef find_window(HWND handle) {
  UserLock lock;
  return WindowRef(detail::window_table.find(handle));
}

Window* find_window_locked(HWND handle) {
  return detail::window_table.find(handle);
}

bool is_window(HWND handle) {
  return detail::window_table.find(handle) != nullptr;
}

bool insert_window(Window& window) {
  const std::uint32_t handle = detail::window_table.insert(&window);
  if (handle == 0) return false;
  window.handle = reinterpret_cast<HWND>(static_cast<std::uintptr_t>(handle));
  detail::window_owner(window.handle).store(window.thread, std::memory_order_release);
  return true;
}

void remove_window(Window& window) {
  detail::window_owner(window.handle).store(nullptr, std::memory_order_relaxed);
  detail::window_table.remove(
      static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(window.handle)));
  window.destroyed = true;
  release_window(&window);
}

}  // namespace transom::user
