#include "comdlg32/print_fields.h"

namespace transom::comdlg {

void show_print_to_file(const CommonDialog& dialog, DWORD flags) {
  dialog.check(chx1, (flags & PD_PRINTTOFILE) != 0);
  if ((flags & PD_DISABLEPRINTTOFILE) != 0) EnableWindow(dialog.item(chx1), FALSE);
  if ((flags & PD_HIDEPRINTTOFILE) != 0) dialog.show_item(chx1, false);
}

std::u16string page_text(DWORD page) {
  return base::to_utf16(std::to_string(page));
}

std::u16string page_range_text(DWORD least, DWORD most) {
  return u"This value is not within the page range.\nEnter a number between " + page_text(least) +
         u" and " + page_text(most) + u".";
}

}  // namespace transom::comdlg
