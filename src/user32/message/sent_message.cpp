#include "user32/message/sent_message.h"

#include <algorithm>

#include "base/last_error.h"
#include "user32/message/local_send.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

constexpr DWORD kHungAfter = 5'000;  // milliseconds; documented with IsHungAppWindow

// Moves what other threads have sent behind what is already there; `sent_ready` is newest first.
void take_sent_inbox(ThreadState& thread) {
  thread.clear_pending(kPendingSent);
  std::vector<SentMessage*> fresh;
  for (SentMessage* sent = thread.sent_inbox.exchange(nullptr, std::memory_order_seq_cst);
       sent != nullptr; sent = sent->next) {
    fresh.push_back(sent);
  }
  thread.sent_ready.insert(thread.sent_ready.begin(), fresh.begin(), fresh.end());
}

// SendMessageCallback's answer travels back as work for the thread that sent.
void send_callback_result(SentMessage& sent, LRESULT result) {
  struct Answer {
    SENDASYNCPROC callback;
    HWND window;
    UINT message;
    ULONG_PTR data;
    LRESULT result;
  };
  auto* reply = new SentMessage;
  reply->work = [](void* context) -> LRESULT {
    const std::unique_ptr<Answer> answer(static_cast<Answer*>(context));
    answer->callback(answer->window, answer->message, answer->data, answer->result);
    return 0;
  };
  reply->work_context =
      new Answer{sent.callback, sent.window, sent.message, sent.callback_data, result};
  enqueue_sent_message(*sent.callback_thread, *reply);
  reply->release();
}

void handle(ThreadState& thread, SentMessage& sent) {
  int waiting = SentMessage::kWaiting;
  if (!sent.state.compare_exchange_strong(waiting, SentMessage::kHandling)) return;
  SentMessage* outer = std::exchange(thread.receiving, &sent);
  LRESULT result = 0;
  if (sent.work != nullptr) {
    result = sent.work(sent.work_context);
  } else if (Window* window = find_own_window(sent.window)) {
    result = receive_sent_message(thread, *window, sent);
  }
  thread.receiving = outer;
  reply_to(sent, result);
}

}  // namespace

void enqueue_sent_message(ThreadState& receiver, SentMessage& sent) {
  sent.retain();
  SentMessage* head = receiver.sent_inbox.load(std::memory_order_relaxed);
  do {
    sent.next = head;
  } while (!receiver.sent_inbox.compare_exchange_weak(head, &sent, std::memory_order_seq_cst));
  receiver.set_pending(kPendingSent, QS_SENDMESSAGE);
  // The receiver may have ended between the look-up and here.
  if (!receiver.in_use) abandon_sent_messages(receiver);
}

bool reply_to(SentMessage& sent, LRESULT result) {
  // Only the receiver replies, so looking first is enough.
  if (sent.replied()) return false;
  sent.result = result;
  ThreadState* sender = sent.sender;
  if (sent.callback != nullptr) send_callback_result(sent, result);
  sent.state.store(SentMessage::kReplied, std::memory_order_seq_cst);
  if (sender != nullptr) sender->parker->unpark();
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
  SentMessage* sent = thread.sent_inbox.exchange(nullptr, std::memory_order_seq_cst);
  while (sent != nullptr) {
    SentMessage* next = sent->next;
    ThreadState* sender = sent->sender;
    if (sent->withdraw() && sender != nullptr) {
      sender->parker->unpark();
    }
    sent->release();
    sent = next;
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
    sender.parker->park(wake_at, [&] { return sent.replied() || sends_wait(); });
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
