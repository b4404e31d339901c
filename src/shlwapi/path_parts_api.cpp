// The Path functions that look for a part of a path, or say what it is.
// https://learn.microsoft.com/windows/win32/shell/shlwapi-path
#include "base/last_error.h"
#include "shlwapi/path_buffer.h"

#include <shlwapi.h>

namespace transom::shlwapi {
namespace {

template <class Outside>
auto part_at(const Outside* path, std::size_t position) {
  return to_outside(chars(path) + position);
}

template <class Outside>
auto find_extension(const Outside* path) -> decltype(to_outside(chars(path))) {
  return path != nullptr ? part_at(path, extension_position(view_of(path))) : nullptr;
}

template <class Outside>
auto find_file_name(const Outside* path) -> decltype(to_outside(chars(path))) {
  return path != nullptr ? part_at(path, file_name_position(view_of(path))) : nullptr;
}

// Behind the next separator ("\\" of a server counts as one); the end after the last component,
// null at the end.
template <class Outside>
auto find_next_component(const Outside* path) -> decltype(to_outside(chars(path))) {
  if (path == nullptr || *path == 0) return nullptr;
  const auto text = view_of(path);
  const std::size_t slash = text.find('\\');
  if (slash == text.npos) return part_at(path, text.size());
  const bool two = slash + 1 < text.size() && text[slash + 1] == '\\';
  return part_at(path, slash + (two ? 2 : 1));
}

template <class Outside>
auto skip_root(const Outside* path) -> decltype(to_outside(chars(path))) {
  if (path == nullptr) return nullptr;
  const std::size_t root = root_length(view_of(path));
  const bool ended = root > 0 && path[root - 1] == '\\';
  return ended ? part_at(path, root) : nullptr;
}

// The arguments of a command line: behind the first blank outside of quotation marks.
template <class Character>
std::size_t arguments_position(View<Character> line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == ' ' && !quoted) return i + 1;
  }
  return line.size();
}

template <class Outside>
auto get_arguments(const Outside* line) -> decltype(to_outside(chars(line))) {
  return line != nullptr ? part_at(line, arguments_position(view_of(line))) : nullptr;
}

template <class Outside>
bool path_is_file_spec(const Outside* path) {
  if (path == nullptr) return false;
  const auto text = view_of(path);
  return text.find('\\') == text.npos && text.find(':') == text.npos;
}

// 0 for A; -1 where there is no drive.
template <class Outside>
int drive_number(const Outside* path) {
  const auto text = view_of(path);
  return has_drive(text) ? folded(text[0]) - 'a' : -1;
}

// "\\server": no share.
template <class Outside>
bool path_is_server(const Outside* path) {
  const auto text = view_of(path);
  return is_unc(text) && text.find('\\', 2) == text.npos;
}

// "\\server\share" and no more.
template <class Outside>
bool path_is_share(const Outside* path) {
  const auto text = view_of(path);
  return is_unc(text) && std::ranges::count(text.substr(2), '\\') == 1;
}

// "scheme:", the scheme being more than a drive's letter.
template <class Outside>
bool path_is_url(const Outside* path) {
  const auto text = view_of(path);
  const std::size_t colon = text.find(':');
  if (colon == text.npos || colon < 2) return false;
  return std::ranges::all_of(text.substr(0, colon), [](auto c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
}

template <class Outside>
bool path_is_prefix(const Outside* prefix, const Outside* path) {
  const auto begin = view_of(prefix);
  const auto whole = view_of(path);
  if (prefix == nullptr || path == nullptr || begin.size() > whole.size()) return false;
  const bool at_end = begin.size() == whole.size() || begin.empty() || begin.back() == '\\' ||
                      whole[begin.size()] == '\\';
  return at_end && same_ignoring_case(begin, whole.substr(0, begin.size()));
}

template <class Outside>
bool same_root(const Outside* one, const Outside* other) {
  const auto first = view_of(one);
  const auto second = view_of(other);
  const std::size_t root = root_length(first);
  return root > 0 && root_length(second) == root &&
         same_ignoring_case(first.substr(0, root), second.substr(0, root));
}

// How many characters both begin with, whole components only; a root keeps its separator.
template <class Character>
std::size_t common_length(View<Character> one, View<Character> other) {
  std::size_t same = 0;
  const std::size_t shorter = std::min(one.size(), other.size());
  while (same < shorter && folded(one[same]) == folded(other[same])) ++same;
  const auto ends = [&](View<Character> text) { return same == text.size() || text[same] == '\\'; };
  if (!(ends(one) && ends(other))) {
    const std::size_t slash = same > 0 ? one.rfind('\\', same - 1) : one.npos;
    same = slash == one.npos ? 0 : slash;
    if (same < root_length(one)) same = same == 2 && has_drive(one) ? 3 : 0;
  }
  return same;
}

template <class Outside>
int common_prefix(const Outside* one, const Outside* other, Outside* prefix) {
  if (prefix != nullptr) *prefix = 0;
  if (one == nullptr || other == nullptr) return 0;
  const auto first = view_of(one);
  const std::size_t length = common_length(first, view_of(other));
  if (prefix != nullptr) put(Text<typename decltype(first)::value_type>(first, 0, length), prefix);
  return static_cast<int>(length);
}

// "The pattern may have several types, separated by semicolons."
template <class Outside>
bool matches(const Outside* file, const Outside* patterns) {
  if (file == nullptr || patterns == nullptr) return false;
  const auto name = view_of(file);
  auto rest = view_of(patterns);
  for (;;) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    auto pattern = rest.substr(0, end);
    while (!pattern.empty() && pattern.front() == ' ') pattern.remove_prefix(1);
    constexpr char kAll[] = "*.*";
    const bool all = std::ranges::equal(pattern, std::string_view(kAll));
    if (all || fits_pattern(name, pattern, [](auto c) { return folded(c); })) return true;
    if (end == rest.size()) return false;
    rest.remove_prefix(end + 1);
  }
}

}  // namespace
}  // namespace transom::shlwapi

using namespace transom::shlwapi;

// The extension's point; the path's end where it has none.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathfindextensionw
LPWSTR WINAPI PathFindExtensionW(LPCWSTR path) {
  return find_extension(path);
}
LPSTR WINAPI PathFindExtensionA(LPCSTR path) {
  return find_extension(path);
}

// The last component; the path itself where it has but one.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathfindfilenamew
LPWSTR WINAPI PathFindFileNameW(LPCWSTR path) {
  return find_file_name(path);
}
LPSTR WINAPI PathFindFileNameA(LPCSTR path) {
  return find_file_name(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathfindnextcomponentw
LPWSTR WINAPI PathFindNextComponentW(LPCWSTR path) {
  return find_next_component(path);
}
LPSTR WINAPI PathFindNextComponentA(LPCSTR path) {
  return find_next_component(path);
}

// Behind the root; null where the path has none that ends.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathskiprootw
LPWSTR WINAPI PathSkipRootW(LPCWSTR path) {
  return skip_root(path);
}
LPSTR WINAPI PathSkipRootA(LPCSTR path) {
  return skip_root(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathgetargsw
LPWSTR WINAPI PathGetArgsW(LPCWSTR line) {
  return get_arguments(line);
}
LPSTR WINAPI PathGetArgsA(LPCSTR line) {
  return get_arguments(line);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathgetdrivenumberw
int WINAPI PathGetDriveNumberW(LPCWSTR path) {
  return drive_number(path);
}
int WINAPI PathGetDriveNumberA(LPCSTR path) {
  return drive_number(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathisfilespecw
WINBOOL WINAPI PathIsFileSpecW(LPCWSTR path) {
  return path_is_file_spec(path);
}
WINBOOL WINAPI PathIsFileSpecA(LPCSTR path) {
  return path_is_file_spec(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathisrelativew
WINBOOL WINAPI PathIsRelativeW(LPCWSTR path) {
  return is_relative(view_of(path));
}
WINBOOL WINAPI PathIsRelativeA(LPCSTR path) {
  return is_relative(view_of(path));
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathisrootw
WINBOOL WINAPI PathIsRootW(LPCWSTR path) {
  return is_root(view_of(path));
}
WINBOOL WINAPI PathIsRootA(LPCSTR path) {
  return is_root(view_of(path));
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathissamerootw
WINBOOL WINAPI PathIsSameRootW(LPCWSTR one, LPCWSTR other) {
  return same_root(one, other);
}
WINBOOL WINAPI PathIsSameRootA(LPCSTR one, LPCSTR other) {
  return same_root(one, other);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathisuncw
WINBOOL WINAPI PathIsUNCW(LPCWSTR path) {
  return is_unc(view_of(path));
}
WINBOOL WINAPI PathIsUNCA(LPCSTR path) {
  return is_unc(view_of(path));
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathisuncserverw
WINBOOL WINAPI PathIsUNCServerW(LPCWSTR path) {
  return path_is_server(path);
}
WINBOOL WINAPI PathIsUNCServerA(LPCSTR path) {
  return path_is_server(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathisuncserversharew
WINBOOL WINAPI PathIsUNCServerShareW(LPCWSTR path) {
  return path_is_share(path);
}
WINBOOL WINAPI PathIsUNCServerShareA(LPCSTR path) {
  return path_is_share(path);
}

// No drive here lies in a network that Windows would know of.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathisnetworkpathw
WINBOOL WINAPI PathIsNetworkPathW(LPCWSTR path) {
  return is_unc(view_of(path));
}
WINBOOL WINAPI PathIsNetworkPathA(LPCSTR path) {
  return is_unc(view_of(path));
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathisurlw
WINBOOL WINAPI PathIsURLW(LPCWSTR path) {
  return path_is_url(path);
}
WINBOOL WINAPI PathIsURLA(LPCSTR path) {
  return path_is_url(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathisprefixw
WINBOOL WINAPI PathIsPrefixW(LPCWSTR prefix, LPCWSTR path) {
  return path_is_prefix(prefix, path);
}
WINBOOL WINAPI PathIsPrefixA(LPCSTR prefix, LPCSTR path) {
  return path_is_prefix(prefix, path);
}

// The length of what both paths begin with; `prefix` (may be null) has room for MAX_PATH.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathcommonprefixw
int WINAPI PathCommonPrefixW(LPCWSTR one, LPCWSTR other, LPWSTR prefix) {
  return common_prefix(one, other, prefix);
}
int WINAPI PathCommonPrefixA(LPCSTR one, LPCSTR other, LPSTR prefix) {
  return common_prefix(one, other, prefix);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathmatchspecw
WINBOOL WINAPI PathMatchSpecW(LPCWSTR file, LPCWSTR patterns) {
  return matches(file, patterns);
}
WINBOOL WINAPI PathMatchSpecA(LPCSTR file, LPCSTR patterns) {
  return matches(file, patterns);
}
