// Becoming the program that a subcommand prepares the environment for.
#pragma once

#include <string>
#include <vector>

namespace transom::tool {

// The same file from any directory; "" stays "".
std::string absolute_path(const std::string& path);

// Replaces this process by the program. Throws Failure.
int become_user_program(const std::vector<std::string>& arguments);

}  // namespace transom::tool
