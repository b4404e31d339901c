// Initialization files: sections in brackets, "key = value" lines.
//
//  - Names ignore case; the first of several wins. Spaces around keys and values do not count, nor
//    does a pair of quotes around a value.
//  - Writing keeps every other line as it was, comments and order too.
//  - Text is ANSI, or UTF-16 where the file begins with its mark.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getprivateprofilestringw
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace transom::kernel {

class Profile {
 public:
  static Profile parse(std::string_view bytes);
  std::string bytes() const;

  std::vector<std::u16string> sections() const;
  std::vector<std::u16string> keys(std::u16string_view section) const;
  // "key=value" of each entry.
  std::vector<std::u16string> lines(std::u16string_view section) const;
  std::optional<std::u16string> value(std::u16string_view section, std::u16string_view key) const;

  // Nothing removes the key.
  void set(std::u16string_view section, std::u16string_view key,
           std::optional<std::u16string_view> value);
  void remove_section(std::u16string_view section);
  void replace_section(std::u16string_view section, const std::vector<std::u16string>& lines);

 private:
  // The lines of a section, without its heading: [first, second).
  std::optional<std::pair<std::size_t, std::size_t>> range_of(std::u16string_view section) const;
  std::pair<std::size_t, std::size_t> make_section(std::u16string_view section);

  std::vector<std::u16string> lines_;
  bool is_utf16_ = false;
};

}  // namespace transom::kernel
