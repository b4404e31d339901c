#include "user32/input/host_keyboard.h"

#include <atomic>
#include <cstdlib>

#include "user32/input/input_state.h"
#include "user32/input/keyboard_layout.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

// Never freed: threads may still read the one before.
std::atomic<const host::Keyboard*> current{nullptr};

const host::Keyboard* read_keyboard() {
  const char* chosen = std::getenv("TRANSOM_LAYOUT");
  if (chosen != nullptr && *chosen != 0) return new host::Keyboard;
  auto* keyboard = new host::Keyboard(host::display().keyboard());
  if (keyboard->current >= keyboard->layouts.size()) keyboard->current = 0;
  return keyboard;
}

void request(HWND window, HKL layout) {
  post_message(window, WM_INPUTLANGCHANGEREQUEST, INPUTLANGCHANGE_SYSCHARSET,
               reinterpret_cast<LPARAM>(layout));
}

// The thread keeps what it has until its window accepts the request.
HWND pin_foreground_layout(HKL layout) {
  UserLock lock;
  InputState* state = foreground_input();
  if (state == nullptr) return nullptr;
  if (state->layout == nullptr) state->layout = layout;
  return state->focus != nullptr ? state->focus : state->active;
}

}  // namespace

const host::Keyboard& host_keyboard() {
  if (const auto* keyboard = current.load(std::memory_order_acquire)) return *keyboard;
  const host::Keyboard* none = nullptr;
  const host::Keyboard* fresh = read_keyboard();
  if (current.compare_exchange_strong(none, fresh)) return *fresh;
  delete fresh;
  return *none;
}

std::string host_layout_name() {
  const host::Keyboard& keyboard = host_keyboard();
  return keyboard.layouts.empty() ? std::string() : keyboard.layouts[keyboard.current];
}

std::vector<HKL> host_layouts() {
  std::vector<HKL> layouts;
  for (const std::string& name : host_keyboard().layouts) {
    layouts.push_back(keyboard_layout_named(name));
  }
  return layouts;
}

void host_keyboard_changed() {
  const HKL before = default_keyboard_layout();
  current.store(read_keyboard(), std::memory_order_release);
  forget_keyboard_layouts();
  const HKL now = default_keyboard_layout();
  if (host_keyboard().layouts.empty() || now == before) return;
  if (const HWND window = pin_foreground_layout(before)) request(window, now);
}

void follow_host_keyboard() {
  if (host_keyboard().layouts.empty()) return;
  const HKL now = default_keyboard_layout();
  HWND window = nullptr;
  {
    UserLock lock;
    const InputState& state = *current_thread().input;
    if (state.layout == nullptr || state.layout == now) return;
    window = state.focus != nullptr ? state.focus : state.active;
  }
  if (window != nullptr) request(window, now);
}

}  // namespace transom::user
