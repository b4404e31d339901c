// Resources: .rc to .res by windres, .res into an object file that registers itself.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "toolchain.h"

namespace transom::tool {

struct ResourceJob {
  const Toolchain& toolchain;
  std::string compiler;                           // preprocesses and assembles
  std::vector<std::string> preprocessor_options;  // the user's -D, -U and -I
  std::vector<std::filesystem::path> search;      // the user's -I folders
};

// Compiles a resource script. Names of icons, bitmaps and included files are found in any case.
void compile_resource(const ResourceJob& job, const std::filesystem::path& script,
                      const std::filesystem::path& res);

// Makes an object file that holds the .res and hands it to the loader at start-up.
void embed_resource(const ResourceJob& job, const std::filesystem::path& res,
                    const std::filesystem::path& object);

}  // namespace transom::tool
