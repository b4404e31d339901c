#include "kernel32/text/compare.h"

#include "kernel32/locale/collation.h"

namespace transom::kernel {

int compare_text(std::u16string_view a, std::u16string_view b, Case letters) {
  return collate(user_locale(), a, b, letters == Case::kIgnored ? NORM_IGNORECASE : 0);
}

}  // namespace transom::kernel
