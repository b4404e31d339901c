// The messages of a window's life, place, state and activation: what makes the system send them,
// their parameters, and what their answers and default actions do.
// https://learn.microsoft.com/windows/win32/winmsg/window-notifications
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

class WindowMessages : public InputTest {
 protected:
  std::vector<UINT> of(HWND wanted, const std::vector<UINT>& messages) const {
    std::vector<UINT> found;
    for (const Received& received : log) {
      if (received.window != wanted) continue;
      for (const UINT message : messages) {
        if (received.message == message) found.push_back(message);
      }
    }
    return found;
  }
};

TEST_F(WindowMessages, Creation) {
  TRANSOM_CHECKS(WM_GETMINMAXINFO);
  TRANSOM_CHECKS(WM_NCCREATE);
  TRANSOM_CHECKS(WM_NCCALCSIZE);
  TRANSOM_CHECKS(WM_CREATE);
  CREATESTRUCTW given{};
  on_message = [&](const Received& received) {
    if (received.message == WM_CREATE) given = *reinterpret_cast<CREATESTRUCTW*>(received.lparam);
  };
  const HWND made = create(WS_OVERLAPPEDWINDOW, nullptr, {20, 30, 220, 180});
  EXPECT_EQ(of(made, {WM_GETMINMAXINFO, WM_NCCREATE, WM_NCCALCSIZE, WM_CREATE}),
            (std::vector<UINT>{WM_GETMINMAXINFO, WM_NCCREATE, WM_NCCALCSIZE, WM_CREATE}));
  EXPECT_EQ(given.x, 20);
  EXPECT_EQ(given.y, 30);
  EXPECT_EQ(given.cx, 200);
  EXPECT_EQ(given.cy, 150);
  EXPECT_EQ(first(WM_NCCALCSIZE)->wparam, 0u);  // the form with a mere rectangle
  DestroyWindow(made);
}

// "If an application returns FALSE, CreateWindowEx returns a NULL handle"; of WM_CREATE, -1.
TEST_F(WindowMessages, CreationThatIsRefused) {
  TRANSOM_CHECKS(WM_NCCREATE);
  TRANSOM_CHECKS(WM_CREATE);
  TRANSOM_CHECKS(WM_NCDESTROY);
  always_answer(WM_NCCREATE, FALSE);
  EXPECT_EQ(create(WS_OVERLAPPED, nullptr, {0, 0, 10, 10}), nullptr);
  EXPECT_EQ(numbers({WM_CREATE, WM_DESTROY, WM_NCDESTROY}), std::vector<UINT>{WM_NCDESTROY});
  log.clear();
  answer = nullptr;
  always_answer(WM_CREATE, -1);
  EXPECT_EQ(create(WS_OVERLAPPED, nullptr, {0, 0, 10, 10}), nullptr);
  // Without WM_DESTROY, as the oracle has it (wine 8.0).
  EXPECT_EQ(numbers({WM_CREATE, WM_DESTROY, WM_NCDESTROY}),
            (std::vector<UINT>{WM_CREATE, WM_NCDESTROY}));
}

// Parent first, then the children; WM_NCDESTROY the other way round.
TEST_F(WindowMessages, Destruction) {
  TRANSOM_CHECKS(WM_DESTROY);
  TRANSOM_CHECKS(WM_NCDESTROY);
  const HWND parent = create(WS_OVERLAPPED, nullptr, {0, 0, 100, 100});
  const HWND child = create(WS_CHILD, parent, {0, 0, 10, 10});
  log.clear();
  DestroyWindow(parent);
  std::vector<std::pair<HWND, UINT>> order;
  for (const Received& received : log) {
    if (received.message == WM_DESTROY || received.message == WM_NCDESTROY) {
      order.emplace_back(received.window, received.message);
    }
  }
  EXPECT_EQ(order, (std::vector<std::pair<HWND, UINT>>{{parent, WM_DESTROY},
                                                       {child, WM_DESTROY},
                                                       {child, WM_NCDESTROY},
                                                       {parent, WM_NCDESTROY}}));
}

TEST_F(WindowMessages, MovingAndSizing) {
  TRANSOM_CHECKS(WM_WINDOWPOSCHANGING);
  TRANSOM_CHECKS(WM_WINDOWPOSCHANGED);
  TRANSOM_CHECKS(WM_MOVE);
  TRANSOM_CHECKS(WM_SIZE);
  WINDOWPOS changing{};
  WINDOWPOS changed{};
  on_message = [&](const Received& received) {
    auto* pos = reinterpret_cast<WINDOWPOS*>(received.lparam);
    if (received.message == WM_WINDOWPOSCHANGING) {
      changing = *pos;
      pos->cx = 280;  // the window may edit it
    }
    if (received.message == WM_WINDOWPOSCHANGED) changed = *pos;
  };
  SetWindowPos(window, nullptr, 110, 120, 320, 240, SWP_NOZORDER | SWP_NOACTIVATE);
  EXPECT_EQ(numbers({WM_WINDOWPOSCHANGING, WM_WINDOWPOSCHANGED, WM_MOVE, WM_SIZE}),
            (std::vector<UINT>{WM_WINDOWPOSCHANGING, WM_WINDOWPOSCHANGED, WM_MOVE, WM_SIZE}));
  EXPECT_EQ(changing.cx, 320);
  EXPECT_EQ(changed.cx, 280);
  EXPECT_EQ(changed.hwnd, window);
  RECT client;
  GetClientRect(window, &client);
  POINT origin{};
  ClientToScreen(window, &origin);
  EXPECT_EQ(first(WM_MOVE)->lparam, MAKELPARAM(origin.x, origin.y));
  EXPECT_EQ(first(WM_SIZE)->wparam, static_cast<WPARAM>(SIZE_RESTORED));
  EXPECT_EQ(first(WM_SIZE)->lparam, MAKELPARAM(client.right, client.bottom));
}

// A program that handles WM_WINDOWPOSCHANGED gets neither WM_SIZE nor WM_MOVE.
TEST_F(WindowMessages, SizeAndMoveComeFromTheDefaultAction) {
  TRANSOM_CHECKS(WM_WINDOWPOSCHANGED);
  always_answer(WM_WINDOWPOSCHANGED, 0);
  SetWindowPos(window, nullptr, 110, 120, 320, 240, SWP_NOZORDER);
  EXPECT_EQ(numbers({WM_SIZE, WM_MOVE}), std::vector<UINT>{});
}

TEST_F(WindowMessages, TheSmallestAndLargestSize) {
  TRANSOM_CHECKS(WM_GETMINMAXINFO);
  on_message = [&](const Received& received) {
    if (received.message != WM_GETMINMAXINFO) return;
    auto* info = reinterpret_cast<MINMAXINFO*>(received.lparam);
    EXPECT_EQ(info->ptMinTrackSize.x, GetSystemMetrics(SM_CXMINTRACK));
    EXPECT_EQ(info->ptMaxTrackSize.y, GetSystemMetrics(SM_CYMAXTRACK));
    info->ptMinTrackSize = {250, 150};
  };
  SetWindowPos(window, nullptr, 0, 0, 20, 20, SWP_NOMOVE | SWP_NOZORDER);
  RECT now;
  GetWindowRect(window, &now);
  EXPECT_EQ(now.right - now.left, 250);
  EXPECT_EQ(now.bottom - now.top, 150);
}

// The second form of WM_NCCALCSIZE, when a window changes its size.
TEST_F(WindowMessages, TheClientAreaIsTheProgramsToChoose) {
  TRANSOM_CHECKS(WM_NCCALCSIZE);
  WPARAM form = 0;
  on_message = [&](const Received& received) {
    if (received.message != WM_NCCALCSIZE) return;
    form = received.wparam;
    reinterpret_cast<NCCALCSIZE_PARAMS*>(received.lparam)->rgrc[0].left += 30;
  };
  always_answer(WM_NCCALCSIZE, 0);
  SetWindowPos(window, nullptr, 0, 0, 300, 200,
               SWP_NOMOVE | SWP_NOZORDER | SWP_FRAMECHANGED | SWP_NOACTIVATE);
  EXPECT_EQ(form, static_cast<WPARAM>(TRUE));
  POINT origin{};
  ClientToScreen(window, &origin);
  EXPECT_EQ(origin.x, 130);
  EXPECT_EQ(origin.y, 100);  // and no caption
}

TEST_F(WindowMessages, ShowingAndHiding) {
  TRANSOM_CHECKS(WM_SHOWWINDOW);
  ShowWindow(window, SW_HIDE);
  ShowWindow(window, SW_SHOW);
  std::vector<std::pair<WPARAM, LPARAM>> seen;
  for (const Received& received : log) {
    if (received.message == WM_SHOWWINDOW) seen.emplace_back(received.wparam, received.lparam);
  }
  EXPECT_EQ(seen, (std::vector<std::pair<WPARAM, LPARAM>>{{FALSE, 0}, {TRUE, 0}}));
}

// An owner that is minimized hides what it owns: SW_PARENTCLOSING, then SW_PARENTOPENING.
TEST_F(WindowMessages, OwnedWindowsFollowTheirOwner) {
  TRANSOM_CHECKS(WM_SHOWWINDOW);
  TRANSOM_CHECKS(WM_QUERYOPEN);
  const HWND owned = create(WS_POPUP | WS_VISIBLE, window, {300, 300, 350, 350});
  log.clear();
  ShowWindow(window, SW_MINIMIZE);
  ShowWindow(window, SW_RESTORE);
  std::vector<LPARAM> reasons;
  for (const Received& received : log) {
    // The default action's own ShowWindow tells once more, without a reason.
    if (received.message == WM_SHOWWINDOW && received.window == owned && received.lparam != 0) {
      reasons.push_back(received.lparam);
    }
  }
  EXPECT_EQ(reasons, (std::vector<LPARAM>{SW_PARENTCLOSING, SW_PARENTOPENING}));
  EXPECT_EQ(of(window, {WM_QUERYOPEN}).size(), 1u);
}

// "An application should return FALSE to prevent the icon from being opened."
TEST_F(WindowMessages, AnIconMayStayOne) {
  TRANSOM_CHECKS(WM_QUERYOPEN);
  ShowWindow(window, SW_MINIMIZE);
  always_answer(WM_QUERYOPEN, FALSE);
  ShowWindow(window, SW_RESTORE);
  EXPECT_TRUE(IsIconic(window));
}

TEST_F(WindowMessages, Enabling) {
  TRANSOM_CHECKS(WM_ENABLE);
  TRANSOM_CHECKS(WM_CANCELMODE);
  SetCapture(window);
  EnableWindow(window, FALSE);
  // Being disabled ends what was going on: the default releases the capture.
  EXPECT_EQ(numbers({WM_CANCELMODE}).size(), 1u);
  EXPECT_EQ(GetCapture(), nullptr);
  // Told once more where it is disabled already, as the oracle has it (enable/disable_and_enable).
  EnableWindow(window, FALSE);
  EXPECT_EQ(numbers({WM_CANCELMODE}).size(), 2u);
  EnableWindow(window, TRUE);
  std::vector<WPARAM> states;
  for (const Received& received : log) {
    if (received.message == WM_ENABLE) states.push_back(received.wparam);
  }
  EXPECT_EQ(states, (std::vector<WPARAM>{FALSE, TRUE}));
}

TEST_F(WindowMessages, ChangingTheStyle) {
  TRANSOM_CHECKS(WM_STYLECHANGING);
  TRANSOM_CHECKS(WM_STYLECHANGED);
  STYLESTRUCT changed{};
  on_message = [&](const Received& received) {
    auto* styles = reinterpret_cast<STYLESTRUCT*>(received.lparam);
    if (received.message == WM_STYLECHANGING) styles->styleNew |= WS_VSCROLL;
    if (received.message == WM_STYLECHANGED) changed = *styles;
  };
  const auto before = static_cast<DWORD>(GetWindowLongW(window, GWL_STYLE));
  SetWindowLongW(window, GWL_STYLE, static_cast<LONG>(before & ~WS_MAXIMIZEBOX));
  EXPECT_EQ(numbers({WM_STYLECHANGING, WM_STYLECHANGED}),
            (std::vector<UINT>{WM_STYLECHANGING, WM_STYLECHANGED}));
  EXPECT_EQ(first(WM_STYLECHANGING)->wparam, static_cast<WPARAM>(GWL_STYLE));
  EXPECT_EQ(changed.styleOld, before);
  EXPECT_EQ(changed.styleNew, (before & ~WS_MAXIMIZEBOX) | WS_VSCROLL);
}

// The old window first hears that it is inactive and loses the focus; then the new one.
TEST_F(WindowMessages, Activation) {
  TRANSOM_CHECKS(WM_NCACTIVATE);
  TRANSOM_CHECKS(WM_ACTIVATE);
  TRANSOM_CHECKS(WM_KILLFOCUS);
  TRANSOM_CHECKS(WM_SETFOCUS);
  const HWND other = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {500, 100, 700, 300});
  SetActiveWindow(window);
  log.clear();
  SetActiveWindow(other);
  std::vector<std::pair<HWND, UINT>> order;
  for (const Received& received : log) {
    for (const UINT wanted : {WM_NCACTIVATE, WM_ACTIVATE, WM_KILLFOCUS, WM_SETFOCUS}) {
      if (received.message == wanted) order.emplace_back(received.window, wanted);
    }
    if (received.message == WM_ACTIVATE) {
      const bool activated = received.window == other;
      EXPECT_EQ(received.wparam, MAKEWPARAM(activated ? WA_ACTIVE : WA_INACTIVE, 0));
      EXPECT_EQ(received.lparam, reinterpret_cast<LPARAM>(activated ? window : other));
    }
    if (received.message == WM_KILLFOCUS) {
      EXPECT_EQ(received.wparam, reinterpret_cast<WPARAM>(other));
    }
    if (received.message == WM_SETFOCUS) {
      EXPECT_EQ(received.wparam, reinterpret_cast<WPARAM>(window));
    }
  }
  EXPECT_EQ(order, (std::vector<std::pair<HWND, UINT>>{{window, WM_NCACTIVATE},
                                                       {window, WM_ACTIVATE},
                                                       {other, WM_NCACTIVATE},
                                                       {other, WM_ACTIVATE},
                                                       {window, WM_KILLFOCUS},
                                                       {other, WM_SETFOCUS}}));
  DestroyWindow(other);
}

// A click activates with WA_CLICKACTIVE.
TEST_F(WindowMessages, ActivationByAClick) {
  TRANSOM_CHECKS(WM_ACTIVATE);
  const HWND other = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {500, 100, 700, 300});
  SetActiveWindow(window);
  log.clear();
  send_mouse(MOUSEEVENTF_LEFTDOWN, {600, 200});
  send_mouse(MOUSEEVENTF_LEFTUP, {600, 200});
  pump();
  WPARAM seen = 0;
  for (const Received& received : log) {
    if (received.message == WM_ACTIVATE && received.window == other) seen = received.wparam;
  }
  EXPECT_EQ(seen, static_cast<WPARAM>(WA_CLICKACTIVE));
  DestroyWindow(other);
}

TEST_F(WindowMessages, ActivationBetweenThreads) {
  TRANSOM_CHECKS(WM_ACTIVATEAPP);
  SetForegroundWindow(window);
  pump();
  log.clear();
  struct Other {
    HANDLE shown;
    HANDLE done;
    DWORD id;
  } other{CreateEventW(nullptr, FALSE, FALSE, nullptr),
          CreateEventW(nullptr, FALSE, FALSE, nullptr), 0};
  const HANDLE thread = CreateThread(
      nullptr, 0,
      [](void* parameter) -> DWORD {
        auto& me = *static_cast<Other*>(parameter);
        me.id = GetCurrentThreadId();
        const HWND mine =
            CreateWindowExW(0, L"InputTest", L"", WS_OVERLAPPEDWINDOW | WS_VISIBLE, 500, 100, 200,
                            200, nullptr, nullptr, reinterpret_cast<HINSTANCE>(0x10000), nullptr);
        SetForegroundWindow(mine);
        SetEvent(me.shown);
        WaitForSingleObject(me.done, INFINITE);
        return 0;
      },
      &other, 0, nullptr);
  while (MsgWaitForMultipleObjects(1, &other.shown, FALSE, INFINITE, QS_ALLINPUT) !=
         WAIT_OBJECT_0) {
    pump();
  }
  pump();
  const Received* told = nullptr;
  for (const Received& received : log) {
    if (received.window == window && received.message == WM_ACTIVATEAPP) told = &received;
  }
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->wparam, static_cast<WPARAM>(FALSE));
  EXPECT_EQ(static_cast<DWORD>(told->lparam), other.id);
  SetEvent(other.done);
  WaitForSingleObject(thread, INFINITE);
  CloseHandle(thread);
  CloseHandle(other.shown);
  CloseHandle(other.done);
}

TEST_F(WindowMessages, Text) {
  TRANSOM_CHECKS(WM_SETTEXT);
  TRANSOM_CHECKS(WM_GETTEXT);
  TRANSOM_CHECKS(WM_GETTEXTLENGTH);
  std::u16string given;
  on_message = [&](const Received& received) {
    if (received.message == WM_SETTEXT) given = reinterpret_cast<const char16_t*>(received.lparam);
  };
  SetWindowTextA(window, "caf\xE9");  // an ANSI caller of a Unicode window
  EXPECT_EQ(given, u"caf\u00E9");
  EXPECT_EQ(GetWindowTextLengthW(window), 4);
  WCHAR text[10];
  EXPECT_EQ(GetWindowTextW(window, text, 4), 3);  // the rest does not fit
  ASSERT_NE(first(WM_GETTEXT), nullptr);
  EXPECT_EQ(first(WM_GETTEXT)->wparam, 4u);
  EXPECT_EQ(text[3], 0);
  EXPECT_NE(first(WM_GETTEXTLENGTH), nullptr);
}

TEST_F(WindowMessages, Painting) {
  TRANSOM_CHECKS(WM_PAINT);
  TRANSOM_CHECKS(WM_ERASEBKGND);
  TRANSOM_CHECKS(WM_NCPAINT);
  pump();
  log.clear();
  const RECT part{10, 20, 50, 60};
  RECT painted{};
  HDC erased = nullptr;
  on_message = [&](const Received& received) {
    if (received.message == WM_ERASEBKGND) erased = reinterpret_cast<HDC>(received.wparam);
    if (received.message == WM_PAINT) GetUpdateRect(window, &painted, FALSE);
  };
  InvalidateRect(window, &part, TRUE);
  pump();
  EXPECT_EQ(numbers({WM_PAINT, WM_ERASEBKGND}), (std::vector<UINT>{WM_PAINT, WM_ERASEBKGND}));
  EXPECT_TRUE(EqualRect(&painted, &part));
  EXPECT_NE(erased, nullptr);
  EXPECT_EQ(first(WM_PAINT)->wparam, 0u);
  EXPECT_FALSE(GetUpdateRect(window, nullptr, FALSE));  // the default validates
  log.clear();
  RedrawWindow(window, nullptr, nullptr, RDW_FRAME | RDW_INVALIDATE | RDW_UPDATENOW);
  ASSERT_NE(first(WM_NCPAINT), nullptr);
  EXPECT_EQ(first(WM_NCPAINT)->wparam, 1u);  // the whole frame
}

TEST_F(WindowMessages, TimersComeLast) {
  TRANSOM_CHECKS(WM_TIMER);
  TRANSOM_CHECKS(WM_APP);
  TRANSOM_CHECKS(WM_QUIT);
  SetTimer(window, 5, USER_TIMER_MINIMUM, nullptr);
  MSG message;
  do {
    GetMessageW(&message, nullptr, 0, 0);
  } while (message.message != WM_TIMER);
  EXPECT_EQ(message.wParam, 5u);
  EXPECT_EQ(message.lParam, 0);
  KillTimer(window, 5);
  PostQuitMessage(3);
  PostMessageW(window, WM_APP, 1, 2);
  // The flag is looked at when no posted message waits any more.
  ASSERT_TRUE(GetMessageW(&message, nullptr, 0, 0));
  EXPECT_EQ(message.message, static_cast<UINT>(WM_APP));
  EXPECT_FALSE(GetMessageW(&message, nullptr, 0, 0));
  EXPECT_EQ(message.message, static_cast<UINT>(WM_QUIT));
  EXPECT_EQ(message.wParam, 3u);
  EXPECT_EQ(message.hwnd, nullptr);
}

// nonclient/caption_icon_test.cpp has how captions ask for it.
TEST_F(WindowMessages, TheIconOfTheCaption) {
  TRANSOM_CHECKS(WM_SETICON);
  const HICON icon = LoadIconA(nullptr, IDI_APPLICATION);
  EXPECT_EQ(SendMessageW(window, WM_SETICON, ICON_SMALL, reinterpret_cast<LPARAM>(icon)), 0);
  EXPECT_EQ(SendMessageW(window, WM_GETICON, ICON_SMALL, 0), reinterpret_cast<LRESULT>(icon));
  EXPECT_EQ(SendMessageW(window, WM_GETICON, ICON_BIG, 0), 0);
}

}  // namespace
}  // namespace transom::user
