// Menu templates, and the menus made from them.
#include "tests/fuzz/fuzz_target.h"
#include "user32/menu/menu_template.h"

TRANSOM_FUZZ(menus) {
  const auto layout = transom::user::parse_menu_template(std::as_bytes(bytes));
  if (!layout) return;
  if (const HMENU menu = transom::user::build_menu(*layout)) DestroyMenu(menu);
}
