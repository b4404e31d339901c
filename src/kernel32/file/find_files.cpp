#include "kernel32/file/find_files.h"

#include <dirent.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/file/attributes.h"
#include "kernel32/file/host_error.h"
#include "kernel32/object.h"

using namespace transom;

namespace transom::kernel {
namespace {

bool match(std::u16string_view name, std::u16string_view pattern) {
  while (!pattern.empty()) {
    if (pattern[0] == u'*') {
      pattern.remove_prefix(1);
      for (std::size_t skip = 0; skip <= name.size(); ++skip) {
        if (match(name.substr(skip), pattern)) return true;
      }
      return false;
    }
    const bool any = pattern[0] == u'?';
    if (name.empty() || (any && name[0] == u'.')) {
      // A '?' before a dot or the end may stand for nothing.
      if (!any) return false;
    } else if (any || base::fold_case(name[0]) == base::fold_case(pattern[0])) {
      name.remove_prefix(1);
    } else {
      return false;
    }
    pattern.remove_prefix(1);
  }
  return name.empty();
}

struct Entry {
  std::u16string name;
  std::string host_path;
};

class Search : public Object {
 public:
  explicit Search(std::vector<Entry> entries) : entries_(std::move(entries)) {}
  bool can_wait() const override { return false; }
  bool signaled(const ThreadRecord&) const override { return false; }

  // The next entry that is still there.
  bool next(Entry& entry, FileFacts& facts) {
    std::lock_guard lock(mutex_);
    while (position_ < entries_.size()) {
      entry = entries_[position_++];
      const auto found = file_facts(entry.host_path);
      if (!found) continue;
      facts = *found;
      return true;
    }
    return false;
  }

 private:
  std::mutex mutex_;
  // Guarded by mutex_.
  const std::vector<Entry> entries_;
  std::size_t position_ = 0;
};

// By name, as NTFS gives them; "." and ".." come first there, too.
std::vector<Entry> matching_entries(const std::string& folder, std::u16string_view pattern,
                                    bool is_root) {
  std::vector<Entry> entries;
  const std::unique_ptr<DIR, int (*)(DIR*)> open(opendir(folder.c_str()), closedir);
  while (const dirent* entry = open ? readdir(open.get()) : nullptr) {
    const std::u16string name = base::utf8_to_utf16(entry->d_name);
    const bool self = name == u"." || name == u"..";
    if (self && is_root) continue;
    if (matches_pattern(name, pattern)) entries.push_back({name, folder + '/' + entry->d_name});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return base::fold_case(a.name) < base::fold_case(b.name);
  });
  return entries;
}

void fill_facts(const FileFacts& facts, auto& data) {
  data = {};
  data.dwFileAttributes = facts.attributes;
  data.ftCreationTime = facts.created;
  data.ftLastAccessTime = facts.accessed;
  data.ftLastWriteTime = facts.written;
  data.nFileSizeHigh = static_cast<DWORD>(facts.size >> 32);
  data.nFileSizeLow = static_cast<DWORD>(facts.size);
}

template <class Char>
void copy_name(const std::basic_string<Char>& name, Char* to) {
  const std::size_t count = std::min<std::size_t>(name.size(), MAX_PATH - 1);
  std::copy_n(name.data(), count, to);
}

void fill(const Entry& entry, const FileFacts& facts, WIN32_FIND_DATAW& data) {
  fill_facts(facts, data);
  copy_name(entry.name, base::as_char16(data.cFileName));
}
void fill(const Entry& entry, const FileFacts& facts, WIN32_FIND_DATAA& data) {
  fill_facts(facts, data);
  copy_name(base::to_ansi(entry.name), data.cFileName);
}

bool has_wildcards(std::u16string_view pattern) {
  return pattern.find_first_of(u"*?") != std::u16string_view::npos;
}

// The entries, or nothing with the last error set.
std::vector<Entry> look_up(std::u16string_view path) {
  const std::size_t slash = path.find_last_of(u"\\/:") + 1;
  const std::u16string_view pattern = path.substr(slash);
  std::vector<Entry> entries;
  if (pattern.empty()) {
    base::set_last_error(path.empty() ? ERROR_PATH_NOT_FOUND : ERROR_FILE_NOT_FOUND);
    return entries;
  }
  const auto folder_path = slash > 0 ? std::u16string(path.substr(0, slash)) : u".";
  std::string folder = base::host_path_of(folder_path);
  if (!has_wildcards(pattern)) {
    const std::string host = base::host_path_of(path);
    const auto name = base::utf8_to_utf16(host.substr(host.rfind('/') + 1));
    if (file_facts(host)) {
      entries.push_back({name, host});
    } else {
      base::set_last_error(path_error(host));
    }
    return entries;
  }
  const auto facts = file_facts(folder.empty() ? "/" : folder);
  if (!facts || (facts->attributes & FILE_ATTRIBUTE_DIRECTORY) == 0) {
    base::set_last_error(ERROR_PATH_NOT_FOUND);
    return entries;
  }
  const bool is_root = base::full_windows_path(folder_path).size() <= 3;
  entries = matching_entries(folder.empty() ? "/" : folder, pattern, is_root);
  if (entries.empty()) base::set_last_error(ERROR_FILE_NOT_FOUND);
  return entries;
}

template <class Data>
HANDLE find_first(std::u16string_view path, Data* data) {
  if (data == nullptr) return base::fail(ERROR_INVALID_PARAMETER, INVALID_HANDLE_VALUE);
  auto entries = look_up(path);
  if (entries.empty()) return INVALID_HANDLE_VALUE;
  const auto search = std::make_shared<Search>(std::move(entries));
  Entry entry;
  FileFacts facts;
  if (!search->next(entry, facts)) {
    return base::fail(ERROR_FILE_NOT_FOUND, INVALID_HANDLE_VALUE);
  }
  fill(entry, facts, *data);
  const HANDLE handle = open_handle(search);
  return handle != nullptr ? handle : base::fail(ERROR_NOT_ENOUGH_MEMORY, INVALID_HANDLE_VALUE);
}

template <class Data>
WINBOOL find_next(HANDLE handle, Data* data) {
  const auto search = find_as<Search>(handle);
  if (search == nullptr) return FALSE;
  if (data == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  Entry entry;
  FileFacts facts;
  if (!search->next(entry, facts)) return base::fail(ERROR_NO_MORE_FILES);
  fill(entry, facts, *data);
  return TRUE;
}

std::u16string_view view(LPCWSTR path) {
  return path != nullptr ? std::u16string_view(base::as_char16(path)) : std::u16string_view();
}

}  // namespace

bool matches_pattern(std::u16string_view name, std::u16string_view pattern) {
  if (pattern == u"*.*") return true;
  if (pattern.size() > 1 && pattern.ends_with(u"*.")) {
    const bool dotted =
        name.find(u'.') != std::u16string_view::npos && name != u".." && name != u".";
    return !dotted && match(name, pattern.substr(0, pattern.size() - 1));
  }
  return match(name, pattern);
}

}  // namespace transom::kernel

using namespace transom::kernel;

// Last errors: ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-findfirstfilew
HANDLE WINAPI FindFirstFileW(LPCWSTR path, LPWIN32_FIND_DATAW data) {
  return find_first(view(path), data);
}
HANDLE WINAPI FindFirstFileA(LPCSTR path, LPWIN32_FIND_DATAA data) {
  return find_first(base::to_utf16(path), data);
}
// Last errors: ERROR_NO_MORE_FILES.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-findnextfilew
WINBOOL WINAPI FindNextFileW(HANDLE handle, LPWIN32_FIND_DATAW data) {
  return find_next(handle, data);
}
WINBOOL WINAPI FindNextFileA(HANDLE handle, LPWIN32_FIND_DATAA data) {
  return find_next(handle, data);
}
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-findclose
WINBOOL WINAPI FindClose(HANDLE handle) {
  if (find_as<Search>(handle) == nullptr) return FALSE;
  return close_handle(handle);
}
