// What GetOpenFileName and GetSaveFileName hand back in the program's structure.
// https://learn.microsoft.com/windows/win32/api/commdlg/ns-commdlg-openfilenamew
#pragma once

#include <string>
#include <vector>

#include "comdlg32/client_text.h"

namespace transom::comdlg {

// How several names are separated, by the dialog's look.
enum class ListFormat { kNulls, kSpaces };

// Writes lpstrFile, nFileOffset and nFileExtension. False where the buffer is too small: then its
// first two bytes have the size it would have to have. Several paths are all of one folder.
bool write_paths(OPENFILENAMEW& client, const ClientText& text,
                 const std::vector<std::u16string>& paths, ListFormat format);
void write_title(OPENFILENAMEW& client, const ClientText& text, const std::u16string& name);
// The pattern behind the custom filter's description.
void write_custom_filter(OPENFILENAMEW& client, const ClientText& text,
                         const std::u16string& pattern);

}  // namespace transom::comdlg
