// ShellExecute: programs are started; documents and addresses go to the host's desktop, which knows
// what to open them with (xdg-open). Headless, there is nothing to open documents with.
// https://learn.microsoft.com/windows/win32/shell/launch
#include <unistd.h>

#include <string_view>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "host/display.h"
#include "kernel32/process/child_environment.h"
#include "kernel32/process/command_line.h"
#include "kernel32/process/launch.h"
#include "kernel32/process/program_file.h"
#include "shell32/path_answer.h"

#include <shellapi.h>

namespace transom::shell {
namespace {

constexpr INT_PTR kOpened = 42;

std::u16string text_of(LPCWSTR text) {
  return text != nullptr ? base::as_char16(text) : u"";
}
std::u16string text_of(LPCSTR text) {
  return base::to_utf16(text);
}

struct Request {
  std::u16string verb, file, parameters, directory;
  int show;
};

struct Outcome {
  DWORD error = ERROR_SUCCESS;
  std::shared_ptr<kernel::Process> process;  // null where somebody else's runs on
};

// "http://…", "mailto:…": more than a drive's letter before a colon.
bool is_address(std::u16string_view file) {
  const std::size_t colon = file.find(u':');
  return colon != std::u16string_view::npos && colon > 1 &&
         file.substr(0, colon).find_first_of(u"\\/. ") == std::u16string_view::npos;
}

Outcome run(const std::string& program, const std::vector<std::u16string>& arguments,
            const Request& request) {
  kernel::Launch what;
  what.program = program;
  for (const auto& argument : arguments) what.arguments.push_back(base::utf16_to_utf8(argument));
  what.environment = kernel::inherited_environment();
  if (!request.directory.empty()) what.directory = base::host_path_of(request.directory);
  what.notes = {STARTF_USESHOWWINDOW, static_cast<WORD>(request.show)};
  kernel::Launched launched = kernel::launch(what);
  return {launched.error, std::move(launched.process)};
}

bool has_desktop() {
  return std::string_view(host::display().name()) != "headless";
}

// What the host's desktop opens the file with.
Outcome open_by_desktop(const Request& request) {
  const bool address = is_address(request.file);
  const std::string path = address ? std::string() : base::host_path_of(request.file);
  if (!address && access(path.c_str(), F_OK) != 0) return {ERROR_FILE_NOT_FOUND, nullptr};
  const auto opener = kernel::find_program(u"xdg-open", kernel::Searched::kYes);
  if (!has_desktop() || opener.error != ERROR_SUCCESS) return {ERROR_NO_ASSOCIATION, nullptr};
  Outcome outcome =
      run(opener.path, {u"xdg-open", address ? request.file : base::utf8_to_utf16(path)}, request);
  // The opener is not the program that was asked for.
  outcome.process = nullptr;
  return outcome;
}

bool opens(const std::u16string& verb) {
  return verb.empty() || base::equals_ignoring_case(verb, u"open") ||
         base::equals_ignoring_case(verb, u"explore");
}

Outcome execute(const Request& request) {
  // "runas" asks for rights that no program gets here; other verbs belong to documents.
  if (base::equals_ignoring_case(request.verb, u"runas")) return {ERROR_ACCESS_DENIED, nullptr};
  if (!opens(request.verb)) return {ERROR_NO_ASSOCIATION, nullptr};
  if (is_address(request.file)) return open_by_desktop(request);
  const auto program = kernel::find_program(request.file, kernel::Searched::kYes);
  if (program.error == ERROR_BAD_EXE_FORMAT) return open_by_desktop(request);
  if (program.error != ERROR_SUCCESS) {
    const Outcome opened = open_by_desktop(request);
    return opened.error == ERROR_FILE_NOT_FOUND ? Outcome{program.error, nullptr} : opened;
  }
  const std::u16string line = kernel::quote_argument(request.file) + u' ' + request.parameters;
  return run(program.path, kernel::split_command_line(line), request);
}

// The SE_ERR_ number of an error.
INT_PTR shell_error(DWORD error) {
  switch (error) {
    case ERROR_SUCCESS:
      return kOpened;
    case ERROR_FILE_NOT_FOUND:
      return SE_ERR_FNF;
    case ERROR_PATH_NOT_FOUND:
    case ERROR_DIRECTORY:
      return SE_ERR_PNF;
    case ERROR_ACCESS_DENIED:
      return SE_ERR_ACCESSDENIED;
    case ERROR_NO_ASSOCIATION:
      return SE_ERR_NOASSOC;
    case ERROR_BAD_EXE_FORMAT:
      return ERROR_BAD_FORMAT;
    default:
      return 0;  // "out of memory or resources"
  }
}

template <class Char>
HINSTANCE execute_simply(const Char* verb, const Char* file, const Char* parameters,
                         const Char* directory, int show) {
  const Outcome outcome =
      execute({text_of(verb), text_of(file), text_of(parameters), text_of(directory), show});
  if (outcome.error != ERROR_SUCCESS) base::set_last_error(outcome.error);
  return reinterpret_cast<HINSTANCE>(shell_error(outcome.error));
}

template <class Info>
WINBOOL execute_info(Info* info) {
  if (info == nullptr || info->cbSize != sizeof *info) return base::fail(ERROR_INVALID_PARAMETER);
  Outcome outcome = execute({text_of(info->lpVerb), text_of(info->lpFile),
                             text_of(info->lpParameters), text_of(info->lpDirectory), info->nShow});
  info->hInstApp = reinterpret_cast<HINSTANCE>(shell_error(outcome.error));
  info->hProcess = nullptr;
  if (outcome.error != ERROR_SUCCESS) return base::fail(outcome.error);
  if ((info->fMask & SEE_MASK_NOCLOSEPROCESS) != 0 && outcome.process != nullptr) {
    info->hProcess = kernel::open_handle(outcome.process);
  }
  return TRUE;
}

// Only programs have one here: themselves.
template <class Char>
HINSTANCE find_executable(const Char* file, const Char* directory, Char* result) {
  if (result == nullptr) return reinterpret_cast<HINSTANCE>(INT_PTR{SE_ERR_FNF});
  *result = 0;
  std::u16string name = text_of(file);
  const std::u16string folder = text_of(directory);
  auto found = kernel::find_program(name, kernel::Searched::kYes);
  if (found.error == ERROR_FILE_NOT_FOUND && !folder.empty()) {
    found = kernel::find_program(folder + u'\\' + name, kernel::Searched::kNo);
  }
  const DWORD error =
      found.error == ERROR_BAD_EXE_FORMAT ? DWORD{ERROR_NO_ASSOCIATION} : found.error;
  if (error == ERROR_SUCCESS) give_path(base::windows_path_of(found.path), result);
  return reinterpret_cast<HINSTANCE>(shell_error(error));
}

}  // namespace
}  // namespace transom::shell

using namespace transom::shell;

// Opens a file: above 32, or one of SE_ERR_. The last error says the same.
// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-shellexecutew
HINSTANCE WINAPI ShellExecuteW(HWND, LPCWSTR verb, LPCWSTR file, LPCWSTR parameters,
                               LPCWSTR directory, INT show) {
  return execute_simply(verb, file, parameters, directory, show);
}
HINSTANCE WINAPI ShellExecuteA(HWND, LPCSTR verb, LPCSTR file, LPCSTR parameters, LPCSTR directory,
                               INT show) {
  return execute_simply(verb, file, parameters, directory, show);
}

// The same, with the process's handle where SEE_MASK_NOCLOSEPROCESS asks for it.
// Last errors: ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND, ERROR_NO_ASSOCIATION,
// ERROR_ACCESS_DENIED ("runas"), ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-shellexecuteexw
WINBOOL WINAPI ShellExecuteExW(SHELLEXECUTEINFOW* info) {
  return execute_info(info);
}
WINBOOL WINAPI ShellExecuteExA(SHELLEXECUTEINFOA* info) {
  return execute_info(info);
}

// The program that would open a file.
// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-findexecutablew
HINSTANCE WINAPI FindExecutableW(LPCWSTR file, LPCWSTR directory, LPWSTR result) {
  return find_executable(file, directory, result);
}
HINSTANCE WINAPI FindExecutableA(LPCSTR file, LPCSTR directory, LPSTR result) {
  return find_executable(file, directory, result);
}
