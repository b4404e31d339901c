// Each mouse message of the client and the non-client area, from hardware events to the window:
// its parameters, and what the default action makes of it.
// https://learn.microsoft.com/windows/win32/inputdev/mouse-input-notifications
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

constexpr POINT kInside{200, 250};

class MouseMessages : public InputTest {
 protected:
  // Where a client position is, as lParam carries it.
  LPARAM in_client(POINT screen) const {
    ScreenToClient(window, &screen);
    return MAKELPARAM(screen.x, screen.y);
  }
  static LPARAM on_screen(POINT screen) { return MAKELPARAM(screen.x, screen.y); }

  void click(DWORD down, DWORD up, POINT screen) {
    send_mouse(down, screen);
    send_mouse(up, screen);
  }

  // Press, release and second press within the double-click time, in the client area.
  void check_client_button(DWORD down, DWORD up, std::array<UINT, 3> messages, WPARAM key) {
    click(down, up, kInside);
    click(down, up, kInside);
    pump();
    const auto [press, release, second] = messages;
    ASSERT_EQ(numbers({press, release, second}),
              (std::vector<UINT>{press, release, second, release}));
    EXPECT_EQ(first(press)->lparam, in_client(kInside));
    EXPECT_EQ(first(press)->wparam, key);
    EXPECT_EQ(first(release)->wparam, 0u);
    EXPECT_EQ(first(second)->wparam, key);
    EXPECT_EQ(first(second)->lparam, in_client(kInside));
  }

  // The same over a part of the frame that does nothing by itself.
  void check_frame_button(DWORD down, DWORD up, std::array<UINT, 3> messages) {
    hit = HTBORDER;
    click(down, up, kInside);
    click(down, up, kInside);
    pump();
    const auto [press, release, second] = messages;
    ASSERT_EQ(numbers({press, release, second}),
              (std::vector<UINT>{press, release, second, release}));
    for (const UINT message : messages) {
      EXPECT_EQ(first(message)->wparam, static_cast<WPARAM>(HTBORDER));
      EXPECT_EQ(first(message)->lparam, on_screen(kInside));
    }
  }
};

TEST_F(MouseMessages, TheLeftButtonInTheClientArea) {
  TRANSOM_CHECKS(WM_LBUTTONDOWN);
  TRANSOM_CHECKS(WM_LBUTTONUP);
  TRANSOM_CHECKS(WM_LBUTTONDBLCLK);
  check_client_button(MOUSEEVENTF_LEFTDOWN, MOUSEEVENTF_LEFTUP,
                      {WM_LBUTTONDOWN, WM_LBUTTONUP, WM_LBUTTONDBLCLK}, MK_LBUTTON);
}

TEST_F(MouseMessages, TheRightButtonInTheClientArea) {
  TRANSOM_CHECKS(WM_RBUTTONDOWN);
  TRANSOM_CHECKS(WM_RBUTTONUP);
  TRANSOM_CHECKS(WM_RBUTTONDBLCLK);
  check_client_button(MOUSEEVENTF_RIGHTDOWN, MOUSEEVENTF_RIGHTUP,
                      {WM_RBUTTONDOWN, WM_RBUTTONUP, WM_RBUTTONDBLCLK}, MK_RBUTTON);
}

TEST_F(MouseMessages, TheMiddleButtonInTheClientArea) {
  TRANSOM_CHECKS(WM_MBUTTONDOWN);
  TRANSOM_CHECKS(WM_MBUTTONUP);
  TRANSOM_CHECKS(WM_MBUTTONDBLCLK);
  check_client_button(MOUSEEVENTF_MIDDLEDOWN, MOUSEEVENTF_MIDDLEUP,
                      {WM_MBUTTONDOWN, WM_MBUTTONUP, WM_MBUTTONDBLCLK}, MK_MBUTTON);
}

TEST_F(MouseMessages, TheLeftButtonOnTheFrame) {
  TRANSOM_CHECKS(WM_NCLBUTTONDOWN);
  TRANSOM_CHECKS(WM_NCLBUTTONUP);
  TRANSOM_CHECKS(WM_NCLBUTTONDBLCLK);
  check_frame_button(MOUSEEVENTF_LEFTDOWN, MOUSEEVENTF_LEFTUP,
                     {WM_NCLBUTTONDOWN, WM_NCLBUTTONUP, WM_NCLBUTTONDBLCLK});
}

TEST_F(MouseMessages, TheRightButtonOnTheFrame) {
  TRANSOM_CHECKS(WM_NCRBUTTONDOWN);
  TRANSOM_CHECKS(WM_NCRBUTTONUP);
  TRANSOM_CHECKS(WM_NCRBUTTONDBLCLK);
  check_frame_button(MOUSEEVENTF_RIGHTDOWN, MOUSEEVENTF_RIGHTUP,
                     {WM_NCRBUTTONDOWN, WM_NCRBUTTONUP, WM_NCRBUTTONDBLCLK});
}

TEST_F(MouseMessages, TheMiddleButtonOnTheFrame) {
  TRANSOM_CHECKS(WM_NCMBUTTONDOWN);
  TRANSOM_CHECKS(WM_NCMBUTTONUP);
  TRANSOM_CHECKS(WM_NCMBUTTONDBLCLK);
  check_frame_button(MOUSEEVENTF_MIDDLEDOWN, MOUSEEVENTF_MIDDLEUP,
                     {WM_NCMBUTTONDOWN, WM_NCMBUTTONUP, WM_NCMBUTTONDBLCLK});
}

// A double click on the caption maximizes, the next one restores.
TEST_F(MouseMessages, ADoubleClickOnTheCaptionMaximizes) {
  TRANSOM_CHECKS(WM_NCLBUTTONDBLCLK);
  hit = HTCAPTION;
  const POINT caption{200, 108};
  for (int i = 0; i < 2; ++i) {
    click(MOUSEEVENTF_LEFTDOWN, MOUSEEVENTF_LEFTUP, caption);
    pump();
  }
  EXPECT_TRUE(IsZoomed(window));
}

TEST_F(MouseMessages, AMoveOverTheClientArea) {
  TRANSOM_CHECKS(WM_NCHITTEST);
  TRANSOM_CHECKS(WM_SETCURSOR);
  TRANSOM_CHECKS(WM_MOUSEMOVE);
  TRANSOM_CHECKS(WM_MOUSEFIRST);
  SetCursor(nullptr);
  send_mouse(0, kInside);
  pump();
  ASSERT_EQ(numbers({WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE}),
            (std::vector<UINT>{WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE}));
  EXPECT_EQ(first(WM_NCHITTEST)->wparam, 0u);
  EXPECT_EQ(first(WM_NCHITTEST)->lparam, on_screen(kInside));
  EXPECT_EQ(first(WM_SETCURSOR)->wparam, reinterpret_cast<WPARAM>(window));
  EXPECT_EQ(first(WM_SETCURSOR)->lparam, MAKELPARAM(HTCLIENT, WM_MOUSEMOVE));
  EXPECT_EQ(first(WM_MOUSEMOVE)->wparam, 0u);
  EXPECT_EQ(first(WM_MOUSEMOVE)->lparam, in_client(kInside));
}

TEST_F(MouseMessages, AMoveOverTheFrame) {
  TRANSOM_CHECKS(WM_NCMOUSEMOVE);
  hit = HTBORDER;
  send_mouse(0, kInside);
  pump();
  ASSERT_EQ(numbers({WM_NCMOUSEMOVE, WM_MOUSEMOVE}), std::vector<UINT>{WM_NCMOUSEMOVE});
  EXPECT_EQ(first(WM_NCMOUSEMOVE)->wparam, static_cast<WPARAM>(HTBORDER));
  EXPECT_EQ(first(WM_NCMOUSEMOVE)->lparam, on_screen(kInside));
}

// "The system … sends WM_SETCURSOR … the parent window gets it first": a parent that answers TRUE
// keeps the child's cursor from being set.
TEST_F(MouseMessages, TheParentDecidesOnTheCursorFirst) {
  TRANSOM_CHECKS(WM_SETCURSOR);
  const HWND child = create(WS_CHILD | WS_VISIBLE, window, {0, 0, 250, 200});
  send_mouse(0, kInside);
  pump();
  std::vector<HWND> order;
  for (const Received& received : log) {
    if (received.message == WM_SETCURSOR) order.push_back(received.window);
  }
  EXPECT_EQ(order, (std::vector<HWND>{child, window}));  // the child's default asks the parent
}

TEST_F(MouseMessages, TheWheelTurns) {
  TRANSOM_CHECKS(WM_MOUSEWHEEL);
  TRANSOM_CHECKS(WM_MOUSELAST);
  SetFocus(window);
  send_mouse(MOUSEEVENTF_WHEEL, kInside, WHEEL_DELTA);
  pump();
  ASSERT_NE(first(WM_MOUSEWHEEL), nullptr);
  EXPECT_EQ(GET_WHEEL_DELTA_WPARAM(first(WM_MOUSEWHEEL)->wparam), WHEEL_DELTA);
  EXPECT_EQ(GET_KEYSTATE_WPARAM(first(WM_MOUSEWHEEL)->wparam), 0);
  EXPECT_EQ(first(WM_MOUSEWHEEL)->lparam, on_screen(kInside));
}

TEST_F(MouseMessages, ThePointerLeaves) {
  TRANSOM_CHECKS(WM_MOUSELEAVE);
  send_mouse(0, kInside);
  pump();
  TRACKMOUSEEVENT request{sizeof request, TME_LEAVE, window, 0};
  ASSERT_TRUE(TrackMouseEvent(&request));
  send_mouse(0, {10, 10});
  pump();
  ASSERT_NE(first(WM_MOUSELEAVE), nullptr);
  EXPECT_EQ(first(WM_MOUSELEAVE)->wparam, 0u);
  EXPECT_EQ(first(WM_MOUSELEAVE)->lparam, 0);
  request.dwFlags = TME_QUERY;
  TrackMouseEvent(&request);
  EXPECT_EQ(request.dwFlags & TME_LEAVE, 0u);  // once
}

TEST_F(MouseMessages, ThePointerRests) {
  TRANSOM_CHECKS(WM_MOUSEHOVER);
  send_mouse(0, kInside);
  pump();
  TRACKMOUSEEVENT request{sizeof request, TME_HOVER, window, 10};
  ASSERT_TRUE(TrackMouseEvent(&request));
  MSG message;
  while (first(WM_MOUSEHOVER) == nullptr && GetMessageW(&message, nullptr, 0, 0) > 0) {
    DispatchMessageW(&message);
  }
  EXPECT_EQ(first(WM_MOUSEHOVER)->wparam, 0u);
  EXPECT_EQ(first(WM_MOUSEHOVER)->lparam, in_client(kInside));
}

TEST_F(MouseMessages, TheCaptureGoesToAnotherWindow) {
  TRANSOM_CHECKS(WM_CAPTURECHANGED);
  const HWND child = create(WS_CHILD | WS_VISIBLE, window, {0, 0, 50, 50});
  SetCapture(window);
  SetCapture(child);
  ASSERT_NE(first(WM_CAPTURECHANGED), nullptr);
  EXPECT_EQ(first(WM_CAPTURECHANGED)->window, window);
  EXPECT_EQ(first(WM_CAPTURECHANGED)->lparam, reinterpret_cast<LPARAM>(child));
  log.clear();
  ReleaseCapture();
  ASSERT_NE(first(WM_CAPTURECHANGED), nullptr);
  EXPECT_EQ(first(WM_CAPTURECHANGED)->lparam, 0);
  EXPECT_EQ(GetCapture(), nullptr);
}

// The four answers: MA_ACTIVATE, MA_ACTIVATEANDEAT, MA_NOACTIVATE, MA_NOACTIVATEANDEAT.
TEST_F(MouseMessages, APressInAnInactiveWindowAsksWhetherToActivate) {
  TRANSOM_CHECKS(WM_MOUSEACTIVATE);
  const HWND other = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {500, 100, 700, 300});
  struct Case {
    LRESULT answer;
    bool activates, delivers;
  };
  for (const auto& [answer, activates, delivers] :
       {Case{MA_ACTIVATE, true, true}, Case{MA_ACTIVATEANDEAT, true, false},
        Case{MA_NOACTIVATE, false, true}, Case{MA_NOACTIVATEANDEAT, false, false}}) {
    SetForegroundWindow(window);
    pump();
    log.clear();
    always_answer(WM_MOUSEACTIVATE, answer);
    click(MOUSEEVENTF_LEFTDOWN, MOUSEEVENTF_LEFTUP, {600, 200});
    pump();
    ASSERT_NE(first(WM_MOUSEACTIVATE), nullptr);
    EXPECT_EQ(first(WM_MOUSEACTIVATE)->window, other);
    EXPECT_EQ(first(WM_MOUSEACTIVATE)->wparam, reinterpret_cast<WPARAM>(other));
    EXPECT_EQ(first(WM_MOUSEACTIVATE)->lparam, MAKELPARAM(HTCLIENT, WM_LBUTTONDOWN));
    EXPECT_EQ(GetActiveWindow() == other, activates) << answer;
    EXPECT_EQ(first(WM_LBUTTONDOWN) != nullptr, delivers) << answer;
    send_mouse(0, {10, 10});  // so that the next press is no double click
    pump();
  }
  DestroyWindow(other);
}

TEST_F(MouseMessages, TheRightButtonsReleaseAsksForTheContextMenu) {
  TRANSOM_CHECKS(WM_CONTEXTMENU);
  const HWND child = create(WS_CHILD | WS_VISIBLE, window, {0, 0, 250, 200});
  click(MOUSEEVENTF_RIGHTDOWN, MOUSEEVENTF_RIGHTUP, kInside);
  pump();
  // Up the parent chain, naming the window that was clicked.
  std::vector<HWND> order;
  for (const Received& received : log) {
    if (received.message != WM_CONTEXTMENU) continue;
    order.push_back(received.window);
    EXPECT_EQ(received.wparam, reinterpret_cast<WPARAM>(child));
    EXPECT_EQ(received.lparam, on_screen(kInside));
  }
  EXPECT_EQ(order, (std::vector<HWND>{child, window}));
}

// https://learn.microsoft.com/windows/win32/inputmsg/wm-parentnotify
TEST_F(MouseMessages, TheParentHearsOfAPressInAChild) {
  TRANSOM_CHECKS(WM_PARENTNOTIFY);
  create(WS_CHILD | WS_VISIBLE, window, {0, 0, 250, 200});
  ASSERT_NE(first(WM_PARENTNOTIFY), nullptr);  // of its creation
  EXPECT_EQ(LOWORD(first(WM_PARENTNOTIFY)->wparam), WM_CREATE);
  log.clear();
  click(MOUSEEVENTF_LEFTDOWN, MOUSEEVENTF_LEFTUP, kInside);
  pump();
  ASSERT_NE(first(WM_PARENTNOTIFY), nullptr);
  EXPECT_EQ(first(WM_PARENTNOTIFY)->window, window);
  EXPECT_EQ(LOWORD(first(WM_PARENTNOTIFY)->wparam), WM_LBUTTONDOWN);
  EXPECT_EQ(first(WM_PARENTNOTIFY)->lparam, in_client(kInside));
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-entersizemove
TEST_F(MouseMessages, DraggingTheCaptionIsAModalLoop) {
  TRANSOM_CHECKS(WM_SYSCOMMAND);
  TRANSOM_CHECKS(WM_ENTERSIZEMOVE);
  TRANSOM_CHECKS(WM_MOVING);
  TRANSOM_CHECKS(WM_EXITSIZEMOVE);
  hit = HTCAPTION;
  RECT proposed{};
  on_message = [&](const Received& received) {
    if (received.message == WM_MOVING) proposed = *reinterpret_cast<RECT*>(received.lparam);
  };
  send_mouse(MOUSEEVENTF_LEFTDOWN, {150, 110});
  send_mouse(0, {180, 130});
  send_mouse(MOUSEEVENTF_LEFTUP, {180, 130});
  pump();
  ASSERT_EQ(numbers({WM_SYSCOMMAND, WM_ENTERSIZEMOVE, WM_MOVING, WM_EXITSIZEMOVE}),
            (std::vector<UINT>{WM_SYSCOMMAND, WM_ENTERSIZEMOVE, WM_MOVING, WM_EXITSIZEMOVE}));
  EXPECT_EQ(first(WM_SYSCOMMAND)->wparam & 0xFFF0, static_cast<WPARAM>(SC_MOVE));
  EXPECT_EQ(first(WM_SYSCOMMAND)->lparam, MAKELPARAM(150, 110));
  const RECT expected{130, 120, 430, 320};
  EXPECT_TRUE(EqualRect(&proposed, &expected));
  RECT now;
  GetWindowRect(window, &now);
  EXPECT_TRUE(EqualRect(&now, &expected));
}

// The program may edit the rectangle of WM_SIZING.
TEST_F(MouseMessages, DraggingABorderSizes) {
  TRANSOM_CHECKS(WM_SIZING);
  hit = HTRIGHT;
  on_message = [&](const Received& received) {
    if (received.message == WM_SIZING) reinterpret_cast<RECT*>(received.lparam)->right = 500;
  };
  send_mouse(MOUSEEVENTF_LEFTDOWN, {399, 200});
  send_mouse(0, {450, 200});
  send_mouse(MOUSEEVENTF_LEFTUP, {450, 200});
  pump();
  ASSERT_NE(first(WM_SIZING), nullptr);
  EXPECT_EQ(first(WM_SIZING)->wparam, static_cast<WPARAM>(WMSZ_RIGHT));
  RECT now;
  GetWindowRect(window, &now);
  EXPECT_EQ(now.right, 500);
}

}  // namespace
}  // namespace transom::user
