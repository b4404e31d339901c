// Stations, desktops, resolutions, display modes: what there is one of.
#include <gtest/gtest.h>

#include <string>

#include "base/win32.h"

namespace transom::user::test {
namespace {

// "If this variable's value is greater than the value of the nLength parameter when the function
// returns, the function returns FALSE, and none of the information is copied."
TEST(WindowStations, TellTheirNames) {
  WCHAR name[16] = {};
  DWORD needed = 0;
  ASSERT_TRUE(
      GetUserObjectInformationW(GetProcessWindowStation(), UOI_NAME, name, sizeof name, &needed));
  EXPECT_EQ(lstrcmpW(name, L"WinSta0"), 0);
  EXPECT_EQ(needed, 16u);
  CHAR small[4] = "abc";
  EXPECT_FALSE(GetUserObjectInformationA(GetThreadDesktop(GetCurrentThreadId()), UOI_NAME, small,
                                         sizeof small, &needed));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INSUFFICIENT_BUFFER));
  EXPECT_EQ(needed, 8u);
  EXPECT_STREQ(small, "abc");
  USEROBJECTFLAGS flags{};
  ASSERT_TRUE(GetUserObjectInformationW(GetProcessWindowStation(), UOI_FLAGS, &flags, sizeof flags,
                                        nullptr));
  EXPECT_EQ(flags.dwFlags, static_cast<DWORD>(WSF_VISIBLE));
}

TEST(WindowStations, HaveOneDesktop) {
  EXPECT_EQ(OpenDesktopW(L"default", 0, FALSE, 0), GetThreadDesktop(GetCurrentThreadId()));
  EXPECT_EQ(OpenDesktopW(L"Winlogon", 0, FALSE, 0), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_FILE_NOT_FOUND));
  EXPECT_EQ(CreateDesktopW(L"Second", nullptr, nullptr, 0, 0, nullptr), nullptr);
  std::string seen;
  EXPECT_TRUE(EnumDesktopsA(
      nullptr,
      [](LPSTR name, LPARAM to) -> WINBOOL {
        *reinterpret_cast<std::string*>(to) += name;
        return TRUE;
      },
      reinterpret_cast<LPARAM>(&seen)));
  EXPECT_EQ(seen, "Default");
  EXPECT_FALSE(CloseDesktop(nullptr));
  EXPECT_FALSE(SetProcessWindowStation(reinterpret_cast<HWINSTA>(std::uintptr_t{4})));
}

// "The old DPI_AWARENESS_CONTEXT for the thread. If the dpiContext is invalid, the thread will not
// be updated and the return value will be NULL."
TEST(Dpi, ThreadsKeepWhatTheySaid) {
  const DPI_AWARENESS_CONTEXT before = GetThreadDpiAwarenessContext();
  EXPECT_EQ(SetThreadDpiAwarenessContext(DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2), before);
  EXPECT_EQ(SetThreadDpiAwarenessContext(nullptr), nullptr);
  EXPECT_TRUE(AreDpiAwarenessContextsEqual(GetThreadDpiAwarenessContext(),
                                           DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2));
  EXPECT_EQ(GetAwarenessFromDpiAwarenessContext(GetThreadDpiAwarenessContext()),
            DPI_AWARENESS_PER_MONITOR_AWARE);
  SetThreadDpiAwarenessContext(before);
  EXPECT_EQ(GetDpiForWindow(nullptr), 0u);
  EXPECT_EQ(GetDpiForWindow(GetDesktopWindow()), GetDpiForSystem());
}

// "CDS_GLOBAL is only valid when specified with the CDS_UPDATEREGISTRY flag."
TEST(DisplayModes, OnlyTheCurrentOneIsGranted) {
  DEVMODEW mode{};
  mode.dmSize = sizeof mode;
  ASSERT_TRUE(EnumDisplaySettingsW(nullptr, ENUM_CURRENT_SETTINGS, &mode));
  EXPECT_EQ(ChangeDisplaySettingsW(&mode, CDS_FULLSCREEN), DISP_CHANGE_SUCCESSFUL);
  EXPECT_EQ(ChangeDisplaySettingsW(nullptr, 0), DISP_CHANGE_SUCCESSFUL);
  mode.dmPelsWidth += 8;
  EXPECT_EQ(ChangeDisplaySettingsW(&mode, CDS_TEST), DISP_CHANGE_BADMODE);
  EXPECT_EQ(ChangeDisplaySettingsW(&mode, CDS_GLOBAL), DISP_CHANGE_BADFLAGS);
  EXPECT_EQ(ChangeDisplaySettingsExW(L"no such device", &mode, nullptr, 0, nullptr),
            DISP_CHANGE_BADPARAM);
}

TEST(MessageFilters, HoldNothingBack) {
  EXPECT_TRUE(ChangeWindowMessageFilter(WM_USER, MSGFLT_ADD));
  EXPECT_FALSE(ChangeWindowMessageFilter(WM_USER, 7));
  EXPECT_FALSE(ChangeWindowMessageFilterEx(nullptr, WM_USER, MSGFLT_ALLOW, nullptr));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_WINDOW_HANDLE));
}

}  // namespace
}  // namespace transom::user::test
