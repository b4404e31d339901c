// Kernel objects and the handles by which programs know them.
//
// Contract
//  - An object lives as long as a handle, a wait or the system refers to it (shared_ptr).
//  - Handles are multiples of four, as Windows documents, never 0, and a closed one is given out
//    again as late as possible. GetCurrentProcess() and GetCurrentThread() are pseudo handles that
//    every function here understands.
//  - signaled(), consume(), advance() and the list of waiters are under the dispatcher lock
//  (wait.h).
// https://learn.microsoft.com/windows/win32/sysinfo/kernel-objects
#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "base/win32.h"

namespace transom::kernel {

struct ThreadRecord;
struct WaitNode;

class Object {
 public:
  Object() = default;
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  virtual ~Object() = default;

  // Whether a wait of that thread would end now. Objects that cannot be waited for stay as they
  // are.
  virtual bool can_wait() const { return true; }
  virtual bool signaled(const ThreadRecord& thread) const = 0;
  // A wait has ended by this object: an auto-reset event resets, a mutex is taken. Returns whether
  // the mutex was abandoned.
  virtual bool consume(ThreadRecord&) { return false; }
  // When the object will become signaled by itself, and what to do when that time may have come.
  virtual base::Nanoseconds due() const { return base::kForever; }
  virtual void advance(base::Nanoseconds) {}

  WaitNode* first_waiter = nullptr;
  WaitNode* last_waiter = nullptr;
};

using ObjectRef = std::shared_ptr<Object>;

// A new handle for the object; null when there are too many.
HANDLE open_handle(ObjectRef object);
// The object behind a handle or pseudo handle, or null.
ObjectRef find_object(HANDLE handle);
// False: not an open handle. Pseudo handles are closed without effect, as Windows does it.
bool close_handle(HANDLE handle);
bool get_handle_flags(HANDLE handle, DWORD& flags);
bool set_handle_flags(HANDLE handle, DWORD mask, DWORD flags);

// The object as a `Kind`, or null with last error ERROR_INVALID_HANDLE.
template <class Kind>
std::shared_ptr<Kind> find_as(HANDLE handle) {
  auto object = std::dynamic_pointer_cast<Kind>(find_object(handle));
  if (object == nullptr) SetLastError(ERROR_INVALID_HANDLE);
  return object;
}

// Named objects. `Local\` and `Global\` prefixes name the same space: the process's.
struct Named {
  ObjectRef object;
  bool existed = false;
};
ObjectRef find_named(std::u16string_view name);
// The object that has the name, else `fresh`, which has it from now on.
Named share_by_name(std::u16string_view name, ObjectRef fresh);

}  // namespace transom::kernel
