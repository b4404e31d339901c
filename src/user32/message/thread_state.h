// What USER keeps for a thread that has touched a window, a queue or a hook: its message queue, the
// sends that wait for it, its timers, its hooks, and its share of the input state.
//
// Contract
//  - Made by the thread on first use; given back when the thread ends (its windows are destroyed
//    then). The memory is never freed but used again for another thread, so that a late poster
//    writes into a queue whose owner drops messages for dead handles, never into freed memory.
//  - Fields are the owner's alone unless they say otherwise.
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "base/parker.h"
#include "base/relaxed.h"
#include "base/win32.h"
#include "user32/input/input_ref.h"
#include "user32/message/message_queue.h"
#include "user32/message/timer_set.h"

namespace transom::imm {
struct ThreadData;
}

namespace transom::user {

struct HookChains;   // hook/hook.h
struct InputState;   // input/input_state.h
struct SentMessage;  // message/send.h
struct Window;

// What waits for a thread, beside posted messages, which the queue itself answers for.
enum PendingBits : std::uint32_t {
  kPendingSent = 1 << 0,   // a send of another thread
  kPendingQuit = 1 << 1,   // PostQuitMessage
  kPendingInput = 1 << 2,  // hardware events in the input state's queue
  kPendingPaint = 1 << 3,  // a window with an update region
  kPendingHotKey = 1 << 4,
  kPendingCleanup = 1 << 5,  // internal work that must run on the thread (see run_on_thread)
};

struct ThreadState {
  DWORD id = 0;
  // Of the thread whose state it is now. Whoever comes late wakes another thread, which looks and
  // finds nothing.
  std::atomic<base::Parker*> parker{nullptr};

  MessageQueue queue;

  // What other threads write, in a cache line of its own.
  // Set by any thread with set_pending(), cleared by the owner.
  alignas(64) std::atomic<std::uint32_t> pending{0};
  // QS_ bits that came since the last GetQueueStatus, Get or PeekMessage looked. Any thread sets.
  std::atomic<std::uint32_t> changed{0};
  // Counts set_pending() calls: how a waiting owner tells that something is new.
  std::atomic<std::uint32_t> signals{0};
  // Sends of other threads, newest first; the owner takes them all and turns them round.
  std::atomic<SentMessage*> sent_inbox{nullptr};

  alignas(64) std::uint32_t changed_by_owner = 0;  // as `changed`, for the owner's own posts
  std::vector<SentMessage*> sent_ready;            // taken, newest first
  SentMessage* receiving = nullptr;                // innermost cross-thread send being handled
  void* spare_sends = nullptr;                     // memory for SentMessage, linked
  int spare_send_count = 0;

  bool quit_posted = false;
  int quit_code = 0;

  // What GetMessageTime, GetMessagePos and GetMessageExtraInfo answer.
  DWORD message_time = 0;
  POINT message_position{};
  LPARAM message_extra_info = 0;

  // For IsHungAppWindow. Any thread reads.
  base::Relaxed<DWORD> last_retrieval = 0;
  base::Relaxed<bool> waiting = false;

  TimerSet timers;

  std::unique_ptr<HookChains> hooks;           // null until the first hook
  base::Relaxed<std::uint32_t> hook_bits = 0;  // bit (WH_ + 1) set: a thread hook is installed

  // Input contexts and the default IME window (imm32/input_context.h); null until the first.
  std::shared_ptr<imm::ThreadData> input_methods;

  // Shared with attached threads; under the USER lock when another thread's. Never null.
  InputRef input;

  base::Relaxed<int> paint_count = 0;   // windows of this thread that wait for WM_PAINT
  base::Relaxed<int> window_count = 0;  // windows of this thread
  int send_depth = 0;
  // It has posted or replied to another thread since it last waited: somebody may wait for its next
  // step.
  bool spoke_across = false;
  base::Relaxed<bool> in_use = false;  // the thread lives
  bool free = false;  // under the USER lock: cleared up, another thread may take it

  // Marks something pending and wakes the owner. From any thread.
  void set_pending(std::uint32_t bits, std::uint32_t queue_status_bits) {
    changed.fetch_or(queue_status_bits, std::memory_order_seq_cst);
    pending.fetch_or(bits, std::memory_order_seq_cst);
    signals.fetch_add(1, std::memory_order_seq_cst);
    wake();
  }
  void wake() const { parker.load(std::memory_order_acquire)->unpark(); }
  void clear_pending(std::uint32_t bits) { pending.fetch_and(~bits, std::memory_order_seq_cst); }
};

namespace detail {
inline thread_local ThreadState* current = nullptr;
ThreadState& make_current_thread();
}  // namespace detail

// The calling thread's state, made on first use.
inline ThreadState& current_thread() {
  ThreadState* state = detail::current;
  return state != nullptr ? *state : detail::make_current_thread();
}
// Null where the thread has none.
inline ThreadState* current_thread_if_any() {
  return detail::current;
}

// The state of a live thread by its identifier, or null. Takes the USER lock.
ThreadState* find_thread(DWORD id);

}  // namespace transom::user
