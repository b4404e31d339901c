// Every exported function of windows survives dead handles and null pointers, and says so.
#include "user32/test_support.h"

namespace transom::user::test {
namespace {

const HWND kDead = reinterpret_cast<HWND>(0x7FF0001);

// The call fails (answers zero) with ERROR_INVALID_WINDOW_HANDLE.
template <class Call>
void expect_dead(const char* what, Call&& call) {
  for (const HWND handle : {kDead, HWND{}, reinterpret_cast<HWND>(~std::uintptr_t{0} - 100)}) {
    SetLastError(0);
    EXPECT_FALSE(call(handle)) << what;
    EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_WINDOW_HANDLE)) << what;
  }
}
#define EXPECT_DEAD(...) expect_dead(#__VA_ARGS__, [&](HWND h) { return __VA_ARGS__; })

TEST(DeadHandles, QuestionsFail) {
  RECT rect;
  WINDOWINFO info{};
  TITLEBARINFO title{sizeof title};
  WINDOWPLACEMENT placement{};
  placement.length = sizeof placement;
  WCHAR text[8];
  EXPECT_DEAD(GetWindowRect(h, &rect));
  EXPECT_DEAD(GetClientRect(h, &rect));
  EXPECT_DEAD(GetWindowInfo(h, &info));
  EXPECT_DEAD(GetTitleBarInfo(h, &title));
  EXPECT_DEAD(GetWindowPlacement(h, &placement));
  EXPECT_DEAD(GetParent(h));
  EXPECT_DEAD(GetWindow(h, GW_OWNER));
  EXPECT_DEAD(IsWindowVisible(h));
  EXPECT_DEAD(IsWindowEnabled(h));
  EXPECT_DEAD(GetDlgCtrlID(h));
  EXPECT_DEAD(GetWindowTextW(h, text, 8));
  EXPECT_DEAD(GetWindowTextLengthW(h));
  EXPECT_DEAD(GetClassNameW(h, text, 8));
  EXPECT_DEAD(GetWindowLongPtrW(h, GWL_STYLE));
  EXPECT_DEAD(GetClassLongPtrW(h, GCL_STYLE));
  EXPECT_DEAD(GetPropW(h, L"x"));
  EXPECT_DEAD(GetWindowThreadProcessId(h, nullptr));
  EXPECT_DEAD(GetWindowContextHelpId(h));
  EXPECT_DEAD(GetWindowModuleFileNameW(h, text, 8));
  EXPECT_DEAD(GetLayeredWindowAttributes(h, nullptr, nullptr, nullptr));
}

TEST(DeadHandles, ChangesFail) {
  EXPECT_DEAD(SetWindowPos(h, nullptr, 1, 2, 3, 4, 0));
  EXPECT_DEAD(SetWindowPos(h, nullptr, 1, 2, 3, 4, SWP_ASYNCWINDOWPOS));
  EXPECT_DEAD(MoveWindow(h, 1, 2, 3, 4, TRUE));
  EXPECT_DEAD(ShowWindow(h, SW_SHOW));
  EXPECT_DEAD(ShowWindowAsync(h, SW_SHOW));
  EXPECT_DEAD(BringWindowToTop(h));
  EXPECT_DEAD(SetParent(h, nullptr));
  EXPECT_DEAD(SetForegroundWindow(h));
  EXPECT_DEAD(EnableWindow(h, TRUE));
  EXPECT_DEAD(SetWindowTextW(h, L"x"));
  EXPECT_DEAD(SetWindowLongPtrW(h, GWL_STYLE, 0));
  EXPECT_DEAD(SetClassLongPtrW(h, GCL_STYLE, 0));
  EXPECT_DEAD(SetPropW(h, L"x", nullptr));
  EXPECT_DEAD(RemovePropW(h, L"x"));
  EXPECT_DEAD(SetWindowContextHelpId(h, 1));
  EXPECT_DEAD(SetLayeredWindowAttributes(h, 0, 1, LWA_ALPHA));
  EXPECT_DEAD(OpenIcon(h));
  EXPECT_DEAD(CloseWindow(h));
  EXPECT_DEAD(DestroyWindow(h));
}

TEST(NullPointers, AreRefused) {
  Recorder recorder;
  const HWND window = recorder.create("a", WS_POPUP);
  EXPECT_FALSE(GetWindowRect(window, nullptr));
  EXPECT_FALSE(GetClientRect(window, nullptr));
  EXPECT_FALSE(GetWindowInfo(window, nullptr));
  EXPECT_FALSE(GetTitleBarInfo(window, nullptr));
  EXPECT_FALSE(GetGUIThreadInfo(0, nullptr));
  EXPECT_FALSE(GetWindowPlacement(window, nullptr));
  EXPECT_FALSE(SetWindowPlacement(window, nullptr));
  EXPECT_FALSE(ClientToScreen(window, nullptr));
  EXPECT_EQ(MapWindowPoints(window, nullptr, nullptr, 2), 0);
  EXPECT_EQ(GetWindowTextW(window, nullptr, 8), 0);
  EXPECT_EQ(GetClassNameW(window, nullptr, 8), 0);
  EXPECT_EQ(EnumPropsW(window, nullptr), -1);
  EXPECT_FALSE(SetPropW(window, nullptr, nullptr));
  EXPECT_EQ(CreateWindowExW(0, nullptr, nullptr, 0, 0, 0, 0, 0, nullptr, nullptr, nullptr, nullptr),
            nullptr);
  EXPECT_EQ(RegisterClassW(nullptr), 0);
  EXPECT_FALSE(SystemParametersInfoW(SPI_GETWORKAREA, 0, nullptr, 0));
  EXPECT_FALSE(SystemParametersInfoW(SPI_GETNONCLIENTMETRICS, 0, nullptr, 0));
  EXPECT_FALSE(SystemParametersInfoW(SPI_GETBEEP, 0, nullptr, 0));
  EXPECT_FALSE(SetSysColors(1, nullptr, nullptr));
}

TEST(SystemParameters, AChangeIsToldToTopLevelWindowsThatAreAskedToHear) {
  Recorder recorder;
  recorder.create("a", WS_POPUP);
  recorder.only({WM_SETTINGCHANGE});
  recorder.clear();
  UINT lines = 0;
  SystemParametersInfoW(SPI_GETWHEELSCROLLLINES, 0, &lines, 0);
  EXPECT_EQ(lines, 3u);
  EXPECT_TRUE(SystemParametersInfoW(SPI_SETWHEELSCROLLLINES, 5, nullptr, 0));
  EXPECT_THAT(recorder.take(), IsEmpty());
  EXPECT_TRUE(SystemParametersInfoW(SPI_SETWHEELSCROLLLINES, 3, nullptr, SPIF_SENDCHANGE));
  EXPECT_EQ(recorder.take().size(), 1u);
}

TEST(SystemParameters, MetricsWantTheirSize) {
  NONCLIENTMETRICSA metrics{};
  EXPECT_FALSE(SystemParametersInfoA(SPI_GETNONCLIENTMETRICS, 0, &metrics, 0));
  metrics.cbSize = sizeof metrics;
  EXPECT_TRUE(SystemParametersInfoA(SPI_GETNONCLIENTMETRICS, 0, &metrics, 0));
  EXPECT_STREQ(metrics.lfMessageFont.lfFaceName, "Tahoma");
}

TEST(Monitors, ThePrimaryOneIsWhereTheDesktopBegins) {
  const HMONITOR monitor = MonitorFromPoint({0, 0}, MONITOR_DEFAULTTONULL);
  MONITORINFOEXW info{};
  EXPECT_FALSE(GetMonitorInfoW(monitor, &info));
  info.cbSize = sizeof info;
  ASSERT_TRUE(GetMonitorInfoW(monitor, &info));
  EXPECT_EQ(info.dwFlags, static_cast<DWORD>(MONITORINFOF_PRIMARY));
  EXPECT_EQ(MonitorFromPoint({-5000, 0}, MONITOR_DEFAULTTONULL), nullptr);
  EXPECT_EQ(MonitorFromPoint({-5000, 0}, MONITOR_DEFAULTTONEAREST), monitor);
  EXPECT_FALSE(GetMonitorInfoW(nullptr, &info));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_MONITOR_HANDLE));
}

}  // namespace
}  // namespace transom::user::test
