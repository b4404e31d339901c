#include "user32/text/format.h"

#include <algorithm>

#include "base/text.h"
#include "base/win32.h"

namespace transom::user {
namespace {

enum class Size { kNormal, kShort, kLong, kInt64, kPointer };

struct Directive {
  bool left = false;
  bool alternate = false;  // '#'
  bool zeros = false;
  std::size_t width = 0;
  std::size_t precision = std::u16string::npos;  // none
  Size size = Size::kNormal;
  bool wide_asked = false;    // 'l' or 'w' before s or c
  bool narrow_asked = false;  // 'h'
  char16_t type = 0;
};

std::size_t parse_number(std::u16string_view format, std::size_t& at) {
  std::size_t number = 0;
  for (; at < format.size() && format[at] >= u'0' && format[at] <= u'9'; ++at) {
    number = std::min<std::size_t>(number * 10 + (format[at] - u'0'), 4096);
  }
  return number;
}

void parse_flags(std::u16string_view format, std::size_t& at, Directive& directive) {
  for (; at < format.size(); ++at) {
    if (format[at] == u'-')
      directive.left = true;
    else if (format[at] == u'#')
      directive.alternate = true;
    else if (format[at] == u'0')
      directive.zeros = true;
    else
      return;
  }
}

void parse_size(std::u16string_view format, std::size_t& at, Directive& directive) {
  const std::u16string_view rest = format.substr(at);
  if (rest.starts_with(u"I64") || rest.starts_with(u"ll")) {
    directive.size = Size::kInt64;
    at += rest[0] == u'I' ? 3 : 2;
  } else if (rest.starts_with(u"I32")) {
    at += 3;
  } else if (rest.starts_with(u"I")) {
    directive.size = Size::kPointer;
    ++at;
  } else if (rest.starts_with(u"h")) {
    directive.size = Size::kShort;
    directive.narrow_asked = true;
    ++at;
  } else if (rest.starts_with(u"l") || rest.starts_with(u"w")) {
    directive.size = Size::kLong;  // LONG is as long as int
    directive.wide_asked = true;
    ++at;
  }
}

// `at` is behind the percent sign and moves behind the directive.
Directive parse(std::u16string_view format, std::size_t& at) {
  Directive directive;
  parse_flags(format, at, directive);
  directive.width = parse_number(format, at);
  if (at < format.size() && format[at] == u'.') {
    ++at;
    directive.precision = parse_number(format, at);
  }
  parse_size(format, at, directive);
  if (at < format.size()) directive.type = format[at++];
  return directive;
}

std::uint64_t take_integer(const Directive& directive, bool is_signed, va_list& arguments) {
  if (directive.size == Size::kInt64 || directive.size == Size::kPointer) {
    return va_arg(arguments, std::uint64_t);
  }
  const int value = va_arg(arguments, int);
  if (directive.size == Size::kShort) {
    return is_signed
               ? static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<short>(value)))
               : static_cast<unsigned short>(value);
  }
  return is_signed ? static_cast<std::uint64_t>(std::int64_t{value})
                   : static_cast<std::uint32_t>(value);
}

std::u16string digits(std::uint64_t value, unsigned base, bool upper) {
  const char16_t* const names = upper ? u"0123456789ABCDEF" : u"0123456789abcdef";
  std::u16string text;
  do {
    text.insert(text.begin(), names[value % base]);
    value /= base;
  } while (value != 0);
  return text;
}

std::u16string pad(std::u16string text, const Directive& directive, std::size_t prefix) {
  if (text.size() >= directive.width) return text;
  const std::size_t missing = directive.width - text.size();
  if (directive.left) return text + std::u16string(missing, u' ');
  if (directive.zeros && directive.precision == std::u16string::npos)
    return text.insert(prefix, missing, u'0');
  return std::u16string(missing, u' ') + text;
}

std::u16string format_integer(const Directive& directive, va_list& arguments) {
  const bool is_signed = directive.type == u'd' || directive.type == u'i';
  const bool hex = directive.type == u'x' || directive.type == u'X';
  std::uint64_t value = take_integer(directive, is_signed, arguments);
  std::u16string prefix;
  if (is_signed && static_cast<std::int64_t>(value) < 0) {
    prefix = u"-";
    value = 0 - value;
  }
  if (hex && directive.alternate) prefix = directive.type == u'X' ? u"0X" : u"0x";
  std::u16string text = digits(value, hex ? 16 : 10, directive.type == u'X');
  if (directive.precision != std::u16string::npos && text.size() < directive.precision) {
    text.insert(0, directive.precision - text.size(), u'0');
  }
  return pad(prefix + text, directive, prefix.size());
}

std::u16string format_pointer(const Directive& directive, va_list& arguments) {
  std::u16string text = digits(va_arg(arguments, std::uint64_t), 16, true);
  text.insert(0, text.size() < 16 ? 16 - text.size() : 0, u'0');
  return pad(text, directive, 0);
}

// Upper case types mean the width that is not the function's own.
bool is_wide(const Directive& directive, Width own) {
  if (directive.wide_asked) return true;
  if (directive.narrow_asked) return false;
  const bool other = directive.type == u'S' || directive.type == u'C';
  return (own == Width::kWide) != other;
}

std::u16string format_string(const Directive& directive, Width own, va_list& arguments) {
  const void* pointer = va_arg(arguments, const void*);
  std::u16string text;
  if (pointer == nullptr) {
    text = u"(null)";
  } else if (is_wide(directive, own)) {
    const auto* from = static_cast<const char16_t*>(pointer);
    while (text.size() < directive.precision && from[text.size()] != 0) text += from[text.size()];
  } else {
    const auto* from = static_cast<const char*>(pointer);
    std::size_t length = 0;
    while (length < directive.precision && from[length] != 0) ++length;
    text = base::to_utf16(std::string_view(from, length));
  }
  return pad(text.substr(0, directive.precision), directive, 0);
}

std::u16string format_character(const Directive& directive, Width own, va_list& arguments) {
  const int value = va_arg(arguments, int);
  std::u16string text;
  if (is_wide(directive, own)) {
    text.assign(1, static_cast<char16_t>(value));
  } else {
    const char narrow = static_cast<char>(value);
    text = base::to_utf16(std::string_view(&narrow, 1));
  }
  return pad(text, directive, 0);
}

std::u16string format_one(const Directive& directive, Width own, va_list& arguments) {
  switch (directive.type) {
    case u'd':
    case u'i':
    case u'u':
    case u'x':
    case u'X':
      return format_integer(directive, arguments);
    case u'p':
      return format_pointer(directive, arguments);
    case u's':
    case u'S':
      return format_string(directive, own, arguments);
    case u'c':
    case u'C':
      return format_character(directive, own, arguments);
    case 0:
      return {};
    // An unknown type is copied without its percent sign; "%%" is the usual case of that.
    default:
      return std::u16string(1, directive.type);
  }
}

}  // namespace

std::u16string format_text(std::u16string_view format, Width own, va_list& arguments) {
  std::u16string out;
  for (std::size_t at = 0; at < format.size() && out.size() <= kLongestFormatted;) {
    if (format[at] != u'%') {
      out += format[at++];
      continue;
    }
    const Directive directive = parse(format, ++at);
    out += format_one(directive, own, arguments);
  }
  return out.substr(0, kLongestFormatted);
}

}  // namespace transom::user

using namespace transom;

// The length without the end. Last errors: ERROR_INVALID_PARAMETER (null pointers).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-wvsprintfw
int WINAPI wvsprintfW(LPWSTR buffer, LPCWSTR format, va_list arguments) {
  if (buffer == nullptr || format == nullptr) return 0;
  va_list copy;
  va_copy(copy, arguments);
  const std::u16string text = user::format_text(base::as_char16(format), user::Width::kWide, copy);
  va_end(copy);
  std::copy_n(text.c_str(), text.size() + 1, base::as_char16(buffer));
  return static_cast<int>(text.size());
}

int WINAPI wvsprintfA(LPSTR buffer, LPCSTR format, va_list arguments) {
  if (buffer == nullptr || format == nullptr) return 0;
  va_list copy;
  va_copy(copy, arguments);
  const std::u16string text = user::format_text(base::to_utf16(format), user::Width::kNarrow, copy);
  va_end(copy);
  const std::string narrow = base::to_ansi(text).substr(0, user::kLongestFormatted);
  std::copy_n(narrow.c_str(), narrow.size() + 1, buffer);
  return static_cast<int>(narrow.size());
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-wsprintfw
int WINAPIV wsprintfW(LPWSTR buffer, LPCWSTR format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = wvsprintfW(buffer, format, arguments);
  va_end(arguments);
  return length;
}

int WINAPIV wsprintfA(LPSTR buffer, LPCSTR format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = wvsprintfA(buffer, format, arguments);
  va_end(arguments);
  return length;
}
