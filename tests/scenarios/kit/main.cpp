// Runs one scenario and writes its trace; `--list` lists all of them.
#include <cstdio>
#include <cstring>
#include <string>

#include "scenario.h"

namespace scenario {

std::vector<Scenario>& all_scenarios() {
  static std::vector<Scenario> all;
  return all;
}

namespace {

std::string full_name(const Scenario& scenario) {
  return std::string(scenario.family) + "/" + scenario.name;
}

void write_head(const Scenario& scenario) {
  std::printf("# %s\n# %s.\n", full_name(scenario).c_str(), scenario.summary);
  for (const char* page : scenario.pages) {
    std::printf("# https://learn.microsoft.com/windows/win32/%s\n", page);
  }
  if (*scenario.checked) std::printf("# checks: %s\n", scenario.checked);
  std::fflush(stdout);
}

int run(const char* name) {
  for (const Scenario& scenario : all_scenarios()) {
    if (full_name(scenario) != name) continue;
    write_head(scenario);
    reset_input();
    scenario.run();
    std::puts("# end");
    std::fflush(stdout);
    // Windows that are left go with the process, unrecorded.
    return 0;
  }
  std::fprintf(stderr, "There is no scenario %s.\n", name);
  return 2;
}

}  // namespace
}  // namespace scenario

int main(int count, char** arguments) {
  if (count == 2 && std::strcmp(arguments[1], "--list") == 0) {
    for (const Scenario& one : all_scenarios()) std::puts(full_name(one).c_str());
    return 0;
  }
  if (count != 2) {
    std::fprintf(stderr, "Usage: scenarios FAMILY/NAME | --list\n");
    return 2;
  }
  return scenario::run(arguments[1]);
}
