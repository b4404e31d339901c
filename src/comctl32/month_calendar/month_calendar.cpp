#include "comctl32/month_calendar/month_calendar.h"

#include <algorithm>
#include <utility>

#include "comctl32/classes.h"

namespace transom::comctl {
namespace {

using std::chrono::days;
using std::chrono::months;

// The times of a range: two structures.
SYSTEMTIME* times_in(LPARAM parameter) {
  return reinterpret_cast<SYSTEMTIME*>(parameter);
}

// ---- Selection

// "Fails if applied to a control that uses MCS_MULTISELECT."
// https://learn.microsoft.com/windows/win32/controls/mcm-setcursel
LRESULT on_set_selected(MonthCalendar& calendar, const ControlCall& call) {
  if (call.lparam == 0 || calendar.has_style(MCS_MULTISELECT)) return FALSE;
  const auto day = day_of(*times_in(call.lparam));
  if (!day || !calendar.allowed(*day)) return FALSE;
  calendar.select(*day, *day);
  calendar.show(*day);
  return TRUE;
}
LRESULT on_get_selected(MonthCalendar& calendar, const ControlCall& call) {
  if (call.lparam == 0 || calendar.has_style(MCS_MULTISELECT)) return FALSE;
  *times_in(call.lparam) = time_of(calendar.first);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/mcm-setselrange
LRESULT on_set_range_selected(MonthCalendar& calendar, const ControlCall& call) {
  if (call.lparam == 0 || !calendar.has_style(MCS_MULTISELECT)) return FALSE;
  const auto from = day_of(times_in(call.lparam)[0]);
  const auto to = day_of(times_in(call.lparam)[1]);
  if (!from || !to || !calendar.allowed(*from) || !calendar.allowed(*to)) return FALSE;
  const auto length = std::max(*from, *to) - std::min(*from, *to);
  if (length.count() >= calendar.most_selected) return FALSE;
  calendar.select(*from, *to);
  calendar.show(calendar.last);
  if (calendar.alive()) calendar.show(calendar.first);
  return TRUE;
}
LRESULT on_get_range_selected(MonthCalendar& calendar, const ControlCall& call) {
  if (call.lparam == 0 || !calendar.has_style(MCS_MULTISELECT)) return FALSE;
  times_in(call.lparam)[0] = time_of(calendar.first);
  times_in(call.lparam)[1] = time_of(calendar.last);
  return TRUE;
}

LRESULT on_set_most(MonthCalendar& calendar, const ControlCall& call) {
  const auto count = static_cast<int>(call.wparam);
  if (!calendar.has_style(MCS_MULTISELECT) || count < 1) return FALSE;
  calendar.most_selected = count;
  return TRUE;
}
LRESULT on_get_most(MonthCalendar& calendar, const ControlCall&) {
  return calendar.has_style(MCS_MULTISELECT) ? calendar.most_selected : 1;
}

// ---- Limits

// https://learn.microsoft.com/windows/win32/controls/mcm-setrange
LRESULT on_set_limits(MonthCalendar& calendar, const ControlCall& call) {
  if (call.lparam == 0) return FALSE;
  std::optional<Days> limits[2];
  for (const int each : {0, 1}) {
    if ((call.wparam & (each == 0 ? GDTR_MIN : GDTR_MAX)) == 0) continue;
    limits[each] = day_of(times_in(call.lparam)[each]);
    if (!limits[each]) return FALSE;
  }
  if (limits[0] && limits[1] && *limits[0] > *limits[1]) std::swap(limits[0], limits[1]);
  calendar.least = limits[0];
  calendar.most = limits[1];
  calendar.select(calendar.limited(calendar.first), calendar.limited(calendar.last));
  calendar.show(calendar.first);
  return TRUE;
}
LRESULT on_get_limits(MonthCalendar& calendar, const ControlCall& call) {
  if (call.lparam == 0) return 0;
  DWORD set = 0;
  SYSTEMTIME* const out = times_in(call.lparam);
  out[0] = out[1] = {};
  if (calendar.least) {
    out[0] = time_of(*calendar.least);
    set |= GDTR_MIN;
  }
  if (calendar.most) {
    out[1] = time_of(*calendar.most);
    set |= GDTR_MAX;
  }
  return set;
}

// GMR_DAYSTATE: with the months that are shown in part.
// https://learn.microsoft.com/windows/win32/controls/mcm-getmonthrange
LRESULT on_month_range(MonthCalendar& calendar, const ControlCall& call) {
  const bool whole = call.wparam == GMR_VISIBLE;
  const int count = calendar.shown_months();
  if (call.lparam != 0) {
    SYSTEMTIME* const out = times_in(call.lparam);
    const Month end = calendar.month_at(count - 1);
    out[0] = time_of(whole ? first_of(calendar.top) : calendar.first_cell(0));
    out[1] = time_of(whole ? last_of(end) : calendar.first_cell(count - 1) + days(41));
  }
  return whole ? count : count + 2;
}

// https://learn.microsoft.com/windows/win32/controls/mcm-setdaystate
LRESULT on_set_day_states(MonthCalendar& calendar, const ControlCall& call) {
  const auto* given = reinterpret_cast<const MONTHDAYSTATE*>(call.lparam);
  const auto count = static_cast<int>(call.wparam);
  if (given == nullptr || !calendar.has_style(MCS_DAYSTATE)) return FALSE;
  if (count != calendar.shown_months() + 2) return FALSE;
  calendar.states.assign(given, given + count);
  InvalidateRect(calendar.handle, nullptr, TRUE);
  return TRUE;
}

// ---- Settings

// Null: today's date, as the clock says it.
LRESULT on_set_today(MonthCalendar& calendar, const ControlCall& call) {
  calendar.own_today = call.lparam != 0 ? day_of(*times_in(call.lparam)) : std::nullopt;
  InvalidateRect(calendar.handle, nullptr, TRUE);
  return 0;
}
LRESULT on_get_today(MonthCalendar& calendar, const ControlCall& call) {
  if (call.lparam == 0) return FALSE;
  *times_in(call.lparam) = time_of(calendar.today());
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/mcm-setfirstdayofweek
LRESULT first_weekday_of(const MonthCalendar& calendar) {
  return MAKELONG(calendar.first_weekday, calendar.own_first_weekday);
}
LRESULT on_set_first_weekday(MonthCalendar& calendar, const ControlCall& call) {
  const LRESULT before = first_weekday_of(calendar);
  const int system = system_first_weekday();
  const auto wanted = static_cast<int>(call.lparam);
  calendar.first_weekday = wanted >= 0 && wanted < 7 ? wanted : system;
  calendar.own_first_weekday = calendar.first_weekday != system;
  InvalidateRect(calendar.handle, nullptr, TRUE);
  return before;
}
LRESULT on_get_first_weekday(MonthCalendar& calendar, const ControlCall&) {
  return first_weekday_of(calendar);
}

LRESULT on_set_delta(MonthCalendar& calendar, const ControlCall& call) {
  return std::exchange(calendar.delta, std::clamp(static_cast<int>(call.wparam), 0, 1200));
}
LRESULT on_get_delta(MonthCalendar& calendar, const ControlCall&) {
  return calendar.delta != 0 ? calendar.delta : calendar.shown_months();
}

LRESULT on_set_color(MonthCalendar& calendar, const ControlCall& call) {
  if (call.wparam >= std::size(calendar.colors)) return -1;
  const COLORREF before =
      std::exchange(calendar.colors[call.wparam], static_cast<COLORREF>(call.lparam));
  InvalidateRect(calendar.handle, nullptr, TRUE);
  return static_cast<LRESULT>(before);
}
LRESULT on_get_color(MonthCalendar& calendar, const ControlCall& call) {
  if (call.wparam >= std::size(calendar.colors)) return -1;
  return static_cast<LRESULT>(calendar.colors[call.wparam]);
}

LRESULT on_least_rect(MonthCalendar& calendar, const ControlCall& call) {
  if (call.lparam == 0) return FALSE;
  const SIZE least = calendar.least_size();
  *reinterpret_cast<RECT*>(call.lparam) = {0, 0, least.cx, least.cy};
  return TRUE;
}
LRESULT on_today_width(MonthCalendar& calendar, const ControlCall&) {
  const MeasuringDc dc(calendar);
  return text_width(dc, u"Today: 00/00/0000");
}

LRESULT on_hit_test(MonthCalendar& calendar, const ControlCall& call) {
  auto* about = reinterpret_cast<MCHITTESTINFO*>(call.lparam);
  // Older programs pass the structure without its last members.
  if (about == nullptr || about->cbSize < MCHITTESTINFO_V1_SIZE) return MCHT_NOWHERE;
  const CalendarHit hit = calendar.hit(about->pt);
  about->uHit = hit.flags;
  about->st = hit.day != Days{} ? time_of(hit.day) : SYSTEMTIME{};
  return hit.flags;
}

// ---- What came with later versions

LRESULT on_view(MonthCalendar&, const ControlCall&) {
  return MCMV_MONTH;
}
LRESULT on_set_view(MonthCalendar&, const ControlCall& call) {
  return call.lparam == MCMV_MONTH;
}
LRESULT on_calendar_count(MonthCalendar& calendar, const ControlCall&) {
  return calendar.shown_months();
}
LRESULT on_set_border(MonthCalendar& calendar, const ControlCall& call) {
  calendar.border = call.wparam != 0 ? std::clamp(static_cast<int>(call.lparam), 0, 100) : 4;
  calendar.measure();
  return 0;
}
LRESULT on_get_border(MonthCalendar& calendar, const ControlCall&) {
  return calendar.border;
}
LRESULT on_set_calendar(MonthCalendar& calendar, const ControlCall& call) {
  calendar.calendar_id = static_cast<UINT>(call.wparam);
  return 0;
}
LRESULT on_get_calendar(MonthCalendar& calendar, const ControlCall&) {
  return calendar.calendar_id;
}

// The rectangle becomes as small as it can be and show as many months.
// https://learn.microsoft.com/windows/win32/controls/mcm-sizerecttomin
LRESULT on_size_to_least(MonthCalendar& calendar, const ControlCall& call) {
  auto* area = reinterpret_cast<RECT*>(call.lparam);
  if (area == nullptr) return FALSE;
  const SIZE month = calendar.month_size();
  const SIZE least = calendar.least_size();
  const LONG across = std::max<LONG>((area->right - area->left - least.cx) / (month.cx + 6), 0);
  const LONG down = std::max<LONG>((area->bottom - area->top - least.cy) / (month.cy + 6), 0);
  area->right = area->left + least.cx + across * (month.cx + 6);
  area->bottom = area->top + least.cy + down * (month.cy + 6);
  return TRUE;
}

constexpr ControlEntry<MonthCalendar> kSettings[] = {
    {MCM_SETCURSEL, on_set_selected},
    {MCM_GETCURSEL, on_get_selected},
    {MCM_SETSELRANGE, on_set_range_selected},
    {MCM_GETSELRANGE, on_get_range_selected},
    {MCM_SETMAXSELCOUNT, on_set_most},
    {MCM_GETMAXSELCOUNT, on_get_most},
    {MCM_SETRANGE, on_set_limits},
    {MCM_GETRANGE, on_get_limits},
    {MCM_GETMONTHRANGE, on_month_range},
    {MCM_SETDAYSTATE, on_set_day_states},
    {MCM_SETTODAY, on_set_today},
    {MCM_GETTODAY, on_get_today},
    {MCM_SETFIRSTDAYOFWEEK, on_set_first_weekday},
    {MCM_GETFIRSTDAYOFWEEK, on_get_first_weekday},
    {MCM_SETMONTHDELTA, on_set_delta},
    {MCM_GETMONTHDELTA, on_get_delta},
    {MCM_SETCOLOR, on_set_color},
    {MCM_GETCOLOR, on_get_color},
    {MCM_GETMINREQRECT, on_least_rect},
    {MCM_GETMAXTODAYWIDTH, on_today_width},
    {MCM_HITTEST, on_hit_test},
    {MCM_GETCURRENTVIEW, on_view},
    {MCM_SETCURRENTVIEW, on_set_view},
    {MCM_GETCALENDARCOUNT, on_calendar_count},
    {MCM_SETCALENDARBORDER, on_set_border},
    {MCM_GETCALENDARBORDER, on_get_border},
    {MCM_SETCALID, on_set_calendar},
    {MCM_GETCALID, on_get_calendar},
    {MCM_SIZERECTTOMIN, on_size_to_least},
};

// ---- The window

LRESULT on_create(MonthCalendar& calendar, const ControlCall&) {
  calendar.measure();
  calendar.ask_day_states();
  return calendar.alive() ? 0 : -1;
}

LRESULT on_size(MonthCalendar& calendar, const ControlCall&) {
  const int before = calendar.shown_months();
  calendar.measure();
  if (calendar.shown_months() != before) calendar.ask_day_states();
  return 0;
}

LRESULT on_set_calendar_font(MonthCalendar& calendar, const ControlCall& call) {
  user::on_set_font(calendar, call);
  calendar.measure();
  return 0;
}

LRESULT on_style_changed(MonthCalendar& calendar, const ControlCall& call) {
  const LRESULT result = calendar.default_action(call);
  if (calendar.alive()) calendar.measure();
  return result;
}

LRESULT on_paint(MonthCalendar& calendar, const ControlCall& call) {
  const user::ControlPaint paint(calendar, call);
  if (paint) calendar.draw(paint.dc());
  return 0;
}

LRESULT on_erase(MonthCalendar&, const ControlCall&) {
  return TRUE;  // drawn as a whole
}

constexpr ControlEntry<MonthCalendar> kEntries[] = {
    {WM_CREATE, on_create},
    {WM_SIZE, on_size},
    {WM_SETFONT, on_set_calendar_font},
    {WM_STYLECHANGED, on_style_changed},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase},
};

LRESULT CALLBACK month_calendar_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<MonthCalendar> table{common_entries<MonthCalendar>(), kEntries,
                                                       calendar_setting_entries(),
                                                       calendar_input_entries()};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

// 0: Monday.
int system_first_weekday() {
  WCHAR digit[4]{};
  GetLocaleInfoW(LOCALE_USER_DEFAULT, LOCALE_IFIRSTDAYOFWEEK, digit, 4);
  return digit[0] >= u'0' && digit[0] <= u'6' ? digit[0] - u'0' : 6;
}

MonthCalendar::MonthCalendar(user::Window& window)
    : CommonControl(window), first_weekday(system_first_weekday()) {
  first = last = anchor = today();
  top = month_of(first);
}

MonthCalendar::~MonthCalendar() {
  if (bold != nullptr) DeleteObject(bold);
}

std::span<const ControlEntry<MonthCalendar>> calendar_setting_entries() {
  return kSettings;
}

const user::SystemClass kMonthCalendarClass{u"SysMonthCal32",         CS_DBLCLKS | CS_GLOBALCLASS,
                                            month_calendar_procedure, sizeof(void*),
                                            MAKEINTRESOURCEW(32512),  nullptr};

}  // namespace transom::comctl
