// Locales: what a language and a country write numbers, dates and names with.
//
//  - A locale is a table from LCTYPE to text, numbers included, as GetLocaleInfo answers it.
//  English
//    (United States) and the invariant locale are built in; the others are asked of ICU, once each.
//  - The user's locale is the one that TRANSOM_LOCALE names ("de-DE"); else LC_ALL's or LANG's; but
//    English (United States) in headless runs, so that their traces are the same everywhere.
//  - Locales are never freed.
// https://learn.microsoft.com/windows/win32/intl/locales-and-languages
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/win32.h"

namespace transom::kernel {

class Locale {
 public:
  Locale(LCID id, std::u16string name, std::string icu_name)
      : id(id), name(std::move(name)), icu_name(std::move(icu_name)) {}
  Locale(const Locale&) = delete;
  Locale& operator=(const Locale&) = delete;

  // Null where the locale knows nothing of that type.
  const std::u16string* find(LCTYPE type) const {
    const auto found = values.find(type);
    return found != values.end() ? &found->second : nullptr;
  }
  const std::u16string& text(LCTYPE type) const;
  DWORD number(LCTYPE type) const;
  void set(LCTYPE type, std::u16string value) { values.insert_or_assign(type, std::move(value)); }

  const LCID id;               // LOCALE_CUSTOM_UNSPECIFIED where Windows has no number for it
  const std::u16string name;   // "en-US"; empty: invariant
  const std::string icu_name;  // "en_US"
  std::unordered_map<LCTYPE, std::u16string> values;
  // Months as they stand beside a day's number, where that differs.
  std::array<std::u16string, 12> genitive_months;
};

// Null: there is no such locale. A language without a country has the data of its first country.
const Locale* find_locale(LCID id);
const Locale* find_locale(std::u16string_view name);
// As the functions with names take them: null is the user's, "!x-sys-default-locale" the system's.
const Locale* find_locale(const WCHAR* name);
const Locale& user_locale();

// The digits that a text begins with.
DWORD number_in(std::u16string_view text);

// With leading zeros: "0409".
std::u16string hexadecimal(LCID id, std::size_t width);

// Fill a new locale.
void describe_english(Locale& locale);
void describe_invariant(Locale& locale);
bool describe_by_icu(Locale& locale);
// What follows from the pictures of dates and the signs of numbers.
void describe_derived(Locale& locale);

}  // namespace transom::kernel
