// The icons that a file has: an .ico file one, a program or library one for each RT_GROUP_ICON.
//
// Programs here are ELF files, whose resources are known once they are loaded: those of the running
// program and its libraries are found, another program's are not.
#pragma once

#include <optional>
#include <string>

#include "base/win32.h"

namespace transom::user {

class IconFile {
 public:
  // Nothing: there is no such file.
  static std::optional<IconFile> open(const std::u16string& path);

  int count() const;
  // The icon of a place in the file (negative: of that identifier); null: none. The caller's.
  HICON extract(int index, int width, int height) const;
  // The identifier of the group at the place; 0: it has a name, ~0: the file has no identifiers.
  UINT identifier(int index) const;

 private:
  std::u16string path_;
  HMODULE module_ = nullptr;  // null: an .ico file, or a file without icons
  bool is_icon_ = false;
};

}  // namespace transom::user
