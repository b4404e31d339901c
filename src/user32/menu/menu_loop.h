// The loop in which a menu bar, the window menu or a popup is worked, until a choice or a refusal.
//
// Order of what the owner hears: WM_ENTERMENULOOP, WM_INITMENU, for each popup WM_INITMENUPOPUP,
// for each item reached WM_MENUSELECT, WM_ENTERIDLE before each wait; at the end WM_CAPTURECHANGED,
// WM_UNINITMENUPOPUP, WM_MENUSELECT with 0xFFFF, WM_EXITMENULOOP; the command is posted.
// Any of these may destroy the window or the menus, or end the loop.
// https://learn.microsoft.com/windows/win32/menurc/about-menus
#pragma once

#include <optional>
#include <vector>

#include "base/win32.h"
#include "user32/menu/menu.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {

enum class LevelKind { kBar, kWindowMenuBar, kPopup };

// One of the menus that are open, the bar or the first popup being the lowest.
struct MenuLevel {
  LevelKind kind;
  MenuRef menu;
  HWND window = nullptr;  // of a popup
};

enum class SelectedBy { kKey, kMouse };
enum class FirstItem { kNone, kSelect };

struct MenuChoice {
  MenuRef root;
  MenuRef menu;
  UINT index = 0;
  UINT id = 0;
  bool system = false;
};

// What the mouse points at: level -1: none of the menus; index -1: no item.
struct MenuHit {
  int level = -1;
  int index = -1;
  bool operator==(const MenuHit&) const = default;
};

// A part of an item: its middle, or near the gap above or below (MNGOF_).
struct MenuSpot {
  MenuHit at;
  DWORD gap = 0;
  bool operator==(const MenuSpot&) const = default;
};

class MenuLoop {
 public:
  // `flags`: TPM_; `tracks_popup`: TrackPopupMenu started it.
  MenuLoop(Window& owner, UINT flags, bool tracks_popup);
  ~MenuLoop();
  MenuLoop(const MenuLoop&) = delete;
  MenuLoop& operator=(const MenuLoop&) = delete;

  // The innermost loop of the calling thread; null: none.
  static MenuLoop* current();

  // Tells the owner and takes the mouse. False where the loop is over before it began.
  bool begin(LevelKind kind, const MenuRef& root);
  // Opens the popup that TrackPopupMenu shows.
  bool open_root(const MenuRef& menu, POINT position);
  void run();
  void finish();
  // Leaves the loop at its next look.
  void end() { ended_ = true; }
  const std::optional<MenuChoice>& choice() const { return choice_; }
  HWND owner() const { return owner_->handle; }

  // menu_keys.cpp
  bool key(WPARAM virtual_key);
  // Whether the character meant something (WM_MENUCHAR's answer included).
  bool character(char16_t character);
  void select_first(SelectedBy by);
  // menu_mouse.cpp
  void press(POINT screen);
  void mouse_message(const MSG& message);
  bool is_outside(POINT screen) { return hit(screen).level < 0; }

 private:
  MenuLevel& top() { return levels_.back(); }
  bool is_over();
  bool notifies() const { return (flags_ & TPM_NONOTIFY) == 0; }
  LRESULT tell(UINT message, WPARAM wparam, LPARAM lparam);
  void one_message(const MSG& message);
  void take_mouse();
  void release_mouse();

  void select(std::size_t level, int index, SelectedBy by);
  void tell_selection(std::size_t level, SelectedBy by);
  void redraw(const MenuLevel& level);
  void open_submenu(std::size_t level, FirstItem first);
  POINT submenu_position(std::size_t level, const RECT& item, SIZE size);
  bool push_popup(const MenuRef& menu, POINT position);
  void close_above(std::size_t level);
  void close_last();
  void choose(std::size_t level, int index, FirstItem first = FirstItem::kSelect);
  std::optional<MenuItem> item(std::size_t level, int index);

  void move_selection(int step);
  void move_in_bar(int step, WPARAM virtual_key);
  void next_menu(WPARAM virtual_key);
  bool go_to_given_menu(const MDINEXTMENU& next);
  void set_root(LevelKind kind, const MenuRef& root, int selected);
  MenuRef window_menu_bar();

  MenuHit hit(POINT screen);
  void move(POINT screen);
  void release(POINT screen, bool right_button);
  bool ask_drag(const MenuHit& now);
  bool ask_object(const MenuHit& now, POINT screen);
  DWORD gap_at(const MenuHit& now, POINT screen);
  // by_key and by_mouse need the pseudo bar of the window menu.
  friend void menu_loop_by_key(Window& window, char16_t character);
  friend void menu_loop_by_mouse(Window& window, int hit_test, POINT screen);

  ThreadState& thread_;
  WindowRef owner_;
  UINT flags_;
  bool tracks_popup_;
  bool begun_ = false;
  bool ended_ = false;
  bool button_down_ = false;
  bool capture_taken_ = false;
  HWND capture_ = nullptr;
  POINT last_point_{-1, -1};  // where the mouse was last seen
  MenuHit pressed_;
  bool drag_asked_ = false;
  MenuSpot asked_spot_;              // what WM_MENUGETOBJECT last asked about
  HMENU window_menu_bar_ = nullptr;  // a bar of one item, the window menu
  std::vector<MenuLevel> levels_;
  std::optional<MenuChoice> choice_;
  MenuLoop* outer_;
};

// WM_SYSCOMMAND's SC_KEYMENU and SC_MOUSEMENU; the window menu at a right click.
void menu_loop_by_key(Window& window, char16_t character);
void menu_loop_by_mouse(Window& window, int hit_test, POINT screen);
void open_window_menu(Window& window, POINT screen);
// TrackPopupMenuEx: the result for TPM_RETURNCMD, else whether it was shown.
int track_popup(Window& owner, const MenuRef& menu, UINT flags, POINT position,
                const RECT* exclude);
// WM_CANCELMODE: a loop of this window's ends.
void cancel_menu_of(Window& window);

}  // namespace transom::user
