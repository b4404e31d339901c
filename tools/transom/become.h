// Becoming the program that a subcommand prepares the environment for.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace transom::tool {

// The same file from any directory; "" stays "".
std::string absolute_path(const std::string& path);

// The program and its arguments, which are what follows the options of `run` and its like. Throws
// Failure when there is none, or an option that does not exist in its place.
std::vector<std::string> program_after(const CLI::App& options);

// Where windows appear, unless the user's environment says so (then empty): on the X display that
// answers, else nowhere.
std::string usual_host();

// Replaces this process by the program. Throws Failure.
int become_user_program(const std::vector<std::string>& arguments);

}  // namespace transom::tool
