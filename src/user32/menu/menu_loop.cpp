#include "user32/menu/menu_loop.h"

#include <algorithm>

#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/menu/menu_draw.h"
#include "user32/menu/menu_layout.h"
#include "user32/menu/popup_window.h"
#include "user32/menu/window_menu.h"
#include "user32/message/retrieve.h"
#include "user32/message/send.h"
#include "user32/window/activation.h"

namespace transom::user {
namespace {

thread_local MenuLoop* innermost = nullptr;

bool is_button_press(UINT message) {
  switch (message) {
    case WM_LBUTTONDOWN:
    case WM_RBUTTONDOWN:
    case WM_MBUTTONDOWN:
    case WM_LBUTTONDBLCLK:
    case WM_RBUTTONDBLCLK:
    case WM_MBUTTONDBLCLK:
    case WM_NCLBUTTONDOWN:
    case WM_NCRBUTTONDOWN:
    case WM_NCMBUTTONDOWN:
    case WM_NCLBUTTONDBLCLK:
    case WM_NCRBUTTONDBLCLK:
    case WM_NCMBUTTONDBLCLK:
      return true;
    default:
      return false;
  }
}

bool is_mouse(UINT message) {
  return (message >= WM_MOUSEFIRST && message <= WM_MOUSELAST) ||
         (message >= WM_NCMOUSEMOVE && message <= WM_NCXBUTTONDBLCLK);
}

// WM_MENUSELECT's flags: those that its page names.
WORD selection_flags(const MenuItem& item, bool system, SelectedBy by) {
  constexpr UINT kDocumented =
      MF_BITMAP | MF_CHECKED | MF_DISABLED | MF_GRAYED | MF_HILITE | MF_OWNERDRAW;
  UINT flags = ((item.type | item.state) & kDocumented) | MF_HILITE;
  if (item.submenu != nullptr) flags |= MF_POPUP;
  if (system) flags |= MF_SYSMENU;
  if (by == SelectedBy::kMouse) flags |= MF_MOUSESELECT;
  return static_cast<WORD>(flags);
}

}  // namespace

MenuLoop* MenuLoop::current() {
  return innermost;
}

MenuLoop::MenuLoop(Window& owner, UINT flags, bool tracks_popup)
    : thread_(current_thread()),
      owner_(&owner),
      flags_(flags),
      tracks_popup_(tracks_popup),
      outer_(innermost) {
  innermost = this;
}

MenuLoop::~MenuLoop() {
  finish();
  if (const MenuRef bar = find_menu(window_menu_bar_)) {
    UserLock lock;
    bar->items.clear();  // the window menu lives on
    destroy_menu(window_menu_bar_);
  }
  innermost = outer_;
}

LRESULT MenuLoop::tell(UINT message, WPARAM wparam, LPARAM lparam) {
  return owner_.alive() ? send_message(owner_->handle, message, wparam, lparam) : 0;
}

// The owner or a menu died, the program ended the loop, or took the mouse away from it.
bool MenuLoop::is_over() {
  if (ended_ || !owner_.alive()) return true;
  for (const MenuLevel& level : levels_) {
    if (level.menu->handle == nullptr) return true;
    if (level.kind == LevelKind::kPopup && !IsWindow(level.window)) return true;
  }
  UserLock lock;
  return capture_taken_ && thread_.input->capture != capture_;
}

bool MenuLoop::begin(LevelKind kind, const MenuRef& root) {
  begun_ = true;
  {
    UserLock lock;
    thread_.input->menu_owner = owner_->handle;
  }
  if (kind != LevelKind::kPopup) {
    levels_.push_back({kind, root});
    take_mouse();
  }
  if (notifies()) {
    tell(WM_ENTERMENULOOP, tracks_popup_ ? TRUE : FALSE, 0);
    if (!is_over()) tell(WM_INITMENU, reinterpret_cast<WPARAM>(root->handle), 0);
  }
  return !is_over() && root->handle != nullptr;
}

// The bar's owner captures the mouse; a popup of TrackPopupMenu does it with its own window.
void MenuLoop::take_mouse() {
  capture_ = levels_.front().kind == LevelKind::kPopup ? levels_.front().window : owner_->handle;
  Window* window = find_own_window(capture_);
  if (window == nullptr) return;
  set_capture(window);
  capture_taken_ = true;
}

void MenuLoop::release_mouse() {
  if (!capture_taken_) return;
  capture_taken_ = false;
  bool still;
  {
    UserLock lock;
    still = thread_.input->capture == capture_;
  }
  if (still) set_capture(nullptr);
}

// TrackPopupMenu's own popup.
bool MenuLoop::open_root(const MenuRef& menu, POINT position) {
  return push_popup(menu, position);
}

void MenuLoop::run() {
  const Retrieval look{.remove = false};
  const Retrieval take{};
  bool told_idle = false;
  while (!is_over()) {
    MSG message{};
    if (!retrieve_message(thread_, look, message)) {
      if (is_over()) return;
      if (!told_idle) {
        told_idle = true;
        const HWND popup = levels_.empty() ? nullptr : top().window;
        tell(WM_ENTERIDLE, MSGF_MENU, reinterpret_cast<LPARAM>(popup));
      } else {
        wait_for_messages(thread_, look);
      }
      continue;
    }
    told_idle = false;
    // A press elsewhere ends the menu and still does there what it does.
    if (is_button_press(message.message) && is_outside(message.pt)) return;
    if (!is_over() && retrieve_message(thread_, take, message)) one_message(message);
  }
}

void MenuLoop::one_message(const MSG& given) {
  MSG message = given;
  if (message.message == WM_QUIT) {
    PostQuitMessage(static_cast<int>(message.wParam));
    end();
    return;
  }
  if (CallMsgFilterW(&message, MSGF_MENU) || is_over()) return;
  if (is_mouse(message.message)) {
    mouse_message(message);
    return;
  }
  switch (message.message) {
    case WM_KEYDOWN:
    case WM_SYSKEYDOWN:
      if (!key(message.wParam)) TranslateMessage(&message);
      return;
    case WM_CHAR:
    case WM_SYSCHAR:
      character(static_cast<char16_t>(message.wParam));
      return;
    case WM_KEYUP:
    case WM_SYSKEYUP:
    case WM_DEADCHAR:
    case WM_SYSDEADCHAR:
      return;
    default:
      DispatchMessageW(&message);
  }
}

void MenuLoop::finish() {
  if (!begun_) return;
  begun_ = false;
  release_mouse();
  while (!levels_.empty()) {
    if (top().kind == LevelKind::kPopup) {
      close_last();
    } else {
      select(0, -1, SelectedBy::kKey);
      levels_.pop_back();
    }
  }
  {
    UserLock lock;
    if (thread_.input->menu_owner == owner_->handle) thread_.input->menu_owner = nullptr;
  }
  tell(WM_MENUSELECT, MAKEWPARAM(0, 0xFFFF), 0);
  tell(WM_EXITMENULOOP, tracks_popup_ ? TRUE : FALSE, 0);
}

std::optional<MenuItem> MenuLoop::item(std::size_t level, int index) {
  UserLock lock;
  if (level >= levels_.size() || index < 0) return std::nullopt;
  const std::vector<MenuItem>& items = levels_[level].menu->items;
  if (static_cast<std::size_t>(index) >= items.size()) return std::nullopt;
  return items[static_cast<std::size_t>(index)];
}

void MenuLoop::redraw(const MenuLevel& level) {
  if (level.kind == LevelKind::kPopup) {
    InvalidateRect(level.window, nullptr, FALSE);
    UpdateWindow(level.window);
  } else if (level.kind == LevelKind::kBar && owner_.alive()) {
    redraw_menu_bar(*owner_);
  }
}

void MenuLoop::select(std::size_t level, int index, SelectedBy by) {
  const MenuLevel here = levels_[level];
  {
    UserLock lock;
    Menu& menu = *here.menu;
    if (menu.selected == index) return;
    for (std::size_t i = 0; i < menu.items.size(); ++i) {
      UINT& state = menu.items[i].state;
      state &= ~static_cast<UINT>(MFS_HILITE);
      if (static_cast<int>(i) == index) state |= MFS_HILITE;
    }
    menu.selected = index;
    // What does not fit on the screen scrolls.
    if (here.kind == LevelKind::kPopup && index >= 0 &&
        static_cast<std::size_t>(index) < menu.items.size()) {
      const RECT& rect = menu.items[static_cast<std::size_t>(index)].rect;
      const LONG height = menu.size.cy - 2 * kPopupBorder;
      const LONG lowest = rect.bottom - kPopupBorder - height;
      menu.scroll = static_cast<int>(
          std::clamp<LONG>(menu.scroll, std::max<LONG>(lowest, 0), rect.top - kPopupBorder));
    }
  }
  redraw(here);
  if (index >= 0 && !is_over()) tell_selection(level, by);
}

// https://learn.microsoft.com/windows/win32/menurc/wm-menuselect
void MenuLoop::tell_selection(std::size_t level, SelectedBy by) {
  const MenuRef menu = levels_[level].menu;
  const int index = menu->selected;
  const auto chosen = item(level, index);
  if (!chosen) return;
  const bool system = levels_.front().kind == LevelKind::kWindowMenuBar || menu->system;
  const auto low =
      static_cast<WORD>(chosen->submenu != nullptr ? static_cast<UINT>(index) : chosen->id);
  tell(WM_MENUSELECT, MAKEWPARAM(low, selection_flags(*chosen, system, by)),
       reinterpret_cast<LPARAM>(menu->handle));
}

// The popup of the selected item. The owner may fill it in WM_INITMENUPOPUP.
void MenuLoop::open_submenu(std::size_t level, FirstItem first) {
  close_above(level);
  const int index = level < levels_.size() ? levels_[level].menu->selected : -1;
  const auto opener = item(level, index);
  if (is_over() || !opener || opener->submenu == nullptr || opener->is_disabled()) return;
  const MenuRef submenu = find_menu(opener->submenu);
  if (!submenu || submenu->window != nullptr) return;
  if (submenu->system) {
    // A maximized MDI child's window menu hangs from the frame's bar.
    if (const Window* whose = find_own_window(submenu->owner)) update_system_menu(*whose);
  }
  if (notifies()) {
    tell(WM_INITMENUPOPUP, reinterpret_cast<WPARAM>(submenu->handle),
         MAKELPARAM(index, submenu->system ? TRUE : FALSE));
  }
  if (is_over() || submenu->handle == nullptr || level >= levels_.size()) return;
  lay_out_popup(submenu, owner_->handle);
  const auto placed = item(level, index);
  if (is_over() || !placed) return;
  if (push_popup(submenu, submenu_position(level, placed->rect, submenu->size)) &&
      first == FirstItem::kSelect) {
    select_first(SelectedBy::kKey);
  }
}

bool MenuLoop::push_popup(const MenuRef& menu, POINT position) {
  {
    UserLock lock;
    menu->selected = -1;
    for (MenuItem& each : menu->items) each.state &= ~static_cast<UINT>(MFS_HILITE);
  }
  const HWND window = open_popup_window(menu, owner_->handle, position);
  if (window == nullptr) {
    end();
    return false;
  }
  levels_.push_back({LevelKind::kPopup, menu, window});
  if (levels_.size() == 1) take_mouse();
  return !is_over();
}

// Below a bar's item, beside a popup's, turned round where the screen ends.
POINT MenuLoop::submenu_position(std::size_t level, const RECT& rect, SIZE size) {
  const MenuLevel& from = levels_[level];
  if (from.kind != LevelKind::kPopup) {
    RECT bar = menu_bar_rect(*owner_);
    POINT below{bar.left, bar.top};
    if (from.kind == LevelKind::kBar) below = {bar.left + rect.left, bar.top + rect.bottom};
    const POINT kept = keep_on_monitor(below, size);
    if (kept.y >= below.y) return kept;
    return keep_on_monitor({below.x, bar.top + rect.top - size.cy}, size);
  }
  RECT window{};
  GetWindowRect(from.window, &window);
  const LONG top = window.top + rect.top - from.menu->scroll - kPopupBorder;
  const POINT right{window.left + rect.right - kPopupBorder, top};
  const POINT kept = keep_on_monitor(right, size);
  if (kept.x >= right.x) return kept;
  return keep_on_monitor({window.left + rect.left + kPopupBorder - size.cx, top}, size);
}

void MenuLoop::close_above(std::size_t level) {
  while (levels_.size() > level + 1) close_last();
}

void MenuLoop::close_last() {
  const MenuLevel last = top();
  levels_.pop_back();
  {
    UserLock lock;
    last.menu->window = nullptr;
    last.menu->selected = -1;
    for (MenuItem& each : last.menu->items) each.state &= ~static_cast<UINT>(MFS_HILITE);
  }
  // The root's window has had the capture, and takes it along.
  if (levels_.empty()) capture_taken_ = false;
  DestroyWindow(last.window);
  if (notifies() && last.menu->handle != nullptr) {
    tell(WM_UNINITMENUPOPUP, reinterpret_cast<WPARAM>(last.menu->handle),
         MAKELPARAM(0, last.menu->system ? MF_SYSMENU : 0));
  }
}

// Enter, a mnemonic or the button's release on an item.
void MenuLoop::choose(std::size_t level, int index, FirstItem first) {
  const auto chosen = item(level, index);
  if (!chosen || chosen->is_separator() || chosen->is_disabled()) return;
  if (chosen->submenu != nullptr) {
    open_submenu(level, first);
    return;
  }
  const MenuRef menu = levels_[level].menu;
  const bool system = menu->system && levels_.front().kind != LevelKind::kBar;
  choice_ = MenuChoice{levels_.front().menu, menu, static_cast<UINT>(index), chosen->id, system};
  end();
}

}  // namespace transom::user
