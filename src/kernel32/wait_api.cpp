// The exported waits. https://learn.microsoft.com/windows/win32/sync/wait-functions
#include <array>

#include "base/clock.h"
#include "base/last_error.h"
#include "kernel32/sync_objects.h"
#include "kernel32/wait_api.h"

using namespace transom;
using namespace transom::kernel;

namespace transom::kernel {
namespace {

struct Objects {
  std::array<ObjectRef, MAXIMUM_WAIT_OBJECTS> references;
  std::size_t count = 0;
};

// False: too many, none, a dead handle, or the same one twice in a wait for all (last error set).
bool collect(DWORD count, const HANDLE* handles, WaitFor what, Objects& objects) {
  for (DWORD i = 0; i < count; ++i) {
    ObjectRef object = find_object(handles[i]);
    if (object == nullptr || !object->can_wait()) return base::fail<bool>(ERROR_INVALID_HANDLE);
    for (std::size_t j = 0; what == WaitFor::kAll && j < objects.count; ++j) {
      if (objects.references[j] == object) return base::fail<bool>(ERROR_INVALID_PARAMETER);
    }
    objects.references[objects.count++] = std::move(object);
  }
  return true;
}

DWORD to_code(const WaitResult& result, DWORD count) {
  switch (result.outcome) {
    case WaitOutcome::kObject:
      return WAIT_OBJECT_0 + static_cast<DWORD>(result.index);
    case WaitOutcome::kAbandoned:
      return WAIT_ABANDONED_0 + static_cast<DWORD>(result.index);
    case WaitOutcome::kTimeout:
      return WAIT_TIMEOUT;
    case WaitOutcome::kCallback:
      return WAIT_IO_COMPLETION;
    case WaitOutcome::kExtra:
      return WAIT_OBJECT_0 + count;
  }
  return WAIT_FAILED;
}

}  // namespace

DWORD wait_for_handles(DWORD count, const HANDLE* handles, WaitFor what, DWORD milliseconds,
                       bool alertable, ExtraCondition extra) {
  if (count > MAXIMUM_WAIT_OBJECTS || (count > 0 && handles == nullptr)) {
    return base::fail<DWORD>(ERROR_INVALID_PARAMETER, WAIT_FAILED);
  }
  Objects objects;
  if (!collect(count, handles, what, objects)) return WAIT_FAILED;
  const WaitResult result = wait(std::span(objects.references.data(), objects.count), what,
                                 base::clock::deadline_after(milliseconds), alertable, extra);
  return to_code(result, count);
}

}  // namespace transom::kernel

// Last errors (WAIT_FAILED): ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-waitforsingleobjectex
DWORD WINAPI WaitForSingleObjectEx(HANDLE handle, DWORD milliseconds, WINBOOL alertable) {
  return wait_for_handles(1, &handle, WaitFor::kAny, milliseconds, alertable != FALSE);
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-waitforsingleobject
DWORD WINAPI WaitForSingleObject(HANDLE handle, DWORD milliseconds) {
  return WaitForSingleObjectEx(handle, milliseconds, FALSE);
}

// Last errors (WAIT_FAILED): ERROR_INVALID_PARAMETER (none, more than MAXIMUM_WAIT_OBJECTS, or one
// twice in a wait for all), ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-waitformultipleobjectsex
DWORD WINAPI WaitForMultipleObjectsEx(DWORD count, const HANDLE* handles, WINBOOL all,
                                      DWORD milliseconds, WINBOOL alertable) {
  if (count == 0) return base::fail<DWORD>(ERROR_INVALID_PARAMETER, WAIT_FAILED);
  return wait_for_handles(count, handles, all ? WaitFor::kAll : WaitFor::kAny, milliseconds,
                          alertable != FALSE);
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-waitformultipleobjects
DWORD WINAPI WaitForMultipleObjects(DWORD count, const HANDLE* handles, WINBOOL all,
                                    DWORD milliseconds) {
  return WaitForMultipleObjectsEx(count, handles, all, milliseconds, FALSE);
}

// Signals and then waits. A semaphore goes up by one; a mutex that the caller does not own fails
// with ERROR_NOT_OWNER, other kinds with ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-signalobjectandwait
DWORD WINAPI SignalObjectAndWait(HANDLE to_signal, HANDLE to_wait, DWORD milliseconds,
                                 WINBOOL alertable) {
  const ObjectRef object = find_object(to_signal);
  if (std::dynamic_pointer_cast<Event>(object) != nullptr) {
    SetEvent(to_signal);
  } else if (std::dynamic_pointer_cast<Mutex>(object) != nullptr) {
    if (!ReleaseMutex(to_signal)) return WAIT_FAILED;
  } else if (std::dynamic_pointer_cast<Semaphore>(object) != nullptr) {
    if (!ReleaseSemaphore(to_signal, 1, nullptr)) return WAIT_FAILED;
  } else {
    return base::fail<DWORD>(ERROR_INVALID_HANDLE, WAIT_FAILED);
  }
  return WaitForSingleObjectEx(to_wait, milliseconds, alertable);
}
