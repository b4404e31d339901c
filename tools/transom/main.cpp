// `transom`: finds the subcommand, lets CLI11 parse for those that want it, and prints failures.
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <optional>

#include "command.h"
#include "suggestion.h"

namespace transom::tool {
namespace {

constexpr const char* kDescription =
    "Builds Win32 programs from unmodified source and runs them natively.\n"
    "\n"
    "  transom cc hello.c hello.rc -o hello -mwindows   compile and link\n"
    "  transom run ./hello                              run it in a window\n"
    "  transom run --headless --shot out.png ./hello    run it without one";

// `command` is empty where none was reached.
void print_failure(std::string_view command, const Failure& failure) {
  const bool colour = isatty(STDERR_FILENO) && !std::getenv("NO_COLOR");
  std::cerr << "transom" << (command.empty() ? "" : " ") << command << ": "
            << (colour ? "\033[1;31merror:\033[0m " : "error: ") << failure.what() << '\n';
  if (!failure.remedy.empty()) std::cerr << "  " << failure.remedy << '\n';
}

const Command* find_command(std::string_view name) {
  const auto& all = commands();
  const auto found = std::ranges::find(all, name, &Command::name);
  return found == all.end() ? nullptr : &*found;
}

int run_guarded(std::string_view name, const Action& action) {
  try {
    return action();
  } catch (const Failure& failure) {
    print_failure(name, failure);
    return failure.exit_code;
  } catch (const std::exception& error) {
    print_failure(name, Failure(error.what()));
    return 1;
  }
}

Failure unknown_command(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  return Failure("there is no command '" + name + "'",
                 perhaps(name, names, "`transom --help` lists the commands"), 2);
}

// `transom help cc` is `transom cc --help`.
Arguments without_help_command(Arguments arguments) {
  if (arguments.empty() || arguments[0] != "help") return arguments;
  if (arguments.size() == 1) return {"--help"};
  return {arguments[1], "--help"};
}

// CLI11 says "was not expected" of an option that it does not know; we may know which was meant.
Failure describe_parse_error(const CLI::App& app, const CLI::ParseError& error,
                             const Arguments& arguments) {
  const auto parsed = app.get_subcommands();
  if (parsed.empty()) return unknown_option(app, arguments.front());
  const CLI::App& options = *parsed.front();
  for (const std::string& left : options.remaining()) {
    if (left.starts_with('-')) return unknown_option(options, left);
  }
  return Failure(error.what(), "`transom " + options.get_name() + " --help` lists the options", 2);
}

int run(const Arguments& arguments) {
  std::ranges::sort(commands(), {}, &Command::name);
  if (!arguments.empty() && !arguments[0].starts_with('-')) {
    const Command* command = find_command(arguments[0]);
    if (command == nullptr) {
      print_failure({}, unknown_command(arguments[0]));
      return 2;
    }
    if (command->run_raw) {
      const Arguments rest(arguments.begin() + 1, arguments.end());
      return run_guarded(command->name, [&] { return command->run_raw(rest); });
    }
  }

  CLI::App app{kDescription, "transom"};
  app.set_version_flag("--version", "transom " TRANSOM_VERSION);
  app.require_subcommand(1);
  std::vector<std::pair<CLI::App*, Action>> parsed;
  for (const Command& command : commands()) {
    CLI::App* options = app.add_subcommand(std::string(command.name), std::string(command.summary));
    parsed.emplace_back(options, command.describe ? command.describe(*options) : Action{});
  }
  if (arguments.empty()) {
    std::cout << app.help();
    return 0;
  }
  try {
    // CLI11 takes them from the back.
    app.parse(Arguments(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    const auto reached = app.get_subcommands();
    print_failure(reached.empty() ? "" : reached.front()->get_name(),
                  describe_parse_error(app, error, arguments));
    return 2;
  }
  for (const auto& [options, action] : parsed) {
    if (options->parsed() && action) return run_guarded(options->get_name(), action);
  }
  return 0;
}

}  // namespace
}  // namespace transom::tool

int main(int argc, char** argv) {
  using namespace transom::tool;
  return run(without_help_command(Arguments(argv + 1, argv + argc)));
}
