#include "msvcrt/scan.h"

#include <bitset>
#include <cstdlib>
#include <optional>
#include <string>

#include "base/text.h"

namespace transom::msvcrt {
namespace {

enum class Size { kDefault, kChar, kShort, kLong, k64 };

struct Directive {
  bool stores = true;
  size_t width = 0;  // 0: as far as it goes
  Size size = Size::kDefault;
};

bool is_space(int32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

int digit_value(int32_t c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

// va_list is an array type; the structure lets it be a member.
struct Arguments {
  va_list list;
};

template <class Char>
class Scanner {
 public:
  Scanner(ScanSource& source, const Char* pattern, va_list list, Sizes sizes)
      : source_(source), at_(pattern), sizes_(sizes) {
    va_copy(arguments_.list, list);
  }
  ~Scanner() { va_end(arguments_.list); }
  Scanner(const Scanner&) = delete;
  Scanner& operator=(const Scanner&) = delete;

  int run() {
    while (*at_ && step()) {
    }
    return stored_ == 0 && ended_ ? -1 : stored_;
  }

 private:
  // One piece of the pattern; false ends the scan.
  bool step() {
    if (is_space(*at_)) {
      ++at_;
      skip_space();
      return true;
    }
    if (*at_ != '%') return literal(*at_++);
    ++at_;
    if (*at_ == '%') {
      skip_space();
      return literal(*at_++);
    }
    const Directive directive = read_directive();
    return *at_ && conversion(directive, *at_++);
  }

  bool conversion(const Directive& directive, Char letter) {
    switch (letter) {
      case 'd':
      case 'u':
        return number(directive, 10);
      case 'i':
        return number(directive, 0);
      case 'o':
        return number(directive, 8);
      case 'x':
      case 'X':
        return number(directive, 16);
      case 'p':
        return number({directive.stores, directive.width, Size::k64}, 16);
      case 'e':
      case 'E':
      case 'f':
      case 'g':
      case 'G':
      case 'a':
        return real(directive);
      case 's':
      case 'S':
        return word(directive, letter == 'S');
      case 'c':
      case 'C':
        return characters(directive, letter == 'C');
      case '[':
        return set(directive);
      case 'n':
        return store_integer(directive, static_cast<uint64_t>(consumed_));
      default:
        return false;
    }
  }

  Directive read_directive() {
    Directive directive;
    if (*at_ == '*') {
      directive.stores = false;
      ++at_;
    }
    for (; *at_ >= '0' && *at_ <= '9' && directive.width < 100000000; ++at_) {
      directive.width = directive.width * 10 + static_cast<size_t>(*at_ - '0');
    }
    if (word_ahead("I32")) {
      directive.size = Size::kDefault;
    } else if (word_ahead("I64") || word_ahead("I") || word_ahead("ll") || word_ahead("z") ||
               word_ahead("t") || word_ahead("j") || word_ahead("L")) {
      directive.size = Size::k64;
    } else if (word_ahead("hh")) {
      directive.size = Size::kChar;
    } else if (word_ahead("h")) {
      directive.size = Size::kShort;
    } else if (word_ahead("l") || word_ahead("w")) {
      directive.size = Size::kLong;
    }
    return directive;
  }

  bool word_ahead(const char* word) {
    size_t length = 0;
    for (; word[length]; ++length) {
      if (at_[length] != static_cast<Char>(word[length])) return false;
    }
    at_ += length;
    return true;
  }

  int32_t take() {
    const int32_t c = source_.take();
    if (c == ScanSource::kEnd) {
      ended_ = true;
    } else {
      ++consumed_;
    }
    return c;
  }
  void put_back(int32_t c) {
    if (c == ScanSource::kEnd) return;
    source_.put_back(c);
    --consumed_;
  }
  void skip_space() {
    int32_t c = take();
    while (is_space(c)) c = take();
    put_back(c);
  }
  bool literal(Char wanted) {
    const int32_t c = take();
    if (c == static_cast<int32_t>(static_cast<std::make_unsigned_t<Char>>(wanted))) return true;
    put_back(c);
    return false;
  }

  // Takes the next character when it is one of two.
  bool accept(std::string& text, size_t limit, char lower, char upper) {
    if (text.size() >= limit) return false;
    const int32_t c = take();
    if (c == lower || c == upper) {
      text += static_cast<char>(c);
      return true;
    }
    put_back(c);
    return false;
  }
  bool accept_digits(std::string& text, size_t limit, int radix) {
    const size_t before = text.size();
    while (text.size() < limit) {
      const int32_t c = take();
      if (digit_value(c) >= radix) {
        put_back(c);
        break;
      }
      text += static_cast<char>(c);
    }
    return text.size() > before;
  }

  bool number(const Directive& directive, int radix) {
    skip_space();
    const size_t limit = directive.width ? directive.width : kLongestNumber;
    std::string text;
    if (!accept(text, limit, '-', '-')) accept(text, limit, '+', '+');
    bool digits = accept(text, limit, '0', '0');
    if (digits && (radix == 0 || radix == 16) && accept(text, limit, 'x', 'X')) radix = 16;
    if (radix == 0) radix = digits ? 8 : 10;
    digits |= accept_digits(text, limit, radix);
    if (!digits) return false;
    const uint64_t value = text[0] == '-'
                               ? static_cast<uint64_t>(std::strtoll(text.c_str(), nullptr, radix))
                               : std::strtoull(text.c_str(), nullptr, radix);
    if (!directive.stores) return true;
    ++stored_;
    return store_integer(directive, value);
  }

  bool store_integer(const Directive& directive, uint64_t value) {
    if (!directive.stores) return true;
    void* target = va_arg(arguments_.list, void*);
    switch (directive.size) {
      case Size::k64:
        *static_cast<uint64_t*>(target) = value;
        break;
      case Size::kShort:
        *static_cast<uint16_t*>(target) = static_cast<uint16_t>(value);
        break;
      case Size::kChar:
        *static_cast<uint8_t*>(target) = static_cast<uint8_t>(value);
        break;
      default:
        *static_cast<uint32_t*>(target) = static_cast<uint32_t>(value);
    }
    return true;
  }

  bool real(const Directive& directive) {
    skip_space();
    const size_t limit = directive.width ? directive.width : kLongestNumber;
    std::string text;
    if (!accept(text, limit, '-', '-')) accept(text, limit, '+', '+');
    bool digits = accept_digits(text, limit, 10);
    if (accept(text, limit, '.', '.')) digits |= accept_digits(text, limit, 10);
    if (!digits) return false;
    if (accept(text, limit, 'e', 'E')) {
      if (!accept(text, limit, '-', '-')) accept(text, limit, '+', '+');
      accept_digits(text, limit, 10);
    }
    if (!directive.stores) return true;
    ++stored_;
    void* target = va_arg(arguments_.list, void*);
    if (directive.size == Size::kLong || directive.size == Size::k64) {
      *static_cast<double*>(target) = std::strtod(text.c_str(), nullptr);
    } else {
      *static_cast<float*>(target) = std::strtof(text.c_str(), nullptr);
    }
    return true;
  }

  bool word(const Directive& directive, bool other) {
    skip_space();
    return run_of(directive, other, [](int32_t c) { return !is_space(c); });
  }

  bool set(const Directive& directive) {
    const bool excludes = *at_ == '^';
    if (excludes) ++at_;
    std::bitset<0x10000> members;
    // A bracket in the first place is a member.
    for (const Char* first = at_; *at_ && (*at_ != ']' || at_ == first); ++at_) {
      const unsigned low = code(*at_);
      unsigned high = low;
      if (at_[1] == '-' && at_[2] && at_[2] != ']') {
        high = code(at_[2]);
        at_ += 2;
      }
      for (unsigned c = std::min(low, high); c <= std::max(low, high); ++c) members.set(c);
    }
    if (*at_) ++at_;
    return run_of(directive, false,
                  [&](int32_t c) { return members.test(c & 0xffff) != excludes; });
  }

  static unsigned code(Char c) { return static_cast<std::make_unsigned_t<Char>>(c); }

  template <class Belongs>
  bool run_of(const Directive& directive, bool other, Belongs belongs) {
    std::basic_string<Char> text;
    while (directive.width == 0 || text.size() < directive.width) {
      const int32_t c = take();
      if (c == ScanSource::kEnd) break;
      if (!belongs(c)) {
        put_back(c);
        break;
      }
      text += static_cast<Char>(c);
    }
    if (text.empty()) return false;
    return store_text(directive, other, text, true);
  }

  bool characters(const Directive& directive, bool other) {
    const size_t wanted = directive.width ? directive.width : 1;
    std::basic_string<Char> text;
    while (text.size() < wanted) {
      const int32_t c = take();
      if (c == ScanSource::kEnd) return false;
      text += static_cast<Char>(c);
    }
    return store_text(directive, other, text, false);
  }

  bool is_wide(const Directive& directive, bool other) const {
    if (directive.size == Size::kShort) return false;
    if (directive.size == Size::kLong) return true;
    return (sizeof(Char) == 2) != other;
  }

  bool store_text(const Directive& directive, bool other, const std::basic_string<Char>& text,
                  bool ends) {
    if (!directive.stores) return true;
    void* target = va_arg(arguments_.list, void*);
    const size_t room =
        sizes_ == Sizes::kGiven ? va_arg(arguments_.list, unsigned) : static_cast<size_t>(-1);
    const bool fits = is_wide(directive, other)
                          ? store_units(static_cast<char16_t*>(target), room, wide(text), ends)
                          : store_units(static_cast<char*>(target), room, narrow(text), ends);
    if (fits) {
      ++stored_;
    } else {
      ended_ = false;  // text was there: a failed conversion, not the end of the input
    }
    return fits;
  }

  // What does not fit leaves an empty string and ends the scan.
  template <class Unit>
  static bool store_units(Unit* target, size_t room, const std::basic_string<Unit>& text,
                          bool ends) {
    if (text.size() + ends > room) {
      if (room > 0) *target = 0;
      return false;
    }
    text.copy(target, text.size());
    if (ends) target[text.size()] = 0;
    return true;
  }

  static std::u16string wide(const std::u16string& text) { return text; }
  static std::u16string wide(const std::string& text) {
    return base::to_utf16(std::string_view(text));
  }
  static std::string narrow(const std::string& text) { return text; }
  static std::string narrow(const std::u16string& text) { return base::to_ansi(text); }

  static constexpr size_t kLongestNumber = 400;

  ScanSource& source_;
  const Char* at_;
  Sizes sizes_;
  Arguments arguments_;
  int stored_ = 0;
  int consumed_ = 0;
  bool ended_ = false;
};

}  // namespace

int scan(ScanSource& source, const char* pattern, va_list arguments, Sizes sizes) {
  return Scanner<char>(source, pattern, arguments, sizes).run();
}

int scan(ScanSource& source, const char16_t* pattern, va_list arguments, Sizes sizes) {
  return Scanner<char16_t>(source, pattern, arguments, sizes).run();
}

}  // namespace transom::msvcrt
