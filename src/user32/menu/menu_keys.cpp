// The keyboard in a menu loop.
// https://learn.microsoft.com/windows/win32/menurc/about-menus#menu-keyboard-interface
#include "base/text.h"
#include "user32/lock.h"
#include "user32/menu/menu_loop.h"
#include "user32/menu/menu_text.h"
#include "user32/menu/window_menu.h"

namespace transom::user {
namespace {

int count_of(const Menu& menu) {
  return static_cast<int>(menu.items.size());
}

bool can_be_selected(const Menu& menu, int index) {
  return index >= 0 && index < count_of(menu) &&
         !menu.items[static_cast<std::size_t>(index)].is_separator();
}

// The next item that can be selected from `from` on, without going round; -1: none.
int next_in(const Menu& menu, int from, int step) {
  for (int i = from; i >= 0 && i < count_of(menu); i += step) {
    if (can_be_selected(menu, i)) return i;
  }
  return -1;
}

int next_around(const Menu& menu, int from, int step) {
  const int found = next_in(menu, from + step, step);
  if (found >= 0) return found;
  return next_in(menu, step > 0 ? 0 : count_of(menu) - 1, step);
}

struct MnemonicMatches {
  int next = -1;  // the first behind the selected item, going round
  int count = 0;
};

MnemonicMatches find_mnemonic(const Menu& menu, char16_t character) {
  MnemonicMatches matches;
  const int count = count_of(menu);
  for (int i = 1; i <= count; ++i) {
    const int index = (std::max(menu.selected, -1) + i + count) % count;
    const MenuItem& item = menu.items[static_cast<std::size_t>(index)];
    if (!item.has_text || mnemonic_of(item.text) != character) continue;
    if (matches.count++ == 0) matches.next = index;
  }
  return matches;
}

}  // namespace

void MenuLoop::select_first(SelectedBy by) {
  int first;
  {
    UserLock lock;
    first = next_in(*top().menu, 0, 1);
  }
  if (first >= 0) select(levels_.size() - 1, first, by);
}

void MenuLoop::move_selection(int step) {
  int next;
  {
    UserLock lock;
    const Menu& menu = *top().menu;
    next = next_around(menu, menu.selected < 0 && step < 0 ? count_of(menu) : menu.selected, step);
  }
  if (next >= 0) select(levels_.size() - 1, next, SelectedBy::kKey);
}

// Left and right in a bar; past its ends lies the window menu, or another program's choice
// (WM_NEXTMENU).
void MenuLoop::move_in_bar(int step, WPARAM virtual_key) {
  const bool was_open = levels_.size() > 1;
  close_above(0);
  if (is_over()) return;
  int next;
  {
    UserLock lock;
    const Menu& menu = *levels_.front().menu;
    next = next_in(menu, menu.selected + step, step);
  }
  if (next >= 0) {
    select(0, next, SelectedBy::kKey);
  } else {
    next_menu(virtual_key);
  }
  if (was_open && !is_over()) open_submenu(0, FirstItem::kSelect);
}

void MenuLoop::next_menu(WPARAM virtual_key) {
  const LevelKind kind = levels_.front().kind;
  const HMENU current =
      kind == LevelKind::kBar ? levels_.front().menu->handle : system_menu_of(*owner_);
  MDINEXTMENU next{current, nullptr, nullptr};
  tell(WM_NEXTMENU, virtual_key, reinterpret_cast<LPARAM>(&next));
  if (is_over() || go_to_given_menu(next)) return;
  const bool left = virtual_key == VK_LEFT;
  const MenuRef bar = menu_bar_of(*owner_);
  if (kind == LevelKind::kBar) {
    if (const MenuRef window_menu = window_menu_bar()) {
      set_root(LevelKind::kWindowMenuBar, window_menu, 0);
      return;
    }
  }
  if (!bar) return;
  set_root(LevelKind::kBar, bar, left ? count_of(*bar) - 1 : 0);
}

// The program's answer to WM_NEXTMENU: another window's bar, or a window menu. False: none.
bool MenuLoop::go_to_given_menu(const MDINEXTMENU& next) {
  MenuRef given = find_menu(next.hmenuNext);
  if (!given) return false;
  const bool window_menu = given->system;
  const WindowRef window = find_window(next.hwndNext);
  select(0, -1, SelectedBy::kKey);
  if (is_over()) return true;
  if (window && window->thread == &thread_) owner_ = window;
  if (window_menu) given = window_menu_bar();
  if (given) set_root(window_menu ? LevelKind::kWindowMenuBar : LevelKind::kBar, given, 0);
  return true;
}

void MenuLoop::set_root(LevelKind kind, const MenuRef& root, int selected) {
  select(0, -1, SelectedBy::kKey);
  if (is_over()) return;
  levels_.front() = {kind, root};
  select(0, selected, SelectedBy::kKey);
}

// The window menu hangs from a bar of its own with one item.
MenuRef MenuLoop::window_menu_bar() {
  const HMENU popup = system_menu_of(*owner_);
  if (popup == nullptr) return nullptr;
  if (window_menu_bar_ == nullptr) window_menu_bar_ = create_menu(false);
  MenuRef bar = find_menu(window_menu_bar_);
  if (!bar) return nullptr;
  UserLock lock;
  bar->items.clear();  // it may be another window's by now
  MenuItem item;
  item.submenu = popup;
  insert_item(*bar, 0, std::move(item));
  return bar;
}

bool MenuLoop::key(WPARAM virtual_key) {
  const bool in_bar = top().kind != LevelKind::kPopup;
  const bool has_bar = levels_.front().kind != LevelKind::kPopup;
  const std::size_t nested = has_bar ? 2 : 1;  // more levels than that: a submenu of a popup
  switch (virtual_key) {
    case VK_UP:
    case VK_DOWN:
      if (in_bar) {
        open_submenu(0, FirstItem::kSelect);
      } else {
        move_selection(virtual_key == VK_DOWN ? 1 : -1);
      }
      return true;
    case VK_LEFT:
      if (levels_.size() > nested) {
        close_last();
      } else if (has_bar) {
        move_in_bar(-1, virtual_key);
      }
      return true;
    case VK_RIGHT: {
      const auto selected = item(levels_.size() - 1, top().menu->selected);
      if (!in_bar && selected && selected->submenu != nullptr && !selected->is_disabled()) {
        open_submenu(levels_.size() - 1, FirstItem::kSelect);
      } else if (has_bar) {
        move_in_bar(1, virtual_key);
      }
      return true;
    }
    case VK_HOME:
    case VK_END: {
      int found;
      {
        UserLock lock;
        const Menu& menu = *top().menu;
        found =
            virtual_key == VK_HOME ? next_in(menu, 0, 1) : next_in(menu, count_of(menu) - 1, -1);
      }
      if (found >= 0) select(levels_.size() - 1, found, SelectedBy::kKey);
      return true;
    }
    case VK_ESCAPE:
      if (levels_.size() > 1) {
        close_last();
      } else {
        end();
      }
      return true;
    case VK_RETURN:
      choose(levels_.size() - 1, top().menu->selected);
      return true;
    case VK_MENU:
    case VK_F10:
      end();
      return true;
    default:
      return false;
  }
}

// https://learn.microsoft.com/windows/win32/menurc/wm-menuchar
bool MenuLoop::character(char16_t character) {
  const std::size_t level = levels_.size() - 1;
  const MenuRef menu = top().menu;
  MnemonicMatches matches;
  {
    UserLock lock;
    if (!menu->items.empty()) matches = find_mnemonic(*menu, base::fold_case(character));
  }
  if (matches.count > 0) {
    select(level, matches.next, SelectedBy::kKey);
    if (matches.count == 1 && !is_over()) choose(level, matches.next);
    return true;
  }
  UINT kind = top().kind == LevelKind::kPopup ? MF_POPUP : 0;
  if (menu->system) kind |= MF_SYSMENU;
  const LRESULT answer =
      tell(WM_MENUCHAR, MAKEWPARAM(character, kind), reinterpret_cast<LPARAM>(menu->handle));
  if (is_over() || levels_.size() != level + 1) return true;
  const int index = LOWORD(answer);
  switch (HIWORD(answer)) {
    case MNC_CLOSE:
      end();
      return true;
    case MNC_EXECUTE:
      select(level, index, SelectedBy::kKey);
      if (!is_over()) choose(level, index);
      return true;
    case MNC_SELECT:
      select(level, index, SelectedBy::kKey);
      return true;
    default:
      MessageBeep(0);
      return false;
  }
}

}  // namespace transom::user
