// The names of locales as ICU has them, and Windows' numbers for them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/win32.h"

namespace transom::kernel {

struct LocaleNames {
  LCID id;              // LOCALE_CUSTOM_UNSPECIFIED where Windows has no number
  std::u16string name;  // "de-DE"
  std::string icu_name;
};

// By a name in any case; nothing where ICU has no such locale (or is not installed).
std::optional<LocaleNames> icu_names_of(std::u16string_view name);
// Windows' name for a number.
std::optional<std::u16string> icu_name_of(LCID id);
// All locales, languages without a country included.
std::vector<LocaleNames> all_locale_names();

// "de_DE" for "de", with the script only where it was given.
std::string with_likely_country(const std::string& icu_name);

}  // namespace transom::kernel
