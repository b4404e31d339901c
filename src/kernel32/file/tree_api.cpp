// Making, moving, copying and deleting files and folders.
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/file/file_object.h"
#include "kernel32/file/host_error.h"

using namespace transom;
using namespace transom::kernel;

namespace {

std::u16string_view view(LPCWSTR path) {
  return path != nullptr ? std::u16string_view(base::as_char16(path)) : std::u16string_view();
}

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

WINBOOL succeed_or_tell(int result, const std::string& path) {
  return result == 0 ? TRUE : base::fail(path_error(path));
}

WINBOOL create_folder(std::u16string_view path) {
  if (path.empty()) return base::fail(ERROR_PATH_NOT_FOUND);
  const std::string host = without_slash(base::host_path_of(path));
  if (mkdir(host.c_str(), 0777) == 0) return TRUE;
  // A folder cannot be "not found", only the one that it should lie in.
  if (errno == ENOENT) return base::fail(ERROR_PATH_NOT_FOUND);
  return base::fail(errno == EEXIST ? ERROR_ALREADY_EXISTS : error_of(errno));
}

WINBOOL remove_folder(std::u16string_view path) {
  const std::string host = without_slash(base::host_path_of(path));
  if (rmdir(host.c_str()) == 0) return TRUE;
  return base::fail(errno == ENOTDIR ? ERROR_DIRECTORY : path_error(host));
}

// Windows does not delete what is read-only; Linux would look at the folder's permissions only.
WINBOOL delete_file(std::u16string_view path) {
  if (path.empty()) return base::fail(ERROR_PATH_NOT_FOUND);
  const std::string host = base::host_path_of(path);
  struct stat status {};
  if (lstat(host.c_str(), &status) != 0) return base::fail(path_error(host));
  const bool read_only = S_ISREG(status.st_mode) && (status.st_mode & S_IWUSR) == 0;
  if (read_only || S_ISDIR(status.st_mode)) return base::fail(ERROR_ACCESS_DENIED);
  if (!sharing_allows_delete(host)) return base::fail(ERROR_SHARING_VIOLATION);
  return succeed_or_tell(unlink(host.c_str()), host);
}

bool copy_bytes(int from, int to) {
  struct stat status {};
  if (fstat(from, &status) != 0) return false;
  off_t left = status.st_size;
  while (left > 0) {
    const ssize_t count = sendfile(to, from, nullptr, static_cast<std::size_t>(left));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) break;
    left -= count;
  }
  const timespec times[2] = {{0, UTIME_OMIT}, status.st_mtim};
  futimens(to, times);
  return fchmod(to, status.st_mode & 0777) == 0;
}

// The copy has the original's time of writing, as on Windows.
WINBOOL copy_host_file(const std::string& from, const std::string& to, bool replace) {
  const int source = open(from.c_str(), O_RDONLY | O_CLOEXEC);
  if (source < 0) return base::fail(path_error(from));
  const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | (replace ? O_TRUNC : O_EXCL);
  const int target = open(to.c_str(), flags, 0666);
  if (target < 0) {
    const DWORD error = path_error(to);
    close(source);
    return base::fail(error);
  }
  const bool copied = copy_bytes(source, target);
  const DWORD error = error_of(errno);
  close(source);
  close(target);
  return copied ? TRUE : base::fail(error);
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat first {
  }, second{};
  return stat(a.c_str(), &first) == 0 && stat(b.c_str(), &second) == 0 &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

WINBOOL copy_file(std::u16string_view from, std::u16string_view to, WINBOOL fail_if_exists) {
  if (from.empty() || to.empty()) return base::fail(ERROR_PATH_NOT_FOUND);
  const std::string source = base::host_path_of(from), target = base::host_path_of(to);
  struct stat status {};
  if (stat(source.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
    return base::fail(ERROR_ACCESS_DENIED);
  }
  if (is_same_file(source, target)) {
    return base::fail(fail_if_exists ? ERROR_FILE_EXISTS : ERROR_SHARING_VIOLATION);
  }
  return copy_host_file(source, target, !fail_if_exists);
}

WINBOOL move_across_devices(const std::string& source, const std::string& target, DWORD flags) {
  struct stat status {};
  const bool folder = stat(source.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
  if (folder || (flags & MOVEFILE_COPY_ALLOWED) == 0) return base::fail(ERROR_NOT_SAME_DEVICE);
  if (!copy_host_file(source, target, (flags & MOVEFILE_REPLACE_EXISTING) != 0)) return FALSE;
  return succeed_or_tell(unlink(source.c_str()), source);
}

WINBOOL move_file(std::u16string_view from, std::u16string_view to, DWORD flags) {
  if (from.empty() || to.empty()) return base::fail(ERROR_PATH_NOT_FOUND);
  const std::string source = without_slash(base::host_path_of(from));
  std::string target = without_slash(base::host_path_of(to));
  if (access(source.c_str(), F_OK) != 0) return base::fail(path_error(source));
  if (!sharing_allows_delete(source)) return base::fail(ERROR_SHARING_VIOLATION);
  if (is_same_file(source, target)) {
    // Only the case of letters changes: the look-up had found the old name.
    std::u16string full = base::full_windows_path(to);
    const std::string name = base::utf16_to_utf8(full.substr(full.find_last_of(u'\\') + 1));
    target = target.substr(0, target.rfind('/') + 1) + name;
    return succeed_or_tell(rename(source.c_str(), target.c_str()), source);
  }
  const bool replaces = (flags & MOVEFILE_REPLACE_EXISTING) != 0;
  if (!replaces && access(target.c_str(), F_OK) == 0) return base::fail(ERROR_ALREADY_EXISTS);
  if (!sharing_allows_delete(target)) return base::fail(ERROR_ACCESS_DENIED);
  if (rename(source.c_str(), target.c_str()) == 0) return TRUE;
  if (errno == EXDEV) return move_across_devices(source, target, flags);
  return base::fail(errno == EISDIR || errno == ENOTEMPTY ? ERROR_ACCESS_DENIED
                                                          : path_error(target));
}

}  // namespace

// Last errors: ERROR_ALREADY_EXISTS, ERROR_PATH_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createdirectoryw
WINBOOL WINAPI CreateDirectoryW(LPCWSTR path, LPSECURITY_ATTRIBUTES) {
  return create_folder(view(path));
}
WINBOOL WINAPI CreateDirectoryA(LPCSTR path, LPSECURITY_ATTRIBUTES) {
  return create_folder(base::to_utf16(path));
}
// Last errors: ERROR_DIR_NOT_EMPTY, ERROR_DIRECTORY (a file).
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-removedirectoryw
WINBOOL WINAPI RemoveDirectoryW(LPCWSTR path) {
  return remove_folder(view(path));
}
WINBOOL WINAPI RemoveDirectoryA(LPCSTR path) {
  return remove_folder(base::to_utf16(path));
}
// Last errors: ERROR_ACCESS_DENIED (read-only, or a folder), ERROR_SHARING_VIOLATION.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-deletefilew
WINBOOL WINAPI DeleteFileW(LPCWSTR path) {
  return delete_file(view(path));
}
WINBOOL WINAPI DeleteFileA(LPCSTR path) {
  return delete_file(base::to_utf16(path));
}
// Last errors: ERROR_FILE_EXISTS, and those of opening both.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-copyfilew
WINBOOL WINAPI CopyFileW(LPCWSTR from, LPCWSTR to, WINBOOL fail_if_exists) {
  return copy_file(view(from), view(to), fail_if_exists);
}
WINBOOL WINAPI CopyFileA(LPCSTR from, LPCSTR to, WINBOOL fail_if_exists) {
  return copy_file(base::to_utf16(from), base::to_utf16(to), fail_if_exists);
}
// Last errors: ERROR_ALREADY_EXISTS, ERROR_NOT_SAME_DEVICE, ERROR_SHARING_VIOLATION.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-movefileexw
WINBOOL WINAPI MoveFileExW(LPCWSTR from, LPCWSTR to, DWORD flags) {
  return move_file(view(from), view(to), flags);
}
WINBOOL WINAPI MoveFileExA(LPCSTR from, LPCSTR to, DWORD flags) {
  return move_file(base::to_utf16(from), base::to_utf16(to), flags);
}
WINBOOL WINAPI MoveFileW(LPCWSTR from, LPCWSTR to) {
  return move_file(view(from), view(to), MOVEFILE_COPY_ALLOWED);
}
WINBOOL WINAPI MoveFileA(LPCSTR from, LPCSTR to) {
  return move_file(base::to_utf16(from), base::to_utf16(to), MOVEFILE_COPY_ALLOWED);
}
