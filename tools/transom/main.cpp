// `transom`: finds the subcommand, lets CLI11 parse for those that want it, and prints failures.
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <optional>

#include "command.h"

namespace transom::tool {
namespace {

constexpr const char* kDescription =
    "Builds Win32 programs from unmodified source and runs them natively.\n"
    "\n"
    "  transom cc hello.c hello.rc -o hello -mwindows   compile and link\n"
    "  transom run ./hello                              run it in a window\n"
    "  transom run --headless --shot out.png ./hello    run it without one";

void print_failure(std::string_view command, const Failure& failure) {
  const bool colour = isatty(STDERR_FILENO) && !std::getenv("NO_COLOR");
  std::cerr << "transom " << command << ": " << (colour ? "\033[1;31merror:\033[0m " : "error: ")
            << failure.what() << '\n';
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

int run(int argc, char** argv) {
  std::ranges::sort(commands(), {}, &Command::name);
  if (argc > 1) {
    const Command* command = find_command(argv[1]);
    if (command && command->run_raw) {
      const Arguments rest(argv + 2, argv + argc);
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
  if (argc == 1) {
    std::cout << app.help();
    return 0;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    std::cerr << "transom: error: " << error.what() << "\n  `transom --help` lists the commands"
              << ", `transom COMMAND --help` their options\n";
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
  return transom::tool::run(argc, argv);
}
