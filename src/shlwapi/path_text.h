// Paths as text, in either character: what the Path functions reckon with. Nothing here looks at
// the file system. Only the backslash separates, as the pages say; buffers have MAX_PATH
// characters. https://learn.microsoft.com/windows/win32/shell/shlwapi-path
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/win32.h"

namespace transom::shlwapi {

template <class Character>
using View = std::basic_string_view<Character>;
template <class Character>
using Text = std::basic_string<Character>;

inline constexpr std::size_t kPathRoom = MAX_PATH;

template <class Character>
constexpr bool is_letter(Character c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "C:"
template <class Character>
constexpr bool has_drive(View<Character> path) {
  return path.size() >= 2 && is_letter(path[0]) && path[1] == ':';
}

template <class Character>
constexpr bool is_unc(View<Character> path) {
  return path.size() >= 2 && path[0] == '\\' && path[1] == '\\';
}

template <class Character>
constexpr bool is_relative(View<Character> path) {
  return path.empty() || (path[0] != '\\' && !has_drive(path));
}

// How many characters are the root: "\", "C:", "C:\", "\\server\share\".
template <class Character>
constexpr std::size_t root_length(View<Character> path) {
  if (is_unc(path)) {
    const std::size_t share = path.find('\\', 2);
    if (share == path.npos) return path.size();
    const std::size_t end = path.find('\\', share + 1);
    return end == path.npos ? path.size() : end + 1;
  }
  if (has_drive(path)) return path.size() > 2 && path[2] == '\\' ? 3 : 2;
  return !path.empty() && path[0] == '\\' ? 1 : 0;
}

// "\", "C:\", "\\server" and "\\server\share" are roots.
template <class Character>
constexpr bool is_root(View<Character> path) {
  if (is_unc(path)) {
    const auto slashes = std::ranges::count(path.substr(2), Character('\\'));
    return slashes == 0 || (slashes == 1 && path.back() != '\\');
  }
  if (has_drive(path)) return path.size() == 3 && path[2] == '\\';
  return path.size() == 1 && path[0] == '\\';
}

// Where the last component begins: behind the last separator or colon that something follows.
template <class Character>
constexpr std::size_t file_name_position(View<Character> path) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const bool separates = path[i] == '\\' || path[i] == '/' || path[i] == ':';
    if (separates && path[i + 1] != '\\' && path[i + 1] != '/') begin = i + 1;
  }
  return begin;
}

// Where the extension's point is; the end where there is none. "A valid file name extension cannot
// contain a space."
template <class Character>
constexpr std::size_t extension_position(View<Character> path) {
  std::size_t dot = path.size();
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '\\' || path[i] == ' ') dot = path.size();
    if (path[i] == '.') dot = i;
  }
  return dot;
}

// Without the last component and the separator before it; a root stays.
template <class Character>
constexpr std::size_t folder_length(View<Character> path) {
  const std::size_t root = root_length(path);
  if (path.size() <= root) return path.size();
  const std::size_t slash = path.rfind('\\');
  return slash == path.npos || slash < root ? root : slash;
}

template <class Character>
std::vector<View<Character>> components(View<Character> path) {
  std::vector<View<Character>> all;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('\\'), path.size());
    if (end > 0) all.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return all;
}

// Without "." and "..".
template <class Character>
Text<Character> canonical(View<Character> path) {
  if (path.empty()) return {Character('\\')};
  constexpr Character kDots[] = {'.', '.'};
  const std::size_t root = root_length(path);
  std::vector<View<Character>> kept;
  for (const View<Character> each : components(path.substr(root))) {
    if (each == View<Character>(kDots, 1)) continue;
    if (each != View<Character>(kDots, 2)) {
      kept.push_back(each);
    } else if (!kept.empty()) {
      kept.pop_back();
    }
  }
  Text<Character> result(path.substr(0, root));
  for (const View<Character> each : kept) {
    if (!result.empty() && result.back() != '\\') result += '\\';
    result += each;
  }
  const bool ended = path.size() > root && path.back() == '\\';
  if (ended && !result.empty() && result.back() != '\\') result += '\\';
  if (result.empty()) result += '\\';
  if (has_drive(View<Character>(result)) && result.size() == 2) result += '\\';
  return result;
}

// A file seen from a folder.
template <class Character>
Text<Character> combined(View<Character> folder, View<Character> file) {
  if (file.empty()) return canonical(folder);
  if (folder.empty()) return canonical(file);
  Text<Character> result;
  if (is_relative(file)) {
    result = folder;
    if (result.back() != '\\') result += '\\';
    return canonical(View<Character>(result += file));
  }
  const bool rooted = file[0] == '\\' && !is_unc(file);
  if (rooted) {
    result = folder.substr(0, root_length(folder));
    if (!result.empty() && result.back() == '\\') result.pop_back();
  }
  return canonical(View<Character>(result += file));
}

// Whether a name fits one pattern of "*" and "?", without regard to case. `fold` makes both alike.
template <class Character, class Fold>
bool fits_pattern(View<Character> name, View<Character> pattern, Fold fold) {
  std::size_t at = 0, star = pattern.npos, resume = 0, in_pattern = 0;
  while (at < name.size()) {
    const bool more = in_pattern < pattern.size();
    if (more && pattern[in_pattern] == '*') {
      star = in_pattern++;
      resume = at;
    } else if (more &&
               (pattern[in_pattern] == '?' || fold(pattern[in_pattern]) == fold(name[at]))) {
      ++in_pattern;
      ++at;
    } else if (star != pattern.npos) {
      in_pattern = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (in_pattern < pattern.size() && pattern[in_pattern] == '*') ++in_pattern;
  return in_pattern == pattern.size();
}

// With an ellipsis for the folders in the middle, in `room` characters.
template <class Character>
Text<Character> compacted(View<Character> path, std::size_t room) {
  if (path.size() <= room) return Text<Character>(path);
  const std::size_t name_at = file_name_position(path);
  const View<Character> name = path.substr(name_at);
  const Text<Character> ellipsis(3, Character('.'));
  const std::size_t tail = name.size() + 4;  // "...\name"
  if (name_at > 0 && tail <= room) {
    return Text<Character>(path.substr(0, room - tail)) + ellipsis + Character('\\') +
           Text<Character>(name);
  }
  if (room <= 3) return ellipsis.substr(0, room);
  const View<Character> shown = name.size() <= room ? name : name.substr(0, room - 3);
  return Text<Character>(shown) + (name.size() <= room ? Text<Character>() : ellipsis);
}

}  // namespace transom::shlwapi
