// Text in the program's structures: ANSI or Unicode, as the function that was called says.
//
// The two versions of each structure have the same layout, and only their text pointers differ in
// type. The dialogs therefore work on the Unicode one and go through this for every text in it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "user32/window/window.h"

namespace transom::comdlg {

using user::Encoding;

class ClientText {
 public:
  explicit ClientText(Encoding encoding) : ansi_(encoding == Encoding::kAnsi) {}

  bool ansi() const { return ansi_; }

  // Null is empty text.
  std::u16string read(const void* text) const {
    if (text == nullptr) return {};
    if (ansi_) return base::to_utf16(static_cast<const char*>(text));
    return base::as_char16(static_cast<const WCHAR*>(text));
  }

  // Texts one behind the other, up to an empty one.
  std::vector<std::u16string> read_list(const void* texts) const {
    std::vector<std::u16string> list;
    if (texts == nullptr) return list;
    for (std::size_t at = 0;;) {
      const std::size_t length = raw_length(texts, at);
      if (length == 0) return list;
      list.push_back(read(advance(texts, at)));
      at += length + 1;
    }
  }

  // What the text takes in the program's characters, without its end.
  std::size_t length(std::u16string_view text) const {
    return ansi_ ? base::to_ansi(text).size() : text.size();
  }

  // Writes text and end. False, and nothing is written, where they do not fit into `size`.
  bool write(std::u16string_view text, void* buffer, std::size_t size) const {
    if (buffer == nullptr || length(text) >= size) return false;
    write_cut(text, buffer, size);
    return true;
  }

  // As much as fits, with an end; the text may hold null characters.
  void write_cut(std::u16string_view text, void* buffer, std::size_t size) const {
    if (buffer == nullptr || size == 0) return;
    if (ansi_) {
      copy<char>(base::to_ansi(text), static_cast<char*>(buffer), size);
    } else {
      copy<char16_t>(text, static_cast<char16_t*>(buffer), size);
    }
  }

  const void* advance(const void* text, std::size_t characters) const {
    return static_cast<const char*>(text) + characters * width();
  }
  void* advance(void* text, std::size_t characters) const {
    return static_cast<char*>(text) + characters * width();
  }

  // Up to the end, in the program's characters.
  std::size_t raw_length(const void* text, std::size_t from = 0) const {
    const void* start = advance(text, from);
    return ansi_ ? std::char_traits<char>::length(static_cast<const char*>(start))
                 : std::char_traits<char16_t>::length(static_cast<const char16_t*>(start));
  }

 private:
  template <class Char>
  static void copy(std::basic_string_view<Char> text, Char* buffer, std::size_t size) {
    const std::size_t count = std::min(text.size(), size - 1);
    std::copy_n(text.data(), count, buffer);
    buffer[count] = 0;
  }
  std::size_t width() const { return ansi_ ? sizeof(char) : sizeof(WCHAR); }

  bool ansi_;
};

}  // namespace transom::comdlg
