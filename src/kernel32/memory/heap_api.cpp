// Heaps as exported. As documented, HeapAlloc and HeapReAlloc set no last error.
#include <memory>

#include "base/handle_table.h"
#include "base/last_error.h"
#include "kernel32/memory/heap.h"

using namespace transom;
using namespace transom::kernel;

namespace {

base::HandleTable<Heap, base::HandleKind::kHeap>& heaps() {
  static auto* table = new base::HandleTable<Heap, base::HandleKind::kHeap>;
  return *table;
}

HANDLE to_handle(std::uint32_t value) {
  return reinterpret_cast<HANDLE>(std::uintptr_t{value});
}

Heap* find_heap(HANDLE handle) {
  // GetProcessHeap makes the first entry.
  GetProcessHeap();
  return heaps().find(handle);
}

Fill fill_of(DWORD flags) {
  return (flags & HEAP_ZERO_MEMORY) != 0 ? Fill::kZero : Fill::kAnything;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-getprocessheap
HANDLE WINAPI GetProcessHeap() {
  static const std::uint32_t handle = heaps().insert(&process_heap());
  return to_handle(handle);
}

// `maximum` 0: the heap grows. Last errors: ERROR_INVALID_PARAMETER, ERROR_NOT_ENOUGH_MEMORY.
// https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapcreate
HANDLE WINAPI HeapCreate(DWORD, SIZE_T initial, SIZE_T maximum) {
  if (maximum != 0 && initial > maximum) return base::fail<HANDLE>(ERROR_INVALID_PARAMETER);
  GetProcessHeap();
  auto heap = std::make_unique<Heap>(maximum);
  const std::uint32_t handle = heaps().insert(heap.get());
  if (handle == 0) return base::fail<HANDLE>(ERROR_NOT_ENOUGH_MEMORY);
  heap.release();
  return to_handle(handle);
}

// Frees what the heap holds. The process heap stays. Last errors: ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapdestroy
WINBOOL WINAPI HeapDestroy(HANDLE handle) {
  if (handle == GetProcessHeap() || find_heap(handle) == nullptr) {
    return base::fail(ERROR_INVALID_HANDLE);
  }
  const auto value = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(handle));
  delete heaps().remove(value);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapalloc
LPVOID WINAPI HeapAlloc(HANDLE handle, DWORD flags, SIZE_T size) {
  Heap* heap = find_heap(handle);
  return heap != nullptr ? heap->allocate(size, fill_of(flags)) : nullptr;
}

// https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heaprealloc
LPVOID WINAPI HeapReAlloc(HANDLE handle, DWORD flags, LPVOID block, SIZE_T size) {
  Heap* heap = find_heap(handle);
  if (heap == nullptr || block == nullptr) return nullptr;
  const bool in_place = (flags & HEAP_REALLOC_IN_PLACE_ONLY) != 0;
  return heap->resize(block, size, fill_of(flags), in_place ? Growth::kInPlace : Growth::kMayMove);
}

// A null block is fine. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapfree
WINBOOL WINAPI HeapFree(HANDLE handle, DWORD, LPVOID block) {
  Heap* heap = find_heap(handle);
  if (heap == nullptr) return base::fail(ERROR_INVALID_HANDLE);
  if (block == nullptr || heap->release(block)) return TRUE;
  return base::fail(ERROR_INVALID_PARAMETER);
}

// (SIZE_T)-1: not a block of the heap's.
// https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapsize
SIZE_T WINAPI HeapSize(HANDLE handle, DWORD, LPCVOID address) {
  Heap* heap = find_heap(handle);
  const auto block = heap != nullptr ? heap->find(address) : std::nullopt;
  return block ? block->size : static_cast<SIZE_T>(-1);
}

// Null: the heap as a whole.
// https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapvalidate
WINBOOL WINAPI HeapValidate(HANDLE handle, DWORD, LPCVOID address) {
  Heap* heap = find_heap(handle);
  return heap != nullptr && (address == nullptr || heap->find(address));
}

// https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heaplock
WINBOOL WINAPI HeapLock(HANDLE handle) {
  Heap* heap = find_heap(handle);
  if (heap == nullptr) return base::fail(ERROR_INVALID_HANDLE);
  heap->mutex().lock();
  return TRUE;
}
// https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapunlock
WINBOOL WINAPI HeapUnlock(HANDLE handle) {
  Heap* heap = find_heap(handle);
  if (heap == nullptr) return base::fail(ERROR_INVALID_HANDLE);
  heap->mutex().unlock();
  return TRUE;
}

// How many there are; at most `count` are written.
// https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-getprocessheaps
DWORD WINAPI GetProcessHeaps(DWORD count, PHANDLE handles) {
  GetProcessHeap();
  DWORD found = 0;
  heaps().for_each([&](std::uint32_t handle, Heap*) {
    if (handles != nullptr && found < count) handles[found] = to_handle(handle);
    ++found;
  });
  return found;
}

// The low-fragmentation heap and termination on corruption are what malloc does anyhow.
// https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapsetinformation
WINBOOL WINAPI HeapSetInformation(HANDLE handle, HEAP_INFORMATION_CLASS what, PVOID, SIZE_T) {
  if (handle != nullptr && find_heap(handle) == nullptr) return base::fail(ERROR_INVALID_HANDLE);
  const bool known =
      what == HeapCompatibilityInformation || what == HeapEnableTerminationOnCorruption;
  return known ? TRUE : base::fail(ERROR_INVALID_PARAMETER);
}
