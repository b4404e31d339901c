// Which file a program's name means.
//
// A name without an ending, or with ".exe", is a file of that name with or without ".exe": programs
// that are built for Linux have none. Names without a folder are sought beside the program, in the
// current folder, in the system's folders and in PATH.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/win32.h"

namespace transom::kernel {

// Where programs, and files for SearchPath, are sought: the program's folder, the current one, the
// system's, then PATH's, which are Linux's.
std::vector<std::u16string> program_folders();

struct ProgramFile {
  std::string path;             // of the host
  DWORD error = ERROR_SUCCESS;  // ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND, ERROR_BAD_EXE_FORMAT
};

enum class Searched { kNo, kYes };
ProgramFile find_program(std::u16string_view name, Searched searched);

// The program of a command line: its first word, or, where that is not in quotes, as many words as
// name a file.
ProgramFile find_program_of(std::u16string_view command_line);

}  // namespace transom::kernel
