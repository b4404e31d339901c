// Scroll bars of both kinds: their values, what the mouse and the keyboard make of them.
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

SCROLLINFO all_of(HWND window, int bar) {
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_ALL;
  GetScrollInfo(window, bar, &info);
  return info;
}

int set(HWND window, int bar, UINT mask, int minimum, int maximum, UINT page, int position) {
  const SCROLLINFO info{sizeof info, mask, minimum, maximum, page, position, 0};
  return SetScrollInfo(window, bar, &info, TRUE);
}

SCROLLBARINFO layout_of(HWND window, LONG object) {
  SCROLLBARINFO info{};
  info.cbSize = sizeof info;
  EXPECT_TRUE(GetScrollBarInfo(window, object, &info));
  return info;
}

bool has_style(HWND window, DWORD style) {
  return (static_cast<DWORD>(GetWindowLongW(window, GWL_STYLE)) & style) != 0;
}

class ScrollBars : public InputTest {
 protected:
  void SetUp() override {
    InputTest::SetUp();
    bars = create(WS_POPUP | WS_VISIBLE | WS_VSCROLL | WS_HSCROLL, nullptr, {50, 50, 350, 250});
    pump();
    // The frame's own hit test finds the bars.
    on_message = [this](const Received& received) { on_any(received); };
    log.clear();
  }
  void TearDown() override {
    on_request = nullptr;
    if (IsWindow(bars)) DestroyWindow(bars);
    InputTest::TearDown();
  }

  void on_any(const Received& received) {
    if (received.message == WM_NCHITTEST) {
      hit = DefWindowProcW(received.window, WM_NCHITTEST, received.wparam, received.lparam);
    }
    if (received.message != WM_VSCROLL && received.message != WM_HSCROLL) return;
    requests.push_back(LOWORD(received.wparam));
    if (on_request) on_request(received);
  }

  POINT in_bar(int offset) const {
    const SCROLLBARINFO info = layout_of(bars, OBJID_VSCROLL);
    return {(info.rcScrollBar.left + info.rcScrollBar.right) / 2, info.rcScrollBar.top + offset};
  }
  POINT on_thumb() const {
    const SCROLLBARINFO info = layout_of(bars, OBJID_VSCROLL);
    return in_bar((info.xyThumbTop + info.xyThumbBottom) / 2);
  }
  int bar_length() const {
    const RECT area = layout_of(bars, OBJID_VSCROLL).rcScrollBar;
    return area.bottom - area.top;
  }
  void click(POINT at) {
    send_mouse(MOUSEEVENTF_LEFTDOWN, at);
    send_mouse(MOUSEEVENTF_LEFTUP, at);
    pump();
  }

  HWND bars = nullptr;
  std::vector<int> requests;
  std::function<void(const Received&)> on_request;
};

// https://learn.microsoft.com/windows/win32/controls/about-scroll-bars
TEST_F(ScrollBars, AStandardBarBeginsWithTheRangeOfAHundred) {
  const SCROLLINFO info = all_of(bars, SB_VERT);
  EXPECT_EQ(info.nMin, 0);
  EXPECT_EQ(info.nMax, 100);
  EXPECT_EQ(info.nPage, 0u);
  EXPECT_EQ(info.nPos, 0);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setscrollinfo
TEST_F(ScrollBars, PositionAndPageOutsideTheRangeBecomeTheNearestWithin) {
  EXPECT_EQ(set(bars, SB_VERT, SIF_ALL, 0, 50, 10, 49), 41);
  EXPECT_EQ(set(bars, SB_VERT, SIF_POS, 0, 0, 0, -5), 0);
  set(bars, SB_VERT, SIF_PAGE, 0, 0, 1000, 0);
  EXPECT_EQ(all_of(bars, SB_VERT).nPage, 51u);
}

TEST_F(ScrollBars, ABarIsHiddenWhileItsPageCoversTheRange) {
  RECT before, after;
  GetClientRect(bars, &before);
  set(bars, SB_VERT, SIF_RANGE | SIF_PAGE, 0, 9, 10, 0);
  EXPECT_FALSE(has_style(bars, WS_VSCROLL));
  GetClientRect(bars, &after);
  EXPECT_EQ(after.right - before.right, GetSystemMetrics(SM_CXVSCROLL));
  set(bars, SB_VERT, SIF_PAGE, 0, 0, 5, 0);
  EXPECT_TRUE(has_style(bars, WS_VSCROLL));
}

TEST_F(ScrollBars, DisableNoScrollKeepsTheBarAndTakesItsLife) {
  set(bars, SB_VERT, SIF_RANGE | SIF_DISABLENOSCROLL, 5, 5, 0, 0);
  EXPECT_TRUE(has_style(bars, WS_VSCROLL));
  const SCROLLBARINFO info = layout_of(bars, OBJID_VSCROLL);
  EXPECT_TRUE(info.rgstate[1] & STATE_SYSTEM_UNAVAILABLE);
  EXPECT_EQ(info.dxyLineButton, 0);
  click(in_bar(5));
  EXPECT_TRUE(requests.empty());
  set(bars, SB_VERT, SIF_RANGE, 0, 5, 0, 0);
  EXPECT_FALSE(layout_of(bars, OBJID_VSCROLL).rgstate[1] & STATE_SYSTEM_UNAVAILABLE);
}

TEST_F(ScrollBars, MistakesHaveTheirErrors) {
  SCROLLINFO info{};
  info.cbSize = 3;
  info.fMask = SIF_ALL;
  SetLastError(0);
  EXPECT_FALSE(GetScrollInfo(bars, SB_VERT, &info));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
  info.cbSize = sizeof info;
  EXPECT_FALSE(GetScrollInfo(window, SB_VERT, &info));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_NO_SCROLLBARS));
  EXPECT_FALSE(GetScrollInfo(nullptr, SB_VERT, &info));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_WINDOW_HANDLE));
  EXPECT_FALSE(SetScrollRange(bars, SB_VERT, -5, MAXLONG, FALSE));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_SCROLLBAR_RANGE));
  EXPECT_FALSE(GetScrollInfo(bars, SB_CTL, &info));
  EXPECT_FALSE(SetScrollInfo(bars, 77, &info, FALSE));
  EXPECT_FALSE(GetScrollInfo(bars, SB_VERT, nullptr));
}

TEST_F(ScrollBars, EnableScrollBarAnswersWhetherItChangedAnything) {
  EXPECT_FALSE(EnableScrollBar(bars, SB_VERT, ESB_ENABLE_BOTH));
  EXPECT_TRUE(EnableScrollBar(bars, SB_VERT, ESB_DISABLE_UP));
  EXPECT_TRUE(EnableScrollBar(bars, SB_BOTH, ESB_DISABLE_BOTH));
  EXPECT_FALSE(EnableScrollBar(bars, SB_BOTH, ESB_DISABLE_BOTH));
}

// https://learn.microsoft.com/windows/win32/controls/wm-vscroll
TEST_F(ScrollBars, ArrowsAndShaftSendTheirRequests) {
  TRANSOM_CHECKS(WM_VSCROLL);
  SetScrollPos(bars, SB_VERT, 50, TRUE);
  click(in_bar(5));
  click(in_bar(bar_length() - 5));
  click(in_bar(20));
  click(in_bar(bar_length() - 20));
  EXPECT_EQ(requests, (std::vector{SB_LINEUP, SB_ENDSCROLL, SB_LINEDOWN, SB_ENDSCROLL, SB_PAGEUP,
                                   SB_ENDSCROLL, SB_PAGEDOWN, SB_ENDSCROLL}));
  EXPECT_EQ(first(WM_VSCROLL)->lparam, 0);
  EXPECT_EQ(GetScrollPos(bars, SB_VERT), 50);
}

// https://learn.microsoft.com/windows/win32/controls/wm-hscroll
TEST_F(ScrollBars, TheHorizontalBarSendsItsOwnMessage) {
  TRANSOM_CHECKS(WM_HSCROLL);
  const RECT area = layout_of(bars, OBJID_HSCROLL).rcScrollBar;
  click({area.right - 4, area.top + 4});
  EXPECT_EQ(requests, (std::vector{SB_LINERIGHT, SB_ENDSCROLL}));
  ASSERT_NE(first(WM_HSCROLL), nullptr);
  EXPECT_EQ(first(WM_HSCROLL)->wparam, static_cast<WPARAM>(MAKEWPARAM(SB_LINERIGHT, 0)));
  EXPECT_EQ(first(WM_VSCROLL), nullptr);
}

TEST_F(ScrollBars, AnArrowRepeatsWhileItIsHeldAndThePointerOnIt) {
  const POINT arrow = in_bar(5);
  on_request = [&](const Received&) {
    if (requests.size() == 3) send_mouse(MOUSEEVENTF_LEFTUP, arrow);
  };
  const DWORD begin = GetTickCount();
  send_mouse(MOUSEEVENTF_LEFTDOWN, arrow);
  pump();
  EXPECT_EQ(requests, (std::vector{SB_LINEUP, SB_LINEUP, SB_LINEUP, SB_ENDSCROLL}));
  EXPECT_GE(GetTickCount() - begin, 200u);
}

TEST_F(ScrollBars, PagingStopsWhenTheThumbReachesThePointer) {
  set(bars, SB_VERT, SIF_ALL, 0, 99, 10, 0);
  const POINT middle = in_bar(bar_length() / 2);
  on_request = [&](const Received& received) {
    if (LOWORD(received.wparam) == SB_PAGEDOWN) {
      SetScrollPos(bars, SB_VERT, GetScrollPos(bars, SB_VERT) + 10, TRUE);
    }
  };
  // A timer of the test's own ends the press.
  static POINT release;
  release = middle;
  SetTimer(nullptr, 0, 600, [](HWND, UINT, UINT_PTR id, DWORD) {
    KillTimer(nullptr, id);
    send_mouse(MOUSEEVENTF_LEFTUP, release);
  });
  send_mouse(MOUSEEVENTF_LEFTDOWN, middle);
  pump();
  EXPECT_EQ(requests.back(), SB_ENDSCROLL);
  EXPECT_NEAR(GetScrollPos(bars, SB_VERT), 50, 10);
}

// https://learn.microsoft.com/windows/win32/controls/about-scroll-bars#scroll-bar-requests
TEST_F(ScrollBars, TheThumbTellsItsPositionWhileItIsDraggedAndAtTheEnd) {
  TRANSOM_CHECKS(WM_VSCROLL);
  const POINT thumb = on_thumb();
  const POINT below{thumb.x, thumb.y + 40};
  std::vector<int> tracked, looked_up;
  on_request = [&](const Received& received) {
    tracked.push_back(HIWORD(received.wparam));
    looked_up.push_back(all_of(bars, SB_VERT).nTrackPos);
    if (requests.size() == 1) send_mouse(0, below);
    if (requests.size() == 2) send_mouse(MOUSEEVENTF_LEFTUP, below);
  };
  send_mouse(MOUSEEVENTF_LEFTDOWN, thumb);
  pump();
  EXPECT_EQ(requests, (std::vector{SB_THUMBTRACK, SB_THUMBTRACK, SB_THUMBPOSITION, SB_ENDSCROLL}));
  ASSERT_EQ(tracked.size(), 4u);
  EXPECT_EQ(tracked[0], 0);
  EXPECT_GT(tracked[1], 10);
  EXPECT_EQ(tracked[2], tracked[1]);
  EXPECT_EQ(looked_up[1], tracked[1]);
  EXPECT_EQ(looked_up[2], tracked[1]);
  // The program did not move it.
  EXPECT_EQ(GetScrollPos(bars, SB_VERT), 0);
  EXPECT_EQ(all_of(bars, SB_VERT).nTrackPos, 0);
}

TEST_F(ScrollBars, TheThumbSnapsBackWhileThePointerIsFarAway) {
  SetScrollPos(bars, SB_VERT, 30, TRUE);
  const POINT thumb = on_thumb();
  const POINT below{thumb.x, thumb.y + 40}, away{thumb.x - 200, thumb.y + 40};
  std::vector<int> tracked;
  on_request = [&](const Received& received) {
    tracked.push_back(HIWORD(received.wparam));
    if (requests.size() == 1) send_mouse(0, below);
    if (requests.size() == 2) send_mouse(0, away);
    if (requests.size() == 3) send_mouse(MOUSEEVENTF_LEFTUP, away);
  };
  send_mouse(MOUSEEVENTF_LEFTDOWN, thumb);
  pump();
  ASSERT_EQ(requests.size(), 5u);
  EXPECT_EQ(tracked[0], 30);
  EXPECT_GT(tracked[1], 30);
  EXPECT_EQ(tracked[2], 30);
  EXPECT_EQ(tracked[3], 30);
}

TEST_F(ScrollBars, TheWindowMayGoWhileItsBarIsWorked) {
  on_request = [&](const Received&) { DestroyWindow(bars); };
  click(in_bar(5));
  EXPECT_FALSE(IsWindow(bars));
  EXPECT_EQ(requests, std::vector{SB_LINEUP});
}

TEST_F(ScrollBars, LosingTheCaptureEndsTheScrolling) {
  on_request = [&](const Received&) { ReleaseCapture(); };
  send_mouse(MOUSEEVENTF_LEFTDOWN, in_bar(5));
  pump();
  EXPECT_EQ(requests, (std::vector{SB_LINEUP, SB_ENDSCROLL}));
  on_request = nullptr;
  send_mouse(MOUSEEVENTF_LEFTUP, in_bar(5));
  pump();
}

class ScrollBarClass : public ScrollBars {
 protected:
  void SetUp() override {
    ScrollBars::SetUp();
    DestroyWindow(bars);  // it lies above
    SetForegroundWindow(window);
    control = create_control(SBS_HORZ | WS_TABSTOP, {20, 20, 220, 37});
    SetScrollRange(control, SB_CTL, 0, 50, TRUE);
    pump();
    log.clear();
  }
  HWND create_control(DWORD style, RECT at) {
    return CreateWindowExW(0, L"SCROLLBAR", L"", WS_CHILD | WS_VISIBLE | style, at.left, at.top,
                           at.right - at.left, at.bottom - at.top, window,
                           reinterpret_cast<HMENU>(7), nullptr, nullptr);
  }
  HWND control = nullptr;
};

TEST_F(ScrollBarClass, BeginsWithAnEmptyRange) {
  const HWND fresh = create_control(SBS_VERT, {5, 60, 25, 160});
  EXPECT_EQ(all_of(fresh, SB_CTL).nMax, 0);
  EXPECT_TRUE(layout_of(fresh, OBJID_CLIENT).rgstate[0] & STATE_SYSTEM_UNAVAILABLE);
}

// https://learn.microsoft.com/windows/win32/controls/about-scroll-bars#keyboard-interface-for-a-scroll-bar
TEST_F(ScrollBarClass, KeysAreRequestsToTheParent) {
  TRANSOM_CHECKS(WM_HSCROLL);
  SetFocus(control);
  for (const int key : {VK_LEFT, VK_RIGHT, VK_UP, VK_DOWN, VK_PRIOR, VK_NEXT, VK_HOME, VK_END}) {
    strike(static_cast<WORD>(key));
  }
  pump();
  EXPECT_EQ(requests, (std::vector{SB_LINEUP, SB_LINEDOWN, SB_LINEUP, SB_LINEDOWN, SB_PAGEUP,
                                   SB_PAGEDOWN, SB_TOP, SB_BOTTOM}));
  EXPECT_EQ(first(WM_HSCROLL)->window, window);
  EXPECT_EQ(first(WM_HSCROLL)->lparam, reinterpret_cast<LPARAM>(control));
}

TEST_F(ScrollBarClass, AClickTakesTheFocusAndSendsTheParentARequest) {
  RECT area;
  GetWindowRect(control, &area);
  click({area.right - 4, area.top + 4});
  EXPECT_EQ(GetFocus(), control);
  EXPECT_EQ(requests, (std::vector{SB_LINERIGHT, SB_ENDSCROLL}));
}

// https://learn.microsoft.com/windows/win32/controls/wm-ctlcolorscrollbar
TEST_F(ScrollBarClass, AsksItsParentForTheColourOfItsShaft) {
  TRANSOM_CHECKS(WM_CTLCOLORSCROLLBAR);
  InvalidateRect(control, nullptr, FALSE);
  UpdateWindow(control);
  ASSERT_NE(first(WM_CTLCOLORSCROLLBAR), nullptr);
  EXPECT_EQ(first(WM_CTLCOLORSCROLLBAR)->lparam, reinterpret_cast<LPARAM>(control));
  EXPECT_EQ(GetObjectType(reinterpret_cast<HGDIOBJ>(first(WM_CTLCOLORSCROLLBAR)->wparam)),
            static_cast<DWORD>(OBJ_DC));
}

TEST_F(ScrollBarClass, ItsMessagesAnswerAsDocumented) {
  EXPECT_EQ(SendMessageW(control, SBM_SETPOS, 30, TRUE), 0);
  EXPECT_EQ(SendMessageW(control, SBM_GETPOS, 0, 0), 30);
  // The position from before where the range moved it.
  EXPECT_EQ(SendMessageW(control, SBM_SETRANGE, 0, 20), 30);
  EXPECT_EQ(SendMessageW(control, SBM_SETRANGEREDRAW, 0, 25), 0);
  int minimum = -1, maximum = -1;
  SendMessageW(control, SBM_GETRANGE, reinterpret_cast<WPARAM>(&minimum),
               reinterpret_cast<LPARAM>(&maximum));
  EXPECT_EQ(minimum, 0);
  EXPECT_EQ(maximum, 25);
  EXPECT_TRUE(SendMessageW(control, SBM_ENABLE_ARROWS, ESB_DISABLE_BOTH, 0));
  EXPECT_FALSE(IsWindowEnabled(control));
  EXPECT_EQ(SendMessageW(control, WM_GETDLGCODE, 0, 0), DLGC_WANTARROWS);
}

TEST_F(ScrollBarClass, AlignmentStylesGiveTheDefaultWidth) {
  RECT area;
  const HWND right = create_control(SBS_VERT | SBS_RIGHTALIGN, {10, 10, 90, 100});
  GetClientRect(right, &area);
  EXPECT_EQ(area.right, GetSystemMetrics(SM_CXVSCROLL));
  EXPECT_EQ(area.bottom, 90);
  GetWindowRect(right, &area);
  MapWindowPoints(nullptr, window, reinterpret_cast<POINT*>(&area), 2);
  EXPECT_EQ(area.right, 90);
}

TEST_F(ScrollBarClass, ASizeBoxSizesTheWindowItIsIn) {
  const HWND box = create_control(SBS_SIZEBOX | SBS_SIZEBOXBOTTOMRIGHTALIGN, {0, 0, 100, 100});
  RECT area, before, after;
  GetWindowRect(box, &area);
  GetWindowRect(window, &before);
  const POINT grip{area.left + 5, area.top + 5};
  send_mouse(MOUSEEVENTF_LEFTDOWN, grip);
  on_message = [&](const Received& received) {
    if (received.message == WM_ENTERSIZEMOVE) {
      send_mouse(0, {grip.x + 30, grip.y + 20});
      send_mouse(MOUSEEVENTF_LEFTUP, {grip.x + 30, grip.y + 20});
    }
  };
  pump();
  GetWindowRect(window, &after);
  EXPECT_EQ(after.right - before.right, 30);
  EXPECT_EQ(after.bottom - before.bottom, 20);
}

}  // namespace
}  // namespace transom::user
