#include "kernel32/locale/collation.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <vector>

#include "base/icu_library.h"
#include "base/text.h"

#include <unicode/ucol.h>
#include <unicode/usearch.h>

namespace transom::kernel {
namespace {

// Letters follow.
constexpr std::u16string_view kOrder = u"'- \t\n\v\f\r!\"#$%&()*,./:;?@[\\]^_`{|}~+<=>0123456789";
constexpr DWORD kIgnoreCase = NORM_IGNORECASE | LINGUISTIC_IGNORECASE;
constexpr DWORD kIgnoreMarks = NORM_IGNORENONSPACE | LINGUISTIC_IGNOREDIACRITIC;

bool is_ascii(std::u16string_view text) {
  return std::ranges::all_of(text, [](char16_t c) { return c < 0x80; });
}

bool is_minor(char16_t c) {
  return c == u'-' || c == u'\'';
}

constexpr std::array<std::uint8_t, 128> kWeights = [] {
  std::array<std::uint8_t, 128> weights{};
  for (std::size_t i = 0; i < kOrder.size(); ++i) {
    weights[kOrder[i]] = static_cast<std::uint8_t>(i + 1);
  }
  for (std::size_t i = 0; i < 26; ++i) {
    weights[u'a' + i] = weights[u'A' + i] = static_cast<std::uint8_t>(0x80 + i);
  }
  return weights;
}();
constexpr std::uint8_t kFirstDigit = kWeights[u'0'];

// Walks over the characters that count.
class Weights {
 public:
  Weights(std::u16string_view text, DWORD flags) : text_(text), flags_(flags) {}

  // 0 at the end. `character` is then the one that was read.
  std::uint8_t next(char16_t& character) {
    while (at_ < text_.size()) {
      character = text_[at_++];
      const std::uint8_t weight = kWeights[character];
      if (weight == 0 || (is_minor(character) && (flags_ & SORT_STRINGSORT) == 0)) continue;
      if (weight < kFirstDigit && (flags_ & NORM_IGNORESYMBOLS) != 0) continue;
      return weight;
    }
    return 0;
  }

 private:
  std::u16string_view text_;
  DWORD flags_;
  std::size_t at_ = 0;
};

int sign(int difference) {
  return (difference > 0) - (difference < 0);
}

int compare_ascii(std::u16string_view a, std::u16string_view b, DWORD flags) {
  Weights left(a, flags), right(b, flags);
  int by_case = 0;
  while (true) {
    char16_t x = 0, y = 0;
    const int weight = left.next(x);
    const int difference = weight - right.next(y);
    if (difference != 0) return sign(difference);
    if (weight == 0) break;
    // The same weight and another character: capitals have the smaller code.
    if (by_case == 0) by_case = sign(y - x);
  }
  return (flags & kIgnoreCase) != 0 ? 0 : by_case;
}

// What is left to tell texts apart: the hyphens and apostrophes, the earlier the greater.
std::string minors_of(std::u16string_view text) {
  std::string key;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_minor(text[i])) continue;
    const std::size_t place = 0xFFFE - std::min<std::size_t>(i, 0xFEFE);
    key += static_cast<char>(place >> 8);
    key += static_cast<char>(place & 0xFF);
    key += static_cast<char>(2 + kWeights[text[i]]);
  }
  return key;
}

bool ignores_minors(DWORD flags) {
  return (flags & SORT_STRINGSORT) == 0;
}
bool compares_minors(DWORD flags) {
  return ignores_minors(flags) && (flags & NORM_IGNORESYMBOLS) == 0;
}

std::u16string without_minors(std::u16string_view text) {
  std::u16string rest;
  std::ranges::copy_if(text, std::back_inserter(rest), [](char16_t c) { return !is_minor(c); });
  return rest;
}

// "& space < tab < ...": the punctuation's order, as a rule of ICU's.
std::u16string order_rule() {
  std::u16string rule;
  for (const char16_t c : kOrder) {
    if (c >= u'0' && c <= u'9') break;
    rule += rule.empty() ? u"&[first variable]<'" : u"<'";
    rule += c == u'\'' ? u"'" : std::u16string(1, c);
    rule += u'\'';
  }
  // An apostrophe is written as two, without quotes around them.
  const std::size_t quoted = rule.find(u"'''");
  rule.replace(quoted, 3, u"''");
  return rule;
}

UCollator* open_collator(const std::string& icu_name) {
  UErrorCode error = U_ZERO_ERROR;
  UCollator* plain = TRANSOM_ICU(ucol_open)(icu_name.c_str(), &error);
  if (plain == nullptr) return nullptr;
  int32_t length = 0;
  const UChar* own = TRANSOM_ICU(ucol_getRules)(plain, &length);
  std::u16string rules(own, static_cast<std::size_t>(length));
  rules += order_rule();
  UCollator* collator =
      TRANSOM_ICU(ucol_openRules)(rules.data(), static_cast<int32_t>(rules.size()), UCOL_DEFAULT,
                                  UCOL_DEFAULT_STRENGTH, nullptr, &error);
  if (collator == nullptr) return plain;
  TRANSOM_ICU(ucol_close)(plain);
  return collator;
}

void set_up(UCollator* collator, DWORD flags) {
  UErrorCode error = U_ZERO_ERROR;
  const auto set = [&](UColAttribute attribute, UColAttributeValue value) {
    TRANSOM_ICU(ucol_setAttribute)(collator, attribute, value, &error);
  };
  const bool no_case = (flags & kIgnoreCase) != 0;
  const bool no_marks = (flags & kIgnoreMarks) != 0;
  set(UCOL_STRENGTH, no_marks ? UCOL_PRIMARY : no_case ? UCOL_SECONDARY : UCOL_TERTIARY);
  set(UCOL_CASE_LEVEL, no_marks && !no_case ? UCOL_ON : UCOL_OFF);
  set(UCOL_NUMERIC_COLLATION, (flags & SORT_DIGITSASNUMBERS) != 0 ? UCOL_ON : UCOL_OFF);
  if ((flags & NORM_IGNORESYMBOLS) == 0) {
    set(UCOL_ALTERNATE_HANDLING, UCOL_NON_IGNORABLE);
    return;
  }
  TRANSOM_ICU(ucol_setMaxVariable)(collator, UCOL_REORDER_CODE_CURRENCY, &error);
  set(UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED);
}

// One for each language and set of flags, never closed. Null: no ICU.
const UCollator* collator_for(const Locale& locale, DWORD flags) {
  if (!base::icu_available()) return nullptr;
  static std::mutex mutex;
  static auto* collators = new std::map<std::pair<std::string, DWORD>, UCollator*>;
  std::lock_guard lock(mutex);
  const DWORD relevant =
      flags & (kIgnoreCase | kIgnoreMarks | SORT_DIGITSASNUMBERS | NORM_IGNORESYMBOLS);
  const auto [entry, is_new] = collators->try_emplace({locale.icu_name, relevant}, nullptr);
  if (is_new) {
    entry->second = open_collator(locale.icu_name);
    if (entry->second != nullptr) set_up(entry->second, flags);
  }
  return entry->second;
}

int compare_by(const UCollator* collator, std::u16string_view a, std::u16string_view b) {
  return TRANSOM_ICU(ucol_strcoll)(collator, a.data(), static_cast<int32_t>(a.size()), b.data(),
                                   static_cast<int32_t>(b.size()));
}

int collate_majors(const Locale& locale, std::u16string_view a, std::u16string_view b,
                   DWORD flags) {
  const bool simple = is_ascii(a) && is_ascii(b) && (flags & SORT_DIGITSASNUMBERS) == 0;
  if (simple) return compare_ascii(a, b, flags);
  const UCollator* collator = collator_for(locale, flags);
  if (collator == nullptr) return sign(a.compare(b));
  return ignores_minors(flags) ? compare_by(collator, without_minors(a), without_minors(b))
                               : compare_by(collator, a, b);
}

}  // namespace

int collate(const Locale& locale, std::u16string_view a, std::u16string_view b, DWORD flags) {
  const int majors = collate_majors(locale, a, b, flags);
  if (majors != 0 || !compares_minors(flags)) return majors;
  return sign(minors_of(a).compare(minors_of(b)));
}

std::string sort_key(const Locale& locale, std::u16string_view text, DWORD flags) {
  const UCollator* collator = collator_for(locale, flags);
  if (collator == nullptr) return {};
  const std::u16string majors = ignores_minors(flags) ? without_minors(text) : std::u16string(text);
  const auto length = static_cast<int32_t>(majors.size());
  std::vector<std::uint8_t> bytes(majors.size() * 8 + 16);
  auto size = static_cast<std::size_t>(TRANSOM_ICU(ucol_getSortKey)(
      collator, majors.data(), length, bytes.data(), static_cast<int32_t>(bytes.size())));
  if (size > bytes.size()) {
    bytes.resize(size);
    TRANSOM_ICU(ucol_getSortKey)
    (collator, majors.data(), length, bytes.data(), static_cast<int32_t>(size));
  }
  std::string key(reinterpret_cast<const char*>(bytes.data()), size > 0 ? size - 1 : 0);
  const std::string minors = compares_minors(flags) ? minors_of(text) : std::string();
  return minors.empty() ? key : key + '\x01' + minors;
}

Found find_text(const Locale& locale, std::u16string_view text, std::u16string_view value,
                DWORD flags, bool last) {
  const Found none{text.size(), 0};
  const UCollator* collator = collator_for(locale, flags);
  if (collator == nullptr || text.empty() || value.empty()) return none;
  UErrorCode error = U_ZERO_ERROR;
  UStringSearch* search = TRANSOM_ICU(usearch_openFromCollator)(
      value.data(), static_cast<int32_t>(value.size()), text.data(),
      static_cast<int32_t>(text.size()), collator, nullptr, &error);
  if (search == nullptr) return none;
  const int32_t position =
      last ? TRANSOM_ICU(usearch_last)(search, &error) : TRANSOM_ICU(usearch_first)(search, &error);
  const int32_t length = TRANSOM_ICU(usearch_getMatchedLength)(search);
  TRANSOM_ICU(usearch_close)(search);
  if (position == USEARCH_DONE) return none;
  return {static_cast<std::size_t>(position), static_cast<std::size_t>(length)};
}

}  // namespace transom::kernel
