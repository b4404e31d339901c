#include "user32/menu/menu_draw.h"

#include "gdi32/memory_dc.h"
#include "user32/draw/frame_control.h"
#include "user32/draw/sys_colors.h"
#include "user32/lock.h"
#include "user32/menu/menu_layout.h"
#include "user32/menu/menu_text.h"
#include "user32/menu/window_menu.h"
#include "user32/message/send.h"
#include "user32/nonclient/canvas.h"
#include "user32/nonclient/frame.h"
#include "user32/system/system_metrics.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

struct Target {
  HDC dc;
  HWND owner;  // gets WM_DRAWITEM
  HMENU menu;
  bool is_bar;
  int text_left = 0;
  int tab = 0;
  HBRUSH background = nullptr;
};

void fill(HDC dc, const RECT& rect, int color) {
  FillRect(dc, &rect, system_color_brush(color));
}

void fill_background(const Target& target, const RECT& rect) {
  if (target.background != nullptr) {
    FillRect(target.dc, &rect, target.background);
  } else {
    fill(target.dc, rect, COLOR_MENU);
  }
}

bool is_highlighted(const MenuItem& item) {
  return (item.state & MFS_HILITE) != 0;
}

// https://learn.microsoft.com/windows/win32/controls/wm-drawitem
void ask_to_draw(const Target& target, const MenuItem& item, const RECT& rect) {
  DRAWITEMSTRUCT draw{};
  draw.CtlType = ODT_MENU;
  draw.itemID = item.id;
  draw.itemAction = ODA_DRAWENTIRE;
  if (is_highlighted(item)) draw.itemState |= ODS_SELECTED;
  if ((item.state & MFS_CHECKED) != 0) draw.itemState |= ODS_CHECKED;
  if ((item.state & MFS_DEFAULT) != 0) draw.itemState |= ODS_DEFAULT;
  if (item.is_disabled()) draw.itemState |= ODS_DISABLED | ODS_GRAYED;
  draw.hwndItem = reinterpret_cast<HWND>(target.menu);
  draw.hDC = target.dc;
  draw.rcItem = rect;
  draw.itemData = item.data;
  send_message(target.owner, WM_DRAWITEM, 0, reinterpret_cast<LPARAM>(&draw));
}

void draw_separator(const Target& target, const RECT& rect) {
  RECT line = rect;
  line.left += 1;
  line.right -= 1;
  line.top = (rect.top + rect.bottom) / 2 - 1;
  line.bottom = line.top + 1;
  fill(target.dc, line, COLOR_3DSHADOW);
  OffsetRect(&line, 0, 1);
  fill(target.dc, line, COLOR_3DHIGHLIGHT);
}

// The colours of an item's text: greyed text is embossed unless it is highlighted.
void draw_text(const Target& target, const MenuItem& item, const RECT& rect,
               std::u16string_view text, UINT alignment) {
  MenuTextStyle style{system_color(COLOR_MENUTEXT), (item.state & MFS_DEFAULT) != 0, alignment};
  if (is_highlighted(item)) style.color = system_color(COLOR_HIGHLIGHTTEXT);
  if (item.is_disabled()) {
    if (!is_highlighted(item)) {
      RECT light = rect;
      OffsetRect(&light, 1, 1);
      style.color = system_color(COLOR_3DHIGHLIGHT);
      draw_menu_text(target.dc, light, text, style);
    }
    style.color = system_color(is_highlighted(item) ? COLOR_GRAYTEXT : COLOR_3DSHADOW);
  }
  draw_menu_text(target.dc, rect, text, style);
}

int mark_color(const MenuItem& item) {
  if (item.is_disabled()) return COLOR_GRAYTEXT;
  return is_highlighted(item) ? COLOR_HIGHLIGHTTEXT : COLOR_MENUTEXT;
}

// Columns of pixels: where each begins and how high it is.
struct PixelColumn {
  int y, height;
};

void draw_columns(HDC dc, int x, int y, std::span<const PixelColumn> columns, int color) {
  for (const PixelColumn& column : columns) {
    fill(dc, {x, y + column.y, x + 1, y + column.y + column.height}, color);
    ++x;
  }
}

constexpr PixelColumn kCheck[] = {{2, 3}, {3, 3}, {4, 3}, {3, 3}, {2, 3}, {1, 3}, {0, 3}};
constexpr PixelColumn kBullet[] = {{1, 4}, {0, 6}, {0, 6}, {0, 6}, {0, 6}, {1, 4}};
constexpr PixelColumn kArrow[] = {{0, 7}, {1, 5}, {2, 3}, {3, 1}};

void draw_bitmap(HDC dc, int x, int y, HBITMAP bitmap) {
  BITMAP description{};
  if (GetObjectW(bitmap, sizeof description, &description) == 0) return;
  const gdi::MemoryDc source(bitmap, dc);
  BitBlt(dc, x, y, description.bmWidth, description.bmHeight, source.get(), 0, 0, SRCCOPY);
}

// HBMMENU_ bitmaps of the window menu: the caption buttons' pictures.
void draw_system_picture(HDC dc, int x, int y, HBITMAP which, int color) {
  constexpr int kSize = 8;
  const auto frame = [&](const RECT& rect) {
    FrameRect(dc, &rect, system_color_brush(color));
    fill(dc, {rect.left, rect.top, rect.right, rect.top + 2}, color);
  };
  if (which == HBMMENU_POPUP_CLOSE || which == HBMMENU_MBAR_CLOSE) {
    for (int i = 0; i < kSize; ++i) {
      fill(dc, {x + i, y + i, x + i + 2, y + i + 1}, color);
      fill(dc, {x + kSize - 1 - i, y + i, x + kSize + 1 - i, y + i + 1}, color);
    }
  } else if (which == HBMMENU_POPUP_MINIMIZE || which == HBMMENU_MBAR_MINIMIZE) {
    fill(dc, {x, y + kSize - 2, x + kSize - 2, y + kSize}, color);
  } else if (which == HBMMENU_POPUP_MAXIMIZE) {
    frame({x, y, x + kSize + 1, y + kSize + 1});
  } else if (which == HBMMENU_POPUP_RESTORE || which == HBMMENU_MBAR_RESTORE) {
    frame({x + 2, y, x + kSize, y + 6});
    frame({x, y + 3, x + 6, y + kSize + 1});
  }
}

bool is_named_bitmap(HBITMAP bitmap) {
  return reinterpret_cast<std::uintptr_t>(bitmap) <= 16;
}

void draw_item_bitmap(const Target& target, const MenuItem& item, int x, const RECT& rect) {
  const int middle = (rect.top + rect.bottom) / 2;
  if (is_named_bitmap(item.bitmap)) {
    draw_system_picture(target.dc, x, middle - 4, item.bitmap, mark_color(item));
    return;
  }
  BITMAP description{};
  if (GetObjectW(item.bitmap, sizeof description, &description) == 0) return;
  draw_bitmap(target.dc, x, middle - description.bmHeight / 2, item.bitmap);
}

// The check mark, the bullet, or the program's bitmaps for the two states.
void draw_mark(const Target& target, const MenuItem& item, const RECT& rect) {
  const bool checked = (item.state & MFS_CHECKED) != 0;
  const int middle = (rect.top + rect.bottom) / 2;
  const int x = rect.left + 4;
  if (const HBITMAP own = checked ? item.checked : item.unchecked) {
    draw_bitmap(target.dc, x - 2, middle - system_metric(SM_CYMENUCHECK) / 2, own);
  } else if (!checked) {
    if (item.bitmap != nullptr && item.has_text) draw_item_bitmap(target, item, x, rect);
  } else if ((item.type & MFT_RADIOCHECK) != 0) {
    draw_columns(target.dc, x, middle - 3, kBullet, mark_color(item));
  } else {
    draw_columns(target.dc, x, middle - 4, kCheck, mark_color(item));
  }
}

void draw_popup_item(const Target& target, const MenuItem& item, const RECT& rect) {
  if (item.is_separator()) {
    draw_separator(target, rect);
    return;
  }
  draw_mark(target, item, rect);
  const std::u16string_view text = item.text;
  const std::size_t tab = text.find_first_of(u"\t\b");
  RECT left = rect;
  left.left += target.text_left;
  if (!item.has_text && item.bitmap != nullptr) {
    draw_item_bitmap(target, item, left.left, rect);
  }
  draw_text(target, item, left, text.substr(0, tab), DT_LEFT);
  if (tab != std::u16string_view::npos) {
    RECT right = rect;
    right.left += target.tab;
    right.right -= 12;
    draw_text(target, item, right, text.substr(tab + 1), text[tab] == u'\t' ? DT_LEFT : DT_RIGHT);
  }
  if (item.submenu != nullptr) {
    const int middle = (rect.top + rect.bottom) / 2;
    draw_columns(target.dc, rect.right - 10, middle - 3, kArrow, mark_color(item));
  }
}

// A maximized MDI child's buttons look like those of a caption.
void draw_bar_button(const Target& target, const MenuItem& item, const RECT& rect) {
  UINT state = DFCS_CAPTIONRESTORE;
  if (item.bitmap == HBMMENU_MBAR_MINIMIZE) state = DFCS_CAPTIONMIN;
  if (item.bitmap == HBMMENU_MBAR_CLOSE) state = DFCS_CAPTIONCLOSE;
  if (is_highlighted(item)) state |= DFCS_PUSHED;
  if (item.is_disabled()) state |= DFCS_INACTIVE;
  RECT box = rect;
  InflateRect(&box, 0, -2);
  box.right -= item.bitmap == HBMMENU_MBAR_MINIMIZE ? 0 : 2;
  box.left += item.bitmap == HBMMENU_MBAR_MINIMIZE ? 2 : 0;
  Canvas canvas(target.dc);
  if (canvas) draw_frame_control(canvas, box, DFC_CAPTION, state);
}

// HBMMENU_SYSTEM: "the icon of the window specified in dwItemData".
void draw_window_icon(const Target& target, const MenuItem& item, const RECT& rect) {
  const auto handle = reinterpret_cast<HWND>(item.data);
  const Window* window = find_own_window(handle);
  if (window == nullptr) return;
  const int side = system_metric(SM_CXSMICON);
  DrawIconEx(target.dc, rect.left + 1, (rect.top + rect.bottom - side) / 2,
             caption_icon_of(*window), side, side, 0, nullptr, DI_NORMAL);
}

void draw_bar_item(const Target& target, const MenuItem& item, const RECT& rect) {
  if (item.is_separator()) return;
  if (is_bar_button(item)) {
    draw_bar_button(target, item, rect);
    return;
  }
  if (item.bitmap == HBMMENU_SYSTEM) {
    draw_window_icon(target, item, rect);
    return;
  }
  if (item.bitmap != nullptr) draw_item_bitmap(target, item, rect.left + 3, rect);
  draw_text(target, item, rect, item.text, DT_CENTER);
}

void draw_item(const Target& target, const MenuItem& item, const RECT& rect) {
  if (is_highlighted(item) && !item.is_separator() && !is_bar_button(item)) {
    fill(target.dc, rect, COLOR_HIGHLIGHT);
  } else {
    fill_background(target, rect);
  }
  if (item.is_owner_drawn()) {
    ask_to_draw(target, item, rect);
  } else if (target.is_bar) {
    draw_bar_item(target, item, rect);
  } else {
    draw_popup_item(target, item, rect);
  }
}

// A ring of one pixel: top and left in one colour, bottom and right in the other; shrinks `rect`.
void draw_ring(HDC dc, RECT& rect, int top_left, int bottom_right) {
  fill(dc, {rect.left, rect.top, rect.right - 1, rect.top + 1}, top_left);
  fill(dc, {rect.left, rect.top, rect.left + 1, rect.bottom - 1}, top_left);
  fill(dc, {rect.left, rect.bottom - 1, rect.right, rect.bottom}, bottom_right);
  fill(dc, {rect.right - 1, rect.top, rect.right, rect.bottom}, bottom_right);
  InflateRect(&rect, -1, -1);
}

// A raised edge, and a line of the menu's own colour within it.
void draw_popup_border(HDC dc, const SIZE& size) {
  RECT rect{0, 0, size.cx, size.cy};
  draw_ring(dc, rect, COLOR_3DLIGHT, COLOR_3DDKSHADOW);
  draw_ring(dc, rect, COLOR_3DHIGHLIGHT, COLOR_3DSHADOW);
  draw_ring(dc, rect, COLOR_MENU, COLOR_MENU);
}

}  // namespace

void draw_menu_bar(Window& window, HDC dc, const RECT& bar) {
  const WindowRef keep(&window);
  const MenuRef menu = menu_bar_of(window);
  if (!menu) return;
  if (menu->laid_out_for != bar.right - bar.left) menu_bar_height(window, bar.right - bar.left);
  std::vector<MenuItem> items;
  Target target{dc, window.handle, menu->handle, true};
  {
    UserLock lock;
    items = menu->items;
    target.background = menu->background;
  }
  fill_background(target, bar);
  fill(dc, {bar.left, bar.bottom - 1, bar.right, bar.bottom}, COLOR_3DFACE);
  for (const MenuItem& item : items) {
    RECT rect = item.rect;
    OffsetRect(&rect, bar.left, bar.top);
    draw_item(target, item, rect);
  }
}

void draw_popup(const MenuRef& menu, HWND owner, HWND window, HDC dc) {
  RECT client{};
  GetClientRect(window, &client);
  std::vector<MenuItem> items;
  Target target{dc, owner, menu->handle, false};
  {
    UserLock lock;
    items = menu->items;
    for (MenuItem& item : items) item.rect = shown_rect(*menu, item);
    target.text_left = menu->text_left;
    target.tab = menu->tab;
    target.background = menu->background;
  }
  fill_background(target, client);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const MenuItem& item = items[i];
    draw_item(target, item, item.rect);
    if (i > 0 && (item.type & MFT_MENUBARBREAK) != 0) {
      fill(dc, {item.rect.left - 5, kPopupBorder, item.rect.left - 4, client.bottom - kPopupBorder},
           COLOR_3DSHADOW);
    }
  }
  draw_popup_border(dc, {client.right, client.bottom});
}

void redraw_menu_bar(Window& window) {
  if (!window.is_visible_itself() || (window.style & WS_MINIMIZE) != 0) return;
  const HDC dc = GetWindowDC(window.handle);
  if (dc == nullptr) return;
  RECT bar = menu_bar_rect(window);
  const RECT all = screen_rect(window);
  OffsetRect(&bar, -all.left, -all.top);
  bar.bottom += 1;
  bar.right = std::max(bar.right, bar.left);
  draw_menu_bar(window, dc, bar);
  ReleaseDC(window.handle, dc);
}

}  // namespace transom::user
