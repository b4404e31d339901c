// The order of words: what CompareString compares by and LCMAP_SORTKEY makes keys of.
//
//  - Punctuation comes before digits, digits before letters; small letters before capitals where
//  all
//    else is the same; hyphens and apostrophes count only where nothing else differs ("co-op" is
//    just after "coop"), unless SORT_STRINGSORT is asked for; control characters do not count.
//  - Text that is ASCII is compared here, by a table; everything else by ICU's collator for the
//    language, whose punctuation is put in the same order.
// https://learn.microsoft.com/windows/win32/intl/handling-sorting-in-your-applications
#pragma once

#include <string>
#include <string_view>

#include "kernel32/locale/locale.h"

namespace transom::kernel {

// `flags`: NORM_IGNORE…, LINGUISTIC_IGNORE…, SORT_STRINGSORT, SORT_DIGITSASNUMBERS. Below, at or
// above 0.
int collate(const Locale& locale, std::u16string_view a, std::u16string_view b, DWORD flags);

// Bytes that compare as the texts do, without a null at the end. Empty where ICU is not installed.
std::string sort_key(const Locale& locale, std::u16string_view text, DWORD flags);

struct Found {
  std::size_t position;
  std::size_t length;
};
// Where the first or last part of `text` is that the collator holds for equal to `value`; size() of
// the text where there is none.
Found find_text(const Locale& locale, std::u16string_view text, std::u16string_view value,
                DWORD flags, bool last);

}  // namespace transom::kernel
