#include "user32/input/active_layout.h"

#include <algorithm>

#include "imm32/seam.h"
#include "user32/hook/shell_hook.h"
#include "user32/input/dead_key.h"
#include "user32/input/host_keyboard.h"
#include "user32/input/input_state.h"
#include "user32/input/keyboard_layout.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/window/tree.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

// Those that programs have loaded over and above the display's. Under the USER lock.
std::vector<HKL>& added_layouts() {
  static auto* layouts = new std::vector<HKL>;
  return *layouts;
}

void add_once(std::vector<HKL>& layouts, HKL layout) {
  if (std::ranges::find(layouts, layout) == layouts.end()) layouts.push_back(layout);
}

HWND focus_or_active() {
  UserLock lock;
  const InputState& state = *current_thread().input;
  return state.focus != nullptr ? state.focus : state.active;
}

HWND affected_window() {
  UserLock lock;
  const InputState& state = *current_thread().input;
  Window* focus = find_window_locked(state.focus);
  const HWND active = state.active;
  return focus != nullptr ? top_level_of(*focus).handle : active;
}

// The character set of the fonts that have the language's letters.
WPARAM charset_of(HKL layout) {
  CHARSETINFO info{};
  auto* locale = reinterpret_cast<DWORD*>(reinterpret_cast<std::uintptr_t>(layout) & 0xFFFF);
  return TranslateCharsetInfo(locale, &info, TCI_SRCLOCALE) ? info.ciCharset : ANSI_CHARSET;
}

}  // namespace

std::vector<HKL> loaded_keyboard_layouts() {
  std::vector<HKL> layouts{default_keyboard_layout()};
  for (const HKL layout : host_layouts()) add_once(layouts, layout);
  UserLock lock;
  for (const HKL layout : added_layouts()) add_once(layouts, layout);
  return layouts;
}

HKL neighbour_keyboard_layout(HKL layout, int step) {
  const auto layouts = loaded_keyboard_layouts();
  const auto count = static_cast<int>(layouts.size());
  const auto found = std::ranges::find(layouts, layout);
  const int index = found == layouts.end() ? 0 : static_cast<int>(found - layouts.begin());
  return layouts[static_cast<std::size_t>((index + step + count) % count)];
}

void add_keyboard_layout(HKL layout) {
  UserLock lock;
  add_once(added_layouts(), layout);
}

bool remove_keyboard_layout(HKL layout) {
  UserLock lock;
  return std::erase(added_layouts(), layout) != 0;
}

HKL activate_keyboard_layout(HKL layout) {
  const HKL before = current_keyboard_layout();
  waiting_accent() = 0;
  if (before == layout) return before;
  imm::layout_leaves(focus_or_active(), before);
  {
    UserLock lock;
    current_thread().input->layout = layout;
  }
  imm::layout_comes(focus_or_active(), layout);
  if (const HWND window = affected_window()) {
    send_message(window, WM_INPUTLANGCHANGE, charset_of(layout), reinterpret_cast<LPARAM>(layout));
    if (Window* told = find_own_window(window)) {
      tell_shell(*told, HSHELL_LANGUAGE, reinterpret_cast<LPARAM>(layout));
    }
  }
  return before;
}

}  // namespace transom::user
