// LoadCursor: the system's cursors, and those in a program's resources.
// https://learn.microsoft.com/windows/win32/menurc/about-cursors
#include "base/last_error.h"
#include "base/text.h"
#include "user32/icon/icon.h"
#include "user32/input/cursor.h"

namespace transom::user {
namespace {

HCURSOR load(HINSTANCE module, LPCWSTR name) {
  if (module != nullptr) return load_icon_resource(module, name, true, 0, 0, true);
  const HCURSOR cursor = IS_INTRESOURCE(name) ? system_cursor(LOWORD(name)) : nullptr;
  return cursor != nullptr ? cursor : base::fail<HCURSOR>(ERROR_RESOURCE_NAME_NOT_FOUND);
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// A cursor of the system's (null instance, IDC_ name) or of the module's resources. Shared: it need
// not be destroyed.
// Last errors: ERROR_RESOURCE_NAME_NOT_FOUND and others of FindResource.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadcursorw
HCURSOR WINAPI LoadCursorW(HINSTANCE module, LPCWSTR name) {
  return load(module, name);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadcursora
HCURSOR WINAPI LoadCursorA(HINSTANCE module, LPCSTR name) {
  if (IS_INTRESOURCE(name)) return load(module, reinterpret_cast<LPCWSTR>(name));
  return load(module, base::as_wchar(base::to_utf16(name)));
}
