#include "kernel32/message/system_messages.h"

#include <algorithm>

namespace transom::kernel {
namespace {

struct Message {
  DWORD code;
  const char* text;
};
constexpr Message kMessages[] = {
#include "kernel32/message/system_messages.inc"
};
static_assert(std::ranges::is_sorted(kMessages, {}, &Message::code));

DWORD win32_code(DWORD code) {
  constexpr DWORD kWin32Failure = 0x80070000;
  return (code & 0xFFFF0000) == kWin32Failure ? code & 0xFFFF : code;
}

}  // namespace

std::string system_message(DWORD code) {
  const auto found = std::ranges::lower_bound(kMessages, win32_code(code), {}, &Message::code);
  if (found == std::end(kMessages) || found->code != win32_code(code)) return {};
  return std::string(found->text) + "\r\n";
}

}  // namespace transom::kernel
