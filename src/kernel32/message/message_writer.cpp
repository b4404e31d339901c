#include "kernel32/message/message_writer.h"

#include <algorithm>

#include "msvcrt/format.h"

namespace transom::kernel {
namespace {

// One directive by the C run-time's rules, with what it takes.
template <class Char>
std::basic_string<Char> formatted(const Char* directive, ...) {
  va_list arguments;
  va_start(arguments, directive);
  auto text = msvcrt::format(directive, arguments);
  va_end(arguments);
  return text;
}

template <class Char>
class Writer {
 public:
  using String = std::basic_string<Char>;
  using View = std::basic_string_view<Char>;

  Writer(View definition, Inserts& inserts, const MessageStyle& style)
      : rest_(definition), inserts_(inserts), style_(style) {}

  std::optional<String> run() {
    while (!rest_.empty() && !ended_) {
      const Char c = rest_.front();
      rest_.remove_prefix(1);
      const bool good = c == '%' ? escape() : character(c);
      if (!good) return std::nullopt;
    }
    return std::move(out_);
  }

 private:
  bool character(Char c) {
    if (c == '\r' || c == '\n') {
      if (c == '\r' && rest_.starts_with('\n')) rest_.remove_prefix(1);
      return style_.width == 0 ? put_break() : put(' ');
    }
    return put(c);
  }

  bool escape() {
    if (rest_.empty()) return false;
    const Char c = rest_.front();
    if (c >= '1' && c <= '9') return insert();
    rest_.remove_prefix(1);
    switch (c) {
      case '0':
        ended_ = true;
        return true;
      case 'n':
        return put_break();
      case 'r':
        return append({'\r'});
      case 't':
        return append({'\t'});
      default:
        return style_.keeps_inserts && c == '%' ? append({'%', '%'}) : put(c);
    }
  }

  bool insert() {
    const View before = rest_;
    unsigned number = 0;
    for (int digits = 0; digits < 2 && !rest_.empty(); ++digits) {
      if (rest_.front() < '0' || rest_.front() > '9') break;
      number = number * 10 + static_cast<unsigned>(rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    String directive = {'%', 's'};
    if (rest_.starts_with('!')) {
      const std::size_t end = rest_.find('!', 1);
      if (end == View::npos) return false;
      directive = Char('%') + String(rest_.substr(1, end - 1));
      // There is one value: a second conversion would take what nobody gave.
      if (directive.find(Char('%'), 1) != String::npos) return false;
      rest_.remove_prefix(end + 1);
    }
    if (style_.keeps_inserts) {
      return append(Char('%') + String(before.substr(0, before.size() - rest_.size())));
    }
    return put_insert(number, directive);
  }

  bool put_insert(unsigned number, const String& directive) {
    const auto stars = static_cast<std::size_t>(std::ranges::count(directive, Char('*')));
    if (stars > 2) return false;
    const auto value = inserts_.take(number, stars);
    if (!value) return false;
    const String text = expand(directive, *value);
    for (const Char c : text) put(c);
    return true;
  }

  static String expand(const String& directive, const Inserts::Value& value) {
    const auto star = [&](std::size_t i) { return static_cast<int>(value.stars[i]); };
    switch (value.stars.size()) {
      case 0:
        return formatted(directive.c_str(), value.value);
      case 1:
        return formatted(directive.c_str(), star(0), value.value);
      default:
        return formatted(directive.c_str(), star(0), star(1), value.value);
    }
  }

  bool append(const String& text) {
    out_ += text;
    return true;
  }

  bool put_break() {
    out_ += Char('\r');
    out_ += Char('\n');
    line_start_ = out_.size();
    blank_ = String::npos;
    return true;
  }

  // Breaks a line that has become too long at its last blank.
  bool put(Char c) {
    out_ += c;
    if (style_.width == 0 || style_.width == std::string::npos) return true;
    if (c == ' ') blank_ = out_.size() - 1;
    const bool too_long = out_.size() - line_start_ > style_.width && c != ' ';
    if (!too_long || blank_ == String::npos) return true;
    out_.replace(blank_, 1, String{'\r', '\n'});
    line_start_ = blank_ + 2;
    blank_ = String::npos;
    return true;
  }

  View rest_;
  Inserts& inserts_;
  const MessageStyle& style_;
  String out_;
  bool ended_ = false;
  std::size_t line_start_ = 0;
  std::size_t blank_ = String::npos;  // the line's last blank
};

}  // namespace

std::optional<Inserts::Value> Inserts::take(unsigned number, std::size_t stars) {
  if (list_ == nullptr) return std::nullopt;
  if (is_array_) {
    const DWORD_PTR* first = reinterpret_cast<const DWORD_PTR*>(list_) + number - 1;
    return Value{{first, first + stars}, first[stars]};
  }
  while (read_.size() < number) {
    Value value;
    const bool own = read_.size() + 1 == number;
    for (std::size_t i = 0; own && i < stars; ++i) value.stars.push_back(next());
    value.value = next();
    read_.push_back(value);
  }
  Value value = read_[number - 1];
  value.stars.resize(stars);
  return value;
}

template <class Char>
std::optional<std::basic_string<Char>> write_message(std::basic_string_view<Char> definition,
                                                     Inserts& inserts, const MessageStyle& style) {
  return Writer<Char>(definition, inserts, style).run();
}

template std::optional<std::string> write_message(std::string_view, Inserts&, const MessageStyle&);
template std::optional<std::u16string> write_message(std::u16string_view, Inserts&,
                                                     const MessageStyle&);

}  // namespace transom::kernel
