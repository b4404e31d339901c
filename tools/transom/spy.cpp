// `transom spy`: runs a program with its messages shown. The library does the watching; here is
// only said what to show and where.
#include <algorithm>
#include <cstdlib>
#include <memory>

#include "become.h"
#include "catalog/catalog.h"
#include "catalog_print.h"
#include "command.h"

namespace transom::tool {
namespace {

struct SpyOptions {
  std::vector<std::string> families, classes, threads, messages, hidden;
  std::string events, output, chrome;
  bool json = false, headless = false, retrieved = false;
};

void add_terms(std::string& filter, const char* key, const std::vector<std::string>& patterns) {
  for (const std::string& pattern : patterns) filter += std::string(key) + ":" + pattern + ",";
}

void check_families(const std::vector<std::string>& families) {
  for (const std::string& family : families) {
    const bool known = family.find('*') != std::string::npos ||
                       std::ranges::any_of(catalog::messages(), [&](const auto& message) {
                         return message.family.view() == family;
                       });
    if (!known) {
      throw unknown_family(family);
    }
  }
}

std::string filter_of(const SpyOptions& options) {
  check_families(options.families);
  std::string filter;
  add_terms(filter, "family", options.families);
  add_terms(filter, "class", options.classes);
  add_terms(filter, "thread", options.threads);
  add_terms(filter, "message", options.messages);
  add_terms(filter, "!message", options.hidden);
  const std::string events =
      options.retrieved && options.events.empty() ? "PGWSRDHC" : options.events;
  if (!events.empty()) filter += "event:" + events + ",";
  return filter;
}

// The program may change its directory before the library opens the file.
std::string destination(const SpyOptions& options) {
  if (!options.chrome.empty()) return "chrome:" + absolute_path(options.chrome);
  // A copy of our standard output: what the program prints there is between the lines.
  const std::string where = options.output.empty() ? "fd:1" : absolute_path(options.output);
  return options.json ? "json:" + where : where;
}

Action describe_spy(CLI::App& app) {
  auto options = std::make_shared<SpyOptions>();
  app.add_option("--family", options->families, "Only these families (transom catalog lists them)")
      ->allow_extra_args(false);
  app.add_option("--message", options->messages, "Only these messages; * stands for anything")
      ->allow_extra_args(false);
  app.add_option("--not", options->hidden, "Not these messages")->allow_extra_args(false);
  app.add_option("--class", options->classes, "Only windows of these classes")
      ->allow_extra_args(false);
  app.add_option("--thread", options->threads, "Only these threads, counted from 1")
      ->allow_extra_args(false);
  app.add_option("--events", options->events, "Only these events, by their letters: PSR")
      ->type_name("LETTERS");
  app.add_flag("--retrieved", options->retrieved, "Also what GetMessage hands out (G)");
  app.add_flag("--json", options->json, "A JSON object a line");
  app.add_option("--chrome", options->chrome, "A trace that Perfetto and chrome://tracing open")
      ->type_name("FILE.json");
  app.add_option("-o,--output", options->output, "Where the lines go instead of standard output")
      ->type_name("FILE");
  app.add_flag("--headless", options->headless, "Run in an in-memory desktop, with no display");
  app.prefix_command();
  app.footer(
      "Letters: P posted, W window procedure called with a posted message or by another thread,\n"
      "S sent, R returned, D reached DefWindowProc, H shown to a hook, C merged into one that "
      "waits,\n"
      "G handed out by GetMessage. Indentation is nesting; times are milliseconds.\n\n"
      "  transom spy --family mouse --not WM_NCHITTEST ./app\n"
      "  transom spy --chrome trace.json ./app\n");
  return [&app, options] {
    const std::vector<std::string> arguments = program_after(app);
    setenv("TRANSOM_SPY", destination(*options).c_str(), 1);
    setenv("TRANSOM_SPY_FILTER", filter_of(*options).c_str(), 1);
    const std::string host = options->headless ? "headless" : usual_host();
    if (!host.empty()) setenv("TRANSOM_HOST", host.c_str(), 1);
    return become_user_program(arguments);
  };
}

const Registration registration(
    {"spy", "Run a program and show each of its messages", describe_spy, {}});

}  // namespace
}  // namespace transom::tool
