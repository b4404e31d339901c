#include "coverage.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <vector>

#include "catalog/catalog.h"
#include "command.h"

namespace transom::tool {
namespace {

namespace fs = std::filesystem;

struct Evidence {
  std::set<std::string, std::less<>> made;
  std::map<std::string, std::set<std::string>, std::less<>> checked;  // message to tests
  int runs = 0;
};

fs::path default_folder() {
  std::error_code error;
  const fs::path self = fs::read_symlink("/proc/self/exe", error);
  return self.parent_path().parent_path() / "coverage";
}

void read_lines(Evidence& evidence, const fs::path& path) {
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    std::istringstream words(line);
    std::string kind, name, test;
    std::getline(words, kind, '\t');
    std::getline(words, name, '\t');
    std::getline(words, test, '\t');
    if (kind == "made") evidence.made.insert(name);
    if (kind == "checked") evidence.checked[name].insert(test);
  }
  ++evidence.runs;
}

Evidence read_evidence(const fs::path& folder) {
  Evidence evidence;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".tsv") read_lines(evidence, entry.path());
  }
  return evidence;
}

struct Row {
  std::string name;
  bool made;
  bool checked;
};

void print_names(std::ostream& out, std::string_view title, const std::vector<Row>& rows,
                 bool (*wanted)(const Row&)) {
  std::string line;
  for (const Row& row : rows) {
    if (!wanted(row)) continue;
    if (line.size() + row.name.size() > 84) {
      out << line << '\n';
      line.clear();
    }
    if (line.empty()) line = "    " + std::string(title) + std::string(14 - title.size(), ' ');
    line += row.name + " ";
  }
  if (!line.empty()) out << line << '\n';
}

void print_family(std::ostream& out, std::string_view family, const std::vector<Row>& rows) {
  const auto live = [](const Row& row) { return row.made && row.checked; };
  out << "  " << family << ": " << std::ranges::count_if(rows, live) << " of " << rows.size()
      << '\n';
  print_names(out, "live", rows, live);
  print_names(out, "not checked", rows, [](const Row& row) { return row.made && !row.checked; });
  print_names(out, "not made", rows, [](const Row& row) { return !row.made && row.checked; });
  print_names(out, "neither", rows, [](const Row& row) { return !row.made && !row.checked; });
}

}  // namespace

int report_coverage(std::ostream& out, const std::string& folder, const std::string& family) {
  const fs::path where = folder.empty() ? default_folder() : fs::path(folder);
  const Evidence evidence = read_evidence(where);
  if (evidence.runs == 0) {
    out << "  no test run has left anything in " << where.string() << ": run the tests first\n";
  }
  std::map<std::string_view, std::vector<Row>> families;
  std::size_t live = 0, total = 0;
  for (const catalog::Message& message : catalog::messages()) {
    if (!message.seed || (!family.empty() && message.family.view() != family)) continue;
    const std::string name(message.name.view());
    const Row row{name, evidence.made.contains(name), evidence.checked.contains(name)};
    families[message.family].push_back(row);
    live += row.made && row.checked;
    ++total;
  }
  for (const auto& [name, rows] : families) print_family(out, name, rows);
  out << "live: " << live << " of " << total << '\n';
  return 0;
}

}  // namespace transom::tool
