// Reading, writing and moving about in open files. Overlapped calls are done when they return.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <optional>

#include "base/last_error.h"
#include "kernel32/file/file_object.h"
#include "kernel32/file/host_error.h"

using namespace transom;
using namespace transom::kernel;

namespace {

std::shared_ptr<File> find_file(HANDLE handle, DWORD access) {
  auto file = find_as<File>(handle);
  if (file == nullptr || (file->modes.access & access) == access) return file;
  base::set_last_error(ERROR_ACCESS_DENIED);
  return nullptr;
}

std::int64_t offset_of(const OVERLAPPED& overlapped) {
  return static_cast<std::int64_t>(std::uint64_t{overlapped.OffsetHigh} << 32 | overlapped.Offset);
}

void complete(OVERLAPPED& overlapped, ssize_t count) {
  overlapped.Internal = 0;
  overlapped.InternalHigh = static_cast<ULONG_PTR>(count);
  if (overlapped.hEvent != nullptr) SetEvent(overlapped.hEvent);
}

template <class Transfer>
ssize_t repeat_if_interrupted(Transfer&& transfer) {
  ssize_t count = transfer();
  while (count < 0 && errno == EINTR) count = transfer();
  return count;
}

// The file pointer follows an overlapped transfer, as it does on Windows for synchronous handles.
WINBOOL finish(ssize_t count, LPDWORD transferred, LPOVERLAPPED overlapped, int descriptor) {
  if (count < 0) return base::fail(error_of(errno));
  if (transferred != nullptr) *transferred = static_cast<DWORD>(count);
  if (overlapped != nullptr) {
    lseek(descriptor, offset_of(*overlapped) + count, SEEK_SET);
    complete(*overlapped, count);
  }
  return TRUE;
}

ssize_t write_all(const File& file, const char* data, std::size_t size, const OVERLAPPED* at) {
  if (file.appends || (at != nullptr && at->Offset == 0xFFFFFFFF && at->OffsetHigh == 0xFFFFFFFF)) {
    lseek(file.descriptor, 0, SEEK_END);
    at = nullptr;
  }
  std::size_t written = 0;
  while (written < size) {
    const ssize_t count = repeat_if_interrupted([&] {
      return at != nullptr ? pwrite(file.descriptor, data + written, size - written,
                                    offset_of(*at) + static_cast<off_t>(written))
                           : write(file.descriptor, data + written, size - written);
    });
    if (count < 0) return written > 0 ? static_cast<ssize_t>(written) : -1;
    written += static_cast<std::size_t>(count);
  }
  return static_cast<ssize_t>(written);
}

// The new position, or nothing with the last error set.
std::optional<std::int64_t> seek(HANDLE handle, std::int64_t distance, DWORD method) {
  const auto file = find_file(handle, 0);
  if (file == nullptr) return std::nullopt;
  if (method > FILE_END) {
    base::set_last_error(ERROR_INVALID_PARAMETER);
    return std::nullopt;
  }
  const off_t position = lseek(file->descriptor, distance, static_cast<int>(method));
  if (position >= 0) return position;
  base::set_last_error(errno == EINVAL ? ERROR_NEGATIVE_SEEK : error_of(errno));
  return std::nullopt;
}

std::optional<std::int64_t> size_of(HANDLE handle) {
  const auto file = find_file(handle, 0);
  struct stat status {};
  if (file == nullptr) return std::nullopt;
  if (fstat(file->descriptor, &status) == 0) return status.st_size;
  base::set_last_error(error_of(errno));
  return std::nullopt;
}

}  // namespace

// At the end of the file: TRUE and no bytes; overlapped, ERROR_HANDLE_EOF.
// Last errors: ERROR_INVALID_HANDLE, ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER, ERROR_NOACCESS.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-readfile
WINBOOL WINAPI ReadFile(HANDLE handle, LPVOID buffer, DWORD size, LPDWORD transferred,
                        LPOVERLAPPED overlapped) {
  if (transferred != nullptr) *transferred = 0;
  const auto file = find_file(handle, GENERIC_READ);
  if (file == nullptr) return FALSE;
  if (transferred == nullptr && overlapped == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const ssize_t count = repeat_if_interrupted([&] {
    return overlapped != nullptr ? pread(file->descriptor, buffer, size, offset_of(*overlapped))
                                 : read(file->descriptor, buffer, size);
  });
  if (count == 0 && size != 0 && overlapped != nullptr) {
    complete(*overlapped, 0);
    return base::fail(ERROR_HANDLE_EOF);
  }
  return finish(count, transferred, overlapped, file->descriptor);
}

// Last errors: as ReadFile, and ERROR_DISK_FULL.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-writefile
WINBOOL WINAPI WriteFile(HANDLE handle, LPCVOID data, DWORD size, LPDWORD transferred,
                         LPOVERLAPPED overlapped) {
  if (transferred != nullptr) *transferred = 0;
  const auto file = find_file(handle, GENERIC_WRITE);
  if (file == nullptr) return FALSE;
  if (data == nullptr && size != 0) return base::fail(ERROR_NOACCESS);
  const ssize_t count = write_all(*file, static_cast<const char*>(data), size, overlapped);
  return finish(count, transferred, overlapped, file->descriptor);
}

// INVALID_SET_FILE_POINTER is also a good low half: only the last error (then NO_ERROR) tells.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-setfilepointer
DWORD WINAPI SetFilePointer(HANDLE handle, LONG low, PLONG high, DWORD method) {
  std::int64_t distance = low;
  if (high != nullptr) {
    distance = static_cast<std::int64_t>(std::uint64_t{static_cast<DWORD>(*high)} << 32 |
                                         static_cast<DWORD>(low));
  }
  const auto position = seek(handle, distance, method);
  if (!position) return INVALID_SET_FILE_POINTER;
  if (high != nullptr) *high = static_cast<LONG>(*position >> 32);
  base::set_last_error(NO_ERROR);
  return static_cast<DWORD>(*position);
}
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-setfilepointerex
WINBOOL WINAPI SetFilePointerEx(HANDLE handle, LARGE_INTEGER distance, PLARGE_INTEGER result,
                                DWORD method) {
  const auto position = seek(handle, distance.QuadPart, method);
  if (!position) return FALSE;
  if (result != nullptr) result->QuadPart = *position;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfilesize
DWORD WINAPI GetFileSize(HANDLE handle, LPDWORD high) {
  const auto size = size_of(handle);
  if (!size) return INVALID_FILE_SIZE;
  if (high != nullptr) *high = static_cast<DWORD>(*size >> 32);
  base::set_last_error(NO_ERROR);
  return static_cast<DWORD>(*size);
}
WINBOOL WINAPI GetFileSizeEx(HANDLE handle, PLARGE_INTEGER result) {
  if (result == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const auto size = size_of(handle);
  if (!size) return FALSE;
  result->QuadPart = *size;
  return TRUE;
}

// The file ends at the file pointer: cut or filled with zeros.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-setendoffile
WINBOOL WINAPI SetEndOfFile(HANDLE handle) {
  const auto file = find_file(handle, GENERIC_WRITE);
  if (file == nullptr) return FALSE;
  const off_t position = lseek(file->descriptor, 0, SEEK_CUR);
  if (position >= 0 && ftruncate(file->descriptor, position) == 0) return TRUE;
  return base::fail(error_of(errno));
}

// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-flushfilebuffers
WINBOOL WINAPI FlushFileBuffers(HANDLE handle) {
  const auto file = find_file(handle, GENERIC_WRITE);
  if (file == nullptr) return FALSE;
  // Pipes and terminals have nothing to flush.
  return fsync(file->descriptor) == 0 || errno == EINVAL ? TRUE : base::fail(error_of(errno));
}

// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfiletype
DWORD WINAPI GetFileType(HANDLE handle) {
  const auto file = find_file(handle, 0);
  struct stat status {};
  if (file == nullptr || fstat(file->descriptor, &status) != 0) return FILE_TYPE_UNKNOWN;
  base::set_last_error(NO_ERROR);
  if (S_ISCHR(status.st_mode)) return FILE_TYPE_CHAR;
  if (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode)) return FILE_TYPE_PIPE;
  return FILE_TYPE_DISK;
}

// Everything is done when the call that began it returns.
// https://learn.microsoft.com/windows/win32/api/ioapiset/nf-ioapiset-getoverlappedresult
WINBOOL WINAPI GetOverlappedResult(HANDLE, LPOVERLAPPED overlapped, LPDWORD transferred, WINBOOL) {
  if (overlapped == nullptr || transferred == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  *transferred = static_cast<DWORD>(overlapped->InternalHigh);
  return TRUE;
}
