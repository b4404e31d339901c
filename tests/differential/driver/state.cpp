#include "state.h"

#include "../../scenarios/kit/decode.h"
#include "../../scenarios/kit/scenario.h"

namespace differential {
namespace {

using scenario::window_text;

bool can_be_seen(HWND window) {
  RECT rect{};
  GetWindowRect(window, &rect);
  return IsWindowVisible(window) && !IsIconic(window) && !IsRectEmpty(&rect);
}

// Where a window lies that cannot be seen is nobody's business.
std::string z_order_below(HWND parent) {
  std::string text;
  for (HWND window = GetWindow(parent, GW_CHILD); window; window = GetWindow(window, GW_HWNDNEXT)) {
    const std::string name = scenario::name_of_handle(window);
    if (!name.empty() && can_be_seen(window)) text += " " + name;
  }
  return text;
}

std::string window_state(HWND window) {
  if (!IsWindow(window)) return "is gone";
  RECT outer{};
  RECT client{};
  GetWindowRect(window, &outer);
  GetClientRect(window, &client);
  const auto style = static_cast<DWORD>(GetWindowLongPtrW(window, GWL_STYLE));
  const auto extended = static_cast<DWORD>(GetWindowLongPtrW(window, GWL_EXSTYLE));
  return "at " + scenario::rect_text(outer) + " client " + scenario::rect_text(client) + " " +
         scenario::flags_text("WS", style) + " ex " + scenario::flags_text("WS_EX", extended) +
         " parent " + window_text(GetAncestor(window, GA_PARENT)) + " owner " +
         window_text(GetWindow(window, GW_OWNER));
}

}  // namespace

std::string input_state() {
  const HWND active = GetActiveWindow();
  const char* minimized = IsIconic(active) ? " minimized" : "";
  const char* disabled = active != nullptr && !IsWindowEnabled(active) ? " disabled" : "";
  return "active " + window_text(active) + minimized + disabled + " focus " +
         window_text(GetFocus()) + " capture " + window_text(GetCapture());
}

std::string WindowStates::changed(const std::string& subject, const std::string& text) {
  std::string& last = last_[subject];
  if (last == text) return {};
  last = text;
  return "= " + subject + " " + text + "\n";
}

std::string WindowStates::changes(const std::vector<HWND>& windows) {
  // Another program's, the desktop or none: that is not the sequence's business.
  std::string text = changed("foreground", scenario::name_of_handle(GetForegroundWindow()));
  for (const HWND window : windows) text += changed(window_text(window), window_state(window));
  text += changed("desktop's", z_order_below(GetDesktopWindow()));
  for (const HWND window : windows) {
    text += changed(window_text(window) + "'s", z_order_below(window));
  }
  return text;
}

}  // namespace differential
