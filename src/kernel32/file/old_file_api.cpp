// The file functions of 16-bit Windows: an HFILE is a file handle in 32 bits.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-_lopen
#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/file/open_file.h"

using namespace transom;

namespace {

HFILE to_old(HANDLE handle) {
  return handle == INVALID_HANDLE_VALUE
             ? HFILE_ERROR
             : static_cast<HFILE>(reinterpret_cast<std::intptr_t>(handle));
}
HANDLE to_new(HFILE file) {
  return reinterpret_cast<HANDLE>(std::intptr_t{file});
}

DWORD access_of(int mode) {
  switch (mode & 3) {
    case OF_WRITE:
      return GENERIC_WRITE;
    case OF_READWRITE:
      return GENERIC_READ | GENERIC_WRITE;
    default:
      return GENERIC_READ;
  }
}

DWORD share_of(int mode) {
  switch (mode & 0x70) {
    case OF_SHARE_EXCLUSIVE:
      return 0;
    case OF_SHARE_DENY_WRITE:
      return FILE_SHARE_READ;
    case OF_SHARE_DENY_READ:
      return FILE_SHARE_WRITE;
    default:
      return FILE_SHARE_READ | FILE_SHARE_WRITE;
  }
}

}  // namespace

HFILE WINAPI _lopen(LPCSTR path, int mode) {
  return to_old(
      kernel::open_file(base::to_utf16(path), {access_of(mode), share_of(mode), OPEN_EXISTING, 0}));
}

HFILE WINAPI _lcreat(LPCSTR path, int attributes) {
  constexpr DWORD kShare = FILE_SHARE_READ | FILE_SHARE_WRITE;
  return to_old(kernel::open_file(base::to_utf16(path),
                                  {GENERIC_READ | GENERIC_WRITE, kShare, CREATE_ALWAYS,
                                   static_cast<DWORD>(attributes) & FILE_ATTRIBUTE_READONLY}));
}

UINT WINAPI _lread(HFILE file, LPVOID buffer, UINT size) {
  DWORD count = 0;
  return ReadFile(to_new(file), buffer, size, &count, nullptr) ? count
                                                               : static_cast<UINT>(HFILE_ERROR);
}
__LONG32 WINAPI _hread(HFILE file, LPVOID buffer, __LONG32 size) {
  return static_cast<__LONG32>(_lread(file, buffer, static_cast<UINT>(size)));
}

// Writing no bytes cuts the file at the file pointer.
UINT WINAPI _lwrite(HFILE file, LPCCH data, UINT size) {
  if (size == 0) return SetEndOfFile(to_new(file)) ? 0 : static_cast<UINT>(HFILE_ERROR);
  DWORD count = 0;
  return WriteFile(to_new(file), data, size, &count, nullptr) ? count
                                                              : static_cast<UINT>(HFILE_ERROR);
}
__LONG32 WINAPI _hwrite(HFILE file, LPCCH data, __LONG32 size) {
  return static_cast<__LONG32>(_lwrite(file, data, static_cast<UINT>(size)));
}

LONG WINAPI _llseek(HFILE file, LONG distance, int origin) {
  return static_cast<LONG>(
      SetFilePointer(to_new(file), distance, nullptr, static_cast<DWORD>(origin)));
}

HFILE WINAPI _lclose(HFILE file) {
  return CloseHandle(to_new(file)) ? 0 : HFILE_ERROR;
}
