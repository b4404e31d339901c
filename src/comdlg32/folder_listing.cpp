#include "comdlg32/folder_listing.h"

#include <algorithm>

#include "base/shell.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "comdlg32/file_name.h"

namespace transom::comdlg {
namespace {

DWORD attributes_of(const std::u16string& path) {
  return GetFileAttributesW(base::as_wchar(path));
}

bool precedes(const FolderEntry& a, const FolderEntry& b) {
  if (a.folder != b.folder) return a.folder;
  return base::fold_case(a.name) < base::fold_case(b.name);
}

std::u16string known_folder(int number) {
  WCHAR path[MAX_PATH]{};
  if (SHGetFolderPathW(nullptr, number, nullptr, 0, path) != S_OK) return {};
  return base::as_char16(path);
}

// "Local Disk (C:)"
std::u16string drive_label(char16_t letter) {
  const std::u16string_view kind = letter == u'Z' ? u"File System" : u"Local Disk";
  return std::u16string(kind) + u" (" + letter + u":)";
}

void add_chain(std::vector<Place>& places, const std::u16string& folder) {
  const std::vector<std::u16string> chain = chain_of(folder);
  for (std::size_t i = 1; i < chain.size(); ++i) {
    places.push_back({name_of(chain[i]), chain[i], static_cast<int>(i), Picture::kOpenFolder});
  }
}

}  // namespace

bool is_folder(const std::u16string& path) {
  const DWORD attributes = attributes_of(path);
  return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

bool is_file(const std::u16string& path) {
  const DWORD attributes = attributes_of(path);
  return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0;
}

std::vector<FolderEntry> list_folder(const std::u16string& folder, bool hidden) {
  std::vector<FolderEntry> entries;
  WIN32_FIND_DATAW found;
  const HANDLE search = FindFirstFileW(base::as_wchar(append_name(folder, u"*")), &found);
  if (search == INVALID_HANDLE_VALUE) return entries;
  do {
    const std::u16string name = base::as_char16(found.cFileName);
    if (name == u"." || name == u"..") continue;
    if ((found.dwFileAttributes & FILE_ATTRIBUTE_HIDDEN) != 0 && !hidden) continue;
    entries.push_back({name, (found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0});
  } while (FindNextFileW(search, &found));
  FindClose(search);
  std::ranges::sort(entries, precedes);
  return entries;
}

std::u16string parent_folder(const std::u16string& folder) {
  std::u16string path = folder;
  if (path.size() > 3 && path.back() == u'\\') path.pop_back();
  return path.size() <= 3 ? path : folder_of(path);
}

std::vector<std::u16string> chain_of(const std::u16string& folder) {
  std::vector<std::u16string> chain{folder};
  while (parent_folder(chain.back()) != chain.back()) chain.push_back(parent_folder(chain.back()));
  std::ranges::reverse(chain);
  return chain;
}

std::vector<char16_t> drives() {
  std::vector<char16_t> letters;
  const DWORD present = GetLogicalDrives();
  for (int i = 0; i < 26; ++i) {
    if ((present >> i & 1) != 0) letters.push_back(static_cast<char16_t>(u'A' + i));
  }
  return letters;
}

std::vector<Place> places_around(const std::u16string& folder) {
  std::vector<Place> places;
  const auto add_own = [&](const std::u16string& label, const std::u16string& path) {
    if (!path.empty() && is_folder(path)) places.push_back({label, path, 0, Picture::kFolder});
  };
  add_own(u"My Documents", documents_folder());
  if (const char* home = std::getenv("HOME")) add_own(u"Home", base::windows_path_of(home));
  for (const char16_t letter : drives()) {
    places.push_back({drive_label(letter), {letter, u':', u'\\'}, 0, Picture::kDrive});
    if (!folder.empty() && folder.front() == letter) add_chain(places, folder);
  }
  return places;
}

std::u16string documents_folder() {
  return known_folder(CSIDL_PERSONAL);
}

}  // namespace transom::comdlg
