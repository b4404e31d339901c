// FormatMessage.
#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/message/message_table.h"
#include "kernel32/message/message_writer.h"
#include "kernel32/message/system_messages.h"
#include "kernel32/module/system_module.h"

namespace transom::kernel {
namespace {

constexpr DWORD kNoWorkDone = 235;           // ERROR_NO_WORK_DONE, which the headers lack
constexpr std::size_t kLongest = 64 * 1024;  // characters: 128 kilobytes

struct Asked {
  DWORD flags;
  const void* source;
  DWORD id;
  DWORD language;
};

bool is_english(DWORD language) {
  return PRIMARYLANGID(language) == LANG_NEUTRAL || PRIMARYLANGID(language) == LANG_ENGLISH;
}

ModuleMessage message_of_system(const Asked& asked) {
  const std::string text = system_message(asked.id);
  if (text.empty()) return {{}, ERROR_MR_MID_NOT_FOUND};
  if (!is_english(asked.language)) return {{}, ERROR_RESOURCE_LANG_NOT_FOUND};
  return {base::utf8_to_utf16(text)};
}

ModuleMessage message_of_module(const Asked& asked) {
  const auto module = static_cast<HMODULE>(const_cast<void*>(asked.source));
  if (is_system_module(module)) return message_of_system(asked);
  return module_message(module, asked.id, static_cast<LANGID>(asked.language));
}

// The definition of a message that is not given as a string.
ModuleMessage look_up(const Asked& asked) {
  ModuleMessage found{{}, ERROR_INVALID_PARAMETER};
  if ((asked.flags & FORMAT_MESSAGE_FROM_HMODULE) != 0) found = message_of_module(asked);
  const bool from_system = (asked.flags & FORMAT_MESSAGE_FROM_SYSTEM) != 0;
  return found.error != ERROR_SUCCESS && from_system ? message_of_system(asked) : found;
}

template <class Char>
std::basic_string<Char> as(const std::u16string& text);
template <>
std::u16string as(const std::u16string& text) {
  return text;
}
template <>
std::string as(const std::u16string& text) {
  return base::to_ansi(text);
}

// 0: found.
template <class Char>
DWORD find_definition(const Asked& asked, std::basic_string<Char>& definition) {
  if ((asked.flags & FORMAT_MESSAGE_FROM_STRING) != 0) {
    if (asked.source == nullptr) return ERROR_INVALID_PARAMETER;
    definition = static_cast<const Char*>(asked.source);
    return ERROR_SUCCESS;
  }
  const ModuleMessage message = look_up(asked);
  definition = as<Char>(message.text);
  return message.error;
}

MessageStyle style_of(DWORD flags) {
  const std::size_t width = flags & FORMAT_MESSAGE_MAX_WIDTH_MASK;
  return {(flags & FORMAT_MESSAGE_IGNORE_INSERTS) != 0,
          width == FORMAT_MESSAGE_MAX_WIDTH_MASK ? std::string::npos : width};
}

template <class Char>
DWORD hand_over(const std::basic_string<Char>& text, DWORD flags, void* buffer, DWORD size) {
  if (text.empty()) return base::fail<DWORD>(kNoWorkDone);
  const std::size_t needed = text.size() + 1;
  auto* to = static_cast<Char*>(buffer);
  if ((flags & FORMAT_MESSAGE_ALLOCATE_BUFFER) != 0) {
    if (needed > kLongest) return base::fail<DWORD>(ERROR_MORE_DATA);
    const std::size_t room = std::max<std::size_t>(needed, size) * sizeof(Char);
    to = static_cast<Char*>(LocalAlloc(LMEM_FIXED, room));
    if (to == nullptr) return base::fail<DWORD>(ERROR_NOT_ENOUGH_MEMORY);
    *static_cast<Char**>(buffer) = to;
  } else if (needed > size) {
    return base::fail<DWORD>(ERROR_INSUFFICIENT_BUFFER);
  }
  std::copy_n(text.c_str(), needed, to);
  return static_cast<DWORD>(text.size());
}

template <class Char>
DWORD format(const Asked& asked, void* buffer, DWORD size, va_list* arguments) {
  if (buffer == nullptr) return base::fail<DWORD>(ERROR_INVALID_PARAMETER);
  if ((asked.flags & FORMAT_MESSAGE_ALLOCATE_BUFFER) != 0) *static_cast<void**>(buffer) = nullptr;
  std::basic_string<Char> definition;
  if (const DWORD error = find_definition(asked, definition)) return base::fail<DWORD>(error);
  Inserts inserts(arguments, (asked.flags & FORMAT_MESSAGE_ARGUMENT_ARRAY) != 0);
  const auto text = write_message<Char>(definition, inserts, style_of(asked.flags));
  if (!text) return base::fail<DWORD>(ERROR_INVALID_PARAMETER);
  return hand_over(*text, asked.flags, buffer, size);
}

}  // namespace
}  // namespace transom::kernel

using namespace transom::kernel;

// Writes a message, from a string, a module's table or the system's, with its inserts. Returns its
// length without the end. With FORMAT_MESSAGE_ALLOCATE_BUFFER the buffer is a pointer to one that
// this function allocates, for LocalFree.
// Last errors: ERROR_MR_MID_NOT_FOUND, ERROR_RESOURCE_TYPE_NOT_FOUND, ERROR_RESOURCE_LANG_NOT_FOUND
// (the system's messages are English), ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER (also
// inserts without arguments), ERROR_NO_WORK_DONE (an empty message).
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-formatmessagew
DWORD WINAPI FormatMessageW(DWORD flags, LPCVOID source, DWORD id, DWORD language, LPWSTR buffer,
                            DWORD size, va_list* arguments) {
  return format<char16_t>({flags, source, id, language}, buffer, size, arguments);
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-formatmessagea
DWORD WINAPI FormatMessageA(DWORD flags, LPCVOID source, DWORD id, DWORD language, LPSTR buffer,
                            DWORD size, va_list* arguments) {
  return format<char>({flags, source, id, language}, buffer, size, arguments);
}
