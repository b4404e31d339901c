// Menus from resources and templates.
#include "base/last_error.h"
#include "user32/menu/menu_template.h"

namespace transom::user {
namespace {

HMENU load(HINSTANCE instance, HRSRC resource) {
  if (resource == nullptr) return nullptr;  // the last error says why
  const void* bytes = LockResource(LoadResource(instance, resource));
  const DWORD size = SizeofResource(instance, resource);
  if (bytes == nullptr) return nullptr;
  const auto layout = parse_menu_template({static_cast<const std::byte*>(bytes), size});
  return layout ? build_menu(*layout) : base::fail<HMENU>(ERROR_RESOURCE_DATA_NOT_FOUND);
}

// The program's memory: how long it is only reading it tells.
HMENU load_from_memory(const void* memory) {
  constexpr std::size_t kLongestTemplate = 0x10000;
  if (memory == nullptr) return base::fail<HMENU>(ERROR_INVALID_PARAMETER);
  const auto layout =
      parse_menu_template({static_cast<const std::byte*>(memory), kLongestTemplate});
  return layout ? build_menu(*layout) : base::fail<HMENU>(ERROR_INVALID_PARAMETER);
}

}  // namespace
}  // namespace transom::user

using namespace transom;

// A menu resource made into a menu. Last errors: those of FindResource,
// ERROR_RESOURCE_DATA_NOT_FOUND for one that is damaged.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadmenuw
HMENU WINAPI LoadMenuW(HINSTANCE instance, LPCWSTR name) {
  return user::load(instance, FindResourceW(instance, name, MAKEINTRESOURCEW(4)));
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadmenua
HMENU WINAPI LoadMenuA(HINSTANCE instance, LPCSTR name) {
  return user::load(instance, FindResourceA(instance, name, MAKEINTRESOURCEA(4)));
}

// Templates hold UTF-16 for either. Last error: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadmenuindirectw
HMENU WINAPI LoadMenuIndirectW(const MENUTEMPLATEW* memory) {
  return user::load_from_memory(memory);
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadmenuindirecta
HMENU WINAPI LoadMenuIndirectA(const MENUTEMPLATEA* memory) {
  return user::load_from_memory(memory);
}
