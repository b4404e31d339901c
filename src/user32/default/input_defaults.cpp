// What DefWindowProc does with keyboard and mouse messages and with system commands.
#include "user32/default/default_procedure.h"

namespace transom::user {

std::span<const DefaultEntry> input_defaults() { return {}; }

}  // namespace transom::user
