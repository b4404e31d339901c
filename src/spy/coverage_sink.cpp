// Notes which messages of the catalogue the system made in this process.
#include <fstream>
#include <iterator>
#include <set>

#include "catalog/catalog.h"
#include "spy/format.h"
#include "spy/output.h"

namespace transom::spy {
namespace {

struct Range {
  UINT first;
  UINT last;
  const char* markers[2];
};

// What is between two markers makes both of them seen, whoever made it.
constexpr Range kRanges[] = {
    {0x0100, 0x0108, {"WM_KEYFIRST", "WM_KEYLAST"}},
    {0x0200, 0x020A, {"WM_MOUSEFIRST", "WM_MOUSELAST"}},
    {0x010D, 0x010F, {"WM_IME_KEYLAST", "WM_IME_KEYLAST"}},
    {0x0358, 0x035F, {"WM_HANDHELDFIRST", "WM_HANDHELDLAST"}},
    {0x0380, 0x038F, {"WM_PENWINFIRST", "WM_PENWINLAST"}},
    {0x0390, 0x039F, {"WM_COALESCE_FIRST", "WM_COALESCE_LAST"}},
    {0x03E0, 0x03E8, {"WM_DDE_FIRST", "WM_DDE_LAST"}},
    {0x0400, 0x7FFF, {"WM_USER", "WM_USER"}},
    {0x8000, 0xBFFF, {"WM_APP", "WM_APP"}},
};

// The same command line writes the same file, so that running a test again replaces what it said.
std::string file_name() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  const std::string line{std::istreambuf_iterator<char>(file), {}};
  const std::string program(line.c_str());
  char hash[24];
  std::snprintf(hash, sizeof hash, "-%016zx.tsv", std::hash<std::string>{}(line));
  return program.substr(program.rfind('/') + 1) + hash;
}

class CoverageSink : public Sink {
 public:
  explicit CoverageSink(const std::string& folder) : file_(folder + "/" + file_name()) {}

  void write(const Record& record) override {
    if (record.event == Event::kDefault || record.event == Event::kHook) return;
    for (const Range& range : kRanges) {
      if (record.message < range.first || record.message > range.last) continue;
      for (const char* marker : range.markers) note(marker);
    }
    const auto* message = catalog::find(record.message, record.window_class);
    if (message == nullptr) return;
    // A message that only programs make is one that the system has to answer.
    if (record.origin == Origin::kSystem || message->maker == catalog::Maker::kProgram) {
      note(message->name);
    }
    if (record.origin == Origin::kSystem) note(notification_of(record));
  }

  void flush() override { file_.flush(); }

 private:
  void note(std::string_view name) {
    if (!name.empty() && seen_.insert(std::string(name)).second) file_ << "made\t" << name << '\n';
  }

  std::ofstream file_;
  std::set<std::string> seen_;
};

}  // namespace

std::shared_ptr<Sink> make_coverage_sink(const std::string& folder) {
  return std::make_shared<CoverageSink>(folder);
}

}  // namespace transom::spy
