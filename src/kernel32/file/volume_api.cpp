// Drives and the room on them. C: and Z: are always there (base/windows_path.h).
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/file/host_error.h"
#include "kernel32/text_result.h"

using namespace transom;
using namespace transom::kernel;

namespace {

std::u16string text_of(LPCWSTR text) {
  return text != nullptr ? base::as_char16(text) : base::current_windows_directory().substr(0, 3);
}
std::u16string text_of(LPCSTR text) {
  return text != nullptr ? base::to_utf16(text) : base::current_windows_directory().substr(0, 3);
}

std::optional<struct statvfs> volume_of(const std::u16string& path) {
  const std::string host = base::host_path_of(path);
  struct statvfs status {};
  if (!path.empty() && statvfs(host.empty() ? "/" : host.c_str(), &status) == 0) return status;
  base::set_last_error(ERROR_PATH_NOT_FOUND);
  return std::nullopt;
}

UINT drive_type(const std::u16string& path) {
  const std::u16string root = base::full_windows_path(path);
  if (root.size() != 3 || root[1] != u':') return DRIVE_NO_ROOT_DIR;
  const std::string host = base::drive_root(root[0]);
  return access(host.empty() ? "/" : host.c_str(), F_OK) == 0 ? DRIVE_FIXED : DRIVE_NO_ROOT_DIR;
}

std::u16string drive_strings() {
  std::u16string strings;
  for (const char16_t letter : base::drive_letters()) {
    strings += letter;
    strings.append(u":\\").push_back(u'\0');
  }
  return strings;
}

WINBOOL free_space(const std::u16string& path, PULARGE_INTEGER available, PULARGE_INTEGER total,
                   PULARGE_INTEGER free) {
  const auto volume = volume_of(path);
  if (!volume) return FALSE;
  const auto bytes = [&](fsblkcnt_t blocks) { return std::uint64_t{blocks} * volume->f_frsize; };
  if (available != nullptr) available->QuadPart = bytes(volume->f_bavail);
  if (total != nullptr) total->QuadPart = bytes(volume->f_blocks);
  if (free != nullptr) free->QuadPart = bytes(volume->f_bfree);
  return TRUE;
}

// In clusters that keep the counts within 32 bits, as Windows does.
WINBOOL free_clusters(const std::u16string& path, LPDWORD sectors, LPDWORD bytes, LPDWORD free,
                      LPDWORD total) {
  const auto volume = volume_of(path);
  if (!volume) return FALSE;
  const std::uint64_t size = std::uint64_t{volume->f_blocks} * volume->f_frsize;
  std::uint64_t cluster = 4096;
  while (size / cluster > 0x7FFFFFFF) cluster *= 2;
  if (sectors != nullptr) *sectors = static_cast<DWORD>(cluster / 512);
  if (bytes != nullptr) *bytes = 512;
  if (free != nullptr) {
    *free = static_cast<DWORD>(std::uint64_t{volume->f_bavail} * volume->f_frsize / cluster);
  }
  if (total != nullptr) *total = static_cast<DWORD>(size / cluster);
  return TRUE;
}

template <class Char>
bool copy_label(const std::basic_string<Char>& text, Char* buffer, DWORD size) {
  if (buffer == nullptr) return true;
  if (size <= text.size()) return false;
  std::copy_n(text.c_str(), text.size() + 1, buffer);
  return true;
}

WINBOOL volume_facts(const std::u16string& path, LPDWORD serial, LPDWORD longest, LPDWORD flags) {
  const auto volume = volume_of(path);
  if (!volume) return FALSE;
  if (serial != nullptr) *serial = static_cast<DWORD>(volume->f_fsid ^ volume->f_fsid >> 32);
  if (longest != nullptr) *longest = static_cast<DWORD>(volume->f_namemax);
  if (flags != nullptr) *flags = FILE_CASE_PRESERVED_NAMES | FILE_UNICODE_ON_DISK;
  return TRUE;
}

}  // namespace

// Null: the current drive.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew
UINT WINAPI GetDriveTypeW(LPCWSTR root) {
  return drive_type(text_of(root));
}
UINT WINAPI GetDriveTypeA(LPCSTR root) {
  return drive_type(text_of(root));
}

// Bit 0 is A. https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getlogicaldrives
DWORD WINAPI GetLogicalDrives() {
  DWORD drives = 0;
  for (const char16_t letter : base::drive_letters()) drives |= 1u << (letter - u'A');
  return drives;
}
// Strings, and an empty one; the length without the last end.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getlogicaldrivestringsw
DWORD WINAPI GetLogicalDriveStringsW(DWORD size, LPWSTR buffer) {
  return copy_or_tell_size(drive_strings(), base::as_char16(buffer), size);
}
DWORD WINAPI GetLogicalDriveStringsA(DWORD size, LPSTR buffer) {
  return copy_or_tell_size(base::to_ansi(drive_strings()), buffer, size);
}

// Last errors: ERROR_PATH_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdiskfreespaceexw
WINBOOL WINAPI GetDiskFreeSpaceExW(LPCWSTR path, PULARGE_INTEGER available, PULARGE_INTEGER total,
                                   PULARGE_INTEGER free) {
  return free_space(text_of(path), available, total, free);
}
WINBOOL WINAPI GetDiskFreeSpaceExA(LPCSTR path, PULARGE_INTEGER available, PULARGE_INTEGER total,
                                   PULARGE_INTEGER free) {
  return free_space(text_of(path), available, total, free);
}
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdiskfreespacew
WINBOOL WINAPI GetDiskFreeSpaceW(LPCWSTR path, LPDWORD sectors, LPDWORD bytes, LPDWORD free,
                                 LPDWORD total) {
  return free_clusters(text_of(path), sectors, bytes, free, total);
}
WINBOOL WINAPI GetDiskFreeSpaceA(LPCSTR path, LPDWORD sectors, LPDWORD bytes, LPDWORD free,
                                 LPDWORD total) {
  return free_clusters(text_of(path), sectors, bytes, free, total);
}

// Volumes have no names; the file system calls itself NTFS, which is what programs look for.
// Last errors: ERROR_PATH_NOT_FOUND, ERROR_BAD_LENGTH.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getvolumeinformationw
WINBOOL WINAPI GetVolumeInformationW(LPCWSTR root, LPWSTR name, DWORD name_size, LPDWORD serial,
                                     LPDWORD longest, LPDWORD flags, LPWSTR system,
                                     DWORD system_size) {
  if (!volume_facts(text_of(root), serial, longest, flags)) return FALSE;
  const bool fits = copy_label<char16_t>(u"", base::as_char16(name), name_size) &&
                    copy_label<char16_t>(u"NTFS", base::as_char16(system), system_size);
  return fits ? TRUE : base::fail(ERROR_BAD_LENGTH);
}
WINBOOL WINAPI GetVolumeInformationA(LPCSTR root, LPSTR name, DWORD name_size, LPDWORD serial,
                                     LPDWORD longest, LPDWORD flags, LPSTR system,
                                     DWORD system_size) {
  if (!volume_facts(text_of(root), serial, longest, flags)) return FALSE;
  const bool fits =
      copy_label<char>("", name, name_size) && copy_label<char>("NTFS", system, system_size);
  return fits ? TRUE : base::fail(ERROR_BAD_LENGTH);
}
