// Runs one scenario and writes its trace; `--list` lists all of them. `--disturb` see
// disturbance.h; without a scenario it reads "FAMILY/NAME ACT MESSAGE" from standard input, a line
// a run, and answers as fork_server.h says.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "disturbance.h"
#include "fork_server.h"
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

// What is written is of no interest, nor is what it means: it has to end, and leave nothing.
int run_disturbed(const char* name, const char* act, int at) {
  for (const Scenario& scenario : all_scenarios()) {
    if (full_name(scenario) != name || !plan_disturbance(act, at)) continue;
    watch_for_end();
    std::string trace;
    write_to(&trace);
    reset_input();
    scenario.run();
    const int left = windows_left();
    std::printf("messages %d, windows left %d\n", message_count(), left);
    std::fflush(stdout);
    end_watch();
    return left == 0 ? 0 : 5;
  }
  return 2;
}

int run_disturbed_line(const char* line) {
  char name[200];
  char act[20];
  int at = 0;
  if (std::sscanf(line, "%199s %19s %d", name, act, &at) != 3) return 2;
  return run_disturbed(name, act, at);
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
  if (count == 2 && std::strcmp(arguments[1], "--disturb") == 0) {
    return scenario::serve_lines(scenario::run_disturbed_line);
  }
  if (count == 5 && std::strcmp(arguments[2], "--disturb") == 0) {
    return scenario::run_disturbed(arguments[1], arguments[3], std::atoi(arguments[4]));
  }
  if (count != 2) {
    std::fprintf(stderr,
                 "Usage: scenarios FAMILY/NAME [--disturb ACT MESSAGE] | --disturb | --list\n");
    return 2;
  }
  return scenario::run(arguments[1]);
}
