// The mouse in a menu loop.
// https://learn.microsoft.com/windows/win32/menurc/about-menus
#include <utility>

#include "base/shell.h"
#include "user32/lock.h"
#include "user32/menu/menu_layout.h"
#include "user32/menu/menu_loop.h"

namespace transom::user {

MenuHit MenuLoop::hit(POINT screen) {
  for (std::size_t i = levels_.size(); i-- > 0;) {
    const MenuLevel& level = levels_[i];
    if (level.kind == LevelKind::kWindowMenuBar) continue;
    RECT area{};
    if (level.kind == LevelKind::kPopup) {
      GetWindowRect(level.window, &area);
    } else if (owner_.alive()) {
      area = menu_bar_rect(*owner_);
    }
    if (!PtInRect(&area, screen)) continue;
    UserLock lock;
    return {static_cast<int>(i), item_at(*level.menu, {screen.x - area.left, screen.y - area.top})};
  }
  return {};
}

void MenuLoop::press(POINT screen) {
  button_down_ = true;
  drag_asked_ = false;
  last_point_ = screen;
  pressed_ = hit(screen);
  if (pressed_.level < 0) {
    end();
    return;
  }
  if (pressed_.index < 0) return;
  const auto level = static_cast<std::size_t>(pressed_.level);
  const bool is_bar = levels_[level].kind == LevelKind::kBar;
  if (levels_[level].menu->selected == pressed_.index && levels_.size() > level + 1) {
    // The item whose popup is open: a bar's closes the menu again.
    if (is_bar) end();
    return;
  }
  close_above(level);
  if (is_over()) return;
  select(level, pressed_.index, SelectedBy::kMouse);
  if (!is_over()) open_submenu(level, FirstItem::kNone);
}

void MenuLoop::move(POINT screen) {
  if (screen.x == last_point_.x && screen.y == last_point_.y) return;
  last_point_ = screen;
  const MenuHit now = hit(screen);
  if (!ask_object(now, screen) || (button_down_ && !ask_drag(now))) return;
  if (now.level < 0) {
    if (top().kind == LevelKind::kPopup) select(levels_.size() - 1, -1, SelectedBy::kMouse);
    return;
  }
  const auto level = static_cast<std::size_t>(now.level);
  const auto under = item(level, now.index);
  if (!under || levels_[level].menu->selected == now.index) return;
  const bool is_bar = levels_[level].kind == LevelKind::kBar;
  const bool opens = !is_bar || levels_.size() > 1 || button_down_;
  close_above(level);
  if (is_over()) return;
  select(level, under->is_separator() ? -1 : now.index, SelectedBy::kMouse);
  if (opens && !is_over()) open_submenu(level, FirstItem::kNone);
}

// MNS_DRAGDROP: an item is being dragged. False: the loop ends.
// https://learn.microsoft.com/windows/win32/menurc/wm-menudrag
bool MenuLoop::ask_drag(const MenuHit& now) {
  if (drag_asked_ || pressed_.index < 0 || levels_.empty()) return true;
  if ((levels_.front().menu->style & MNS_DRAGDROP) == 0) return true;
  if (now.level == pressed_.level && now.index == pressed_.index) return true;
  if (static_cast<std::size_t>(pressed_.level) >= levels_.size()) return true;
  drag_asked_ = true;
  const MenuRef menu = levels_[static_cast<std::size_t>(pressed_.level)].menu;
  const LRESULT answer = tell(WM_MENUDRAG, static_cast<WPARAM>(pressed_.index),
                              reinterpret_cast<LPARAM>(menu->handle));
  if (answer == MND_ENDMENU) end();
  return !is_over();
}

// Whether the pointer is nearer to the gap above the item or below it than to its middle.
DWORD MenuLoop::gap_at(const MenuHit& now, POINT screen) {
  const auto under = item(static_cast<std::size_t>(now.level), now.index);
  const MenuLevel& level = levels_[static_cast<std::size_t>(now.level)];
  if (!under || level.kind != LevelKind::kPopup) return 0;
  RECT window{};
  GetWindowRect(level.window, &window);
  const RECT shown = shown_rect(*level.menu, *under);
  const LONG quarter = (shown.bottom - shown.top) / 4;
  const LONG y = screen.y - window.top;
  if (y < shown.top + quarter) return MNGOF_TOPGAP;
  return y >= shown.bottom - quarter ? MNGOF_BOTTOMGAP : 0;
}

// MNS_DRAGDROP: the pointer enters an item, or another part of it; the owner may offer a drop
// target. Nothing is dragged by OLE here, so what it offers is let go at once. False: the loop
// ends. https://learn.microsoft.com/windows/win32/menurc/wm-menugetobject
bool MenuLoop::ask_object(const MenuHit& now, POINT screen) {
  if (levels_.empty() || (levels_.front().menu->style & MNS_DRAGDROP) == 0) return true;
  const DWORD gap = now.level >= 0 && now.index >= 0 ? gap_at(now, screen) : 0;
  const MenuSpot spot{now, gap};
  if (std::exchange(asked_spot_, spot) == spot || now.level < 0 || now.index < 0) return true;
  // IID_IDropTarget
  IID wanted{0x00000122, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
  MENUGETOBJECTINFO info{.dwFlags = gap,
                         .uPos = static_cast<UINT>(now.index),
                         .hmenu = levels_[static_cast<std::size_t>(now.level)].menu->handle,
                         .riid = &wanted,
                         .pvObj = nullptr};
  const LRESULT answer = tell(WM_MENUGETOBJECT, 0, reinterpret_cast<LPARAM>(&info));
  if (answer == MNGO_NOERROR && info.pvObj != nullptr) {
    static_cast<IUnknown*>(info.pvObj)->Release();
  }
  return !is_over();
}

void MenuLoop::release(POINT screen, bool right_button) {
  const bool pressed_here = std::exchange(button_down_, false);
  const MenuHit now = hit(screen);
  if (now.level < 0) {
    // What began with a press in the menu ends with a release outside of it.
    if (pressed_here) end();
    return;
  }
  const auto level = static_cast<std::size_t>(now.level);
  const auto under = item(level, now.index);
  if (!under) return;
  if (right_button && (flags_ & TPM_RIGHTBUTTON) == 0) {
    // https://learn.microsoft.com/windows/win32/menurc/wm-menurbuttonup
    tell(WM_MENURBUTTONUP, static_cast<WPARAM>(now.index),
         reinterpret_cast<LPARAM>(levels_[level].menu->handle));
    return;
  }
  if (under->submenu == nullptr) choose(level, now.index);
}

void MenuLoop::mouse_message(const MSG& message) {
  switch (message.message) {
    case WM_LBUTTONDOWN:
    case WM_LBUTTONDBLCLK:
    case WM_NCLBUTTONDOWN:
    case WM_NCLBUTTONDBLCLK:
      press(message.pt);
      break;
    case WM_RBUTTONDOWN:
    case WM_RBUTTONDBLCLK:
    case WM_NCRBUTTONDOWN:
    case WM_NCRBUTTONDBLCLK:
      if ((flags_ & TPM_RIGHTBUTTON) != 0) press(message.pt);
      break;
    case WM_MOUSEMOVE:
    case WM_NCMOUSEMOVE:
      move(message.pt);
      break;
    case WM_LBUTTONUP:
    case WM_NCLBUTTONUP:
      release(message.pt, false);
      break;
    case WM_RBUTTONUP:
    case WM_NCRBUTTONUP:
      release(message.pt, true);
      break;
    default:
      break;
  }
}

}  // namespace transom::user
