#include "kernel32/memory/virtual_memory.h"

#include <sys/mman.h>

#include <algorithm>

namespace transom::kernel {

Region::Run Region::run_at(std::uintptr_t address) const {
  auto next = pages.upper_bound(address);
  auto run = std::prev(next);
  const DWORD protection = run->second;
  while (run != pages.begin() && std::prev(run)->second == protection) --run;
  while (next != pages.end() && next->second == protection) ++next;
  return {run->first, next != pages.end() ? next->first : end, protection};
}

void Region::set(std::uintptr_t from, std::uintptr_t to, DWORD value) {
  if (to < end) pages.try_emplace(to, std::prev(pages.upper_bound(to))->second);
  pages.erase(pages.lower_bound(from), pages.lower_bound(to));
  pages[from] = value;
}

bool Region::all_committed(std::uintptr_t from, std::uintptr_t to) const {
  for (auto run = std::prev(pages.upper_bound(from)); run != pages.end() && run->first < to;
       ++run) {
    if (run->second == 0) return false;
  }
  return true;
}

Region* Regions::find(std::uintptr_t address) {
  auto next = regions_.upper_bound(address);
  if (next == regions_.begin()) return nullptr;
  Region& region = std::prev(next)->second;
  return address < region.end ? &region : nullptr;
}

Region& Regions::add(std::uintptr_t start, std::uintptr_t end, DWORD protection) {
  Region& region = regions_[start];
  region = {start, end, protection, {{start, 0}}};
  return region;
}

Regions& virtual_regions() {
  static auto* regions = new Regions;
  return *regions;
}

std::optional<int> to_linux_protection(DWORD protection) {
  // A guard page faults on the first touch; without structured exceptions, on each.
  const bool guarded = (protection & PAGE_GUARD) != 0;
  switch (protection & 0xFF) {
    case PAGE_NOACCESS:
      return PROT_NONE;
    case PAGE_READONLY:
      return guarded ? PROT_NONE : PROT_READ;
    case PAGE_READWRITE:
    case PAGE_WRITECOPY:
      return guarded ? PROT_NONE : PROT_READ | PROT_WRITE;
    case PAGE_EXECUTE:
    case PAGE_EXECUTE_READ:
      return guarded ? PROT_NONE : PROT_READ | PROT_EXEC;
    case PAGE_EXECUTE_READWRITE:
    case PAGE_EXECUTE_WRITECOPY:
      return guarded ? PROT_NONE : PROT_READ | PROT_WRITE | PROT_EXEC;
    default:
      return std::nullopt;
  }
}

}  // namespace transom::kernel
