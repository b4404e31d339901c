// Text in code pages: the first two bytes say which one.
#include "base/code_page.h"
#include "base/text.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_target.h"

TRANSOM_FUZZ(texts) {
  const UINT code_page = transom::fuzz::take<std::uint16_t>(bytes);
  const std::string narrow = transom::fuzz::narrow_text(bytes);
  // What was made well-formed stays as it is.
  const std::u16string wide = transom::base::utf8_to_utf16(narrow);
  if (transom::base::utf8_to_utf16(transom::base::utf16_to_utf8(wide)) != wide) __builtin_trap();
  transom::base::to_ansi(transom::base::to_utf16(narrow, code_page), code_page);
  transom::base::to_ansi(transom::fuzz::wide_text(bytes), code_page);
}
