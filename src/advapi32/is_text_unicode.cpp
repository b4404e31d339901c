// A guess whether bytes are UTF-16 text.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-istextunicode
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "base/win32.h"

namespace {

using Words = std::vector<std::uint16_t>;

Words reversed(const Words& words) {
  Words result;
  for (const std::uint16_t word : words) {
    result.push_back(static_cast<std::uint16_t>(word << 8 | word >> 8));
  }
  return result;
}

bool is_all_ascii(const Words& words) {
  return std::ranges::all_of(words, [](std::uint16_t word) { return word < 0x80; });
}

bool has_any(const Words& words, std::initializer_list<std::uint16_t> wanted) {
  return std::ranges::any_of(
      words, [&](std::uint16_t word) { return std::ranges::find(wanted, word) != wanted.end(); });
}

// In most scripts the high bytes vary far less than the low ones.
bool varies_below(const Words& words) {
  int low = 0, high = 0, last_low = 0, last_high = 0;
  for (const std::uint16_t word : words) {
    low += std::abs((word & 0xFF) - last_low);
    high += std::abs((word >> 8) - last_high);
    last_low = word & 0xFF;
    last_high = word >> 8;
  }
  return 3 * high < low;
}

// The tests of one byte order, as its flags of the usual order.
int test(const Words& words) {
  int passed = 0;
  if (is_all_ascii(words)) passed |= IS_TEXT_UNICODE_ASCII16;
  if (varies_below(words)) passed |= IS_TEXT_UNICODE_STATISTICS;
  if (has_any(words, {'\r', '\n', ' ', 0x3000, '\t'})) passed |= IS_TEXT_UNICODE_CONTROLS;
  if (words.front() == 0xFEFF) passed |= IS_TEXT_UNICODE_SIGNATURE;
  return passed;
}

constexpr int kReverseShift = 4;  // from a test's flag to that of the other byte order
static_assert(IS_TEXT_UNICODE_ASCII16 << kReverseShift == IS_TEXT_UNICODE_REVERSE_ASCII16 &&
              IS_TEXT_UNICODE_SIGNATURE << kReverseShift == IS_TEXT_UNICODE_REVERSE_SIGNATURE);

int test_all(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < 2) return 0;  // too few to say anything
  Words words(bytes.size() / 2);
  std::memcpy(words.data(), bytes.data(), words.size() * 2);
  int passed = test(words) | test(reversed(words)) << kReverseShift;
  const bool embedded = std::find(words.begin() + 1, words.end(), 0xFFFE) != words.end();
  if (embedded || has_any(words, {0, 0x0A0D, 0xFFFF})) passed |= IS_TEXT_UNICODE_ILLEGAL_CHARS;
  if (bytes.size() % 2 != 0) passed |= IS_TEXT_UNICODE_ODD_LENGTH;
  if (std::ranges::find(bytes, 0) != bytes.end()) passed |= IS_TEXT_UNICODE_NULL_BYTES;
  return passed;
}

}  // namespace

// Non-zero where the bytes pass one of the tests that `tests` asks for (null: all of them) and none
// that says that they are no Unicode. `tests` gets those that were passed. No last error.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-istextunicode
WINBOOL WINAPI IsTextUnicode(const VOID* bytes, int size, LPINT tests) {
  const int asked = tests != nullptr ? *tests : ~0;
  const auto count = static_cast<std::size_t>(bytes != nullptr ? std::max(size, 0) : 0);
  const int passed = asked & test_all({static_cast<const std::uint8_t*>(bytes), count});
  if (tests != nullptr) *tests = passed;
  constexpr int kYes =
      IS_TEXT_UNICODE_UNICODE_MASK | IS_TEXT_UNICODE_REVERSE_MASK | IS_TEXT_UNICODE_NOT_ASCII_MASK;
  return (passed & IS_TEXT_UNICODE_NOT_UNICODE_MASK) == 0 && (passed & kYes) != 0;
}
