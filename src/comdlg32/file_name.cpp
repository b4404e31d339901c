#include "comdlg32/file_name.h"

#include <algorithm>

#include "base/windows_path.h"

namespace transom::comdlg {
namespace {

std::size_t name_start(std::u16string_view path) {
  const std::size_t separator = path.find_last_of(u"\\/:");
  return separator == std::u16string_view::npos ? 0 : separator + 1;
}

bool has_drive(std::u16string_view path) {
  return path.size() >= 2 && path[1] == u':';
}

}  // namespace

std::vector<std::u16string> split_names(std::u16string_view typed) {
  if (typed.find(u'"') == std::u16string_view::npos) return {std::u16string(typed)};
  std::vector<std::u16string> names;
  while (!typed.empty()) {
    const std::size_t open = typed.find(u'"');
    if (open == std::u16string_view::npos) break;
    const std::size_t close = std::min(typed.find(u'"', open + 1), typed.size());
    const std::u16string_view name = typed.substr(open + 1, close - open - 1);
    if (!name.empty()) names.emplace_back(name);
    typed.remove_prefix(std::min(close + 1, typed.size()));
  }
  return names;
}

std::u16string join_names(const std::vector<std::u16string>& names) {
  if (names.size() == 1) return names.front();
  std::u16string joined;
  for (const std::u16string& name : names) {
    if (!joined.empty()) joined += u' ';
    joined += u'"' + name + u'"';
  }
  return joined;
}

bool has_wildcards(std::u16string_view name) {
  return name.find_first_of(u"*?") != std::u16string_view::npos;
}

bool is_valid_path(std::u16string_view path) {
  if (has_drive(path)) path.remove_prefix(2);
  return std::ranges::none_of(path, [](char16_t unit) {
    return unit < u' ' || std::u16string_view(u"<>\"|*?:").find(unit) != std::u16string_view::npos;
  });
}

std::u16string folder_of(std::u16string_view path) {
  const std::size_t start = name_start(path);
  const bool root = start <= 3 && has_drive(path);
  return std::u16string(path.substr(0, start == 0 || root ? start : start - 1));
}

std::u16string name_of(std::u16string_view path) {
  return std::u16string(path.substr(name_start(path)));
}

std::u16string extension_of(std::u16string_view path) {
  const WORD offset = name_offsets(path).extension;
  return std::u16string(offset != 0 ? path.substr(offset) : u"");
}

std::u16string append_name(const std::u16string& folder, std::u16string_view name) {
  std::u16string path = folder;
  if (!path.empty() && path.back() != u'\\' && path.back() != u'/') path += u'\\';
  return path.append(name);
}

std::u16string path_from(const std::u16string& folder, std::u16string_view typed) {
  if (typed.empty()) return folder;
  if (has_drive(typed) || typed.starts_with(u'/') || typed.starts_with(u"\\\\")) {
    return base::full_windows_path(typed);
  }
  // Of the drive that is open, which need not be the current one.
  if (typed.starts_with(u'\\') && has_drive(folder)) {
    return base::full_windows_path(folder.substr(0, 2).append(typed));
  }
  return base::full_windows_path(append_name(folder, typed));
}

NameOffsets name_offsets(std::u16string_view path) {
  const std::size_t start = name_start(path);
  const std::size_t dot = path.find_last_of(u'.');
  const bool has_extension = dot != std::u16string_view::npos && dot >= start;
  return {static_cast<WORD>(start), static_cast<WORD>(has_extension ? dot + 1 : 0)};
}

}  // namespace transom::comdlg
