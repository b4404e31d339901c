#include "user32/message/message_queue.h"

#include <sys/mman.h>

#include <algorithm>
#include <new>
#include <thread>

#include "user32/lock.h"
#include "user32/window/tree.h"
#include "user32/window/window.h"

namespace transom::user {

namespace {
constexpr std::size_t kAhead = 8;  // cells

void fetch_to_write(const void* line) {
#if defined(__x86_64__)
  // The built-in would fetch to read, and the write pay for the line a second time.
  asm volatile("prefetchw %0" : : "m"(*static_cast<const char*>(line)));
#else
  __builtin_prefetch(line, 1);
#endif
}

}  // namespace

bool MessageFilter::accepts_window(HWND handle) const {
  if (window == nullptr || handle == window) return true;
  if (window == reinterpret_cast<HWND>(-1)) return handle == nullptr;
  UserLock lock;
  const Window* asked = find_window_locked(window);
  const Window* candidate = find_window_locked(handle);
  return asked != nullptr && candidate != nullptr && is_descendant(*candidate, *asked);
}

MessageQueue::~MessageQueue() {
  if (Cell* cells = inbox_.load()) munmap(cells, sizeof(Cell) * kInbox);
}

void MessageQueue::grow() {
  const std::size_t capacity = capacity_ == 0 ? 64 : capacity_ * 2;
  auto ring = std::make_unique<MSG[]>(capacity);
  const std::size_t count = tail_ - head_;
  for (std::size_t i = 0; i < count; ++i) ring[i] = ring_[(head_ + i) & (capacity_ - 1)];
  ring_ = std::move(ring);
  capacity_ = capacity;
  head_ = 0;
  tail_ = count;
}

// Keeps what posters see of the owner's ring exact while the queue is nearly full, and at no cost
// before that.
void MessageQueue::note_fill() {
  const std::size_t count = tail_ - head_;
  own_count_.store(count, std::memory_order_relaxed);
  const bool nearly_full = count >= kNearlyFull;
  if (nearly_full == is_nearly_full()) return;
  if (nearly_full) {
    attention_.fetch_or(kFull, std::memory_order_release);
  } else {
    attention_.fetch_and(static_cast<std::uint8_t>(~kFull), std::memory_order_release);
  }
}

bool MessageQueue::push_nearly_full(const MSG& message) {
  if (tail_ - head_ >= kLimit) return false;
  append(message);
  note_fill();
  return true;
}

void MessageQueue::append(const MSG& message) {
  if (tail_ - head_ == capacity_) grow();
  ring_[tail_++ & (capacity_ - 1)] = message;
}

MessageQueue::Cell* MessageQueue::make_inbox() {
  std::lock_guard lock(mutex_);
  if (Cell* cells = inbox_.load()) return cells;
  // Fresh pages are zero, and so are the cells' sequence numbers.
  void* memory = mmap(nullptr, sizeof(Cell) * kInbox, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return nullptr;
  auto* cells = static_cast<Cell*>(memory);
  inbox_.store(cells, std::memory_order_release);
  return cells;
}

bool MessageQueue::push_foreign(const MSG& message) {
  Cell* cells = inbox_.load(std::memory_order_acquire);
  if (cells == nullptr && (cells = make_inbox()) == nullptr) return false;
  if (overflowing_.load(std::memory_order_acquire) || is_nearly_full()) {
    return push_overflow(message);
  }
  std::uint64_t position = inbox_tail_.load(std::memory_order_relaxed);
  do {
    if (position >= inbox_end_.load(std::memory_order_acquire) && !find_room(position)) {
      return push_overflow(message);
    }
  } while (!inbox_tail_.compare_exchange_weak(position, position + 1, std::memory_order_relaxed));
  Cell& cell = cells[position % kInbox];
  cell.message = message;
  cell.sequence.store(position + 1, std::memory_order_seq_cst);
  // The owner has read those cells a round ago; fetching one takes longer than a post.
  fetch_to_write(&cells[(position + kAhead) % kInbox]);
  return true;
}

// Looks how far the owner has come. Two posters may disagree for a moment: both are right.
bool MessageQueue::find_room(std::uint64_t position) {
  const std::uint64_t end = taken_.load(std::memory_order_acquire) + kInbox;
  inbox_end_.store(end, std::memory_order_release);
  return position < end;
}

// Under mutex_.
bool MessageQueue::has_room() const {
  const std::uint64_t in_cells =
      inbox_tail_.load(std::memory_order_relaxed) -
      std::min(taken_.load(std::memory_order_relaxed), inbox_tail_.load(std::memory_order_relaxed));
  const std::size_t own = own_count_.load(std::memory_order_relaxed);
  return own + in_cells + overflow_.size() + urgent_.size() < kLimit;
}

bool MessageQueue::push_overflow(const MSG& message) {
  std::lock_guard lock(mutex_);
  if (!has_room()) return false;
  overflow_.push_back(message);
  overflowing_.store(true, std::memory_order_seq_cst);
  return true;
}

// By way of the overflow, which the owner looks for wherever it looks for others' messages.
bool MessageQueue::push_urgent(const MSG& message) {
  if (inbox_.load(std::memory_order_acquire) == nullptr && make_inbox() == nullptr) return false;
  std::lock_guard lock(mutex_);
  if (!has_room()) return false;
  urgent_.push_back(message);
  attention_.fetch_or(kUrgent, std::memory_order_release);
  overflowing_.store(true, std::memory_order_seq_cst);
  return true;
}

// Behind those that are urgent, too, before what waits otherwise.
void MessageQueue::put_in_front(const MSG& message) {
  if (tail_ - head_ == capacity_) grow();
  // The ring turns: there is room before its head.
  if (head_ == 0) {
    head_ += capacity_;
    tail_ += capacity_;
  }
  std::size_t at = --head_;
  for (; at + 1 != tail_; ++at) {
    const MSG& next = ring_[(at + 1) & (capacity_ - 1)];
    if (next.message != message.message) break;
    ring_[at & (capacity_ - 1)] = next;
  }
  ring_[at & (capacity_ - 1)] = message;
}

// Moves everything that has arrived into the owner's ring.
void MessageQueue::take_inbox() {
  Cell* cells = inbox_.load(std::memory_order_acquire);
  while (cells != nullptr) {
    Cell& cell = cells[inbox_head_ % kInbox];
    if (cell.sequence.load(std::memory_order_acquire) != inbox_head_ + 1) break;
    append(cell.message);
    ++inbox_head_;
  }
  taken_.store(inbox_head_, std::memory_order_release);
  if (overflowing_.load(std::memory_order_acquire)) take_overflow();
  note_fill();
}

void MessageQueue::take_overflow() {
  std::lock_guard lock(mutex_);
  // A poster may have claimed a cell before the overflow began and not have written it yet; what is
  // in the list comes after it.
  Cell* cells = inbox_.load(std::memory_order_acquire);
  const std::uint64_t end = inbox_tail_.load(std::memory_order_acquire);
  while (inbox_head_ != end) {
    Cell& cell = cells[inbox_head_ % kInbox];
    while (cell.sequence.load(std::memory_order_acquire) != inbox_head_ + 1) {
      std::this_thread::yield();
    }
    append(cell.message);
    ++inbox_head_;
  }
  taken_.store(inbox_head_, std::memory_order_release);
  for (const MSG& message : overflow_) append(message);
  overflow_.clear();
  for (const MSG& message : urgent_) put_in_front(message);
  urgent_.clear();
  attention_.fetch_and(static_cast<std::uint8_t>(~kUrgent), std::memory_order_release);
  overflowing_.store(false, std::memory_order_seq_cst);
  own_count_.store(tail_ - head_, std::memory_order_relaxed);
}

bool MessageQueue::find(const MessageFilter& filter, bool remove, MSG& message) {
  if (inbox_waiting()) take_inbox();
  for (std::size_t i = head_; i != tail_; ++i) {
    MSG& candidate = ring_[i & (capacity_ - 1)];
    if (!filter.accepts(candidate)) continue;
    message = candidate;
    if (remove) {
      // Messages from the middle are rare; those before it move up by one.
      for (std::size_t j = i; j != head_; --j) {
        ring_[j & (capacity_ - 1)] = ring_[(j - 1) & (capacity_ - 1)];
      }
      ++head_;
      if (is_nearly_full()) note_fill();
    }
    return true;
  }
  return false;
}

void MessageQueue::remove_window(HWND window) {
  if (inbox_waiting()) take_inbox();
  std::size_t kept = head_;
  for (std::size_t i = head_; i != tail_; ++i) {
    const MSG& message = ring_[i & (capacity_ - 1)];
    if (message.hwnd != window) ring_[kept++ & (capacity_ - 1)] = message;
  }
  tail_ = kept;
  note_fill();
}

void MessageQueue::clear() {
  if (inbox_waiting()) take_inbox();
  head_ = tail_ = 0;
  note_fill();
}

}  // namespace transom::user
