#include "kernel32/process/command_line.h"

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
