#include "kernel32/thread.h"

#include <unistd.h>

#include <algorithm>

#include "base/clock.h"
#include "base/last_error.h"
#include "base/virtual_clock.h"
#include "kernel32/sync_objects.h"
#include "kernel32/wait.h"

namespace transom::kernel {
namespace {

struct Start {
  std::shared_ptr<Thread> thread;
  std::function<DWORD()> body;
};

void set_exit_code(Thread& thread, DWORD code) {
  DispatcherLock lock;
  thread.exit_code = code;
}

void adopt_object(ThreadRecord& record, const std::shared_ptr<Thread>& thread) {
  record.object = thread;
  DispatcherLock lock;
  thread->record = &record;
}

void* run(void* parameter) {
  const std::unique_ptr<Start> start(static_cast<Start*>(parameter));
  Thread& thread = *start->thread;
  base::clock::adopt();
  ThreadRecord& record = current_thread();
  adopt_object(record, start->thread);
  thread.id.store(record.id, std::memory_order_seq_cst);
  thread.id.notify_all();
  record.parker.park(base::kForever, [&] {
    return thread.suspend_count.load(std::memory_order_seq_cst) == 0 ||
           thread.killed.load(std::memory_order_seq_cst);
  });
  if (thread.killed) return nullptr;
  thread.started = true;
  const DWORD code = start->body();
  set_exit_code(thread, code);
  return nullptr;
}

bool create(Start& start, std::size_t stack_size) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  // A program made for 64 KB stacks of a Windows DLL needs more under glibc.
  constexpr std::size_t kSmallest = 256 * 1024;
  if (stack_size != 0) {
    const std::size_t pages = (std::max(stack_size, kSmallest) + 0xFFFF) & ~std::size_t{0xFFFF};
    pthread_attr_setstacksize(&attributes, pages);
  }
  pthread_t thread;
  const int error = pthread_create(&thread, &attributes, run, &start);
  pthread_attr_destroy(&attributes);
  return error == 0;
}

}  // namespace

Process::~Process() = default;

std::shared_ptr<Thread> current_thread_object() {
  ThreadRecord& record = current_thread();
  if (record.object == nullptr) {
    auto thread = std::make_shared<Thread>();
    thread->id = record.id;
    thread->started = true;
    adopt_object(record, thread);
  }
  return record.object;
}

std::shared_ptr<Process> current_process_object() {
  static const auto* process = new std::shared_ptr<Process>(std::make_shared<Process>(getpid()));
  return *process;
}

std::shared_ptr<Thread> start_thread(std::function<DWORD()> body, std::size_t stack_size,
                                     bool suspended) {
  auto thread = std::make_shared<Thread>();
  thread->suspend_count = suspended ? 1 : 0;
  auto start = std::make_unique<Start>(Start{thread, std::move(body)});
  base::clock::join();
  if (!create(*start, stack_size)) {
    base::VirtualClock::instance().cancel_join();
    base::set_last_error(ERROR_NOT_ENOUGH_MEMORY);
    return nullptr;
  }
  start.release();
  // The identifier is the kernel's, which only the new thread can ask for.
  thread->id.wait(0, std::memory_order_seq_cst);
  return thread;
}

void exit_thread(DWORD code) {
  set_exit_code(*current_thread_object(), code);
  pthread_exit(nullptr);
}

void end_thread_object(ThreadRecord& record) {
  const std::shared_ptr<Thread> thread = std::move(record.object);
  DispatcherLock lock;
  record.calls.clear();
  record.calls_waiting = false;
  record.callback_timers.clear();
  for (Mutex* mutex : std::exchange(record.owned_mutexes, {})) mutex->abandon();
  if (thread == nullptr) return;
  if (thread->exit_code == STILL_ACTIVE) thread->exit_code = 0;
  thread->ended = true;
  thread->record = nullptr;
  signal_waiters(*thread);
}

}  // namespace transom::kernel
