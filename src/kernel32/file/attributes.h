// What Windows tells of a file, from what Linux keeps.
//
//  - Read-only: the owner may not write. A name with a dot in front is hidden.
//  - Hidden, system and archive, where they were set, are in the extended attribute in which Samba,
//    too, keeps them (user.DOSATTRIB).
// https://learn.microsoft.com/windows/win32/fileio/file-attribute-constants
#pragma once

#include <optional>
#include <string>

#include "base/win32.h"

namespace transom::kernel {

struct FileFacts {
  DWORD attributes = 0;
  FILETIME created{}, accessed{}, written{};
  std::uint64_t size = 0, index = 0;
  DWORD links = 0, volume = 0;
};

// Nothing: errno says why.
std::optional<FileFacts> file_facts(const std::string& host_path);
std::optional<FileFacts> file_facts(int descriptor, const std::string& host_path);
bool set_attributes(const std::string& host_path, DWORD attributes);

}  // namespace transom::kernel
