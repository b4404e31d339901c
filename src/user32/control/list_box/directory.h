// File names in lists: LB_DIR and CB_DIR, DlgDirList and its company.
// https://learn.microsoft.com/windows/win32/controls/lb-dir
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/win32.h"

namespace transom::user {

// The names that match a path with a pattern and DDL_ attributes, as a listing shows them:
// directories as [name], drives as [-c-].
std::vector<std::u16string> directory_listing(const std::u16string& pattern, UINT attributes);
// Files, then directories, then drives, each by name.
bool precedes_in_directory(std::u16string_view a, std::u16string_view b);

struct DirectorySelection {
  std::u16string path;  // "name\", "c:", or a file's name, with a dot where it has no extension
  bool directory;       // or drive
};
DirectorySelection directory_selection(std::u16string_view shown);

}  // namespace transom::user
