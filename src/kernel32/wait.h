// Waiting for kernel objects.
//
//   wait:  lock the dispatcher
//          an object (all of them) signaled?        -> consume, done
//          alertable and a procedure call queued?   -> run the calls, done
//          the extra condition holds?               -> done
//          put a node on each object's list, unlock, park
//          woken by hand-over, call, extra condition or time: look again
//
// Contract
//  - One dispatcher lock for all objects. Whoever signals an object hands it to the first waiter
//  that
//    it satisfies, so that an auto-reset event or a mutex goes to those who wait, first come first.
//  - A wait for all takes nothing until it can take everything.
//  - No callback runs with the dispatcher lock held.
//  - Timers need no thread: their waiters wake when they are due.
// https://learn.microsoft.com/windows/win32/sync/wait-functions
#pragma once

#include <atomic>
#include <mutex>
#include <span>

#include "base/clock.h"
#include "kernel32/object.h"
#include "kernel32/thread_record.h"

namespace transom::kernel {

enum class WaitFor { kAny, kAll };

enum class WaitOutcome {
  kObject,
  kAbandoned,  // an object, a mutex whose owner ended without releasing it
  kTimeout,
  kCallback,  // asynchronous procedure calls were run
  kExtra,     // the extra condition holds
};

struct WaitResult {
  WaitOutcome outcome;
  std::size_t index = 0;  // which object, for kAny
};

// A condition that ends a wait, such as messages in the queue. Lock-free, and whoever makes it true
// unparks the waiting thread afterwards (base/parker.h).
struct ExtraCondition {
  bool (*holds)(void* context) = nullptr;
  void* context = nullptr;

  bool operator()() const { return holds != nullptr && holds(context); }
};

// At most MAXIMUM_WAIT_OBJECTS objects; none at all is a sleep.
WaitResult wait(std::span<const ObjectRef> objects, WaitFor what, base::Nanoseconds deadline,
                bool alertable, ExtraCondition extra = {});

// The lock. While it is held: signal_waiters() after an object became signaled.
class DispatcherLock {
 public:
  DispatcherLock();

 private:
  std::unique_lock<std::mutex> lock_;
};

void signal_waiters(Object& object);
// Its waiters look at due() again.
void reconsider_waiters(Object& object);
// For PulseEvent: releases who waits now.
bool has_waiters(const Object& object);

// One object's place in one wait. On the waiter's stack.
struct WaitBlock {
  ThreadRecord* thread;
  std::span<const ObjectRef> objects;
  WaitFor what;
  // kPending, or the index of the object that ended the wait; kAbandonedBit beside it.
  std::atomic<std::uint32_t> result;
  std::atomic<bool> reconsider;

  static constexpr std::uint32_t kPending = 0xFFFFFFFF;
  static constexpr std::uint32_t kAbandonedBit = 0x10000;
};

struct WaitNode {
  WaitBlock* block;
  std::uint32_t index;
  WaitNode* previous;
  WaitNode* next;
};

}  // namespace transom::kernel
