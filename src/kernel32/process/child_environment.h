// The environment of a new process.
#pragma once

#include <string>
#include <vector>

namespace transom::kernel {

// This process's own, without what is for it alone: its script, picture and trace.
std::vector<std::string> inherited_environment();

// One that the program made, which has what it takes from this one to reach the display and the
// user's files: on Windows they need no variables.
std::vector<std::string> completed_environment(std::vector<std::string> given);

}  // namespace transom::kernel
