// What the user does in a month calendar.
#include <algorithm>
#include <utility>

#include "comctl32/month_calendar/month_calendar.h"
#include "user32/default/input_handlers.h"

namespace transom::comctl {
namespace {

using std::chrono::days;
using std::chrono::months;
using user::point_of;

bool is_date(UINT flags) {
  return flags == MCHT_CALENDARDATE || flags == MCHT_CALENDARDATEPREV ||
         flags == MCHT_CALENDARDATENEXT;
}

// As far as MCM_SETMAXSELCOUNT lets a range reach.
void select_to(MonthCalendar& calendar, Days day) {
  if (!calendar.has_style(MCS_MULTISELECT)) {
    calendar.anchor = day;
  }
  const days furthest(calendar.most_selected - 1);
  const Days end = std::clamp(day, calendar.anchor - furthest, calendar.anchor + furthest);
  const Days before_first = calendar.first;
  const Days before_last = calendar.last;
  calendar.select(calendar.anchor, calendar.limited(end));
  if (calendar.first == before_first && calendar.last == before_last) return;
  calendar.tell_selection(MCN_SELCHANGE);
}

void choose(MonthCalendar& calendar, Days day) {
  calendar.anchor = day;
  select_to(calendar, day);
  if (calendar.alive()) calendar.show(day);
  if (calendar.alive()) calendar.tell_selection(MCN_SELECT);
}

// ---- The title: a menu of months, an edit control for the year

void end_year(MonthCalendar& calendar, bool keep) {
  const HWND edit = std::exchange(calendar.year_edit, nullptr);
  const HWND arrows = std::exchange(calendar.year_arrows, nullptr);
  if (edit == nullptr) return;
  BOOL number = FALSE;
  const auto year = static_cast<int>(GetDlgItemInt(calendar.handle, 1, &number, FALSE));
  const int index = calendar.year_of;
  for (const HWND child : {arrows, edit}) {
    if (user::is_window(child)) DestroyWindow(child);
  }
  if (!calendar.alive() || !keep || !number || year < 1601 || year > 9999) return;
  const Month now = calendar.month_at(index);
  const int apart = (year - static_cast<int>(now.year())) * 12;
  if (apart != 0) calendar.scroll_months(apart);
}

void begin_year(MonthCalendar& calendar, int index) {
  RECT place = calendar.name_rect(index, true);
  place.right += 10;
  calendar.year_of = index;
  const HWND edit =
      CreateWindowExW(0, L"Edit", nullptr, WS_CHILD | WS_VISIBLE | ES_NUMBER, place.left,
                      place.top + 2, place.right - place.left, place.bottom - place.top - 4,
                      calendar.handle, reinterpret_cast<HMENU>(1), nullptr, nullptr);
  if (edit == nullptr || !calendar.alive()) return;
  calendar.year_edit = edit;
  user::send_message(edit, WM_SETFONT, reinterpret_cast<WPARAM>(calendar.font), 0);
  user::send_message(edit, EM_LIMITTEXT, 4, 0);
  calendar.year_arrows = CreateWindowExW(
      0, UPDOWN_CLASSW, nullptr,
      WS_CHILD | WS_VISIBLE | UDS_SETBUDDYINT | UDS_ARROWKEYS | UDS_NOTHOUSANDS, place.right,
      place.top + 2, 14, place.bottom - place.top - 4, calendar.handle, nullptr, nullptr, nullptr);
  if (!calendar.alive()) return;
  user::send_message(calendar.year_arrows, UDM_SETBUDDY, reinterpret_cast<WPARAM>(edit), 0);
  user::send_message(calendar.year_arrows, UDM_SETRANGE32, 1601, 9999);
  const int year = static_cast<int>(calendar.month_at(index).year());
  user::send_message(calendar.year_arrows, UDM_SETPOS32, 0, year);
  if (calendar.alive()) SetFocus(edit);
}

void choose_month(MonthCalendar& calendar, int index, POINT point) {
  const Month now = calendar.month_at(index);
  const HMENU menu = CreatePopupMenu();
  for (unsigned each = 0; each < 12; ++each) {
    WCHAR name[80]{};
    GetLocaleInfoW(LOCALE_USER_DEFAULT, LOCALE_SMONTHNAME1 + each, name, 80);
    const bool current = each + 1 == static_cast<unsigned>(now.month());
    AppendMenuW(menu, MF_STRING | (current ? UINT{MF_CHECKED} : 0), each + 1, name);
  }
  ClientToScreen(calendar.handle, &point);
  const int chosen = TrackPopupMenu(menu, TPM_RETURNCMD | TPM_NONOTIFY, point.x, point.y, 0,
                                    calendar.handle, nullptr);
  DestroyMenu(menu);
  if (!calendar.alive() || chosen == 0) return;
  calendar.scroll_months(chosen - static_cast<int>(static_cast<unsigned>(now.month())));
}

int step_of(const MonthCalendar& calendar) {
  return calendar.delta != 0 ? calendar.delta : calendar.shown_months();
}

// ---- The mouse

LRESULT on_left_down(MonthCalendar& calendar, const ControlCall& call) {
  end_year(calendar, true);
  if (calendar.alive()) SetFocus(calendar.handle);
  if (!calendar.alive()) return 0;
  const POINT point = point_of(call.lparam);
  const CalendarHit hit = calendar.hit(point);
  if (hit.flags == MCHT_TITLEBTNNEXT || hit.flags == MCHT_TITLEBTNPREV) {
    const int step = step_of(calendar);
    calendar.scroll_months(hit.flags == MCHT_TITLEBTNNEXT ? step : -step);
  } else if (hit.flags == MCHT_TITLEMONTH) {
    choose_month(calendar, hit.month, point);
  } else if (hit.flags == MCHT_TITLEYEAR) {
    begin_year(calendar, hit.month);
  } else if (hit.flags == MCHT_TODAYLINK) {
    if (calendar.allowed(hit.day)) choose(calendar, hit.day);
  } else if (is_date(hit.flags)) {
    const bool extends = GetKeyState(VK_SHIFT) < 0 && calendar.has_style(MCS_MULTISELECT);
    if (!extends) calendar.anchor = hit.day;
    calendar.selecting = true;
    SetCapture(calendar.handle);
    select_to(calendar, hit.day);
  }
  return 0;
}

LRESULT on_mouse_move(MonthCalendar& calendar, const ControlCall& call) {
  if (!calendar.selecting) return 0;
  const CalendarHit hit = calendar.hit(point_of(call.lparam));
  if (is_date(hit.flags)) select_to(calendar, hit.day);
  return 0;
}

LRESULT on_left_up(MonthCalendar& calendar, const ControlCall&) {
  if (!std::exchange(calendar.selecting, false)) return 0;
  ReleaseCapture();
  if (calendar.alive()) calendar.show(calendar.first);
  if (calendar.alive()) calendar.tell_selection(MCN_SELECT);
  return 0;
}

LRESULT on_capture_changed(MonthCalendar& calendar, const ControlCall&) {
  calendar.selecting = false;
  return 0;
}

LRESULT on_wheel(MonthCalendar& calendar, const ControlCall& call) {
  const int notches = static_cast<short>(HIWORD(call.wparam)) / WHEEL_DELTA;
  calendar.scroll_months(-notches * step_of(calendar));
  return 0;
}

// ---- The keyboard

// "Page Up and Page Down change the selected month by one."
std::optional<Days> target_of(const MonthCalendar& calendar, WPARAM key) {
  const Days now = calendar.last;
  const auto other_month = [&](int count) {
    const Month month = month_of(now) + months(count);
    return std::min(first_of(month) + (now - first_of(month_of(now))), last_of(month));
  };
  switch (key) {
    case VK_LEFT:
      return now - days(1);
    case VK_RIGHT:
      return now + days(1);
    case VK_UP:
      return now - days(7);
    case VK_DOWN:
      return now + days(7);
    case VK_PRIOR:
      return other_month(-1);
    case VK_NEXT:
      return other_month(1);
    case VK_HOME:
      return first_of(month_of(now));
    case VK_END:
      return last_of(month_of(now));
    default:
      return std::nullopt;
  }
}

LRESULT on_key_down(MonthCalendar& calendar, const ControlCall& call) {
  const std::optional<Days> target = target_of(calendar, call.wparam);
  if (!target) return calendar.default_action(call);
  const Days day = calendar.limited(*target);
  if (GetKeyState(VK_SHIFT) < 0 && calendar.has_style(MCS_MULTISELECT)) {
    select_to(calendar, day);
    if (calendar.alive()) calendar.show(day);
  } else {
    choose(calendar, day);
  }
  return 0;
}

LRESULT on_dialog_code(MonthCalendar&, const ControlCall&) {
  return DLGC_WANTARROWS | DLGC_WANTCHARS;
}

// The year has been typed.
LRESULT on_command(MonthCalendar& calendar, const ControlCall& call) {
  const bool edits = reinterpret_cast<HWND>(call.lparam) == calendar.year_edit;
  if (edits && HIWORD(call.wparam) == EN_KILLFOCUS) end_year(calendar, true);
  return 0;
}

constexpr ControlEntry<MonthCalendar> kEntries[] = {
    {WM_LBUTTONDOWN, on_left_down},
    {WM_LBUTTONDBLCLK, on_left_down},
    {WM_MOUSEMOVE, on_mouse_move},
    {WM_LBUTTONUP, on_left_up},
    {WM_CAPTURECHANGED, on_capture_changed},
    {WM_MOUSEWHEEL, on_wheel},
    {WM_KEYDOWN, on_key_down},
    {WM_GETDLGCODE, on_dialog_code},
    {WM_COMMAND, on_command},
};

}  // namespace

std::span<const ControlEntry<MonthCalendar>> calendar_input_entries() {
  return kEntries;
}

}  // namespace transom::comctl
