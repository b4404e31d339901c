#include "user32/input/hardware.h"

#include <algorithm>
#include <atomic>

#include "base/clock.h"
#include "host/display.h"
#include "spy/trace.h"
#include "user32/hook/hook.h"
#include "user32/input/block_input.h"
#include "user32/input/hit_test.h"
#include "user32/input/hot_keys.h"
#include "user32/input/input.h"
#include "user32/input/input_state.h"
#include "user32/input/journal.h"
#include "user32/input/language_hot_key.h"
#include "user32/lock.h"
#include "user32/message/thread_state.h"
#include "user32/system/host_system.h"
#include "user32/window/desktop.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

struct Hardware {
  // Under the USER lock.
  KeyTable keys{};
  // Keys pressed since GetAsyncKeyState was last asked about them.
  std::array<bool, 256> pressed_since{};
  bool clipped = false;
  RECT clip{};
  std::uint64_t next_serial = 1;
  InputRef mouse_input;  // where the last mouse event went
  // Whose window the first button went down over: until all are up again the mouse's events go
  // there, since what the press leads to may capture the mouse before they are looked at.
  ThreadState* mouse_owner = nullptr;

  // Any thread.
  std::atomic<std::uint64_t> cursor{0};
  std::atomic<DWORD> last_time{0};
  std::atomic<bool> last_was_key{false};
  std::atomic<bool> swapped{false};
};

// Never destroyed: hosts may bring events while the process ends.
Hardware& hardware() {
  static auto* instance = new Hardware;
  return *instance;
}

std::uint64_t pack(POINT point) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(point.x)) << 32 |
         static_cast<std::uint32_t>(point.y);
}

POINT unpack(std::uint64_t packed) {
  return {static_cast<LONG>(packed >> 32), static_cast<LONG>(packed & 0xFFFFFFFF)};
}

// ---- Low-level hooks

UINT key_message_number(const HardwareEvent& event) {
  const bool alt = async_key_down(VK_MENU) || generic_key(event.virtual_key) == VK_MENU;
  const bool system = (alt && !async_key_down(VK_CONTROL)) || event.virtual_key == VK_F10;
  if (event.down) return system ? WM_SYSKEYDOWN : WM_KEYDOWN;
  return system && async_key_down(VK_MENU) ? WM_SYSKEYUP : WM_KEYUP;
}

bool keyboard_hook_swallows(const HardwareEvent& event) {
  KBDLLHOOKSTRUCT info{};
  info.vkCode = event.unicode ? VK_PACKET : event.virtual_key;
  info.scanCode = event.unicode ? event.scan_code : event.scan_code & 0xFF;
  if (!event.unicode && (event.scan_code & 0x100) != 0) info.flags |= LLKHF_EXTENDED;
  if (event.injected) info.flags |= LLKHF_INJECTED;
  if (async_key_down(VK_MENU)) info.flags |= LLKHF_ALTDOWN;
  if (!event.down) info.flags |= LLKHF_UP;
  info.time = event.time;
  info.dwExtraInfo = event.extra_info;
  return call_hooks(WH_KEYBOARD_LL, HC_ACTION, key_message_number(event),
                    reinterpret_cast<LPARAM>(&info)) != 0;
}

UINT mouse_message_number(const HardwareEvent& event) {
  if (event.kind == EventKind::kMove) return WM_MOUSEMOVE;
  if (event.kind == EventKind::kWheel) return event.horizontal ? WM_MOUSEHWHEEL : WM_MOUSEWHEEL;
  return button_message(event.button, event.down);
}

bool mouse_hook_swallows(const HardwareEvent& event) {
  MSLLHOOKSTRUCT info{};
  info.pt = event.position;
  info.mouseData = mouse_data(event) << 16;
  if (event.injected) info.flags |= LLMHF_INJECTED;
  info.time = event.time;
  info.dwExtraInfo = event.extra_info;
  return call_hooks(WH_MOUSE_LL, HC_ACTION, mouse_message_number(event),
                    reinterpret_cast<LPARAM>(&info)) != 0;
}

bool hook_swallows(const HardwareEvent& event) {
  const int type = event.is_key() ? WH_KEYBOARD_LL : WH_MOUSE_LL;
  if ((global_hook_bits & hook_bit(type)) == 0) return false;
  UserLock::assert_not_held();
  return event.is_key() ? keyboard_hook_swallows(event) : mouse_hook_swallows(event);
}

// ---- The asynchronous state

void note_key(std::uint8_t key, bool down) {
  Hardware& state = hardware();
  apply_key(state.keys, key, down);
  if (!down) return;
  state.pressed_since[key] = true;
  state.pressed_since[generic_key(key)] = true;
}

void note_event(const HardwareEvent& event) {
  UserLock lock;
  hardware().last_time.store(event.time, std::memory_order_relaxed);
  hardware().last_was_key.store(event.is_key(), std::memory_order_relaxed);
  if (event.kind == EventKind::kKey && !event.unicode) note_key(event.virtual_key, event.down);
  if (event.kind == EventKind::kButton) note_key(button_key(event.button), event.down);
}

// ---- Choosing who gets it

bool any_button_down() {
  const KeyTable& keys = hardware().keys;
  return is_down(keys, VK_LBUTTON) || is_down(keys, VK_RBUTTON) || is_down(keys, VK_MBUTTON) ||
         is_down(keys, VK_XBUTTON1) || is_down(keys, VK_XBUTTON2);
}

ThreadState* thread_of_keyboard() {
  const InputState* state = foreground_input();
  if (state == nullptr) return nullptr;
  if (ThreadState* thread = find_window_thread(state->focus)) return thread;
  return find_window_thread(state->active);
}

// The capture holds over another thread's windows only while a button is down.
ThreadState* thread_of_mouse(POINT position, HWND& window) {
  window = window_at(position);
  ThreadState* beneath = find_window_thread(window);
  const InputState* state = foreground_input();
  if (state == nullptr || state->capture == nullptr) return beneath;
  ThreadState* capturing = find_window_thread(state->capture);
  if (capturing == nullptr) return beneath;
  const bool same = beneath == nullptr || beneath->input == capturing->input;
  if (!same && !any_button_down() && state->menu_owner == nullptr && state->move_size == nullptr) {
    return beneath;
  }
  window = state->capture;
  return capturing;
}

bool coalesces(const InputQueue& queue, const HardwareEvent& event) {
  return event.kind == EventKind::kMove && !queue.events.empty() &&
         queue.events.back().kind == EventKind::kMove;
}

// Returns whether the event was merged into one that waits.
bool push(InputState& state, HardwareEvent event) {
  if (!state.queue) state.queue = std::make_unique<InputQueue>();
  event.serial = hardware().next_serial++;
  if (coalesces(*state.queue, event)) {
    state.queue->events.back() = event;
    return true;
  }
  state.queue->events.push_back(event);
  return false;
}

void wake(ThreadState& thread, const HardwareEvent& event) {
  thread.set_pending(kPendingInput, queue_status_bit(event.kind));
}

// The threads whose windows the pointer has left hear of it, so that they can tell who tracks it.
void tell_previous_mouse_input(const InputRef& now, const HardwareEvent& event) {
  const InputRef before = hardware().mouse_input;
  hardware().mouse_input = now;
  if (!before || before == now || before->tracking.window == nullptr) return;
  ThreadState* thread = find_window_thread(before->tracking.window);
  if (thread == nullptr) return;
  HardwareEvent move = event;
  move.kind = EventKind::kMove;
  push(*before, move);
  wake(*thread, move);
}

ThreadState* owner_of_pressed_mouse(const HardwareEvent& event, ThreadState* beneath) {
  ThreadState*& owner = hardware().mouse_owner;
  if (owner == nullptr && event.kind == EventKind::kButton && event.down) owner = beneath;
  ThreadState* now = owner != nullptr ? owner : beneath;
  if (!any_button_down()) owner = nullptr;
  return now;
}

enum class RouteTo { kBeneath, kOwner };

void route_mouse(const HardwareEvent& event, RouteTo to) {
  HWND window = nullptr;
  bool merged = false;
  {
    UserLock lock;
    ThreadState* thread = thread_of_mouse(event.position, window);
    if (to == RouteTo::kOwner) thread = owner_of_pressed_mouse(event, thread);
    tell_previous_mouse_input(thread != nullptr ? thread->input : InputRef(), event);
    if (thread == nullptr) return;
    merged = push(*thread->input, event);
    wake(*thread, event);
  }
  if (merged) {
    spy::coalesced(window, WM_MOUSEMOVE, 0, MAKELPARAM(event.position.x, event.position.y));
  }
}

void route_key(const HardwareEvent& event) {
  UserLock lock;
  ThreadState* thread = thread_of_keyboard();
  if (thread == nullptr) return;
  push(*thread->input, event);
  wake(*thread, event);
}

void route(const HardwareEvent& event, RouteTo to) {
  if (event.is_mouse()) {
    route_mouse(event, to);
  } else {
    route_key(event);
  }
}

}  // namespace

void route_event(HardwareEvent event) {
  route(event, RouteTo::kBeneath);
}

bool enter_hardware_event(HardwareEvent event) {
  if (input_is_blocked(event)) return false;
  event.time = static_cast<DWORD>(base::clock::tick_count());
  if (event.kind == EventKind::kButton && event.button < 2 && buttons_swapped()) {
    event.button ^= 1;
  }
  if (journal_swallows(event) || hook_swallows(event)) return false;
  if (event.is_mouse()) event.position = place_cursor(event.position);
  event.repeat = event.is_key() && async_key_down(event.virtual_key);
  note_event(event);
  note_user_activity();
  watch_language_hot_key(event);
  if (hot_key_takes(event)) return true;
  route(event, RouteTo::kOwner);
  return true;
}

void queue_internal_event(HardwareEvent event) {
  event.kind = EventKind::kInternal;
  UserLock lock;
  ThreadState* thread = find_window_thread(event.window);
  if (thread == nullptr) return;
  push(*thread->input, event);
  wake(*thread, event);
}

void mouse_left_all_windows() {
  HardwareEvent event;
  event.action = InternalAction::kMouseLeft;
  {
    UserLock lock;
    const InputRef state = hardware().mouse_input;
    if (!state || state->tracking.window == nullptr) return;
    event.window = state->tracking.window;
  }
  queue_internal_event(event);
}

SHORT take_async_key_state(std::uint8_t key) {
  UserLock lock;
  Hardware& state = hardware();
  int result = is_down(state.keys, key) ? 0x8000 : 0;
  if (state.pressed_since[key]) result |= 1;
  state.pressed_since[key] = false;
  return static_cast<SHORT>(result);
}

bool async_key_down(std::uint8_t key) {
  UserLock lock;
  return is_down(hardware().keys, key);
}

KeyTable async_keys() {
  UserLock lock;
  return hardware().keys;
}

void correct_locks(bool caps, bool num) {
  UserLock lock;
  InputState* state = foreground_input();
  for (const auto& [key, on] : {std::pair{VK_CAPITAL, caps}, std::pair{VK_NUMLOCK, num}}) {
    std::uint8_t& now = hardware().keys[static_cast<std::size_t>(key)];
    if (((now & kKeyToggled) != 0) == on) continue;
    now ^= kKeyToggled;
    if (state != nullptr) state->key_state[static_cast<std::size_t>(key)] ^= kKeyToggled;
  }
}

DWORD last_input_time() {
  return hardware().last_time.load(std::memory_order_relaxed);
}

bool last_input_was_key() {
  return hardware().last_was_key.load(std::memory_order_relaxed);
}

POINT cursor_position() {
  return unpack(hardware().cursor.load(std::memory_order_relaxed));
}

POINT place_cursor(POINT screen) {
  UserLock lock;
  if (hardware().clipped) {
    const RECT& clip = hardware().clip;
    screen.x = std::clamp(screen.x, clip.left, std::max(clip.left, clip.right - 1));
    screen.y = std::clamp(screen.y, clip.top, std::max(clip.top, clip.bottom - 1));
  }
  hardware().cursor.store(pack(screen), std::memory_order_relaxed);
  return screen;
}

void set_cursor_clip(const RECT* screen) {
  UserLock lock;
  hardware().clipped = screen != nullptr;
  if (screen != nullptr) hardware().clip = *screen;
}

void release_cursor_clip() {
  {
    UserLock lock;
    if (!std::exchange(hardware().clipped, false)) return;
  }
  host::display().clip_pointer(nullptr);
}

RECT cursor_clip() {
  {
    UserLock lock;
    if (hardware().clipped) return hardware().clip;
  }
  return virtual_screen();
}

void set_buttons_swapped(bool swapped) {
  hardware().swapped.store(swapped);
}
bool buttons_swapped() {
  return hardware().swapped.load(std::memory_order_relaxed);
}

}  // namespace transom::user
