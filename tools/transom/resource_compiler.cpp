#include "resource_compiler.h"

#include <regex>
#include <sstream>

#include "command.h"
#include "include_scan.h"
#include "process.h"
#include "source_text.h"

namespace fs = std::filesystem;

namespace transom::tool {
namespace {

constexpr const char* kWindres[] = {"x86_64-w64-mingw32-windres", "i686-w64-mingw32-windres",
                                    "windres"};

std::string find_windres() {
  if (const char* set = std::getenv("TRANSOM_WINDRES")) return set;
  for (const char* name : kWindres) {
    if (has_program(name)) return name;
  }
  throw Failure("no resource compiler (windres)",
                "install Debian's package binutils-mingw-w64-x86-64");
}

void run_or_fail(const std::vector<std::string>& arguments, const std::string& what) {
  const int code = run_program(arguments);
  if (code != 0) throw Failure(what, {}, code);
}

// In resource scripts a backslash in a file's name may be written once or twice.
std::string unescape(std::string name) {
  for (size_t at = 0; (at = name.find("\\\\", at)) != std::string::npos; ++at) name.erase(at, 1);
  return name;
}

// `name TYPE [memory flags] file`: makes the file's name an absolute one that exists. Statements
// with a body (DIALOG, MENU ...) have no such line, or their last word is no file's name.
class FileNames {
 public:
  FileNames(const fs::path& script, const std::vector<fs::path>& search) : folders_(search) {
    folders_.insert(folders_.begin(), script.parent_path());
    folders_.emplace_back(fs::path{});
  }

  std::string fix(const std::string& line) {
    static const std::regex statement(
        R"(^(\s*[^\s"]+\s+("?)\w+\2(?:\s+(?:MOVEABLE|FIXED|PURE|IMPURE|PRELOAD|LOADONCALL|DISCARDABLE))*\s+)(?:"([^"]+)\"|([^\s"]+))\s*$)",
        std::regex::icase);
    std::smatch match;
    if (!std::regex_match(line, match, statement)) return line;
    const std::string written = match[3].matched ? match[3].str() : match[4].str();
    if (written.find_first_of("./\\") == std::string::npos) return line;
    for (const fs::path& folder : folders_) {
      if (auto found = files_.find(folder, unescape(written))) {
        return match[1].str() + '"' + fs::absolute(*found).string() + '"';
      }
    }
    return line;
  }

 private:
  std::vector<fs::path> folders_;
  CaselessFiles files_;
};

// windres does not take a minus as the start of a dialog's position, which is what -1, -1 begins
// with.
std::string bracket_position(const std::string& line) {
  static const std::regex dialog(R"(^(.*\bDIALOG(?:EX)?\b[^,"]*?\s)(-\s*\d+)(\s*,.*)$)",
                                 std::regex::icase);
  return std::regex_replace(line, dialog, "$1($2)$3");
}

// Microsoft's compiler does not miss the comma between a control's or menu item's text and its
// number.
std::string part_text_from_number(const std::string& line) {
  static const std::regex statement(R"RC(^(\s*[A-Za-z]\w*\s+L?"(?:[^"]|"")*")\s+(?=[-(\d]))RC");
  return std::regex_replace(line, statement, "$1, ");
}

// Nor does it mind a field left empty, or a comma too many at the end.
std::string fill_menu_fields(const std::string& line) {
  static const std::regex empty(
      R"RC(^(\s*(?:MENUITEM|POPUP)\s+L?"(?:[^"]|"")*"\s*,[^",]+,)\s*(?=,))RC", std::regex::icase);
  static const std::regex trailing(R"RC(^(\s*MENUITEM\s+L?"(?:[^"]|"")*"\s*,[^",]+),\s*$)RC",
                                   std::regex::icase);
  return std::regex_replace(std::regex_replace(line, empty, "$1 0"), trailing, "$1");
}

// Resource editors of old left a resource for themselves whose name windres takes for a type; in
// quotes it would go on the file's name of the statement before.
std::string rename_editors_own(const std::string& line) {
  static const std::regex statement(R"(^(\s*)DLGINCLUDE(\s+RCDATA\b))", std::regex::icase);
  return std::regex_replace(line, statement, "$1DLG_INCLUDE$2");
}

std::string fix_line(const std::string& line) {
  return rename_editors_own(fill_menu_fields(part_text_from_number(bracket_position(line))));
}

// What came out of the preprocessor, with each line of the script whole again: gcc puts what a
// system header's macro stands for on a line of its own, between two marks of the same number.
class ScriptLines {
 public:
  void add(const std::string& line) {
    static const std::regex mark(R"RC(^#\s+(\d+)\s+("[^"]*").*)RC");
    std::smatch match;
    if (!std::regex_match(line, match, mark)) return add_text(line);
    number_ = std::stoul(match[1]);
    file_ = match[2];
    goes_on_ = number_ == last_number_ && file_ == last_file_;
    if (!goes_on_) lines_.push_back(line);
  }
  const std::vector<std::string>& lines() const { return lines_; }

 private:
  void add_text(const std::string& line) {
    if (goes_on_) {
      lines_.back() += line;
    } else {
      lines_.push_back(line);
    }
    goes_on_ = false;
    last_number_ = number_++;
    last_file_ = file_;
  }

  std::vector<std::string> lines_;
  unsigned long number_ = 1, last_number_ = 0;
  std::string file_, last_file_;
  bool goes_on_ = false;
};

// What every .res file begins with: a record of no type, no name and no data. One of nothing else
// is what a script without resources becomes, to which windres objects.
void write_empty_resources(const fs::path& res) {
  constexpr char kNothing[32] = {0, 0,          0,          0, 32, 0,          0,
                                 0, char(0xFF), char(0xFF), 0, 0,  char(0xFF), char(0xFF)};
  write_file(res, std::string(kNothing, sizeof kNothing));
}

bool has_statements(const std::string& script) {
  std::istringstream in(script);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with('#') && line.find_first_not_of(" \t") != line.npos) return true;
  }
  return false;
}

// False where the script has no resources.
bool fix_script(const fs::path& preprocessed, const fs::path& script,
                const std::vector<fs::path>& search) {
  FileNames names(script, search);
  ScriptLines script_lines;
  std::istringstream in(read_source(preprocessed).text);
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    script_lines.add(line);
  }
  std::string out;
  for (const std::string& line : script_lines.lines()) {
    out += (line.starts_with('#') ? line : fix_line(names.fix(line))) + '\n';
  }
  write_file(preprocessed, out);
  return has_statements(out);
}

}  // namespace

void compile_resource(const ResourceJob& job, const fs::path& script, const fs::path& res) {
  const std::string windres = find_windres();
  const SourceText source = read_source(script);
  IncludeScan scan(job.search, {job.toolchain.sdk / "include", job.toolchain.w32api});
  scan.add(script);
  const auto folder = scan.write();

  TemporaryFolder temporary;
  const fs::path preprocessed = temporary.path() / "script.i";
  std::vector<std::string> command = {job.compiler, "-E", "-xc", "-w", "-DRC_INVOKED"};
  for (const std::string& option : compile_options(job.toolchain)) command.push_back(option);
  for (const std::string& option : job.preprocessor_options) command.push_back(option);
  if (folder) command.insert(command.end(), {"-idirafter", folder->string()});
  command.insert(command.end(), {scan.compiled(script).string(), "-o", preprocessed.string()});
  run_or_fail(command, "cannot preprocess the resource script '" + script.string() + "'");
  if (!fix_script(preprocessed, script, job.search)) return write_empty_resources(res);

  // A script says its code page, or is in the old one; one in Unicode was made UTF-8 above.
  const bool old = source.encoding == Encoding::kWindows1252 || source.encoding == Encoding::kBytes;
  run_or_fail({windres, "-J", "rc", "-O", "res", "--preprocessor=cat", old ? "-c1252" : "-c65001",
               "-i", preprocessed.string(), "-o", res.string()},
              "cannot compile the resource script '" + script.string() + "'");
}

void embed_resource(const ResourceJob& job, const fs::path& res, const fs::path& object) {
  const fs::path stub = job.toolchain.sdk / "lib/resource.S";
  run_or_fail({job.compiler, "-c", "-x", "assembler-with-cpp",
               "-DTRANSOM_RESOURCE_FILE=\"" + fs::absolute(res).string() + "\"", stub.string(),
               "-o", object.string()},
              "cannot embed '" + res.string() + "'");
}

}  // namespace transom::tool
