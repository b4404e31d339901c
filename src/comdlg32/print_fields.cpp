#include "comdlg32/print_fields.h"

namespace transom::comdlg {

std::u16string page_text(DWORD page) {
  return base::to_utf16(std::to_string(page));
}

std::u16string page_range_text(DWORD least, DWORD most) {
  return u"This value is not within the page range.\nEnter a number between " + page_text(least) +
         u" and " + page_text(most) + u".";
}

}  // namespace transom::comdlg
