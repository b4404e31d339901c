#include "kernel32/file/host_error.h"

#include <sys/stat.h>

namespace transom::kernel {

DWORD error_of(int number) {
  switch (number) {
    case ENOENT:
      return ERROR_FILE_NOT_FOUND;
    case ENOTDIR:
    case ELOOP:
      return ERROR_PATH_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS:
    case EISDIR:
    case ETXTBSY:
      return ERROR_ACCESS_DENIED;
    case EEXIST:
      return ERROR_FILE_EXISTS;
    case ENOTEMPTY:
      return ERROR_DIR_NOT_EMPTY;
    case EXDEV:
      return ERROR_NOT_SAME_DEVICE;
    case ENOSPC:
    case EDQUOT:
      return ERROR_DISK_FULL;
    case EMFILE:
    case ENFILE:
      return ERROR_TOO_MANY_OPEN_FILES;
    case ENOMEM:
      return ERROR_NOT_ENOUGH_MEMORY;
    case ENAMETOOLONG:
      return ERROR_FILENAME_EXCED_RANGE;
    case EBADF:
      return ERROR_INVALID_HANDLE;
    case EFAULT:
      return ERROR_NOACCESS;
    case EPIPE:
      return ERROR_BROKEN_PIPE;
    case EBUSY:
      return ERROR_BUSY;
    case EINVAL:
      return ERROR_INVALID_PARAMETER;
    case EIO:
      return ERROR_IO_DEVICE;
    default:
      return ERROR_GEN_FAILURE;
  }
}

DWORD path_error(const std::string& host_path) {
  const int number = errno;
  if (number != ENOENT) return error_of(number);
  const std::size_t end = host_path.find_last_not_of('/');
  const std::size_t slash = end == std::string::npos ? end : host_path.rfind('/', end);
  if (slash == std::string::npos || slash == 0) return ERROR_FILE_NOT_FOUND;
  struct stat folder {};
  const bool there =
      stat(host_path.substr(0, slash).c_str(), &folder) == 0 && S_ISDIR(folder.st_mode);
  return there ? ERROR_FILE_NOT_FOUND : ERROR_PATH_NOT_FOUND;
}

}  // namespace transom::kernel
