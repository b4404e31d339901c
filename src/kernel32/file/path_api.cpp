// Paths and well-known folders as exported.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "base/clock.h"
#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/file/host_error.h"
#include "kernel32/module/module.h"
#include "kernel32/process/environment.h"
#include "kernel32/process/program_file.h"
#include "kernel32/text_result.h"

using namespace transom;
using namespace transom::kernel;

namespace {

std::u16string text_of(LPCWSTR text) {
  return text != nullptr ? base::as_char16(text) : u"";
}
std::u16string text_of(LPCSTR text) {
  return base::to_utf16(text);
}

DWORD give(const std::u16string& text, LPWSTR buffer, DWORD size) {
  return copy_or_tell_size(text, base::as_char16(buffer), size);
}
DWORD give(const std::u16string& text, LPSTR buffer, DWORD size) {
  return copy_or_tell_size(base::to_ansi(text), buffer, size);
}

// Where the last component begins in what was written; null: there is none.
template <class Char>
void point_at_file(Char* buffer, DWORD length, DWORD size, Char** file) {
  if (file == nullptr) return;
  *file = nullptr;
  if (buffer == nullptr || length == 0 || length >= size) return;
  Char* name = buffer + length;
  while (name > buffer && name[-1] != '\\') --name;
  if (*name != 0) *file = name;
}

template <class Char>
DWORD full_path(const Char* path, DWORD size, Char* buffer, Char** file) {
  const std::u16string text = text_of(path);
  if (text.empty()) return base::fail<DWORD>(ERROR_INVALID_NAME);
  const DWORD length = give(base::full_windows_path(text), buffer, size);
  point_at_file(buffer, length, size, file);
  return length;
}

template <class Char>
DWORD existing_path(const Char* path, Char* buffer, DWORD size) {
  const std::string host = base::host_path_of(text_of(path));
  if (access(host.c_str(), F_OK) != 0) return base::fail<DWORD>(path_error(host));
  return give(text_of(path), buffer, size);
}

std::u16string temporary_folder() {
  for (const auto name : {u"TMP", u"TEMP"}) {
    const auto folder = environment_variable(name);
    if (!folder || folder->empty()) continue;
    const std::u16string path = base::full_windows_path(*folder);
    base::drive_root(path[0]);
    return path.back() == u'\\' ? path : path + u'\\';
  }
  return u"C:\\Windows\\Temp\\";
}

std::u16string temporary_name(std::u16string folder, std::u16string_view prefix, UINT number) {
  if (!folder.empty() && folder.back() != u'\\' && folder.back() != u'/') folder += u'\\';
  char digits[16];
  std::snprintf(digits, sizeof digits, "%X.tmp", number & 0xFFFF);
  return folder.append(prefix.substr(0, 3)) + base::utf8_to_utf16(digits);
}

// Creates the file when the number is the system's to choose.
UINT make_temporary(const std::u16string& folder, std::u16string_view prefix, UINT number,
                    std::u16string& name) {
  const std::string host_folder = base::host_path_of(folder);
  if (folder.empty() || access(host_folder.c_str(), F_OK) != 0) {
    return base::fail<UINT>(ERROR_DIRECTORY);
  }
  if ((number & 0xFFFF) != 0) {
    name = temporary_name(folder, prefix, number);
    return number & 0xFFFF;
  }
  const auto start = static_cast<UINT>(base::clock::now() / 1'000'000 + getpid());
  for (UINT i = 0; i < 0xFFFF; ++i) {
    const UINT candidate = (start + i) % 0xFFFF + 1;
    name = temporary_name(folder, prefix, candidate);
    const int file =
        open(base::host_path_of(name).c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (file >= 0) {
      close(file);
      return candidate;
    }
    if (errno != EEXIST) return base::fail<UINT>(error_of(errno));
  }
  return base::fail<UINT>(ERROR_FILE_EXISTS);
}

template <class Char>
UINT temporary_file(const Char* folder, const Char* prefix, UINT number, Char* buffer) {
  if (buffer == nullptr) return base::fail<UINT>(ERROR_INVALID_PARAMETER);
  const std::u16string where = text_of(folder);
  if (where.size() > MAX_PATH - 14) return base::fail<UINT>(ERROR_BUFFER_OVERFLOW);
  std::u16string name;
  const UINT result = make_temporary(where, text_of(prefix), number, name);
  if (result != 0) give(name, buffer, MAX_PATH);
  return result;
}

WINBOOL change_directory(const std::u16string& path) {
  const std::string host = base::host_path_of(path);
  if (!path.empty() && chdir(host.empty() ? "/" : host.c_str()) == 0) return TRUE;
  if (path.empty()) return base::fail(ERROR_INVALID_NAME);
  return base::fail(errno == ENOTDIR ? ERROR_DIRECTORY : path_error(host));
}

template <class Char>
DWORD search(const Char* folders, const Char* name, const Char* extension, DWORD size, Char* buffer,
             Char** file) {
  std::u16string wanted = text_of(name);
  if (wanted.empty()) return base::fail<DWORD>(ERROR_INVALID_PARAMETER);
  const bool has_folder = wanted.find_first_of(u"\\/:") != std::u16string::npos;
  if (wanted.find(u'.') == std::u16string::npos) wanted += text_of(extension);
  auto places = folders != nullptr ? base::folders_in(text_of(folders)) : program_folders();
  if (has_folder) places = {u""};
  for (const std::u16string& place : places) {
    const auto path = base::full_windows_path(place.empty() ? wanted : place + u'\\' + wanted);
    if (access(base::host_path_of(path).c_str(), F_OK) != 0) continue;
    const DWORD length = give(path, buffer, size);
    point_at_file(buffer, length, size, file);
    return length;
  }
  return base::fail<DWORD>(ERROR_FILE_NOT_FOUND);
}

}  // namespace

// The length; when the buffer is too small, the size needed. The file need not exist.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfullpathnamew
DWORD WINAPI GetFullPathNameW(LPCWSTR path, DWORD size, LPWSTR buffer, LPWSTR* file) {
  return full_path(path, size, buffer, file);
}
DWORD WINAPI GetFullPathNameA(LPCSTR path, DWORD size, LPSTR buffer, LPSTR* file) {
  return full_path(path, size, buffer, file);
}

// There are no short names: every path is its own long and short form.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getlongpathnamew
DWORD WINAPI GetLongPathNameW(LPCWSTR path, LPWSTR buffer, DWORD size) {
  return existing_path(path, buffer, size);
}
DWORD WINAPI GetLongPathNameA(LPCSTR path, LPSTR buffer, DWORD size) {
  return existing_path(path, buffer, size);
}
DWORD WINAPI GetShortPathNameW(LPCWSTR path, LPWSTR buffer, DWORD size) {
  return existing_path(path, buffer, size);
}
DWORD WINAPI GetShortPathNameA(LPCSTR path, LPSTR buffer, DWORD size) {
  return existing_path(path, buffer, size);
}

// TMP, then TEMP, with a backslash at the end.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-gettemppathw
DWORD WINAPI GetTempPathW(DWORD size, LPWSTR buffer) {
  return give(temporary_folder(), buffer, size);
}
DWORD WINAPI GetTempPathA(DWORD size, LPSTR buffer) {
  return give(temporary_folder(), buffer, size);
}
// The number in the name; with `number` 0 the file is made. Last errors: ERROR_DIRECTORY.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-gettempfilenamew
UINT WINAPI GetTempFileNameW(LPCWSTR folder, LPCWSTR prefix, UINT number, LPWSTR buffer) {
  return temporary_file(folder, prefix, number, buffer);
}
UINT WINAPI GetTempFileNameA(LPCSTR folder, LPCSTR prefix, UINT number, LPSTR buffer) {
  return temporary_file(folder, prefix, number, buffer);
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getcurrentdirectory
DWORD WINAPI GetCurrentDirectoryW(DWORD size, LPWSTR buffer) {
  return give(base::current_windows_directory(), buffer, size);
}
DWORD WINAPI GetCurrentDirectoryA(DWORD size, LPSTR buffer) {
  return give(base::current_windows_directory(), buffer, size);
}
// Last errors: ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND, ERROR_DIRECTORY.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-setcurrentdirectory
WINBOOL WINAPI SetCurrentDirectoryW(LPCWSTR path) {
  return change_directory(text_of(path));
}
WINBOOL WINAPI SetCurrentDirectoryA(LPCSTR path) {
  return change_directory(text_of(path));
}

// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getwindowsdirectoryw
UINT WINAPI GetWindowsDirectoryW(LPWSTR buffer, UINT size) {
  return give(u"C:\\Windows", buffer, size);
}
UINT WINAPI GetWindowsDirectoryA(LPSTR buffer, UINT size) {
  return give(u"C:\\Windows", buffer, size);
}
UINT WINAPI GetSystemWindowsDirectoryW(LPWSTR buffer, UINT size) {
  return give(u"C:\\Windows", buffer, size);
}
UINT WINAPI GetSystemWindowsDirectoryA(LPSTR buffer, UINT size) {
  return give(u"C:\\Windows", buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getsystemdirectoryw
UINT WINAPI GetSystemDirectoryW(LPWSTR buffer, UINT size) {
  return give(u"C:\\Windows\\system32", buffer, size);
}
UINT WINAPI GetSystemDirectoryA(LPSTR buffer, UINT size) {
  return give(u"C:\\Windows\\system32", buffer, size);
}

// Last errors: ERROR_FILE_NOT_FOUND, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/processenv/nf-processenv-searchpathw
DWORD WINAPI SearchPathW(LPCWSTR folders, LPCWSTR name, LPCWSTR extension, DWORD size,
                         LPWSTR buffer, LPWSTR* file) {
  return search(folders, name, extension, size, buffer, file);
}
DWORD WINAPI SearchPathA(LPCSTR folders, LPCSTR name, LPCSTR extension, DWORD size, LPSTR buffer,
                         LPSTR* file) {
  return search(folders, name, extension, size, buffer, file);
}
