#include "kernel32/file/attributes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

#include "kernel32/file_time.h"

namespace transom::kernel {
namespace {

constexpr const char* kKept = "user.DOSATTRIB";
constexpr DWORD kKeptBits = FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM | FILE_ATTRIBUTE_ARCHIVE;

std::optional<DWORD> kept_attributes(const std::string& path) {
  char text[32] = "";
  if (getxattr(path.c_str(), kKept, text, sizeof text - 1) <= 0) return std::nullopt;
  return static_cast<DWORD>(std::strtoul(text, nullptr, 16)) & kKeptBits;
}

bool is_hidden_name(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  return name.size() > 1 && name[0] == '.' && name != "..";
}

DWORD attributes_of(const std::string& path, unsigned mode) {
  const bool folder = S_ISDIR(mode);
  const auto kept = kept_attributes(path);
  DWORD attributes = kept.value_or(S_ISREG(mode) ? FILE_ATTRIBUTE_ARCHIVE : 0);
  if (folder) attributes |= FILE_ATTRIBUTE_DIRECTORY;
  if (!folder && (mode & S_IWUSR) == 0) attributes |= FILE_ATTRIBUTE_READONLY;
  if (!kept && is_hidden_name(path)) attributes |= FILE_ATTRIBUTE_HIDDEN;
  return attributes != 0 ? attributes : FILE_ATTRIBUTE_NORMAL;
}

FILETIME time_of(const statx_timestamp& time) {
  return unix_to_file_time(time.tv_sec, time.tv_nsec);
}

std::optional<FileFacts> ask(int folder, const char* name, int flags, const std::string& path) {
  struct statx status {};
  if (statx(folder, name, flags, STATX_BASIC_STATS | STATX_BTIME, &status) != 0) {
    return std::nullopt;
  }
  FileFacts facts;
  facts.attributes = attributes_of(path, status.stx_mode);
  const bool has_birth = (status.stx_mask & STATX_BTIME) != 0;
  facts.created = time_of(has_birth ? status.stx_btime : status.stx_mtime);
  facts.accessed = time_of(status.stx_atime);
  facts.written = time_of(status.stx_mtime);
  facts.size = S_ISREG(status.stx_mode) ? status.stx_size : 0;
  facts.index = status.stx_ino;
  facts.links = status.stx_nlink;
  facts.volume = static_cast<DWORD>(makedev(status.stx_dev_major, status.stx_dev_minor));
  return facts;
}

}  // namespace

std::optional<FileFacts> file_facts(const std::string& host_path) {
  return ask(AT_FDCWD, host_path.c_str(), 0, host_path);
}

std::optional<FileFacts> file_facts(int descriptor, const std::string& host_path) {
  return ask(descriptor, "", AT_EMPTY_PATH, host_path);
}

bool set_attributes(const std::string& host_path, DWORD attributes) {
  struct stat status {};
  if (stat(host_path.c_str(), &status) != 0) return false;
  if (!S_ISDIR(status.st_mode)) {
    const bool read_only = (attributes & FILE_ATTRIBUTE_READONLY) != 0;
    const mode_t mode = read_only ? status.st_mode & ~mode_t{0222} : status.st_mode | S_IWUSR;
    if (mode != status.st_mode && chmod(host_path.c_str(), mode) != 0) return false;
  }
  char text[16];
  const int length = std::snprintf(text, sizeof text, "0x%x", attributes & kKeptBits);
  // A file system without extended attributes keeps read-only, and that is what it can.
  setxattr(host_path.c_str(), kKept, text, static_cast<std::size_t>(length), 0);
  return true;
}

}  // namespace transom::kernel
