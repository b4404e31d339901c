#include "worker.h"

#include "recorder.h"
#include "test_window.h"

namespace scenario {
namespace {

// Waits for the object; sends of other threads are served.
void wait_serving(HANDLE object) {
  while (MsgWaitForMultipleObjects(1, &object, FALSE, INFINITE, QS_SENDMESSAGE) != WAIT_OBJECT_0) {
    serve_sends();
  }
}

}  // namespace

void serve_sends() {
  MSG message;
  PeekMessageW(&message, nullptr, 0, 0, PM_NOREMOVE | (QS_SENDMESSAGE << 16));
}

Worker::Worker(const char* name)
    : name_(name),
      wanted_(CreateEventW(nullptr, FALSE, FALSE, nullptr)),
      done_(CreateEventW(nullptr, FALSE, FALSE, nullptr)) {
  thread_ = CreateThread(nullptr, 0, thread_main, this, 0, &id_);
  run([] {});
}

Worker::~Worker() {
  end();
  CloseHandle(wanted_);
  CloseHandle(done_);
}

void Worker::run(std::function<void()> job) {
  start(std::move(job));
  wait();
}

void Worker::wait() {
  WaitForSingleObject(done_, INFINITE);
}

void Worker::run_serving(std::function<void()> job) {
  start(std::move(job));
  finish();
}

void Worker::start(std::function<void()> job) {
  job_ = std::move(job);
  SetEvent(wanted_);
}

void Worker::finish() {
  wait_serving(done_);
}

void Worker::end() {
  if (thread_ == nullptr) return;
  ending_ = true;
  SetEvent(wanted_);
  wait_serving(thread_);
  CloseHandle(thread_);
  thread_ = nullptr;
}

DWORD WINAPI Worker::thread_main(void* self) {
  static_cast<Worker*>(self)->loop();
  return 0;
}

void Worker::loop() {
  name_thread(name_);
  const Deeper deeper;
  for (;;) {
    if (MsgWaitForMultipleObjects(1, &wanted_, FALSE, INFINITE, QS_ALLINPUT) == WAIT_OBJECT_0) {
      if (ending_) return;
      job_();
      SetEvent(done_);
    } else {
      pump();
    }
  }
}

}  // namespace scenario
