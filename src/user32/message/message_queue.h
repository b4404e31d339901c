// The posted messages of one thread.
//
// Contract
//  - Any thread pushes; only the owner pops, filters and removes.
//  - First in, first out for each poster; and what happened before stays before: if A posts and
//    then lets B know, B's post comes after A's.
//  - What is urgent (WM_HOTKEY) comes before all that waits but what is urgent itself.
//  - No allocation, lock or system call as long as fewer than kInbox messages of other threads
//  wait.
//  - At most kLimit messages (Windows's documented default of 10,000); push then answers false.
//
// How: the owner has a ring of its own; other threads have a bounded lock-free inbox that the owner
// moves into the ring, all of it at once, when the ring is empty or about to be added to. A full
// inbox overflows into a list under a mutex, which everyone uses until the owner has emptied it, so
// that order is kept.
//
// What costs is a cache line that goes from core to core, so the owner looks at the inbox seldom
// (once a batch) and the posters write ahead of it.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include "base/win32.h"

namespace transom::user {

// Which messages Get and PeekMessage are asked for.
struct MessageFilter {
  HWND window = nullptr;  // null: any window and thread messages; HWND(-1): thread messages only
  UINT minimum = 0;
  UINT maximum = 0;  // both 0: every message

  bool everything() const { return window == nullptr && minimum == 0 && maximum == 0; }
  bool accepts_number(UINT message) const {
    return (minimum == 0 && maximum == 0) || (message >= minimum && message <= maximum);
  }
  // Also accepts children of `window`, as Windows does.
  bool accepts_window(HWND handle) const;
  bool accepts(const MSG& message) const {
    return accepts_number(message.message) && accepts_window(message.hwnd);
  }
};

class MessageQueue {
 public:
  static constexpr std::size_t kLimit = 10'000;
  static constexpr std::size_t kInbox = 1024;

  MessageQueue() = default;
  ~MessageQueue();

  // From the owner.
  bool push_own(const MSG& message) {
    if (inbox_waiting()) [[unlikely]]
      take_inbox();
    const std::size_t count = tail_ - head_;
    if (count == capacity_) [[unlikely]]
      grow();
    if (count >= kNearlyFull - 1) [[unlikely]]
      return push_nearly_full(message);
    ring_[tail_++ & (capacity_ - 1)] = message;
    return true;
  }
  // From any other thread.
  bool push_foreign(const MSG& message);
  // From any thread, to the front.
  bool push_urgent(const MSG& message);

  bool empty() const { return head_ == tail_ && !inbox_waiting(); }

  // The owner's fast way: the oldest message.
  bool pop(MSG& message) {
    if (pop_own(message)) return true;
    if (!inbox_waiting()) return false;
    take_inbox();
    return pop_own(message);
  }
  // The same without a look at what other threads have posted since.
  bool pop_own(MSG& message) {
    const bool attentive = attention_.load(std::memory_order_relaxed) != 0;
    if (attentive) [[unlikely]]
      take_urgent();
    if (head_ == tail_) return false;
    message = ring_[head_++ & (capacity_ - 1)];
    if (attentive) [[unlikely]]
      note_fill();
    return true;
  }

  // The oldest message that the filter accepts; taken out unless `peek`.
  bool find(const MessageFilter& filter, bool remove, MSG& message);
  // Takes out all messages for a window that is going.
  void remove_window(HWND window);
  void clear();

  // For the owner, and for waiting with a parker: something of another thread's is there.
  bool inbox_waiting() const {
    const Cell* cells = inbox_.load(std::memory_order_acquire);
    // What overflows comes after the inbox was made.
    return cells != nullptr && (cells[inbox_head_ % kInbox].sequence.load(
                                    std::memory_order_seq_cst) == inbox_head_ + 1 ||
                                overflowing_.load(std::memory_order_seq_cst));
  }

 private:
  // Processors fetch lines of 64 bytes in pairs.
  static constexpr std::size_t kApart = 128;
  static constexpr std::size_t kNearlyFull = kLimit - kInbox - 1;
  // What a pop must not pass over, in attention_.
  static constexpr std::uint8_t kFull = 1;    // nearly
  static constexpr std::uint8_t kUrgent = 2;  // something waits in urgent_
  struct alignas(64) Cell {
    std::atomic<std::uint64_t> sequence;  // position + 1 once the message of that position is here
    MSG message;
  };

  void grow();
  bool push_nearly_full(const MSG& message);
  void note_fill();
  void take_inbox();
  void take_urgent() {
    if ((attention_.load(std::memory_order_acquire) & kUrgent) != 0) take_inbox();
  }
  bool is_nearly_full() const { return (attention_.load(std::memory_order_acquire) & kFull) != 0; }
  bool has_room() const;
  void put_in_front(const MSG& message);
  void append(const MSG& message);
  bool push_overflow(const MSG& message);
  bool find_room(std::uint64_t position);
  Cell* make_inbox();
  void take_overflow();

  // The owner's.
  std::unique_ptr<MSG[]> ring_;
  std::size_t capacity_ = 0;
  std::size_t head_ = 0;
  std::size_t tail_ = 0;
  std::uint64_t inbox_head_ = 0;

  // The posters'.
  alignas(kApart) std::atomic<std::uint64_t> inbox_tail_{0};
  std::atomic<std::uint64_t> inbox_end_{0};  // positions before it are free, as last seen
  // Read by all and seldom written.
  alignas(kApart) std::atomic<Cell*> inbox_{nullptr};
  std::atomic<bool> overflowing_{false};
  std::atomic<std::uint8_t> attention_{0};
  // Written by the owner, read by posters that see a full inbox.
  alignas(kApart) std::atomic<std::size_t> own_count_{0};  // exact only while is_nearly_full()
  std::atomic<std::uint64_t> taken_{0};                    // inbox_head_
  std::mutex mutex_;
  std::vector<MSG> overflow_;  // guarded by mutex_
  std::vector<MSG> urgent_;    // guarded by mutex_
};

}  // namespace transom::user
