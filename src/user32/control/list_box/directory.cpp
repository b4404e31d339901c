#include "user32/control/list_box/directory.h"

#include <algorithm>

#include "base/text.h"
#include "kernel32/text/compare.h"
#include "user32/control/list_box/list_box.h"

namespace transom::user {
namespace {

constexpr UINT kSpecialFiles = DDL_READONLY | DDL_HIDDEN | DDL_SYSTEM;

enum class Rank { kFile, kDirectory, kDrive };

Rank rank_of(std::u16string_view shown) {
  if (!shown.starts_with(u'[') || !shown.ends_with(u']')) return Rank::kFile;
  return shown.starts_with(u"[-") && shown.size() == 5 ? Rank::kDrive : Rank::kDirectory;
}

// "By default, read/write files are listed"; the archive bit makes nothing special.
bool is_wanted(DWORD found, UINT wanted) {
  const bool directory = (found & FILE_ATTRIBUTE_DIRECTORY) != 0;
  if (directory && !(wanted & DDL_DIRECTORY)) return false;
  const UINT special = found & (directory ? DDL_HIDDEN | DDL_SYSTEM : kSpecialFiles);
  if (wanted & DDL_EXCLUSIVE) {
    if (directory) return true;
    if (special != 0) return (special & wanted) != 0;
    const bool others = (wanted & (kSpecialFiles | DDL_DIRECTORY | DDL_DRIVES)) != 0;
    return (found & wanted & DDL_ARCHIVE) != 0 || !others;
  }
  return (special & ~wanted) == 0;
}

// The way up is listed whatever the parent's attributes are.
bool is_way_up(const WIN32_FIND_DATAW& found) {
  return base::as_char16(found.cFileName) == std::u16string_view(u"..");
}

bool is_itself(const WIN32_FIND_DATAW& found) {
  return base::as_char16(found.cFileName) == std::u16string_view(u".");
}

void list_files(const std::u16string& pattern, UINT attributes,
                std::vector<std::u16string>& names) {
  WIN32_FIND_DATAW found;
  const HANDLE search = FindFirstFileW(base::as_wchar(pattern), &found);
  if (search == INVALID_HANDLE_VALUE) return;
  do {
    const std::u16string name = base::as_char16(found.cFileName);
    const bool wanted = is_way_up(found) ? (attributes & DDL_DIRECTORY) != 0
                                         : is_wanted(found.dwFileAttributes, attributes);
    if (!wanted || is_itself(found)) continue;
    const bool directory = (found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    names.push_back(directory ? u'[' + name + u']' : name);
  } while (FindNextFileW(search, &found));
  FindClose(search);
}

void list_drives(std::vector<std::u16string>& names) {
  const DWORD drives = GetLogicalDrives();
  for (int drive = 0; drive < 26; ++drive) {
    if (drives >> drive & 1) names.push_back({u'[', u'-', char16_t(u'a' + drive), u'-', u']'});
  }
}

}  // namespace

std::vector<std::u16string> directory_listing(const std::u16string& pattern, UINT attributes) {
  std::vector<std::u16string> names;
  list_files(pattern, attributes, names);
  if (attributes & DDL_DRIVES) list_drives(names);
  return names;
}

bool precedes_in_directory(std::u16string_view a, std::u16string_view b) {
  const Rank first = rank_of(a), second = rank_of(b);
  if (first != second) return first < second;
  return kernel::compare_text(a, b, kernel::Case::kIgnored) < 0;
}

DirectorySelection directory_selection(std::u16string_view shown) {
  switch (rank_of(shown)) {
    case Rank::kDrive:
      return {{shown[2], u':'}, true};
    case Rank::kDirectory:
      return {std::u16string(shown.substr(1, shown.size() - 2)).append(1, u'\\'), true};
    default:
      break;
  }
  const bool extension = shown.find(u'.') != std::u16string_view::npos;
  return {std::u16string(shown) + (extension ? u"" : u"."), false};
}

namespace {

int add_name(ListBox& list, const std::u16string& name) {
  int first = 0, last = list.items.count();
  while (first < last) {
    const int middle = first + (last - first) / 2;
    if (precedes_in_directory(name, list.items.at(middle).text)) {
      last = middle;
    } else {
      first = middle + 1;
    }
  }
  return list.insert(first, name, 0);
}

// The index of the last name, LB_ERR where there is none.
LRESULT add_names(ListBox& list, const ControlCall& call, UINT attributes) {
  if (!list.keeps_strings() || call.lparam == 0) return LB_ERR;
  const std::u16string pattern = base::as_char16(reinterpret_cast<const WCHAR*>(call.lparam));
  LRESULT last = LB_ERR;
  for (const std::u16string& name : directory_listing(pattern, attributes)) {
    if (!list.alive()) break;
    last = add_name(list, name);
    if (last < 0) break;
  }
  return last;
}

// https://learn.microsoft.com/windows/win32/controls/lb-dir
LRESULT on_directory(ListBox& list, const ControlCall& call) {
  return add_names(list, call, static_cast<UINT>(call.wparam));
}

// https://learn.microsoft.com/windows/win32/controls/lb-addfile
LRESULT on_add_file(ListBox& list, const ControlCall& call) {
  return add_names(list, call, DDL_DIRECTORY | kSpecialFiles);
}

constexpr ListBoxEntry kEntries[] = {
    {LB_DIR, on_directory},
    {LB_ADDFILE, on_add_file},
};

}  // namespace

std::span<const ListBoxEntry> list_directory_messages() {
  return kEntries;
}

}  // namespace transom::user
