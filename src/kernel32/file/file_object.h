// Files as kernel objects, and who may open a file that is open already.
//
// Sharing is kept within the process: Linux has no such locks that other programs would heed.
// https://learn.microsoft.com/windows/win32/fileio/creating-and-opening-files
#pragma once

#include <sys/types.h>

#include <string>

#include "kernel32/object.h"

namespace transom::kernel {

struct OpenModes {
  DWORD access = 0;  // GENERIC_READ | GENERIC_WRITE | DELETE, as they matter to sharing
  DWORD share = 0;
};

class File : public Object {
 public:
  enum class Owner { kSelf, kProcess };  // standard handles stay open

  File(int descriptor, std::string path, OpenModes modes, Owner owner);
  ~File() override;
  bool signaled(const ThreadRecord&) const override { return true; }

  const int descriptor;
  const std::string path;
  const OpenModes modes;
  bool appends = false;  // FILE_APPEND_DATA without FILE_WRITE_DATA
  bool delete_on_close = false;

 private:
  friend bool sharing_allows(dev_t device, ino_t inode, OpenModes modes);
  Owner owner_;
  dev_t device_ = 0;
  ino_t inode_ = 0;
};

// Whether a file may be opened like that beside those that have it open.
bool sharing_allows(dev_t device, ino_t inode, OpenModes modes);
// The same for deleting or renaming it; true for a file that is not there.
bool sharing_allows_delete(const std::string& host_path);

}  // namespace transom::kernel
