// The pages of each function under https://learn.microsoft.com/windows/win32/api
#include <gtest/gtest.h>

#include "base/text.h"
#include "base/win32.h"
#include "kernel32/process/command_line.h"
#include "kernel32/process/environment.h"

namespace transom::kernel {
namespace {

TEST(CommandLine, QuotesAsTheRunTimeUnquotes) {
  EXPECT_EQ(quote_argument(u"plain"), u"plain");
  EXPECT_EQ(quote_argument(u""), u"\"\"");
  EXPECT_EQ(quote_argument(u"a b\\"), u"\"a b\\\\\"");
  EXPECT_EQ(quote_argument(u"say \"hi\""), u"\"say \\\"hi\\\"\"");
  EXPECT_EQ(quote_argument(u"a\\\"b"), u"\"a\\\\\\\"b\"");
  EXPECT_EQ(join_command_line({u"/opt/my tool", u"x y", u"z"}), u"\"/opt/my tool\" \"x y\" z");
}

TEST(CommandLine, IsTheSameBufferEachTime) {
  EXPECT_NE(GetCommandLineW()[0], 0);
  EXPECT_EQ(GetCommandLineW(), GetCommandLineW());
  EXPECT_EQ(GetCommandLineA(), GetCommandLineA());
}

TEST(MulDiv, RoundsHalvesAwayFromZero) {
  EXPECT_EQ(MulDiv(7, 1, 2), 4);
  EXPECT_EQ(MulDiv(-7, 1, 2), -4);
  EXPECT_EQ(MulDiv(7, 1, -2), -4);
  EXPECT_EQ(MulDiv(12, 96, 72), 16);
  EXPECT_EQ(MulDiv(1, 1, 0), -1);
  EXPECT_EQ(MulDiv(INT_MAX, 2, 1), -1);
}

TEST(Environment, NamesIgnoreCase) {
  ASSERT_TRUE(SetEnvironmentVariableW(L"TransomTest", L"value"));
  char text[16];
  EXPECT_EQ(GetEnvironmentVariableA("TRANSOMTEST", text, 16), 5u);
  EXPECT_STREQ(text, "value");
  EXPECT_EQ(GetEnvironmentVariableA("TransomTest", text, 5), 6u);
  EXPECT_EQ(expand_environment(u"100% %transomtest%!%none%"), u"100% value!%none%");
  EXPECT_TRUE(SetEnvironmentVariableW(L"transomtest", nullptr));
  EXPECT_EQ(GetEnvironmentVariableA("TransomTest", text, 16), 0u);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_ENVVAR_NOT_FOUND});
  EXPECT_FALSE(SetEnvironmentVariableA("a=b", "c"));
}

TEST(Environment, TheBlockEndsWithTwoZeros) {
  LPWCH block = GetEnvironmentStringsW();
  const WCHAR* text = block;
  while (*text != 0) text += std::u16string_view(base::as_char16(text)).size() + 1;
  EXPECT_GT(text, block + 1);
  EXPECT_TRUE(FreeEnvironmentStringsW(block));
}

TEST(Process, RunsStill) {
  DWORD code = 0;
  EXPECT_TRUE(GetExitCodeProcess(GetCurrentProcess(), &code));
  EXPECT_EQ(code, DWORD{STILL_ACTIVE});
  EXPECT_FALSE(GetExitCodeProcess(nullptr, &code));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_INVALID_HANDLE});
}

TEST(Version, WithoutAManifestIsWindows8) {
  OSVERSIONINFOEXW info{};
  EXPECT_FALSE(GetVersionExW(reinterpret_cast<OSVERSIONINFOW*>(&info)));
  info.dwOSVersionInfoSize = sizeof info;
  ASSERT_TRUE(GetVersionExW(reinterpret_cast<OSVERSIONINFOW*>(&info)));
  EXPECT_EQ(info.dwMajorVersion, 6u);
  EXPECT_EQ(info.dwMinorVersion, 2u);
  EXPECT_EQ(LOBYTE(LOWORD(GetVersion())), 6);
}

TEST(Ticks, GoForward) {
  LARGE_INTEGER first, second, frequency;
  QueryPerformanceCounter(&first);
  QueryPerformanceCounter(&second);
  EXPECT_GE(second.QuadPart, first.QuadPart);
  ASSERT_TRUE(QueryPerformanceFrequency(&frequency));
  EXPECT_EQ(frequency.QuadPart, 10'000'000);
  EXPECT_EQ(GetTickCount(), static_cast<DWORD>(GetTickCount64()));
}

}  // namespace
}  // namespace transom::kernel
