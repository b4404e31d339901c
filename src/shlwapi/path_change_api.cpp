// The Path functions that change a path in its buffer, which has MAX_PATH characters by contract.
// https://learn.microsoft.com/windows/win32/shell/shlwapi-path
#include "base/last_error.h"
#include "shlwapi/path_buffer.h"

#include <shlwapi.h>

namespace transom::shlwapi {
namespace {

template <class Outside>
void cut(Outside* path, std::size_t length) {
  if (path != nullptr) path[length] = 0;
}

template <class Outside>
auto text_of(const Outside* path) {
  const auto view = view_of(path);
  return Text<typename decltype(view)::value_type>(view);
}

// The new end; null where the path would be too long.
template <class Outside>
Outside* add_backslash(Outside* path) {
  if (path == nullptr) return nullptr;
  std::size_t length = view_of(path).size();
  if (length == 0 || path[length - 1] == '\\') return path + length;
  if (length + 1 >= kPathRoom) return nullptr;
  path[length++] = '\\';
  path[length] = 0;
  return path + length;
}

// "The address of the NULL that replaced the backslash, or the address of the last character if
// it's not a backslash." A root keeps its own.
template <class Outside>
Outside* remove_backslash(Outside* path) {
  if (path == nullptr) return nullptr;
  const auto text = view_of(path);
  if (text.empty()) return path;
  const std::size_t last = text.size() - 1;
  if (text[last] == '\\' && !is_root(text)) path[last] = 0;
  return path + last;
}

template <class Outside>
bool append(Outside* path, const Outside* more) {
  if (path == nullptr || more == nullptr) return false;
  auto added = view_of(more);
  while (!is_unc(added) && !added.empty() && added.front() == '\\') added.remove_prefix(1);
  const bool fits = put(combined(view_of(path), added), path);
  if (!fits) *path = 0;
  return fits;
}

template <class Outside>
Outside* combine(Outside* to, const Outside* folder, const Outside* file) {
  if (to == nullptr) return nullptr;
  const bool any = folder != nullptr || file != nullptr;
  if (any && put(combined(view_of(folder), view_of(file)), to)) return to;
  *to = 0;
  return nullptr;
}

template <class Outside>
bool canonicalize(Outside* to, const Outside* path) {
  if (to == nullptr || path == nullptr) return base::fail<bool>(ERROR_INVALID_PARAMETER);
  if (put(canonical(view_of(path)), to)) return true;
  *to = 0;
  return base::fail<bool>(ERROR_FILENAME_EXCED_RANGE);
}

template <class Outside>
bool remove_file_spec(Outside* path) {
  if (path == nullptr) return false;
  const auto text = view_of(path);
  const std::size_t length = folder_length(text);
  const bool shorter = length < text.size();
  cut(path, length);
  return shorter;
}

template <class Outside>
bool strip_to_root(Outside* path) {
  if (path == nullptr) return false;
  const std::size_t root = root_length(view_of(path));
  cut(path, root);
  return root > 0;
}

template <class Outside>
void strip_path(Outside* path) {
  if (path == nullptr) return;
  const auto text = text_of(path);
  put(text.substr(file_name_position(view_of(path))), path);
}

template <class Outside>
bool rename_extension(Outside* path, const Outside* extension) {
  if (path == nullptr || extension == nullptr) return false;
  auto text = text_of(path);
  text.resize(extension_position(view_of(path)));
  return put(text.append(view_of(extension)), path);
}

// "If the path already has an extension, it is not changed"; none given: ".exe".
template <class Outside>
bool add_extension(Outside* path, const Outside* extension) {
  if (path == nullptr) return false;
  auto text = text_of(path);
  if (extension_position(view_of(path)) != text.size()) return false;
  if (extension != nullptr) {
    text.append(view_of(extension));
  } else {
    for (const char c : {'.', 'e', 'x', 'e'}) text += c;
  }
  return put(text, path);
}

template <class Outside>
void quote_spaces(Outside* path) {
  if (path == nullptr) return;
  auto text = text_of(path);
  if (text.find(' ') == text.npos) return;
  text.insert(text.begin(), '"');
  put(text += '"', path);
}

template <class Outside>
void unquote_spaces(Outside* path) {
  if (path == nullptr) return;
  const auto text = text_of(path);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
    put(text.substr(1, text.size() - 2), path);
  }
}

template <class Outside>
void remove_blanks(Outside* path) {
  if (path == nullptr) return;
  const auto text = text_of(path);
  const std::size_t first = text.find_first_not_of(' ');
  const std::size_t last = text.find_last_not_of(' ');
  *path = 0;
  if (first != text.npos) put(text.substr(first, last - first + 1), path, text.size() + 1);
}

template <class Outside>
void remove_arguments(Outside* line, const Outside* arguments) {
  if (line == nullptr) return;
  std::size_t end = static_cast<std::size_t>(arguments - line);
  if (end > 0 && line[end - 1] == ' ') --end;
  cut(line, end);
}

template <class Outside>
Outside* build_root(Outside* root, int drive) {
  if (root == nullptr || drive < 0 || drive > 25) return root;
  root[0] = static_cast<Outside>('A' + drive);
  root[1] = ':';
  root[2] = '\\';
  root[3] = 0;
  return root;
}

template <class Outside>
bool compact(Outside* to, const Outside* path, UINT room) {
  if (to == nullptr || path == nullptr || room == 0) return false;
  return put(compacted(view_of(path), room - 1), to, room);
}

}  // namespace
}  // namespace transom::shlwapi

using namespace transom::shlwapi;

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathaddbackslashw
LPWSTR WINAPI PathAddBackslashW(LPWSTR path) {
  return add_backslash(path);
}
LPSTR WINAPI PathAddBackslashA(LPSTR path) {
  return add_backslash(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathremovebackslashw
LPWSTR WINAPI PathRemoveBackslashW(LPWSTR path) {
  return remove_backslash(path);
}
LPSTR WINAPI PathRemoveBackslashA(LPSTR path) {
  return remove_backslash(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathappendw
WINBOOL WINAPI PathAppendW(LPWSTR path, LPCWSTR more) {
  return append(path, more);
}
WINBOOL WINAPI PathAppendA(LPSTR path, LPCSTR more) {
  return append(path, more);
}

// `to`, or null and an empty path where it would be too long.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathcombinew
LPWSTR WINAPI PathCombineW(LPWSTR to, LPCWSTR folder, LPCWSTR file) {
  return combine(to, folder, file);
}
LPSTR WINAPI PathCombineA(LPSTR to, LPCSTR folder, LPCSTR file) {
  return combine(to, folder, file);
}

// Last errors: ERROR_INVALID_PARAMETER, ERROR_FILENAME_EXCED_RANGE.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathcanonicalizew
WINBOOL WINAPI PathCanonicalizeW(LPWSTR to, LPCWSTR path) {
  return canonicalize(to, path);
}
WINBOOL WINAPI PathCanonicalizeA(LPSTR to, LPCSTR path) {
  return canonicalize(to, path);
}

// Whether anything was removed.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathremovefilespecw
WINBOOL WINAPI PathRemoveFileSpecW(LPWSTR path) {
  return remove_file_spec(path);
}
WINBOOL WINAPI PathRemoveFileSpecA(LPSTR path) {
  return remove_file_spec(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathstriptorootw
WINBOOL WINAPI PathStripToRootW(LPWSTR path) {
  return strip_to_root(path);
}
WINBOOL WINAPI PathStripToRootA(LPSTR path) {
  return strip_to_root(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathstrippathw
void WINAPI PathStripPathW(LPWSTR path) {
  strip_path(path);
}
void WINAPI PathStripPathA(LPSTR path) {
  strip_path(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathremoveextensionw
void WINAPI PathRemoveExtensionW(LPWSTR path) {
  cut(path, extension_position(view_of(path)));
}
void WINAPI PathRemoveExtensionA(LPSTR path) {
  cut(path, extension_position(view_of(path)));
}

// FALSE where the path would be too long.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathrenameextensionw
WINBOOL WINAPI PathRenameExtensionW(LPWSTR path, LPCWSTR extension) {
  return rename_extension(path, extension);
}
WINBOOL WINAPI PathRenameExtensionA(LPSTR path, LPCSTR extension) {
  return rename_extension(path, extension);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathaddextensionw
WINBOOL WINAPI PathAddExtensionW(LPWSTR path, LPCWSTR extension) {
  return add_extension(path, extension);
}
WINBOOL WINAPI PathAddExtensionA(LPSTR path, LPCSTR extension) {
  return add_extension(path, extension);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathquotespacesw
void WINAPI PathQuoteSpacesW(LPWSTR path) {
  quote_spaces(path);
}
void WINAPI PathQuoteSpacesA(LPSTR path) {
  quote_spaces(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathunquotespacesw
void WINAPI PathUnquoteSpacesW(LPWSTR path) {
  unquote_spaces(path);
}
void WINAPI PathUnquoteSpacesA(LPSTR path) {
  unquote_spaces(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathremoveblanksw
void WINAPI PathRemoveBlanksW(LPWSTR path) {
  remove_blanks(path);
}
void WINAPI PathRemoveBlanksA(LPSTR path) {
  remove_blanks(path);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathremoveargsw
void WINAPI PathRemoveArgsW(LPWSTR line) {
  remove_arguments<WCHAR>(line, PathGetArgsW(line));
}
void WINAPI PathRemoveArgsA(LPSTR line) {
  remove_arguments<CHAR>(line, PathGetArgsA(line));
}

// "C:\" for 2; four characters.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathbuildrootw
LPWSTR WINAPI PathBuildRootW(LPWSTR root, int drive) {
  return build_root(root, drive);
}
LPSTR WINAPI PathBuildRootA(LPSTR root, int drive) {
  return build_root(root, drive);
}

// At most `room` characters with the end, an ellipsis for what is left out.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathcompactpathexw
WINBOOL WINAPI PathCompactPathExW(LPWSTR to, LPCWSTR path, UINT room, DWORD) {
  return compact(to, path, room);
}
WINBOOL WINAPI PathCompactPathExA(LPSTR to, LPCSTR path, UINT room, DWORD) {
  return compact(to, path, room);
}
