// The subcommands of `transom` and how one is added.
//
// A subcommand is one file that defines a namespace-scope `const Registration`. There are two
// kinds: most describe their options to CLI11 and hand back what to do once those are parsed; a few
// (cc, c++) take the rest of the command line untouched, because it is another program's language.
// Whatever goes wrong is thrown as a `Failure`, which main prints; a subcommand never prints
// errors.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace transom::tool {

// What the process exits with.
using Action = std::function<int()>;
using Arguments = std::vector<std::string>;

struct Command {
  std::string_view name;
  std::string_view summary;  // one line, no full stop
  // Either describes the options and returns the action ...
  std::function<Action(CLI::App& options)> describe;
  // ... or takes everything after its name.
  std::function<int(const Arguments& rest)> run_raw;
};

// Adds a subcommand at program start.
class Registration {
 public:
  explicit Registration(Command command);
};

// All subcommands, by name.
std::vector<Command>& commands();

// Something went wrong that the user can act on: what and where in `what`, what to do in `remedy`.
class Failure : public std::runtime_error {
 public:
  explicit Failure(const std::string& what, std::string remedy = {}, int exit_code = 1)
      : std::runtime_error(what), remedy(std::move(remedy)), exit_code(exit_code) {}
  std::string remedy;
  int exit_code;
};

// Somebody gave an option that `options` does not have.
Failure unknown_option(const CLI::App& options, std::string_view given);

}  // namespace transom::tool
