// Where a sheet's parts lie. Sizes are in dialog units of the sheet's font, as those of the pages
// are.
#include <algorithm>

#include "comctl32/property_sheet/sheet.h"
#include "gdi32/memory_dc.h"
#include "user32/control/text_measure.h"

namespace transom::comctl {
namespace {

constexpr int kMargin = 7;
constexpr int kTabMargin = 4;
constexpr int kButtonWidth = 50, kButtonHeight = 14, kButtonGap = 4;
// Documented as the smallest.
constexpr SIZE kSmallestPage{212, 114};
constexpr int kHeaderHeight = 36;

struct Units {
  SIZE base;
  int x(int value) const { return MulDiv(value, static_cast<int>(base.cx), 4); }
  int y(int value) const { return MulDiv(value, static_cast<int>(base.cy), 8); }
};

Units units_of(const PropertySheet& sheet) {
  const user::DialogState* state = user::dialog_state(sheet.handle);
  return {state != nullptr ? state->units : SIZE{6, 13}};
}

user::DialogItem make_item(const char16_t* window_class, const char16_t* title, DWORD style,
                           int id) {
  user::DialogItem item;
  item.style = WS_CHILD | style;
  item.width = kButtonWidth;
  item.height = kButtonHeight;
  item.id = static_cast<DWORD>(id);
  item.window_class.name = window_class;
  item.title.name = title;
  return item;
}

user::DialogItem make_button(const char16_t* title, int id, bool visible, DWORD style = 0) {
  return make_item(u"Button", title, WS_TABSTOP | style | (visible ? WS_VISIBLE : 0), id);
}

std::vector<user::DialogItem> wizard_items(bool help) {
  return {make_button(u"< &Back", kBack, true),
          make_button(u"&Next >", kNext, true, BS_DEFPUSHBUTTON),
          make_button(u"Finish", kFinish, false),
          make_button(u"Cancel", IDCANCEL, true),
          make_button(u"&Help", IDHELP, help),
          make_item(u"Static", u"", SS_ETCHEDHORZ | WS_VISIBLE, kLine),
          make_item(u"Static", u"", SS_ETCHEDHORZ, kHeaderLine),
          make_item(u"SysTabControl32", u"", WS_CLIPSIBLINGS, kTabs)};
}

std::vector<user::DialogItem> tabbed_items(bool apply, bool help) {
  return {make_button(u"OK", IDOK, true, BS_DEFPUSHBUTTON), make_button(u"Cancel", IDCANCEL, true),
          make_button(u"&Apply", kApply, apply, WS_DISABLED), make_button(u"&Help", IDHELP, help),
          make_item(u"SysTabControl32", u"",
                    WS_VISIBLE | WS_TABSTOP | WS_CLIPSIBLINGS | TCS_MULTILINE, kTabs)};
}

bool wants_help(const PropertySheet& sheet) {
  return sheet.has_flag(PSH_HASHELP) || std::ranges::any_of(sheet.pages, [](const SheetPage& each) {
           return each.page->has_flag(PSP_HASHELP);
         });
}

// The program may change the frame's style before it is there.
// https://learn.microsoft.com/windows/win32/api/prsht/nc-prsht-pfnpropsheetcallback
void let_change(const PropertySheet& sheet, user::DialogTemplate& layout) {
  struct {
    DLGTEMPLATE header;
    WORD menu, window_class, title;
  } plain{};
  plain.header.style = layout.style;
  plain.header.dwExtendedStyle = layout.ex_style;
  sheet.call_back(PSCB_PRECREATE, reinterpret_cast<LPARAM>(&plain));
  layout.style = plain.header.style | DS_SETFONT;
  layout.ex_style = plain.header.dwExtendedStyle;
}

bool header_shown(const PropertySheet& sheet, const PropertyPage& page) {
  return sheet.has_flag(PSH_WIZARD97) && !page.has_flag(PSP_HIDEHEADER);
}

// Buttons from the right; hidden ones leave no gap.
void place_buttons(const PropertySheet& sheet, const Units& units, std::initializer_list<int> ids,
                   int right, int top) {
  for (const int id : ids) {
    const HWND button = sheet.item(id);
    if (id != kFinish && (GetWindowLongW(button, GWL_STYLE) & WS_VISIBLE) == 0) continue;
    const int width = units.x(kButtonWidth);
    MoveWindow(button, right - width, top, width, units.y(kButtonHeight), FALSE);
    const bool touching = id == kNext;  // Back and Next lie side by side
    if (id != kFinish || sheet.has_flag(PSH_WIZARDHASFINISH)) {
      right -= width + (touching ? 0 : units.x(kButtonGap));
    }
  }
}

void resize_frame(const PropertySheet& sheet, SIZE client) {
  RECT outer{0, 0, client.cx, client.cy};
  AdjustWindowRectEx(&outer, static_cast<DWORD>(GetWindowLongW(sheet.handle, GWL_STYLE)), FALSE,
                     static_cast<DWORD>(GetWindowLongW(sheet.handle, GWL_EXSTYLE)));
  RECT place{};
  GetWindowRect(sheet.handle, &place);
  MONITORINFO monitor{};
  monitor.cbSize = sizeof monitor;
  GetMonitorInfoW(MonitorFromWindow(sheet.handle, MONITOR_DEFAULTTONEAREST), &monitor);
  const LONG width = outer.right - outer.left, height = outer.bottom - outer.top;
  const LONG x = std::max(monitor.rcWork.left, std::min(place.left, monitor.rcWork.right - width));
  const LONG y = std::max(monitor.rcWork.top, std::min(place.top, monitor.rcWork.bottom - height));
  SetWindowPos(sheet.handle, nullptr, x, y, width, height, SWP_NOZORDER | SWP_NOACTIVATE);
}

void arrange_wizard(PropertySheet& sheet, const Units& units) {
  const int margin = sheet.has_flag(PSH_WIZARD97) ? 0 : units.x(kMargin);
  const int header = sheet.has_flag(PSH_WIZARD97) ? units.y(kHeaderHeight) : 0;
  sheet.page_area = {margin, margin, margin + sheet.page_size.cx,
                     margin + std::max<LONG>(sheet.page_size.cy, header)};
  const int right = static_cast<int>(sheet.page_area.right) + margin;
  const int line = static_cast<int>(sheet.page_area.bottom) + margin;
  const int buttons = line + 2 + units.y(kMargin);
  const int inset = sheet.has_flag(PSH_WIZARD97 | PSH_WIZARD_LITE) ? 0 : margin;
  MoveWindow(sheet.item(kLine), inset, line, right - 2 * inset, 2, FALSE);
  MoveWindow(sheet.item(kHeaderLine), 0, header, right, 2, FALSE);
  resize_frame(sheet, {right, buttons + units.y(kButtonHeight + kMargin)});
  if (!sheet.alive()) return;
  const int edge = right - units.x(kMargin);
  place_buttons(sheet, units, {IDHELP, IDCANCEL, kFinish, kNext, kBack}, edge, buttons);
}

void arrange_tabs(PropertySheet& sheet, const Units& units) {
  const HWND tabs = sheet.item(kTabs);
  RECT area{0, 0, sheet.page_size.cx, sheet.page_size.cy};
  // As wide as it will be first: rows of tabs depend on it.
  SendMessageW(tabs, TCM_ADJUSTRECT, TRUE, reinterpret_cast<LPARAM>(&area));
  MoveWindow(tabs, 0, 0, area.right - area.left, area.bottom - area.top, FALSE);
  area = {0, 0, sheet.page_size.cx, sheet.page_size.cy};
  SendMessageW(tabs, TCM_ADJUSTRECT, TRUE, reinterpret_cast<LPARAM>(&area));
  const int left = units.x(kTabMargin), top = units.y(kTabMargin);
  OffsetRect(&area, left - area.left, top - area.top);
  MoveWindow(tabs, area.left, area.top, area.right - area.left, area.bottom - area.top, FALSE);
  sheet.page_area = area;
  SendMessageW(tabs, TCM_ADJUSTRECT, FALSE, reinterpret_cast<LPARAM>(&sheet.page_area));
  const int buttons = static_cast<int>(area.bottom) + top;
  resize_frame(sheet, {area.right + left, buttons + units.y(kButtonHeight + kTabMargin)});
  if (!sheet.alive()) return;
  place_buttons(sheet, units, {IDHELP, kApply, IDCANCEL, IDOK}, static_cast<int>(area.right),
                buttons);
}

}  // namespace

user::DialogTemplate PropertySheet::layout() const {
  user::DialogTemplate layout;
  layout.style =
      WS_POPUP | WS_CAPTION | WS_SYSMENU | WS_VISIBLE | DS_MODALFRAME | DS_SETFONT | DS_3DLOOK;
  const bool context_help =
      wizard() ? has_flag(PSH_WIZARDCONTEXTHELP) : !has_flag(PSH_NOCONTEXTHELP);
  if (context_help) layout.style |= DS_CONTEXTHELP;
  layout.width = kSmallestPage.cx;
  layout.height = kSmallestPage.cy;
  layout.font = user::DialogFont{8, FW_NORMAL, false, DEFAULT_CHARSET, u"MS Shell Dlg"};
  layout.items = wizard() ? wizard_items(wants_help(*this))
                          : tabbed_items(!has_flag(PSH_NOAPPLYNOW), wants_help(*this));
  let_change(*this, layout);
  return layout;
}

// By the sheet's font, whatever the pages' own is.
void PropertySheet::measure_pages() {
  const Units units = units_of(*this);
  SIZE largest = kSmallestPage;
  for (const SheetPage& each : pages) {
    const auto layout = each.page->load_template();
    if (!layout) continue;
    const int header = header_shown(*this, *each.page) ? kHeaderHeight : 0;
    largest.cx = std::max<LONG>(largest.cx, layout->width);
    largest.cy = std::max<LONG>(largest.cy, layout->height + header);
  }
  page_size = {units.x(static_cast<int>(largest.cx)), units.y(static_cast<int>(largest.cy))};
}

void PropertySheet::arrange() {
  const Units units = units_of(*this);
  if (wizard()) {
    arrange_wizard(*this, units);
  } else {
    arrange_tabs(*this, units);
  }
  for (int index = 0; alive() && index < count(); ++index) place_page(index);
}

void PropertySheet::place_page(int index) {
  const SheetPage& page = at(index);
  if (page.window == nullptr) return;
  RECT area = page_area;
  const bool header = header_shown(*this, *page.page);
  if (header) {
    const Units units = units_of(*this);
    const int margin = units.x(kMargin);
    area = {margin, units.y(kHeaderHeight) + 2 + margin, area.right - margin, area.bottom - margin};
  }
  if (index == active && wizard()) {
    ShowWindow(item(kHeaderLine), header ? SW_SHOWNA : SW_HIDE);
  }
  SetWindowPos(page.window, HWND_TOP, area.left, area.top, area.right - area.left,
               area.bottom - area.top, SWP_NOACTIVATE);
}

// The title, indented below it the subtitle, and the picture on the right.
// https://learn.microsoft.com/windows/win32/controls/wizards
void PropertySheet::draw_header(HDC dc) {
  if (!has(active) || !header_shown(*this, *at(active).page)) return;
  const Units units = units_of(*this);
  const PropertyPage& page = *at(active).page;
  RECT area{0, 0, page_area.right, units.y(kHeaderHeight)};
  fill_solid(dc, area, GetSysColor(COLOR_WINDOW));
  if (request.header_bitmap != nullptr) {
    BITMAP about{};
    GetObjectW(request.header_bitmap, sizeof about, &about);
    const int gap = std::max(0, (static_cast<int>(area.bottom) - about.bmHeight) / 2);
    area.right -= about.bmWidth + gap;
    const gdi::MemoryDc memory(request.header_bitmap, dc);
    BitBlt(dc, area.right, gap, about.bmWidth, about.bmHeight, memory.get(), 0, 0, SRCCOPY);
  }
  const auto font = reinterpret_cast<HFONT>(SendMessageW(handle, WM_GETFONT, 0, 0));
  if (bold == nullptr) {
    LOGFONTW description{};
    GetObjectW(font, sizeof description, &description);
    description.lfWeight = FW_BOLD;
    bold = CreateFontIndirectW(&description);
  }
  const auto write = [&](const std::u16string& text, HFONT with, int left, int top) {
    const user::ControlFont selected(dc, with);
    RECT place{units.x(left), units.y(top), area.right, area.bottom};
    DrawTextW(dc, base::as_wchar(text), static_cast<int>(text.size()), &place,
              DT_NOPREFIX | DT_WORDBREAK);
  };
  SetBkMode(dc, TRANSPARENT);
  SetTextColor(dc, GetSysColor(COLOR_WINDOWTEXT));
  write(page.header_title(), bold, 11, 5);
  write(page.header_subtitle(), font, 22, 15);
}

}  // namespace transom::comctl
