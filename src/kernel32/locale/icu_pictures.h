// ICU's patterns in the terms of Windows' pictures.
// https://learn.microsoft.com/windows/win32/intl/day--month--year--and-era-format-pictures
#pragma once

#include <string>
#include <string_view>

namespace transom::kernel {

// "EEEE, d. MMMM y" is "dddd, d. MMMM y"; "h:mm a" is "h:mm tt".
std::u16string windows_picture(std::u16string_view pattern);
// Years in four digits, as Windows has them in its own pictures.
std::u16string with_whole_year(std::u16string_view picture);
// Without marks of direction; all spaces but U+00A0 are plain ones.
std::u16string plain_text(std::u16string_view text);

struct CurrencyOrder {
  int positive;  // LOCALE_ICURRENCY
  int negative;  // LOCALE_INEGCURR
};
// Of a pattern like "#,##0.00 \u00A4;(#,##0.00 \u00A4)".
CurrencyOrder currency_order(std::u16string_view pattern);

}  // namespace transom::kernel
