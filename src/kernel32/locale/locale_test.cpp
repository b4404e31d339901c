// https://learn.microsoft.com/windows/win32/intl/national-language-support-functions
#include "kernel32/locale/locale.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace transom::kernel {
namespace {

std::string info(LCID id, LCTYPE type) {
  WCHAR buffer[128] = {};
  const int count = GetLocaleInfoW(id, type, buffer, 128);
  if (count == 0) return "error " + std::to_string(GetLastError());
  EXPECT_EQ(count, GetLocaleInfoW(id, type, nullptr, 0));
  return base::utf16_to_utf8(base::as_char16(buffer));
}

constexpr LCID kEnglish = 0x0409;
constexpr LCID kGerman = 0x0407;

TEST(LocaleInfo, EnglishIsAsWindowsHasIt) {
  EXPECT_EQ(info(kEnglish, LOCALE_SSHORTDATE), "M/d/yyyy");
  EXPECT_EQ(info(kEnglish, LOCALE_SLONGDATE), "dddd, MMMM d, yyyy");
  EXPECT_EQ(info(kEnglish, LOCALE_STIMEFORMAT), "h:mm:ss tt");
  EXPECT_EQ(info(kEnglish, LOCALE_SDAYNAME1), "Monday");
  EXPECT_EQ(info(kEnglish, LOCALE_SABBREVMONTHNAME12), "Dec");
  EXPECT_EQ(info(kEnglish, LOCALE_SMONTHNAME13), "");
  EXPECT_EQ(info(kEnglish, LOCALE_SLANGUAGE), "English (United States)");
  EXPECT_EQ(info(kEnglish, LOCALE_SNAME), "en-US");
  EXPECT_EQ(info(kEnglish, LOCALE_ILANGUAGE), "0409");
  EXPECT_EQ(info(kEnglish, LOCALE_SDATE), "/");
  EXPECT_EQ(info(kEnglish, LOCALE_STIME), ":");
  EXPECT_EQ(info(kEnglish, LOCALE_IDATE), "0");
  EXPECT_EQ(info(kEnglish, LOCALE_INEGCURR), "0");
  EXPECT_EQ(info(kEnglish, LOCALE_IFIRSTDAYOFWEEK), "6");
}

TEST(LocaleInfo, IcuKnowsTheOthers) {
  EXPECT_EQ(info(kGerman, LOCALE_SNAME), "de-DE");
  EXPECT_EQ(info(kGerman, LOCALE_SSHORTDATE), "dd.MM.yyyy");
  EXPECT_EQ(info(kGerman, LOCALE_SLONGDATE), "dddd, d. MMMM yyyy");
  EXPECT_EQ(info(kGerman, LOCALE_STIMEFORMAT), "HH:mm:ss");
  EXPECT_EQ(info(kGerman, LOCALE_SDECIMAL), ",");
  EXPECT_EQ(info(kGerman, LOCALE_STHOUSAND), ".");
  EXPECT_EQ(info(kGerman, LOCALE_SLIST), ";");
  EXPECT_EQ(info(kGerman, LOCALE_SCURRENCY), "€");
  EXPECT_EQ(info(kGerman, LOCALE_ICURRENCY), "3");
  EXPECT_EQ(info(kGerman, LOCALE_INEGCURR), "8");
  EXPECT_EQ(info(kGerman, LOCALE_SENGLANGUAGE), "German");
  EXPECT_EQ(info(kGerman, LOCALE_SNATIVECTRYNAME), "Deutschland");
  EXPECT_EQ(info(kGerman, LOCALE_IFIRSTDAYOFWEEK), "0");
  EXPECT_EQ(info(kGerman, LOCALE_IFIRSTWEEKOFYEAR), "2");
  EXPECT_EQ(info(kGerman, LOCALE_SDAYNAME7), "Sonntag");
  EXPECT_EQ(info(0x0411, LOCALE_IDEFAULTANSICODEPAGE), "932");
  EXPECT_EQ(info(0x0439, LOCALE_SGROUPING), "3;2;0");
  EXPECT_EQ(info(0x0804, LOCALE_SNAME), "zh-CN");
  EXPECT_EQ(info(0x0401, LOCALE_IREADINGLAYOUT), "1");
}

TEST(LocaleInfo, TheMonthsGenitiveIsAskedForByAFlag) {
  constexpr LCID kPolish = 0x0415;
  EXPECT_EQ(info(kPolish, LOCALE_SMONTHNAME1), "styczeń");
  EXPECT_EQ(info(kPolish, LOCALE_SMONTHNAME1 | LOCALE_RETURN_GENITIVE_NAMES), "stycznia");
}

TEST(LocaleInfo, NumbersComeAsDwordsWhereAsked) {
  DWORD value = 77;
  EXPECT_EQ(GetLocaleInfoW(kEnglish, LOCALE_IDIGITS | LOCALE_RETURN_NUMBER,
                           reinterpret_cast<WCHAR*>(&value), 2),
            2);
  EXPECT_EQ(value, 2u);
  EXPECT_EQ(GetLocaleInfoA(kGerman, LOCALE_ILANGUAGE | LOCALE_RETURN_NUMBER,
                           reinterpret_cast<CHAR*>(&value), 4),
            4);
  EXPECT_EQ(value, 0x407u);
  EXPECT_EQ(info(kEnglish, LOCALE_SDATE | LOCALE_RETURN_NUMBER),
            "error " + std::to_string(ERROR_INVALID_FLAGS));
}

TEST(LocaleInfo, FailuresHaveTheirLastErrors) {
  EXPECT_EQ(info(0xFFF1, LOCALE_SDATE), "error " + std::to_string(ERROR_INVALID_PARAMETER));
  EXPECT_EQ(info(kEnglish, 0xFFF), "error " + std::to_string(ERROR_INVALID_FLAGS));
  WCHAR small[3];
  EXPECT_EQ(GetLocaleInfoW(kEnglish, LOCALE_SLONGDATE, small, 3), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INSUFFICIENT_BUFFER));
  EXPECT_EQ(GetLocaleInfoW(kEnglish, LOCALE_SLONGDATE, nullptr, 3), 0);
  EXPECT_EQ(GetLocaleInfoW(kEnglish, LOCALE_SLONGDATE, small, -1), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
}

TEST(LocaleInfo, ChangesAreTheUsersAndCanBeLookedPast) {
  ASSERT_TRUE(SetLocaleInfoW(LOCALE_USER_DEFAULT, LOCALE_SDECIMAL, L"!"));
  EXPECT_EQ(info(LOCALE_USER_DEFAULT, LOCALE_SDECIMAL), "!");
  EXPECT_EQ(info(LOCALE_USER_DEFAULT, LOCALE_SDECIMAL | LOCALE_NOUSEROVERRIDE), ".");
  SetLocaleInfoW(LOCALE_USER_DEFAULT, LOCALE_SDECIMAL, L".");
  EXPECT_FALSE(SetLocaleInfoW(LOCALE_USER_DEFAULT, LOCALE_SENGLANGUAGE, L"x"));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_FLAGS));
}

std::string name_of(LCID id, DWORD flags = 0) {
  WCHAR buffer[LOCALE_NAME_MAX_LENGTH] = {};
  return LCIDToLocaleName(id, buffer, LOCALE_NAME_MAX_LENGTH, flags) == 0
             ? "error " + std::to_string(GetLastError())
             : base::utf16_to_utf8(base::as_char16(buffer));
}

TEST(LocaleNames, GoBothWays) {
  EXPECT_EQ(name_of(0x0409), "en-US");
  EXPECT_EQ(name_of(0x0007), "de-DE");
  EXPECT_EQ(name_of(0x0007, LOCALE_ALLOW_NEUTRAL_NAMES), "de");
  EXPECT_EQ(name_of(LOCALE_INVARIANT), "");
  EXPECT_EQ(name_of(0xFFFF), "error " + std::to_string(ERROR_INVALID_PARAMETER));
  EXPECT_EQ(LocaleNameToLCID(L"fr-CA", 0), 0x0C0Cu);
  EXPECT_EQ(LocaleNameToLCID(L"FR-ca", 0), 0x0C0Cu);
  EXPECT_EQ(LocaleNameToLCID(L"", 0), static_cast<LCID>(LOCALE_INVARIANT));
  EXPECT_EQ(LocaleNameToLCID(L"de", LOCALE_ALLOW_NEUTRAL_NAMES), 7u);
  EXPECT_EQ(LocaleNameToLCID(L"de", 0), 0x0407u);
  EXPECT_EQ(LocaleNameToLCID(L"zh-TW", 0), 0x0404u);
  EXPECT_EQ(LocaleNameToLCID(L"xx-YY", 0), 0u);
  EXPECT_EQ(LocaleNameToLCID(L"not a name", 0), 0u);
  EXPECT_TRUE(IsValidLocale(0x0410, LCID_INSTALLED));
  EXPECT_FALSE(IsValidLocale(0x0FFF, LCID_INSTALLED));
  EXPECT_EQ(ConvertDefaultLocale(0x0009), 0x0409u);
  EXPECT_EQ(ConvertDefaultLocale(LOCALE_USER_DEFAULT), GetUserDefaultLCID());
}

TEST(LocaleNames, TheNearestIsFoundForOneThatIsNot) {
  WCHAR buffer[LOCALE_NAME_MAX_LENGTH] = {};
  EXPECT_EQ(ResolveLocaleName(L"de-XY", buffer, LOCALE_NAME_MAX_LENGTH), 6);
  EXPECT_EQ(base::utf16_to_utf8(base::as_char16(buffer)), "de-DE");
}

TEST(LocaleNames, AThreadHasItsOwn) {
  EXPECT_EQ(GetThreadLocale(), GetUserDefaultLCID());
  EXPECT_TRUE(SetThreadLocale(kGerman));
  EXPECT_EQ(GetThreadLocale(), kGerman);
  EXPECT_FALSE(SetThreadLocale(0xFFF1));
  SetThreadLocale(LOCALE_USER_DEFAULT);
  EXPECT_EQ(GetThreadLocale(), GetUserDefaultLCID());
}

}  // namespace
}  // namespace transom::kernel
