#include "kernel32/wait.h"

#include <algorithm>
#include <array>

#include "kernel32/procedure_call.h"

namespace transom::kernel {
namespace {

std::mutex& dispatcher() {
  static auto* mutex = new std::mutex;
  return *mutex;
}

void link(Object& object, WaitNode& node) {
  node.previous = object.last_waiter;
  node.next = nullptr;
  (node.previous != nullptr ? node.previous->next : object.first_waiter) = &node;
  object.last_waiter = &node;
}

void unlink(Object& object, WaitNode& node) {
  (node.previous != nullptr ? node.previous->next : object.first_waiter) = node.next;
  (node.next != nullptr ? node.next->previous : object.last_waiter) = node.previous;
}

// Takes what the wait asks for if it is there. Returns the result, or kPending.
std::uint32_t try_take(WaitBlock& block) {
  const auto& objects = block.objects;
  std::uint32_t result = WaitBlock::kPending;
  if (block.what == WaitFor::kAny) {
    for (std::uint32_t i = 0; i < objects.size(); ++i) {
      if (!objects[i]->signaled(*block.thread)) continue;
      return objects[i]->consume(*block.thread) ? i | WaitBlock::kAbandonedBit : i;
    }
    return result;
  }
  const bool all = std::all_of(objects.begin(), objects.end(), [&](const ObjectRef& object) {
    return object->signaled(*block.thread);
  });
  if (!all || objects.empty()) return result;
  result = 0;
  for (const ObjectRef& object : objects) {
    if (object->consume(*block.thread)) result |= WaitBlock::kAbandonedBit;
  }
  return result;
}

WaitResult to_result(std::uint32_t value) {
  return {(value & WaitBlock::kAbandonedBit) != 0 ? WaitOutcome::kAbandoned : WaitOutcome::kObject,
          value & ~WaitBlock::kAbandonedBit};
}

base::Nanoseconds earliest_due(const WaitBlock& block, base::Nanoseconds deadline, bool alertable) {
  for (const ObjectRef& object : block.objects) deadline = std::min(deadline, object->due());
  return alertable ? std::min(deadline, next_callback_due(*block.thread)) : deadline;
}

using Nodes = std::array<WaitNode, MAXIMUM_WAIT_OBJECTS>;

void link_all(WaitBlock& block, Nodes& nodes) {
  block.reconsider.store(false, std::memory_order_relaxed);
  for (std::uint32_t i = 0; i < block.objects.size(); ++i) {
    nodes[i].block = &block;
    nodes[i].index = i;
    link(*block.objects[i], nodes[i]);
  }
}

void unlink_all(WaitBlock& block, Nodes& nodes) {
  for (std::uint32_t i = 0; i < block.objects.size(); ++i) unlink(*block.objects[i], nodes[i]);
}

void advance_all(const WaitBlock& block, bool alertable) {
  const base::Nanoseconds now = base::clock::now();
  for (const ObjectRef& object : block.objects) object->advance(now);
  if (alertable) advance_callback_timers(*block.thread, now);
}

}  // namespace

DispatcherLock::DispatcherLock() : lock_(dispatcher()) {}

bool has_waiters(const Object& object) {
  return object.first_waiter != nullptr;
}

void signal_waiters(Object& object) {
  WaitNode* next = nullptr;
  for (WaitNode* node = object.first_waiter; node != nullptr; node = next) {
    next = node->next;
    WaitBlock& block = *node->block;
    if (block.result.load(std::memory_order_relaxed) != WaitBlock::kPending) continue;
    const std::uint32_t result = try_take(block);
    if (result == WaitBlock::kPending) continue;
    ThreadRecord* thread = block.thread;
    block.result.store(result, std::memory_order_seq_cst);
    thread->parker.unpark();
  }
}

void reconsider_waiters(Object& object) {
  for (WaitNode* node = object.first_waiter; node != nullptr; node = node->next) {
    node->block->reconsider.store(true, std::memory_order_seq_cst);
    node->block->thread->parker.unpark();
  }
}

WaitResult wait(std::span<const ObjectRef> objects, WaitFor what, base::Nanoseconds deadline,
                bool alertable, ExtraCondition extra) {
  ThreadRecord& thread = current_thread();
  WaitBlock block{&thread, objects, what, WaitBlock::kPending, false};
  Nodes nodes;
  while (true) {
    base::Nanoseconds wake_at = 0;
    bool timed_out = false;
    {
      DispatcherLock lock;
      advance_all(block, alertable);
      const std::uint32_t taken = try_take(block);
      if (taken != WaitBlock::kPending) return to_result(taken);
      if (extra()) return {WaitOutcome::kExtra};
      if (!alertable || !callbacks_waiting(thread)) {
        timed_out = deadline <= base::clock::now();
        if (!timed_out) {
          wake_at = earliest_due(block, deadline, alertable);
          link_all(block, nodes);
        }
      }
    }
    if (timed_out) {
      base::clock::polled();
      return {WaitOutcome::kTimeout};
    }
    if (wake_at == 0) {
      run_callbacks(thread);
      return {WaitOutcome::kCallback};
    }
    thread.parker.park(wake_at, [&] {
      return block.result.load(std::memory_order_seq_cst) != WaitBlock::kPending ||
             block.reconsider.load(std::memory_order_seq_cst) ||
             (alertable && callbacks_waiting(thread)) || extra();
    });
    DispatcherLock lock;
    unlink_all(block, nodes);
    const std::uint32_t result = block.result.load(std::memory_order_relaxed);
    if (result != WaitBlock::kPending) return to_result(result);
  }
}

}  // namespace transom::kernel
