// _findfirst and its company.
// https://learn.microsoft.com/cpp/c-runtime-library/filename-search-functions
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/windows_path.h"
#include "msvcrt/crt.h"

using namespace transom;

namespace {

// All that a pattern finds, by name: the folder may change while the program looks at it.
struct Search {
  std::string folder;
  std::vector<std::string> names;
  size_t next = 0;
};

bool matches(std::u16string_view pattern, std::u16string_view name) {
  if (pattern.empty()) return name.empty();
  if (pattern.front() == u'*') {
    return matches(pattern.substr(1), name) || (!name.empty() && matches(pattern, name.substr(1)));
  }
  if (name.empty()) return false;
  const bool same =
      pattern.front() == u'?' || base::fold_case(pattern.front()) == base::fold_case(name.front());
  return same && matches(pattern.substr(1), name.substr(1));
}

// "*.*" means all names, with or without a dot. Stars in a row are one star, which keeps the
// search for a match short.
std::u16string simplified(std::u16string pattern) {
  if (pattern == u"*.*") return u"*";
  pattern.erase(std::unique(pattern.begin(), pattern.end(),
                            [](char16_t a, char16_t b) { return a == u'*' && b == u'*'; }),
                pattern.end());
  return pattern;
}

Search search_for(std::string path) {
  const size_t name = path.rfind('/') + 1;
  Search search{path.substr(0, name), {}};
  const std::u16string pattern = simplified(base::utf8_to_utf16(path.substr(name)));
  DIR* folder = opendir(search.folder.empty() ? "." : search.folder.c_str());
  while (const dirent* entry = folder ? readdir(folder) : nullptr) {
    if (matches(pattern, base::utf8_to_utf16(entry->d_name)))
      search.names.emplace_back(entry->d_name);
  }
  if (folder) closedir(folder);
  std::ranges::sort(search.names);
  return search;
}

void put_name(char (&to)[260], const std::string& name) {
  const std::string text = base::to_ansi(base::utf8_to_utf16(name));
  to[text.copy(to, 259)] = 0;
}
void put_name(wchar_t (&to)[260], const std::string& name) {
  const std::u16string text = base::utf8_to_utf16(name);
  to[text.copy(base::as_char16(to), 259)] = 0;
}

template <class Found>
int give_next(Search& search, Found* found) {
  while (search.next < search.names.size()) {
    const std::string& name = search.names[search.next++];
    const std::string path = search.folder + name;
    struct stat status;
    if (stat(path.c_str(), &status) != 0) continue;
    *found = {};
    const bool hidden = name[0] == '.' && name != "." && name != "..";
    found->attrib = (S_ISDIR(status.st_mode) ? _A_SUBDIR : 0u) | (hidden ? _A_HIDDEN : 0u) |
                    (access(path.c_str(), W_OK) == 0 ? 0u : _A_RDONLY);
    found->time_create = -1;
    found->time_access = status.st_atime;
    found->time_write = status.st_mtime;
    found->size = status.st_size;
    put_name(found->name, name);
    return 0;
  }
  errno = ENOENT;
  return -1;
}

template <class Found>
intptr_t start(std::string path, Found* found) {
  auto search = std::make_unique<Search>(search_for(std::move(path)));
  if (give_next(*search, found) != 0) return -1;
  return reinterpret_cast<intptr_t>(search.release());
}

bool is_search(intptr_t search) {
  if (search != 0 && search != -1) return true;
  errno = EINVAL;
  return false;
}

}  // namespace

intptr_t _findfirst(const char* pattern, _finddata_t* found) {
  if (!pattern || !found) return errno = EINVAL, -1;
  return start(base::host_path_of(std::string_view(pattern)), found);
}
intptr_t _wfindfirst(const wchar_t* pattern, _wfinddata_t* found) {
  if (!pattern || !found) return errno = EINVAL, -1;
  return start(base::host_path_of(base::as_char16(pattern)), found);
}
int _findnext(intptr_t search, _finddata_t* found) {
  return is_search(search) ? give_next(*reinterpret_cast<Search*>(search), found) : -1;
}
int _wfindnext(intptr_t search, _wfinddata_t* found) {
  return is_search(search) ? give_next(*reinterpret_cast<Search*>(search), found) : -1;
}
int _findclose(intptr_t search) {
  if (!is_search(search)) return -1;
  delete reinterpret_cast<Search*>(search);
  return 0;
}
