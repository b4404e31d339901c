#include "user32/menu/menu_layout.h"

#include <algorithm>

#include "user32/lock.h"
#include "user32/menu/menu_text.h"
#include "user32/menu/window_menu.h"
#include "user32/message/send.h"
#include "user32/system/system_metrics.h"
#include "user32/window/adjust_rect.h"
#include "user32/window/desktop.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

constexpr int kBarPadding = 6;   // on either side of a bar item's text
constexpr int kTextPadding = 2;  // above and below a popup item's text
constexpr int kCheckGap = 4;     // between the check mark's column and the text
constexpr int kTabGap = 12;      // between the text and what follows its tab
constexpr int kArrowColumn = 16;
constexpr int kColumnGap = 8;

struct Parts {
  std::u16string_view left;
  std::u16string_view right;
};

// A tab (or \a) parts the text from the accelerator's name.
Parts split(std::u16string_view text) {
  const std::size_t tab = text.find_first_of(u"\t\b");
  if (tab == std::u16string_view::npos) return {text, {}};
  return {text.substr(0, tab), text.substr(tab + 1)};
}

// The bitmaps that HBMMENU_ names stand for are drawn as wide as a check mark.
SIZE bitmap_size(HBITMAP bitmap) {
  BITMAP description{};
  if (reinterpret_cast<std::uintptr_t>(bitmap) > 16 &&
      GetObjectW(bitmap, sizeof description, &description) != 0) {
    return {description.bmWidth, description.bmHeight};
  }
  return {system_metric(SM_CXMENUCHECK), system_metric(SM_CYMENUCHECK)};
}

// WM_MEASUREITEM to the owner.
// https://learn.microsoft.com/windows/win32/controls/wm-measureitem
SIZE ask_size(HWND owner, const MenuItem& item) {
  MEASUREITEMSTRUCT measure{};
  measure.CtlType = ODT_MENU;
  measure.itemID = item.id;
  measure.itemHeight = static_cast<UINT>(menu_text_size(u"", false).cy);
  measure.itemData = item.data;
  send_message(owner, WM_MEASUREITEM, 0, reinterpret_cast<LPARAM>(&measure));
  constexpr UINT kWidest = 0x4000;
  return {static_cast<LONG>(std::min(measure.itemWidth, kWidest)),
          static_cast<LONG>(std::min(measure.itemHeight, kWidest))};
}

void measure_owner_drawn(std::vector<MenuItem>& items, HWND owner) {
  for (MenuItem& item : items) {
    if (!item.is_owner_drawn() || item.is_measured) continue;
    item.measured = ask_size(owner, item);
    item.is_measured = true;
  }
}

std::vector<MenuItem> copy_items(const MenuRef& menu) {
  UserLock lock;
  return menu->items;
}

// What was measured goes into the menu unless the program changed its items meanwhile.
bool store(const MenuRef& menu, const std::vector<MenuItem>& items) {
  if (menu->items.size() != items.size()) return false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    menu->items[i].rect = items[i].rect;
    menu->items[i].measured = items[i].measured;
    menu->items[i].is_measured = items[i].is_measured;
  }
  return true;
}

bool breaks(const MenuItem& item) {
  return (item.type & (MFT_MENUBREAK | MFT_MENUBARBREAK)) != 0;
}

int bar_item_width(const MenuItem& item) {
  if (is_bar_button(item)) return system_metric(SM_CXMENUSIZE);
  if (item.is_owner_drawn()) return item.measured.cx + system_metric(SM_CXMENUCHECK);
  int width = 0;
  if (item.has_text) width += menu_text_size(item.text, (item.state & MFS_DEFAULT) != 0).cx;
  if (item.bitmap == HBMMENU_SYSTEM) return width + system_metric(SM_CXSMICON) + 2;
  if (item.bitmap != nullptr) width += bitmap_size(item.bitmap).cx;
  return width + 2 * kBarPadding;
}

int bar_item_height(const MenuItem& item) {
  if (item.is_owner_drawn()) return item.measured.cy;
  return item.bitmap != nullptr ? bitmap_size(item.bitmap).cy : 0;
}

// All items of a line are as high as the highest.
void end_line(std::vector<MenuItem>& items, std::size_t first, std::size_t end, int height) {
  for (std::size_t i = first; i < end; ++i) items[i].rect.bottom = items[i].rect.top + height;
}

// Items that are right-justified, and all after the first such, stand at the right end.
void justify(std::vector<MenuItem>& items, std::size_t first, int width) {
  std::size_t from = first;
  while (from < items.size() && (items[from].type & MFT_RIGHTJUSTIFY) == 0) ++from;
  if (from == items.size() || items[from].rect.top != items.back().rect.top) return;
  const int shift = width - items.back().rect.right;
  if (shift <= 0) return;
  for (std::size_t i = from; i < items.size(); ++i) OffsetRect(&items[i].rect, shift, 0);
}

int place_bar_items(std::vector<MenuItem>& items, int width) {
  const int line = system_metric(SM_CYMENU) - 1;
  int x = 0;
  int y = 0;
  int height = line;
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    MenuItem& item = items[i];
    const int item_width = item.is_separator() ? kBarPadding : bar_item_width(item);
    if (i > line_start && (x + item_width > width || breaks(item))) {
      end_line(items, line_start, i, height);
      x = 0;
      y += height;
      height = line;
      line_start = i;
    }
    height = std::max(height, bar_item_height(item));
    item.rect = {x, y, x + item_width, y + height};
    x += item_width;
  }
  end_line(items, line_start, items.size(), height);
  justify(items, line_start, width);
  return items.empty() ? line : y + height;
}

int popup_item_height(const MenuItem& item) {
  if (item.is_owner_drawn()) return item.measured.cy;
  if (item.is_separator()) return system_metric(SM_CYMENU) / 2;
  int height = menu_text_size(item.text, false).cy;
  if (item.bitmap != nullptr) height = std::max<int>(height, bitmap_size(item.bitmap).cy);
  return std::max(height + 2 * kTextPadding, system_metric(SM_CYMENU) - 2);
}

struct ColumnWidths {
  int left = 0;
  int right = 0;  // what follows tabs
  int whole = 0;  // owner-drawn items
};

void widen(ColumnWidths& widths, const MenuItem& item) {
  if (item.is_owner_drawn()) {
    widths.whole = std::max<int>(widths.whole, item.measured.cx + system_metric(SM_CXMENUCHECK));
    return;
  }
  if (!item.has_text) {
    if (item.bitmap != nullptr) {
      widths.left = std::max<int>(widths.left, bitmap_size(item.bitmap).cx);
    }
    return;
  }
  const bool bold = (item.state & MFS_DEFAULT) != 0;
  const Parts parts = split(item.text);
  widths.left = std::max<int>(widths.left, menu_text_size(parts.left, bold).cx);
  if (!parts.right.empty()) {
    widths.right = std::max<int>(widths.right, menu_text_size(parts.right, bold).cx);
  }
}

// One column from `first` up to the next break. Returns where the next one begins.
struct PopupPlacement {
  std::vector<MenuItem>& items;
  int text_left;
  int tab = 0;
  SIZE size{kPopupBorder, 2 * kPopupBorder};

  std::size_t place_column(std::size_t first) {
    ColumnWidths widths;
    std::size_t end = first;
    int y = kPopupBorder;
    const int left = static_cast<int>(size.cx);
    for (; end < items.size() && (end == first || !breaks(items[end])); ++end) {
      MenuItem& item = items[end];
      widen(widths, item);
      const int height = popup_item_height(item);
      item.rect = {left, y, left, y + height};
      y += height;
    }
    int width = text_left + widths.left + kArrowColumn;
    if (first == 0) tab = text_left + widths.left + kTabGap;
    if (widths.right > 0) width += kTabGap + widths.right;
    width = std::max(width, widths.whole);
    for (std::size_t i = first; i < end; ++i) items[i].rect.right = left + width;
    size.cx += width + (end < items.size() ? kColumnGap : 0);
    size.cy = std::max<LONG>(size.cy, y + kPopupBorder);
    return end;
  }
};

// Columns for check marks, and for bitmaps beside text, unless the style does without.
int text_left_of(const std::vector<MenuItem>& items, DWORD style) {
  int column = 0;
  const bool check_or_bitmap = (style & MNS_CHECKORBMP) != 0;
  if ((style & MNS_NOCHECK) == 0) column = system_metric(SM_CXMENUCHECK);
  int bitmaps = 0;
  for (const MenuItem& item : items) {
    if (item.bitmap != nullptr && item.has_text) {
      bitmaps = std::max<int>(bitmaps, bitmap_size(item.bitmap).cx);
    }
  }
  column = check_or_bitmap || bitmaps <= column ? std::max(column, bitmaps)
                                                : column + bitmaps + kCheckGap;
  return column + 2 * kCheckGap;
}

}  // namespace

int menu_bar_height(Window& window, int width) {
  const MenuRef menu = menu_bar_of(window);
  if (!menu) return 0;
  std::vector<MenuItem> items = copy_items(menu);
  measure_owner_drawn(items, window.handle);
  const int height = place_bar_items(items, width);
  UserLock lock;
  menu->owner = window.handle;
  if (store(menu, items)) menu->laid_out_for = width;
  menu->size = {width, height};
  return height + 1;
}

void lay_out_popup(const MenuRef& menu, HWND owner) {
  std::vector<MenuItem> items = copy_items(menu);
  measure_owner_drawn(items, owner);
  PopupPlacement placement{items, text_left_of(items, menu->style)};
  for (std::size_t next = 0; next < items.size();) next = placement.place_column(next);
  placement.size.cx += kPopupBorder;
  UserLock lock;
  if (!store(menu, items)) return;
  menu->size = placement.size;
  menu->text_left = placement.text_left;
  menu->tab = placement.tab;
  menu->scroll = 0;
}

RECT menu_bar_rect(Window& window) {
  RECT rect = screen_rect(window);
  const int border = border_width(window.style, window.ex_style);
  InflateRect(&rect, -border, -border);
  rect.top += caption_height(window.style, window.ex_style);
  const MenuRef menu = menu_bar_of(window);
  rect.bottom = rect.top + (menu ? menu->size.cy : 0);
  return rect;
}

RECT shown_rect(const Menu& menu, const MenuItem& item) {
  RECT rect = item.rect;
  OffsetRect(&rect, 0, -menu.scroll);
  return rect;
}

int item_at(const Menu& menu, POINT point) {
  for (std::size_t i = 0; i < menu.items.size(); ++i) {
    const RECT rect = shown_rect(menu, menu.items[i]);
    if (PtInRect(&rect, point)) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace transom::user
