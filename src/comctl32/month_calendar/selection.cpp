// Which days of a month calendar are selected, and which months are shown.
#include <algorithm>
#include <utility>

#include "comctl32/month_calendar/month_calendar.h"

namespace transom::comctl {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

std::optional<Days> day_of(const SYSTEMTIME& time) {
  const year_month_day date{std::chrono::year(time.wYear), std::chrono::month(time.wMonth),
                            std::chrono::day(time.wDay)};
  if (!date.ok() || time.wYear < 1601 || time.wYear > 9999) return std::nullopt;
  return Days(date);
}

SYSTEMTIME time_of(Days day) {
  const year_month_day date(day);
  SYSTEMTIME time{};
  time.wYear = static_cast<WORD>(static_cast<int>(date.year()));
  time.wMonth = static_cast<WORD>(static_cast<unsigned>(date.month()));
  time.wDay = static_cast<WORD>(static_cast<unsigned>(date.day()));
  time.wDayOfWeek = static_cast<WORD>(std::chrono::weekday(day).c_encoding());
  return time;
}

Month month_of(Days day) {
  const year_month_day date(day);
  return date.year() / date.month();
}
Days first_of(Month month) {
  return Days(month / std::chrono::day(1));
}
Days last_of(Month month) {
  return first_of(month + months(1)) - days(1);
}

Days MonthCalendar::limited(Days day) const {
  if (least && day < *least) return *least;
  if (most && day > *most) return *most;
  return day;
}

Days MonthCalendar::today() const {
  if (own_today) return *own_today;
  SYSTEMTIME now{};
  GetLocalTime(&now);
  return day_of(now).value_or(Days{});
}

// https://learn.microsoft.com/windows/win32/controls/mcn-getdaystate
void MonthCalendar::ask_day_states() {
  if (!has_style(MCS_DAYSTATE)) return;
  std::vector<MONTHDAYSTATE> buffer(static_cast<std::size_t>(shown_months()) + 2);
  NMDAYSTATE about{};
  about.stStart = time_of(first_of(top - months(1)));
  about.cDayState = static_cast<int>(buffer.size());
  about.prgDayState = buffer.data();
  tell(about.nmhdr, MCN_GETDAYSTATE);
  if (!alive()) return;
  // The program may have its own array.
  if (about.prgDayState != nullptr && about.prgDayState != buffer.data()) {
    std::copy_n(about.prgDayState, buffer.size(), buffer.begin());
  }
  states = std::move(buffer);
}

void MonthCalendar::scroll_to(Month month) {
  const Month earliest = std::chrono::year(1601) / std::chrono::January;
  const Month latest = std::chrono::year(9999) / std::chrono::December;
  month = std::clamp(month, earliest, latest - months(shown_months() - 1));
  if (least) month = std::max(month, month_of(*least));
  if (most) month = std::max(std::min(month, month_of(*most)), earliest);
  if (month == top) return;
  top = month;
  ask_day_states();
  if (alive()) InvalidateRect(handle, nullptr, TRUE);
}

void MonthCalendar::show(Days day) {
  const Month month = month_of(day);
  if (month < top) {
    scroll_to(month);
  } else if (month > month_at(shown_months() - 1)) {
    scroll_to(month - months(shown_months() - 1));
  }
}

void MonthCalendar::select(Days from, Days to) {
  first = std::min(from, to);
  last = std::max(from, to);
  InvalidateRect(handle, nullptr, TRUE);
}

// https://learn.microsoft.com/windows/win32/controls/mcn-selchange
LRESULT MonthCalendar::tell_selection(UINT code) {
  NMSELCHANGE about{};
  about.stSelStart = time_of(first);
  about.stSelEnd = has_style(MCS_MULTISELECT) ? time_of(last) : SYSTEMTIME{};
  return tell(about.nmhdr, code);
}

// The same day of another month, or that month's last.
void MonthCalendar::scroll_months(int count) {
  const Month before = top;
  scroll_to(top + months(count));
  if (!alive() || top == before || has_style(MCS_NOSELCHANGEONNAV)) return;
  const days length = last - first;
  const year_month_day date(first);
  const Month month = date.year() / date.month() + (top - before);
  const Days moved = limited(std::min(
      Days(month / std::chrono::day(1)) + (first - first_of(month_of(first))), last_of(month)));
  select(moved, limited(moved + length));
  tell_selection(MCN_SELCHANGE);
}

}  // namespace transom::comctl
