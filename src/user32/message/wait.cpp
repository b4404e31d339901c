// Waiting for messages and kernel objects at once.
#include "kernel32/wait.h"
#include "base/last_error.h"
#include "user32/message/retrieve.h"
#include "user32/message/thread_state.h"
#include "user32/paint/present.h"

namespace transom::user {
namespace {

// What ends the wait from the side of the messages. `holds` runs on the waiting thread without a
// lock; the timer's due time is kept as the wait's deadline instead.
struct MessageCondition {
  ThreadState* thread;
  std::uint32_t wanted;
  bool whatever_waits;  // MWMO_INPUTAVAILABLE: also what the thread has already looked at

  bool holds() const {
    std::uint32_t sources =
        thread->changed.load(std::memory_order_seq_cst) | thread->changed_by_owner;
    if (thread->queue.inbox_waiting()) sources |= QS_POSTMESSAGE | QS_ALLPOSTMESSAGE;
    if ((thread->pending.load(std::memory_order_seq_cst) & kPendingSent) != 0) {
      sources |= QS_SENDMESSAGE;
    }
    if (thread->paint_count > 0) sources |= QS_PAINT;
    if (whatever_waits) sources |= waiting_sources(*thread);
    return (sources & wanted) != 0;
  }
};

// The objects behind the handles; false with ERROR_INVALID_HANDLE.
bool find_objects(DWORD count, const HANDLE* handles, std::vector<kernel::ObjectRef>& objects) {
  for (DWORD i = 0; i < count; ++i) {
    kernel::ObjectRef object = kernel::find_object(handles[i]);
    if (object == nullptr || !object->can_wait()) return base::fail<bool>(ERROR_INVALID_HANDLE);
    objects.push_back(std::move(object));
  }
  return true;
}

DWORD result_of(const kernel::WaitResult& result, DWORD count, bool timer_due) {
  switch (result.outcome) {
    case kernel::WaitOutcome::kObject:
      return WAIT_OBJECT_0 + static_cast<DWORD>(result.index);
    case kernel::WaitOutcome::kAbandoned:
      return WAIT_ABANDONED_0 + static_cast<DWORD>(result.index);
    case kernel::WaitOutcome::kCallback:
      return WAIT_IO_COMPLETION;
    case kernel::WaitOutcome::kExtra:
      return WAIT_OBJECT_0 + count;
    case kernel::WaitOutcome::kTimeout:
      break;
  }
  return timer_due ? WAIT_OBJECT_0 + count : WAIT_TIMEOUT;
}

DWORD wait_for_objects_and_messages(std::span<const kernel::ObjectRef> objects, DWORD timeout,
                                    DWORD wake_mask, DWORD flags) {
  ThreadState& thread = current_thread();
  present_damage(thread);
  MessageCondition condition{&thread, wake_mask, (flags & MWMO_INPUTAVAILABLE) != 0};
  const base::Nanoseconds timer_due =
      (wake_mask & QS_TIMER) != 0 ? thread.timers.next_due() : base::kForever;
  const base::Nanoseconds asked = base::clock::deadline_after(timeout);
  thread.waiting = true;
  const kernel::WaitResult result = kernel::wait(
      objects, (flags & MWMO_WAITALL) != 0 ? kernel::WaitFor::kAll : kernel::WaitFor::kAny,
      std::min(asked, timer_due), (flags & MWMO_ALERTABLE) != 0,
      {[](void* context) { return static_cast<MessageCondition*>(context)->holds(); }, &condition});
  thread.waiting = false;
  thread.last_retrieval = static_cast<DWORD>(base::clock::tick_count());
  return result_of(result, static_cast<DWORD>(objects.size()), timer_due < asked);
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Waits until an object is signaled (all of them, and a message, with MWMO_WAITALL), a message of
// the kinds in `wake_mask` (QS_) arrives, or the time is up. Only messages that the thread has not
// yet looked at count, unless MWMO_INPUTAVAILABLE. WAIT_OBJECT_0 + count means messages. Last
// errors: ERROR_INVALID_PARAMETER (more than MAXIMUM_WAIT_OBJECTS - 1, or flags),
// ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-msgwaitformultipleobjectsex
DWORD WINAPI MsgWaitForMultipleObjectsEx(DWORD count, const HANDLE* handles, DWORD timeout,
                                         DWORD wake_mask, DWORD flags) {
  constexpr DWORD kKnown = MWMO_WAITALL | MWMO_ALERTABLE | MWMO_INPUTAVAILABLE;
  if (count >= MAXIMUM_WAIT_OBJECTS || (flags & ~kKnown) != 0 ||
      (count > 0 && handles == nullptr)) {
    return base::fail<DWORD>(ERROR_INVALID_PARAMETER, WAIT_FAILED);
  }
  std::vector<kernel::ObjectRef> objects;
  if (!find_objects(count, handles, objects)) return WAIT_FAILED;
  return wait_for_objects_and_messages(objects, timeout, wake_mask, flags);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-msgwaitformultipleobjects
DWORD WINAPI MsgWaitForMultipleObjects(DWORD count, const HANDLE* handles, WINBOOL wait_all,
                                       DWORD timeout, DWORD wake_mask) {
  return MsgWaitForMultipleObjectsEx(count, handles, timeout, wake_mask,
                                     wait_all ? MWMO_WAITALL : 0);
}
