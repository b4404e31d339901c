// English (United States) and the invariant locale, as Windows has them.
#include "kernel32/locale/locale.h"

namespace transom::kernel {
namespace {

struct Row {
  LCTYPE type;
  const char16_t* text;
};

constexpr Row kEnglish[] = {
    {LOCALE_SENGLANGUAGE, u"English"},
    {LOCALE_SNATIVELANGNAME, u"English"},
    {LOCALE_SLANGDISPLAYNAME, u"English"},
    {LOCALE_SABBREVLANGNAME, u"ENU"},
    {LOCALE_SISO639LANGNAME, u"en"},
    {LOCALE_SISO639LANGNAME2, u"eng"},
    {LOCALE_SENGCOUNTRY, u"United States"},
    {LOCALE_SCOUNTRY, u"United States"},
    {LOCALE_SNATIVECTRYNAME, u"United States"},
    {LOCALE_SABBREVCTRYNAME, u"USA"},
    {LOCALE_SISO3166CTRYNAME, u"US"},
    {LOCALE_SISO3166CTRYNAME2, u"USA"},
    {LOCALE_ICOUNTRY, u"1"},
    {LOCALE_IGEOID, u"244"},
    {LOCALE_IDEFAULTCODEPAGE, u"437"},
    {LOCALE_IDEFAULTANSICODEPAGE, u"1252"},
    {LOCALE_IDEFAULTMACCODEPAGE, u"10000"},
    {LOCALE_IDEFAULTEBCDICCODEPAGE, u"037"},
    {LOCALE_SLIST, u","},
    {LOCALE_IMEASURE, u"1"},
    {LOCALE_IPAPERSIZE, u"1"},
    {LOCALE_SDECIMAL, u"."},
    {LOCALE_STHOUSAND, u","},
    {LOCALE_SGROUPING, u"3;0"},
    {LOCALE_IDIGITS, u"2"},
    {LOCALE_ILZERO, u"1"},
    {LOCALE_INEGNUMBER, u"1"},
    {LOCALE_SNATIVEDIGITS, u"0123456789"},
    {LOCALE_IDIGITSUBSTITUTION, u"1"},
    {LOCALE_SPOSITIVESIGN, u""},
    {LOCALE_SNEGATIVESIGN, u"-"},
    {LOCALE_SCURRENCY, u"$"},
    {LOCALE_SINTLSYMBOL, u"USD"},
    {LOCALE_SENGCURRNAME, u"US Dollar"},
    {LOCALE_SNATIVECURRNAME, u"US Dollar"},
    {LOCALE_SMONDECIMALSEP, u"."},
    {LOCALE_SMONTHOUSANDSEP, u","},
    {LOCALE_SMONGROUPING, u"3;0"},
    {LOCALE_ICURRDIGITS, u"2"},
    {LOCALE_IINTLCURRDIGITS, u"2"},
    {LOCALE_ICURRENCY, u"0"},
    {LOCALE_INEGCURR, u"0"},
    {LOCALE_SNAN, u"NaN"},
    {LOCALE_SPOSINFINITY, u"\u221E"},
    {LOCALE_SNEGINFINITY, u"-\u221E"},
    {LOCALE_SPERCENT, u"%"},
    {LOCALE_SPERMILLE, u"\u2030"},
    {LOCALE_INEGATIVEPERCENT, u"1"},
    {LOCALE_IPOSITIVEPERCENT, u"1"},
    {LOCALE_SSHORTDATE, u"M/d/yyyy"},
    {LOCALE_SLONGDATE, u"dddd, MMMM d, yyyy"},
    {LOCALE_SYEARMONTH, u"MMMM yyyy"},
    {LOCALE_SMONTHDAY, u"MMMM d"},
    {LOCALE_STIMEFORMAT, u"h:mm:ss tt"},
    {LOCALE_SSHORTTIME, u"h:mm tt"},
    {LOCALE_SDURATION, u"h:mm:ss"},
    {LOCALE_S1159, u"AM"},
    {LOCALE_S2359, u"PM"},
    {LOCALE_ICALENDARTYPE, u"1"},
    {LOCALE_IOPTIONALCALENDAR, u"0"},
    {LOCALE_IFIRSTDAYOFWEEK, u"6"},
    {LOCALE_IFIRSTWEEKOFYEAR, u"0"},
    {LOCALE_IREADINGLAYOUT, u"0"},
    {LOCALE_SSCRIPTS, u"Latn;"},
};

// Where the invariant locale differs.
constexpr Row kInvariant[] = {
    {LOCALE_SENGLANGUAGE, u"Invariant Language"},
    {LOCALE_SNATIVELANGNAME, u"Invariant Language"},
    {LOCALE_SLANGDISPLAYNAME, u"Invariant Language"},
    {LOCALE_SABBREVLANGNAME, u"IVL"},
    {LOCALE_SISO639LANGNAME, u"iv"},
    {LOCALE_SISO639LANGNAME2, u"ivl"},
    {LOCALE_SENGCOUNTRY, u"Invariant Country"},
    {LOCALE_SCOUNTRY, u"Invariant Country"},
    {LOCALE_SNATIVECTRYNAME, u"Invariant Country"},
    {LOCALE_SABBREVCTRYNAME, u"IVC"},
    {LOCALE_SISO3166CTRYNAME, u"IV"},
    {LOCALE_SISO3166CTRYNAME2, u"ivc"},
    {LOCALE_IMEASURE, u"0"},
    {LOCALE_IPAPERSIZE, u"9"},
    {LOCALE_SPOSITIVESIGN, u"+"},
    {LOCALE_SCURRENCY, u"\u00A4"},
    {LOCALE_SINTLSYMBOL, u"XDR"},
    {LOCALE_SENGCURRNAME, u"International Monetary Fund"},
    {LOCALE_SNATIVECURRNAME, u"International Monetary Fund"},
    {LOCALE_SPOSINFINITY, u"Infinity"},
    {LOCALE_SNEGINFINITY, u"-Infinity"},
    {LOCALE_INEGATIVEPERCENT, u"0"},
    {LOCALE_IPOSITIVEPERCENT, u"0"},
    {LOCALE_SSHORTDATE, u"MM/dd/yyyy"},
    {LOCALE_SLONGDATE, u"dddd, dd MMMM yyyy"},
    {LOCALE_SYEARMONTH, u"yyyy MMMM"},
    {LOCALE_SMONTHDAY, u"MMMM dd"},
    {LOCALE_STIMEFORMAT, u"HH:mm:ss"},
    {LOCALE_SSHORTTIME, u"HH:mm"},
    {LOCALE_SDURATION, u"HH:mm:ss"},
};

constexpr const char16_t* kDays[] = {u"Monday", u"Tuesday",  u"Wednesday", u"Thursday",
                                     u"Friday", u"Saturday", u"Sunday"};
constexpr const char16_t* kMonths[] = {u"January",   u"February", u"March",    u"April",
                                       u"May",       u"June",     u"July",     u"August",
                                       u"September", u"October",  u"November", u"December"};

void name_days_and_months(Locale& locale) {
  for (LCTYPE i = 0; i < 7; ++i) {
    const std::u16string day = kDays[i];
    locale.set(LOCALE_SDAYNAME1 + i, day);
    locale.set(LOCALE_SABBREVDAYNAME1 + i, day.substr(0, 3));
    locale.set(LOCALE_SSHORTESTDAYNAME1 + i, day.substr(0, 2));
  }
  for (LCTYPE i = 0; i < 12; ++i) {
    const std::u16string month = kMonths[i];
    locale.set(LOCALE_SMONTHNAME1 + i, month);
    locale.set(LOCALE_SABBREVMONTHNAME1 + i, month.substr(0, 3));
  }
}

}  // namespace

void describe_english(Locale& locale) {
  for (const Row& row : kEnglish) locale.set(row.type, row.text);
  name_days_and_months(locale);
  locale.set(LOCALE_SPARENT, locale.name == u"en" ? u"" : u"en");
}

void describe_invariant(Locale& locale) {
  describe_english(locale);
  for (const Row& row : kInvariant) locale.set(row.type, row.text);
  locale.set(LOCALE_SPARENT, u"");
}

}  // namespace transom::kernel
