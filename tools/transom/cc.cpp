// `transom cc` and `transom c++`: the system's compiler, told about Windows.
//
// Beyond passing options on, they find #include names in any case, compile resource scripts, drop
// what only Windows linkers understand, and link the library and its start-up code.
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "command.h"
#include "compiler_arguments.h"
#include "include_scan.h"
#include "process.h"
#include "resource_compiler.h"
#include "source_text.h"
#include "toolchain.h"

namespace fs = std::filesystem;

namespace transom::tool {
namespace {

constexpr const char* kHelp = R"(Compile and link Win32 programs natively

Usage: transom cc  [OPTIONS] FILES...     C
       transom c++ [OPTIONS] FILES...     C++

Files:    .c .cpp .cc .cxx   sources, in UTF-8, UTF-16 or Windows-1252
          .rc .res           resources
          .o .a .so          as the compiler takes them
          .def               not needed

Options are the compiler's (gcc's, or clang's): -c -o -I -D -O2 -g -Wall -std=c++20 -shared ...
  -mwindows -mconsole        accepted; a program with WinMain starts there, one with main there
  -municode                  as -DUNICODE
  -Wl,--subsystem,windows:3.10
                             a program for Windows 3.x: its minimized windows are icons
  -luser32 -lgdi32 ...       Windows libraries: all of them are libtransom, which is linked anyway
  --print-options            print what the compiler is given, and stop

Environment:
  TRANSOM_CC, TRANSOM_CXX    the compilers (gcc, g++)
  TRANSOM_WINDRES            the resource compiler (x86_64-w64-mingw32-windres)
  TRANSOM_W32API             the Windows headers (Debian's mingw-w64-common)
  TRANSOM_SDK                the SDK, when it is not where this program was installed

Examples:
  transom cc hello.c hello.rc -o hello -mwindows -lcomctl32
  transom c++ -std=c++20 -DUNICODE -D_UNICODE app.cpp -o app
  transom cc -shared plugin.c plugin.def -o plugin.dll
)";

enum class Language { kC, kCxx };

class Compilation {
 public:
  Compilation(Language language, Arguments given) : language_(language) {
    if (given.size() >= 2 && given[0] == "--driver") {
      compiler_ = given[1];
      given.erase(given.begin(), given.begin() + 2);
    } else {
      compiler_ = chosen_compiler();
    }
    if (!given.empty() && given[0] == "--print-options") {
      print_ = true;
      given.erase(given.begin());
    }
    arguments_ = parse_compiler_arguments(given);
  }

  int run() {
    for (const std::string& notice : arguments_.notices)
      std::cerr << "transom cc: " << notice << '\n';
    if (is_resource_job()) return compile_resource_only();
    const std::vector<std::string> command = make_command();
    if (print_) {
      for (const std::string& part : command) std::cout << part << '\n';
      return 0;
    }
    // The temporary folder has to outlive the compiler.
    if (!temporary_) become_program(command);
    return run_program(command);
  }

 private:
  std::string chosen_compiler() const {
    const char* cc = std::getenv("TRANSOM_CC");
    const char* cxx = std::getenv("TRANSOM_CXX");
    if (language_ == Language::kC) return cc ? cc : "gcc";
    if (cxx) return cxx;
    if (!cc) return "g++";
    std::string name = cc;
    if (name.ends_with("clang")) return name + "++";
    if (name.ends_with("gcc")) return name.substr(0, name.size() - 3) + "g++";
    return name;
  }

  // `-c script.rc`, and `script.rc -o script.res`.
  bool is_resource_job() const {
    bool script = false;
    for (const Argument& argument : arguments_.arguments) {
      if (argument.input == InputKind::kSource || argument.input == InputKind::kObject)
        return false;
      script |=
          argument.input == InputKind::kResourceScript || argument.input == InputKind::kResource;
    }
    return script && (arguments_.compiles || fs::path(arguments_.output).extension() == ".res");
  }

  ResourceJob resource_job() const {
    return {toolchain_, compiler_, arguments_.preprocessor_options, arguments_.search};
  }

  int compile_resource_only() {
    for (const Argument& argument : arguments_.arguments) {
      if (argument.input == InputKind::kNone) continue;
      const fs::path source = argument.text;
      fs::path output = arguments_.output;
      if (output.empty()) output = source.filename().replace_extension(".o");
      if (output.extension() == ".res") {
        compile_resource(resource_job(), source, output);
      } else {
        make_resource_object(argument, output);
      }
    }
    return 0;
  }

  void make_resource_object(const Argument& argument, const fs::path& object) {
    if (argument.input == InputKind::kResource) {
      return embed_resource(resource_job(), argument.text, object);
    }
    TemporaryFolder folder;
    compile_resource(resource_job(), argument.text, folder.path() / "script.res");
    embed_resource(resource_job(), folder.path() / "script.res", object);
  }

  std::string resource_object(const Argument& argument) {
    if (!temporary_) temporary_.emplace();
    const fs::path object = temporary_->path() / ("resource" + std::to_string(++resources_) + ".o");
    make_resource_object(argument, object);
    return object.string();
  }

  std::vector<std::string> make_command() {
    std::vector<std::string> command = {compiler_};
    for (std::string& option : compile_options(toolchain_)) command.push_back(std::move(option));
    IncludeScan scan(arguments_.search, {toolchain_.sdk / "include", toolchain_.w32api});
    bool inputs = false;
    for (const Argument& argument : arguments_.arguments) {
      if (argument.input == InputKind::kSource) scan.add(argument.text);
      inputs |= argument.input != InputKind::kNone;
    }
    if (const auto folder = scan.write()) {
      command.insert(command.end(), {"-idirafter", folder->string()});
    }
    if (const char* charset = scan.charset(); charset != nullptr && !arguments_.names_charset) {
      // Narrow literals keep their bytes, which are the ANSI code page's.
      const std::string name = charset;
      command.insert(command.end(), {"-finput-charset=" + name, "-fexec-charset=" + name});
    }
    // A DLL's code has always been movable; an option of one's own comes later and wins.
    if (arguments_.shared) command.push_back("-fPIC");
    for (const Argument& argument : arguments_.arguments) append(command, argument, scan);
    if (arguments_.links && inputs) {
      for (std::string& option : link_options(toolchain_, arguments_.shared)) {
        command.push_back(std::move(option));
      }
      if (language_ == Language::kC && arguments_.has_cxx) command.push_back("-lstdc++");
    }
    return command;
  }

  void append(std::vector<std::string>& command, const Argument& argument,
              const IncludeScan& scan) {
    switch (argument.input) {
      case InputKind::kResourceScript:
      case InputKind::kResource:
        command.push_back(resource_object(argument));
        break;
      case InputKind::kSource:
        append_source(command, scan.compiled(argument.text));
        break;
      default:
        command.push_back(argument.text);
    }
  }

  // gcc takes FOO.C for C++; on Windows it is C.
  void append_source(std::vector<std::string>& command, const fs::path& source) {
    const bool shouted_c = source.extension() == ".C" && language_ == Language::kC;
    if (shouted_c) command.insert(command.end(), {"-x", "c"});
    command.push_back(source.string());
    if (shouted_c) command.insert(command.end(), {"-x", "none"});
  }

  Language language_;
  std::string compiler_;
  bool print_ = false;
  Toolchain toolchain_ = find_toolchain();
  CompilerArguments arguments_;
  std::optional<TemporaryFolder> temporary_;
  int resources_ = 0;
};

int run_compiler(Language language, const Arguments& given) {
  if (given.empty() || given[0] == "--help" || given[0] == "-h") {
    std::cout << kHelp;
    return given.empty() ? 2 : 0;
  }
  return Compilation(language, given).run();
}

const Registration cc({"cc",
                       "Compile and link C programs and resources",
                       {},
                       [](const Arguments& rest) { return run_compiler(Language::kC, rest); }});
const Registration cxx({"c++",
                        "Compile and link C++ programs and resources",
                        {},
                        [](const Arguments& rest) { return run_compiler(Language::kCxx, rest); }});

}  // namespace
}  // namespace transom::tool
