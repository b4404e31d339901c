#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "base/win32.h"

namespace transom::kernel {
namespace {

std::vector<std::string>& seen() {
  static std::vector<std::string> texts;
  return texts;
}

BOOL CALLBACK note(WCHAR* text) {
  seen().push_back(base::utf16_to_utf8(base::as_char16(text)));
  return TRUE;
}

bool saw(const char* text) {
  return std::ranges::find(seen(), text) != seen().end();
}

// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumsystemlocalesw
TEST(LocaleLists, AllLocales) {
  seen().clear();
  EXPECT_TRUE(EnumSystemLocalesW(note, LCID_INSTALLED));
  EXPECT_TRUE(saw("00000409"));
  EXPECT_TRUE(saw("00000407"));
  EXPECT_FALSE(saw("00000007"));
  EXPECT_FALSE(EnumSystemLocalesW(nullptr, LCID_INSTALLED));
  seen().clear();
  EXPECT_TRUE(EnumSystemLocalesEx([](WCHAR* name, DWORD, LPARAM) { return note(name); },
                                  LOCALE_SPECIFICDATA, 0, nullptr));
  EXPECT_TRUE(saw("de-DE"));
  EXPECT_TRUE(saw("zh-CN"));
  EXPECT_FALSE(saw("de"));
}

TEST(LocaleLists, AnswersOfFalseEndThem) {
  static int calls;
  calls = 0;
  EXPECT_TRUE(EnumSystemLocalesA(
      [](CHAR*) -> BOOL {
        ++calls;
        return FALSE;
      },
      LCID_INSTALLED));
  EXPECT_EQ(calls, 1);
}

TEST(LocaleLists, FormatsAndCodePages) {
  seen().clear();
  EXPECT_TRUE(EnumDateFormatsW(note, 0x0409, DATE_LONGDATE));
  EXPECT_TRUE(EnumTimeFormatsW(note, 0x0409, TIME_NOSECONDS));
  EXPECT_TRUE(EnumSystemCodePagesW(note, CP_INSTALLED));
  EXPECT_TRUE(saw("dddd, MMMM d, yyyy"));
  EXPECT_TRUE(saw("h:mm tt"));
  EXPECT_TRUE(saw("1252"));
  EXPECT_FALSE(EnumDateFormatsW(note, 0x0409, 0x100));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_FLAGS));
}

TEST(CalendarInfo, SharesWithTheLocale) {
  WCHAR buffer[40] = {};
  EXPECT_EQ(GetCalendarInfoW(0x0409, CAL_GREGORIAN, CAL_SMONTHNAME12, buffer, 40, nullptr), 9);
  EXPECT_EQ(base::utf16_to_utf8(base::as_char16(buffer)), "December");
  DWORD year = 0;
  EXPECT_EQ(GetCalendarInfoA(0x0409, CAL_GREGORIAN, CAL_ITWODIGITYEARMAX | CAL_RETURN_NUMBER,
                             nullptr, 0, &year),
            4);
  EXPECT_EQ(year, 2049u);
  EXPECT_EQ(GetCalendarInfoW(0x0409, CAL_HEBREW, CAL_SCALNAME, buffer, 40, nullptr), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
}

}  // namespace
}  // namespace transom::kernel
