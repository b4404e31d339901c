#include "kernel32/file/open_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <optional>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/file/file_object.h"
#include "kernel32/file/host_error.h"

namespace transom::kernel {
namespace {

HANDLE refuse(DWORD error) {
  return base::fail(error, INVALID_HANDLE_VALUE);
}

constexpr DWORD kWriting = GENERIC_WRITE | GENERIC_ALL | FILE_WRITE_DATA | FILE_APPEND_DATA;
constexpr DWORD kReading = GENERIC_READ | GENERIC_ALL | GENERIC_EXECUTE | FILE_READ_DATA;

OpenModes modes_of(const OpenRequest& request) {
  OpenModes modes{0, request.share};
  if ((request.access & kReading) != 0) modes.access |= GENERIC_READ;
  if ((request.access & kWriting) != 0) modes.access |= GENERIC_WRITE;
  const bool deletes = (request.flags & FILE_FLAG_DELETE_ON_CLOSE) != 0;
  if ((request.access & (DELETE | GENERIC_ALL)) != 0 || deletes) modes.access |= DELETE;
  return modes;
}

// Truncation waits until sharing has been looked at.
std::optional<int> host_flags(const OpenRequest& request, const OpenModes& modes) {
  const bool reads = (modes.access & GENERIC_READ) != 0;
  const bool writes = (modes.access & GENERIC_WRITE) != 0;
  const int mode = writes ? (reads ? O_RDWR : O_WRONLY) : O_RDONLY;
  switch (request.disposition) {
    case CREATE_NEW:
      return mode | O_CREAT | O_EXCL | O_CLOEXEC;
    case CREATE_ALWAYS:
    case OPEN_ALWAYS:
      return mode | O_CREAT | O_CLOEXEC;
    case OPEN_EXISTING:
      return mode | O_CLOEXEC;
    case TRUNCATE_EXISTING:
      if (!writes) return std::nullopt;
      return mode | O_CLOEXEC;
    default:
      return std::nullopt;
  }
}

bool wants_truncation(DWORD disposition) {
  return disposition == CREATE_ALWAYS || disposition == TRUNCATE_EXISTING;
}

int open_host_file(const std::string& path, int flags, bool read_only) {
  const mode_t permissions = read_only ? 0444 : 0666;
  const int descriptor = open(path.c_str(), flags, permissions);
  // No access at all may be asked for, and then permissions do not matter.
  const bool queries = descriptor < 0 && errno == EACCES && (flags & O_ACCMODE) == O_RDONLY;
  return queries ? open(path.c_str(), O_PATH | O_CLOEXEC) : descriptor;
}

}  // namespace

HANDLE open_file(std::u16string_view path, const OpenRequest& request) {
  if (path.empty()) return refuse(ERROR_PATH_NOT_FOUND);
  const OpenModes modes = modes_of(request);
  const auto flags = host_flags(request, modes);
  if (!flags) return refuse(ERROR_INVALID_PARAMETER);
  if (path.find_first_of(u"*?<>|\"", path.starts_with(u"\\\\?\\") ? 4 : 0) !=
      std::u16string_view::npos) {
    return refuse(ERROR_INVALID_NAME);
  }
  const std::string host = base::host_path_of(path);
  struct stat before {};
  const bool existed = stat(host.c_str(), &before) == 0;
  if (existed && request.disposition == CREATE_NEW) return refuse(ERROR_FILE_EXISTS);
  if (existed && S_ISDIR(before.st_mode) && (request.flags & FILE_FLAG_BACKUP_SEMANTICS) == 0) {
    return refuse(ERROR_ACCESS_DENIED);
  }
  if (existed && !sharing_allows(before.st_dev, before.st_ino, modes)) {
    return refuse(ERROR_SHARING_VIOLATION);
  }
  const bool is_folder = existed && S_ISDIR(before.st_mode);
  const int descriptor =
      open_host_file(host, is_folder ? O_RDONLY | O_DIRECTORY | O_CLOEXEC : *flags,
                     (request.flags & FILE_ATTRIBUTE_READONLY) != 0);
  if (descriptor < 0) return refuse(path_error(host));
  if (existed && wants_truncation(request.disposition) && S_ISREG(before.st_mode) &&
      truncate(host.c_str(), 0) != 0) {
    const DWORD error = error_of(errno);
    close(descriptor);
    return refuse(error);
  }
  auto file = std::make_shared<File>(descriptor, host, modes, File::Owner::kSelf);
  file->appends = (request.access & FILE_APPEND_DATA) != 0 &&
                  (request.access & (GENERIC_WRITE | GENERIC_ALL | FILE_WRITE_DATA)) == 0;
  file->delete_on_close = (request.flags & FILE_FLAG_DELETE_ON_CLOSE) != 0;
  const HANDLE handle = open_handle(std::move(file));
  if (handle == nullptr) return refuse(ERROR_TOO_MANY_OPEN_FILES);
  const bool tells = request.disposition == CREATE_ALWAYS || request.disposition == OPEN_ALWAYS;
  base::set_last_error(existed && tells ? ERROR_ALREADY_EXISTS : ERROR_SUCCESS);
  return handle;
}

}  // namespace transom::kernel

using namespace transom;

// Last errors: ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND, ERROR_ACCESS_DENIED (a folder without
// FILE_FLAG_BACKUP_SEMANTICS, too), ERROR_FILE_EXISTS, ERROR_SHARING_VIOLATION,
// ERROR_INVALID_PARAMETER, ERROR_INVALID_NAME.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createfilew
HANDLE WINAPI CreateFileW(LPCWSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES,
                          DWORD disposition, DWORD flags, HANDLE) {
  if (path == nullptr) return base::fail(ERROR_PATH_NOT_FOUND, INVALID_HANDLE_VALUE);
  return kernel::open_file(base::as_char16(path), {access, share, disposition, flags});
}
HANDLE WINAPI CreateFileA(LPCSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES,
                          DWORD disposition, DWORD flags, HANDLE) {
  return kernel::open_file(base::to_utf16(path), {access, share, disposition, flags});
}
