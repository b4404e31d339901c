// Icons out of files, as the shell hands them out.
// https://learn.microsoft.com/windows/win32/menurc/using-icons
#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"
#include "user32/icon/icon_extraction.h"

#include <shellapi.h>

namespace transom::shell {
namespace {

constexpr UINT kFailed = ~0u;

std::u16string text_of(LPCWSTR text) {
  return base::as_char16(text);
}
std::u16string text_of(LPCSTR text) {
  return base::to_utf16(text);
}

SIZE size_of(bool small) {
  return {GetSystemMetrics(small ? SM_CXSMICON : SM_CXICON),
          GetSystemMetrics(small ? SM_CYSMICON : SM_CYICON)};
}

HICON extract(const user::IconFile& file, int index, bool small) {
  const SIZE size = size_of(small);
  return file.extract(index, static_cast<int>(size.cx), static_cast<int>(size.cy));
}

// "If this value is -1, the function returns the total number of icons." A file that has none and
// is no program answers 1.
template <class Character>
HICON extract_one(const Character* path, UINT index) {
  if (path == nullptr) return base::fail<HICON>(ERROR_INVALID_PARAMETER);
  const auto file = user::IconFile::open(text_of(path));
  if (!file) return base::fail<HICON>(ERROR_FILE_NOT_FOUND, reinterpret_cast<HICON>(1));
  if (index == kFailed) {
    return reinterpret_cast<HICON>(static_cast<std::uintptr_t>(file->count()));
  }
  return extract(*file, static_cast<int>(index), false);
}

template <class Character>
UINT extract_many(const Character* path, int index, HICON* large, HICON* small, UINT count) {
  if (path == nullptr) return base::fail(ERROR_INVALID_PARAMETER, kFailed);
  const auto file = user::IconFile::open(text_of(path));
  const bool asks_for_count = index == -1 && large == nullptr && small == nullptr;
  if (!file) return asks_for_count ? 0 : base::fail(ERROR_FILE_NOT_FOUND, kFailed);
  if (asks_for_count) return static_cast<UINT>(file->count());
  UINT made = 0;
  for (; made < count && (index >= 0 || made == 0); ++made) {
    const int at = index < 0 ? index : index + static_cast<int>(made);
    const HICON of_large = large != nullptr ? extract(*file, at, false) : nullptr;
    const HICON of_small = small != nullptr ? extract(*file, at, true) : nullptr;
    if (of_large == nullptr && of_small == nullptr) break;
    if (large != nullptr) large[made] = of_large;
    if (small != nullptr) small[made] = of_small;
  }
  return made;
}

// The file's own icon, else that of any document.
template <class Character>
HICON associated(const Character* path, WORD* index) {
  if (path == nullptr) return base::fail<HICON>(ERROR_INVALID_PARAMETER);
  const auto file = user::IconFile::open(text_of(path));
  if (!file) return base::fail<HICON>(ERROR_FILE_NOT_FOUND);
  const int at = index != nullptr ? *index : 0;
  if (const HICON icon = extract(*file, at, false)) return icon;
  return CopyIcon(LoadIconW(nullptr, MAKEINTRESOURCEW(32512)));
}

}  // namespace
}  // namespace transom::shell

using namespace transom;
using namespace transom::shell;

// An icon of a program, library or .ico file; ~0 as index asks how many there are. 1: there is no
// such file. Null: it has no such icon. The caller's to destroy.
// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-extracticonw
HICON WINAPI ExtractIconW(HINSTANCE, LPCWSTR path, UINT index) {
  return extract_one(path, index);
}

// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-extracticona
HICON WINAPI ExtractIconA(HINSTANCE, LPCSTR path, UINT index) {
  return extract_one(path, index);
}

// Large and small icons from a place on (negative: the one of that identifier). How many; UINT_MAX:
// ERROR_FILE_NOT_FOUND. The caller's to destroy.
// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-extracticonexw
UINT WINAPI ExtractIconExW(LPCWSTR path, int index, HICON* large, HICON* small, UINT count) {
  return extract_many(path, index, large, small, count);
}

// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-extracticonexa
UINT WINAPI ExtractIconExA(LPCSTR path, int index, HICON* large, HICON* small, UINT count) {
  return extract_many(path, index, large, small, count);
}

// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-extractassociatediconw
HICON WINAPI ExtractAssociatedIconW(HINSTANCE, LPWSTR path, WORD* index) {
  return associated(path, index);
}

// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-extractassociatedicona
HICON WINAPI ExtractAssociatedIconA(HINSTANCE, LPSTR path, WORD* index) {
  return associated(path, index);
}

// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-duplicateicon
HICON WINAPI DuplicateIcon(HINSTANCE, HICON icon) {
  return CopyIcon(icon);
}
