#include "host/x11/window_manager.h"

#include <algorithm>
#include <array>

#include "host/x11/properties.h"

namespace transom::host::x11 {
namespace {

constexpr std::uint32_t kFromApplication = 1;  // EWMH's source indication

}  // namespace

// The check window of a manager that died is dead, or does not name itself.
void WindowManager::look() {
  const Atoms& atoms = connection_.atoms();
  const auto check = [&](xcb_window_t window) {
    const auto value =
        get_values(connection_, window, atoms._NET_SUPPORTING_WM_CHECK, XCB_ATOM_WINDOW);
    return value.empty() ? xcb_window_t{XCB_WINDOW_NONE} : value.front();
  };
  const xcb_window_t manager = check(connection_.root());
  const bool present = manager != XCB_WINDOW_NONE && check(manager) == manager;
  auto supported =
      present ? get_values(connection_, connection_.root(), atoms._NET_SUPPORTED, XCB_ATOM_ATOM)
              : std::vector<std::uint32_t>{};
  std::lock_guard lock(mutex_);
  supported_ = std::move(supported);
  present_ = present;
}

std::string WindowManager::name() const {
  const Atoms& atoms = connection_.atoms();
  const auto manager =
      get_values(connection_, connection_.root(), atoms._NET_SUPPORTING_WM_CHECK, XCB_ATOM_WINDOW);
  return manager.empty() ? "" : get_text(connection_, manager.front(), atoms._NET_WM_NAME);
}

bool WindowManager::supports(xcb_atom_t what) const {
  std::lock_guard lock(mutex_);
  return std::find(supported_.begin(), supported_.end(), what) != supported_.end();
}

RECT WindowManager::work_area() const {
  const Atoms& atoms = connection_.atoms();
  const auto areas =
      get_values(connection_, connection_.root(), atoms._NET_WORKAREA, XCB_ATOM_CARDINAL);
  const auto desktop =
      get_values(connection_, connection_.root(), atoms._NET_CURRENT_DESKTOP, XCB_ATOM_CARDINAL);
  const std::size_t at = desktop.empty() ? 0 : std::size_t{desktop.front()} * 4;
  if (!present() || at + 4 > areas.size()) return {-32768, -32768, 32767, 32767};
  const auto x = static_cast<LONG>(areas[at]), y = static_cast<LONG>(areas[at + 1]);
  return {x, y, x + static_cast<LONG>(areas[at + 2]), y + static_cast<LONG>(areas[at + 3])};
}

void WindowManager::activate(xcb_window_t window, xcb_window_t current) const {
  const std::array<std::uint32_t, 3> data{kFromApplication, connection_.last_time(), current};
  send_to_manager(connection_, window, connection_.atoms()._NET_ACTIVE_WINDOW, data);
}

// https://tronche.com/gui/x/icccm/sec-4.html#s-4.1.4
void WindowManager::iconify(xcb_window_t window) const {
  constexpr std::array<std::uint32_t, 1> kIconicState{3};
  send_to_manager(connection_, window, connection_.atoms().WM_CHANGE_STATE, kIconicState);
}

// A managed window's siblings are the manager's frames: only the manager can put it among them.
void WindowManager::restack(xcb_window_t window, xcb_window_t sibling,
                            xcb_stack_mode_t mode) const {
  const xcb_atom_t message = connection_.atoms()._NET_RESTACK_WINDOW;
  if (present() && sibling != XCB_WINDOW_NONE && supports(message)) {
    constexpr std::uint32_t kFromPager = 2;  // managers ignore applications here
    const std::array<std::uint32_t, 3> data{kFromPager, sibling, mode};
    send_to_manager(connection_, window, message, data);
    return;
  }
  const bool with_sibling = sibling != XCB_WINDOW_NONE && !present();
  const std::array<std::uint32_t, 2> values{with_sibling ? sibling : std::uint32_t{mode}, mode};
  const auto mask = static_cast<std::uint16_t>((with_sibling ? XCB_CONFIG_WINDOW_SIBLING : 0) |
                                               XCB_CONFIG_WINDOW_STACK_MODE);
  xcb_configure_window(connection_.xcb(), window, mask, values.data());
}

void WindowManager::change_state(xcb_window_t window, bool add, xcb_atom_t first,
                                 xcb_atom_t second) const {
  const std::array<std::uint32_t, 4> data{add ? 1u : 0u, first, second, kFromApplication};
  send_to_manager(connection_, window, connection_.atoms()._NET_WM_STATE, data);
}

}  // namespace transom::host::x11
