#include "kernel32/locale/icu_names.h"

#include <algorithm>
#include <set>

#include "base/icu_library.h"
#include "base/text.h"

#include <unicode/uloc.h>

namespace transom::kernel {
namespace {

using Name = char[ULOC_FULLNAME_CAPACITY];

std::string icu_name(std::string_view tag) {
  Name name{};
  UErrorCode error = U_ZERO_ERROR;
  int32_t parsed = 0;
  TRANSOM_ICU(uloc_forLanguageTag)
  (std::string(tag).c_str(), name, sizeof name, &parsed, &error);
  const bool whole = U_SUCCESS(error) && static_cast<std::size_t>(parsed) == tag.size();
  return whole ? name : std::string();
}

std::u16string tag_of(const std::string& icu) {
  Name tag{};
  UErrorCode error = U_ZERO_ERROR;
  TRANSOM_ICU(uloc_toLanguageTag)(icu.c_str(), tag, sizeof tag, false, &error);
  return U_SUCCESS(error) ? base::utf8_to_utf16(tag) : std::u16string();
}

std::string maximized(const std::string& icu) {
  Name full{};
  UErrorCode error = U_ZERO_ERROR;
  TRANSOM_ICU(uloc_addLikelySubtags)(icu.c_str(), full, sizeof full, &error);
  return U_SUCCESS(error) ? full : std::string();
}

std::string icu_name_of_number(LCID id) {
  Name name{};
  UErrorCode error = U_ZERO_ERROR;
  TRANSOM_ICU(uloc_getLocaleForLCID)(id, name, sizeof name, &error);
  const bool known =
      U_SUCCESS(error) && error != U_USING_FALLBACK_WARNING && error != U_USING_DEFAULT_WARNING;
  const std::string found = known ? name : "";
  return found.substr(0, found.find('@'));
}

// ICU falls back to the language's number where the country has none.
LCID number_of(const std::string& icu) {
  const LCID id = TRANSOM_ICU(uloc_getLCID)(icu.c_str());
  const bool exact = id != 0 && maximized(icu_name_of_number(id)) == maximized(icu);
  return exact ? id : LOCALE_CUSTOM_UNSPECIFIED;
}

// Complete names ("zh_Hans_CN"), so that "zh-CN" and "zh-Hans-CN" are the same one.
const std::set<std::string>& available() {
  static const auto* names = [] {
    auto* all = new std::set<std::string>;
    const int32_t count = TRANSOM_ICU(uloc_countAvailable)();
    for (int32_t i = 0; i < count; ++i) all->insert(maximized(TRANSOM_ICU(uloc_getAvailable)(i)));
    return all;
  }();
  return *names;
}

// Windows leaves the script out where its own number's name does.
LocaleNames names_of(const std::string& icu) {
  const LCID id = number_of(icu);
  const std::string canonical = id != LOCALE_CUSTOM_UNSPECIFIED ? icu_name_of_number(id) : icu;
  return {id, tag_of(canonical), canonical};
}

}  // namespace

std::optional<LocaleNames> icu_names_of(std::u16string_view name) {
  if (name.empty() || !base::icu_available()) return std::nullopt;
  const std::string icu = icu_name(base::utf16_to_utf8(name));
  const std::string plain = icu.substr(0, icu.find('@'));
  if (plain.empty() || !available().contains(maximized(plain))) return std::nullopt;
  const bool neutral = with_likely_country(plain) != plain;
  LocaleNames names = names_of(plain);
  // The language alone and its first country complete to the same name.
  if (neutral && names.icu_name != plain) names = {names.id, tag_of(plain), plain};
  return names;
}

std::optional<std::u16string> icu_name_of(LCID id) {
  if (!base::icu_available()) return std::nullopt;
  const std::string icu = icu_name_of_number(id);
  if (icu.empty()) return std::nullopt;
  return tag_of(icu);
}

std::vector<LocaleNames> all_locale_names() {
  std::vector<LocaleNames> all;
  if (!base::icu_available()) return {{0x0409, u"en-US", "en_US"}, {0x0009, u"en", "en"}};
  std::set<std::u16string> seen;
  const int32_t count = TRANSOM_ICU(uloc_countAvailable)();
  for (int32_t i = 0; i < count; ++i) {
    const auto names = icu_names_of(tag_of(TRANSOM_ICU(uloc_getAvailable)(i)));
    if (names && seen.insert(names->name).second) all.push_back(*names);
  }
  return all;
}

std::string with_likely_country(const std::string& icu) {
  UErrorCode error = U_ZERO_ERROR;
  char country[ULOC_COUNTRY_CAPACITY] = {};
  TRANSOM_ICU(uloc_getCountry)(icu.c_str(), country, sizeof country, &error);
  if (country[0] != 0) return icu;
  TRANSOM_ICU(uloc_getCountry)(maximized(icu).c_str(), country, sizeof country, &error);
  return country[0] != 0 ? icu + "_" + country : icu;
}

}  // namespace transom::kernel
