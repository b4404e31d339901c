#include "imm32/encoded_text.h"

#include <cstring>
#include <span>

#include "base/text.h"

namespace transom::imm {

std::vector<std::byte> bytes_of(std::u16string_view text, Encoding encoding) {
  const std::string ansi = encoding == Encoding::kAnsi ? base::to_ansi(text) : std::string();
  const auto bytes =
      encoding == Encoding::kAnsi ? std::as_bytes(std::span(ansi)) : std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

std::u16string text_at(const void* text, std::size_t bytes, Encoding encoding) {
  if (text == nullptr) return {};
  if (encoding == Encoding::kAnsi) {
    return base::to_utf16(std::string_view(static_cast<const char*>(text), bytes));
  }
  std::u16string units(bytes / sizeof(char16_t), u'\0');
  std::memcpy(units.data(), text, units.size() * sizeof(char16_t));
  return units;
}

}  // namespace transom::imm
