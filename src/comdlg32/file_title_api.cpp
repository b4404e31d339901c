// GetFileTitle: how a file's name is shown to the user, which is with its extension.
// https://learn.microsoft.com/windows/win32/api/commdlg/nf-commdlg-getfiletitlew
#include "comdlg32/client_text.h"
#include "comdlg32/file_name.h"

namespace transom::comdlg {
namespace {

// Negative for what names no file.
short copy_title(const ClientText& text, const void* path, void* title, WORD size) {
  if (path == nullptr) return -1;
  const std::u16string name = name_of(text.read(path));
  if (name.empty() || has_wildcards(name) || !is_valid_path(name)) return -1;
  if (text.write(name, title, size)) return 0;
  return static_cast<short>(text.length(name) + 1);
}

}  // namespace
}  // namespace transom::comdlg

using namespace transom::comdlg;

// 0 where the title was copied, the size needed (with the end) where it does not fit, negative for
// a name that is none.
// https://learn.microsoft.com/windows/win32/api/commdlg/nf-commdlg-getfiletitlew
short WINAPI GetFileTitleW(LPCWSTR path, LPWSTR title, WORD size) {
  return copy_title(ClientText(Encoding::kUnicode), path, title, size);
}
short WINAPI GetFileTitleA(LPCSTR path, LPSTR title, WORD size) {
  return copy_title(ClientText(Encoding::kAnsi), path, title, size);
}
