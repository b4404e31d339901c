#include "kernel32/address_wait.h"

#include <array>
#include <list>
#include <mutex>

#include "base/last_error.h"

namespace transom::kernel {
namespace {

struct Sleeper {
  const void* address;
  ThreadRecord* thread;
  std::atomic<bool> woken{false};
};

struct Bucket {
  std::mutex mutex;
  std::list<Sleeper*> sleepers;  // guarded by mutex, oldest first
};

Bucket& bucket_of(const void* address) {
  static auto* buckets = new std::array<Bucket, 64>;
  const auto value = reinterpret_cast<std::uintptr_t>(address);
  return (*buckets)[(value >> 3 ^ value >> 9) % buckets->size()];
}

}  // namespace

bool detail::wait_on_address(const void* address, base::Nanoseconds deadline,
                             bool (*still_wanted)(void*), void* context) {
  Bucket& bucket = bucket_of(address);
  Sleeper sleeper{address, &current_thread()};
  {
    std::lock_guard lock(bucket.mutex);
    if (!still_wanted(context)) return true;
    bucket.sleepers.push_back(&sleeper);
  }
  const auto woken = [&] { return sleeper.woken.load(std::memory_order_seq_cst); };
  sleeper.thread->parker.park(deadline, woken);
  std::lock_guard lock(bucket.mutex);
  bucket.sleepers.remove(&sleeper);
  return woken();
}

void wake_address(const void* address, Wake how) {
  Bucket& bucket = bucket_of(address);
  std::lock_guard lock(bucket.mutex);
  for (Sleeper* sleeper : bucket.sleepers) {
    if (sleeper->address != address || sleeper->woken.load(std::memory_order_relaxed)) continue;
    sleeper->woken.store(true, std::memory_order_seq_cst);
    sleeper->thread->parker.unpark();
    if (how == Wake::kOne) return;
  }
}

}  // namespace transom::kernel

using namespace transom;

namespace {

bool is_wait_size(SIZE_T size) {
  return size == 1 || size == 2 || size == 4 || size == 8;
}

template <class Word>
bool still_equal(volatile void* address, const void* expected) {
  Word value;
  std::memcpy(&value, expected, sizeof value);
  return __atomic_load_n(static_cast<volatile Word*>(address), __ATOMIC_SEQ_CST) == value;
}

bool still_equal(volatile void* address, const void* expected, SIZE_T size) {
  switch (size) {
    case 1:
      return still_equal<std::uint8_t>(address, expected);
    case 2:
      return still_equal<std::uint16_t>(address, expected);
    case 4:
      return still_equal<std::uint32_t>(address, expected);
    default:
      return still_equal<std::uint64_t>(address, expected);
  }
}

}  // namespace

// Last errors: ERROR_INVALID_PARAMETER (size not 1, 2, 4 or 8), ERROR_TIMEOUT.
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-waitonaddress
WINBOOL WINAPI WaitOnAddress(volatile void* address, PVOID expected, SIZE_T size,
                             DWORD milliseconds) {
  if (address == nullptr || expected == nullptr || !is_wait_size(size)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const bool woken =
      kernel::wait_on_address(const_cast<void*>(address), base::clock::deadline_after(milliseconds),
                              [&] { return still_equal(address, expected, size); });
  return woken ? TRUE : base::fail(ERROR_TIMEOUT);
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-wakebyaddresssingle
void WINAPI WakeByAddressSingle(PVOID address) {
  kernel::wake_address(address, kernel::Wake::kOne);
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-wakebyaddressall
void WINAPI WakeByAddressAll(PVOID address) {
  kernel::wake_address(address, kernel::Wake::kAll);
}
