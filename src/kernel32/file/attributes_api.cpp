// Attributes, sizes and times as exported.
#include <fcntl.h>
#include <sys/stat.h>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/file/attributes.h"
#include "kernel32/file/file_object.h"
#include "kernel32/file/host_error.h"
#include "kernel32/file_time.h"

using namespace transom;
using namespace transom::kernel;

namespace {

std::optional<FileFacts> facts_of(std::u16string_view path) {
  if (path.empty()) {
    base::set_last_error(ERROR_PATH_NOT_FOUND);
    return std::nullopt;
  }
  const std::string host = base::host_path_of(path);
  auto facts = file_facts(host);
  if (!facts) base::set_last_error(path_error(host));
  return facts;
}

DWORD attributes_of(std::u16string_view path) {
  const auto facts = facts_of(path);
  return facts ? facts->attributes : INVALID_FILE_ATTRIBUTES;
}

WINBOOL change_attributes(std::u16string_view path, DWORD attributes) {
  const std::string host = base::host_path_of(path);
  return set_attributes(host, attributes) ? TRUE : base::fail(path_error(host));
}

WINBOOL fill(std::u16string_view path, GET_FILEEX_INFO_LEVELS level, LPVOID result) {
  if (level != GetFileExInfoStandard || result == nullptr) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const auto facts = facts_of(path);
  if (!facts) return FALSE;
  *static_cast<WIN32_FILE_ATTRIBUTE_DATA*>(result) = {facts->attributes,
                                                      facts->created,
                                                      facts->accessed,
                                                      facts->written,
                                                      static_cast<DWORD>(facts->size >> 32),
                                                      static_cast<DWORD>(facts->size)};
  return TRUE;
}

std::u16string_view view(LPCWSTR path) {
  return path != nullptr ? std::u16string_view(base::as_char16(path)) : std::u16string_view();
}

timespec to_host_time(const FILETIME* time) {
  // Null, and the two values that Windows keeps for it, leave a time as it is.
  if (time == nullptr || to_ticks(*time) == 0 || to_ticks(*time) == -1) return {0, UTIME_OMIT};
  const std::int64_t ticks = to_ticks(*time) - kUnixEpochTicks;
  const std::int64_t part = (ticks % 10'000'000 + 10'000'000) % 10'000'000;
  return {(ticks - part) / 10'000'000, part * 100};
}

}  // namespace

// INVALID_FILE_ATTRIBUTES: ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfileattributesw
DWORD WINAPI GetFileAttributesW(LPCWSTR path) {
  return attributes_of(view(path));
}
DWORD WINAPI GetFileAttributesA(LPCSTR path) {
  return attributes_of(base::to_utf16(path));
}
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-setfileattributesw
WINBOOL WINAPI SetFileAttributesW(LPCWSTR path, DWORD attributes) {
  return change_attributes(view(path), attributes);
}
WINBOOL WINAPI SetFileAttributesA(LPCSTR path, DWORD attributes) {
  return change_attributes(base::to_utf16(path), attributes);
}
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfileattributesexw
WINBOOL WINAPI GetFileAttributesExW(LPCWSTR path, GET_FILEEX_INFO_LEVELS level, LPVOID result) {
  return fill(view(path), level, result);
}
WINBOOL WINAPI GetFileAttributesExA(LPCSTR path, GET_FILEEX_INFO_LEVELS level, LPVOID result) {
  return fill(base::to_utf16(path), level, result);
}

// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfileinformationbyhandle
WINBOOL WINAPI GetFileInformationByHandle(HANDLE handle, LPBY_HANDLE_FILE_INFORMATION result) {
  const auto file = find_as<File>(handle);
  if (file == nullptr) return FALSE;
  if (result == nullptr) return base::fail(ERROR_NOACCESS);
  const auto facts = file_facts(file->descriptor, file->path);
  if (!facts) return base::fail(error_of(errno));
  *result = {facts->attributes,
             facts->created,
             facts->accessed,
             facts->written,
             facts->volume,
             static_cast<DWORD>(facts->size >> 32),
             static_cast<DWORD>(facts->size),
             facts->links,
             static_cast<DWORD>(facts->index >> 32),
             static_cast<DWORD>(facts->index)};
  return TRUE;
}

// Each may be null. https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfiletime
WINBOOL WINAPI GetFileTime(HANDLE handle, LPFILETIME created, LPFILETIME accessed,
                           LPFILETIME written) {
  const auto file = find_as<File>(handle);
  if (file == nullptr) return FALSE;
  const auto facts = file_facts(file->descriptor, file->path);
  if (!facts) return base::fail(error_of(errno));
  if (created != nullptr) *created = facts->created;
  if (accessed != nullptr) *accessed = facts->accessed;
  if (written != nullptr) *written = facts->written;
  return TRUE;
}
// Linux does not let the time of creation be changed: it is left as it is.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-setfiletime
WINBOOL WINAPI SetFileTime(HANDLE handle, const FILETIME*, const FILETIME* accessed,
                           const FILETIME* written) {
  const auto file = find_as<File>(handle);
  if (file == nullptr) return FALSE;
  const timespec times[2] = {to_host_time(accessed), to_host_time(written)};
  return futimens(file->descriptor, times) == 0 ? TRUE : base::fail(error_of(errno));
}
