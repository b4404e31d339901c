// CommandLineToArgvW.
#include "kernel32/process/command_line.h"
#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/module/module.h"

using namespace transom;

namespace {

// The pointers, a null one, and then the texts, in one block for LocalFree.
LPWSTR* pack(const std::vector<std::u16string>& arguments) {
  std::size_t characters = 0;
  for (const auto& argument : arguments) characters += argument.size() + 1;
  const std::size_t pointers = (arguments.size() + 1) * sizeof(LPWSTR);
  void* block = LocalAlloc(LMEM_FIXED, pointers + characters * sizeof(WCHAR));
  if (block == nullptr) return base::fail<LPWSTR*>(ERROR_NOT_ENOUGH_MEMORY);
  auto* list = static_cast<LPWSTR*>(block);
  auto* text = reinterpret_cast<char16_t*>(static_cast<std::byte*>(block) + pointers);
  for (const auto& argument : arguments) {
    *list++ = base::as_wchar(text);
    text = std::copy_n(argument.c_str(), argument.size() + 1, text);
  }
  *list = nullptr;
  return static_cast<LPWSTR*>(block);
}

}  // namespace

// The arguments of a line, the program first, in memory for LocalFree; of an empty line, the
// program's path. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-commandlinetoargvw
LPWSTR* WINAPI CommandLineToArgvW(LPCWSTR line, int* count) {
  if (line == nullptr || count == nullptr) return base::fail<LPWSTR*>(ERROR_INVALID_PARAMETER);
  auto arguments = kernel::split_command_line(base::as_char16(line));
  if (*line == 0) {
    WCHAR path[MAX_PATH] = {};
    GetModuleFileNameW(nullptr, path, MAX_PATH);
    arguments = {base::as_char16(path)};
  }
  *count = static_cast<int>(arguments.size());
  return pack(arguments);
}
