// Events for accessibility clients and test tools: SetWinEventHook, NotifyWinEvent.
//
// In-context and out-of-context alike are asked for within one process here. Out-of-context events
// reach the client's thread when it next retrieves messages, in order; in-context ones at once.
// https://learn.microsoft.com/windows/win32/winauto/winevents-infrastructure
#include <atomic>
#include <deque>

#include "base/last_error.h"
#include "user32/hook/hook.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/sent_message.h"

namespace transom::user {
namespace {

struct EventHook {
  HWINEVENTHOOK handle;
  DWORD first;
  DWORD last;
  WINEVENTPROC procedure;
  DWORD process;
  DWORD thread;
  DWORD flags;
  ThreadState* client;
};

// Guarded by the USER lock, but for the count that fast paths look at.
std::vector<EventHook>& event_hooks() {
  static auto* hooks = new std::vector<EventHook>;
  return *hooks;
}
std::atomic<int> event_hook_count{0};
std::uintptr_t next_event_hook = 1;

struct Event {
  EventHook hook;
  DWORD event;
  HWND window;
  LONG object;
  LONG child;
  DWORD thread;
  DWORD time;
};

bool still_installed(HWINEVENTHOOK handle) {
  UserLock lock;
  for (const EventHook& hook : event_hooks()) {
    if (hook.handle == handle) return true;
  }
  return false;
}

void call(const Event& event) {
  if (!still_installed(event.hook.handle)) return;
  UserLock::assert_not_held();
  event.hook.procedure(event.hook.handle, event.event, event.window, event.object, event.child,
                       event.thread, event.time);
}

void deliver_later(const Event& event) {
  auto* sent = new SentMessage;
  sent->work_context = new Event(event);
  sent->work = [](void* context) -> LRESULT {
    const std::unique_ptr<Event> delivered(static_cast<Event*>(context));
    call(*delivered);
    return 0;
  };
  enqueue_sent_message(*event.hook.client, *sent);
  sent->release();
}

bool wants(const EventHook& hook, DWORD event, DWORD thread) {
  if (event < hook.first || event > hook.last) return false;
  if (hook.thread != 0 && hook.thread != thread) return false;
  if ((hook.flags & WINEVENT_SKIPOWNTHREAD) != 0 && hook.client->id == thread) return false;
  if ((hook.flags & WINEVENT_SKIPOWNPROCESS) != 0) return false;
  return hook.process == 0 || hook.process == GetCurrentProcessId();
}

}  // namespace

void notify_win_event(DWORD event, HWND window, LONG object, LONG child) {
  if (event_hook_count.load(std::memory_order_relaxed) == 0) return;
  const DWORD thread = GetCurrentThreadId();
  const auto time = static_cast<DWORD>(base::clock::tick_count());
  std::vector<Event> wanted;
  {
    UserLock lock;
    for (const EventHook& hook : event_hooks()) {
      if (wants(hook, event, thread)) {
        wanted.push_back({hook, event, window, object, child, thread, time});
      }
    }
  }
  for (const Event& one : wanted) {
    if ((one.hook.flags & WINEVENT_INCONTEXT) != 0) {
      call(one);
    } else {
      deliver_later(one);
    }
  }
}

void remove_event_hooks_of(ThreadState& thread) {
  UserLock lock;
  std::erase_if(event_hooks(), [&](const EventHook& hook) { return hook.client == &thread; });
  event_hook_count = static_cast<int>(event_hooks().size());
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Asks for events `first` to `last`, of one process or thread or of all (0). Null on failure:
// ERROR_INVALID_HOOK_FILTER (first > last), ERROR_INVALID_FILTER_PROC, ERROR_HOOK_NEEDS_HMOD (in
// context without a module), ERROR_INVALID_THREAD_ID.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwineventhook
HWINEVENTHOOK WINAPI SetWinEventHook(DWORD first, DWORD last, HMODULE module,
                                     WINEVENTPROC procedure, DWORD process, DWORD thread,
                                     DWORD flags) {
  if (first > last) return base::fail<HWINEVENTHOOK>(ERROR_INVALID_HOOK_FILTER);
  if (procedure == nullptr) return base::fail<HWINEVENTHOOK>(ERROR_INVALID_FILTER_PROC);
  if ((flags & WINEVENT_INCONTEXT) != 0 && module == nullptr) {
    return base::fail<HWINEVENTHOOK>(ERROR_HOOK_NEEDS_HMOD);
  }
  ThreadState& self = current_thread();
  UserLock lock;
  if (thread != 0 && find_thread(thread) == nullptr) {
    return base::fail<HWINEVENTHOOK>(ERROR_INVALID_THREAD_ID);
  }
  const auto handle = reinterpret_cast<HWINEVENTHOOK>(next_event_hook++);
  event_hooks().push_back({handle, first, last, procedure, process, thread, flags, &self});
  event_hook_count = static_cast<int>(event_hooks().size());
  return handle;
}

// Ends it; events that are on their way are dropped. False for an unknown handle, and on another
// thread than the one that installed it.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-unhookwinevent
WINBOOL WINAPI UnhookWinEvent(HWINEVENTHOOK handle) {
  UserLock lock;
  const ThreadState* self = current_thread_if_any();
  const std::size_t removed = std::erase_if(event_hooks(), [&](const EventHook& hook) {
    return hook.handle == handle && hook.client == self;
  });
  event_hook_count = static_cast<int>(event_hooks().size());
  if (removed == 0) return base::fail(ERROR_INVALID_HANDLE);
  return TRUE;
}

// Tells accessibility clients of an event of a control of the program's own.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-notifywinevent
VOID WINAPI NotifyWinEvent(DWORD event, HWND window, LONG object, LONG child) {
  notify_win_event(event, window, object, child);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-iswineventhookinstalled
WINBOOL WINAPI IsWinEventHookInstalled(DWORD event) {
  UserLock lock;
  for (const EventHook& hook : event_hooks()) {
    if (event >= hook.first && event <= hook.last) return TRUE;
  }
  return FALSE;
}
