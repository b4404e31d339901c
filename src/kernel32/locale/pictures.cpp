#include "kernel32/locale/pictures.h"

#include <algorithm>

#include "base/text.h"
#include "kernel32/time/calendar.h"

namespace transom::kernel {
namespace {

// A run of one letter, or a character that stands for itself.
struct Part {
  char16_t letter;  // 0: literal
  std::size_t count;
  std::u16string literal;
};

// Takes the next part off the picture. Text in quotes is literal; two quotes within it are one, two
// outside are nothing.
Part take_part(std::u16string_view& picture, std::u16string_view letters) {
  const char16_t first = picture.front();
  if (first == u'\'') {
    picture.remove_prefix(1);
    std::u16string literal;
    while (!picture.empty()) {
      const char16_t c = picture.front();
      picture.remove_prefix(1);
      if (c != u'\'') {
        literal += c;
      } else if (!literal.empty() && picture.starts_with(u'\'')) {
        literal += c;
        picture.remove_prefix(1);
      } else {
        break;
      }
    }
    return {0, 0, literal};
  }
  if (letters.find(first) == std::u16string_view::npos) {
    picture.remove_prefix(1);
    return {0, 0, std::u16string(1, first)};
  }
  const std::size_t end = std::min(picture.find_first_not_of(first), picture.size());
  picture.remove_prefix(end);
  return {first, end, {}};
}

std::u16string number(unsigned value, std::size_t width) {
  const std::u16string digits = base::utf8_to_utf16(std::to_string(value));
  return digits.size() < width ? std::u16string(width - digits.size(), u'0') + digits : digits;
}

class DateWriter {
 public:
  DateWriter(const LocaleSettings& settings, const SYSTEMTIME& time, std::u16string_view picture)
      : settings_(settings), time_(time), has_day_number_(shows_day_number(picture)) {}

  std::u16string write(std::u16string_view picture) const {
    std::u16string out;
    while (!picture.empty()) {
      const Part part = take_part(picture, u"dMyg");
      out += part.letter == 0 ? part.literal : field(part);
    }
    return out;
  }

 private:
  static bool shows_day_number(std::u16string_view picture) {
    while (!picture.empty()) {
      const Part part = take_part(picture, u"dMyg");
      if (part.letter == u'd' && part.count < 3) return true;
    }
    return false;
  }

  std::u16string field(const Part& part) const {
    switch (part.letter) {
      case u'd':
        return day(part.count);
      case u'M':
        return month(part.count);
      case u'y':
        return part.count < 3 ? number(time_.wYear % 100u, part.count) : number(time_.wYear, 4);
      default:
        return u"AD";
    }
  }

  std::u16string day(std::size_t count) const {
    if (count < 3) return number(time_.wDay, count);
    // The days' names begin with Monday.
    const auto weekday = static_cast<LCTYPE>((weekday_of(time_) + 6) % 7);
    return settings_.text((count == 3 ? LOCALE_SABBREVDAYNAME1 : LOCALE_SDAYNAME1) + weekday);
  }

  std::u16string month(std::size_t count) const {
    if (count < 3) return number(time_.wMonth, count);
    const LCTYPE index = time_.wMonth - 1u;
    if (count == 3) return settings_.text(LOCALE_SABBREVMONTHNAME1 + index);
    const std::u16string& genitive = settings_.locale().genitive_months[index];
    return has_day_number_ && !genitive.empty() ? genitive
                                                : settings_.text(LOCALE_SMONTHNAME1 + index);
  }

  const LocaleSettings& settings_;
  const SYSTEMTIME& time_;
  const bool has_day_number_;
};

// What stands between parts is written with the part that follows, so that it can go with a part
// that is left out.
class TimeWriter {
 public:
  TimeWriter(const LocaleSettings& settings, const SYSTEMTIME& time, DWORD flags)
      : settings_(settings), time_(time), flags_(flags) {}

  std::u16string write(std::u16string_view picture) {
    while (!picture.empty()) {
      const Part part = take_part(picture, u"hHmst");
      if (part.letter == 0) {
        separator_ += part.literal;
      } else if (is_left_out(part.letter)) {
        separator_.clear();
        after_marker_ = part.letter == u't';
      } else {
        if (!after_marker_) out_ += separator_;
        out_ += field(part);
        separator_.clear();
        after_marker_ = false;
      }
    }
    return after_marker_ ? out_ : out_ + separator_;
  }

 private:
  bool is_left_out(char16_t letter) const {
    constexpr DWORD kNoSeconds = TIME_NOSECONDS | TIME_NOMINUTESORSECONDS;
    if (letter == u's') return (flags_ & kNoSeconds) != 0;
    if (letter == u'm') return (flags_ & TIME_NOMINUTESORSECONDS) != 0;
    return letter == u't' && (flags_ & TIME_NOTIMEMARKER) != 0;
  }

  std::u16string field(const Part& part) const {
    const std::size_t width = std::min<std::size_t>(part.count, 2);
    switch (part.letter) {
      case u'h':
        if ((flags_ & TIME_FORCE24HOURFORMAT) == 0) {
          return number(time_.wHour % 12 == 0 ? 12 : time_.wHour % 12u, width);
        }
        return number(time_.wHour, width);
      case u'H':
        return number(time_.wHour, width);
      case u'm':
        return number(time_.wMinute, width);
      case u's':
        return number(time_.wSecond, width);
      default: {
        const std::u16string marker =
            settings_.text(time_.wHour < 12 ? LOCALE_S1159 : LOCALE_S2359);
        return part.count == 1 ? marker.substr(0, 1) : marker;
      }
    }
  }

  const LocaleSettings& settings_;
  const SYSTEMTIME& time_;
  const DWORD flags_;
  std::u16string out_;
  std::u16string separator_;
  bool after_marker_ = false;  // the last part was a marker that is left out
};

}  // namespace

std::u16string format_date(const LocaleSettings& settings, const SYSTEMTIME& time,
                           std::u16string_view picture) {
  return DateWriter(settings, time, picture).write(picture);
}

std::u16string format_time(const LocaleSettings& settings, const SYSTEMTIME& time,
                           std::u16string_view picture, DWORD flags) {
  return TimeWriter(settings, time, flags).write(picture);
}

bool is_valid_date(const SYSTEMTIME& time) {
  return ticks_of({time.wYear, time.wMonth, 0, time.wDay, 0, 0, 0, 0}).has_value();
}

bool is_valid_time(const SYSTEMTIME& time) {
  return ticks_of({2000, 1, 0, 1, time.wHour, time.wMinute, time.wSecond, 0}).has_value();
}

int weekday_of(const SYSTEMTIME& time) {
  return static_cast<int>(day_of_week(time.wYear, time.wMonth, time.wDay));
}

}  // namespace transom::kernel
