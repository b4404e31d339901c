#include "kernel32/thread_storage.h"

#include <array>
#include <bitset>
#include <mutex>

#include "base/last_error.h"
#include "kernel32/thread_record.h"

namespace transom::kernel {
namespace {

// Windows: 64 slots and 1,024 in the expansion; FLS 128 until recently, now 4,000 or so.
constexpr std::size_t kSlots = 1088;

struct Value {
  void* data = nullptr;
  unsigned generation = 0;  // of the slot; another one means that the slot was freed since
};

using Values = std::array<Value, kSlots>;

// One kind of storage, TLS or FLS.
struct Slots {
  std::mutex mutex;
  // Guarded by mutex; the generation is read without.
  std::bitset<kSlots> used;
  std::array<std::atomic<unsigned>, kSlots> generation{};
  std::array<PFLS_CALLBACK_FUNCTION, kSlots> callback{};

  bool is_used(DWORD index) {
    std::lock_guard lock(mutex);
    return index < kSlots && used[index];
  }

  DWORD allocate(PFLS_CALLBACK_FUNCTION function) {
    std::lock_guard lock(mutex);
    for (DWORD i = 0; i < kSlots; ++i) {
      if (used[i]) continue;
      used[i] = true;
      callback[i] = function;
      generation[i].fetch_add(1, std::memory_order_relaxed);
      return i;
    }
    return TLS_OUT_OF_INDEXES;
  }

  bool release(DWORD index) {
    std::lock_guard lock(mutex);
    if (index >= kSlots || !used[index]) return false;
    used[index] = false;
    callback[index] = nullptr;
    generation[index].fetch_add(1, std::memory_order_relaxed);
    return true;
  }
};

Slots& tls() {
  static auto* slots = new Slots;
  return *slots;
}
Slots& fls() {
  static auto* slots = new Slots;
  return *slots;
}

thread_local std::unique_ptr<Values> tls_values;
thread_local std::unique_ptr<Values> fls_values;

void* get(const Slots& slots, const std::unique_ptr<Values>& values, DWORD index) {
  if (values == nullptr) return nullptr;
  const Value& value = (*values)[index];
  return value.generation == slots.generation[index].load(std::memory_order_relaxed) ? value.data
                                                                                     : nullptr;
}

void set(const Slots& slots, std::unique_ptr<Values>& values, DWORD index, void* data) {
  if (values == nullptr) values = std::make_unique<Values>();
  (*values)[index] = {data, slots.generation[index].load(std::memory_order_relaxed)};
}

PFLS_CALLBACK_FUNCTION callback_of(DWORD index) {
  std::lock_guard lock(fls().mutex);
  return fls().used[index] ? fls().callback[index] : nullptr;
}

}  // namespace

void run_fiber_storage_callbacks() {
  if (fls_values == nullptr) return;
  for (DWORD i = 0; i < kSlots; ++i) {
    void* data = get(fls(), fls_values, i);
    if (data == nullptr) continue;
    (*fls_values)[i].data = nullptr;
    if (const auto callback = callback_of(i)) callback(data);
  }
}

}  // namespace transom::kernel

using namespace transom;
using namespace transom::kernel;

// TLS_OUT_OF_INDEXES with ERROR_NO_MORE_ITEMS when 1,088 slots are in use.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-tlsalloc
DWORD WINAPI TlsAlloc() {
  const DWORD index = tls().allocate(nullptr);
  return index != TLS_OUT_OF_INDEXES ? index : base::fail(ERROR_NO_MORE_ITEMS, TLS_OUT_OF_INDEXES);
}

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-tlsfree
WINBOOL WINAPI TlsFree(DWORD index) {
  return tls().release(index) ? TRUE : base::fail(ERROR_INVALID_PARAMETER);
}

// Success sets the last error to 0, since a null value is a value. The slot is not checked to be
// allocated, as documented.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-tlsgetvalue
LPVOID WINAPI TlsGetValue(DWORD index) {
  if (index >= kSlots) return base::fail<LPVOID>(ERROR_INVALID_PARAMETER);
  base::set_last_error(ERROR_SUCCESS);
  return get(tls(), tls_values, index);
}

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-tlssetvalue
WINBOOL WINAPI TlsSetValue(DWORD index, LPVOID value) {
  if (index >= kSlots) return base::fail(ERROR_INVALID_PARAMETER);
  set(tls(), tls_values, index, value);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/fibersapi/nf-fibersapi-flsalloc
DWORD WINAPI FlsAlloc(PFLS_CALLBACK_FUNCTION callback) {
  const DWORD index = fls().allocate(callback);
  return index != TLS_OUT_OF_INDEXES ? index : base::fail(ERROR_NO_MORE_ITEMS, FLS_OUT_OF_INDEXES);
}

// Calls the callback for the calling thread's value; other threads' values are dropped.
// https://learn.microsoft.com/windows/win32/api/fibersapi/nf-fibersapi-flsfree
WINBOOL WINAPI FlsFree(DWORD index) {
  if (!fls().is_used(index)) return base::fail(ERROR_INVALID_PARAMETER);
  void* data = get(fls(), fls_values, index);
  const auto callback = callback_of(index);
  if (data != nullptr && callback != nullptr) callback(data);
  return fls().release(index) ? TRUE : base::fail(ERROR_INVALID_PARAMETER);
}

// https://learn.microsoft.com/windows/win32/api/fibersapi/nf-fibersapi-flsgetvalue
PVOID WINAPI FlsGetValue(DWORD index) {
  if (!fls().is_used(index)) return base::fail<PVOID>(ERROR_INVALID_PARAMETER);
  base::set_last_error(ERROR_SUCCESS);
  return get(fls(), fls_values, index);
}

// https://learn.microsoft.com/windows/win32/api/fibersapi/nf-fibersapi-flssetvalue
WINBOOL WINAPI FlsSetValue(DWORD index, PVOID value) {
  if (!fls().is_used(index)) return base::fail(ERROR_INVALID_PARAMETER);
  current_thread();  // so that the callback runs at the end of the thread
  set(fls(), fls_values, index, value);
  return TRUE;
}
