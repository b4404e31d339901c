// Icons and cursors out of a resource's bytes that the program found itself.
// https://learn.microsoft.com/windows/win32/menurc/using-icons
#include "base/last_error.h"
#include "user32/icon/icon.h"
#include "user32/icon/icon_group.h"

namespace transom::user {
namespace {

SIZE system_size(bool is_cursor) {
  return {GetSystemMetrics(is_cursor ? SM_CXCURSOR : SM_CXICON),
          GetSystemMetrics(is_cursor ? SM_CYCURSOR : SM_CYICON)};
}

// The caller vouches for as many entries as the directory says it has: no size comes with it.
std::span<const std::uint8_t> directory_bytes(const BYTE* directory) {
  constexpr std::size_t kHeader = 6, kEntry = 14;
  const auto count = read_at<WORD>({directory, kHeader}, 4);
  return {directory, kHeader + count * kEntry};
}

bool is_version(DWORD version) {
  return version >= 0x00020000 && version <= 0x00030000;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// The identifier of the RT_ICON or RT_CURSOR whose size is nearest, from an RT_GROUP_ICON's or
// RT_GROUP_CURSOR's bytes. A size of 0: with LR_DEFAULTSIZE the system's, else the first image.
// 0: there is none.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-lookupiconidfromdirectoryex
int WINAPI LookupIconIdFromDirectoryEx(PBYTE directory, WINBOOL is_icon, int width, int height,
                                       UINT flags) {
  if (directory == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const bool is_cursor = !is_icon;
  if (read_at<WORD>({directory, 6}, 2) != (is_cursor ? 2 : 1)) {
    return base::fail<int>(ERROR_INVALID_PARAMETER);
  }
  const auto entries = read_group(directory_bytes(directory), is_cursor, false);
  if (entries.empty()) return 0;
  const bool first = (flags & LR_DEFAULTSIZE) == 0 && width == 0 && height == 0;
  if (first) return static_cast<int>(entries.front().position);
  const SIZE usual = system_size(is_cursor);
  const GroupEntry* best = best_entry(entries, width != 0 ? width : static_cast<int>(usual.cx),
                                      height != 0 ? height : static_cast<int>(usual.cy));
  return static_cast<int>(best->position);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-lookupiconidfromdirectory
int WINAPI LookupIconIdFromDirectory(PBYTE directory, WINBOOL is_icon) {
  return LookupIconIdFromDirectoryEx(directory, is_icon, 0, 0, LR_DEFAULTSIZE);
}

// An icon or cursor from the bytes of an RT_ICON or RT_CURSOR, in a size or (0) its own, with
// LR_DEFAULTSIZE the system's. The caller's to destroy. Last errors: ERROR_INVALID_PARAMETER,
// ERROR_INVALID_DATA where the bytes are no image.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createiconfromresourceex
HICON WINAPI CreateIconFromResourceEx(PBYTE bytes, DWORD size, WINBOOL is_icon, DWORD version,
                                      int width, int height, UINT flags) {
  if (bytes == nullptr || !is_version(version) || !is_icon_size(width, height)) {
    return base::fail<HICON>(ERROR_INVALID_PARAMETER);
  }
  auto icon = decode_icon({bytes, size}, !is_icon);
  if (!icon) return base::fail<HICON>(ERROR_INVALID_DATA);
  const bool usual = (flags & LR_DEFAULTSIZE) != 0;
  const SIZE otherwise = usual ? system_size(!is_icon) : SIZE{icon->width, icon->height};
  icon->shared = (flags & LR_SHARED) != 0;
  return insert_icon(resized(std::move(*icon), width != 0 ? width : static_cast<int>(otherwise.cx),
                             height != 0 ? height : static_cast<int>(otherwise.cy)));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createiconfromresource
HICON WINAPI CreateIconFromResource(PBYTE bytes, DWORD size, WINBOOL is_icon, DWORD version) {
  return CreateIconFromResourceEx(bytes, size, is_icon, version, 0, 0, LR_DEFAULTSIZE);
}
