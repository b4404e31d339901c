// What the client does in the frame's menus: the list of children in the window menu, the buttons
// and the window menu of a maximized child in the bar, and its title behind the frame's.
#include <algorithm>

#include "base/text.h"
#include "user32/default/default_procedure.h"
#include "user32/lock.h"
#include "user32/mdi/mdi_client.h"
#include "user32/menu/window_menu.h"

namespace transom::user {
namespace {

constexpr std::size_t kListed = 9;

std::u16string text_of(HWND handle) {
  UserLock lock;
  const Window* window = find_window_locked(handle);
  return window != nullptr ? window->text : std::u16string();
}

MenuItem separator() {
  return {.type = MFT_SEPARATOR, .state = MFS_DISABLED};
}

MenuItem text_item(UINT id, std::u16string text) {
  MenuItem item{.id = id};
  item.has_text = true;
  item.text = std::move(text);
  return item;
}

MenuItem button(UINT command, HBITMAP bitmap, bool enabled) {
  return {.type = MFT_RIGHTJUSTIFY,
          .state = enabled ? UINT{MFS_ENABLED} : UINT{MFS_DISABLED},
          .id = command,
          .bitmap = bitmap};
}

bool is_lent(const MenuItem& item) {
  return item.bitmap == HBMMENU_SYSTEM || item.bitmap == HBMMENU_MBAR_MINIMIZE ||
         item.bitmap == HBMMENU_MBAR_RESTORE || item.bitmap == HBMMENU_MBAR_CLOSE;
}

}  // namespace

// Takes out what add_list put in: from the separator on. The lock is held.
void MdiClient::remove_list(Menu& menu) {
  const auto listed = [&](const MenuItem& item) {
    return item.submenu == nullptr && !item.is_separator() && item.id >= first_id_ &&
           item.id <= first_id_ + kListed;
  };
  auto first = std::ranges::find_if(menu.items, listed);
  if (first == menu.items.end()) return;
  if (first != menu.items.begin() && std::prev(first)->is_separator()) --first;
  const auto at = static_cast<std::size_t>(first - menu.items.begin());
  remove_item(menu, at, false);
  while (at < menu.items.size() && listed(menu.items[at])) remove_item(menu, at, false);
}

// "When the tenth child window is created, the system adds the More Windows item". The lock is
// held.
void MdiClient::add_list(Menu& menu) {
  if (children_.empty()) return;
  insert_item(menu, menu.items.size(), separator());
  UINT id = first_id_;
  for (std::size_t i = 0; i < std::min(children_.size(), kListed); ++i, ++id) {
    const Window* child = find_window_locked(children_[i]);
    std::u16string text{u'&', static_cast<char16_t>(u'1' + i), u' '};
    if (child != nullptr) text += child->text;
    MenuItem item = text_item(id, std::move(text));
    if (children_[i] == active_) item.state |= MFS_CHECKED;
    insert_item(menu, menu.items.size(), std::move(item));
  }
  if (children_.size() > kListed) {
    insert_item(menu, menu.items.size(), text_item(id, u"&More Windows..."));
  }
}

void MdiClient::refresh_list() {
  UserLock lock;
  const MenuRef menu = find_menu_locked(window_menu_);
  if (!menu) return;
  remove_list(*menu);
  add_list(*menu);
}

void MdiClient::check_active() {
  UserLock lock;
  const MenuRef menu = find_menu_locked(window_menu_);
  if (!menu) return;
  for (std::size_t i = 0; i < std::min(children_.size(), kListed); ++i) {
    const auto place = find_item(menu, first_id_ + static_cast<UINT>(i), MF_BYCOMMAND);
    if (!place) continue;
    UINT& state = place->item().state;
    state &= ~static_cast<UINT>(MFS_CHECKED);
    if (children_[i] == active_) state |= MFS_CHECKED;
  }
}

HMENU MdiClient::set_menus(HMENU frame_menu, HMENU window_menu) {
  const HMENU old = GetMenu(frame());
  if (window_menu != nullptr && window_menu != window_menu_) {
    {
      UserLock lock;
      if (const MenuRef menu = find_menu_locked(window_menu_)) remove_list(*menu);
    }
    window_menu_ = window_menu;
    refresh_list();
  }
  if (frame_menu == nullptr || frame_menu == old) return frame_menu == old ? old : nullptr;
  remove_buttons();
  SetMenu(frame(), frame_menu);
  if (alive() && maximized_ != nullptr) {
    add_buttons(maximized_);
    DrawMenuBar(frame());
  }
  return old;
}

// The window menu's icon comes first; the buttons stand at the right end.
void MdiClient::add_buttons(HWND child) {
  Window* lender = find_own_window(child);
  if (lender == nullptr) return;
  const HMENU system_menu = system_menu_of(*lender);
  update_system_menu(*lender);
  const DWORD style = lender->style;
  const HMENU bar = GetMenu(frame());
  UserLock lock;
  const MenuRef menu = find_menu_locked(bar);
  if (!menu) return;
  lent_menu_ = bar;
  if (system_menu != nullptr) {
    MenuItem icon{.submenu = system_menu, .bitmap = HBMMENU_SYSTEM};
    icon.data = reinterpret_cast<ULONG_PTR>(child);
    insert_item(*menu, 0, std::move(icon));
  }
  const auto append = [&](MenuItem item) { insert_item(*menu, menu->items.size(), item); };
  append(button(SC_MINIMIZE, HBMMENU_MBAR_MINIMIZE, (style & WS_MINIMIZEBOX) != 0));
  append(button(SC_RESTORE, HBMMENU_MBAR_RESTORE, true));
  append(button(SC_CLOSE, HBMMENU_MBAR_CLOSE, (style & WS_SYSMENU) != 0));
}

void MdiClient::remove_buttons() {
  UserLock lock;
  const MenuRef menu = find_menu_locked(std::exchange(lent_menu_, nullptr));
  if (!menu) return;
  for (std::size_t i = menu->items.size(); i-- > 0;) {
    if (is_lent(menu->items[i])) remove_item(*menu, i, false);
  }
}

void MdiClient::set_maximized(HWND child) {
  if (maximized_ == child) return;
  remove_buttons();
  if (maximized_ == nullptr) frame_title_ = text_of(frame());
  maximized_ = child;
  if (child != nullptr) add_buttons(child);
  show_frame_title();
  const HWND owner = frame();
  if (owner != nullptr) DrawMenuBar(owner);
}

void MdiClient::set_frame_title(std::u16string title) {
  frame_title_ = std::move(title);
  show_frame_title();
}

// "The system also appends the title bar text of the child window to that of the frame window."
void MdiClient::show_frame_title() {
  Window* owner = find_own_window(frame());
  if (owner == nullptr) return;
  std::u16string title = frame_title_;
  const std::u16string text = maximized_ != nullptr ? text_of(maximized_) : u"";
  if (!text.empty()) title += u" - [" + text + u"]";
  default_procedure(*owner,
                    {WM_SETTEXT, 0, reinterpret_cast<LPARAM>(title.c_str()), Encoding::kUnicode});
}

void MdiClient::release_frame() {
  const bool lent = maximized_ != nullptr;
  remove_buttons();
  maximized_ = nullptr;
  if (lent && frame() != nullptr) show_frame_title();
}

}  // namespace transom::user
