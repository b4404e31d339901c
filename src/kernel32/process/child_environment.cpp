#include "kernel32/process/child_environment.h"

#include <unistd.h>

#include <algorithm>
#include <string_view>

namespace transom::kernel {
namespace {

constexpr std::string_view kOwn[] = {
    "TRANSOM_SCRIPT=", "TRANSOM_SCRIPT_TEXT=", "TRANSOM_SHOT=",
    "TRANSOM_SPY=",    "TRANSOM_SPY_FILTER=",  "TRANSOM_COVERAGE="};
constexpr std::string_view kNeeded[] = {
    "TRANSOM_", "XDG_",  "DISPLAY=",         "XAUTHORITY=",
    "HOME=",    "USER=", "LD_LIBRARY_PATH=", "DBUS_SESSION_BUS_ADDRESS="};

bool begins_with_one_of(std::string_view text, auto& prefixes) {
  return std::ranges::any_of(prefixes,
                             [&](std::string_view prefix) { return text.starts_with(prefix); });
}

bool has_variable(const std::vector<std::string>& environment, std::string_view entry) {
  const std::string_view name = entry.substr(0, entry.find('=') + 1);
  return std::ranges::any_of(environment,
                             [&](const std::string& text) { return text.starts_with(name); });
}

}  // namespace

std::vector<std::string> inherited_environment() {
  std::vector<std::string> all;
  for (char** text = environ; text != nullptr && *text != nullptr; ++text) {
    if (!begins_with_one_of(*text, kOwn)) all.emplace_back(*text);
  }
  return all;
}

std::vector<std::string> completed_environment(std::vector<std::string> given) {
  for (std::string& entry : inherited_environment()) {
    if (begins_with_one_of(entry, kNeeded) && !has_variable(given, entry)) {
      given.push_back(std::move(entry));
    }
  }
  return given;
}

}  // namespace transom::kernel
