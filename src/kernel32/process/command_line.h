// The command line in Windows' form, from the arguments that Linux gave.
//
// The program's name is put in quotes where it has spaces and knows no escapes; the other arguments
// are quoted so that CommandLineToArgvW and the C run-time's main get back what was given.
// https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace transom::kernel {

std::u16string quote_argument(std::u16string_view argument);
// The first is the program.
std::u16string join_command_line(const std::vector<std::u16string>& arguments);
// The other way: the arguments of a line, the program first.
std::vector<std::u16string> split_command_line(std::u16string_view line);
// The process's arguments, read on first use.
const std::vector<std::u16string>& process_arguments();

}  // namespace transom::kernel
