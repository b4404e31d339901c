// The month calendar: months side by side and below each other, in which days are selected.
//
// Contract
//  - Days are days: the time of what a program sets is not kept.
//  - What is selected is a range within the limits, of one day unless MCS_MULTISELECT allows more.
//  - A user's selection is MCN_SELCHANGE, then MCN_SELECT; scrolling takes the selection along
//    (MCN_SELCHANGE alone). Both may destroy the control: afterwards ask alive().
// https://learn.microsoft.com/windows/win32/controls/month-calendar-controls
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "comctl32/common_control.h"

namespace transom::comctl {

using Days = std::chrono::sys_days;
using Month = std::chrono::year_month;

struct CalendarHit {
  UINT flags = MCHT_NOWHERE;
  Days day{};
  int month = -1;  // which of those shown
};

// Nothing where it is no date.
std::optional<Days> day_of(const SYSTEMTIME& time);
SYSTEMTIME time_of(Days day);
Days first_of(Month month);
Days last_of(Month month);
int system_first_weekday();  // 0: Monday
Month month_of(Days day);

class MonthCalendar : public CommonControl {
 public:
  explicit MonthCalendar(user::Window& window);
  ~MonthCalendar() override;

  // --- view.cpp
  void measure();  // the font, the size or the styles are others
  SIZE month_size() const;
  SIZE least_size() const;
  int shown_months() const { return columns * rows; }
  Month month_at(int index) const { return top + std::chrono::months(index); }
  RECT month_rect(int index) const;
  RECT button_rect(bool next) const;
  RECT today_rect() const;
  RECT name_rect(int index, bool year) const;  // of a title
  Days first_cell(int index) const;            // of a month's first row
  RECT cell_rect(int index, int row, int column) const;
  // Whether a month shows the day: its own, and at both ends those of its neighbours.
  bool shows(int index, Days day) const;
  CalendarHit hit(POINT point) const;
  void draw(HDC dc);

  // --- selection.cpp
  bool allowed(Days day) const { return (!least || day >= *least) && (!most || day <= *most); }
  Days limited(Days day) const;
  Days today() const;
  void show(Days day);  // scrolls where it must
  void scroll_to(Month month);
  void ask_day_states();
  void select(Days from, Days to);
  LRESULT tell_selection(UINT code);
  void scroll_months(int months);  // and the selection with it

  Days first{};
  Days last{};
  Days anchor{};  // where a range was begun
  Month top{};
  std::optional<Days> own_today;
  std::optional<Days> least;
  std::optional<Days> most;
  int most_selected = 7;
  int delta = 0;
  int first_weekday;  // 0: Monday
  bool own_first_weekday = false;
  COLORREF colors[6] = {CLR_DEFAULT, CLR_DEFAULT, CLR_DEFAULT,
                        CLR_DEFAULT, CLR_DEFAULT, CLR_DEFAULT};
  std::vector<MONTHDAYSTATE> states;  // bold days, from the month before the first shown
  int border = 4;
  UINT calendar_id = 1;  // CAL_GREGORIAN
  SIZE cell{20, 14};
  int title_height = 20;
  int columns = 1;
  int rows = 1;
  HFONT bold = nullptr;
  bool selecting = false;  // the mouse is down
  HWND year_edit = nullptr;
  HWND year_arrows = nullptr;
  int year_of = -1;  // the shown month whose year is edited
};

std::span<const ControlEntry<MonthCalendar>> calendar_setting_entries();
std::span<const ControlEntry<MonthCalendar>> calendar_input_entries();

}  // namespace transom::comctl
