#include "comctl32/common_test_support.h"

namespace transom::comctl {
namespace {

SYSTEMTIME date(int year, int month, int day) {
  SYSTEMTIME time{};
  time.wYear = static_cast<WORD>(year);
  time.wMonth = static_cast<WORD>(month);
  time.wDay = static_cast<WORD>(day);
  return time;
}

std::string text(const SYSTEMTIME& time) {
  return std::to_string(time.wYear) + "-" + std::to_string(time.wMonth) + "-" +
         std::to_string(time.wDay);
}

class MonthCalendarTest : public CommonControlTest {
 protected:
  void make(DWORD style = 0, SIZE size = {220, 200}) {
    calendar = control(MONTHCAL_CLASSW, nullptr, style,
                       {5, 5, 5 + static_cast<int>(size.cx), 5 + static_cast<int>(size.cy)}, 60);
    give(MCM_SETFIRSTDAYOFWEEK, 0, 0);  // Monday, wherever the test runs
    SYSTEMTIME day = date(2024, 2, 14);
    SYSTEMTIME range[2] = {day, day};
    if ((style & MCS_MULTISELECT) != 0) {
      EXPECT_TRUE(at(MCM_SETSELRANGE, range));
    } else {
      EXPECT_TRUE(at(MCM_SETCURSEL, &day));
    }
    codes.clear();
  }
  LRESULT give(UINT message, WPARAM wparam, LPARAM lparam) const {
    return send(calendar, message, wparam, lparam);
  }
  LRESULT at(UINT message, SYSTEMTIME* times, WPARAM wparam = 0) const {
    return send(calendar, message, wparam, reinterpret_cast<LPARAM>(times));
  }
  std::string selected() const {
    SYSTEMTIME range[2]{};
    if (at(MCM_GETCURSEL, range) != 0) return text(range[0]);
    at(MCM_GETSELRANGE, range);
    return text(range[0]) + " " + text(range[1]);
  }
  MCHITTESTINFO hit(POINT point) const {
    MCHITTESTINFO about{};
    about.cbSize = sizeof about;
    about.pt = point;
    give(MCM_HITTEST, 0, reinterpret_cast<LPARAM>(&about));
    return about;
  }
  // Of a day of the first month shown, or of another part.
  POINT find(UINT flags, WORD day = 0) const {
    for (int y = 0; y < 200; y += 3) {
      for (int x = 0; x < 220; x += 3) {
        const MCHITTESTINFO about = hit({x, y});
        if (about.uHit == flags && (day == 0 || about.st.wDay == day)) return {x + 1, y + 1};
      }
    }
    ADD_FAILURE() << "no such part " << flags;
    return {};
  }
  void click_on(UINT flags, WORD day = 0) {
    const POINT point = find(flags, day);
    click(calendar, point.x, point.y);
  }

  HWND calendar = nullptr;
};

TEST_F(MonthCalendarTest, SelectsADay) {
  make();
  EXPECT_EQ(selected(), "2024-2-14");
  SYSTEMTIME wrong = date(2023, 2, 29);
  EXPECT_FALSE(at(MCM_SETCURSEL, &wrong)) << "no date";
  EXPECT_FALSE(at(MCM_SETCURSEL, nullptr));
  SYSTEMTIME range[2] = {date(2024, 2, 1), date(2024, 2, 3)};
  EXPECT_FALSE(at(MCM_SETSELRANGE, range)) << "only with MCS_MULTISELECT";
  EXPECT_EQ(give(MCM_GETMAXSELCOUNT, 0, 0), 1);
}

// 2024-02-01 was a Thursday: three days of January before it.
TEST_F(MonthCalendarTest, HitTestsNameDaysAndParts) {
  make();
  EXPECT_EQ(text(hit(find(MCHT_CALENDARDATE, 29)).st), "2024-2-29");
  EXPECT_EQ(text(hit(find(MCHT_CALENDARDATEPREV, 29)).st), "2024-1-29");
  EXPECT_EQ(text(hit(find(MCHT_CALENDARDATENEXT, 1)).st), "2024-3-1");
  find(MCHT_TITLEMONTH);
  find(MCHT_TITLEYEAR);
  find(MCHT_CALENDARDAY);
  find(MCHT_TODAYLINK);
  EXPECT_EQ(hit({500, 500}).uHit, UINT{MCHT_NOWHERE});
}

// mcn-selchange, mcn-select
TEST_F(MonthCalendarTest, AClickSelectsAndTells) {
  make();
  NMSELCHANGE chosen{};
  on_notify = [&](const NMHDR& header) {
    if (header.code == MCN_SELECT) chosen = as<NMSELCHANGE>(header);
  };
  click_on(MCHT_CALENDARDATE, 20);
  EXPECT_EQ(selected(), "2024-2-20");
  EXPECT_EQ(told(), (std::vector<int>{code(MCN_SELCHANGE), code(MCN_SELECT)}));
  EXPECT_EQ(text(chosen.stSelStart), "2024-2-20");
  click_on(MCHT_CALENDARDATENEXT, 2);
  EXPECT_EQ(selected(), "2024-3-2");
  SYSTEMTIME shown[2]{};
  at(MCM_GETMONTHRANGE, shown, GMR_VISIBLE);
  EXPECT_EQ(text(shown[0]), "2024-3-1") << "scrolls there";
}

TEST_F(MonthCalendarTest, TheArrowsScrollAndTakeTheSelectionAlong) {
  make();
  SYSTEMTIME end = date(2024, 1, 31);
  at(MCM_SETCURSEL, &end);
  click_on(MCHT_TITLEBTNNEXT);
  EXPECT_EQ(selected(), "2024-2-29") << "the last where the month has no 31st";
  EXPECT_EQ(told(), std::vector<int>{code(MCN_SELCHANGE)});
  EXPECT_EQ(give(MCM_SETMONTHDELTA, 6, 0), 0);
  click_on(MCHT_TITLEBTNPREV);
  EXPECT_EQ(selected(), "2023-8-29");
}

TEST_F(MonthCalendarTest, KeysGoFromDayToDay) {
  make();
  SetFocus(calendar);
  press(VK_RIGHT);
  press(VK_DOWN);
  EXPECT_EQ(selected(), "2024-2-22");
  press(VK_NEXT);
  EXPECT_EQ(selected(), "2024-3-22");
  press(VK_HOME);
  EXPECT_EQ(selected(), "2024-3-1");
  press(VK_LEFT);
  press(VK_END);
  EXPECT_EQ(selected(), "2024-2-29");
}

TEST_F(MonthCalendarTest, StaysWithinItsLimits) {
  make();
  SYSTEMTIME range[2] = {date(2024, 2, 10), date(2024, 2, 20)};
  EXPECT_TRUE(at(MCM_SETRANGE, range, GDTR_MIN | GDTR_MAX));
  SYSTEMTIME outside = date(2024, 2, 9);
  EXPECT_FALSE(at(MCM_SETCURSEL, &outside));
  SetFocus(calendar);
  press(VK_NEXT);
  EXPECT_EQ(selected(), "2024-2-20");
  SYSTEMTIME got[2]{};
  EXPECT_EQ(at(MCM_GETRANGE, got), GDTR_MIN | GDTR_MAX);
  EXPECT_EQ(text(got[1]), "2024-2-20");
}

TEST_F(MonthCalendarTest, ARangeIsSelectedAsFarAsItMay) {
  make(MCS_MULTISELECT);
  EXPECT_TRUE(give(MCM_SETMAXSELCOUNT, 4, 0));
  SYSTEMTIME range[2] = {date(2024, 2, 8), date(2024, 2, 5)};
  EXPECT_TRUE(at(MCM_SETSELRANGE, range));
  EXPECT_EQ(selected(), "2024-2-5 2024-2-8") << "in order";
  range[1] = date(2024, 2, 12);
  EXPECT_FALSE(at(MCM_SETSELRANGE, range)) << "five days";
  const POINT from = find(MCHT_CALENDARDATE, 12);
  const POINT to = find(MCHT_CALENDARDATE, 20);
  send_mouse(MOUSEEVENTF_LEFTDOWN, in(calendar, from.x, from.y));
  pump();
  send_mouse(MOUSEEVENTF_MOVE, in(calendar, to.x, to.y));
  pump();
  send_mouse(MOUSEEVENTF_LEFTUP, in(calendar, to.x, to.y));
  pump();
  EXPECT_EQ(selected(), "2024-2-12 2024-2-15");
}

// mcn-getdaystate: the months shown and the two at their ends.
TEST_F(MonthCalendarTest, AsksWhichDaysAreBold) {
  NMDAYSTATE asked{};
  on_notify = [&](const NMHDR& header) {
    if (header.code == MCN_GETDAYSTATE) asked = as<NMDAYSTATE>(header);
  };
  make(MCS_DAYSTATE);
  EXPECT_EQ(asked.cDayState, 3);
  EXPECT_EQ(text(asked.stStart), "2024-1-1");
  MONTHDAYSTATE states[3]{};
  EXPECT_TRUE(give(MCM_SETDAYSTATE, 3, reinterpret_cast<LPARAM>(states)));
  EXPECT_FALSE(give(MCM_SETDAYSTATE, 2, reinterpret_cast<LPARAM>(states)));
  EXPECT_EQ(give(MCM_GETMONTHRANGE, GMR_DAYSTATE, 0), 3);
}

TEST_F(MonthCalendarTest, TheYearIsTyped) {
  make();
  click_on(MCHT_TITLEYEAR);
  for (const char key : {'2', '0', '2', '0'}) press(static_cast<WORD>(key));
  const HWND edit = FindWindowExW(calendar, nullptr, L"Edit", nullptr);
  ASSERT_NE(edit, nullptr);
  SetWindowTextW(edit, L"2020");
  SetFocus(window);
  EXPECT_EQ(selected(), "2020-2-14");
  EXPECT_FALSE(IsWindow(edit));
}

TEST_F(MonthCalendarTest, TodayAndSizesAndColours) {
  make();
  SYSTEMTIME day = date(2001, 9, 9);
  at(MCM_SETTODAY, &day);
  SYSTEMTIME got{};
  EXPECT_TRUE(at(MCM_GETTODAY, &got));
  EXPECT_EQ(text(got), "2001-9-9");
  click_on(MCHT_TODAYLINK);
  EXPECT_EQ(selected(), "2001-9-9");
  RECT least{};
  EXPECT_TRUE(give(MCM_GETMINREQRECT, 0, reinterpret_cast<LPARAM>(&least)));
  EXPECT_GT(least.right, 7 * 10);
  EXPECT_EQ(give(MCM_GETFIRSTDAYOFWEEK, 0, 0) & 0xFFFF, 0);
  give(MCM_SETCOLOR, MCSC_TITLEBK, RGB(1, 2, 3));
  EXPECT_EQ(give(MCM_GETCOLOR, MCSC_TITLEBK, 0), RGB(1, 2, 3));
  EXPECT_EQ(give(MCM_GETCOLOR, 9, 0), -1);
  SetWindowPos(calendar, nullptr, 0, 0, least.right * 2 + 20, least.bottom, SWP_NOMOVE);
  EXPECT_EQ(give(MCM_GETMONTHRANGE, GMR_VISIBLE, 0), 2) << "side by side";
}

TEST_F(MonthCalendarTest, AHandlerMayDestroyIt) {
  for (const UINT which : {UINT{MCN_SELCHANGE}, UINT{MCN_SELECT}}) {
    make();
    on_notify = [&](const NMHDR& header) {
      if (header.code == which) DestroyWindow(calendar);
    };
    SetFocus(calendar);
    press(VK_RIGHT);
    EXPECT_FALSE(IsWindow(calendar));
    on_notify = nullptr;
  }
}

}  // namespace
}  // namespace transom::comctl
