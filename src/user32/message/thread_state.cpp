#include "user32/message/thread_state.h"

#include <memory>
#include <vector>

#include "kernel32/thread_record.h"
#include "user32/hook/hook_chain.h"
#include "user32/input/hot_keys.h"
#include "user32/input/input.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/message/sent_message.h"
#include "user32/window/destroy.h"

namespace transom::user {
namespace {

// Every state ever made; the free ones wait for another thread. Guarded by the USER lock.
std::vector<std::unique_ptr<ThreadState>>& all_states() {
  static auto* states = new std::vector<std::unique_ptr<ThreadState>>;
  return *states;
}

ThreadState& take_state() {
  UserLock lock;
  for (const auto& state : all_states()) {
    if (!std::exchange(state->free, false)) continue;
    return *state;
  }
  return *all_states().emplace_back(std::make_unique<ThreadState>());
}

void end_thread(ThreadState& thread) {
  remove_hooks_of(thread);
  if (thread.window_count > 0) destroy_windows_of(thread);
  remove_event_hooks_of(thread);
  forget_hot_keys_of(thread);
  forget_attachments(thread);
  thread.input_methods.reset();
  thread.timers.clear();
  {
    UserLock lock;
    thread.in_use = false;
    thread.id = 0;
  }
  abandon_sent_messages(thread);
  thread.queue.clear();
  thread.pending = 0;
  thread.changed = 0;
  thread.changed_by_owner = 0;
  thread.quit_posted = false;
  detail::current = nullptr;
  UserLock lock;
  thread.input.reset();
  thread.free = true;
}

// Ends the state with the thread, whoever made the thread.
struct ThreadEnd {
  ~ThreadEnd() {
    if (detail::current != nullptr) end_thread(*detail::current);
  }
};

}  // namespace

namespace detail {

ThreadState& make_current_thread() {
  // The record first: it must outlive the state, whose end still needs the clock and the parker.
  kernel::ThreadRecord& record = kernel::current_thread();
  static thread_local ThreadEnd end;
  (void)end;
  ThreadState& state = take_state();
  UserLock lock;
  state.id = record.id;
  state.parker = &record.parker;
  state.input = InputRef::make();
  state.last_retrieval = static_cast<DWORD>(base::clock::tick_count());
  state.message_extra_info = 0;
  state.in_use = true;
  current = &state;
  return state;
}

}  // namespace detail

ThreadState* find_thread(DWORD id) {
  UserLock lock;
  for (const auto& state : all_states()) {
    if (state->in_use && state->id == id) return state.get();
  }
  return nullptr;
}

}  // namespace transom::user
