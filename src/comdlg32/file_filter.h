// The file types that an Open or Save As dialog offers: pairs of a description and a pattern.
// https://learn.microsoft.com/windows/win32/dlgbox/open-and-save-as-dialog-boxes#filters
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comdlg32/client_text.h"

namespace transom::comdlg {

struct FileFilter {
  std::u16string description;
  std::u16string pattern;  // "*.TXT;*.DOC"
};

// lpstrFilter's: any number of pairs, up to an empty text. A description without a pattern at the
// end shows nothing.
std::vector<FileFilter> read_filters(const ClientText& text, const void* pairs);
// Any of the patterns between the semicolons.
bool matches_filter(std::u16string_view name, std::u16string_view pattern);
// "txt" where the first pattern is "*.txt"; empty where it has another form or wildcards there.
std::u16string extension_of_filter(std::u16string_view pattern);

}  // namespace transom::comdlg
