// Dates, times, numbers and money as text.
#include <gtest/gtest.h>

#include "base/text.h"
#include "base/win32.h"

namespace transom::kernel {
namespace {

constexpr LCID kEnglish = 0x0409;

std::string error() {
  return "error " + std::to_string(GetLastError());
}

const SYSTEMTIME kSunday = {2002, 11, 5, 3, 14, 5, 6, 0};  // the weekday is wrong on purpose

std::string date(DWORD flags, const WCHAR* picture, LCID id = kEnglish) {
  WCHAR buffer[100] = {};
  const int count = GetDateFormatW(id, flags, &kSunday, picture, buffer, 100);
  return count == 0 ? error() : base::utf16_to_utf8(base::as_char16(buffer));
}

std::string time(DWORD flags, const WCHAR* picture) {
  WCHAR buffer[100] = {};
  const int count = GetTimeFormatW(kEnglish, flags, &kSunday, picture, buffer, 100);
  return count == 0 ? error() : base::utf16_to_utf8(base::as_char16(buffer));
}

TEST(DateFormat, TheLocalesPictures) {
  EXPECT_EQ(date(0, nullptr), "11/3/2002");
  EXPECT_EQ(date(DATE_LONGDATE, nullptr), "Sunday, November 3, 2002");
  EXPECT_EQ(date(DATE_YEARMONTH, nullptr), "November 2002");
  EXPECT_EQ(date(DATE_MONTHDAY, nullptr), "November 3");
  EXPECT_EQ(date(DATE_LONGDATE, nullptr, 0x0407), "Sonntag, 3. November 2002");
  EXPECT_EQ(date(DATE_LONGDATE, nullptr, 0x0415), "niedziela, 3 listopada 2002");
}

// https://learn.microsoft.com/windows/win32/intl/day--month--year--and-era-format-pictures
TEST(DateFormat, PicturesAndQuotes) {
  EXPECT_EQ(date(0, L"ddd',' MMM dd yy"), "Sun, Nov 03 02");
  EXPECT_EQ(date(0, L"'x''y' d 'of' M"), "x'y 3 of 11");
  EXPECT_EQ(date(0, L"yyyyy yyy y dd dddd"), "2002 2002 2 03 Sunday");
  EXPECT_EQ(date(0, L"'open"), "open");
  EXPECT_EQ(date(0, L""), "");
}

TEST(DateFormat, FailuresHaveTheirLastErrors) {
  const std::string flags = "error " + std::to_string(ERROR_INVALID_FLAGS);
  EXPECT_EQ(date(DATE_SHORTDATE | DATE_LONGDATE, nullptr), flags);
  EXPECT_EQ(date(DATE_SHORTDATE, L"d"), flags);
  const SYSTEMTIME bad = {2001, 2, 0, 29, 0, 0, 0, 0};
  EXPECT_EQ(GetDateFormatW(kEnglish, 0, &bad, nullptr, nullptr, 0), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
  WCHAR small[4];
  EXPECT_EQ(GetDateFormatW(kEnglish, 0, &kSunday, nullptr, small, 4), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INSUFFICIENT_BUFFER));
  EXPECT_EQ(GetDateFormatA(kEnglish, 0, &kSunday, nullptr, nullptr, 0), 10);
}

// https://learn.microsoft.com/windows/win32/api/datetimeapi/nf-datetimeapi-gettimeformatw
TEST(TimeFormat, FlagsTakePartsAwayWithTheirSeparators) {
  EXPECT_EQ(time(0, nullptr), "2:05:06 PM");
  EXPECT_EQ(time(TIME_NOSECONDS, nullptr), "2:05 PM");
  EXPECT_EQ(time(TIME_NOMINUTESORSECONDS, nullptr), "2 PM");
  EXPECT_EQ(time(TIME_NOTIMEMARKER, nullptr), "2:05:06");
  EXPECT_EQ(time(TIME_NOTIMEMARKER, L"tt hh:mm"), "02:05");
  EXPECT_EQ(time(TIME_FORCE24HOURFORMAT, nullptr), "14:05:06 PM");
  EXPECT_EQ(time(0, L"H hh t 'h' x"), "14 02 P h x");
}

std::string number(const WCHAR* value, const NUMBERFMTW* format = nullptr, LCID id = kEnglish) {
  WCHAR buffer[100] = {};
  const int count = GetNumberFormatW(id, 0, value, format, buffer, 100);
  return count == 0 ? error() : base::utf16_to_utf8(base::as_char16(buffer));
}

TEST(NumberFormat, RoundsGroupsAndSigns) {
  EXPECT_EQ(number(L"1234567.891"), "1,234,567.89");
  EXPECT_EQ(number(L"-1234567.895"), "-1,234,567.90");
  EXPECT_EQ(number(L"99999.999"), "100,000.00");
  EXPECT_EQ(number(L".5"), "0.50");
  EXPECT_EQ(number(L"00012"), "12.00");
  EXPECT_EQ(number(L"1234.5", nullptr, 0x0407), "1.234,50");
  EXPECT_EQ(number(L"12345678.5", nullptr, 0x0439), "1,23,45,678.50");
  for (const WCHAR* bad : {L"abc", L"1.2.3", L" 1", L"+1", L"1,000"}) {
    EXPECT_EQ(number(bad), "error " + std::to_string(ERROR_INVALID_PARAMETER));
  }
}

TEST(NumberFormat, AFormatSaysEverything) {
  WCHAR decimal[] = L"p", thousand[] = L"t";
  NUMBERFMTW format = {1, 0, 3, decimal, thousand, 0};
  EXPECT_EQ(number(L"-1234.56", &format), "(1t234p6)");
  format.NegativeOrder = 4;
  EXPECT_EQ(number(L"-0.5", &format), "p5 -");
  format.Grouping = 32;
  EXPECT_EQ(number(L"123456789", &format), "12t34t56t789p0");
  format.Grouping = 30;
  EXPECT_EQ(number(L"123456789", &format), "123456t789p0");
  format.NumDigits = 10;
  EXPECT_EQ(number(L"1", &format), "error " + std::to_string(ERROR_INVALID_PARAMETER));
  format = {1, 0, 3, nullptr, thousand, 0};
  EXPECT_EQ(number(L"1", &format), "error " + std::to_string(ERROR_INVALID_PARAMETER));
}

TEST(CurrencyFormat, OrdersOfSymbolAndSign) {
  WCHAR buffer[100] = {};
  EXPECT_EQ(GetCurrencyFormatW(kEnglish, 0, L"-1234.567", nullptr, buffer, 100), 12);
  EXPECT_EQ(base::utf16_to_utf8(base::as_char16(buffer)), "($1,234.57)");
  char narrow[100] = {};
  CHAR decimal[] = ".", thousand[] = ",", symbol[] = "Kr";
  CURRENCYFMTA format = {2, 1, 3, decimal, thousand, 8, 3, symbol};
  EXPECT_EQ(GetCurrencyFormatA(kEnglish, 0, "-1", &format, narrow, 100), 9);
  EXPECT_STREQ(narrow, "-1.00 Kr");
  EXPECT_EQ(GetCurrencyFormatA(kEnglish, 0, "1", &format, narrow, 100), 8);
  EXPECT_STREQ(narrow, "1.00 Kr");
}

}  // namespace
}  // namespace transom::kernel
