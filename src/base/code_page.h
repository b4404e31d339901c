// Code pages other than UTF-8 and Windows-1252, by ICU's converters.
#pragma once

#include <string>
#include <string_view>

#include "base/win32.h"

namespace transom::base {

bool is_code_page_known(UINT code_page);
// Unknown code pages convert ASCII and turn the rest into U+FFFD and '?'.
std::u16string code_page_to_utf16(std::string_view text, UINT code_page);
std::string utf16_to_code_page(std::u16string_view text, UINT code_page);

}  // namespace transom::base
