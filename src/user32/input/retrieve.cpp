// Retrieval: which hardware event comes next, and what becomes of it.
#include <algorithm>

#include "user32/input/caret.h"
#include "user32/input/hardware.h"
#include "user32/input/hot_keys.h"
#include "user32/input/input.h"
#include "user32/input/input_state.h"
#include "user32/input/journal.h"
#include "user32/input/retrieval.h"
#include "user32/input/tracking.h"
#include "user32/lock.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

bool ranges_meet(const MessageFilter& filter, UINT first, UINT last) {
  if (filter.minimum == 0 && filter.maximum == 0) return true;
  return filter.minimum <= last && filter.maximum >= first;
}

// Whether the event could become a message that the filter wants. Mouse events are then made to
// find out, which costs hit tests.
bool may_match(const MessageFilter& filter, const HardwareEvent& event) {
  switch (event.kind) {
    case EventKind::kInternal:
      return true;
    case EventKind::kKey:
      return ranges_meet(filter, WM_KEYFIRST, WM_KEYLAST);
    default:
      return ranges_meet(filter, WM_MOUSEFIRST, WM_MOUSELAST) ||
             ranges_meet(filter, WM_NCMOUSEMOVE, WM_NCXBUTTONDBLCLK);
  }
}

PassedOver look_of(const ThreadState& thread, const MessageFilter& filter) {
  const InputState& state = *thread.input;
  return {&thread, filter.window, filter.minimum, filter.maximum, state.focus, state.capture};
}

std::uint64_t passed_until(const ThreadState& thread, const MessageFilter& filter) {
  if (filter.everything()) return 0;
  UserLock lock;
  const InputQueue* queue = thread.input->queue.get();
  if (queue == nullptr || queue->passed_over != look_of(thread, filter)) return 0;
  return queue->passed_until;
}

void note_passed(const ThreadState& thread, const MessageFilter& filter, std::uint64_t serial) {
  UserLock lock;
  InputQueue* queue = thread.input->queue.get();
  if (queue == nullptr || filter.everything()) return;
  queue->passed_over = look_of(thread, filter);
  queue->passed_until = serial;
}

// The first event after `after` that may match, taken out where it will be removed. Where nothing
// is left at all the thread is told so.
bool claim_event(ThreadState& thread, const MessageFilter& filter, bool remove, std::uint64_t after,
                 HardwareEvent& event) {
  UserLock lock;
  InputQueue* queue = thread.input->queue.get();
  if (queue == nullptr || queue->events.empty()) {
    thread.clear_pending(kPendingInput);
    return false;
  }
  const auto found =
      std::find_if(queue->events.begin(), queue->events.end(), [&](const HardwareEvent& candidate) {
        return candidate.serial > after && may_match(filter, candidate);
      });
  if (found == queue->events.end()) return false;
  event = *found;
  if (remove || event.kind == EventKind::kInternal) queue->events.erase(found);
  return true;
}

void put_back(ThreadState& thread, const HardwareEvent& event) {
  UserLock lock;
  auto& events = thread.input->queue->events;
  const auto place =
      std::find_if(events.begin(), events.end(),
                   [&](const HardwareEvent& candidate) { return candidate.serial > event.serial; });
  events.insert(place, event);
}

void discard(ThreadState& thread, const HardwareEvent& event) {
  UserLock lock;
  std::erase_if(thread.input->queue->events,
                [&](const HardwareEvent& candidate) { return candidate.serial == event.serial; });
}

Outcome make_message(InputRetrieval& retrieval, const HardwareEvent& event) {
  if (event.is_key()) return make_key_message(retrieval, event);
  if (event.is_mouse()) return make_mouse_message(retrieval, event);
  // Shared with an attached thread, and that one's to do.
  if (find_own_window(event.window) == nullptr && find_window_thread(event.window) != nullptr) {
    find_window_thread(event.window)->set_pending(kPendingInput, 0);
    return Outcome::kKept;
  }
  perform_internal_event(event);
  return Outcome::kDropped;
}

}  // namespace

void fill_message(MSG& message, HWND window, UINT number, const HardwareEvent& event) {
  message = {};
  message.hwnd = window;
  message.message = number;
  message.time = event.time;
  message.pt = event.is_mouse() ? event.position : cursor_position();
}

bool retrieve_input(ThreadState& thread, const MessageFilter& filter, bool remove, MSG& message) {
  InputRetrieval retrieval{thread, filter, remove, message};
  HardwareEvent event;
  journal_play(thread);
  std::uint64_t after = passed_until(thread, filter);
  while (claim_event(thread, filter, remove, after, event)) {
    after = event.serial;
    const bool claimed = remove || event.kind == EventKind::kInternal;
    switch (make_message(retrieval, event)) {
      case Outcome::kMessage:
        if (remove) thread.message_extra_info = static_cast<LPARAM>(event.extra_info);
        return true;
      case Outcome::kDropped:
        if (!claimed) discard(thread, event);
        break;
      case Outcome::kKept:
        if (claimed) put_back(thread, event);
        note_passed(thread, filter, event.serial);
        break;
      case Outcome::kElsewhere:
        if (claimed) put_back(thread, event);
        return false;
    }
  }
  return false;
}

std::uint32_t waiting_input(ThreadState& thread) {
  UserLock lock;
  std::uint32_t bits = 0;
  if (!thread.input->queue) return 0;
  for (const HardwareEvent& event : thread.input->queue->events) {
    bits |= queue_status_bit(event.kind);
  }
  return bits;
}

void forget_window_input(Window& window) {
  forget_hot_keys(window.handle);
  forget_caret(window);
  forget_tracking(window);
  UserLock lock;
  InputState& state = *window.thread->input;
  if (state.capture == window.handle) state.capture = nullptr;
  if (state.last_press.window == window.handle) state.last_press.window = nullptr;
  if (state.move_size == window.handle) state.move_size = nullptr;
  if (state.menu_owner == window.handle) state.menu_owner = nullptr;
}

}  // namespace transom::user
