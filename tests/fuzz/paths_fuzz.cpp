// Windows paths, lists of folders and command lines. The drives lie in a folder of their own.
#include <cstdlib>

#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/process/command_line.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

void keep_to_the_side() {
  static const int once = setenv("XDG_DATA_HOME", "/tmp/transom-fuzz", 1);
  (void)once;
}

}  // namespace

TRANSOM_FUZZ(paths) {
  keep_to_the_side();
  const std::u16string path = transom::fuzz::wide_text(bytes);
  const std::u16string full = transom::base::full_windows_path(path);
  // Full paths stay as they are.
  if (transom::base::full_windows_path(full) != full) __builtin_trap();
  transom::base::windows_path_of(transom::base::host_path_of(path));
  transom::base::host_path_of(transom::fuzz::narrow_text(bytes));
  transom::base::folders_in(path);

  const auto arguments = transom::kernel::split_command_line(path);
  if (arguments.size() > path.size() + 1) __builtin_trap();
  if (transom::kernel::split_command_line(transom::kernel::join_command_line(arguments)).empty()) {
    __builtin_trap();
  }
}
