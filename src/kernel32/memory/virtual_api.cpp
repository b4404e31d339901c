// Virtual memory as exported, of the calling process only.
#include <sys/mman.h>

#include "base/last_error.h"
#include "kernel32/memory/page_map.h"
#include "kernel32/memory/virtual_memory.h"

using namespace transom;
using namespace transom::kernel;

namespace {

std::uintptr_t number(const void* address) {
  return reinterpret_cast<std::uintptr_t>(address);
}
void* pointer(std::uintptr_t address) {
  return reinterpret_cast<void*>(address);
}
std::uintptr_t page_floor(std::uintptr_t address) {
  return address & ~(kPageSize - 1);
}
std::uintptr_t page_ceiling(std::uintptr_t address) {
  return page_floor(address + kPageSize - 1);
}

// Takes more than asked and gives back both ends, so that the start lies on 64 KB.
std::uintptr_t map_anywhere(std::size_t size) {
  const std::size_t whole = size + kGranularity;
  void* mapped =
      mmap(nullptr, whole, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (mapped == MAP_FAILED) return 0;
  const std::uintptr_t from = number(mapped);
  const std::uintptr_t start = (from + kGranularity - 1) & ~(kGranularity - 1);
  if (start > from) munmap(mapped, start - from);
  if (from + whole > start + size) munmap(pointer(start + size), from + whole - start - size);
  return start;
}

std::uintptr_t map_at(std::uintptr_t start, std::size_t size) {
  void* mapped = mmap(pointer(start), size, PROT_NONE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
  return mapped == MAP_FAILED ? 0 : number(mapped);
}

Region* reserve(std::uintptr_t wanted, std::size_t size, DWORD protection) {
  const std::uintptr_t start = wanted & ~(kGranularity - 1);
  const std::uintptr_t length = page_ceiling(wanted + size) - start;
  const std::uintptr_t mapped = wanted != 0 ? map_at(start, length) : map_anywhere(length);
  if (mapped == 0) {
    return base::fail<Region*>(wanted != 0 ? ERROR_INVALID_ADDRESS : ERROR_NOT_ENOUGH_MEMORY);
  }
  return &virtual_regions().add(mapped, mapped + length, protection);
}

void* commit(Region& region, std::uintptr_t from, std::uintptr_t to, DWORD protection) {
  if (to > region.end) return base::fail<void*>(ERROR_INVALID_ADDRESS);
  if (mprotect(pointer(from), to - from, *to_linux_protection(protection)) != 0) {
    return base::fail<void*>(ERROR_NOT_ENOUGH_MEMORY);
  }
  region.set(from, to, protection);
  return pointer(from);
}

void* allocate(std::uintptr_t wanted, std::size_t size, DWORD type, DWORD protection) {
  std::lock_guard lock(virtual_regions().mutex);
  const bool committing = (type & MEM_COMMIT) != 0;
  const bool reserving = (type & MEM_RESERVE) != 0 || wanted == 0;
  Region* region = reserving ? reserve(wanted, size, protection) : virtual_regions().find(wanted);
  if (region == nullptr) return reserving ? nullptr : base::fail<void*>(ERROR_INVALID_ADDRESS);
  if (!committing) return pointer(region->start);
  const std::uintptr_t from = wanted != 0 ? page_floor(wanted) : region->start;
  const std::uintptr_t to = wanted != 0 ? page_ceiling(wanted + size) : region->end;
  void* result = commit(*region, from, to, protection);
  return result != nullptr && reserving ? pointer(region->start) : result;
}

WINBOOL release(std::uintptr_t address, std::size_t size) {
  if (size != 0) return base::fail(ERROR_INVALID_PARAMETER);
  const Region* region = virtual_regions().find(address);
  if (region == nullptr || region->start != address) return base::fail(ERROR_INVALID_ADDRESS);
  munmap(pointer(region->start), region->end - region->start);
  virtual_regions().remove(*region);
  return TRUE;
}

WINBOOL decommit(std::uintptr_t address, std::size_t size) {
  Region* region = virtual_regions().find(address);
  if (region == nullptr) return base::fail(ERROR_INVALID_ADDRESS);
  if (size == 0 && address != region->start) return base::fail(ERROR_INVALID_PARAMETER);
  const std::uintptr_t from = page_floor(address);
  const std::uintptr_t to = size == 0 ? region->end : page_ceiling(address + size);
  if (to > region->end) return base::fail(ERROR_INVALID_ADDRESS);
  madvise(pointer(from), to - from, MADV_DONTNEED);
  mprotect(pointer(from), to - from, PROT_NONE);
  region->set(from, to, 0);
  return TRUE;
}

DWORD to_windows_protection(const Mapping& mapping) {
  if (mapping.executable) {
    return mapping.writable   ? PAGE_EXECUTE_READWRITE
           : mapping.readable ? PAGE_EXECUTE_READ
                              : PAGE_EXECUTE;
  }
  return mapping.writable ? PAGE_READWRITE : mapping.readable ? PAGE_READONLY : PAGE_NOACCESS;
}

// Memory that is not VirtualAlloc's: the program, its stacks, malloc's.
void describe_mapping(std::uintptr_t address, MEMORY_BASIC_INFORMATION& info) {
  const Mapping mapping = mapping_at(address);
  info.RegionSize = mapping.end - page_floor(address);
  info.State = mapping.mapped ? MEM_COMMIT : MEM_FREE;
  if (!mapping.mapped) {
    info.Protect = PAGE_NOACCESS;
    return;
  }
  info.AllocationBase = pointer(mapping.start);
  info.AllocationProtect = info.Protect = to_windows_protection(mapping);
  info.Type = mapping.file_backed ? MEM_IMAGE : MEM_PRIVATE;
}

void describe_region(const Region& region, std::uintptr_t address, MEMORY_BASIC_INFORMATION& info) {
  const Region::Run run = region.run_at(address);
  info.BaseAddress = pointer(page_floor(address));
  info.AllocationBase = pointer(region.start);
  info.AllocationProtect = region.protection;
  info.RegionSize = run.end - page_floor(address);
  info.State = run.protection != 0 ? MEM_COMMIT : MEM_RESERVE;
  info.Protect = run.protection;
  info.Type = MEM_PRIVATE;
}

bool is_past_the_end(std::uintptr_t address, std::size_t size) {
  constexpr std::uintptr_t kEnd = 0x7FFF'FFFF'0000;
  return address >= kEnd || size > kEnd - address;
}

}  // namespace

// Reserves (on 64 KB), commits, or both. Last errors: ERROR_INVALID_PARAMETER,
// ERROR_INVALID_ADDRESS, ERROR_NOT_ENOUGH_MEMORY.
// https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-virtualalloc
LPVOID WINAPI VirtualAlloc(LPVOID address, SIZE_T size, DWORD type, DWORD protection) {
  if (size == 0 || !to_linux_protection(protection) || is_past_the_end(number(address), size)) {
    return base::fail<LPVOID>(ERROR_INVALID_PARAMETER);
  }
  if ((type & (MEM_RESET | MEM_RESET_UNDO)) != 0) return address;  // a hint, nothing more
  if ((type & (MEM_COMMIT | MEM_RESERVE)) == 0) return base::fail<LPVOID>(ERROR_INVALID_PARAMETER);
  return allocate(number(address), size, type, protection);
}

// MEM_RELEASE: a whole region, by its address and size 0. MEM_DECOMMIT: pages of it.
// Last errors: ERROR_INVALID_PARAMETER, ERROR_INVALID_ADDRESS.
// https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-virtualfree
WINBOOL WINAPI VirtualFree(LPVOID address, SIZE_T size, DWORD type) {
  if (is_past_the_end(number(address), size)) return base::fail(ERROR_INVALID_PARAMETER);
  std::lock_guard lock(virtual_regions().mutex);
  if (type == MEM_RELEASE) return release(number(address), size);
  if (type == MEM_DECOMMIT) return decommit(number(address), size);
  return base::fail(ERROR_INVALID_PARAMETER);
}

// Any memory of the process's. Last errors: ERROR_INVALID_PARAMETER, ERROR_INVALID_ADDRESS,
// ERROR_NOACCESS (no place for the old protection).
// https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-virtualprotect
WINBOOL WINAPI VirtualProtect(LPVOID address, SIZE_T size, DWORD protection, PDWORD old) {
  const auto flags = to_linux_protection(protection);
  if (!flags || size == 0 || is_past_the_end(number(address), size)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  if (old == nullptr) return base::fail(ERROR_NOACCESS);
  const std::uintptr_t from = page_floor(number(address));
  const std::uintptr_t to = page_ceiling(number(address) + size);
  std::lock_guard lock(virtual_regions().mutex);
  Region* region = virtual_regions().find(from);
  if (region != nullptr && (to > region->end || !region->all_committed(from, to))) {
    return base::fail(ERROR_INVALID_ADDRESS);
  }
  const DWORD before =
      region != nullptr ? region->run_at(from).protection : to_windows_protection(mapping_at(from));
  if (mprotect(pointer(from), to - from, *flags) != 0) return base::fail(ERROR_INVALID_ADDRESS);
  if (region != nullptr) region->set(from, to, protection);
  *old = before;
  return TRUE;
}

// The bytes written to `info`. Last errors: ERROR_BAD_LENGTH, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-virtualquery
SIZE_T WINAPI VirtualQuery(LPCVOID address, PMEMORY_BASIC_INFORMATION info, SIZE_T size) {
  if (info == nullptr || size < sizeof *info) return base::fail<SIZE_T>(ERROR_BAD_LENGTH);
  if (is_past_the_end(number(address), 0)) return base::fail<SIZE_T>(ERROR_INVALID_PARAMETER);
  *info = {};
  info->BaseAddress = pointer(page_floor(number(address)));
  std::lock_guard lock(virtual_regions().mutex);
  if (const Region* region = virtual_regions().find(number(address))) {
    describe_region(*region, number(address), *info);
  } else {
    describe_mapping(number(address), *info);
  }
  return sizeof *info;
}

// https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-virtuallock
WINBOOL WINAPI VirtualLock(LPVOID address, SIZE_T size) {
  return mlock(address, size) == 0 ? TRUE : base::fail(ERROR_WORKING_SET_QUOTA);
}
// https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-virtualunlock
WINBOOL WINAPI VirtualUnlock(LPVOID address, SIZE_T size) {
  return munlock(address, size) == 0 ? TRUE : base::fail(ERROR_NOT_LOCKED);
}
