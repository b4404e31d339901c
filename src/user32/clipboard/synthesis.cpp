#include "user32/clipboard/synthesis.h"

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <string>

#include "base/text.h"
#include "user32/locked_memory.h"

namespace transom::user {
namespace {

struct Conversion {
  UINT from;
  UINT to;
};

// For each format what it can be made of, the best first; in the order in which they are listed.
constexpr Conversion kConversions[] = {
    {CF_TEXT, CF_LOCALE},
    {CF_OEMTEXT, CF_LOCALE},
    {CF_UNICODETEXT, CF_LOCALE},
    {CF_UNICODETEXT, CF_TEXT},
    {CF_OEMTEXT, CF_TEXT},
    {CF_UNICODETEXT, CF_OEMTEXT},
    {CF_TEXT, CF_OEMTEXT},
    {CF_TEXT, CF_UNICODETEXT},
    {CF_OEMTEXT, CF_UNICODETEXT},
    {CF_DIBV5, CF_BITMAP},
    {CF_DIB, CF_BITMAP},
    {CF_DIBV5, CF_DIB},
    {CF_BITMAP, CF_DIB},
    {CF_DIB, CF_DIBV5},
    {CF_BITMAP, CF_DIBV5},
    {CF_ENHMETAFILE, CF_METAFILEPICT},
    {CF_METAFILEPICT, CF_ENHMETAFILE},
};

bool holds(const std::vector<ClipboardEntry>& entries, UINT format) {
  return std::ranges::find(entries, format, &ClipboardEntry::format) != entries.end();
}

// The code page of text whose language a program named with CF_LOCALE.
UINT code_page_of(UINT format) {
  Clipboard& board = clipboard();
  HANDLE locale = nullptr;
  {
    const std::scoped_lock lock(board.mutex);
    const ClipboardEntry* entry = board.find(CF_LOCALE);
    if (entry != nullptr && entry->content == ClipboardContent::kData) locale = entry->data;
  }
  const bool oem = format == CF_OEMTEXT;
  const UINT usual = oem ? CP_OEMCP : CP_ACP;
  const LockedMemory memory(locale);
  if (memory.size() < sizeof(LCID)) return usual;
  LCID id = 0;
  std::memcpy(&id, memory.data(), sizeof id);
  DWORD code_page = 0;
  const LCTYPE type = oem ? LOCALE_IDEFAULTCODEPAGE : LOCALE_IDEFAULTANSICODEPAGE;
  const int got = GetLocaleInfoW(id, type | LOCALE_RETURN_NUMBER,
                                 reinterpret_cast<WCHAR*>(&code_page), sizeof code_page / 2);
  return got != 0 && code_page != 0 ? code_page : usual;
}

HGLOBAL text_of(const LockedMemory& memory, UINT from, UINT to) {
  const std::u16string text = from == CF_UNICODETEXT
                                  ? std::u16string(memory.text<char16_t>())
                                  : base::to_utf16(memory.text<char>(), code_page_of(from));
  if (to == CF_UNICODETEXT) {
    return clipboard_memory(text.c_str(), (text.size() + 1) * sizeof(char16_t));
  }
  const std::string narrow = base::to_ansi(text, code_page_of(to));
  return clipboard_memory(narrow.c_str(), narrow.size() + 1);
}

// The language that the user types in.
HGLOBAL input_locale() {
  const DWORD locale = LOWORD(reinterpret_cast<UINT_PTR>(GetKeyboardLayout(0)));
  return clipboard_memory(&locale, sizeof locale);
}

HANDLE converted(UINT from, HANDLE data, UINT to) {
  if (to == CF_LOCALE) return input_locale();
  if (from == CF_ENHMETAFILE) return metafile_picture_of(static_cast<HENHMETAFILE>(data));
  if (from == CF_METAFILEPICT) return enhanced_metafile_of(data);
  if (from == CF_BITMAP) return dib_of_bitmap(static_cast<HBITMAP>(data), to);
  if (to == CF_BITMAP) return bitmap_of_dib(data);
  if (from == CF_DIB || from == CF_DIBV5) return dib_of_dib(data, to);
  const LockedMemory memory(data);
  return memory ? text_of(memory, from, to) : nullptr;
}

}  // namespace

HGLOBAL clipboard_memory(const void* bytes, std::size_t size) {
  const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, size);
  void* block = memory != nullptr ? GlobalLock(memory) : nullptr;
  if (block == nullptr) return nullptr;
  std::memcpy(block, bytes, size);
  GlobalUnlock(memory);
  return memory;
}

void list_synthesized_formats(std::vector<ClipboardEntry>& entries) {
  const std::vector<ClipboardEntry> given = entries;
  for (const Conversion& each : kConversions) {
    if (holds(given, each.from) && !holds(entries, each.to)) {
      entries.push_back({each.to, nullptr, ClipboardContent::kSynthesized});
    }
  }
}

HANDLE synthesize(UINT format) {
  Clipboard& board = clipboard();
  for (const Conversion& each : kConversions) {
    if (each.to != format) continue;
    {
      const std::scoped_lock lock(board.mutex);
      const ClipboardEntry* source = board.find(each.from);
      if (source == nullptr || source->content == ClipboardContent::kSynthesized) continue;
    }
    const HANDLE data = clipboard_data(each.from);
    if (data != nullptr) return converted(each.from, data, format);
  }
  return nullptr;
}

}  // namespace transom::user
