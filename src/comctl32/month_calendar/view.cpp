// Where a month calendar's parts are, and how they look.
#include <algorithm>

#include "comctl32/month_calendar/month_calendar.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

using std::chrono::days;
using std::chrono::months;

constexpr int kWeeks = 6;
constexpr int kGap = 6;      // between months
constexpr int kButton = 18;  // wide

std::u16string locale_text(LCTYPE type) {
  WCHAR text[80]{};
  GetLocaleInfoW(LOCALE_USER_DEFAULT, type, text, 80);
  return base::as_char16(text);
}

std::u16string number(int value) {
  return base::to_utf16(std::to_string(value).c_str());
}

std::u16string day_name(const MonthCalendar& calendar, int column) {
  const LCTYPE day = static_cast<LCTYPE>((calendar.first_weekday + column) % 7);
  const std::u16string name = locale_text(LOCALE_SABBREVDAYNAME1 + day);
  return calendar.has_style(MCS_SHORTDAYSOFWEEK) ? name.substr(0, 1) : name;
}

std::u16string month_name(Month month) {
  return locale_text(LOCALE_SMONTHNAME1 + static_cast<unsigned>(month.month()) - 1);
}

std::u16string today_text(const MonthCalendar& calendar) {
  const SYSTEMTIME time = time_of(calendar.today());
  WCHAR date[80]{};
  GetDateFormatW(LOCALE_USER_DEFAULT, DATE_SHORTDATE, &time, nullptr, date, 80);
  return u"Today: " + std::u16string(base::as_char16(date));
}

// By ISO 8601: the week of its Thursday.
int week_of(Days monday) {
  const Days thursday = monday + days(3);
  const std::chrono::year_month_day date(thursday);
  const Days year_begin(date.year() / std::chrono::January / 1);
  return static_cast<int>((thursday - year_begin).count() / 7) + 1;
}

COLORREF color_of(const MonthCalendar& calendar, int which) {
  constexpr int kSystem[] = {COLOR_WINDOW,      COLOR_WINDOWTEXT, COLOR_ACTIVECAPTION,
                             COLOR_CAPTIONTEXT, COLOR_WINDOW,     COLOR_GRAYTEXT};
  const COLORREF own = calendar.colors[which];
  return own == CLR_DEFAULT ? user::system_color(kSystem[which]) : own;
}

void draw_centred(HDC dc, const std::u16string& text, RECT place, COLORREF color) {
  SetTextColor(dc, color);
  DrawTextW(dc, base::as_wchar(text), static_cast<int>(text.size()), &place,
            DT_CENTER | DT_VCENTER | DT_SINGLELINE | DT_NOPREFIX);
}

bool is_bold(const MonthCalendar& calendar, Days day) {
  const auto index = (month_of(day) - (calendar.top - months(1))).count();
  if (index < 0 || static_cast<std::size_t>(index) >= calendar.states.size()) return false;
  const auto bit = (day - first_of(month_of(day))).count();
  return (calendar.states[static_cast<std::size_t>(index)] >> bit & 1) != 0;
}

void draw_day(MonthCalendar& calendar, HDC dc, int index, Days day, const RECT& place) {
  const bool own = month_of(day) == calendar.month_at(index);
  const bool selected = day >= calendar.first && day <= calendar.last;
  COLORREF color = color_of(calendar, own ? MCSC_TEXT : MCSC_TRAILINGTEXT);
  if (selected) {
    fill_solid(dc, place, color_of(calendar, MCSC_TITLEBK));
    color = color_of(calendar, MCSC_TITLETEXT);
  }
  const bool heavy = is_bold(calendar, day);
  const HGDIOBJ before = heavy ? SelectObject(dc, calendar.bold) : nullptr;
  draw_centred(dc, number(static_cast<int>(time_of(day).wDay)), place, color);
  if (heavy) SelectObject(dc, before);
  if (day == calendar.today() && !calendar.has_style(MCS_NOTODAYCIRCLE)) {
    const HBRUSH red = CreateSolidBrush(RGB(255, 0, 0));
    FrameRect(dc, &place, red);
    DeleteObject(red);
  }
}

void draw_title(MonthCalendar& calendar, HDC dc, int index) {
  RECT title = calendar.month_rect(index);
  title.bottom = title.top + calendar.title_height;
  fill_solid(dc, title, color_of(calendar, MCSC_TITLEBK));
  const COLORREF color = color_of(calendar, MCSC_TITLETEXT);
  const Month month = calendar.month_at(index);
  draw_centred(dc, month_name(month), calendar.name_rect(index, false), color);
  draw_centred(dc, number(static_cast<int>(month.year())), calendar.name_rect(index, true), color);
}

void draw_month(MonthCalendar& calendar, HDC dc, int index) {
  draw_title(calendar, dc, index);
  RECT body = calendar.month_rect(index);
  body.top += calendar.title_height;
  fill_solid(dc, body, color_of(calendar, MCSC_MONTHBK));
  for (int column = 0; column < 7; ++column) {
    draw_centred(dc, day_name(calendar, column), calendar.cell_rect(index, -1, column),
                 color_of(calendar, MCSC_TITLEBK));
  }
  const RECT left = calendar.cell_rect(index, 0, 0);
  fill_solid(dc, {left.left, left.top - 1, calendar.cell_rect(index, 0, 6).right, left.top},
             color_of(calendar, MCSC_TEXT));
  for (int row = 0; row < kWeeks; ++row) {
    const Days begin = calendar.first_cell(index) + days(7 * row);
    bool any = false;
    for (int column = 0; column < 7; ++column) {
      const Days day = begin + days(column);
      if (!calendar.shows(index, day)) continue;
      any = true;
      draw_day(calendar, dc, index, day, calendar.cell_rect(index, row, column));
    }
    if (any && calendar.has_style(MCS_WEEKNUMBERS)) {
      const Days monday = begin + days((7 - calendar.first_weekday) % 7);
      draw_centred(dc, number(week_of(monday)), calendar.cell_rect(index, row, -1),
                   color_of(calendar, MCSC_TITLEBK));
    }
  }
}

}  // namespace

void MonthCalendar::measure() {
  {
    const MeasuringDc dc(*this);
    int width = text_width(dc, u"00") + 4;
    for (int column = 0; column < 7; ++column) {
      width = std::max(width, text_width(dc, day_name(*this, column)) + 2);
    }
    cell = {width, text_height(dc) + 1};
    title_height = text_height(dc) + 8;
  }
  LOGFONTW description{};
  GetObjectW(font != nullptr ? font : GetStockObject(SYSTEM_FONT), sizeof description,
             &description);
  description.lfWeight = FW_BOLD;
  if (bold != nullptr) DeleteObject(bold);
  bold = CreateFontIndirectW(&description);
  const SIZE month = month_size();
  const RECT area = client();
  const LONG height = area.bottom - 2 * border - (has_style(MCS_NOTODAY) ? 0 : cell.cy + 4);
  columns = std::clamp<int>((area.right - 2 * border + kGap) / (month.cx + kGap), 1, 12);
  rows = std::clamp<int>((height + kGap) / (month.cy + kGap), 1, 12 / columns);
  InvalidateRect(handle, nullptr, TRUE);
}

SIZE MonthCalendar::month_size() const {
  const LONG across = has_style(MCS_WEEKNUMBERS) ? 8 : 7;
  return {across * cell.cx, title_height + (kWeeks + 1) * cell.cy + 2};
}

SIZE MonthCalendar::least_size() const {
  const SIZE month = month_size();
  const LONG today_line = has_style(MCS_NOTODAY) ? 0 : cell.cy + 4;
  return {month.cx + 2 * border, month.cy + 2 * border + today_line};
}

RECT MonthCalendar::month_rect(int index) const {
  const SIZE month = month_size();
  const LONG left = border + index % columns * (month.cx + kGap);
  const LONG upper = border + index / columns * (month.cy + kGap);
  return {left, upper, left + month.cx, upper + month.cy};
}

RECT MonthCalendar::button_rect(bool next) const {
  RECT title = month_rect(next ? columns - 1 : 0);
  title.bottom = title.top + title_height;
  InflateRect(&title, -2, -2);
  if (next) {
    title.left = title.right - kButton;
  } else {
    title.right = title.left + kButton;
  }
  return title;
}

RECT MonthCalendar::today_rect() const {
  if (has_style(MCS_NOTODAY)) return {};
  const LONG upper = month_rect(shown_months() - 1).bottom + 2;
  return {border, upper, border + columns * (month_size().cx + kGap) - kGap, upper + cell.cy};
}

RECT MonthCalendar::name_rect(int index, bool year) const {
  RECT title = month_rect(index);
  title.bottom = title.top + title_height;
  const MeasuringDc dc(*this);
  const Month month = month_at(index);
  const LONG name = text_width(dc, month_name(month));
  const LONG digits = text_width(dc, number(static_cast<int>(month.year())));
  const LONG left = (title.left + title.right - name - digits - 4) / 2;
  if (year) return {left + name + 4, title.top, left + name + 4 + digits, title.bottom};
  return {left, title.top, left + name, title.bottom};
}

Days MonthCalendar::first_cell(int index) const {
  const Days begin = first_of(month_at(index));
  const int weekday = static_cast<int>(std::chrono::weekday(begin).iso_encoding()) - 1;
  return begin - days((weekday - first_weekday + 7) % 7);
}

// Row -1: the days' names; column -1: the weeks' numbers.
RECT MonthCalendar::cell_rect(int index, int row, int column) const {
  const RECT month = month_rect(index);
  const LONG shift = has_style(MCS_WEEKNUMBERS) ? 1 : 0;
  const LONG left = month.left + (column + shift) * cell.cx;
  const LONG upper = month.top + title_height + (row + 1) * cell.cy + (row >= 0 ? 2 : 0);
  return {left, upper, left + cell.cx, upper + cell.cy};
}

bool MonthCalendar::shows(int index, Days day) const {
  if (!allowed(day)) return false;
  const Month month = month_at(index);
  const Month own = month_of(day);
  if (own == month) return true;
  if (has_style(MCS_NOTRAILINGDATES)) return false;
  return own < month ? index == 0 : index == shown_months() - 1;
}

// https://learn.microsoft.com/windows/win32/controls/mcm-hittest
CalendarHit MonthCalendar::hit(POINT point) const {
  for (const bool next : {false, true}) {
    const RECT button = button_rect(next);
    if (PtInRect(&button, point)) {
      return {UINT(next ? MCHT_TITLEBTNNEXT : MCHT_TITLEBTNPREV), {}, next ? columns - 1 : 0};
    }
  }
  const RECT link = today_rect();
  if (PtInRect(&link, point)) return {MCHT_TODAYLINK, today(), -1};
  for (int index = 0; index < shown_months(); ++index) {
    const RECT month = month_rect(index);
    if (!PtInRect(&month, point)) continue;
    if (point.y < month.top + title_height) {
      const RECT name = name_rect(index, false);
      const RECT year = name_rect(index, true);
      if (PtInRect(&name, point)) return {MCHT_TITLEMONTH, {}, index};
      if (PtInRect(&year, point)) return {MCHT_TITLEYEAR, {}, index};
      return {MCHT_TITLEBK, {}, index};
    }
    for (int row = -1; row < kWeeks; ++row) {
      for (int column = has_style(MCS_WEEKNUMBERS) ? -1 : 0; column < 7; ++column) {
        const RECT place = cell_rect(index, row, column);
        if (!PtInRect(&place, point)) continue;
        const Days day = first_cell(index) + days(7 * std::max(row, 0) + std::max(column, 0));
        if (row < 0) return {UINT(column < 0 ? MCHT_CALENDARBK : MCHT_CALENDARDAY), day, index};
        if (column < 0) return {MCHT_CALENDARWEEKNUM, day, index};
        if (!shows(index, day)) return {MCHT_CALENDARBK, {}, index};
        const Month own = month_of(day);
        if (own < month_at(index)) return {MCHT_CALENDARDATEPREV, day, index};
        if (own > month_at(index)) return {MCHT_CALENDARDATENEXT, day, index};
        return {MCHT_CALENDARDATE, day, index};
      }
    }
    return {MCHT_CALENDARBK, {}, index};
  }
  return {};
}

void MonthCalendar::draw(HDC dc) {
  const user::ControlFont selected(dc, font);
  SetBkMode(dc, TRANSPARENT);
  fill_solid(dc, client(), color_of(*this, MCSC_BACKGROUND));
  for (int index = 0; index < shown_months(); ++index) draw_month(*this, dc, index);
  for (const bool next : {false, true}) {
    RECT button = button_rect(next);
    DrawFrameControl(dc, &button, DFC_SCROLL, next ? DFCS_SCROLLRIGHT : DFCS_SCROLLLEFT);
  }
  if (!has_style(MCS_NOTODAY)) {
    draw_centred(dc, today_text(*this), today_rect(), color_of(*this, MCSC_TEXT));
  }
}

}  // namespace transom::comctl
