// The Path functions that ask the file system, and those that show a path.
// https://learn.microsoft.com/windows/win32/shell/shlwapi-path
#include "base/last_error.h"
#include "shlwapi/path_buffer.h"

#include <shlwapi.h>

namespace transom::shlwapi {
namespace {

DWORD attributes_of(LPCWSTR path) {
  return path != nullptr ? GetFileAttributesW(path) : INVALID_FILE_ATTRIBUTES;
}
DWORD attributes_of(LPCSTR path) {
  return path != nullptr ? GetFileAttributesA(path) : INVALID_FILE_ATTRIBUTES;
}

BOOL directory_bit(DWORD attributes) {
  const bool is_folder =
      attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
  return is_folder ? FILE_ATTRIBUTE_DIRECTORY : FALSE;
}

bool is_dots(std::u16string_view name) {
  return name == u"." || name == u"..";
}

bool is_empty_folder(const std::u16string& folder) {
  const std::u16string all = combined<char16_t>(folder, u"*");
  WIN32_FIND_DATAW found;
  const HANDLE search = FindFirstFileW(base::as_wchar(all), &found);
  if (search == INVALID_HANDLE_VALUE) return false;
  bool empty = true;
  do {
    empty = is_dots(base::as_char16(found.cFileName));
  } while (empty && FindNextFileW(search, &found));
  FindClose(search);
  return empty;
}

LONG width_of(HDC dc, const std::u16string& text) {
  SIZE size{};
  GetTextExtentPoint32W(dc, base::as_wchar(text), static_cast<int>(text.size()), &size);
  return size.cx;
}

// As many characters as fit in that many pixels.
std::u16string compacted_to_width(HDC dc, const std::u16string& path, UINT width) {
  const auto limit = static_cast<LONG>(width);
  std::size_t room = path.size();
  std::u16string shown = path;
  while (room > 0 && width_of(dc, shown) > limit) shown = compacted<char16_t>(path, --room);
  return shown;
}

std::u16string compact_for(HDC given, const std::u16string& path, UINT width) {
  const HDC dc = given != nullptr ? given : GetDC(nullptr);
  std::u16string shown = compacted_to_width(dc, path, width);
  if (given == nullptr) ReleaseDC(nullptr, dc);
  return shown;
}

void show_in_item(HWND dialog, int id, const std::u16string& path) {
  const HWND item = GetDlgItem(dialog, id);
  if (item == nullptr) return;
  RECT client;
  GetClientRect(item, &client);
  const HDC dc = GetDC(item);
  const auto font = reinterpret_cast<HFONT>(SendMessageW(item, WM_GETFONT, 0, 0));
  const HGDIOBJ before = font != nullptr ? SelectObject(dc, font) : nullptr;
  const std::u16string shown = compacted_to_width(dc, path, static_cast<UINT>(client.right));
  if (before != nullptr) SelectObject(dc, before);
  ReleaseDC(item, dc);
  SetWindowTextW(item, base::as_wchar(shown));
}

}  // namespace
}  // namespace transom::shlwapi

using namespace transom;
using namespace transom::shlwapi;

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathfileexistsw
WINBOOL WINAPI PathFileExistsW(LPCWSTR path) {
  return attributes_of(path) != INVALID_FILE_ATTRIBUTES;
}
WINBOOL WINAPI PathFileExistsA(LPCSTR path) {
  return attributes_of(path) != INVALID_FILE_ATTRIBUTES;
}

// "Returns FILE_ATTRIBUTE_DIRECTORY if the path is a valid directory."
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathisdirectoryw
WINBOOL WINAPI PathIsDirectoryW(LPCWSTR path) {
  return directory_bit(attributes_of(path));
}
WINBOOL WINAPI PathIsDirectoryA(LPCSTR path) {
  return directory_bit(attributes_of(path));
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathisdirectoryemptyw
WINBOOL WINAPI PathIsDirectoryEmptyW(LPCWSTR path) {
  return PathIsDirectoryW(path) && is_empty_folder(base::as_char16(path));
}
WINBOOL WINAPI PathIsDirectoryEmptyA(LPCSTR path) {
  return PathIsDirectoryA(path) && is_empty_folder(base::to_utf16(path));
}

// The path in its buffer, shortened to that many pixels in the context's font (null: the screen's).
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathcompactpathw
WINBOOL WINAPI PathCompactPathW(HDC dc, LPWSTR path, UINT width) {
  if (path == nullptr) return FALSE;
  return put(compact_for(dc, base::as_char16(path), width), path);
}
WINBOOL WINAPI PathCompactPathA(HDC dc, LPSTR path, UINT width) {
  if (path == nullptr) return FALSE;
  return put(base::to_ansi(compact_for(dc, base::to_utf16(path), width)), path);
}

// The text of a dialog's item becomes the path, shortened to the item's width.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-pathsetdlgitempathw
void WINAPI PathSetDlgItemPathW(HWND dialog, int id, LPCWSTR path) {
  show_in_item(dialog, id, path != nullptr ? base::as_char16(path) : u"");
}
void WINAPI PathSetDlgItemPathA(HWND dialog, int id, LPCSTR path) {
  show_in_item(dialog, id, path != nullptr ? base::to_utf16(path) : u"");
}
