// The notes that the coverage report reads.
#include "tests/support/coverage.h"

#include <filesystem>
#include <iterator>

#include "spy/output.h"

namespace transom::spy {
namespace {

TEST(SpyCoverage, NotesWhatTheSystemMadeAndNotWhatTheProgramDid) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("transom-coverage-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  auto sink = make_coverage_sink(folder);
  const auto report = [&](UINT message, Origin origin) {
    Record record;
    record.event = Event::kSent;
    record.message = message;
    record.origin = origin;
    sink->write(record);
  };
  report(WM_SIZE, Origin::kSystem);
  report(WM_SIZE, Origin::kSystem);
  report(WM_MOVE, Origin::kProgram);
  report(WM_MDITILE, Origin::kProgram);  // only programs make it
  report(0x0359, Origin::kProgram);      // lies in a reserved range
  sink.reset();
  std::string notes;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path());
    notes.assign(std::istreambuf_iterator<char>(file), {});
  }
  std::filesystem::remove_all(folder);
  EXPECT_EQ(notes,
            "made\tWM_SIZE\nmade\tWM_MDITILE\nmade\tWM_HANDHELDFIRST\nmade\tWM_HANDHELDLAST\n");
}

}  // namespace
}  // namespace transom::spy
