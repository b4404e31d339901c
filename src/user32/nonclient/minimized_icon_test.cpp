// Minimized windows as icons, and dragging them.
#include "user32/nonclient/minimized_icon.h"

#include <gmock/gmock.h>

#include "kernel32/process/subsystem_version.h"
#include "tests/support/coverage.h"
#include "user32/control/control_test_support.h"
#include "user32/nonclient/icon_test_support.h"

namespace transom::user {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class MinimizedIcons : public ControlTest {
 protected:
  void SetUp() override {
    ControlTest::SetUp();
    kernel::set_subsystem_version(MAKELONG(10, 3));
    background = CreateSolidBrush(RGB(0, 0, 255));
  }
  void TearDown() override {
    SetClassLongPtrW(window, GCLP_HICON, 0);
    SetClassLongPtrW(window, GCLP_HBRBACKGROUND, 0);
    on_message = nullptr;
    ControlTest::TearDown();
    DeleteObject(background);
    DestroyIcon(red);
    kernel::set_subsystem_version(0);
  }

  // A child that is minimized and painted, of the parent's class.
  void minimize(HICON class_icon) {
    SetClassLongPtrW(window, GCLP_HICON, reinterpret_cast<LONG_PTR>(class_icon));
    SetClassLongPtrW(window, GCLP_HBRBACKGROUND, reinterpret_cast<LONG_PTR>(background));
    child = create(WS_CHILD | WS_VISIBLE | WS_CAPTION | WS_MINIMIZEBOX, window, {0, 0, 150, 100});
    pump();
    log.clear();
    ShowWindow(child, SW_MINIMIZE);
    pump();
  }
  std::vector<UINT> paints() const {
    std::vector<UINT> numbers;
    for (const Received& received : log) {
      const bool paint = received.message == WM_PAINT || received.message == WM_PAINTICON ||
                         received.message == WM_ERASEBKGND || received.message == WM_ICONERASEBKGND;
      if (paint && received.window == child) numbers.push_back(received.message);
    }
    return numbers;
  }
  COLORREF shown(int x, int y) const {
    const HDC dc = GetDC(child);
    const COLORREF color = GetPixel(dc, x, y);
    ReleaseDC(child, dc);
    return color;
  }

  const HICON red = half_icon(0xFF0000);
  HBRUSH background = nullptr;
  HWND child = nullptr;
};

TEST_F(MinimizedIcons, TheClassesIconIsPainted) {
  TRANSOM_CHECKS(WM_PAINTICON);
  TRANSOM_CHECKS(WM_ICONERASEBKGND);
  minimize(red);
  RECT area;
  GetClientRect(child, &area);
  EXPECT_EQ(area.right, GetSystemMetrics(SM_CXICON));
  EXPECT_EQ(area.bottom, GetSystemMetrics(SM_CYICON));
  // Where a window comes to lie is erased at once.
  EXPECT_THAT(paints(), ElementsAre(WM_ICONERASEBKGND, WM_PAINTICON));
  EXPECT_EQ(first(WM_PAINTICON)->wparam, static_cast<WPARAM>(TRUE));
  EXPECT_NE(first(WM_ICONERASEBKGND)->wparam, 0u) << "a device context";
  EXPECT_EQ(shown(4, 4), RGB(255, 0, 0));
  EXPECT_EQ(shown(area.right - 4, 4), RGB(0, 0, 255)) << "the parent's background shines through";
  // At once, too.
  log.clear();
  RedrawWindow(child, nullptr, nullptr, RDW_INVALIDATE | RDW_ERASE | RDW_UPDATENOW);
  EXPECT_THAT(paints(), ElementsAre(WM_PAINTICON, WM_ICONERASEBKGND));
  ShowWindow(child, SW_RESTORE);
  log.clear();
  InvalidateRect(child, nullptr, TRUE);
  pump();
  EXPECT_THAT(paints(), ElementsAre(WM_PAINT, WM_ERASEBKGND));
}

// "If you set the class icon to NULL, however, the system sends a WM_PAINT message"
TEST_F(MinimizedIcons, AClassWithoutIconPaintsForItself) {
  minimize(nullptr);
  EXPECT_THAT(paints(), ElementsAre(WM_ERASEBKGND, WM_PAINT));
}

TEST_F(MinimizedIcons, ProgramsOfTodayHaveNothingToPaint) {
  kernel::set_subsystem_version(0);
  EXPECT_GE(HIWORD(GetProcessVersion(0)), 4);
  minimize(red);
  EXPECT_THAT(paints(), IsEmpty());
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-querydragicon
TEST_F(MinimizedIcons, AWindowWithoutIconSaysWhatIsDragged) {
  TRANSOM_CHECKS(WM_QUERYDRAGICON);
  for (const DWORD version : {DWORD{MAKELONG(10, 3)}, DWORD{0}}) {
    kernel::set_subsystem_version(version);
    minimize(nullptr);
    answer = [this](const Received& received) -> std::optional<LRESULT> {
      if (received.message != WM_QUERYDRAGICON) return std::nullopt;
      EXPECT_EQ(received.window, child);
      EXPECT_EQ(received.wparam, 0u);
      EXPECT_EQ(received.lparam, 0);
      return reinterpret_cast<LRESULT>(red);
    };
    HCURSOR dragged = nullptr;
    on_message = [&](const Received& received) {
      if (received.message == WM_MOVING) dragged = GetCursor();
    };
    log.clear();
    RECT place;
    GetWindowRect(child, &place);
    const POINT grab{place.left + 10, place.top + 10};
    hit = HTCAPTION;
    send_mouse(MOUSEEVENTF_LEFTDOWN, grab);
    send_mouse(0, {grab.x + 20, grab.y - 15});
    send_mouse(MOUSEEVENTF_LEFTUP, {grab.x + 20, grab.y - 15});
    pump();
    hit = HTCLIENT;
    EXPECT_NE(first(WM_QUERYDRAGICON), nullptr);
    EXPECT_EQ(dragged, red);
    RECT moved;
    GetWindowRect(child, &moved);
    EXPECT_EQ(moved.left, place.left + 20);
    EXPECT_EQ(moved.top, place.top - 15);
    DestroyWindow(child);
  }
}

TEST_F(MinimizedIcons, AClassesIconIsWhatIsDraggedWithoutAsking) {
  minimize(red);
  EXPECT_EQ(SendMessageW(child, WM_QUERYDRAGICON, 0, 0), reinterpret_cast<LRESULT>(red));
  log.clear();
  PostMessageW(child, WM_KEYDOWN, VK_ESCAPE, 0);
  SendMessageW(child, WM_SYSCOMMAND, SC_MOVE, 0);
  EXPECT_EQ(first(WM_QUERYDRAGICON), nullptr);
}

}  // namespace
}  // namespace transom::user
