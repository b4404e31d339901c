// What is in a folder, and where else one may go from it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/win32.h"
#include "comdlg32/picture.h"

namespace transom::comdlg {

bool is_folder(const std::u16string& path);
bool is_file(const std::u16string& path);  // also a device

struct FolderEntry {
  std::u16string name;
  bool folder;
};
// Folders first, each kind by name; without those that are hidden, unless `hidden`.
std::vector<FolderEntry> list_folder(const std::u16string& folder, bool hidden);

// The folder around this one; a root's is itself.
std::u16string parent_folder(const std::u16string& folder);
// From the root to the folder itself.
std::vector<std::u16string> chain_of(const std::u16string& folder);
std::vector<char16_t> drives();

// A row of the Look in list.
struct Place {
  std::u16string label;
  std::u16string path;
  int depth;
  Picture picture;
};
// The user's own folders and the drives; below its drive, the folders down to the given one.
std::vector<Place> places_around(const std::u16string& folder);

// Where documents are kept; empty where there is no such folder.
std::u16string documents_folder();

}  // namespace transom::comdlg
