// CreateProcess and its company.
#include <filesystem>
#include <optional>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/file/file_object.h"
#include "kernel32/process/child_environment.h"
#include "kernel32/process/command_line.h"
#include "kernel32/process/launch.h"
#include "kernel32/process/program_file.h"
#include "kernel32/sync_objects.h"
#include "kernel32/wait.h"

namespace transom::kernel {
namespace {

using Text = std::optional<std::u16string>;

std::u16string wide(LPCWSTR text) {
  return base::as_char16(text);
}
std::u16string wide(LPCSTR text) {
  return base::to_utf16(text);
}

template <class Char>
Text text_of(const Char* text) {
  return text != nullptr ? Text(wide(text)) : std::nullopt;
}

// Strings one after the other; an empty one ends them.
template <class Char>
std::vector<std::string> read_block(const Char* block) {
  std::vector<std::string> strings;
  while (*block != 0) {
    const std::u16string text = wide(block);
    // "=C:=C:\folder": what a shell keeps for itself.
    if (!text.starts_with(u'=')) strings.push_back(base::utf16_to_utf8(text));
    block += std::char_traits<Char>::length(block) + 1;
  }
  return strings;
}

std::vector<std::string> environment_for(const void* block, DWORD flags) {
  if (block == nullptr) return inherited_environment();
  return completed_environment((flags & CREATE_UNICODE_ENVIRONMENT) != 0
                                   ? read_block(static_cast<const WCHAR*>(block))
                                   : read_block(static_cast<const CHAR*>(block)));
}

// The descriptor of a standard handle; what this process has where the handle is none of a file.
int descriptor_of(HANDLE handle, int otherwise) {
  const auto file = std::dynamic_pointer_cast<File>(find_object(handle));
  return file != nullptr ? file->descriptor : otherwise;
}

std::vector<std::string> arguments_of(const std::u16string& line) {
  std::vector<std::string> arguments;
  for (const std::u16string& argument : split_command_line(line)) {
    arguments.push_back(base::utf16_to_utf8(argument));
  }
  return arguments;
}

struct Order {
  Text program;
  Text command_line;
  DWORD flags;
  const void* environment;
  Text directory;
};

// 0: `what` is complete.
template <class Startup>
DWORD prepare(const Order& order, const Startup& startup, Launch& what) {
  if (!order.program && (!order.command_line || order.command_line->empty())) {
    return ERROR_INVALID_PARAMETER;
  }
  const ProgramFile file = order.program ? find_program(*order.program, Searched::kNo)
                                         : find_program_of(*order.command_line);
  if (file.error != ERROR_SUCCESS) return file.error;
  what.program = file.path;
  what.arguments =
      arguments_of(order.command_line ? *order.command_line : quote_argument(*order.program));
  what.environment = environment_for(order.environment, order.flags);
  if (order.directory) what.directory = base::host_path_of(*order.directory);
  if (order.directory && !std::filesystem::is_directory(what.directory)) return ERROR_DIRECTORY;
  what.suspended = (order.flags & CREATE_SUSPENDED) != 0;
  what.notes = {startup.dwFlags & STARTF_USESHOWWINDOW, startup.wShowWindow};
  if ((startup.dwFlags & STARTF_USESTDHANDLES) == 0) return ERROR_SUCCESS;
  what.standard[0] = descriptor_of(startup.hStdInput, 0);
  what.standard[1] = descriptor_of(startup.hStdOutput, 1);
  what.standard[2] = descriptor_of(startup.hStdError, 2);
  return ERROR_SUCCESS;
}

template <class Startup>
WINBOOL create(const Order& order, const Startup* startup, PROCESS_INFORMATION* information) {
  if (startup == nullptr || information == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  Launch what;
  if (const DWORD error = prepare(order, *startup, what)) return base::fail(error);
  const Launched launched = launch(what);
  if (launched.error != ERROR_SUCCESS) return base::fail(launched.error);
  const auto pid = static_cast<DWORD>(launched.process->pid);
  *information = {open_handle(launched.process), open_handle(launched.thread), pid, pid};
  return TRUE;
}

// How WinExec tells of errors.
UINT exec_error(DWORD error) {
  constexpr DWORD kLastOld = 31;
  return error <= kLastOld ? static_cast<UINT>(error) : static_cast<UINT>(ERROR_BAD_FORMAT);
}

}  // namespace
}  // namespace transom::kernel

using namespace transom;
using namespace transom::kernel;

// Starts a program. Of handles, only the standard ones in STARTUPINFO reach it.
// Last errors: ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND, ERROR_BAD_EXE_FORMAT (nothing that the
// host runs), ERROR_DIRECTORY, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw
WINBOOL WINAPI CreateProcessW(LPCWSTR program, LPWSTR command_line, LPSECURITY_ATTRIBUTES,
                              LPSECURITY_ATTRIBUTES, WINBOOL, DWORD flags, LPVOID environment,
                              LPCWSTR directory, LPSTARTUPINFOW startup,
                              LPPROCESS_INFORMATION information) {
  return create({text_of(program), text_of(command_line), flags, environment, text_of(directory)},
                startup, information);
}

// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessa
WINBOOL WINAPI CreateProcessA(LPCSTR program, LPSTR command_line, LPSECURITY_ATTRIBUTES,
                              LPSECURITY_ATTRIBUTES, WINBOOL, DWORD flags, LPVOID environment,
                              LPCSTR directory, LPSTARTUPINFOA startup,
                              LPPROCESS_INFORMATION information) {
  return create({text_of(program), text_of(command_line), flags, environment, text_of(directory)},
                startup, information);
}

// Above 31: started. Otherwise an error: 0, ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND,
// ERROR_BAD_FORMAT.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-winexec
UINT WINAPI WinExec(LPCSTR command_line, UINT show) {
  constexpr UINT kStarted = 33;
  STARTUPINFOW startup{};
  startup.cb = sizeof startup;
  startup.dwFlags = STARTF_USESHOWWINDOW;
  startup.wShowWindow = static_cast<WORD>(show);
  PROCESS_INFORMATION information{};
  if (!create({std::nullopt, text_of(command_line), 0, nullptr, std::nullopt}, &startup,
              &information)) {
    return exec_error(GetLastError());
  }
  CloseHandle(information.hThread);
  CloseHandle(information.hProcess);
  return kStarted;
}

// A process of the user's by its number. Rights are not kept.
// Last errors: ERROR_INVALID_PARAMETER (there is none).
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-openprocess
HANDLE WINAPI OpenProcess(DWORD, WINBOOL, DWORD id) {
  const auto process = open_process(static_cast<int>(id));
  return process != nullptr ? open_handle(process) : base::fail<HANDLE>(ERROR_INVALID_PARAMETER);
}

// 0 once the process waits for messages; WAIT_TIMEOUT; WAIT_FAILED where it has ended before or
// nobody can know, since it was not created by this process.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-waitforinputidle
DWORD WINAPI WaitForInputIdle(HANDLE handle, DWORD milliseconds) {
  const auto process = find_as<Process>(handle);
  if (process == nullptr) return WAIT_FAILED;
  if (process == current_process_object()) return 0;
  if (process->idle == nullptr) return base::fail<DWORD>(ERROR_NOT_SUPPORTED, WAIT_FAILED);
  const ObjectRef idle = process->idle;
  const WaitResult result =
      wait({&idle, 1}, WaitFor::kAny, base::clock::deadline_after(milliseconds), false);
  if (result.outcome == WaitOutcome::kTimeout) return WAIT_TIMEOUT;
  const DispatcherLock lock;
  return process->has_been_idle ? 0 : WAIT_FAILED;
}
