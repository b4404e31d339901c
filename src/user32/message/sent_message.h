// A send from one thread to another, from the moment it is put on the receiver's list until the
// last of the two lets go of it.
//
// Life: kWaiting (on the list) → kHandling (the procedure runs) → kReplied, or kDead where the
// receiver ended or the sender gave up (time-out) before it was begun: it is then never delivered,
// as its pointers would be dead.
#pragma once

#include <atomic>
#include <memory>

#include "base/win32.h"
#include "spy/trace.h"
#include "user32/message/captured_parameters.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {

struct SentMessage {
  enum State : int { kWaiting, kHandling, kReplied, kDead };

  SentMessage* next = nullptr;   // in the inbox, older
  SentMessage* outer = nullptr;  // the send whose handling this one interrupts
  std::atomic<int> references{1};

  HWND window = nullptr;
  UINT message = 0;
  WPARAM wparam = 0;
  LPARAM lparam = 0;
  Encoding encoding = Encoding::kUnicode;
  // Owns what wparam and lparam point to, where the catalogue knows. Null: nothing is copied.
  std::unique_ptr<CapturedParameters> captured;

  // Who waits for the reply; null for SendNotifyMessage and SendMessageCallback.
  ThreadState* sender = nullptr;
  // SendMessageCallback: called on the sender's thread.
  SENDASYNCPROC callback = nullptr;
  ULONG_PTR callback_data = 0;
  ThreadState* callback_thread = nullptr;
  DWORD sender_id = 0;
  // Inside work instead of a message (run_on_thread).
  LRESULT (*work)(void* context) = nullptr;
  void* work_context = nullptr;
  std::shared_ptr<void> kept_context;  // owns work_context where nobody waits

  // For the spy.
  std::uint64_t spy_call = 0;
  spy::Origin origin = spy::Origin::kSystem;

  std::atomic<int> state{kWaiting};
  LRESULT result = 0;  // published by `state`

  // Sends come and go all the time, and are let go of by whoever is last: each thread keeps a few.
  static void* operator new(std::size_t size);
  static void operator delete(void* memory);

  bool replied() const { return state.load(std::memory_order_seq_cst) >= kReplied; }

  // The sender does not want it any more. False where the receiver has begun.
  bool withdraw() {
    int waiting = kWaiting;
    return state.compare_exchange_strong(waiting, kDead);
  }

  void retain() { references.fetch_add(1, std::memory_order_relaxed); }
  void release() {
    if (references.fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
  }
};

// Puts it on the receiver's list (which then holds a reference) and wakes the receiver.
void enqueue_sent_message(ThreadState& receiver, SentMessage& sent);

// Publishes the result and wakes the sender; the second reply to the same send is ignored. False
// then.
bool reply_to(SentMessage& sent, LRESULT result);

// The thread is ending: whoever waits for it learns it now.
void abandon_sent_messages(ThreadState& thread);

struct WaitOptions {
  base::Nanoseconds deadline = base::kForever;
  bool serve_sends = true;        // not under SMTO_BLOCK
  bool give_up_if_hung = false;   // SMTO_ABORTIFHUNG
  bool wait_unless_hung = false;  // SMTO_NOTIMEOUTIFNOTHUNG
};

enum class SendOutcome { kReplied, kTimedOut, kReceiverEnded };

// Waits on the sender's thread. While it waits it serves sends to itself.
SendOutcome wait_for_reply(ThreadState& sender, ThreadState& receiver, SentMessage& sent,
                           const WaitOptions& options);

// run_on_thread (send.h) that gives up, and answers 0, where the other thread has not begun by the
// deadline. Work that has begun is waited for.
LRESULT run_on_thread_until(base::Nanoseconds deadline, ThreadState& thread,
                            LRESULT (*work)(void* context), void* context);

// Whether the thread has not looked at its queue for longer than Windows's five seconds.
bool is_hung(const ThreadState& thread);

}  // namespace transom::user
