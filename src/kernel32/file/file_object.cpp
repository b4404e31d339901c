#include "kernel32/file/file_object.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <vector>

namespace transom::kernel {
namespace {

struct OpenFiles {
  std::mutex mutex;
  std::vector<File*> files;  // guarded by the mutex
};

OpenFiles& open_files() {
  static auto* files = new OpenFiles;
  return *files;
}

// Each side has to share what the other does.
bool is_compatible(OpenModes a, OpenModes b) {
  const auto shares = [](DWORD access, DWORD share) {
    return !((access & GENERIC_READ) != 0 && (share & FILE_SHARE_READ) == 0) &&
           !((access & GENERIC_WRITE) != 0 && (share & FILE_SHARE_WRITE) == 0) &&
           !((access & DELETE) != 0 && (share & FILE_SHARE_DELETE) == 0);
  };
  return shares(a.access, b.share) && shares(b.access, a.share);
}

}  // namespace

File::File(int fd, std::string file_path, OpenModes open_modes, Owner owner)
    : descriptor(fd), path(std::move(file_path)), modes(open_modes), owner_(owner) {
  struct stat status {};
  if (owner == Owner::kProcess || fstat(descriptor, &status) != 0) return;
  // Devices and folders are shared freely.
  if (!S_ISREG(status.st_mode)) return;
  device_ = status.st_dev;
  inode_ = status.st_ino;
  std::lock_guard lock(open_files().mutex);
  open_files().files.push_back(this);
}

File::~File() {
  if (owner_ == Owner::kProcess) return;
  {
    std::lock_guard lock(open_files().mutex);
    std::erase(open_files().files, this);
  }
  if (delete_on_close) unlink(path.c_str());
  close(descriptor);
}

bool sharing_allows(dev_t device, ino_t inode, OpenModes modes) {
  std::lock_guard lock(open_files().mutex);
  return std::none_of(open_files().files.begin(), open_files().files.end(), [&](const File* file) {
    return file->device_ == device && file->inode_ == inode && inode != 0 &&
           !is_compatible(file->modes, modes);
  });
}

bool sharing_allows_delete(const std::string& host_path) {
  struct stat status {};
  if (stat(host_path.c_str(), &status) != 0) return true;
  constexpr DWORD kEverything = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  return sharing_allows(status.st_dev, status.st_ino, {DELETE, kEverything});
}

}  // namespace transom::kernel
