#include "spy/memory.h"

#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>

namespace transom::spy {
namespace {

constexpr std::size_t kPage = 4096;

std::size_t read_once(const void* from, void* to, std::size_t size) {
  const iovec local{to, size};
  const iovec remote{const_cast<void*>(from), size};
  const ssize_t got = process_vm_readv(getpid(), &local, 1, &remote, 1, 0);
  return got > 0 ? static_cast<std::size_t>(got) : 0;
}

}  // namespace

std::size_t read_memory(const void* from, void* to, std::size_t size) {
  // Page by page: one that is missing must not hide the one before it.
  std::size_t done = 0;
  while (done < size) {
    const auto address = reinterpret_cast<std::uintptr_t>(from) + done;
    const std::size_t part = std::min(size - done, kPage - address % kPage);
    const std::size_t got =
        read_once(reinterpret_cast<const void*>(address), static_cast<char*>(to) + done, part);
    done += got;
    if (got < part) break;
  }
  return done;
}

}  // namespace transom::spy
