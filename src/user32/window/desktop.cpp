#include "user32/window/desktop.h"

#include <memory>

#include "gdi32/device_caps.h"
#include "user32/lock.h"
#include "user32/window/class.h"
#include "user32/window/spy_description.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// A list that was handed out stays valid for ever: monitors change seldom.
std::atomic<const std::vector<host::Monitor>*> current_monitors{nullptr};

const std::vector<host::Monitor>* read_monitors() {
  auto* list = new std::vector<host::Monitor>(host::display().monitors());
  if (list->empty()) {
    list->push_back({{0, 0, 1024, 768}, {0, 0, 1024, 768}, true, u"\\\\.\\DISPLAY1"});
  }
  std::stable_partition(list->begin(), list->end(),
                        [](const host::Monitor& monitor) { return monitor.primary; });
  return list;
}

std::int64_t common_area(const RECT& a, const RECT& b) {
  const std::int64_t width = std::min(a.right, b.right) - std::max(a.left, b.left);
  const std::int64_t height = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

std::int64_t distance(const RECT& a, const RECT& b) {
  const std::int64_t x = std::max<std::int64_t>({0, b.left - a.right, a.left - b.right});
  const std::int64_t y = std::max<std::int64_t>({0, b.top - a.bottom, a.top - b.bottom});
  return x * x + y * y;
}

RECT bounds_of(const std::vector<host::Monitor>& list) {
  RECT all = list.front().bounds;
  for (const host::Monitor& monitor : list) {
    all.left = std::min(all.left, monitor.bounds.left);
    all.top = std::min(all.top, monitor.bounds.top);
    all.right = std::max(all.right, monitor.bounds.right);
    all.bottom = std::max(all.bottom, monitor.bounds.bottom);
  }
  return all;
}

// The roots are made where they are first needed, often under the lock, so making them asks nobody:
// the desktop has no size until somebody has read the monitors.
std::atomic<Window*> desktop_root{nullptr};
std::atomic<Window*> message_root{nullptr};

// Windows of the system's that no thread runs: their procedure is never called.
Window& make_root(const char16_t* class_name, const RECT& rect, DWORD style) {
  auto window = std::make_unique<Window>();
  window->window_class = find_class(reinterpret_cast<LPCWSTR>(class_name), nullptr);
  window->procedure = DefWindowProcW;
  window->style = style;
  window->rect = window->client_rect = rect;
  window->creating = false;
  insert_window(*window);
  return *window.release();
}

// GetDeviceCaps is about the primary monitor.
gdi::DisplayCaps tell_display_caps() {
  const RECT& screen = primary_monitor().bounds;
  gdi::DisplayCaps caps;
  caps.width = screen.right - screen.left;
  caps.height = screen.bottom - screen.top;
  caps.bits_per_pixel = host::display().bits_per_pixel();
  gdi::set_display_caps(caps);
  return caps;
}

[[gnu::constructor]] void fill_seam() {
  gdi::set_display_caps_source(tell_display_caps);
}

// The list before stays, for whoever has it.
void replace_monitors(const std::vector<host::Monitor>* list) {
  static auto* before = new std::vector<const std::vector<host::Monitor>*>;
  static auto* mutex = new std::mutex;
  std::lock_guard lock(*mutex);
  before->push_back(current_monitors.exchange(list, std::memory_order_acq_rel));
}

void size_desktop() {
  const RECT screen = bounds_of(*current_monitors.load(std::memory_order_acquire));
  UserLock lock;
  Window& desktop = desktop_window();
  desktop.rect = desktop.client_rect = screen;
}

void monitors_are_known() {
  size_desktop();
  tell_display_caps();
}

}  // namespace

const std::vector<host::Monitor>& monitors() {
  const auto* list = current_monitors.load(std::memory_order_acquire);
  if (list != nullptr) return *list;
  const auto* fresh = read_monitors();
  if (!current_monitors.compare_exchange_strong(list, fresh)) {
    delete fresh;
    return *list;
  }
  monitors_are_known();
  return *fresh;
}

const host::Monitor& primary_monitor() {
  return monitors().front();
}

const host::Monitor* monitor_at(const RECT& rect) {
  const host::Monitor* best = nullptr;
  std::int64_t best_area = 0;
  for (const host::Monitor& monitor : monitors()) {
    const std::int64_t area = common_area(monitor.bounds, rect);
    if (area > best_area) {
      best = &monitor;
      best_area = area;
    }
  }
  return best;
}

const host::Monitor& nearest_monitor(const RECT& rect) {
  if (const host::Monitor* monitor = monitor_at(rect)) return *monitor;
  return *std::ranges::min_element(
      monitors(), {}, [&](const host::Monitor& monitor) { return distance(monitor.bounds, rect); });
}

RECT virtual_screen() {
  return bounds_of(monitors());
}

// A monitor's handle is its place in the list, away from 0.
HMONITOR monitor_handle(const host::Monitor& monitor) {
  const auto index = static_cast<std::uintptr_t>(&monitor - monitors().data());
  return reinterpret_cast<HMONITOR>(0x10001 + index * 2);
}

const host::Monitor* find_monitor(HMONITOR handle) {
  const auto value = reinterpret_cast<std::uintptr_t>(handle);
  if (value < 0x10001 || value % 2 == 0) return nullptr;
  const std::uintptr_t index = (value - 0x10001) / 2;
  return index < monitors().size() ? &monitors()[index] : nullptr;
}

Window& desktop_window() {
  if (Window* window = desktop_root.load(std::memory_order_acquire)) return *window;
  UserLock lock;
  if (Window* window = desktop_root.load(std::memory_order_relaxed)) return *window;
  describe_windows_to_spy();
  const auto* known = current_monitors.load(std::memory_order_acquire);
  Window& window = make_root(u"#32769", known != nullptr ? bounds_of(*known) : RECT{},
                             WS_POPUP | WS_VISIBLE | WS_CLIPCHILDREN | WS_CLIPSIBLINGS);
  desktop_root.store(&window, std::memory_order_release);
  return window;
}

Window& message_only_root() {
  if (Window* window = message_root.load(std::memory_order_acquire)) return *window;
  UserLock lock;
  if (Window* window = message_root.load(std::memory_order_relaxed)) return *window;
  Window& window =
      make_root(u"Message", {0, 0, 100, 100}, WS_POPUP | WS_CLIPCHILDREN | WS_CLIPSIBLINGS);
  message_root.store(&window, std::memory_order_release);
  return window;
}

void set_work_area(const RECT& area) {
  const auto index = static_cast<std::size_t>(&nearest_monitor(area) - monitors().data());
  auto* list = new std::vector<host::Monitor>(monitors());
  if (index < list->size()) (*list)[index].work_area = area;
  replace_monitors(list);
}

void refresh_monitors() {
  replace_monitors(read_monitors());
  monitors_are_known();
}

}  // namespace transom::user
