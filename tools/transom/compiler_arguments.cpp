#include "compiler_arguments.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <sstream>
#include <string_view>

#include "command.h"
#include "source_text.h"
#include "toolchain.h"

namespace fs = std::filesystem;

namespace transom::tool {
namespace {

constexpr std::string_view kOptionsWithValue[] = {
    "-o",        "-I",       "-D",       "-U",       "-L",        "-l",          "-x",
    "-include",  "-imacros", "-isystem", "-iquote",  "-isysroot", "-idirafter",  "-iprefix",
    "-MF",       "-MT",      "-MQ",      "-Xlinker", "-T",        "-Xassembler", "-Xpreprocessor",
    "-Xclang",   "-u",       "-z",       "-e",       "-B",        "--param",     "-aux-info",
    "-dumpbase", "-target",  "-wrapper"};

constexpr std::string_view kSearchOptions[] = {"-I", "-iquote", "-isystem", "-idirafter"};

// Options of the Windows compilers that mean nothing to an ELF program.
constexpr std::string_view kWindowsOnly[] = {
    "-mwindows", "-mconsole",           "-mthreads", "-mdll",          "-mno-cygwin",
    "-mwin32",   "-mnop-fun-dllimport", "-static",   "-static-libgcc", "-static-libstdc++"};
constexpr std::string_view kWindowsLinkerOptions[] = {"--out-implib",
                                                      "--enable-stdcall-fixup",
                                                      "--kill-at",
                                                      "--add-stdcall-alias",
                                                      "--large-address-aware",
                                                      "--nxcompat",
                                                      "--dynamicbase",
                                                      "--enable-auto-import",
                                                      "--enable-auto-image-base",
                                                      "--disable-auto-import",
                                                      "--image-base",
                                                      "--major-image-version",
                                                      "--minor-image-version",
                                                      "--output-def",
                                                      "--export-all-symbols",
                                                      "--high-entropy-va",
                                                      "--heap",
                                                      "--stack",
                                                      "--tsaware"};

template <class Table>
bool in(const Table& table, std::string_view text) {
  return std::ranges::find(table, text) != std::end(table);
}

std::string extension(const std::string& name) {
  std::string text = fs::path(name).extension().string();
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

std::vector<std::string> expand_response_files(const std::vector<std::string>& given) {
  std::vector<std::string> all;
  for (const std::string& argument : given) {
    if (argument.size() < 2 || argument[0] != '@' || !fs::exists(argument.substr(1))) {
      all.push_back(argument);
      continue;
    }
    std::string word;
    char quote = 0;
    bool any = false;
    const std::string text = read_source(argument.substr(1)).text;
    for (size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (c == '\\' && at + 1 < text.size() && quote != '\'') {
        word += text[++at];
        any = true;
      } else if (quote ? c == quote : c == '"' || c == '\'') {
        quote = quote ? '\0' : c;
        any = true;
      } else if (!quote && std::isspace(static_cast<unsigned char>(c))) {
        if (any) all.push_back(word);
        word.clear();
        any = false;
      } else {
        word += c;
        any = true;
      }
    }
    if (any) all.push_back(word);
  }
  return all;
}

class Parser {
 public:
  CompilerArguments parse(const std::vector<std::string>& given) {
    for (at_ = given.begin(), end_ = given.end(); at_ != end_; ++at_) take(*at_);
    return std::move(result_);
  }

 private:
  void take(const std::string& argument) {
    if (argument == "-" || argument.empty() || argument[0] != '-') return take_input(argument);
    if (in(kOptionsWithValue, argument)) {
      if (at_ + 1 == end_) throw Failure("the option " + argument + " lacks its value");
      return take_valued(argument, *++at_, true);
    }
    for (const std::string_view joined :
         {"-I", "-D", "-U", "-L", "-l", "-o", "-isystem", "-iquote"}) {
      if (argument.starts_with(joined)) {
        return take_valued(std::string(joined), argument.substr(joined.size()), false);
      }
    }
    take_plain(argument);
  }

  void take_valued(const std::string& option, const std::string& value, bool apart) {
    if (option == "-l" && is_windows_library(value)) return;
    if (option == "-o") result_.output = value;
    if (in(kSearchOptions, option)) result_.search.emplace_back(value);
    const bool preprocessor = in(kSearchOptions, option) || option == "-D" || option == "-U";
    for (const std::string& part : apart ? std::vector<std::string>{option, value}
                                         : std::vector<std::string>{option + value}) {
      result_.arguments.push_back({part});
      if (preprocessor) result_.preprocessor_options.push_back(part);
    }
  }

  void take_plain(const std::string& argument) {
    if (argument == "-municode") {
      result_.preprocessor_options.push_back("-DUNICODE");
      result_.arguments.push_back({"-DUNICODE"});
      result_.unicode = true;
      return;
    }
    if (in(kWindowsOnly, argument)) return;
    if (argument.starts_with("-Wl,")) return take_linker_option(argument);
    if (argument == "-c" || argument == "-S" || argument == "-E" || argument == "-M" ||
        argument == "-MM" || argument == "-fsyntax-only") {
      result_.links = false;
    }
    if (argument == "-c") result_.compiles = true;
    if (argument == "-shared" || argument == "-r") result_.shared = true;
    if (argument.starts_with("-finput-charset")) result_.names_charset = true;
    result_.arguments.push_back({argument});
  }

  // `windows:3.10`: the version is an absolute symbol that the library looks for
  // (kernel32/process/subsystem_version.h).
  void take_subsystem(std::string_view value) {
    const size_t colon = value.find(':');
    if (colon == value.npos) return;
    unsigned major = 0, minor = 0;
    if (std::sscanf(std::string(value.substr(colon + 1)).c_str(), "%u.%u", &major, &minor) < 1) {
      throw Failure("not a version: " + std::string(value));
    }
    constexpr std::string_view kSymbol = "transom_subsystem_version";
    result_.arguments.push_back({"-Wl,--defsym=" + std::string(kSymbol) + "=" +
                                 std::to_string((major & 0xFFFF) << 16 | (minor & 0xFFFF)) +
                                 ",--export-dynamic-symbol=" + std::string(kSymbol)});
  }

  void take_linker_option(const std::string& argument) {
    std::string_view name = std::string_view(argument).substr(4);
    const size_t end = std::min(name.find_first_of(",="), name.size());
    const std::string_view value = name.substr(std::min(end + 1, name.size()));
    name = name.substr(0, end);
    if (name == "--subsystem") return take_subsystem(value);
    if (!in(kWindowsLinkerOptions, name)) result_.arguments.push_back({argument});
  }

  void take_input(const std::string& name) {
    const std::string ending = extension(name);
    if (ending == ".def") {
      result_.notices.push_back(name + " is not needed: every function of a DLL is exported here");
      return;
    }
    if (ending == ".lib" && is_windows_library(fs::path(name).filename().string())) return;
    InputKind kind = InputKind::kSource;
    if (ending == ".rc") kind = InputKind::kResourceScript;
    if (ending == ".res") kind = InputKind::kResource;
    if (ending == ".o" || ending == ".obj" || ending == ".a" || ending == ".so" ||
        ending == ".lib" || name.find(".so.") != std::string::npos || name == "-") {
      kind = InputKind::kObject;
    }
    if (ending == ".cpp" || ending == ".cc" || ending == ".cxx") result_.has_cxx = true;
    result_.arguments.push_back({name, kind});
  }

  CompilerArguments result_;
  std::vector<std::string>::const_iterator at_, end_;
};

}  // namespace

CompilerArguments parse_compiler_arguments(const std::vector<std::string>& given) {
  return Parser().parse(expand_response_files(given));
}

}  // namespace transom::tool
