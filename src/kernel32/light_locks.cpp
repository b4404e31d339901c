// Critical sections, slim reader-writer locks, condition variables and one-time initialization: the
// locks that live in the program's own memory and take no call into the system while free.
#include "base/last_error.h"
#include "kernel32/address_wait.h"

using namespace transom;
using namespace transom::kernel;

namespace {

// A word of the program's structure as an atomic.
template <class Word>
std::atomic_ref<Word> atomic(Word& word) {
  return std::atomic_ref<Word>(word);
}

std::atomic_ref<std::uintptr_t> atomic(PVOID& pointer) {
  return std::atomic_ref<std::uintptr_t>(reinterpret_cast<std::uintptr_t&>(pointer));
}

// What LockCount holds. (On Windows its bits mean other things; programs are told not to look.)
constexpr LONG kFree = -1, kHeld = 0, kContended = 1;

std::uintptr_t self() {
  return current_thread().id;
}

void lock_slowly(CRITICAL_SECTION& section) {
  const auto count = atomic(section.LockCount);
  while (count.exchange(kContended, std::memory_order_acquire) != kFree) {
    wait_on_address(&section.LockCount, base::kForever,
                    [&] { return count.load(std::memory_order_seq_cst) == kContended; });
  }
}

bool try_lock(CRITICAL_SECTION& section) {
  const std::uintptr_t me = self();
  if (atomic(section.OwningThread).load(std::memory_order_relaxed) == me) {
    ++section.RecursionCount;
    return true;
  }
  LONG expected = kFree;
  if (!atomic(section.LockCount)
           .compare_exchange_strong(expected, kHeld, std::memory_order_acquire)) {
    return false;
  }
  atomic(section.OwningThread).store(me, std::memory_order_relaxed);
  section.RecursionCount = 1;
  return true;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-initializecriticalsection
void WINAPI InitializeCriticalSection(LPCRITICAL_SECTION section) {
  *section = {};
  section->LockCount = kFree;
}

WINBOOL WINAPI InitializeCriticalSectionAndSpinCount(LPCRITICAL_SECTION section, DWORD spin_count) {
  InitializeCriticalSection(section);
  section->SpinCount = spin_count & 0x00FFFFFF;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-initializecriticalsectionex
WINBOOL WINAPI InitializeCriticalSectionEx(LPCRITICAL_SECTION section, DWORD spin_count, DWORD) {
  return InitializeCriticalSectionAndSpinCount(section, spin_count);
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-setcriticalsectionspincount
DWORD WINAPI SetCriticalSectionSpinCount(LPCRITICAL_SECTION section, DWORD spin_count) {
  return static_cast<DWORD>(std::exchange(section->SpinCount, spin_count & 0x00FFFFFF));
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-deletecriticalsection
void WINAPI DeleteCriticalSection(LPCRITICAL_SECTION section) {
  InitializeCriticalSection(section);
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-entercriticalsection
void WINAPI EnterCriticalSection(LPCRITICAL_SECTION section) {
  if (try_lock(*section)) return;
  lock_slowly(*section);
  atomic(section->OwningThread).store(self(), std::memory_order_relaxed);
  section->RecursionCount = 1;
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-tryentercriticalsection
WINBOOL WINAPI TryEnterCriticalSection(LPCRITICAL_SECTION section) {
  return try_lock(*section);
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-leavecriticalsection
void WINAPI LeaveCriticalSection(LPCRITICAL_SECTION section) {
  if (--section->RecursionCount > 0) return;
  atomic(section->OwningThread).store(0, std::memory_order_relaxed);
  if (atomic(section->LockCount).exchange(kFree, std::memory_order_seq_cst) == kContended) {
    wake_address(&section->LockCount, Wake::kOne);
  }
}

namespace {

// A reader-writer lock's word: held by a writer, somebody sleeps, number of readers times four.
constexpr std::uintptr_t kWriter = 1, kSleepers = 2, kReader = 4;

// Takes the lock by adding `amount` as soon as no bit of `obstacles` is set.
void acquire(PSRWLOCK lock, std::uintptr_t obstacles, std::uintptr_t amount) {
  const auto word = atomic(lock->Ptr);
  std::uintptr_t value = word.load(std::memory_order_relaxed);
  while (true) {
    if ((value & obstacles) == 0) {
      if (word.compare_exchange_weak(value, value + amount, std::memory_order_acquire)) return;
      continue;
    }
    if (!word.compare_exchange_weak(value, value | kSleepers, std::memory_order_seq_cst)) continue;
    wait_on_address(lock, base::kForever, [&] {
      const std::uintptr_t now = word.load(std::memory_order_seq_cst);
      return (now & kSleepers) != 0 && (now & obstacles) != 0;
    });
    value = word.load(std::memory_order_relaxed);
  }
}

bool try_acquire(PSRWLOCK lock, std::uintptr_t obstacles, std::uintptr_t amount) {
  const auto word = atomic(lock->Ptr);
  std::uintptr_t value = word.load(std::memory_order_relaxed);
  while ((value & obstacles) == 0) {
    if (word.compare_exchange_weak(value, value + amount, std::memory_order_acquire)) return true;
  }
  return false;
}

// Gives `amount` back; the last one out wakes all who sleep, who then compete.
void release(PSRWLOCK lock, std::uintptr_t amount) {
  const auto word = atomic(lock->Ptr);
  std::uintptr_t value = word.load(std::memory_order_relaxed);
  std::uintptr_t next;
  do {
    next = value - amount;
    if ((next & ~kSleepers) == 0) next = 0;
  } while (!word.compare_exchange_weak(value, next, std::memory_order_seq_cst));
  if (next == 0 && (value & kSleepers) != 0) wake_address(lock, Wake::kAll);
}

constexpr std::uintptr_t kAnybody = ~kSleepers;

}  // namespace

// https://learn.microsoft.com/windows/win32/sync/slim-reader-writer--srw--locks
void WINAPI InitializeSRWLock(PSRWLOCK lock) {
  lock->Ptr = nullptr;
}
void WINAPI AcquireSRWLockExclusive(PSRWLOCK lock) {
  acquire(lock, kAnybody, kWriter);
}
void WINAPI AcquireSRWLockShared(PSRWLOCK lock) {
  acquire(lock, kWriter, kReader);
}
void WINAPI ReleaseSRWLockExclusive(PSRWLOCK lock) {
  release(lock, kWriter);
}
void WINAPI ReleaseSRWLockShared(PSRWLOCK lock) {
  release(lock, kReader);
}
BOOLEAN WINAPI TryAcquireSRWLockExclusive(PSRWLOCK lock) {
  return try_acquire(lock, kAnybody, kWriter);
}
BOOLEAN WINAPI TryAcquireSRWLockShared(PSRWLOCK lock) {
  return try_acquire(lock, kWriter, kReader);
}

// A condition variable's word counts wakes; a sleeper goes to bed only if none came since it
// looked. https://learn.microsoft.com/windows/win32/sync/condition-variables
void WINAPI InitializeConditionVariable(PCONDITION_VARIABLE variable) {
  variable->Ptr = nullptr;
}

void WINAPI WakeConditionVariable(PCONDITION_VARIABLE variable) {
  atomic(variable->Ptr).fetch_add(1, std::memory_order_seq_cst);
  wake_address(variable, Wake::kOne);
}

void WINAPI WakeAllConditionVariable(PCONDITION_VARIABLE variable) {
  atomic(variable->Ptr).fetch_add(1, std::memory_order_seq_cst);
  wake_address(variable, Wake::kAll);
}

namespace {

template <class Unlock, class Lock>
WINBOOL sleep_on(PCONDITION_VARIABLE variable, DWORD milliseconds, Unlock unlock, Lock lock) {
  const auto word = atomic(variable->Ptr);
  const std::uintptr_t seen = word.load(std::memory_order_seq_cst);
  unlock();
  const bool woken = wait_on_address(variable, base::clock::deadline_after(milliseconds),
                                     [&] { return word.load(std::memory_order_seq_cst) == seen; });
  lock();
  return woken ? TRUE : base::fail(ERROR_TIMEOUT);
}

}  // namespace

// Last errors: ERROR_TIMEOUT. May wake for no reason, as documented.
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-sleepconditionvariablecs
WINBOOL WINAPI SleepConditionVariableCS(PCONDITION_VARIABLE variable, PCRITICAL_SECTION section,
                                        DWORD milliseconds) {
  return sleep_on(
      variable, milliseconds, [&] { LeaveCriticalSection(section); },
      [&] { EnterCriticalSection(section); });
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-sleepconditionvariablesrw
WINBOOL WINAPI SleepConditionVariableSRW(PCONDITION_VARIABLE variable, PSRWLOCK lock,
                                         DWORD milliseconds, ULONG flags) {
  const std::uintptr_t amount =
      (flags & CONDITION_VARIABLE_LOCKMODE_SHARED) != 0 ? kReader : kWriter;
  return sleep_on(
      variable, milliseconds, [&] { release(lock, amount); },
      [&] { acquire(lock, amount == kReader ? kWriter : kAnybody, amount); });
}

namespace {

// A one-time initialization's word: these, or kDone with the context above the low two bits.
constexpr std::uintptr_t kUntouched = 0, kRunning = 1, kDone = 2, kStateBits = 3;

}  // namespace

// https://learn.microsoft.com/windows/win32/sync/one-time-initialization
void WINAPI InitOnceInitialize(PINIT_ONCE once) {
  once->Ptr = nullptr;
}

// Synchronous use only; INIT_ONCE_ASYNC fails with ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-initoncebegininitialize
WINBOOL WINAPI InitOnceBeginInitialize(LPINIT_ONCE once, DWORD flags, PBOOL pending,
                                       LPVOID* context) {
  if ((flags & ~DWORD{INIT_ONCE_CHECK_ONLY}) != 0 || pending == nullptr) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const auto word = atomic(once->Ptr);
  while (true) {
    std::uintptr_t value = word.load(std::memory_order_acquire);
    if ((value & kStateBits) == kDone) {
      if (context != nullptr) *context = reinterpret_cast<LPVOID>(value & ~kStateBits);
      *pending = FALSE;
      return TRUE;
    }
    *pending = TRUE;
    if ((flags & INIT_ONCE_CHECK_ONLY) != 0) return base::fail(ERROR_GEN_FAILURE);
    if (value == kUntouched && word.compare_exchange_strong(value, kRunning)) return TRUE;
    wait_on_address(once, base::kForever,
                    [&] { return word.load(std::memory_order_seq_cst) == kRunning; });
  }
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-initoncecomplete
WINBOOL WINAPI InitOnceComplete(LPINIT_ONCE once, DWORD flags, LPVOID context) {
  const auto value = reinterpret_cast<std::uintptr_t>(context);
  const bool failed = (flags & INIT_ONCE_INIT_FAILED) != 0;
  if ((value & kStateBits) != 0 || (failed && context != nullptr)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  std::uintptr_t expected = kRunning;
  if (!atomic(once->Ptr).compare_exchange_strong(expected, failed ? kUntouched : value | kDone)) {
    return base::fail(ERROR_GEN_FAILURE);
  }
  wake_address(once, Wake::kAll);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-initonceexecuteonce
WINBOOL WINAPI InitOnceExecuteOnce(PINIT_ONCE once, PINIT_ONCE_FN function, PVOID parameter,
                                   LPVOID* context) {
  WINBOOL pending = FALSE;
  if (!InitOnceBeginInitialize(once, 0, &pending, context)) return FALSE;
  if (!pending) return TRUE;
  LPVOID result = nullptr;
  const WINBOOL done = function(once, parameter, &result);
  if (!InitOnceComplete(once, done ? 0 : INIT_ONCE_INIT_FAILED, done ? result : nullptr)) {
    return FALSE;
  }
  if (done && context != nullptr) *context = result;
  return done;
}
