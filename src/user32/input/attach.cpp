// AttachThreadInput: threads that share an input state.
#include <algorithm>
#include <vector>

#include "base/last_error.h"
#include "user32/input/hardware.h"
#include "user32/input/input.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

struct Attachment {
  ThreadState* attached;
  ThreadState* to;
};

// Under the USER lock.
std::vector<Attachment>& attachments() {
  static auto* list = new std::vector<Attachment>;
  return *list;
}

bool touches(const Attachment& pair, const ThreadState* thread) {
  return pair.attached == thread || pair.to == thread;
}

// All threads that hang together with this one.
std::vector<ThreadState*> group_of(ThreadState* thread) {
  std::vector<ThreadState*> group{thread};
  for (std::size_t index = 0; index < group.size(); ++index) {
    for (const Attachment& pair : attachments()) {
      if (!touches(pair, group[index])) continue;
      ThreadState* other = pair.attached == group[index] ? pair.to : pair.attached;
      if (std::ranges::find(group, other) == group.end()) group.push_back(other);
    }
  }
  return group;
}

void move_events(InputState& from, InputState& to) {
  if (!from.queue || from.queue->events.empty()) return;
  if (!to.queue) to.queue = std::make_unique<InputQueue>();
  auto& events = to.queue->events;
  events.insert(events.end(), from.queue->events.begin(), from.queue->events.end());
  from.queue->events.clear();
  std::ranges::sort(events, {}, &HardwareEvent::serial);
}

void share(ThreadState& attached, ThreadState& to) {
  const InputRef old = attached.input;
  const InputRef state = to.input;
  if (old == state) return;
  if (foreground_input() == old.get()) set_foreground_input(state);
  move_events(*old, *state);
  // Who is active stays so where the other side has nobody.
  if (state->active == nullptr) {
    state->active = old->active;
    state->focus = old->focus;
  }
  if (state->capture == nullptr) state->capture = old->capture;
  for (ThreadState* member : group_of(&attached)) {
    member->input = state;
    member->set_pending(kPendingInput, 0);
  }
}

bool belongs(HWND window, const std::vector<ThreadState*>& group) {
  return std::ranges::find(group, find_window_thread(window)) != group.end();
}

void keep_windows(InputState& state, const std::vector<ThreadState*>& group) {
  for (auto* window : {&state.active, &state.focus, &state.capture}) {
    if (!belongs(*window, group)) *window = nullptr;
  }
  for (HWND* window : {&state.caret, &state.menu_owner, &state.move_size, &state.tracking.window}) {
    if (!belongs(*window, group)) *window = nullptr;
  }
}

// Each side keeps what is about its own windows, and both the keys.
void split(ThreadState& attached, ThreadState& to) {
  const std::vector<ThreadState*> group = group_of(&attached);
  if (std::ranges::find(group, &to) != group.end()) return;  // still joined through others
  const InputRef shared = attached.input;
  const InputRef own = InputRef::make();
  own->active = shared->active;
  own->focus = shared->focus;
  own->capture = shared->capture;
  own->key_state = shared->key_state;
  own->layout = shared->layout;
  own->cursor = shared->cursor;
  keep_windows(*own, group);
  for (ThreadState* member : group) member->input = own;
  const bool goes_along = own->active != nullptr && foreground_input() == shared.get();
  keep_windows(*shared, group_of(&to));
  if (goes_along) set_foreground_input(own);
}

DWORD attach(ThreadState& attached, ThreadState& to) {
  attachments().push_back({&attached, &to});
  share(attached, to);
  return ERROR_SUCCESS;
}

DWORD detach(ThreadState& attached, ThreadState& to) {
  auto& list = attachments();
  const auto found = std::ranges::find_if(
      list, [&](const Attachment& pair) { return pair.attached == &attached && pair.to == &to; });
  if (found == list.end()) return ERROR_INVALID_PARAMETER;
  list.erase(found);
  split(attached, to);
  return ERROR_SUCCESS;
}

}  // namespace

void share_input(ThreadState& child, ThreadState& parent) {
  if (child.input != parent.input) attach(child, parent);
}

void forget_attachments(ThreadState& thread) {
  UserLock lock;
  std::erase_if(attachments(), [&](const Attachment& pair) { return touches(pair, &thread); });
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Makes two threads share active, focus and capture windows, key state, caret and the order of
// input events; or ends it. Last errors: ERROR_INVALID_PARAMETER (unknown threads, the same thread,
// not attached). https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-attachthreadinput
WINBOOL WINAPI AttachThreadInput(DWORD attached_id, DWORD to_id, WINBOOL attached) {
  UserLock lock;
  ThreadState* first = find_thread(attached_id);
  ThreadState* second = find_thread(to_id);
  if (first == nullptr || second == nullptr || first == second) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const DWORD error = attached ? attach(*first, *second) : detach(*first, *second);
  if (error != ERROR_SUCCESS) return base::fail(error);
  return TRUE;
}
