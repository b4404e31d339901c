#include "winspool/output_file.h"

#include <cstdlib>
#include <filesystem>

#include "base/text.h"
#include "base/windows_path.h"

namespace transom::winspool {
namespace {

std::filesystem::path output_folder() {
  if (const char* folder = std::getenv("TRANSOM_PRINT_FOLDER"); folder != nullptr && *folder != 0) {
    return folder;
  }
  WCHAR expanded[MAX_PATH];
  ExpandEnvironmentStringsW(L"%USERPROFILE%\\Documents", expanded, MAX_PATH);
  return base::host_path_of(base::as_char16(expanded));
}

// What a file cannot be called by, or only with trouble.
std::string file_name(std::u16string_view document) {
  std::u16string name;
  for (const char16_t character : document) {
    constexpr std::u16string_view kForbidden = u"\\/:*?\"<>|";
    const bool usable = character >= u' ' && kForbidden.find(character) == kForbidden.npos;
    name += usable ? character : u'-';
  }
  constexpr std::size_t kLongest = 80;
  name = name.substr(0, kLongest);
  while (!name.empty() && (name.back() == u' ' || name.back() == u'.')) name.pop_back();
  while (!name.empty() && (name.front() == u' ' || name.front() == u'.')) name.erase(0, 1);
  return name.empty() ? "Document" : base::utf16_to_utf8(name);
}

}  // namespace

std::string new_output_file(std::u16string_view document, std::string_view extension) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::path folder = output_folder();
  fs::create_directories(folder, ignored);
  const std::string name = file_name(document);
  fs::path path = folder / (name + std::string(extension));
  for (int i = 2; fs::exists(path, ignored); ++i) {
    path = folder / (name + " (" + std::to_string(i) + ")" + std::string(extension));
  }
  return path.string();
}

}  // namespace transom::winspool
