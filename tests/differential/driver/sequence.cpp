#include "sequence.h"

#include <istream>

namespace differential {
namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \r");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \r") - first + 1);
}

// At the commas that no inner parenthesis holds.
std::vector<std::string> split_arguments(const std::string& text) {
  std::vector<std::string> arguments;
  std::string current;
  int depth = 0;
  for (const char one : text) {
    depth += (one == '(') - (one == ')');
    if (one == ',' && depth == 0) {
      arguments.push_back(trimmed(current));
      current.clear();
    } else {
      current += one;
    }
  }
  if (!trimmed(current).empty()) arguments.push_back(trimmed(current));
  return arguments;
}

}  // namespace

Call parse_call(const std::string& text) {
  const auto open = text.find('(');
  const auto close = text.rfind(')');
  if (open == std::string::npos || close == std::string::npos) return {text, text, {}};
  return {text, trimmed(text.substr(0, open)),
          split_arguments(text.substr(open + 1, close - open - 1))};
}

std::vector<Sequence> read_sequences(std::istream& input) {
  std::vector<Sequence> sequences;
  for (std::string line; std::getline(input, line);) {
    line = trimmed(line);
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("sequence ")) {
      sequences.push_back({line.substr(9), {}});
    } else if (!sequences.empty() && line.size() > 2) {
      sequences.back().steps.push_back({line[0], parse_call(line.substr(2))});
    }
  }
  return sequences;
}

}  // namespace differential
