// The calling thread's last error: what GetLastError answers.
// https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-getlasterror
#pragma once

#include "base/win32.h"

namespace transom::base {

inline thread_local DWORD thread_last_error = ERROR_SUCCESS;

inline void set_last_error(DWORD error) {
  thread_last_error = error;
}

// Returns what a failing exported function returns, with the last error set: the one place where an
// inside error becomes an outside one.
template <class Result = BOOL>
[[nodiscard]] Result fail(DWORD error, Result result = Result{}) {
  set_last_error(error);
  return result;
}

// Keeps the caller's last error over calls whose own errors are nobody's business.
class PreserveLastError {
 public:
  PreserveLastError() = default;
  PreserveLastError(const PreserveLastError&) = delete;
  PreserveLastError& operator=(const PreserveLastError&) = delete;
  ~PreserveLastError() { set_last_error(saved_); }

 private:
  DWORD saved_ = thread_last_error;
};

}  // namespace transom::base
