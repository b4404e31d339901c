#include "kernel32/process/command_line.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/text.h"

using namespace transom;

namespace transom::kernel {
namespace {

std::vector<std::u16string> read_arguments() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::u16string> arguments;
  for (std::size_t start = 0; start < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\0', start), bytes.size());
    arguments.push_back(base::utf8_to_utf16(std::string_view(bytes).substr(start, end - start)));
    start = end + 1;
  }
  if (arguments.empty()) arguments.emplace_back();
  return arguments;
}

bool wants_quotes(std::u16string_view argument) {
  return argument.empty() || argument.find_first_of(u" \t\n\v\"") != std::u16string_view::npos;
}

}  // namespace

std::u16string quote_argument(std::u16string_view argument) {
  if (!wants_quotes(argument)) return std::u16string(argument);
  std::u16string quoted = u"\"";
  std::size_t backslashes = 0;
  for (const char16_t c : argument) {
    // Backslashes are only special before a quote: there each counts for half.
    if (c == u'"') quoted.append(backslashes + 1, u'\\');
    backslashes = c == u'\\' ? backslashes + 1 : 0;
    quoted += c;
  }
  quoted.append(backslashes, u'\\');
  return quoted + u'"';
}

std::u16string join_command_line(const std::vector<std::u16string>& arguments) {
  std::u16string line;
  for (const std::u16string& argument : arguments) {
    if (&argument == &arguments.front()) {
      line = wants_quotes(argument) ? u'"' + argument + u'"' : argument;
    } else {
      line += u' ' + quote_argument(argument);
    }
  }
  return line;
}

namespace {

bool is_blank(char16_t c) {
  return c == u' ' || c == u'\t';
}

// The program's name ends at the next quote or blank: backslashes mean nothing in it.
std::u16string take_program(std::u16string_view& line) {
  const bool quoted = line.starts_with(u'"');
  if (quoted) line.remove_prefix(1);
  const std::size_t end = std::min(line.find_first_of(quoted ? u"\"" : u" \t"), line.size());
  std::u16string name(line.substr(0, end));
  line.remove_prefix(std::min(end + (quoted ? 1 : 0), line.size()));
  return name;
}

// Two backslashes before a quote are one, and one makes the quote literal; two quotes within quotes
// are a literal one.
std::u16string take_argument(std::u16string_view& line) {
  std::u16string argument;
  bool quoted = false;
  std::size_t i = 0;
  while (i < line.size() && (quoted || !is_blank(line[i]))) {
    std::size_t backslashes = 0;
    while (i < line.size() && line[i] == u'\\') ++backslashes, ++i;
    if (i == line.size() || line[i] != u'"') {
      argument.append(backslashes, u'\\');
      if (i < line.size() && backslashes == 0) argument += line[i++];
      continue;
    }
    argument.append(backslashes / 2, u'\\');
    if (backslashes % 2 != 0) {
      argument += u'"';
    } else if (quoted && i + 1 < line.size() && line[i + 1] == u'"') {
      argument += line[++i];
    } else {
      quoted = !quoted;
    }
    ++i;
  }
  line.remove_prefix(i);
  return argument;
}

}  // namespace

std::vector<std::u16string> split_command_line(std::u16string_view line) {
  std::vector<std::u16string> arguments{take_program(line)};
  while (true) {
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    if (line.empty()) return arguments;
    arguments.push_back(take_argument(line));
  }
}

const std::vector<std::u16string>& process_arguments() {
  static const auto* arguments = new std::vector(read_arguments());
  return *arguments;
}

}  // namespace transom::kernel

namespace {

std::u16string& wide_line() {
  static auto* line = new std::u16string(kernel::join_command_line(kernel::process_arguments()));
  return *line;
}

}  // namespace

// The same buffer each time, which the program may write to.
// https://learn.microsoft.com/windows/win32/api/processenv/nf-processenv-getcommandlinew
LPWSTR WINAPI GetCommandLineW() {
  return base::as_wchar(wide_line().data());
}
LPSTR WINAPI GetCommandLineA() {
  static auto* line = new std::string(base::to_ansi(wide_line()));
  return line->data();
}
