// A locale's table as ICU's data gives it, in Windows' terms.
#include <algorithm>
#include <memory>

#include "base/icu_library.h"
#include "base/text.h"
#include "kernel32/locale/icu_names.h"
#include "kernel32/locale/icu_pictures.h"
#include "kernel32/locale/locale.h"
#include "kernel32/locale/regions.h"

#include <unicode/ucal.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unum.h>

namespace transom::kernel {
namespace {

// The text that an ICU function writes to (buffer, size, error).
template <class Write>
std::u16string text_from(Write&& write) {
  UChar buffer[256];
  UErrorCode error = U_ZERO_ERROR;
  const int32_t length = write(buffer, 256, &error);
  return U_SUCCESS(error) && length < 256 ? std::u16string(buffer, static_cast<std::size_t>(length))
                                          : std::u16string();
}
template <class Write>
std::string ascii_from(Write&& write) {
  char buffer[64] = {};
  UErrorCode error = U_ZERO_ERROR;
  write(buffer, static_cast<int32_t>(sizeof buffer), &error);
  return U_SUCCESS(error) ? buffer : std::string();
}

std::u16string digits(int value) {
  return base::utf8_to_utf16(std::to_string(value));
}

class Description {
 public:
  explicit Description(Locale& locale)
      : locale_(locale), data_(with_likely_country(locale.icu_name)), id_(data_.c_str()) {}

  bool run() {
    describe_language();
    describe_country();
    return describe_numbers() && describe_currency() && describe_dates() && describe_calendar();
  }

 private:
  void set(LCTYPE type, std::u16string value) { locale_.set(type, std::move(value)); }

  std::u16string language_in(const char* display) const {
    return text_from([&](UChar* to, int32_t size, UErrorCode* error) {
      return TRANSOM_ICU(uloc_getDisplayLanguage)(id_, display, to, size, error);
    });
  }
  std::u16string country_in(const char* display) const {
    return text_from([&](UChar* to, int32_t size, UErrorCode* error) {
      return TRANSOM_ICU(uloc_getDisplayCountry)(id_, display, to, size, error);
    });
  }

  void describe_language() {
    const std::string language = ascii_from([&](char* to, int32_t size, UErrorCode* error) {
      return TRANSOM_ICU(uloc_getLanguage)(id_, to, size, error);
    });
    const std::string full = ascii_from([&](char* to, int32_t size, UErrorCode* error) {
      return TRANSOM_ICU(uloc_addLikelySubtags)(id_, to, size, error);
    });
    const std::string script = ascii_from([&](char* to, int32_t size, UErrorCode* error) {
      return TRANSOM_ICU(uloc_getScript)(full.c_str(), to, size, error);
    });
    const std::string three = TRANSOM_ICU(uloc_getISO3Language)(id_);
    set(LOCALE_SENGLANGUAGE, language_in("en"));
    set(LOCALE_SNATIVELANGNAME, language_in(id_));
    set(LOCALE_SLANGDISPLAYNAME, language_in(system_language()));
    set(LOCALE_SISO639LANGNAME, base::utf8_to_utf16(language));
    set(LOCALE_SISO639LANGNAME2, base::utf8_to_utf16(three));
    const char16_t* short_name = short_language_name(locale_.icu_name);
    set(LOCALE_SABBREVLANGNAME, short_name != nullptr ? short_name : upper(three));
    set(LOCALE_SSCRIPTS, base::utf8_to_utf16(script) + u";");
    set(LOCALE_INEUTRAL, data_ != locale_.icu_name ? u"1" : u"0");
    set(LOCALE_IREADINGLAYOUT, TRANSOM_ICU(uloc_isRightToLeft)(id_) ? u"1" : u"0");
    set(LOCALE_IDIGITSUBSTITUTION, language == "ar" || language == "fa" ? u"0" : u"1");
    const std::size_t dash = locale_.name.rfind(u'-');
    set(LOCALE_SPARENT, dash != std::u16string::npos ? locale_.name.substr(0, dash) : u"");
    const CodePages& pages = code_pages_of(language, script);
    set(LOCALE_IDEFAULTANSICODEPAGE, pages.ansi);
    set(LOCALE_IDEFAULTCODEPAGE, pages.oem);
    set(LOCALE_IDEFAULTMACCODEPAGE, pages.mac);
    set(LOCALE_IDEFAULTEBCDICCODEPAGE, pages.ebcdic);
  }

  // What the system itself speaks.
  static const char* system_language() { return "en"; }

  static std::u16string upper(const std::string& ascii) {
    std::u16string text = base::utf8_to_utf16(ascii);
    std::ranges::transform(text, text.begin(), [](char16_t c) {
      return c >= u'a' && c <= u'z' ? static_cast<char16_t>(c - 32) : c;
    });
    return text;
  }

  void describe_country() {
    const std::string country = ascii_from([&](char* to, int32_t size, UErrorCode* error) {
      return TRANSOM_ICU(uloc_getCountry)(id_, to, size, error);
    });
    set(LOCALE_SENGCOUNTRY, country_in("en"));
    set(LOCALE_SCOUNTRY, country_in(system_language()));
    set(LOCALE_SNATIVECTRYNAME, country_in(id_));
    set(LOCALE_SISO3166CTRYNAME, base::utf8_to_utf16(country));
    const std::string three = TRANSOM_ICU(uloc_getISO3Country)(id_);
    set(LOCALE_SISO3166CTRYNAME2, base::utf8_to_utf16(three));
    set(LOCALE_SABBREVCTRYNAME, base::utf8_to_utf16(three));
    const Region* region = find_region(country);
    set(LOCALE_ICOUNTRY, region != nullptr ? region->dialing_code : u"0");
    set(LOCALE_IGEOID, region != nullptr ? region->geographic_id : u"0");
    UErrorCode error = U_ZERO_ERROR;
    const bool american = TRANSOM_ICU(ulocdata_getMeasurementSystem)(id_, &error) == UMS_US;
    set(LOCALE_IMEASURE, american ? u"1" : u"0");
    int32_t height = 0, width = 0;
    TRANSOM_ICU(ulocdata_getPaperSize)(id_, &height, &width, &error);
    set(LOCALE_IPAPERSIZE, height == 279 ? u"1" : u"9");
  }

  struct CloseNumbers {
    void operator()(UNumberFormat* format) const { TRANSOM_ICU(unum_close)(format); }
  };
  using Numbers = std::unique_ptr<UNumberFormat, CloseNumbers>;

  Numbers open_numbers(UNumberFormatStyle style) const {
    UErrorCode error = U_ZERO_ERROR;
    return Numbers(TRANSOM_ICU(unum_open)(style, nullptr, 0, id_, nullptr, &error));
  }

  static std::u16string symbol(const Numbers& numbers, UNumberFormatSymbol which) {
    return plain_text(text_from([&](UChar* to, int32_t size, UErrorCode* error) {
      return TRANSOM_ICU(unum_getSymbol)(numbers.get(), which, to, size, error);
    }));
  }
  static std::u16string pattern(const Numbers& numbers) {
    return text_from([&](UChar* to, int32_t size, UErrorCode* error) {
      return TRANSOM_ICU(unum_toPattern)(numbers.get(), false, to, size, error);
    });
  }
  static std::u16string grouping(const Numbers& numbers) {
    const int first = TRANSOM_ICU(unum_getAttribute)(numbers.get(), UNUM_GROUPING_SIZE);
    const int second = TRANSOM_ICU(unum_getAttribute)(numbers.get(), UNUM_SECONDARY_GROUPING_SIZE);
    if (first <= 0) return u"0";
    const bool differs = second > 0 && second != first;
    return digits(first) + (differs ? u";" + digits(second) + u";0" : u";0");
  }

  bool describe_numbers() {
    const Numbers numbers = open_numbers(UNUM_DECIMAL);
    if (numbers == nullptr) return false;
    const std::u16string decimal = symbol(numbers, UNUM_DECIMAL_SEPARATOR_SYMBOL);
    set(LOCALE_SDECIMAL, decimal);
    set(LOCALE_STHOUSAND, symbol(numbers, UNUM_GROUPING_SEPARATOR_SYMBOL));
    set(LOCALE_SGROUPING, grouping(numbers));
    set(LOCALE_SLIST, decimal == u"," ? u";" : u",");
    set(LOCALE_SPOSITIVESIGN, u"");
    set(LOCALE_SNEGATIVESIGN, u"-");
    set(LOCALE_IDIGITS, u"2");
    set(LOCALE_ILZERO, u"1");
    set(LOCALE_INEGNUMBER, u"1");
    set(LOCALE_SPERCENT, symbol(numbers, UNUM_PERCENT_SYMBOL));
    set(LOCALE_SPERMILLE, symbol(numbers, UNUM_PERMILL_SYMBOL));
    set(LOCALE_SNAN, symbol(numbers, UNUM_NAN_SYMBOL));
    set(LOCALE_SPOSINFINITY, symbol(numbers, UNUM_INFINITY_SYMBOL));
    set(LOCALE_SNEGINFINITY, u"-" + symbol(numbers, UNUM_INFINITY_SYMBOL));
    const char16_t zero = symbol(numbers, UNUM_ZERO_DIGIT_SYMBOL).front();
    std::u16string native;
    for (int i = 0; i < 10; ++i) native += static_cast<char16_t>(zero + i);
    set(LOCALE_SNATIVEDIGITS, native);
    const bool apart = pattern(open_numbers(UNUM_PERCENT)).find(u'\u00A0') != std::u16string::npos;
    set(LOCALE_IPOSITIVEPERCENT, apart ? u"0" : u"1");
    set(LOCALE_INEGATIVEPERCENT, apart ? u"0" : u"1");
    return true;
  }

  bool describe_currency() {
    const Numbers numbers = open_numbers(UNUM_CURRENCY);
    if (numbers == nullptr) return false;
    const std::u16string code = text_from([&](UChar* to, int32_t size, UErrorCode* error) {
      return TRANSOM_ICU(ucurr_forLocale)(id_, to, size, error);
    });
    const CurrencyOrder order = currency_order(pattern(numbers));
    set(LOCALE_SCURRENCY, currency_name(code, id_, UCURR_SYMBOL_NAME));
    set(LOCALE_SINTLSYMBOL, code);
    set(LOCALE_SNATIVECURRNAME, currency_name(code, id_, UCURR_LONG_NAME));
    set(LOCALE_SENGCURRNAME, currency_name(code, "en", UCURR_LONG_NAME));
    set(LOCALE_SMONDECIMALSEP, symbol(numbers, UNUM_MONETARY_SEPARATOR_SYMBOL));
    set(LOCALE_SMONTHOUSANDSEP, symbol(numbers, UNUM_MONETARY_GROUPING_SEPARATOR_SYMBOL));
    set(LOCALE_SMONGROUPING, grouping(numbers));
    UErrorCode error = U_ZERO_ERROR;
    const int32_t fraction = TRANSOM_ICU(ucurr_getDefaultFractionDigits)(code.c_str(), &error);
    set(LOCALE_ICURRDIGITS, digits(fraction));
    set(LOCALE_IINTLCURRDIGITS, digits(fraction));
    set(LOCALE_ICURRENCY, digits(order.positive));
    set(LOCALE_INEGCURR, digits(order.negative));
    return true;
  }

  static std::u16string currency_name(const std::u16string& code, const char* display,
                                      UCurrNameStyle style) {
    int32_t length = 0;
    UErrorCode error = U_ZERO_ERROR;
    const UChar* name =
        TRANSOM_ICU(ucurr_getName)(code.c_str(), display, style, nullptr, &length, &error);
    return U_SUCCESS(error) ? std::u16string(name, static_cast<std::size_t>(length)) : code;
  }

  struct CloseDates {
    void operator()(UDateFormat* format) const { TRANSOM_ICU(udat_close)(format); }
  };
  using Dates = std::unique_ptr<UDateFormat, CloseDates>;

  Dates open_dates(UDateFormatStyle time, UDateFormatStyle date) const {
    UErrorCode error = U_ZERO_ERROR;
    return Dates(TRANSOM_ICU(udat_open)(time, date, id_, nullptr, 0, nullptr, 0, &error));
  }
  static std::u16string picture(const Dates& dates) {
    if (dates == nullptr) return {};
    return windows_picture(text_from([&](UChar* to, int32_t size, UErrorCode* error) {
      return TRANSOM_ICU(udat_toPattern)(dates.get(), false, to, size, error);
    }));
  }

  std::u16string best_picture(const char16_t* skeleton) const {
    UErrorCode error = U_ZERO_ERROR;
    UDateTimePatternGenerator* generator = TRANSOM_ICU(udatpg_open)(id_, &error);
    if (generator == nullptr) return {};
    const auto length = static_cast<int32_t>(std::u16string_view(skeleton).size());
    std::u16string found = text_from([&](UChar* to, int32_t size, UErrorCode* status) {
      return TRANSOM_ICU(udatpg_getBestPattern)(generator, skeleton, length, to, size, status);
    });
    TRANSOM_ICU(udatpg_close)(generator);
    return windows_picture(found);
  }

  bool describe_dates() {
    const Dates dates = open_dates(UDAT_NONE, UDAT_SHORT);
    if (dates == nullptr) return false;
    set(LOCALE_SSHORTDATE, with_whole_year(picture(dates)));
    set(LOCALE_SLONGDATE, with_whole_year(picture(open_dates(UDAT_NONE, UDAT_FULL))));
    set(LOCALE_STIMEFORMAT, picture(open_dates(UDAT_MEDIUM, UDAT_NONE)));
    set(LOCALE_SSHORTTIME, picture(open_dates(UDAT_SHORT, UDAT_NONE)));
    set(LOCALE_SDURATION,
        locale_.text(LOCALE_STIMEFORMAT).starts_with(u'H') ? u"HH:mm:ss" : u"h:mm:ss");
    set(LOCALE_SYEARMONTH, with_whole_year(best_picture(u"yMMMM")));
    set(LOCALE_SMONTHDAY, best_picture(u"MMMMd"));
    name_days(dates);
    name_months(dates);
    set(LOCALE_S1159, date_symbol(dates, UDAT_AM_PMS, 0));
    set(LOCALE_S2359, date_symbol(dates, UDAT_AM_PMS, 1));
    return true;
  }

  static std::u16string date_symbol(const Dates& dates, UDateFormatSymbolType type, int index) {
    return plain_text(text_from([&](UChar* to, int32_t size, UErrorCode* error) {
      return TRANSOM_ICU(udat_getSymbols)(dates.get(), type, index, to, size, error);
    }));
  }

  // Windows' weeks begin with Monday, ICU's with Sunday, which is 1.
  void name_days(const Dates& dates) {
    for (int i = 0; i < 7; ++i) {
      const int day = i < 6 ? i + 2 : 1;
      const auto type = static_cast<LCTYPE>(i);
      set(LOCALE_SDAYNAME1 + type, date_symbol(dates, UDAT_STANDALONE_WEEKDAYS, day));
      set(LOCALE_SABBREVDAYNAME1 + type, date_symbol(dates, UDAT_STANDALONE_SHORT_WEEKDAYS, day));
      set(LOCALE_SSHORTESTDAYNAME1 + type,
          date_symbol(dates, UDAT_STANDALONE_SHORTER_WEEKDAYS, day));
    }
  }

  void name_months(const Dates& dates) {
    for (int i = 0; i < 12; ++i) {
      const auto type = static_cast<LCTYPE>(i);
      const std::u16string name = date_symbol(dates, UDAT_STANDALONE_MONTHS, i);
      const std::u16string genitive = date_symbol(dates, UDAT_MONTHS, i);
      set(LOCALE_SMONTHNAME1 + type, name);
      set(LOCALE_SABBREVMONTHNAME1 + type, date_symbol(dates, UDAT_STANDALONE_SHORT_MONTHS, i));
      if (genitive != name) locale_.genitive_months[static_cast<std::size_t>(i)] = genitive;
    }
  }

  bool describe_calendar() {
    UErrorCode error = U_ZERO_ERROR;
    UCalendar* calendar = TRANSOM_ICU(ucal_open)(nullptr, 0, id_, UCAL_DEFAULT, &error);
    if (calendar == nullptr) return false;
    // ICU counts from Sunday = 1, Windows from Monday = 0.
    const int first = TRANSOM_ICU(ucal_getAttribute)(calendar, UCAL_FIRST_DAY_OF_WEEK);
    const int minimal = TRANSOM_ICU(ucal_getAttribute)(calendar, UCAL_MINIMAL_DAYS_IN_FIRST_WEEK);
    TRANSOM_ICU(ucal_close)(calendar);
    set(LOCALE_IFIRSTDAYOFWEEK, digits((first + 5) % 7));
    set(LOCALE_IFIRSTWEEKOFYEAR, minimal >= 7 ? u"1" : minimal >= 4 ? u"2" : u"0");
    set(LOCALE_ICALENDARTYPE, u"1");
    set(LOCALE_IOPTIONALCALENDAR, u"0");
    return true;
  }

  Locale& locale_;
  const std::string data_;  // with a country
  const char* id_;
};

}  // namespace

bool describe_by_icu(Locale& locale) {
  return base::icu_available() && Description(locale).run();
}

}  // namespace transom::kernel
