// Running other programs.
#pragma once

#include <string>
#include <vector>

namespace transom::tool {

// Runs a program found in PATH with this process's own input and output, and waits. The result is
// its exit code, or 128 and the signal's number. Throws Failure when it cannot be started.
int run_program(const std::vector<std::string>& arguments);

// Becomes the program; returns only by throwing Failure.
[[noreturn]] void become_program(const std::vector<std::string>& arguments);

// As exec takes them, which writes to none of them; as long as `arguments` stay.
std::vector<char*> raw_arguments(const std::vector<std::string>& arguments);

// Whether PATH has such a program.
bool has_program(const std::string& name);

}  // namespace transom::tool
