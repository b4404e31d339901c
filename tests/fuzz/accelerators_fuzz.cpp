// Accelerator tables.
#include "tests/fuzz/fuzz_target.h"
#include "user32/menu/accelerator_table.h"

TRANSOM_FUZZ(accelerators) {
  if (transom::user::parse_accelerators(std::as_bytes(bytes)).size() > bytes.size()) {
    __builtin_trap();
  }
}
