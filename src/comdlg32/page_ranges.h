// Pages as people write them: "1,5-12".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/win32.h"

namespace transom::comdlg {

// Nothing where the text is no list of numbers and ranges.
std::optional<std::vector<PRINTPAGERANGE>> parse_page_ranges(const std::u16string& text);
std::u16string page_ranges_text(const PRINTPAGERANGE* ranges, DWORD count);

}  // namespace transom::comdlg
