// The command line of `transom cc`, taken apart: what is ours to handle and what is the compiler's.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace transom::tool {

enum class InputKind { kNone, kSource, kResourceScript, kResource, kObject };

struct Argument {
  std::string text;
  InputKind input = InputKind::kNone;
};

struct CompilerArguments {
  std::vector<Argument> arguments;  // in order, without what the compiler must not see
  std::vector<std::string> preprocessor_options;  // -D, -U, -I ... for resource scripts too
  std::vector<std::filesystem::path> search;      // -I and its like
  std::string output;
  bool links = true;      // none of -c -S -E -M
  bool compiles = false;  // -c
  bool shared = false;
  bool unicode = false;
  bool names_charset = false;  // -finput-charset given
  bool has_cxx = false;
  std::vector<std::string> notices;
};

// Response files (@file) are read. Throws Failure for an option without its value.
CompilerArguments parse_compiler_arguments(const std::vector<std::string>& given);

}  // namespace transom::tool
