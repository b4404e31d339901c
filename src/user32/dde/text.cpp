#include "user32/dde/text.h"

#include "base/text.h"
#include "user32/locked_memory.h"

namespace transom::user::dde {
namespace {

Encoding wire_encoding(const Conversation& conversation) {
  return IsWindowUnicode(conversation.partner) ? Encoding::kUnicode : Encoding::kAnsi;
}

template <class Character>
std::basic_string<Character> text_in(std::span<const std::byte> bytes) {
  std::basic_string<Character> text(bytes.size() / sizeof(Character), 0);
  std::memcpy(text.data(), bytes.data(), text.size() * sizeof(Character));
  text.resize(std::min(text.find(Character{0}), text.size()));
  return text;
}

// With its terminator.
template <class Character>
std::vector<std::byte> bytes_of(const std::basic_string<Character>& text) {
  const auto* start = reinterpret_cast<const std::byte*>(text.c_str());
  return {start, start + (text.size() + 1) * sizeof(Character)};
}

std::vector<std::byte> translate(std::span<const std::byte> bytes, Encoding from, Encoding to) {
  if (from == to) return {bytes.begin(), bytes.end()};
  if (from == Encoding::kAnsi) return bytes_of(base::to_utf16(text_in<char>(bytes)));
  return bytes_of(base::to_ansi(text_in<char16_t>(bytes)));
}

}  // namespace

HGLOBAL command_to_global(std::span<const std::byte> command, const Conversation& conversation,
                          const Instance& instance) {
  const auto bytes = translate(command, instance.encoding, wire_encoding(conversation));
  const HGLOBAL memory =
      GlobalAlloc(GMEM_MOVEABLE | GMEM_DDESHARE, std::max<std::size_t>(bytes.size(), 1));
  const LockedMemory locked(memory);
  if (locked.data() == nullptr) return nullptr;
  std::memcpy(locked.data(), bytes.data(), bytes.size());
  return memory;
}

std::shared_ptr<DataObject> command_from_global(HGLOBAL memory, const Conversation& conversation,
                                                const Instance& instance) {
  const LockedMemory locked(memory);
  if (locked.data() == nullptr) return nullptr;
  auto object = std::make_shared<DataObject>();
  object->bytes = translate(locked.bytes(), wire_encoding(conversation), instance.encoding);
  return object;
}

}  // namespace transom::user::dde
