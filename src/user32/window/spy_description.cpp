#include "user32/window/spy_description.h"

#include <algorithm>

#include "spy/describe.h"
#include "user32/lock.h"
#include "user32/window/class.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

unsigned copy_text(const std::u16string& text, char16_t* buffer, unsigned capacity) {
  const auto length = static_cast<unsigned>(std::min<std::size_t>(text.size(), capacity - 1));
  std::copy_n(text.data(), length, buffer);
  buffer[length] = 0;
  return length;
}

unsigned class_name(HWND handle, char16_t* buffer, unsigned capacity) {
  const UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window == nullptr || window->window_class == nullptr) return 0;
  return copy_text(window->window_class->name, buffer, capacity);
}

unsigned text(HWND handle, char16_t* buffer, unsigned capacity) {
  const UserLock lock;
  const Window* window = find_window_locked(handle);
  return window == nullptr ? 0 : copy_text(window->text, buffer, capacity);
}

DWORD style(HWND handle) {
  const UserLock lock;
  const Window* window = find_window_locked(handle);
  return window == nullptr ? 0 : window->style.get();
}

}  // namespace

void describe_windows_to_spy() {
  spy::set_window_describer({class_name, text, style});
}

}  // namespace transom::user
