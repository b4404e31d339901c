// Global and local memory as exported: two names for the same functions.
#include "base/last_error.h"
#include "kernel32/memory/movable_memory.h"

using namespace transom;

// Last errors: ERROR_NOT_ENOUGH_MEMORY, ERROR_INVALID_PARAMETER (flags).
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globalalloc
HGLOBAL WINAPI GlobalAlloc(UINT flags, SIZE_T size) {
  if ((flags & ~UINT{GMEM_VALID_FLAGS}) != 0) return base::fail<HGLOBAL>(ERROR_INVALID_PARAMETER);
  return kernel::allocate_memory(flags, size);
}

// Fixed and locked memory moves only with GMEM_MOVEABLE.
// Last errors: ERROR_INVALID_HANDLE, ERROR_NOT_ENOUGH_MEMORY.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globalrealloc
HGLOBAL WINAPI GlobalReAlloc(HGLOBAL handle, SIZE_T size, UINT flags) {
  return kernel::reallocate_memory(handle, size, flags);
}

// Null on success, else the handle. Last errors: ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globalfree
HGLOBAL WINAPI GlobalFree(HGLOBAL handle) {
  return kernel::free_memory(handle);
}

// The address; fixed memory is its own. Last errors: ERROR_INVALID_HANDLE, ERROR_DISCARDED.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globallock
LPVOID WINAPI GlobalLock(HGLOBAL handle) {
  return kernel::lock_memory(handle);
}

// FALSE with NO_ERROR: no lock is left. Last errors: ERROR_NOT_LOCKED, ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globalunlock
WINBOOL WINAPI GlobalUnlock(HGLOBAL handle) {
  return kernel::unlock_memory(handle);
}

// Bytes; 0 for discarded memory. Last errors: ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globalsize
SIZE_T WINAPI GlobalSize(HGLOBAL handle) {
  return kernel::memory_size(handle);
}

// The lock count in the low byte, discardable and discarded above it.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globalflags
UINT WINAPI GlobalFlags(HGLOBAL handle) {
  return kernel::memory_flags(handle);
}

// The handle of memory by its address. Last errors: ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globalhandle
HGLOBAL WINAPI GlobalHandle(LPCVOID address) {
  return kernel::memory_handle(address);
}

// Last errors: ERROR_NOT_ENOUGH_MEMORY, ERROR_INVALID_PARAMETER (flags).
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-localalloc
HLOCAL WINAPI LocalAlloc(UINT flags, SIZE_T size) {
  if ((flags & ~UINT{LMEM_VALID_FLAGS}) != 0) return base::fail<HLOCAL>(ERROR_INVALID_PARAMETER);
  return kernel::allocate_memory(flags, size);
}

// Fixed and locked memory moves only with LMEM_MOVEABLE.
// Last errors: ERROR_INVALID_HANDLE, ERROR_NOT_ENOUGH_MEMORY.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-localrealloc
HLOCAL WINAPI LocalReAlloc(HLOCAL handle, SIZE_T size, UINT flags) {
  return kernel::reallocate_memory(handle, size, flags);
}

// Null on success, else the handle. Last errors: ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-localfree
HLOCAL WINAPI LocalFree(HLOCAL handle) {
  return kernel::free_memory(handle);
}

// The address; fixed memory is its own. Last errors: ERROR_INVALID_HANDLE, ERROR_DISCARDED.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-locallock
LPVOID WINAPI LocalLock(HLOCAL handle) {
  return kernel::lock_memory(handle);
}

// FALSE with NO_ERROR: no lock is left. Last errors: ERROR_NOT_LOCKED, ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-localunlock
WINBOOL WINAPI LocalUnlock(HLOCAL handle) {
  return kernel::unlock_memory(handle);
}

// Bytes; 0 for discarded memory. Last errors: ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-localsize
SIZE_T WINAPI LocalSize(HLOCAL handle) {
  return kernel::memory_size(handle);
}

// The lock count in the low byte, discardable and discarded above it.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-localflags
UINT WINAPI LocalFlags(HLOCAL handle) {
  return kernel::memory_flags(handle);
}

// The handle of memory by its address. Last errors: ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-localhandle
HLOCAL WINAPI LocalHandle(LPCVOID address) {
  return kernel::memory_handle(address);
}
