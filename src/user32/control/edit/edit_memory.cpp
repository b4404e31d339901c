// The buffer of an edit control's text that programs see: EM_GETHANDLE, EM_SETHANDLE, and the soft
// line breaks that EM_FMTLINES puts in it.
// https://learn.microsoft.com/windows/win32/controls/em-gethandle
#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "user32/control/edit/edit.h"

namespace transom::user {
namespace {

// With its terminator, in the program's characters.
std::string bytes_of(const Edit& edit) {
  const std::u16string text = edit.formatted_text();
  if (edit.is_ansi()) return base::to_ansi(text) + '\0';
  const auto* bytes = reinterpret_cast<const char*>(text.c_str());
  return {bytes, (text.size() + 1) * sizeof(char16_t)};
}

// Up to the terminator, or to the end of the block where the program forgot it.
template <class Character>
std::basic_string_view<Character> text_in(const void* block, std::size_t bytes) {
  const auto* begin = static_cast<const Character*>(block);
  const Character* end = begin + bytes / sizeof(Character);
  return {begin, static_cast<std::size_t>(std::find(begin, end, Character{}) - begin)};
}

// With some room for more.
bool make_larger(HLOCAL& memory, std::size_t bytes) {
  if (LocalSize(memory) >= bytes) return true;
  const HLOCAL larger = LocalReAlloc(memory, bytes + bytes / 8, LMEM_MOVEABLE);
  if (larger != nullptr) memory = larger;
  return larger != nullptr;
}

}  // namespace

Edit::~Edit() {
  if (memory != nullptr) LocalFree(memory);
}

std::u16string Edit::formatted_text() const {
  if (!soft_breaks) return text.copy();
  std::u16string result;
  for (std::size_t line = 0; line < lines.count(); ++line) {
    result += text.copy(lines[line].begin, lines.next_begin(line));
    if (lines.is_wrapped(line)) result += u"\r\r\n";
  }
  return result;
}

bool Edit::reserve_memory(std::size_t characters) {
  return memory == nullptr || make_larger(memory, (characters + 1) * sizeof(char16_t));
}

bool Edit::update_memory() {
  if (memory == nullptr) return true;
  const std::string bytes = bytes_of(*this);
  void* block = make_larger(memory, bytes.size()) ? LocalLock(memory) : nullptr;
  if (block == nullptr) {
    notify(EN_ERRSPACE);
    return false;
  }
  std::memcpy(block, bytes.data(), bytes.size());
  LocalUnlock(memory);
  return true;
}

HLOCAL Edit::get_memory() {
  if (!multiline) return nullptr;
  if (memory == nullptr) memory = LocalAlloc(LMEM_MOVEABLE, bytes_of(*this).size());
  return update_memory() ? memory : nullptr;
}

// The program has freed the old buffer, if it asked for it; the new one is the control's.
// https://learn.microsoft.com/windows/win32/controls/em-sethandle
void Edit::set_memory(HLOCAL new_memory) {
  if (!multiline) return;
  std::u16string new_text;
  if (const void* block = LocalLock(new_memory)) {
    const std::size_t size = LocalSize(new_memory);
    new_text = is_ansi() ? base::to_utf16(text_in<char>(block, size))
                         : std::u16string(text_in<char16_t>(block, size));
    LocalUnlock(new_memory);
  }
  memory = new_memory;
  set_text(new_text);
}

}  // namespace transom::user
