// Turns the spy on when the library is loaded, by what the environment says:
//   TRANSOM_SPY=1            text on standard error     TRANSOM_SPY=fd:N   text on a descriptor
//   TRANSOM_SPY=FILE         text into a file
//   TRANSOM_SPY=json:WHERE   JSON lines                 TRANSOM_SPY=chrome:FILE
//   TRANSOM_SPY_FILTER=...   which messages (filter.h)
//   TRANSOM_COVERAGE=FOLDER  notes for `transom catalog --coverage`
#include "spy/environment.h"

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "spy/output.h"

namespace transom::spy {
namespace {

std::unique_ptr<Output> open(const std::string& where) {
  return std::make_unique<Output>(where.empty() || where == "1" ? "-" : where);
}

void start_spy(const std::string& setting, const char* filter_text) {
  const Filter filter(filter_text ? filter_text : "");
  if (setting.starts_with("json:")) {
    attach(make_json_sink(open(setting.substr(5)), filter));
  } else if (setting.starts_with("chrome:")) {
    attach(make_chrome_sink(open(setting.substr(7)), filter));
  } else {
    attach(make_text_sink(open(setting), filter));
  }
}

}  // namespace

void start_from_environment() {
  try {
    const char* setting = std::getenv("TRANSOM_SPY");
    if (setting != nullptr && *setting != 0) start_spy(setting, std::getenv("TRANSOM_SPY_FILTER"));
    const char* folder = std::getenv("TRANSOM_COVERAGE");
    if (folder != nullptr && *folder != 0) attach(make_coverage_sink(folder));
  } catch (const std::exception& error) {
    // The program shall run, watched or not.
    std::fprintf(stderr, "transom: the spy is off: %s\n", error.what());
  }
}

}  // namespace transom::spy
