#include "user32/message/timer_set.h"

#include <algorithm>
#include <utility>

namespace transom::user {

UINT_PTR TimerSet::set(HWND window, UINT_PTR id, UINT period, TIMERPROC procedure, bool system) {
  // Windows ignores an identifier that is not one of this thread's when there is no window.
  if (window == nullptr && !timers_.contains({window, id, system})) {
    do {
      id = ++next_id_;
    } while (timers_.contains({window, id, system}));
  }
  auto& slot = timers_[{window, id, system}];
  const bool fresh = slot == nullptr;
  if (fresh) slot = std::make_unique<Timer>();
  Timer& timer = *slot;
  const std::size_t position = timer.position;
  timer = {window,    id, std::clamp<UINT>(period, USER_TIMER_MINIMUM, USER_TIMER_MAXIMUM),
           procedure, 0,  system,
           position};
  timer.due = base::clock::now() + timer.period * base::kMillisecond;
  if (fresh) {
    timer.position = heap_.size();
    heap_.push_back({timer.due, &timer});
    sift_up(timer.position);
  } else if (timer.due < heap_[timer.position].due) {
    heap_[timer.position].due = timer.due;
    sift_up(timer.position);
  }
  return id;
}

bool TimerSet::kill(HWND window, UINT_PTR id, bool system) {
  const auto found = timers_.find({window, id, system});
  if (found == timers_.end()) return false;
  remove_at(found->second->position);
  timers_.erase(found);
  return true;
}

void TimerSet::kill_window(HWND window) {
  if (timers_.empty()) return;
  std::vector<Key> dying;
  for (const auto& [key, timer] : timers_) {
    if (key.window == window) dying.push_back(key);
  }
  for (const Key& key : dying) kill(key.window, key.id, key.system);
}

void TimerSet::clear() {
  heap_.clear();
  timers_.clear();
}

bool TimerSet::knows_procedure(HWND window, UINT_PTR id, LPARAM procedure) const {
  for (const bool system : {false, true}) {
    const auto found = timers_.find({window, id, system});
    if (found != timers_.end() && reinterpret_cast<LPARAM>(found->second->procedure) == procedure) {
      return true;
    }
  }
  return false;
}

void TimerSet::place(const Entry& entry, std::size_t position) {
  heap_[position] = entry;
  entry.timer->position = position;
}

// Timers that were put off sink to where they belong.
void TimerSet::settle_first() {
  while (!heap_.empty() && heap_[0].due != heap_[0].timer->due) {
    heap_[0].due = heap_[0].timer->due;
    sift_down(0);
  }
}

void TimerSet::sift_up(std::size_t position) {
  const Entry entry = heap_[position];
  while (position > 0) {
    const std::size_t parent = (position - 1) / 2;
    if (heap_[parent].due <= entry.due) break;
    place(heap_[parent], position);
    position = parent;
  }
  place(entry, position);
}

void TimerSet::sift_down(std::size_t position) {
  const Entry entry = heap_[position];
  while (true) {
    std::size_t child = 2 * position + 1;
    if (child >= heap_.size()) break;
    if (child + 1 < heap_.size() && heap_[child + 1].due < heap_[child].due) ++child;
    if (entry.due <= heap_[child].due) break;
    place(heap_[child], position);
    position = child;
  }
  place(entry, position);
}

void TimerSet::remove_at(std::size_t position) {
  const Entry last = heap_.back();
  heap_.pop_back();
  if (position == heap_.size()) return;
  place(last, position);
  sift_up(position);
  sift_down(last.timer->position);
}

}  // namespace transom::user
