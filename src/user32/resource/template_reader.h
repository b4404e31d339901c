// Reading menu and dialog templates from bytes that nobody has checked.
//
// Every read stays within the bytes. After the first read past their end everything reads as zero,
// and failed() says so from then on.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>

#include "base/win32.h"

namespace transom::user {

class TemplateReader {
 public:
  explicit TemplateReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  bool failed() const { return failed_; }

  template <class Value>
  Value read() {
    Value value{};
    const auto bytes = take(sizeof value);
    if (!bytes.empty()) std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }

  // What `read` will answer next, without moving on.
  template <class Value>
  Value peek() const {
    TemplateReader ahead = *this;
    return ahead.read<Value>();
  }

  std::u16string read_string() {
    std::u16string text;
    for (auto unit = read<char16_t>(); unit != 0; unit = read<char16_t>()) text += unit;
    return text;
  }

  // The next `count` bytes; none where so many are not there.
  std::span<const std::byte> take(std::size_t count) {
    if (bytes_.size() - position_ < count) {
      fail();
      return {};
    }
    position_ += count;
    return bytes_.subspan(position_ - count, count);
  }

  // What was read makes no sense.
  void fail() {
    failed_ = true;
    position_ = bytes_.size();
  }

  // To the next boundary of four bytes, counted from the template's beginning; padding that is cut
  // off at the very end is no failure.
  void align() { position_ = std::min(bytes_.size(), (position_ + 3) / 4 * 4); }

 private:
  std::span<const std::byte> bytes_;
  std::size_t position_ = 0;
  bool failed_ = false;
};

}  // namespace transom::user
