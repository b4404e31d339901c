#include "user32/message/sent_message.h"

#include <algorithm>

#include "base/last_error.h"
#include "user32/message/local_send.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

constexpr int kSpareSends = 8;
constexpr DWORD kHungAfter = 5'000;  // milliseconds; documented with IsHungAppWindow

// Moves what other threads have sent behind what is already there; `sent_ready` is newest first.
void take_sent_inbox(ThreadState& thread) {
  thread.clear_pending(kPendingSent);
  std::vector<SentMessage*>& ready = thread.sent_ready;
  const auto already = static_cast<std::ptrdiff_t>(ready.size());
  for (SentMessage* sent = thread.sent_inbox.exchange(nullptr, std::memory_order_seq_cst);
       sent != nullptr; sent = sent->next) {
    ready.push_back(sent);
  }
  std::rotate(ready.begin(), ready.begin() + already, ready.end());
}

// SendMessageCallback's answer travels back as work for the thread that sent.
void send_callback_result(SentMessage& sent, LRESULT result) {
  struct Answer {
    SENDASYNCPROC callback;
    HWND window;
    UINT message;
    ULONG_PTR data;
    LRESULT result;
    DWORD thread;
  };
  auto* reply = new SentMessage;
  reply->work = [](void* context) -> LRESULT {
    const Answer& answer = *static_cast<const Answer*>(context);
    // The thread that asked may have ended, and its state be another's.
    if (answer.thread != GetCurrentThreadId()) return 0;
    answer.callback(answer.window, answer.message, answer.data, answer.result);
    return 0;
  };
  reply->kept_context = std::make_shared<Answer>(
      Answer{sent.callback, sent.window, sent.message, sent.callback_data, result, sent.sender_id});
  reply->work_context = reply->kept_context.get();
  enqueue_sent_message(*sent.callback_thread, *reply);
  reply->release();
}

void handle(ThreadState& thread, SentMessage& sent) {
  int waiting = SentMessage::kWaiting;
  if (!sent.state.compare_exchange_strong(waiting, SentMessage::kHandling)) return;
  sent.outer = std::exchange(thread.receiving, &sent);
  LRESULT result = 0;
  if (sent.work != nullptr) {
    result = sent.work(sent.work_context);
  } else if (Window* window = find_own_window(sent.window)) {
    result = receive_sent_message(thread, *window, sent);
  }
  thread.receiving = sent.outer;
  reply_to(sent, result);
  thread.spoke_across = true;
}

// Drops the receiver's reference.
void abandon(SentMessage& sent) {
  if (!sent.replied()) sent.state.store(SentMessage::kDead, std::memory_order_seq_cst);
  if (sent.sender != nullptr) sent.sender->wake();
  sent.release();
}

}  // namespace

void* SentMessage::operator new(std::size_t size) {
  ThreadState& thread = current_thread();
  if (thread.spare_sends == nullptr) return ::operator new(size);
  --thread.spare_send_count;
  void* memory = thread.spare_sends;
  thread.spare_sends = *static_cast<void**>(memory);
  return memory;
}

void SentMessage::operator delete(void* memory) {
  ThreadState* thread = current_thread_if_any();
  if (thread == nullptr || thread->spare_send_count >= kSpareSends) {
    ::operator delete(memory);
    return;
  }
  ++thread->spare_send_count;
  *static_cast<void**>(memory) = std::exchange(thread->spare_sends, memory);
}

void enqueue_sent_message(ThreadState& receiver, SentMessage& sent) {
  sent.retain();
  SentMessage* head = receiver.sent_inbox.load(std::memory_order_relaxed);
  do {
    sent.next = head;
  } while (!receiver.sent_inbox.compare_exchange_weak(head, &sent, std::memory_order_seq_cst));
  receiver.set_pending(kPendingSent, QS_SENDMESSAGE);
  // The receiver may have ended between the look-up and here. Its list is another's by now.
  if (!receiver.in_use) sent.withdraw();
}

bool reply_to(SentMessage& sent, LRESULT result) {
  // Only the receiver replies, so looking first is enough.
  if (sent.replied()) return false;
  sent.result = result;
  ThreadState* sender = sent.sender;
  if (sent.callback != nullptr) send_callback_result(sent, result);
  sent.state.store(SentMessage::kReplied, std::memory_order_seq_cst);
  if (sender != nullptr) sender->wake();
  return true;
}

bool serve_sent_messages(ThreadState& thread) {
  if ((thread.pending.load(std::memory_order_seq_cst) & kPendingSent) == 0 &&
      thread.sent_ready.empty()) {
    return false;
  }
  take_sent_inbox(thread);
  bool any = false;
  while (!thread.sent_ready.empty()) {
    SentMessage* sent = thread.sent_ready.back();
    thread.sent_ready.pop_back();
    handle(thread, *sent);
    sent->release();
    any = true;
  }
  return any;
}

void abandon_sent_messages(ThreadState& thread) {
  take_sent_inbox(thread);
  for (SentMessage* sent : std::exchange(thread.sent_ready, {})) abandon(*sent);
  // ExitThread within a window procedure.
  for (SentMessage* sent = std::exchange(thread.receiving, nullptr); sent != nullptr;) {
    SentMessage* outer = sent->outer;
    abandon(*sent);
    sent = outer;
  }
}

bool is_hung(const ThreadState& thread) {
  if (thread.waiting || !thread.in_use) return false;
  const auto now = static_cast<DWORD>(base::clock::tick_count());
  return now - thread.last_retrieval.get() > kHungAfter;
}

SendOutcome wait_for_reply(ThreadState& sender, ThreadState& receiver, SentMessage& sent,
                           const WaitOptions& options) {
  base::Nanoseconds deadline = options.deadline;
  while (true) {
    const auto sends_wait = [&] {
      return options.serve_sends &&
             (sender.pending.load(std::memory_order_seq_cst) & kPendingSent) != 0;
    };
    // Hanging begins silently: look again now and then.
    base::Nanoseconds wake_at = deadline;
    if (options.give_up_if_hung) {
      wake_at = std::min(wake_at, base::clock::now() + 500 * base::kMillisecond);
    }
    sender.parker.load(std::memory_order_relaxed)->park(wake_at, [&] {
      return sent.replied() || sends_wait();
    });
    const int state = sent.state.load(std::memory_order_seq_cst);
    if (state == SentMessage::kReplied) return SendOutcome::kReplied;
    if (state == SentMessage::kDead) return SendOutcome::kReceiverEnded;
    if (sends_wait()) {
      serve_sent_messages(sender);
      continue;
    }
    if (options.give_up_if_hung && is_hung(receiver)) return SendOutcome::kTimedOut;
    if (deadline != base::kForever && base::clock::now() >= deadline) {
      if (!options.wait_unless_hung || is_hung(receiver)) return SendOutcome::kTimedOut;
      deadline = base::clock::now() + 100 * base::kMillisecond;
    }
  }
}

}  // namespace transom::user
