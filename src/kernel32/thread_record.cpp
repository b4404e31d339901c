#include "kernel32/thread_record.h"

#include <unistd.h>

#include <mutex>
#include <vector>

namespace transom::kernel {
namespace {

std::mutex& pool_mutex() {
  static auto* mutex = new std::mutex;
  return *mutex;
}

// Records of threads that have ended. Guarded by pool_mutex().
std::vector<ThreadRecord*>& pool() {
  static auto* records = new std::vector<ThreadRecord*>;
  return *records;
}

ThreadRecord* take() {
  std::lock_guard lock(pool_mutex());
  if (pool().empty()) return new ThreadRecord;
  ThreadRecord* record = pool().back();
  pool().pop_back();
  return record;
}

struct Holder {
  ThreadRecord* record = take();
  Holder() { record->id = static_cast<DWORD>(gettid()); }
  ~Holder() {
    std::lock_guard lock(pool_mutex());
    pool().push_back(record);
  }
};

}  // namespace

ThreadRecord& current_thread() {
  static thread_local Holder holder;
  return *holder.record;
}

}  // namespace transom::kernel

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getcurrentthreadid
DWORD WINAPI GetCurrentThreadId() { return transom::kernel::current_thread().id; }
