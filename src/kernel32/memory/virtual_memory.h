// VirtualAlloc's regions: address space that is reserved first and committed page by page.
//
// Reserved pages are mapped without access, so touching one is a fault, as on Windows. What each
// page was given is kept here, since Linux knows neither "reserved" nor "guard".
// https://learn.microsoft.com/windows/win32/memory/reserving-and-committing-memory
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>

#include "base/win32.h"

namespace transom::kernel {

inline constexpr std::uintptr_t kPageSize = 0x1000;
inline constexpr std::uintptr_t kGranularity = 0x10000;

struct Region {
  std::uintptr_t start = 0, end = 0;
  DWORD protection = 0;  // as reserved
  // Protection from each address to the next; 0: reserved only.
  std::map<std::uintptr_t, DWORD> pages;

  void set(std::uintptr_t from, std::uintptr_t to, DWORD value);
  // The run of equal pages that contains the address.
  struct Run {
    std::uintptr_t start, end;
    DWORD protection;
  };
  Run run_at(std::uintptr_t address) const;
  bool all_committed(std::uintptr_t from, std::uintptr_t to) const;
};

class Regions {
 public:
  std::mutex mutex;
  // The following under the mutex.
  Region* find(std::uintptr_t address);
  Region& add(std::uintptr_t start, std::uintptr_t end, DWORD protection);
  void remove(const Region& region) { regions_.erase(region.start); }

 private:
  std::map<std::uintptr_t, Region> regions_;
};

Regions& virtual_regions();

// PROT_… of a PAGE_… constant; nothing: it is none.
std::optional<int> to_linux_protection(DWORD protection);

}  // namespace transom::kernel
