// What DefWindowProc does with keyboard and mouse messages and with system commands.
#include "user32/default/input_handlers.h"

#include <vector>

#include "user32/lock.h"

namespace transom::user {

HWND parent_of_child(const Window& window) {
  if (!window.is_child()) return nullptr;
  UserLock lock;
  const Window* parent = window.parent;
  return parent != nullptr && parent->thread != nullptr ? parent->handle : nullptr;
}

std::span<const DefaultEntry> input_defaults() {
  static const auto all = [] {
    std::vector<DefaultEntry> entries;
    for (const auto group :
         {mouse_defaults, nonclient_mouse_defaults, key_defaults, system_command_defaults}) {
      entries.insert(entries.end(), group().begin(), group().end());
    }
    return entries;
  }();
  return all;
}

}  // namespace transom::user
