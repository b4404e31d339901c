// Scripts of the headless host, and what they press.
#include "host/headless/script_keys.h"
#include "host/headless/script_parser.h"
#include "tests/fuzz/fuzz_target.h"

TRANSOM_FUZZ(scripts) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const auto script = transom::host::parse_script("fuzz", text);
  for (const auto& step : script.steps) {
    if (step.line <= 0) __builtin_trap();
  }
}
