#include "kernel32/process/program_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/module/module.h"
#include "kernel32/process/environment.h"

namespace transom::kernel {
namespace {

constexpr std::u16string_view kEnding = u".exe";

bool ends_like(std::u16string_view name, std::u16string_view ending) {
  return name.size() > ending.size() &&
         base::equals_ignoring_case(name.substr(name.size() - ending.size()), ending);
}

std::vector<std::u16string> spellings(std::u16string_view name) {
  std::vector<std::u16string> all{std::u16string(name)};
  const std::u16string_view file = name.substr(name.find_last_of(u"\\/") + 1);
  if (ends_like(name, kEnding)) {
    all.emplace_back(name.substr(0, name.size() - kEnding.size()));
  } else if (file.find(u'.') == std::u16string_view::npos) {
    all.push_back(std::u16string(name) + std::u16string(kEnding));
  }
  return all;
}

// What it is: nothing there, a program, or a file that the host does not run.
enum class Kind { kNone, kProgram, kOther };

Kind kind_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return Kind::kNone;
  return access(path.c_str(), X_OK) == 0 ? Kind::kProgram : Kind::kOther;
}

bool folder_exists(std::u16string_view name) {
  const std::string host = base::host_path_of(name);
  const std::size_t slash = host.rfind('/');
  return slash == std::string::npos || slash == 0 ||
         access(host.substr(0, slash).c_str(), F_OK) == 0;
}

}  // namespace

std::vector<std::u16string> program_folders() {
  const auto program = base::windows_path_of(module_path(nullptr));
  std::vector<std::u16string> folders = {program.substr(0, program.rfind(u'\\')),
                                         base::current_windows_directory(),
                                         u"C:\\Windows\\system32", u"C:\\Windows"};
  for (auto& folder : base::folders_in(environment_variable(u"PATH").value_or(u""))) {
    folders.push_back(std::move(folder));
  }
  return folders;
}

ProgramFile find_program(std::u16string_view name, Searched searched) {
  const bool has_folder = name.find_first_of(u"\\/:") != std::u16string_view::npos;
  std::vector<std::u16string> folders{u""};
  if (searched == Searched::kYes && !has_folder) folders = program_folders();
  ProgramFile found{{}, ERROR_FILE_NOT_FOUND};
  for (const std::u16string& folder : folders) {
    for (const std::u16string& spelling : spellings(name)) {
      const std::string path =
          base::host_path_of(folder.empty() ? spelling : folder + u'\\' + spelling);
      const Kind kind = kind_of(path);
      if (kind == Kind::kProgram) return {path};
      if (kind == Kind::kOther) found.error = ERROR_BAD_EXE_FORMAT;
    }
  }
  if (found.error == ERROR_FILE_NOT_FOUND && has_folder && !folder_exists(name)) {
    found.error = ERROR_PATH_NOT_FOUND;
  }
  return found;
}

ProgramFile find_program_of(std::u16string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(u" \t"), line.size()));
  if (line.starts_with(u'"')) {
    line.remove_prefix(1);
    return find_program(line.substr(0, line.find(u'"')), Searched::kYes);
  }
  ProgramFile first{{}, ERROR_FILE_NOT_FOUND};
  for (std::size_t end = 0; end < line.size();) {
    end = std::min(line.find_first_of(u" \t", end + 1), line.size());
    ProgramFile found = find_program(line.substr(0, end), Searched::kYes);
    if (found.error == ERROR_SUCCESS) return found;
    if (first.error == ERROR_FILE_NOT_FOUND) first = found;
  }
  return first;
}

}  // namespace transom::kernel
