// Dialog templates.
#include "tests/fuzz/fuzz_target.h"
#include "user32/dialog/template.h"

TRANSOM_FUZZ(dialogs) {
  const auto layout = transom::user::parse_dialog_template(std::as_bytes(bytes));
  // Everything that was read is within the bytes, so there cannot be more of it than of them.
  if (layout && layout->items.size() > bytes.size()) __builtin_trap();
}
