// How menu loops begin, and what becomes of the choice.
#include "user32/default/menu_loops.h"
#include "user32/input/input.h"
#include "user32/lock.h"
#include "user32/menu/menu_draw.h"
#include "user32/menu/menu_layout.h"
#include "user32/menu/menu_loop.h"
#include "user32/menu/popup_window.h"
#include "user32/menu/window_menu.h"
#include "user32/message/send.h"
#include "user32/nonclient/frame.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// The command is posted, as it always was: the owner gets it from its own loop.
void post_choice(HWND owner, const MenuChoice& choice) {
  if (choice.system) {
    const POINT at = cursor_position();
    post_message(owner, WM_SYSCOMMAND, choice.id, MAKELPARAM(at.x, at.y));
  } else if ((choice.root->style & MNS_NOTIFYBYPOS) != 0) {
    post_message(owner, WM_MENUCOMMAND, choice.index,
                 reinterpret_cast<LPARAM>(choice.menu->handle));
  } else {
    post_message(owner, WM_COMMAND, MAKEWPARAM(choice.id, 0), 0);
  }
}

void run_to_the_end(MenuLoop& loop, const WindowRef& window) {
  loop.run();
  loop.finish();
  if (loop.choice() && window.alive()) post_choice(loop.owner(), *loop.choice());
}

// Fills in the seams of the default procedure and of the frame when the library starts.
[[gnu::constructor]] void fill_seams() {
  menu_loops = {menu_loop_by_key, menu_loop_by_mouse, open_window_menu};
  menu_bar = {menu_bar_height, draw_menu_bar};
}

// Whose menus the keyboard works: those of the top-level window; but Alt+- is for the window menu
// of a child, unless that hangs from the bar of an MDI frame.
Window& frame_of(Window& window, char16_t character) {
  UserLock lock;
  constexpr DWORD kOwn = WS_CHILD | WS_SYSMENU;
  const bool own = (window.style & (kOwn | WS_MAXIMIZE)) == kOwn;
  if (character == u'-' && own) return window;
  return window.is_child() ? top_level_of(window) : window;
}

}  // namespace

void menu_loop_by_key(Window& given, char16_t character) {
  Window& window = frame_of(given, character);
  if (MenuLoop::current() != nullptr || find_own_window(window.handle) == nullptr) return;
  const WindowRef keep(&window);
  MenuLoop loop(window, 0, false);
  MenuRef bar =
      (window.style & WS_MINIMIZE) != 0 || character == u' ' ? nullptr : menu_bar_of(window);
  const bool is_bar = bar != nullptr && !bar->items.empty();
  if (!is_bar) bar = loop.window_menu_bar();
  if (!bar || !loop.begin(is_bar ? LevelKind::kBar : LevelKind::kWindowMenuBar, bar)) return;
  const bool window_menu = character == u' ' || (character == u'-' && window.is_child());
  if (character == 0 || window_menu) {
    loop.select_first(SelectedBy::kKey);
    if (window_menu) loop.key(VK_DOWN);
  } else if (!loop.character(character)) {
    loop.end();
  }
  run_to_the_end(loop, keep);
}

void menu_loop_by_mouse(Window& window, int hit_test, POINT screen) {
  if (MenuLoop::current() != nullptr) return;
  const WindowRef keep(&window);
  MenuLoop loop(window, 0, false);
  const bool is_bar = hit_test != HTSYSMENU;
  const MenuRef bar = is_bar ? menu_bar_of(window) : loop.window_menu_bar();
  if (!bar || !loop.begin(is_bar ? LevelKind::kBar : LevelKind::kWindowMenuBar, bar)) return;
  if (is_bar) {
    loop.press(screen);
  } else {
    loop.select(0, 0, SelectedBy::kMouse);
    if (!loop.is_over()) loop.open_submenu(0, FirstItem::kNone);
  }
  run_to_the_end(loop, keep);
}

void open_window_menu(Window& window, POINT screen) {
  const WindowRef keep(&window);
  const MenuRef menu = find_menu(system_menu_of(window));
  if (!menu) return;
  update_system_menu(window);
  const int command =
      track_popup(window, menu, TPM_RETURNCMD | TPM_RIGHTBUTTON | TPM_NONOTIFY, screen, nullptr);
  if (command != 0 && keep.alive()) {
    post_message(window.handle, WM_SYSCOMMAND, static_cast<WPARAM>(command),
                 MAKELPARAM(screen.x, screen.y));
  }
}

int track_popup(Window& owner, const MenuRef& menu, UINT flags, POINT position,
                const RECT* exclude) {
  const WindowRef keep(&owner);
  MenuLoop loop(owner, flags, true);
  if (!loop.begin(LevelKind::kPopup, menu)) return 0;
  if ((flags & TPM_NONOTIFY) == 0) {
    send_message(owner.handle, WM_INITMENUPOPUP, reinterpret_cast<WPARAM>(menu->handle), 0);
  }
  if (!keep.alive() || menu->handle == nullptr) return 0;
  lay_out_popup(menu, owner.handle);
  const POINT at = place_popup(position, menu->size, flags, exclude);
  if (!keep.alive() || menu->handle == nullptr || !loop.open_root(menu, at)) return 0;
  loop.run();
  loop.finish();
  const auto& choice = loop.choice();
  if ((flags & TPM_RETURNCMD) != 0) return choice ? static_cast<int>(choice->id) : 0;
  if (choice && keep.alive() && (flags & TPM_NONOTIFY) == 0) post_choice(owner.handle, *choice);
  return TRUE;
}

void cancel_menu_of(Window& window) {
  MenuLoop* loop = MenuLoop::current();
  if (loop != nullptr && loop->owner() == window.handle) loop->end();
}

}  // namespace transom::user
