// Message definitions (FormatMessage), every insert being text, and message tables.
#include "kernel32/message/message_table.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

constexpr DWORD kFlags =
    FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_ARGUMENT_ARRAY | FORMAT_MESSAGE_ALLOCATE_BUFFER;

// Inserts go to 99, and asterisks take those after them.
struct Inserts {
  alignas(8) char text[64] = "a\0b\0c";
  DWORD_PTR all[128];
  Inserts() {
    for (DWORD_PTR& insert : all) insert = reinterpret_cast<DWORD_PTR>(text);
  }
  va_list* list() { return reinterpret_cast<va_list*>(all); }
};

template <class Char, class Function>
void format(Function function, const std::basic_string<Char>& definition, DWORD width) {
  if (transom::fuzz::asks_for_much(definition, 1000)) return;
  Inserts inserts;
  Char* buffer = nullptr;
  const DWORD length = function(kFlags | width, definition.c_str(), 0, 0,
                                reinterpret_cast<Char*>(&buffer), 0, inserts.list());
  if (length == 0) return;
  if (buffer[length] != 0) __builtin_trap();
  LocalFree(buffer);
}

DWORD WINAPI format_wide(DWORD flags, const void* source, DWORD id, DWORD language,
                         char16_t* buffer, DWORD size, va_list* inserts) {
  return FormatMessageW(flags, source, id, language, reinterpret_cast<WCHAR*>(buffer), size,
                        inserts);
}

}  // namespace

TRANSOM_FUZZ(messages) {
  for (DWORD id = 0; id < 8; ++id) transom::kernel::find_in_message_table(bytes, id);
  const DWORD width = transom::fuzz::take<std::uint8_t>(bytes);
  format(FormatMessageA, transom::fuzz::narrow_text(bytes), width);
  format(format_wide, transom::fuzz::wide_text(bytes), width);
}
