// The clipboard format "HTML Format": a header of offsets, and HTML in UTF-8 in which a fragment is
// marked.
// https://learn.microsoft.com/windows/win32/dataxchg/html-clipboard-format
#pragma once

#include <string>
#include <string_view>

namespace transom::user {

// A document around the fragment, and the header.
std::string html_format_of(std::string_view fragment);
// The fragment; empty where the header does not tell where it is.
std::string fragment_of_html_format(std::string_view text);

}  // namespace transom::user
