// Where the SDK, the w32api headers and the library are, and what the compiler is told about them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace transom::tool {

struct Toolchain {
  std::filesystem::path sdk;      // include/, lib/, cmake/
  std::filesystem::path library;  // the folder of libtransom.so and libtransom_start.a
  std::filesystem::path w32api;   // the headers of Debian's mingw-w64-common
};

// Found from where this program is: the build tree and the installation have the same shape.
// Throws Failure when something is missing.
Toolchain find_toolchain();

// What every compilation of user code gets, before and after the user's own options.
std::vector<std::string> compile_options(const Toolchain& toolchain);
std::vector<std::string> link_options(const Toolchain& toolchain, bool shared);

// Whether `-lname` means a Windows library, all of which are libtransom.
bool is_windows_library(std::string name);

}  // namespace transom::tool
