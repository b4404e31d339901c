// <io.h> and <direct.h>: descriptors and folders. Descriptors are the system's.
// https://learn.microsoft.com/cpp/c-runtime-library/low-level-i-o
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <filesystem>
#include <string>

#include "base/text.h"
#include "base/windows_path.h"
#include "msvcrt/crt.h"
#include "msvcrt/host_path.h"

using namespace transom;
using msvcrt::host_path;

namespace {

// Windows knows two permissions, for everybody: to read and to write.
mode_t permissions(int mode) {
  return static_cast<mode_t>(0444 | (mode & S_IWUSR ? 0222 : 0) | (mode & 0111));
}

// Windows has no permission to run a file: whatever can be found can be.
template <class Char>
int check_access(const Char* path, int mode) {
  if (!path) return errno = EINVAL, -1;
  return access(host_path(path).c_str(), mode & (R_OK | W_OK));
}

template <class Char>
int open_file(const Char* path, int flags, int mode) {
  if (!path) return errno = EINVAL, -1;
  return open(host_path(path).c_str(), flags, permissions(mode));
}

// The third argument is there when a file may be made.
int mode_argument(int flags, va_list arguments) {
  return flags & O_CREAT ? va_arg(arguments, int) : 0;
}

std::u16string current_folder() {
  return base::current_windows_directory();
}

template <class Char, class Text>
Char* give(Char* buffer, int size, const Text& text) {
  const size_t needed = text.size() + 1;
  if (buffer && size >= 0 && static_cast<size_t>(size) < needed) {
    errno = ERANGE;
    return nullptr;
  }
  if (!buffer) {
    const size_t room = size > 0 && static_cast<size_t>(size) > needed ? size_t(size) : needed;
    buffer = static_cast<Char*>(std::malloc(room * sizeof(Char)));
  }
  if (buffer) std::memcpy(buffer, text.c_str(), needed * sizeof(Char));
  return buffer;
}

}  // namespace

int _open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const int mode = mode_argument(flags, arguments);
  va_end(arguments);
  return open_file(path, flags, mode);
}
int _wopen(const wchar_t* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const int mode = mode_argument(flags, arguments);
  va_end(arguments);
  return open_file(path, flags, mode);
}
int _sopen(const char* path, int flags, int sharing, ...) {
  va_list arguments;
  va_start(arguments, sharing);
  const int mode = mode_argument(flags, arguments);
  va_end(arguments);
  return open_file(path, flags, mode);
}
errno_t _sopen_s(int* descriptor, const char* path, int flags, int, int mode) {
  if (!descriptor) return errno = EINVAL;
  *descriptor = open_file(path, flags, mode);
  return *descriptor < 0 ? errno : 0;
}
int _creat(const char* path, int mode) {
  return open_file(path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
int _close(int descriptor) {
  return close(descriptor);
}
int _read(int descriptor, void* buffer, unsigned count) {
  return static_cast<int>(read(descriptor, buffer, count));
}
int _write(int descriptor, const void* buffer, unsigned count) {
  return static_cast<int>(write(descriptor, buffer, count));
}
long _lseek(int descriptor, long offset, int origin) {
  return lseek(descriptor, offset, origin);
}
long long _lseeki64(int descriptor, long long offset, int origin) {
  return lseek(descriptor, offset, origin);
}
long _tell(int descriptor) {
  return lseek(descriptor, 0, SEEK_CUR);
}
long long _telli64(int descriptor) {
  return lseek(descriptor, 0, SEEK_CUR);
}
long _filelength(int descriptor) {
  return _filelengthi64(descriptor);
}
long long _filelengthi64(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 ? status.st_size : -1;
}
int _eof(int descriptor) {
  const long long at = _telli64(descriptor), length = _filelengthi64(descriptor);
  return at < 0 || length < 0 ? -1 : at >= length;
}
int _chsize(int descriptor, long size) {
  return ftruncate(descriptor, size);
}
int _commit(int descriptor) {
  return fsync(descriptor);
}
int _dup(int descriptor) {
  return dup(descriptor);
}
int _dup2(int descriptor, int other) {
  return dup2(descriptor, other) < 0 ? -1 : 0;
}
int _isatty(int descriptor) {
  return isatty(descriptor);
}
int _access(const char* path, int mode) {
  return check_access(path, mode);
}
int _waccess(const wchar_t* path, int mode) {
  return check_access(path, mode);
}
errno_t _access_s(const char* path, int mode) {
  return check_access(path, mode) == 0 ? 0 : errno;
}
int _chmod(const char* path, int mode) {
  struct stat status;
  const std::string file = host_path(path);
  if (stat(file.c_str(), &status) != 0) return -1;
  return chmod(file.c_str(), permissions(mode) | (status.st_mode & 0111));
}
// Text and binary are the same; the answer is what was set before, which programs set again.
int _setmode(int descriptor, int mode) {
  if (fcntl(descriptor, F_GETFD) < 0) return -1;
  return mode;
}
int _umask(int mask) {
  return static_cast<int>(umask(static_cast<mode_t>(mask)));
}
int _pipe(int* descriptors, unsigned, int) {
  return pipe(descriptors);
}
char* _mktemp(char* pattern) {
  return _mktemp_s(pattern, std::strlen(pattern) + 1) == 0 ? pattern : nullptr;
}
errno_t _mktemp_s(char* pattern, size_t size) {
  const size_t length = pattern ? strnlen(pattern, size) : 0;
  if (length < 6 || length == size || std::string_view(pattern + length - 6, 6) != "XXXXXX") {
    return errno = EINVAL;
  }
  // A letter and the process's number, as the documentation describes.
  std::snprintf(pattern + length - 5, 6, "%05d", getpid() % 100000);
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    pattern[length - 6] = letter;
    if (access(pattern, F_OK) != 0) return 0;
  }
  *pattern = 0;
  return errno = EEXIST;
}

int _chdir(const char* path) {
  return chdir(host_path(path).c_str());
}
int _wchdir(const wchar_t* path) {
  return chdir(host_path(path).c_str());
}
int _mkdir(const char* path) {
  return mkdir(host_path(path).c_str(), 0777);
}
int _wmkdir(const wchar_t* path) {
  return mkdir(host_path(path).c_str(), 0777);
}
int _rmdir(const char* path) {
  return rmdir(host_path(path).c_str());
}
int _wrmdir(const wchar_t* path) {
  return rmdir(host_path(path).c_str());
}
char* _getcwd(char* buffer, int size) {
  return give(buffer, size, base::to_ansi(current_folder()));
}
wchar_t* _wgetcwd(wchar_t* buffer, int size) {
  return give(buffer, size, current_folder());
}
char* _getdcwd(int, char* buffer, int size) {
  return _getcwd(buffer, size);
}
// 1 is A.
int _getdrive() {
  return current_folder()[0] - u'A' + 1;
}
int _chdrive(int drive) {
  if (drive < 1 || drive > 26) return errno = EACCES, -1;
  const std::string root = base::drive_root(static_cast<char16_t>(u'A' + drive - 1));
  return chdir(root.empty() ? "/" : root.c_str());
}
int _wstat(const wchar_t* path, struct stat* result) {
  return stat(host_path(path).c_str(), result);
}
