// The environment as exported.
#include <memory>
#include <optional>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/process/environment.h"
#include "kernel32/text_result.h"

using namespace transom;
using namespace transom::kernel;

namespace {

template <class Char>
DWORD answer_variable(const std::optional<std::basic_string<Char>>& value, Char* buffer,
                      DWORD size) {
  if (!value) return base::fail<DWORD>(ERROR_ENVVAR_NOT_FOUND);
  // An empty variable and one that is not there both answer 0: the last error tells them apart.
  base::set_last_error(ERROR_SUCCESS);
  return copy_or_tell_size(*value, buffer, size);
}

WINBOOL set_variable(std::u16string_view name, const std::optional<std::u16string>& value) {
  if (set_environment_variable(name, value)) return TRUE;
  const bool bad_name = name.empty() || name.find(u'=') != std::u16string_view::npos;
  return base::fail(bad_name ? ERROR_INVALID_PARAMETER : ERROR_ENVVAR_NOT_FOUND);
}

// Expands and answers the size with the end, whether it fits or not.
template <class Char>
DWORD answer_expanded(const std::basic_string<Char>& text, Char* buffer, DWORD size) {
  copy_or_tell_size(text, buffer, size);
  return static_cast<DWORD>(text.size() + 1);
}

template <class Char>
Char* new_block(const std::basic_string<Char>& text) {
  auto* block = static_cast<Char*>(std::malloc((text.size() + 1) * sizeof(Char)));
  if (block != nullptr) std::copy_n(text.c_str(), text.size() + 1, block);
  return block;
}

// Each string with its end; an empty one ends the block.
std::u16string environment_block() {
  std::u16string block;
  for (const std::u16string& text : environment_strings()) block += text + u'\0';
  return block;
}

}  // namespace

// The length; when the buffer is too small, the size needed. Last errors: ERROR_ENVVAR_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/processenv/nf-processenv-getenvironmentvariablew
DWORD WINAPI GetEnvironmentVariableW(LPCWSTR name, LPWSTR buffer, DWORD size) {
  if (name == nullptr) return base::fail<DWORD>(ERROR_ENVVAR_NOT_FOUND);
  return answer_variable(environment_variable(base::as_char16(name)), base::as_char16(buffer),
                         size);
}
DWORD WINAPI GetEnvironmentVariableA(LPCSTR name, LPSTR buffer, DWORD size) {
  if (name == nullptr) return base::fail<DWORD>(ERROR_ENVVAR_NOT_FOUND);
  const auto value = environment_variable(base::to_utf16(name));
  std::optional<std::string> narrow;
  if (value) narrow = base::to_ansi(*value);
  return answer_variable(narrow, buffer, size);
}

// Null value: removes it. Last errors: ERROR_INVALID_PARAMETER, ERROR_ENVVAR_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/processenv/nf-processenv-setenvironmentvariablew
WINBOOL WINAPI SetEnvironmentVariableW(LPCWSTR name, LPCWSTR value) {
  if (name == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  if (value == nullptr) return set_variable(base::as_char16(name), std::nullopt);
  return set_variable(base::as_char16(name), base::as_char16(value));
}
WINBOOL WINAPI SetEnvironmentVariableA(LPCSTR name, LPCSTR value) {
  if (name == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  if (value == nullptr) return set_variable(base::to_utf16(name), std::nullopt);
  return set_variable(base::to_utf16(name), base::to_utf16(value));
}

// The size needed, with the end.
// https://learn.microsoft.com/windows/win32/api/processenv/nf-processenv-expandenvironmentstringsw
DWORD WINAPI ExpandEnvironmentStringsW(LPCWSTR text, LPWSTR buffer, DWORD size) {
  if (text == nullptr) return base::fail<DWORD>(ERROR_INVALID_PARAMETER);
  return answer_expanded(expand_environment(base::as_char16(text)), base::as_char16(buffer), size);
}
DWORD WINAPI ExpandEnvironmentStringsA(LPCSTR text, LPSTR buffer, DWORD size) {
  if (text == nullptr) return base::fail<DWORD>(ERROR_INVALID_PARAMETER);
  return answer_expanded(base::to_ansi(expand_environment(base::to_utf16(text))), buffer, size);
}

// A copy, which FreeEnvironmentStrings frees.
// https://learn.microsoft.com/windows/win32/api/processenv/nf-processenv-getenvironmentstringsw
LPWCH WINAPI GetEnvironmentStringsW() {
  return base::as_wchar(new_block(environment_block()));
}
LPCH WINAPI GetEnvironmentStrings() {
  return new_block(base::to_ansi(environment_block()));
}

// https://learn.microsoft.com/windows/win32/api/processenv/nf-processenv-freeenvironmentstringsw
WINBOOL WINAPI FreeEnvironmentStringsW(LPWCH block) {
  std::free(block);
  return TRUE;
}
WINBOOL WINAPI FreeEnvironmentStringsA(LPCH block) {
  std::free(block);
  return TRUE;
}
