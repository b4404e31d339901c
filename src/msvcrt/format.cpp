#include "msvcrt/format.h"

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "base/text.h"

namespace transom::msvcrt {
namespace {

// What stands between % and the conversion's letter.
struct Directive {
  std::string flags;
  int width = 0;
  int precision = -1;
  enum class Size { kDefault, kChar, kShort, kLong, kWide, k64 } size = Size::kDefault;
  bool has(char flag) const { return flags.find(flag) != std::string::npos; }
};

// va_list is an array type, so it cannot be a member that is copied; the pointer to it can.
struct Arguments {
  va_list list;
};

template <class Char>
class Formatter {
 public:
  using String = std::basic_string<Char>;

  Formatter(const Char* pattern, va_list list) : at_(pattern) { va_copy(arguments_.list, list); }
  ~Formatter() { va_end(arguments_.list); }
  Formatter(const Formatter&) = delete;
  Formatter& operator=(const Formatter&) = delete;

  String run() {
    while (*at_) {
      if (*at_ != '%') {
        out_ += *at_++;
      } else if (at_[1] == '%') {
        out_ += *at_;
        at_ += 2;
      } else {
        ++at_;
        conversion();
      }
    }
    return std::move(out_);
  }

 private:
  void conversion() {
    const Directive directive = read_directive();
    if (!*at_) return;
    const Char letter = *at_++;
    switch (letter) {
      case 'd':
      case 'i':
        return signed_number(directive);
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        return number(directive, static_cast<char>(letter), unsigned_argument(directive));
      case 'p':
        return pointer(directive);
      case 'c':
      case 'C':
        return character(directive, letter == 'C');
      case 's':
      case 'S':
        return text(directive, letter == 'S');
      case 'n':
        return store_count(directive);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
      case 'a':
      case 'A':
        return real(directive, static_cast<char>(letter));
      default:
        out_ += letter;  // an unknown conversion prints its letter
    }
  }

  Directive read_directive() {
    Directive directive;
    while (*at_ && std::strchr("-+ #0", static_cast<int>(*at_)) && *at_ < 0x80) {
      directive.flags += static_cast<char>(*at_++);
    }
    directive.width = read_count();
    if (directive.width < 0) {
      directive.flags += '-';
      directive.width = -directive.width;
    }
    if (*at_ == '.') {
      ++at_;
      directive.precision = read_count();
    }
    read_size(directive);
    return directive;
  }

  int read_count() {
    if (*at_ == '*') {
      ++at_;
      return clamp(va_arg(arguments_.list, int));
    }
    int count = 0;
    for (; *at_ >= '0' && *at_ <= '9'; ++at_) count = clamp(count * 10 + (*at_ - '0'));
    return count;
  }

  // An absurd width must not use up the memory.
  static int clamp(int count) {
    constexpr int kMost = 1 << 20;
    return count > kMost ? kMost : count < -kMost ? -kMost : count;
  }

  bool take(const char* word) {
    size_t length = 0;
    for (; word[length]; ++length) {
      if (at_[length] != static_cast<Char>(word[length])) return false;
    }
    at_ += length;
    return true;
  }

  void read_size(Directive& directive) {
    using Size = Directive::Size;
    if (take("I64") || take("ll") || take("z") || take("t") || take("j") || take("L")) {
      directive.size = Size::k64;
    } else if (take("I32")) {
      directive.size = Size::kDefault;
    } else if (take("I")) {
      directive.size = Size::k64;
    } else if (take("hh")) {
      directive.size = Size::kChar;
    } else if (take("h")) {
      directive.size = Size::kShort;
    } else if (take("l")) {
      directive.size = Size::kLong;
    } else if (take("w")) {
      directive.size = Size::kWide;
    }
  }

  void signed_number(const Directive& directive) {
    int64_t value = 0;
    switch (directive.size) {
      case Directive::Size::k64:
        value = va_arg(arguments_.list, int64_t);
        break;
      case Directive::Size::kShort:
        value = static_cast<short>(va_arg(arguments_.list, int));
        break;
      case Directive::Size::kChar:
        value = static_cast<signed char>(va_arg(arguments_.list, int));
        break;
      default:
        value = va_arg(arguments_.list, int);
    }
    number(directive, 'd', static_cast<uint64_t>(value));
  }

  uint64_t unsigned_argument(const Directive& directive) {
    switch (directive.size) {
      case Directive::Size::k64:
        return va_arg(arguments_.list, uint64_t);
      case Directive::Size::kShort:
        return static_cast<unsigned short>(va_arg(arguments_.list, int));
      case Directive::Size::kChar:
        return static_cast<unsigned char>(va_arg(arguments_.list, int));
      default:
        return va_arg(arguments_.list, unsigned);
    }
  }

  // Digits, signs and zeroes are the same on both sides: the system formats them.
  template <class Value>
  void with_system(const Directive& directive, const char* size, char letter, Value value) {
    const std::string pattern = "%" + directive.flags + "*.*" + size + letter;
    char small[128];
    const int length = std::snprintf(small, sizeof small, pattern.c_str(), directive.width,
                                     directive.precision, value);
    if (length < 0) return;
    if (static_cast<size_t>(length) < sizeof small) return append_ascii({small, size_t(length)});
    std::string large(static_cast<size_t>(length) + 1, '\0');
    std::snprintf(large.data(), large.size(), pattern.c_str(), directive.width, directive.precision,
                  value);
    large.pop_back();
    append_ascii(large);
  }

  void number(const Directive& directive, char letter, uint64_t value) {
    with_system(directive, "ll", letter, static_cast<unsigned long long>(value));
  }

  void real(const Directive& directive, char letter) {
    with_system(directive, "", letter, va_arg(arguments_.list, double));
  }

  void pointer(Directive directive) {
    directive.precision = 16;
    number(directive, 'X', reinterpret_cast<uintptr_t>(va_arg(arguments_.list, void*)));
  }

  // Off by default in Microsoft's run-time since it lets a pattern write to memory; ignored here.
  void store_count(const Directive&) { (void)va_arg(arguments_.list, void*); }

  static bool is_wide(const Directive& directive, bool other) {
    switch (directive.size) {
      case Directive::Size::kShort:
        return false;
      case Directive::Size::kLong:
      case Directive::Size::kWide:
        return true;
      default:
        return (sizeof(Char) == 2) != other;
    }
  }

  void character(const Directive& directive, bool other) {
    const int value = va_arg(arguments_.list, int);
    if (is_wide(directive, other)) {
      const auto unit = static_cast<char16_t>(value);
      pad(directive, own({&unit, 1}));
    } else {
      const char byte = static_cast<char>(value);
      pad(directive, own({&byte, 1}));
    }
  }

  void text(const Directive& directive, bool other) {
    if (is_wide(directive, other)) {
      const char16_t* value = va_arg(arguments_.list, const char16_t*);
      pad(directive, own(limited(value ? value : u"(null)", directive.precision)));
    } else {
      const char* value = va_arg(arguments_.list, const char*);
      pad(directive, own(limited(value ? value : "(null)", directive.precision)));
    }
  }

  // No further than the precision: the text need not end.
  template <class Other>
  static std::basic_string_view<Other> limited(const Other* value, int precision) {
    size_t length = 0;
    while ((precision < 0 || length < static_cast<size_t>(precision)) && value[length]) ++length;
    return {value, length};
  }

  static String own(std::u16string_view value) {
    if constexpr (sizeof(Char) == 2) {
      return String(value);
    } else {
      return base::to_ansi(value);
    }
  }
  static String own(std::string_view value) {
    if constexpr (sizeof(Char) == 1) {
      return String(value);
    } else {
      return base::to_utf16(value);
    }
  }

  void pad(const Directive& directive, const String& value) {
    const auto width = static_cast<size_t>(directive.width);
    const size_t missing = width > value.size() ? width - value.size() : 0;
    const Char filler = directive.has('0') && !directive.has('-') ? '0' : ' ';
    if (!directive.has('-')) out_.append(missing, filler);
    out_ += value;
    if (directive.has('-')) out_.append(missing, filler);
  }

  void append_ascii(std::string_view digits) { out_.append(digits.begin(), digits.end()); }

  const Char* at_;
  Arguments arguments_;
  String out_;
};

}  // namespace

std::string format(const char* pattern, va_list arguments) {
  return Formatter<char>(pattern, arguments).run();
}

std::u16string format(const char16_t* pattern, va_list arguments) {
  return Formatter<char16_t>(pattern, arguments).run();
}

}  // namespace transom::msvcrt
