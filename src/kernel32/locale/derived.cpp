// The parts of a locale that follow from others: orders and zeros of the date pictures, places of
// signs, names put together.
#include <algorithm>

#include "base/text.h"
#include "kernel32/locale/locale.h"

namespace transom::kernel {
namespace {

// How many of a letter the picture has in a row, outside quotes.
int run_of(std::u16string_view picture, char16_t letter) {
  bool quoted = false;
  int count = 0;
  for (const char16_t c : picture) {
    if (c == u'\'') quoted = !quoted;
    if (quoted || c != letter) {
      if (count > 0) return count;
      continue;
    }
    ++count;
  }
  return count;
}

// 0: month, day, year; 1: day, month, year; 2: year, month, day.
std::u16string date_order(std::u16string_view picture) {
  const auto first_of = [&](char16_t letter) { return picture.find(letter); };
  // Weekdays are written with the letter of days: skip them.
  const std::size_t weekday = picture.find(u"ddd");
  std::u16string without(picture);
  if (weekday != std::u16string::npos) {
    const std::size_t end = picture.find_first_not_of(u'd', weekday);
    without.erase(weekday, (end == std::u16string::npos ? picture.size() : end) - weekday);
    picture = without;
  }
  const std::size_t day = first_of(u'd'), month = first_of(u'M'), year = first_of(u'y');
  if (year < month && year < day) return u"2";
  return month < day ? u"0" : u"1";
}

// What stands between the parts of a date or time.
std::u16string separator(std::u16string_view picture, std::u16string_view letters,
                         const char16_t* otherwise) {
  const std::size_t start = picture.find_first_not_of(letters);
  if (start == std::u16string::npos || start == 0) return otherwise;
  const std::size_t end = picture.find_first_of(letters, start);
  if (end == std::u16string::npos) return otherwise;
  return std::u16string(picture.substr(start, end - start));
}

// https://learn.microsoft.com/windows/win32/intl/locale-ineg-constants
struct CurrencySigns {
  char16_t sign_position, symbol_first, space;
};
constexpr CurrencySigns kNegative[] = {
    {u'0', u'1', u'0'}, {u'3', u'1', u'0'}, {u'4', u'1', u'0'}, {u'2', u'1', u'0'},
    {u'0', u'0', u'0'}, {u'1', u'0', u'0'}, {u'3', u'0', u'0'}, {u'4', u'0', u'0'},
    {u'1', u'0', u'1'}, {u'3', u'1', u'1'}, {u'4', u'0', u'1'}, {u'2', u'1', u'1'},
    {u'4', u'1', u'1'}, {u'3', u'0', u'1'}, {u'0', u'1', u'1'}, {u'0', u'0', u'1'}};
constexpr CurrencySigns kPositive[] = {
    {u'3', u'1', u'0'}, {u'1', u'0', u'0'}, {u'3', u'1', u'1'}, {u'1', u'0', u'1'}};

void derive_signs(Locale& locale) {
  const CurrencySigns& positive = kPositive[locale.number(LOCALE_ICURRENCY) % 4];
  const CurrencySigns& negative = kNegative[locale.number(LOCALE_INEGCURR) % 16];
  const auto set = [&](LCTYPE type, char16_t value) { locale.set(type, {value}); };
  set(LOCALE_IPOSSIGNPOSN, positive.sign_position);
  set(LOCALE_IPOSSYMPRECEDES, positive.symbol_first);
  set(LOCALE_IPOSSEPBYSPACE, positive.space);
  set(LOCALE_INEGSIGNPOSN, negative.sign_position);
  set(LOCALE_INEGSYMPRECEDES, negative.symbol_first);
  set(LOCALE_INEGSEPBYSPACE, negative.space);
}

void derive_pictures(Locale& locale) {
  const std::u16string date = locale.text(LOCALE_SSHORTDATE);
  const std::u16string time = locale.text(LOCALE_STIMEFORMAT);
  const auto flag = [&](LCTYPE type, bool value) { locale.set(type, value ? u"1" : u"0"); };
  locale.set(LOCALE_SDATE, separator(date, u"dMyg", u"/"));
  locale.set(LOCALE_STIME, separator(time, u"hHmst", u":"));
  locale.set(LOCALE_IDATE, date_order(date));
  locale.set(LOCALE_ILDATE, date_order(locale.text(LOCALE_SLONGDATE)));
  flag(LOCALE_ITIME, run_of(time, u'H') > 0);
  flag(LOCALE_ITIMEMARKPOSN, time.starts_with(u't'));
  flag(LOCALE_ITLZERO, std::max(run_of(time, u'H'), run_of(time, u'h')) > 1);
  flag(LOCALE_ICENTURY, run_of(date, u'y') > 2);
  flag(LOCALE_IDAYLZERO, run_of(date, u'd') > 1);
  flag(LOCALE_IMONLZERO, run_of(date, u'M') > 1);
}

std::u16string with_country(const std::u16string& language, const std::u16string& country) {
  return country.empty() ? language : language + u" (" + country + u")";
}

void derive_names(Locale& locale) {
  const bool neutral = locale.number(LOCALE_INEUTRAL) != 0;
  const auto full_name = [&](LCTYPE language, LCTYPE country) {
    return neutral ? locale.text(language)
                   : with_country(locale.text(language), locale.text(country));
  };
  locale.set(LOCALE_SLANGUAGE, full_name(LOCALE_SLANGDISPLAYNAME, LOCALE_SCOUNTRY));
  locale.set(LOCALE_SENGLISHDISPLAYNAME, full_name(LOCALE_SENGLANGUAGE, LOCALE_SENGCOUNTRY));
  locale.set(LOCALE_SNATIVEDISPLAYNAME, full_name(LOCALE_SNATIVELANGNAME, LOCALE_SNATIVECTRYNAME));
  locale.set(LOCALE_SNAME, locale.name);
  locale.set(LOCALE_SSORTLOCALE, locale.name);
  locale.set(LOCALE_SCONSOLEFALLBACKNAME, locale.name);
  locale.set(LOCALE_SSORTNAME, u"Default");
  locale.set(LOCALE_ILANGUAGE, hexadecimal(locale.id, 4));
  locale.set(LOCALE_SKEYBOARDSTOINSTALL, u"0409:00000409");
  locale.set(LOCALE_IDEFAULTCOUNTRY, locale.text(LOCALE_ICOUNTRY));
  if (locale.find(LOCALE_IDEFAULTLANGUAGE) == nullptr) {
    locale.set(LOCALE_IDEFAULTLANGUAGE, hexadecimal(locale.id, 4));
  }
  std::u16string tag = locale.text(LOCALE_SISO639LANGNAME2) + u" ";
  std::ranges::transform(tag, tag.begin(), [](char16_t c) {
    return c >= u'a' && c <= u'z' ? static_cast<char16_t>(c - 32) : c;
  });
  locale.set(LOCALE_SOPENTYPELANGUAGETAG, locale.name.empty() ? u"dflt" : tag);
}

}  // namespace

void describe_derived(Locale& locale) {
  if (locale.find(LOCALE_INEUTRAL) == nullptr) locale.set(LOCALE_INEUTRAL, u"0");
  locale.set(LOCALE_SMONTHNAME13, u"");
  locale.set(LOCALE_SABBREVMONTHNAME13, u"");
  locale.set(LOCALE_SSHORTESTAM, locale.text(LOCALE_S1159).substr(0, 1));
  locale.set(LOCALE_SSHORTESTPM, locale.text(LOCALE_S2359).substr(0, 1));
  locale.set(LOCALE_SRELATIVELONGDATE, locale.text(LOCALE_SLONGDATE));
  derive_names(locale);
  derive_pictures(locale);
  derive_signs(locale);
}

}  // namespace transom::kernel
