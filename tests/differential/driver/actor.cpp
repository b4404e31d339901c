#include "actor.h"

#include <utility>

#include "../../scenarios/kit/recorder.h"
#include "../../scenarios/kit/worker.h"

namespace differential {
namespace {

constexpr DWORD kPatience = 3'000;  // milliseconds

}  // namespace

Actor::Actor()
    : wanted_(CreateEventW(nullptr, FALSE, FALSE, nullptr)),
      done_(CreateEventW(nullptr, FALSE, FALSE, nullptr)) {
  thread_ = CreateThread(nullptr, 0, thread_main, this, 0, &id_);
  run([] {});
}

Actor::~Actor() {
  ending_ = true;
  SetEvent(wanted_);
  WaitForSingleObject(thread_, kPatience);
  CloseHandle(thread_);
  CloseHandle(wanted_);
  CloseHandle(done_);
}

bool Actor::run(std::function<void()> job) {
  job_ = std::move(job);
  SetEvent(wanted_);
  return WaitForSingleObject(done_, kPatience) == WAIT_OBJECT_0;
}

std::string Actor::take_trace() {
  return std::exchange(trace_, {});
}

DWORD WINAPI Actor::thread_main(void* self) {
  static_cast<Actor*>(self)->loop();
  return 0;
}

void Actor::loop() {
  scenario::write_to(&trace_);
  for (;;) {
    if (MsgWaitForMultipleObjects(1, &wanted_, FALSE, INFINITE, QS_SENDMESSAGE) != WAIT_OBJECT_0) {
      scenario::serve_sends();
      continue;
    }
    if (ending_) return;
    job_();
    SetEvent(done_);
  }
}

}  // namespace differential
