#include "kernel32/thread_record.h"

#include <pthread.h>
#include <unistd.h>

#include <mutex>
#include <vector>

#include "base/clock.h"
#include "kernel32/thread.h"
#include "kernel32/thread_storage.h"
#include "kernel32/wait.h"

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

void give_back(ThreadRecord* record) {
  std::lock_guard lock(pool_mutex());
  pool().push_back(record);
}

void run_exit_functions(ThreadRecord& record) {
  while (!record.exit_functions.empty()) {
    const auto function = std::move(record.exit_functions.back());
    record.exit_functions.pop_back();
    function();
  }
}

void end_record() {
  ThreadRecord* record = detail::record;
  if (record == nullptr) return;
  run_exit_functions(*record);
  run_fiber_storage_callbacks();
  end_thread_object(*record);
  detail::record = nullptr;
  record->id = 0;
  base::clock::leave();
  give_back(record);
}

// Ends the record with the thread, whoever made the thread.
struct Holder {
  ~Holder() { end_record(); }
};

// What is destroyed after the holder may ask for a record once more; keys end after all objects.
void end_late_record_with_thread(ThreadRecord* record) {
  static const pthread_key_t key = [] {
    pthread_key_t made = 0;
    pthread_key_create(&made, [](void*) { end_record(); });
    return made;
  }();
  pthread_setspecific(key, record);
}

}  // namespace

ThreadRecord& detail::make_record() {
  static thread_local Holder holder;
  (void)holder;
  record = take();
  end_late_record_with_thread(record);
  record->id = static_cast<DWORD>(gettid());
  return *record;
}

void at_thread_exit(std::function<void()> function) {
  current_thread().exit_functions.push_back(std::move(function));
}

}  // namespace transom::kernel

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getcurrentthreadid
DWORD WINAPI GetCurrentThreadId() {
  return transom::kernel::current_thread().id;
}
