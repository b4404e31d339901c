#include "advapi32/registry/value_text.h"

#include <cstring>

#include "base/text.h"

namespace transom::registry {

std::u16string text_of(const Bytes& data) {
  std::u16string text(data.size() / 2, u'\0');
  std::memcpy(text.data(), data.data(), text.size() * 2);
  return text;
}

Bytes data_of(std::u16string_view text) {
  return Bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size() * 2);
}

Bytes from_ansi(DWORD type, const Bytes& data) {
  if (!is_text(type)) return data;
  const std::string_view bytes(reinterpret_cast<const char*>(data.data()), data.size());
  return data_of(base::to_utf16(bytes));
}

Bytes to_ansi(DWORD type, const Bytes& data) {
  if (!is_text(type)) return data;
  const std::string text = base::to_ansi(text_of(data));
  return Bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

}  // namespace transom::registry
