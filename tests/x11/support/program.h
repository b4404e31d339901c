// A Win32 program under test, watched by the spy.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/x11/support/display.h"
#include "tests/x11/support/process.h"

namespace transom::tests {

class Program {
 public:
  // `name`: one of tests/x11/programs.
  Program(Display& display, const std::string& name, const std::vector<std::string>& arguments = {},
          const std::vector<std::string>& environment = {});
  ~Program();

  Process& process() { return *process_; }

  // Waits for a line of the trace, after the last one that was waited for, in which all of these
  // occur: `saw("W WM_LBUTTONDOWN", "position=(10, 20)")`.
  template <class... Parts>
  bool saw(Parts... parts) {
    return wait_for_line({std::string(parts)...});
  }
  // Whether such a line is there by now, anywhere.
  bool has_seen(const std::vector<std::string>& parts);
  // From here on.
  void forget();
  std::string trace();
  // What it printed, the host's errors among it.
  std::string output();

 private:
  void keep_coverage() const;
  bool wait_for_line(const std::vector<std::string>& parts);

  std::string folder_;
  std::unique_ptr<Process> process_;
  std::size_t read_ = 0;  // of the trace
};

}  // namespace transom::tests
