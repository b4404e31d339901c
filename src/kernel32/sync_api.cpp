// Events, mutexes, semaphores and waitable timers as exported.
#include <optional>

#include "base/clock.h"
#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/file_time.h"
#include "kernel32/sync_objects.h"
#include "kernel32/wait.h"

using namespace transom;
using namespace transom::kernel;

namespace {

using Name = std::optional<std::u16string>;

Name name_of(LPCWSTR name) {
  return name == nullptr || name[0] == 0 ? Name{} : Name{base::as_char16(name)};
}
Name name_of(LPCSTR name) {
  return name == nullptr || name[0] == 0 ? Name{} : Name{base::to_utf16(name)};
}

// A handle to the fresh object, or to the one that has the name: ERROR_ALREADY_EXISTS then, and
// ERROR_INVALID_HANDLE where that one is of another kind. Otherwise the last error becomes 0.
template <class Kind>
HANDLE create(const Name& name, std::shared_ptr<Kind> fresh) {
  if (!name) {
    base::set_last_error(ERROR_SUCCESS);
    return open_handle(std::move(fresh));
  }
  if (name->size() > MAX_PATH) return base::fail<HANDLE>(ERROR_FILENAME_EXCED_RANGE);
  const Named named = share_by_name(*name, std::move(fresh));
  if (std::dynamic_pointer_cast<Kind>(named.object) == nullptr) {
    return base::fail<HANDLE>(ERROR_INVALID_HANDLE);
  }
  base::set_last_error(named.existed ? ERROR_ALREADY_EXISTS : ERROR_SUCCESS);
  return open_handle(named.object);
}

template <class Kind>
HANDLE open(const Name& name, WINBOOL inherit) {
  if (!name) return base::fail<HANDLE>(ERROR_INVALID_PARAMETER);
  ObjectRef object = find_named(*name);
  if (object == nullptr) return base::fail<HANDLE>(ERROR_FILE_NOT_FOUND);
  if (std::dynamic_pointer_cast<Kind>(object) == nullptr) {
    return base::fail<HANDLE>(ERROR_INVALID_HANDLE);
  }
  const HANDLE handle = open_handle(std::move(object));
  if (inherit) set_handle_flags(handle, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
  return handle;
}

HANDLE create_event(const Name& name, bool manual, bool signaled) {
  const Reset reset = manual ? Reset::kManual : Reset::kAutomatic;
  return create(name, std::make_shared<Event>(reset, signaled));
}

HANDLE create_mutex(const Name& name, bool owned) {
  auto fresh = std::make_shared<Mutex>();
  if (owned) {
    DispatcherLock lock;
    fresh->consume(current_thread());
  }
  const HANDLE handle = create(name, fresh);
  // The name was somebody's already: ours goes.
  if (owned && find_object(handle) != fresh) {
    DispatcherLock lock;
    fresh->release(current_thread());
  }
  return handle;
}

HANDLE create_semaphore(const Name& name, LONG count, LONG maximum) {
  if (maximum <= 0 || count < 0 || count > maximum) {
    return base::fail<HANDLE>(ERROR_INVALID_PARAMETER);
  }
  return create(name, std::make_shared<Semaphore>(count, maximum));
}

HANDLE create_timer(const Name& name, bool manual) {
  return create(name, std::make_shared<Timer>(manual ? Reset::kManual : Reset::kAutomatic));
}

template <class Kind, class Action>
WINBOOL with(HANDLE handle, Action action) {
  const auto object = find_as<Kind>(handle);
  if (object == nullptr) return FALSE;
  DispatcherLock lock;
  action(*object);
  return TRUE;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-createeventw
HANDLE WINAPI CreateEventW(LPSECURITY_ATTRIBUTES, WINBOOL manual, WINBOOL signaled, LPCWSTR name) {
  return create_event(name_of(name), manual != FALSE, signaled != FALSE);
}
HANDLE WINAPI CreateEventA(LPSECURITY_ATTRIBUTES, WINBOOL manual, WINBOOL signaled, LPCSTR name) {
  return create_event(name_of(name), manual != FALSE, signaled != FALSE);
}
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-createeventexw
HANDLE WINAPI CreateEventExW(LPSECURITY_ATTRIBUTES, LPCWSTR name, DWORD flags, DWORD) {
  return create_event(name_of(name), (flags & CREATE_EVENT_MANUAL_RESET) != 0,
                      (flags & CREATE_EVENT_INITIAL_SET) != 0);
}
HANDLE WINAPI CreateEventExA(LPSECURITY_ATTRIBUTES, LPCSTR name, DWORD flags, DWORD) {
  return create_event(name_of(name), (flags & CREATE_EVENT_MANUAL_RESET) != 0,
                      (flags & CREATE_EVENT_INITIAL_SET) != 0);
}
// Last errors: ERROR_FILE_NOT_FOUND, ERROR_INVALID_HANDLE (the name is another kind's).
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-openeventw
HANDLE WINAPI OpenEventW(DWORD, WINBOOL inherit, LPCWSTR name) {
  return open<Event>(name_of(name), inherit);
}
HANDLE WINAPI OpenEventA(DWORD, WINBOOL inherit, LPCSTR name) {
  return open<Event>(name_of(name), inherit);
}
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-setevent
WINBOOL WINAPI SetEvent(HANDLE handle) {
  return with<Event>(handle, [](Event& event) { event.set(); });
}
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-resetevent
WINBOOL WINAPI ResetEvent(HANDLE handle) {
  return with<Event>(handle, [](Event& event) { event.clear(); });
}
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-pulseevent
WINBOOL WINAPI PulseEvent(HANDLE handle) {
  return with<Event>(handle, [](Event& event) { event.pulse(); });
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-createmutexw
HANDLE WINAPI CreateMutexW(LPSECURITY_ATTRIBUTES, WINBOOL owned, LPCWSTR name) {
  return create_mutex(name_of(name), owned != FALSE);
}
HANDLE WINAPI CreateMutexA(LPSECURITY_ATTRIBUTES, WINBOOL owned, LPCSTR name) {
  return create_mutex(name_of(name), owned != FALSE);
}
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-createmutexexw
HANDLE WINAPI CreateMutexExW(LPSECURITY_ATTRIBUTES, LPCWSTR name, DWORD flags, DWORD) {
  return create_mutex(name_of(name), (flags & CREATE_MUTEX_INITIAL_OWNER) != 0);
}
HANDLE WINAPI CreateMutexExA(LPSECURITY_ATTRIBUTES, LPCSTR name, DWORD flags, DWORD) {
  return create_mutex(name_of(name), (flags & CREATE_MUTEX_INITIAL_OWNER) != 0);
}
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-openmutexw
HANDLE WINAPI OpenMutexW(DWORD, WINBOOL inherit, LPCWSTR name) {
  return open<Mutex>(name_of(name), inherit);
}
HANDLE WINAPI OpenMutexA(DWORD, WINBOOL inherit, LPCSTR name) {
  return open<Mutex>(name_of(name), inherit);
}
// Last errors: ERROR_INVALID_HANDLE, ERROR_NOT_OWNER.
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-releasemutex
WINBOOL WINAPI ReleaseMutex(HANDLE handle) {
  const auto mutex = find_as<Mutex>(handle);
  if (mutex == nullptr) return FALSE;
  DispatcherLock lock;
  return mutex->release(current_thread()) ? TRUE : base::fail(ERROR_NOT_OWNER);
}

// Last errors: ERROR_INVALID_PARAMETER (a count below 0 or above the maximum).
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-createsemaphorea
HANDLE WINAPI CreateSemaphoreW(LPSECURITY_ATTRIBUTES, LONG count, LONG maximum, LPCWSTR name) {
  return create_semaphore(name_of(name), count, maximum);
}
HANDLE WINAPI CreateSemaphoreA(LPSECURITY_ATTRIBUTES, LONG count, LONG maximum, LPCSTR name) {
  return create_semaphore(name_of(name), count, maximum);
}
HANDLE WINAPI CreateSemaphoreExW(LPSECURITY_ATTRIBUTES, LONG count, LONG maximum, LPCWSTR name,
                                 DWORD, DWORD) {
  return create_semaphore(name_of(name), count, maximum);
}
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-opensemaphorew
HANDLE WINAPI OpenSemaphoreW(DWORD, WINBOOL inherit, LPCWSTR name) {
  return open<Semaphore>(name_of(name), inherit);
}
// Last errors: ERROR_INVALID_PARAMETER (count not above 0), ERROR_TOO_MANY_POSTS.
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-releasesemaphore
WINBOOL WINAPI ReleaseSemaphore(HANDLE handle, LONG count, LPLONG previous) {
  const auto semaphore = find_as<Semaphore>(handle);
  if (semaphore == nullptr) return FALSE;
  if (count <= 0) return base::fail(ERROR_INVALID_PARAMETER);
  DispatcherLock lock;
  return semaphore->release(count, previous) ? TRUE : base::fail(ERROR_TOO_MANY_POSTS);
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-createwaitabletimerw
HANDLE WINAPI CreateWaitableTimerW(LPSECURITY_ATTRIBUTES, WINBOOL manual, LPCWSTR name) {
  return create_timer(name_of(name), manual != FALSE);
}
HANDLE WINAPI CreateWaitableTimerA(LPSECURITY_ATTRIBUTES, WINBOOL manual, LPCSTR name) {
  return create_timer(name_of(name), manual != FALSE);
}
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-createwaitabletimerexw
HANDLE WINAPI CreateWaitableTimerExW(LPSECURITY_ATTRIBUTES, LPCWSTR name, DWORD flags, DWORD) {
  return create_timer(name_of(name), (flags & CREATE_WAITABLE_TIMER_MANUAL_RESET) != 0);
}
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-openwaitabletimerw
HANDLE WINAPI OpenWaitableTimerW(DWORD, WINBOOL inherit, LPCWSTR name) {
  return open<Timer>(name_of(name), inherit);
}
// Due in 100 ns: negative is from now, positive a time since 1601. The period is in milliseconds.
// Last errors: ERROR_INVALID_PARAMETER (negative period, no due time), ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-setwaitabletimer
WINBOOL WINAPI SetWaitableTimer(HANDLE handle, const LARGE_INTEGER* due, LONG period,
                                PTIMERAPCROUTINE routine, LPVOID argument, WINBOOL) {
  const auto timer = find_as<Timer>(handle);
  if (timer == nullptr) return FALSE;
  if (due == nullptr || period < 0) return base::fail(ERROR_INVALID_PARAMETER);
  const std::int64_t ticks = due->QuadPart;
  const std::int64_t delay = ticks < 0 ? -ticks : ticks - to_ticks(current_file_time());
  const base::Nanoseconds now = base::clock::now();
  constexpr std::int64_t kLongest = (base::kForever >> 1) / 100;
  const base::Nanoseconds at = now + std::clamp<std::int64_t>(delay, 0, kLongest) * 100;
  DispatcherLock lock;
  timer->set(at, period * base::kMillisecond, {&current_thread(), routine, argument});
  return TRUE;
}
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-cancelwaitabletimer
WINBOOL WINAPI CancelWaitableTimer(HANDLE handle) {
  return with<Timer>(handle, [](Timer& timer) { timer.cancel(); });
}
