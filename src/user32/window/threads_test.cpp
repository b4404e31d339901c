// Windows that several threads look at, change and destroy at once: for ThreadSanitizer and
// AddressSanitizer (make test-tsan, make test-asan).
#include <gtest/gtest.h>

#include <atomic>
#include <memory>

#include "user32/window_thread.h"

namespace transom::user::test {
namespace {

// What any program may ask of any window.
void look_at(HWND window) {
  RECT rect;
  WCHAR text[32];
  GetWindowRect(window, &rect);
  GetClientRect(window, &rect);
  GetClassNameW(window, text, 32);
  GetWindowTextW(window, text, 32);
  InternalGetWindowText(window, text, 32);
  GetWindowLongPtrW(window, GWL_STYLE);
  GetWindowLongPtrW(window, GWLP_USERDATA);
  GetWindowLongPtrW(window, GWLP_ID);
  GetPropW(window, L"property");
  GetParent(window);
  GetWindow(window, GW_HWNDNEXT);
  GetWindow(window, GW_OWNER);
  GetAncestor(window, GA_ROOTOWNER);
  GetTopWindow(window);
  IsWindowVisible(window);
  IsWindowEnabled(window);
  IsIconic(window);
  IsWindowUnicode(window);
  GetWindowThreadProcessId(window, nullptr);
  GetMenu(window);
  GetClassLongPtrW(window, GCL_STYLE);
  WINDOWPLACEMENT placement{};
  placement.length = sizeof placement;
  GetWindowPlacement(window, &placement);
  WINDOWINFO info{};
  info.cbSize = sizeof info;
  GetWindowInfo(window, &info);
  POINT point{1, 1};
  ClientToScreen(window, &point);
  MapWindowPoints(window, nullptr, &point, 1);
  SCROLLINFO scroll{};
  scroll.cbSize = sizeof scroll;
  scroll.fMask = SIF_ALL;
  GetScrollInfo(window, SB_VERT, &scroll);
  GetUpdateRect(window, &rect, FALSE);
}

void change(HWND window, int i) {
  SetWindowPos(window, i % 2 == 0 ? HWND_TOP : HWND_BOTTOM, i, i, 50 + i % 7, 50, SWP_NOACTIVATE);
  SetWindowTextW(window, i % 2 == 0 ? L"even" : L"a longer text of the odd rounds");
  SetPropW(window, L"property", reinterpret_cast<HANDLE>(std::intptr_t{1} + i));
  SetWindowLongPtrW(window, GWL_STYLE, WS_POPUP | WS_VISIBLE | (i % 2 == 0 ? WS_CAPTION : 0));
  EnableWindow(window, i % 3 != 0);
  ShowWindow(window, i % 2 == 0 ? SW_SHOWNA : SW_HIDE);
  if (i % 5 == 0) RemovePropW(window, L"property");
}

std::optional<LRESULT> paint_yourself(HWND window, UINT message, WPARAM, LPARAM) {
  if (message != WM_PAINT) return {};
  PAINTSTRUCT paint;
  const HDC dc = BeginPaint(window, &paint);
  FillRect(dc, &paint.rcPaint, static_cast<HBRUSH>(GetStockObject(GRAY_BRUSH)));
  TextOutW(dc, 2, 2, L"text", 4);
  EndPaint(window, &paint);
  return 0;
}

TEST(WindowThreads, AreLookedAtWhileTheyChange) {
  WindowThread owner(paint_yourself, WS_POPUP | WS_VISIBLE);
  std::atomic<bool> going{true};
  std::thread reader([&] {
    while (going) {
      look_at(owner.window());
      EnumWindows([](HWND window, LPARAM) -> WINBOOL { return look_at(window), TRUE; }, 0);
      FindWindowW(L"WindowThread", nullptr);
      WindowFromPoint({20, 20});
      GetForegroundWindow();
    }
  });
  std::thread changer([&] {
    for (int i = 0; i < 60; ++i) change(owner.window(), i);
  });
  for (int i = 0; i < 60; ++i) owner.run([&] { change(owner.window(), i); });
  changer.join();
  going = false;
  reader.join();
}

TEST(WindowThreads, DieWhileOthersLookAtThem) {
  std::atomic<HWND> current{nullptr};
  std::atomic<bool> going{true};
  std::thread reader([&] {
    while (going) look_at(current);
  });
  std::thread walker([&] {
    while (going) {
      EnumWindows([](HWND window, LPARAM) -> WINBOOL { return look_at(window), TRUE; }, 0);
      EnumChildWindows(
          current, [](HWND window, LPARAM) -> WINBOOL { return look_at(window), TRUE; }, 0);
    }
  });
  WindowThread owner;
  owner.run([&] {
    for (int i = 0; i < 100; ++i) {
      const HWND window = CreateWindowExW(0, L"WindowThread", L"short life", WS_POPUP | WS_VISIBLE,
                                          0, 0, 40, 40, nullptr, nullptr, nullptr, nullptr);
      current = window;
      const HWND child = CreateWindowExW(0, L"WindowThread", L"child", WS_CHILD | WS_VISIBLE, 0, 0,
                                         10, 10, window, nullptr, nullptr, nullptr);
      change(child, i);
      DestroyWindow(window);
    }
  });
  going = false;
  reader.join();
  walker.join();
}

TEST(WindowThreads, AreInvalidatedFromOutsideWhileTheyPaintAndDie) {
  for (int round = 0; round < 5; ++round) {
    std::atomic<bool> going{true};
    WindowThread owner(paint_yourself, WS_POPUP | WS_VISIBLE);
    const HWND window = owner.window();
    std::thread invalidator([&] {
      while (going) {
        const RECT part{1, 2, 30, 40};
        InvalidateRect(window, &part, TRUE);
        ValidateRect(window, &part);
        InvalidateRect(window, nullptr, FALSE);
        RedrawWindow(window, nullptr, nullptr, RDW_INVALIDATE | RDW_ALLCHILDREN | RDW_FRAME);
        ScrollWindow(window, 1, 1, nullptr, nullptr);
        UpdateWindow(window);
      }
    });
    std::thread drawer([&] {
      while (going) {
        const HDC dc = GetDC(window);
        if (dc == nullptr) continue;
        Rectangle(dc, 1, 1, 20, 20);
        SelectObject(dc, GetStockObject(BLACK_PEN));
        ReleaseDC(window, dc);
      }
    });
    for (int i = 0; i < 30; ++i) {
      owner.run([&] {
        MoveWindow(window, i, i, 60 + i, 60, TRUE);
        pump();
      });
    }
    owner.stop();
    going = false;
    invalidator.join();
    drawer.join();
  }
}

// "A child window may belong to another thread than its parent."
TEST(WindowThreads, ChildrenOfAnotherThreadsWindowDieWithIt) {
  for (int round = 0; round < 10; ++round) {
    WindowThread parent(paint_yourself, WS_POPUP | WS_VISIBLE);
    std::vector<std::unique_ptr<WindowThread>> children;
    for (int i = 0; i < 3; ++i) {
      children.push_back(
          std::make_unique<WindowThread>(paint_yourself, WS_CHILD | WS_VISIBLE, parent.window()));
    }
    const HWND orphan = children[0]->window();
    std::thread mover([&] {
      for (int i = 0; i < 20; ++i) {
        SetWindowPos(children[1]->window(), nullptr, i, i, 20, 20, SWP_NOZORDER);
        InvalidateRect(parent.window(), nullptr, TRUE);
        SetParent(children[2]->window(), i % 2 == 0 ? nullptr : parent.window());
      }
    });
    parent.run([&] { UpdateWindow(parent.window()); });
    parent.start([&] { DestroyWindow(parent.window()); });
    mover.join();
    parent.stop();
    EXPECT_FALSE(IsWindow(parent.window()));
    EXPECT_FALSE(IsWindow(orphan));
  }
}

TEST(WindowThreads, RegisterClassesAtomsAndMessagesAtOnce) {
  on_threads(4, [](int index) {
    for (int i = 0; i < 50; ++i) {
      WCHAR name[] = L"class0";
      name[5] = static_cast<WCHAR>(name[5] + index);
      WNDCLASSW described{};
      described.lpfnWndProc = DefWindowProcW;
      described.lpszClassName = name;
      ASSERT_NE(RegisterClassW(&described), 0);
      const HWND window =
          CreateWindowExW(0, name, L"", WS_POPUP, 0, 0, 1, 1, nullptr, nullptr, nullptr, nullptr);
      EXPECT_EQ(RegisterWindowMessageW(L"shared"), RegisterWindowMessageW(L"SHARED"));
      SetClassLongPtrW(window, GCL_STYLE, CS_DBLCLKS);
      const ATOM atom = GlobalAddAtomW(L"shared");
      GlobalDeleteAtom(atom);
      DestroyWindow(window);
      EXPECT_TRUE(UnregisterClassW(name, nullptr));
    }
  });
}

TEST(WindowThreads, AskTheSystemAtOnce) {
  on_threads(3, [](int index) {
    for (int i = 0; i < 50; ++i) {
      GetSystemMetrics(SM_CXSCREEN);
      GetSysColor(COLOR_WINDOW);
      GetSysColorBrush(COLOR_BTNFACE);
      const int element = COLOR_INFOBK;
      const COLORREF color = RGB(index, i, 0);
      if (index == 0) SetSysColors(1, &element, &color);
      UINT value;
      SystemParametersInfoW(SPI_GETWHEELSCROLLLINES, 0, &value, 0);
      if (index == 1) SystemParametersInfoW(SPI_SETWHEELSCROLLLINES, 3, nullptr, 0);
      GetDoubleClickTime();
      if (index == 2) SetDoubleClickTime(500);
      MonitorFromPoint({0, 0}, MONITOR_DEFAULTTOPRIMARY);
      LoadCursorW(nullptr, reinterpret_cast<LPCWSTR>(IDC_ARROW));
      LoadIconW(nullptr, reinterpret_cast<LPCWSTR>(IDI_APPLICATION));
    }
  });
}

TEST(WindowThreads, DrawAtOnce) {
  on_threads(3, [](int index) {
    const HDC screen = GetDC(nullptr);
    const HDC dc = CreateCompatibleDC(screen);
    const HBITMAP bitmap = CreateCompatibleBitmap(screen, 64, 64);
    const HGDIOBJ old = SelectObject(dc, bitmap);
    for (int i = 0; i < 20; ++i) {
      const HFONT font = CreateFontW(10 + (i + index) % 7, 0, 0, 0, FW_NORMAL, i % 2, 0, 0, 0, 0, 0,
                                     0, 0, L"Arial");
      const HGDIOBJ old_font = SelectObject(dc, font);
      const HPEN pen = CreatePen(PS_SOLID, 1, RGB(i, i, i));
      const HGDIOBJ old_pen = SelectObject(dc, pen);
      TextOutW(dc, 0, 0, L"Hello", 5);
      Ellipse(dc, 0, 0, 30, 30);
      BitBlt(dc, 5, 5, 20, 20, screen, 0, 0, SRCCOPY);
      const HRGN region = CreateEllipticRgn(0, 0, 20, 20);
      SelectClipRgn(dc, i % 2 == 0 ? region : nullptr);
      DeleteObject(region);
      SelectObject(dc, old_pen);
      SelectObject(dc, old_font);
      DeleteObject(pen);
      DeleteObject(font);
    }
    SelectObject(dc, old);
    DeleteObject(bitmap);
    DeleteDC(dc);
    ReleaseDC(nullptr, screen);
  });
}

}  // namespace
}  // namespace transom::user::test
