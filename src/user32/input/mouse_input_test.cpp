// Mouse messages, from SendInput to the window procedure.
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

using MouseInput = InputTest;
constexpr POINT kInside{200, 250};

TEST_F(MouseInput, APressInAChildIsToldInTheDocumentedOrder) {
  create(WS_CHILD | WS_VISIBLE, window, {0, 0, 200, 200});
  pump();
  send_mouse(MOUSEEVENTF_LEFTDOWN, kInside);
  log.clear();
  pump();
  const std::vector<UINT> press = {WM_PARENTNOTIFY, WM_MOUSEACTIVATE, WM_LBUTTONDOWN};
  // Both windows hear of the activation: the child's default asks the parent.
  EXPECT_EQ(numbers(press), (std::vector<UINT>{WM_PARENTNOTIFY, WM_MOUSEACTIVATE, WM_MOUSEACTIVATE,
                                               WM_LBUTTONDOWN}));
  send_mouse(MOUSEEVENTF_LEFTUP, kInside);
  pump();
}

TEST_F(MouseInput, HitTestAndCursorComeBeforeTheMessage) {
  send_mouse(0, kInside);
  log.clear();
  pump();
  EXPECT_EQ(numbers({WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE}),
            (std::vector<UINT>{WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE}));
}

TEST_F(MouseInput, TheSecondPressIsADoubleClickAndTheThirdIsNot) {
  for (int click = 0; click < 3; ++click) {
    send_mouse(MOUSEEVENTF_LEFTDOWN, kInside);
    send_mouse(MOUSEEVENTF_LEFTUP, kInside);
  }
  pump();
  EXPECT_EQ(numbers({WM_LBUTTONDOWN, WM_LBUTTONDBLCLK}),
            (std::vector<UINT>{WM_LBUTTONDOWN, WM_LBUTTONDBLCLK, WM_LBUTTONDOWN}));
}

TEST_F(MouseInput, MovesInARowAreOneMessage) {
  for (int x = 150; x < 250; ++x) send_mouse(0, {x, 250});
  log.clear();
  pump();
  ASSERT_EQ(numbers({WM_MOUSEMOVE}).size(), 1u);
  POINT client{249, 250};
  ScreenToClient(window, &client);
  EXPECT_EQ(first(WM_MOUSEMOVE)->lparam, MAKELPARAM(client.x, client.y));
}

TEST_F(MouseInput, TheCapturingWindowGetsMovesOutsideWithoutAHitTest) {
  SetCapture(window);
  send_mouse(0, {10, 10});
  log.clear();
  pump();
  EXPECT_EQ(numbers({WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE}), std::vector<UINT>{WM_MOUSEMOVE});
  EXPECT_EQ(static_cast<short>(LOWORD(first(WM_MOUSEMOVE)->lparam)) < 0, true);
  ReleaseCapture();
  EXPECT_EQ(numbers({WM_CAPTURECHANGED}).size(), 1u);
}

// https://learn.microsoft.com/windows/win32/menurc/wm-contextmenu
TEST_F(MouseInput, TheRightButtonAsksForAContextMenuAtThePointer) {
  send_mouse(MOUSEEVENTF_RIGHTDOWN, kInside);
  send_mouse(MOUSEEVENTF_RIGHTUP, kInside);
  pump();
  ASSERT_NE(first(WM_CONTEXTMENU), nullptr);
  EXPECT_EQ(first(WM_CONTEXTMENU)->lparam, MAKELPARAM(kInside.x, kInside.y));
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-xbuttonup
TEST_F(MouseInput, AnXButtonBecomesAnApplicationCommand) {
  send_mouse(MOUSEEVENTF_XDOWN, kInside, XBUTTON1);
  send_mouse(MOUSEEVENTF_XUP, kInside, XBUTTON1);
  pump();
  ASSERT_NE(first(WM_APPCOMMAND), nullptr);
  EXPECT_EQ(GET_APPCOMMAND_LPARAM(first(WM_APPCOMMAND)->lparam), APPCOMMAND_BROWSER_BACKWARD);
  EXPECT_EQ(GET_DEVICE_LPARAM(first(WM_APPCOMMAND)->lparam), FAPPCOMMAND_MOUSE);
}

TEST_F(MouseInput, TheWheelGoesToTheFocusAndUpToTheParent) {
  const HWND child = create(WS_CHILD | WS_VISIBLE, window, {0, 0, 200, 200});
  SetFocus(child);
  send_mouse(MOUSEEVENTF_WHEEL, kInside, static_cast<DWORD>(-WHEEL_DELTA));
  pump();
  ASSERT_EQ(numbers({WM_MOUSEWHEEL}).size(), 2u);
  EXPECT_EQ(first(WM_MOUSEWHEEL)->window, child);
  EXPECT_EQ(GET_WHEEL_DELTA_WPARAM(first(WM_MOUSEWHEEL)->wparam), -WHEEL_DELTA);
}

TEST_F(MouseInput, LeavingIsPostedOnce) {
  send_mouse(0, kInside);
  pump();
  TRACKMOUSEEVENT request{sizeof request, TME_LEAVE, window, 0};
  ASSERT_TRUE(TrackMouseEvent(&request));
  send_mouse(0, {10, 10});
  pump();
  send_mouse(0, {11, 11});
  pump();
  EXPECT_EQ(numbers({WM_MOUSELEAVE}).size(), 1u);
}

// A program may destroy the window in any of them.
TEST_F(MouseInput, TheWindowMayBeDestroyedInAnyMessageOfAPress) {
  for (const UINT fatal : {WM_NCHITTEST, WM_PARENTNOTIFY, WM_MOUSEACTIVATE, WM_SETCURSOR,
                           WM_LBUTTONDOWN, WM_LBUTTONUP}) {
    on_message = nullptr;
    if (!IsWindow(window)) {
      window = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {100, 100, 400, 300});
    }
    const HWND child = create(WS_CHILD | WS_VISIBLE, window, {0, 0, 200, 200});
    pump();
    on_message = [&](const Received& received) {
      if (received.message == fatal && IsWindow(window)) DestroyWindow(window);
    };
    send_mouse(MOUSEEVENTF_LEFTDOWN, kInside);
    send_mouse(MOUSEEVENTF_LEFTUP, kInside);
    pump();
    EXPECT_FALSE(IsWindow(child)) << fatal;
  }
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-entersizemove
TEST_F(MouseInput, DraggingTheCaptionMovesTheWindow) {
  hit = HTCAPTION;
  send_mouse(MOUSEEVENTF_LEFTDOWN, {150, 110});
  send_mouse(0, {180, 130});
  send_mouse(MOUSEEVENTF_LEFTUP, {180, 130});
  log.clear();
  pump();
  EXPECT_EQ(
      numbers({WM_SYSCOMMAND, WM_ENTERSIZEMOVE, WM_MOVING, WM_MOVE, WM_EXITSIZEMOVE}),
      (std::vector<UINT>{WM_SYSCOMMAND, WM_ENTERSIZEMOVE, WM_MOVING, WM_MOVE, WM_EXITSIZEMOVE}));
  RECT rect;
  GetWindowRect(window, &rect);
  EXPECT_EQ(rect.left, 130);
  EXPECT_EQ(rect.top, 120);
  EXPECT_EQ(GetCapture(), nullptr);
}

TEST_F(MouseInput, SizingStopsAtTheSmallestTrackSize) {
  hit = HTLEFT;
  send_mouse(MOUSEEVENTF_LEFTDOWN, {101, 200});
  send_mouse(0, {900, 200});
  send_mouse(MOUSEEVENTF_LEFTUP, {900, 200});
  pump();
  RECT rect;
  GetWindowRect(window, &rect);
  EXPECT_EQ(rect.right, 400);
  EXPECT_EQ(rect.right - rect.left, GetSystemMetrics(SM_CXMINTRACK));
  ASSERT_NE(first(WM_SIZING), nullptr);
  EXPECT_EQ(first(WM_SIZING)->wparam, static_cast<WPARAM>(WMSZ_LEFT));
}

TEST_F(MouseInput, EscapePutsAMovedWindowBack) {
  hit = HTCAPTION;
  send_mouse(MOUSEEVENTF_LEFTDOWN, {150, 110});
  send_mouse(0, {180, 130});
  strike(VK_ESCAPE);
  pump();
  RECT rect;
  GetWindowRect(window, &rect);
  EXPECT_EQ(rect.left, 100);
  EXPECT_EQ(numbers({WM_EXITSIZEMOVE}).size(), 1u);
  hit = HTCLIENT;
  send_mouse(MOUSEEVENTF_LEFTUP, {180, 130});
  pump();
}

TEST_F(MouseInput, TheCloseButtonClosesWhenReleasedOverIt) {
  hit = HTCLOSE;
  send_mouse(MOUSEEVENTF_LEFTDOWN, {390, 110});
  send_mouse(MOUSEEVENTF_LEFTUP, {390, 110});
  pump();
  ASSERT_NE(first(WM_SYSCOMMAND), nullptr);
  EXPECT_EQ(first(WM_SYSCOMMAND)->wparam & 0xFFF0, static_cast<WPARAM>(SC_CLOSE));
  EXPECT_FALSE(IsWindow(window));
}

}  // namespace
}  // namespace transom::user
