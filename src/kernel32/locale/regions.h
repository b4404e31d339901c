// What ICU does not know of languages and countries, and Windows tells.
#pragma once

#include <string>

namespace transom::kernel {

struct CodePages {
  const char16_t* ansi;
  const char16_t* oem;
  const char16_t* mac;
  const char16_t* ebcdic;
};
// By ICU's name, since Chinese and Serbian depend on more than the language.
const CodePages& code_pages_of(const std::string& language, const std::string& script);

struct Region {
  const char* country;  // ISO 3166
  const char16_t* dialing_code;
  const char16_t* geographic_id;
};
// Null: not in the table.
const Region* find_region(const std::string& country);

// The three letters by which Windows knows a language, "DES" for Swiss German; null where they are
// the language's ISO 639-2 code.
const char16_t* short_language_name(const std::string& icu_name);

}  // namespace transom::kernel
