// Clipboard formats that programs register by name.
#include "base/atom.h"
#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/text_result.h"

using namespace transom;

namespace {

std::optional<std::u16string> registered_name(UINT format) {
  if (format < base::AtomTable::kFirst || format > 0xFFFF) return std::nullopt;
  return base::window_atoms().name(static_cast<ATOM>(format));
}

}  // namespace

// The same number, 0xC000 to 0xFFFF, for the same name whatever its case. Last errors:
// ERROR_INVALID_PARAMETER; ERROR_NOT_ENOUGH_MEMORY.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerclipboardformatw
UINT WINAPI RegisterClipboardFormatW(LPCWSTR name) {
  return RegisterWindowMessageW(name);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerclipboardformata
UINT WINAPI RegisterClipboardFormatA(LPCSTR name) {
  return RegisterWindowMessageA(name);
}

// The name of a registered format, cut where it is too long; the predefined ones have none. The
// number of characters. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclipboardformatnamew
int WINAPI GetClipboardFormatNameW(UINT format, LPWSTR buffer, int size) {
  const auto name = registered_name(format);
  if (!name) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return kernel::copy_name(*name, base::as_char16(buffer), size);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclipboardformatnamea
int WINAPI GetClipboardFormatNameA(UINT format, LPSTR buffer, int size) {
  const auto name = registered_name(format);
  if (!name) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return kernel::copy_name(base::to_ansi(*name), buffer, size);
}
