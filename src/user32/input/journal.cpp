#include "user32/input/journal.h"

#include "base/clock.h"
#include "user32/hook/hook_chain.h"
#include "user32/input/hardware.h"
#include "user32/input/hit_test.h"
#include "user32/input/input.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

// System timer of the thread that plays: wakes it when the hook's delay is over.
constexpr UINT_PTR kJournalTimer = 0xFFF6;

struct Playback {
  base::Relaxed<ThreadState*> owner = nullptr;  // installed the hook
  bool control = false;                         // held down on the hardware
  bool alt = false;
  bool delayed = false;
  base::Nanoseconds due = 0;
};

// The fields are the owner's alone; the keys are under the USER lock.
Playback& playback() {
  static Playback state;
  return state;
}

bool playing() {
  return (global_hook_bits & hook_bit(WH_JOURNALPLAYBACK)) != 0;
}
bool recording() {
  return (global_hook_bits & hook_bit(WH_JOURNALRECORD)) != 0;
}

// The modifiers as the hardware has them: while a journal plays, the hardware's events change
// nothing else, yet Ctrl+Esc has to be told.
void note_modifier(const HardwareEvent& event) {
  if (!event.is_key()) return;
  UserLock lock;
  switch (generic_key(event.virtual_key)) {
    case VK_CONTROL:
      playback().control = event.down;
      break;
    case VK_MENU:
      playback().alt = event.down;
      break;
    default:
      break;
  }
}

bool is_cancel_key(const HardwareEvent& event, bool while_playing) {
  if (!event.is_key() || !event.down) return false;
  UserLock lock;
  const bool control = while_playing ? playback().control : async_key_down(VK_CONTROL);
  const bool alt = while_playing ? playback().alt : async_key_down(VK_MENU);
  return control && (event.virtual_key == VK_ESCAPE || (alt && event.virtual_key == VK_DELETE));
}

// "The system then unhooks any journaling hook procedures, and posts a WM_CANCELJOURNAL message,
// with a NULL window handle, to the application that set the journaling hook."
// https://learn.microsoft.com/windows/win32/winmsg/wm-canceljournal
void cancel_journal() {
  for (ThreadState* installer : remove_journal_hooks()) {
    post_thread_message(*installer, WM_CANCELJOURNAL, 0, 0);
  }
}

void CALLBACK wake_again(HWND, UINT, UINT_PTR, DWORD) {}

std::uint8_t button_of(UINT message) {
  if (message <= WM_LBUTTONDBLCLK) return 0;
  if (message <= WM_RBUTTONDBLCLK) return 1;
  return message <= WM_MBUTTONDBLCLK ? 2 : 3;
}

HardwareEvent mouse_event_of(const EVENTMSG& message) {
  HardwareEvent event;
  event.position = {static_cast<LONG>(message.paramL), static_cast<LONG>(message.paramH)};
  if (message.message == WM_MOUSEMOVE) {
    event.kind = EventKind::kMove;
  } else if (message.message == WM_MOUSEWHEEL) {
    event.kind = EventKind::kWheel;
  } else {
    event.kind = EventKind::kButton;
    event.button = button_of(message.message);
    event.down = message.message != button_message(event.button, false);
  }
  return event;
}

// The low byte of paramL is the virtual key, the next one the scan code; bit 15 of paramH:
// extended.
HardwareEvent key_event_of(const EVENTMSG& message) {
  HardwareEvent event;
  event.kind = EventKind::kKey;
  event.scan_code = HIBYTE(LOWORD(message.paramL));
  if ((message.paramH & 0x8000) != 0) event.scan_code |= 0x100;
  event.virtual_key = sided_key(LOBYTE(LOWORD(message.paramL)), event.scan_code);
  event.down = message.message == WM_KEYDOWN || message.message == WM_SYSKEYDOWN;
  return event;
}

void deliver_queue_sync(const EVENTMSG& message) {
  HWND window = message.hwnd;
  if (window == nullptr) {
    UserLock lock;
    if (const InputState* state = foreground_input()) {
      window = state->focus != nullptr ? state->focus : state->active;
    }
  }
  call_hooks(WH_CBT, HCBT_QS, 0, 0);
  post_message(window, WM_QUEUESYNC, message.paramL, message.paramH);
}

// False for what is no event.
bool deliver(const EVENTMSG& message) {
  if (message.message == WM_QUEUESYNC) {
    deliver_queue_sync(message);
    return true;
  }
  const bool key = message.message >= WM_KEYFIRST && message.message <= WM_KEYLAST;
  const bool mouse = message.message >= WM_MOUSEFIRST && message.message <= WM_MOUSELAST;
  if (!key && !mouse) return false;
  HardwareEvent event = key ? key_event_of(message) : mouse_event_of(message);
  if (mouse) event.position = place_cursor(event.position);
  event.time = static_cast<DWORD>(base::clock::tick_count());
  route_event(event);
  return true;
}

bool has_events(const ThreadState& thread) {
  UserLock lock;
  return thread.input->queue && !thread.input->queue->events.empty();
}

void stop_waiting(ThreadState& thread) {
  thread.timers.kill(nullptr, kJournalTimer, true);
  playback().delayed = false;
}

// Whether the hook's event has to wait; its delay counts only the first time it is told.
bool must_wait(ThreadState& thread, LRESULT delay) {
  Playback& state = playback();
  const base::Nanoseconds now = base::clock::now();
  if (!state.delayed && delay > 0) {
    state.delayed = true;
    state.due = now + static_cast<base::Nanoseconds>(delay) * base::kMillisecond;
    thread.timers.set(nullptr, kJournalTimer, static_cast<UINT>(delay), wake_again, true);
  }
  if (state.delayed && now < state.due) return true;
  if (state.delayed) stop_waiting(thread);
  return false;
}

// Whether there was one and its time had come.
bool play_one(ThreadState& thread) {
  EVENTMSG message{};
  const LRESULT delay =
      call_hooks(WH_JOURNALPLAYBACK, HC_GETNEXT, 0, reinterpret_cast<LPARAM>(&message));
  if (!playing() || message.message == WM_NULL || must_wait(thread, delay)) return false;
  const bool delivered = deliver(message);
  call_hooks(WH_JOURNALPLAYBACK, HC_SKIP, 0, 0);
  return delivered;
}

}  // namespace

bool journal_swallows(const HardwareEvent& event) {
  const bool swallowed = playing();
  if (!swallowed && !recording()) return false;
  if (swallowed) note_modifier(event);
  if (is_cancel_key(event, swallowed)) cancel_journal();
  return swallowed;
}

void journal_record(const MSG& message, const HardwareEvent& event) {
  if (!recording()) return;
  EVENTMSG record{};
  record.message = message.message;
  record.time = message.time;
  record.hwnd = message.hwnd;
  if (event.is_key()) {
    record.paramL = static_cast<UINT>(message.wParam & 0xFF) | (event.scan_code & 0xFFu) << 8;
    record.paramH = 1u | ((event.scan_code & 0x100) != 0 ? 0x8000u : 0u);
  } else {
    record.message = event.kind == EventKind::kButton ? button_message(event.button, event.down)
                     : event.kind == EventKind::kMove ? WM_MOUSEMOVE
                                                      : message.message;
    record.paramL = static_cast<UINT>(event.position.x);
    record.paramH = static_cast<UINT>(event.position.y);
  }
  call_hooks(WH_JOURNALRECORD, HC_ACTION, 0, reinterpret_cast<LPARAM>(&record));
}

void journal_play(ThreadState& thread) {
  if (!playing()) {
    if (playback().owner == &thread && playback().delayed) stop_waiting(thread);
    return;
  }
  if (playback().owner != &thread) return;
  // What goes to another thread's windows leaves this one with nothing to do but ask again.
  while (playing() && !has_events(thread) && play_one(thread) && thread.queue.empty()) {
  }
}

void journal_playback_started() {
  ThreadState& thread = current_thread();
  {
    UserLock lock;
    Playback& state = playback();
    state.owner = &thread;
    state.control = async_key_down(VK_CONTROL);
    state.alt = async_key_down(VK_MENU);
    state.delayed = false;
  }
  thread.set_pending(kPendingInput, QS_KEY);
}

}  // namespace transom::user
