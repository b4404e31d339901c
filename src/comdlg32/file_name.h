// File names as people type them and as the dialogs return them.
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/win32.h"

namespace transom::comdlg {

// Text of the File name control: one name, or several in double quotes.
std::vector<std::u16string> split_names(std::u16string_view typed);
// The other way: quotes where there are several.
std::u16string join_names(const std::vector<std::u16string>& names);

bool has_wildcards(std::u16string_view name);
// Without the characters that no name may have. A colon is right only behind a drive's letter.
bool is_valid_path(std::u16string_view path);

// "a\b.txt": "a", "b.txt". A root keeps its separator.
std::u16string folder_of(std::u16string_view path);
std::u16string name_of(std::u16string_view path);
// Without the dot.
std::u16string extension_of(std::u16string_view path);
std::u16string append_name(const std::u16string& folder, std::u16string_view name);
// The full path of what was typed while `folder` was open.
std::u16string path_from(const std::u16string& folder, std::u16string_view typed);

// nFileOffset and nFileExtension.
struct NameOffsets {
  WORD file;
  WORD extension;  // 0 where the name has no dot
};
NameOffsets name_offsets(std::u16string_view path);

}  // namespace transom::comdlg
