#include "tests/x11/support/program.h"

#include <stdlib.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/coverage.h"

namespace transom::tests {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string make_folder() {
  std::string folder = (std::filesystem::temp_directory_path() / "transom-x11-XXXXXX").string();
  return mkdtemp(folder.data()) != nullptr ? folder : ".";
}

bool has_all(std::string_view line, const std::vector<std::string>& parts) {
  return std::ranges::all_of(
      parts, [&](const std::string& part) { return line.find(part) != std::string_view::npos; });
}

// Where the first complete line with all parts ends; npos: there is none from `from` on.
std::size_t end_of_line_with(const std::string& text, std::size_t from,
                             const std::vector<std::string>& parts) {
  while (true) {
    const std::size_t end = text.find('\n', from);
    if (end == std::string::npos) return end;
    if (has_all(std::string_view(text).substr(from, end - from), parts)) return end + 1;
    from = end + 1;
  }
}

}  // namespace

Program::Program(Display& display, const std::string& name,
                 const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment)
    : folder_(make_folder()) {
  std::vector<std::string> command{std::string(TRANSOM_X11_PROGRAMS) + "/" + name};
  command.insert(command.end(), arguments.begin(), arguments.end());
  std::vector<std::string> settings{"DISPLAY=" + display.name(), "TRANSOM_HOST=x11",
                                    "TRANSOM_SPY=" + folder_ + "/trace", "TRANSOM_X11_ERRORS=1",
                                    "TRANSOM_COVERAGE=" + folder_};
  settings.insert(settings.end(), environment.begin(), environment.end());
  process_ = std::make_unique<Process>(
      command, Process::Options{.environment = settings, .output = folder_ + "/output"});
}

Program::~Program() {
  process_.reset();
  keep_coverage();
  std::filesystem::remove_all(folder_);
}

// What the system made for one test's program must not be overwritten by the next test's, which has
// the same command line.
void Program::keep_coverage() const {
  const char* coverage = std::getenv("TRANSOM_COVERAGE");
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  if (coverage == nullptr || *coverage == 0 || test == nullptr) return;
  // A test that runs again replaces what it said, all of its programs together.
  static std::string before;
  const std::string name = Coverage::file_name_of(*test);
  const auto mode = name == before ? std::ios::app : std::ios::trunc;
  before = name;
  std::ofstream kept(std::string(coverage) + "/made-" + name + ".tsv", std::ios::binary | mode);
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    if (entry.path().extension() == ".tsv") kept << read_file(entry.path().string());
  }
}

std::string Program::trace() {
  return read_file(folder_ + "/trace");
}

std::string Program::output() {
  return read_file(folder_ + "/output");
}

void Program::forget() {
  read_ = trace().size();
}

bool Program::has_seen(const std::vector<std::string>& parts) {
  return end_of_line_with(trace(), 0, parts) != std::string::npos;
}

bool Program::wait_for_line(const std::vector<std::string>& parts) {
  return eventually([&] {
    const std::size_t end = end_of_line_with(trace(), read_, parts);
    if (end == std::string::npos) return false;
    read_ = end;
    return true;
  });
}

}  // namespace transom::tests
