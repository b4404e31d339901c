#include "command.h"

#include "suggestion.h"

namespace transom::tool {

std::vector<Command>& commands() {
  static std::vector<Command> all;
  return all;
}

Registration::Registration(Command command) {
  commands().push_back(std::move(command));
}

Failure unknown_option(const CLI::App& options, std::string_view given) {
  std::vector<std::string> names;
  for (const CLI::Option* option : options.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  const std::string_view name = given.substr(0, given.find('='));
  const bool is_whole = options.get_parent() == nullptr;
  const std::string command = is_whole ? "transom" : "transom " + options.get_name();
  const std::string otherwise = "`" + command + " --help` lists the options";
  return Failure("unknown option '" + std::string(name) + "'", perhaps(name, names, otherwise), 2);
}

}  // namespace transom::tool
