#include "comctl32/common_test_support.h"

namespace transom::comctl {
namespace {

class UpDownTest : public CommonControlTest {
 protected:
  HWND make(DWORD style) {
    edit = CreateWindowExW(WS_EX_CLIENTEDGE, L"Edit", L"", WS_CHILD | WS_VISIBLE, 10, 80, 100, 22,
                           window, nullptr, nullptr, nullptr);
    return control(UPDOWN_CLASSW, nullptr, style, {}, 9);
  }
  HWND edit = nullptr;
};

constexpr DWORD kBuddy = UDS_AUTOBUDDY | UDS_SETBUDDYINT | UDS_ALIGNRIGHT | UDS_ARROWKEYS;

TEST_F(UpDownTest, LiesAtItsBuddysEdgeAndShowsTheNumberThere) {
  const HWND arrows = make(kBuddy);
  EXPECT_EQ(reinterpret_cast<HWND>(send(arrows, UDM_GETBUDDY)), edit);
  EXPECT_EQ(rect_in(arrows, window).right, 110);
  EXPECT_EQ(rect_in(edit, window).right, 94);
  send(arrows, UDM_SETRANGE, 0, MAKELPARAM(2000, 0));
  send(arrows, UDM_SETPOS, 0, 1234);
  EXPECT_EQ(window_text(edit), u"1,234");
  EXPECT_EQ(send(arrows, UDM_GETPOS), 1234);
}

TEST_F(UpDownTest, AnArrowChangesTheNumberAndTells) {
  const HWND arrows = make(kBuddy);
  send(arrows, UDM_SETRANGE, 0, MAKELPARAM(10, 0));
  NMUPDOWN change{};
  on_notify = [&](const NMHDR& header) {
    if (header.code == UDN_DELTAPOS) change = as<NMUPDOWN>(header);
  };
  click(arrows, 8, 4);
  EXPECT_EQ(window_text(edit), u"1");
  EXPECT_EQ(change.iPos, 0);
  EXPECT_EQ(change.iDelta, 1);
  ASSERT_NE(first(WM_VSCROLL), nullptr);
  EXPECT_EQ(first(WM_VSCROLL)->wparam, MAKEWPARAM(SB_THUMBPOSITION, 1));
  EXPECT_EQ(first(WM_VSCROLL)->lparam, reinterpret_cast<LPARAM>(arrows));
  click(arrows, 8, 18);
  click(arrows, 8, 18);
  EXPECT_EQ(window_text(edit), u"0") << "no further without UDS_WRAP";
}

// "Return nonzero to prevent the change in the control's position."
TEST_F(UpDownTest, TheParentMayPreventTheChange) {
  const HWND arrows = make(kBuddy);
  send(arrows, UDM_SETRANGE, 0, MAKELPARAM(10, 0));
  always_answer(WM_NOTIFY, 1);
  click(arrows, 8, 4);
  EXPECT_EQ(send(arrows, UDM_GETPOS32), 0);
}

TEST_F(UpDownTest, TheBuddysArrowKeysAndTextCount) {
  const HWND arrows = make(kBuddy | UDS_WRAP);
  send(arrows, UDM_SETRANGE, 0, MAKELPARAM(10, 0));
  SetFocus(edit);
  SetWindowTextW(edit, L"9");
  press(VK_UP);
  press(VK_UP);
  EXPECT_EQ(window_text(edit), u"0") << "round the end";
  SetWindowTextW(edit, L"many");
  EXPECT_EQ(HIWORD(send(arrows, UDM_GETPOS)), 1) << "no number";
}

TEST_F(UpDownTest, HeldDownItGoesOn) {
  const HWND arrows = make(0);
  send(arrows, UDM_SETRANGE32, 0, 1000);
  const UDACCEL steps[] = {{0, 7}, {5, 10}};
  EXPECT_TRUE(send(arrows, UDM_SETACCEL, 2, reinterpret_cast<LPARAM>(steps)));
  SetWindowPos(arrows, nullptr, 10, 10, 20, 40, SWP_NOZORDER);
  send_mouse(MOUSEEVENTF_LEFTDOWN, in(arrows, 8, 4));
  const DWORD begin = GetTickCount();
  MSG message;
  while (GetTickCount() - begin < 620 && GetMessageW(&message, nullptr, 0, 0) > 0) {
    DispatchMessageW(&message);
  }
  send_mouse(MOUSEEVENTF_LEFTUP, in(arrows, 8, 4));
  pump();
  EXPECT_GE(send(arrows, UDM_GETPOS32), 14);
  EXPECT_EQ(send(arrows, UDM_GETPOS32) % 7, 0);
}

class TrackBarTest : public CommonControlTest {
 protected:
  HWND make(DWORD style = TBS_AUTOTICKS) {
    return control(TRACKBAR_CLASSW, nullptr, style, {10, 10, 210, 40}, 10);
  }
  std::vector<WORD> scrolls() {
    std::vector<WORD> all;
    for (const user::Received& each : log) {
      if (each.message == WM_HSCROLL) all.push_back(LOWORD(each.wparam));
    }
    log.clear();
    return all;
  }
};

TEST_F(TrackBarTest, BeginsAsDocumented) {
  const HWND bar = make();
  EXPECT_EQ(send(bar, TBM_GETRANGEMAX), 100);
  EXPECT_EQ(send(bar, TBM_GETLINESIZE), 1);
  EXPECT_EQ(send(bar, TBM_GETPAGESIZE), 20);
  RECT thumb{};
  send(bar, TBM_GETTHUMBRECT, 0, reinterpret_cast<LPARAM>(&thumb));
  EXPECT_EQ(thumb.left, 8);
  EXPECT_EQ(thumb.bottom - thumb.top, 21);
}

TEST_F(TrackBarTest, KeysMoveAndScroll) {
  const HWND bar = make();
  SetFocus(bar);
  log.clear();
  press(VK_RIGHT);
  press(VK_NEXT);
  EXPECT_EQ(send(bar, TBM_GETPOS), 21);
  press(VK_HOME);
  EXPECT_EQ(send(bar, TBM_GETPOS), 0);
  EXPECT_EQ(scrolls(), (std::vector<WORD>{TB_LINEDOWN, TB_ENDTRACK, TB_PAGEDOWN, TB_ENDTRACK,
                                          TB_TOP, TB_ENDTRACK}));
}

TEST_F(TrackBarTest, AClickInTheChannelPages) {
  const HWND bar = make();
  click(bar, 180, 12);
  EXPECT_EQ(send(bar, TBM_GETPOS), 20);
  EXPECT_EQ(scrolls(), (std::vector<WORD>{TB_PAGEDOWN, TB_ENDTRACK}));
}

TEST_F(TrackBarTest, TheThumbIsDragged) {
  const HWND bar = make();
  send_mouse(MOUSEEVENTF_LEFTDOWN, in(bar, 13, 12));
  pump();
  send_mouse(0, in(bar, 100, 12));
  pump();
  send_mouse(MOUSEEVENTF_LEFTUP, in(bar, 100, 12));
  pump();
  EXPECT_NEAR(static_cast<double>(send(bar, TBM_GETPOS)), 50, 2);
  EXPECT_EQ(scrolls(), (std::vector<WORD>{TB_THUMBTRACK, TB_THUMBPOSITION, TB_ENDTRACK}));
}

TEST_F(TrackBarTest, TicksAreCounted) {
  const HWND bar = make();
  send(bar, TBM_SETTICFREQ, 25);
  EXPECT_EQ(send(bar, TBM_GETNUMTICS), 5);
  EXPECT_EQ(send(bar, TBM_GETTIC, 0), 25);
  EXPECT_EQ(send(bar, TBM_GETTIC, 9), -1);
  EXPECT_FALSE(send(bar, TBM_SETTIC, 0, 500));
}

}  // namespace
}  // namespace transom::comctl
