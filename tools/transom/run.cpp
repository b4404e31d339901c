// `transom run`: sets what the library reads from its environment, then becomes the program.
#include <cstdlib>
#include <memory>

#include "become.h"
#include "command.h"

namespace transom::tool {
namespace {

struct RunOptions {
  bool headless = false;
  std::string display;
  std::string shot;
  std::string script;
  std::string clock;
  std::string size;
  std::string spy;
  bool spies = false;
};

// An option that is given wins over the variable that is already set; one that is not leaves it.
void set_variable(const char* name, const std::string& value) {
  if (!value.empty()) setenv(name, value.c_str(), 1);
}

std::string chosen_host(const RunOptions& options) {
  if (options.headless) return "headless";
  return options.display.empty() ? usual_host() : options.display;
}

void apply(const RunOptions& options) {
  set_variable("TRANSOM_HOST", chosen_host(options));
  set_variable("TRANSOM_SHOT", absolute_path(options.shot));
  set_variable("TRANSOM_SCRIPT", absolute_path(options.script));
  set_variable("TRANSOM_CLOCK", options.clock);
  set_variable("TRANSOM_SIZE", options.size);
  if (!options.spies) return;
  setenv("TRANSOM_SPY", "1", 1);
  setenv("TRANSOM_SPY_FILTER", options.spy == "-" ? "" : options.spy.c_str(), 1);
}

Action describe_run(CLI::App& app) {
  auto options = std::make_shared<RunOptions>();
  app.add_flag("--headless", options->headless, "Run in an in-memory desktop, with no display");
  app.add_option("--display", options->display, "Where windows appear")
      ->check(CLI::IsMember({"x11", "headless"}))
      ->type_name("HOST");
  app.add_option("--shot", options->shot, "Write a picture of the desktop when the program ends")
      ->type_name("FILE.png");
  app.add_option("--script", options->script, "Mouse and keyboard input to play")
      ->check(CLI::ExistingFile)
      ->type_name("FILE");
  app.add_option("--clock", options->clock,
                 "real, or virtual: time jumps to the next timer when all is idle")
      ->check(CLI::IsMember({"real", "virtual"}))
      ->type_name("CLOCK");
  app.add_option("--size", options->size, "Size of the headless desktop, as 1024x768")
      ->check([](const std::string& text) {
        unsigned width = 0, height = 0;
        char rest = 0;
        const bool good = std::sscanf(text.c_str(), "%ux%u%c", &width, &height, &rest) == 2 &&
                          width && height && width <= 32767 && height <= 32767;
        return good ? std::string{} : "'" + text + "' is not WIDTHxHEIGHT, such as 1024x768";
      })
      ->type_name("WxH");
  app.add_option_function<std::string>(
         "--spy",
         [options](const std::string& filter) {
           options->spies = true;
           options->spy = filter;
         },
         "Print messages as they happen; the value is a filter, - for all of them")
      ->type_name("FILTER");
  app.prefix_command();
  app.footer(
      "Everything after the program's name is the program's own.\n"
      "Without --headless or --display: X11 where the display that DISPLAY names answers, else "
      "headless.");
  return [&app, options] {
    const std::vector<std::string> arguments = program_after(app);
    apply(*options);
    return become_user_program(arguments);
  };
}

const Registration registration(
    {"run", "Run a program, in windows or without a display", describe_run, {}});

}  // namespace
}  // namespace transom::tool
