#include "user32/paint/present.h"

#include <atomic>
#include <mutex>
#include <vector>

#include "user32/lock.h"
#include "user32/nonclient/frame.h"
#include "user32/paint/window_paint.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// Top-level windows whose surfaces changed since they were last presented.
struct Damaged {
  std::atomic<std::size_t> count{0};
  std::mutex mutex;
  std::vector<HWND> windows;  // guarded by mutex
};

Damaged& damaged() {
  static auto* instance = new Damaged;
  return *instance;
}

void note_damaged(HWND window) {
  Damaged& all = damaged();
  std::lock_guard lock(all.mutex);
  all.windows.push_back(window);
  all.count = all.windows.size();
}

// Takes out the windows that `wanted` likes.
template <class Wanted>
std::vector<HWND> take_damaged(Wanted&& wanted) {
  Damaged& all = damaged();
  std::lock_guard lock(all.mutex);
  std::vector<HWND> taken;
  std::erase_if(all.windows, [&](HWND window) {
    if (!wanted(window)) return false;
    taken.push_back(window);
    return true;
  });
  all.count = all.windows.size();
  return taken;
}

void present(HWND handle) {
  WindowRef window = find_window(handle);
  if (!window) return;
  std::shared_ptr<gdi::Surface> surface;
  std::shared_ptr<host::HostWindow> host_window;
  {
    // On another thread than the window's, which may be destroying it.
    UserLock lock;
    if (!window->paint) return;
    surface = window->paint->surface;
    host_window = window->paint->host_window;
  }
  if (!surface || !host_window) return;
  const gdi::Region damage = surface->take_damage();
  if (!damage.empty()) host_window->present(damage);
}

}  // namespace

void present_damage(ThreadState& thread) {
  if (damaged().count.load(std::memory_order_relaxed) == 0) return;
  draw_deferred_captions();
  for (HWND window : take_damaged([&](HWND handle) {
         ThreadState* owner = find_window_thread(handle);
         return owner == nullptr || owner == &thread;
       })) {
    present(window);
  }
}

void track_surface(Window& window, gdi::Surface& surface) {
  surface.track_damage([handle = window.handle] { note_damaged(handle); });
}

void present_if_foreign(HWND handle) {
  if (damaged().count.load(std::memory_order_relaxed) == 0) return;
  ThreadState* owner = find_window_thread(handle);
  if (owner == nullptr || owner == current_thread_if_any()) return;
  HWND root = nullptr;
  {
    UserLock lock;
    Window* window = find_window_locked(handle);
    if (window == nullptr || window->parent == nullptr) return;
    root = top_level_of(*window).handle;
  }
  for (HWND window : take_damaged([&](HWND damaged) { return damaged == root; })) present(window);
}

}  // namespace transom::user
