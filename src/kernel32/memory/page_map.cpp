#include "kernel32/memory/page_map.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <string>

namespace transom::kernel {
namespace {

constexpr std::uintptr_t kPage = 0x1000;

std::optional<Mapping> parse_line(const std::string& line) {
  Mapping mapping;
  char permissions[5] = "";
  unsigned long inode = 0;
  if (std::sscanf(line.c_str(), "%lx-%lx %4s %*s %*s %lu", &mapping.start, &mapping.end,
                  permissions, &inode) != 4) {
    return std::nullopt;
  }
  mapping.mapped = true;
  mapping.readable = permissions[0] == 'r';
  mapping.writable = permissions[1] == 'w';
  mapping.executable = permissions[2] == 'x';
  mapping.file_backed = inode != 0;
  return mapping;
}

// A futex system call touches the word for us and answers EFAULT where we would get a signal. A
// wait with no time left reads it.
bool can_read(std::uintptr_t word) {
  const timespec none{};
  return syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, 0, &none, nullptr, 0) == 0 || errno != EFAULT;
}

// Or-ing 0 into the word atomically writes it and changes nothing, whoever else writes there.
bool can_write(std::uintptr_t word) {
  std::uint32_t nobody_waits_here = 0;
  constexpr int kOrZero = FUTEX_OP(FUTEX_OP_OR, 0, FUTEX_OP_CMP_EQ, 1);
  return syscall(SYS_futex, &nobody_waits_here, FUTEX_WAKE_OP_PRIVATE, 0, 0, word, kOrZero) >= 0 ||
         errno != EFAULT;
}

}  // namespace

Mapping mapping_at(std::uintptr_t address) {
  std::ifstream maps("/proc/self/maps");
  Mapping hole;
  hole.end = std::uintptr_t{1} << 47;
  for (std::string line; std::getline(maps, line);) {
    const auto mapping = parse_line(line);
    if (!mapping || mapping->end <= address) {
      if (mapping) hole.start = mapping->end;
      continue;
    }
    if (mapping->start <= address) return *mapping;
    hole.end = mapping->start;
    break;
  }
  return hole;
}

bool is_accessible(const void* start, std::size_t size, Access access) {
  if (size == 0) return true;
  const auto first = reinterpret_cast<std::uintptr_t>(start);
  const std::uintptr_t last = first + size - 1;
  if (last < first) return false;
  for (std::uintptr_t page = first & ~(kPage - 1);; page += kPage) {
    if (!(access == Access::kRead ? can_read(page) : can_write(page))) return false;
    if (last - page < kPage) return true;
  }
}

}  // namespace transom::kernel
