#include "call.h"

#include <cctype>

namespace scenario {
namespace {

// Names of constants come from the source as they are; only line breaks and runs of blanks differ
// with the formatting.
std::string in_one_line(const char* source) {
  std::string text;
  for (; *source; ++source) {
    const bool blank = std::isspace(static_cast<unsigned char>(*source)) != 0;
    if (!blank) text += *source;
    if (blank && !text.empty() && text.back() != ' ') text += ' ';
  }
  return text;
}

constexpr DWORD kNoError = 0xDEAD;

struct NamedError {
  DWORD error;
  const char* name;
};
#define NAMED(error) \
  { error, #error }
constexpr NamedError kErrors[] = {
    NAMED(ERROR_SUCCESS),
    NAMED(ERROR_FILE_NOT_FOUND),
    NAMED(ERROR_ACCESS_DENIED),
    NAMED(ERROR_INVALID_HANDLE),
    NAMED(ERROR_NOT_ENOUGH_MEMORY),
    NAMED(ERROR_NOT_SUPPORTED),
    NAMED(ERROR_INVALID_PARAMETER),
    NAMED(ERROR_CALL_NOT_IMPLEMENTED),
    NAMED(ERROR_INSUFFICIENT_BUFFER),
    NAMED(ERROR_MESSAGE_SYNC_ONLY),
    NAMED(ERROR_TIMEOUT),
    NAMED(ERROR_INVALID_FLAGS),
    NAMED(ERROR_INVALID_WINDOW_HANDLE),
    NAMED(ERROR_INVALID_MENU_HANDLE),
    NAMED(ERROR_INVALID_CURSOR_HANDLE),
    NAMED(ERROR_INVALID_ACCEL_HANDLE),
    NAMED(ERROR_INVALID_HOOK_HANDLE),
    NAMED(ERROR_INVALID_DWP_HANDLE),
    NAMED(ERROR_TLW_WITH_WSCHILD),
    NAMED(ERROR_CANNOT_FIND_WND_CLASS),
    NAMED(ERROR_WINDOW_OF_OTHER_THREAD),
    NAMED(ERROR_HOTKEY_ALREADY_REGISTERED),
    NAMED(ERROR_HOTKEY_NOT_REGISTERED),
    NAMED(ERROR_CLASS_ALREADY_EXISTS),
    NAMED(ERROR_CLASS_DOES_NOT_EXIST),
    NAMED(ERROR_CLASS_HAS_WINDOWS),
    NAMED(ERROR_INVALID_INDEX),
    NAMED(ERROR_INVALID_ICON_HANDLE),
    NAMED(ERROR_INVALID_FILTER_PROC),
    NAMED(ERROR_INVALID_HOOK_FILTER),
    NAMED(ERROR_HOOK_NEEDS_HMOD),
    NAMED(ERROR_GLOBAL_ONLY_HOOK),
    NAMED(ERROR_CONTROL_ID_NOT_FOUND),
    NAMED(ERROR_NO_SYSTEM_MENU),
    NAMED(ERROR_INVALID_MSGBOX_STYLE),
    NAMED(ERROR_INVALID_SPI_VALUE),
    NAMED(ERROR_SCREEN_ALREADY_LOCKED),
    NAMED(ERROR_CHILD_WINDOW_MENU),
    NAMED(ERROR_NO_SCROLLBARS),
    NAMED(ERROR_INVALID_THREAD_ID),
    NAMED(ERROR_MENU_ITEM_NOT_FOUND),
    NAMED(ERROR_INVALID_MESSAGE),
    NAMED(ERROR_CLIPBOARD_NOT_OPEN),
    NAMED(ERROR_POPUP_ALREADY_ACTIVE),
    NAMED(ERROR_NO_WILDCARD_CHARACTERS),
    NAMED(ERROR_NOT_ENOUGH_QUOTA),
};
#undef NAMED

}  // namespace

std::string error_text(DWORD error) {
  if (error == kNoError) return "no error set";
  for (const NamedError& one : kErrors) {
    if (one.error == error) return one.name;
  }
  return "error " + std::to_string(error);
}

std::string result_text(HWND window) {
  return window_text(window);
}

std::string result_text(long long number) {
  char text[32];
  std::snprintf(text, sizeof text, number > 0xFFFF || number < -0xFFFF ? "0x%llX" : "%lld", number);
  return text;
}

std::string result_text(const std::string& text) {
  return text;
}

CallLine::CallLine(const char* source, Errors errors)
    : source_(in_one_line(source)), errors_(errors) {
  write_line(source_);
  lines_ = line_count();
  SetLastError(kNoError);
}

void CallLine::close(const std::string& result, bool failed) {
  const DWORD error = GetLastError();
  std::string text = result;
  if (errors_ == Errors::kTell && failed) text += " (" + error_text(error) + ")";
  append_result(lines_, text, source_.substr(0, source_.find('(')));
}

void CallLine::close() {}

}  // namespace scenario
