// Which records are shown.
//
// A filter is terms with commas or spaces between, each KEY:PATTERN or a message's name; `!` before
// it means "not". Keys: message, family, class, thread, event (letters), text. `*` in a pattern
// stands for anything; case does not matter. A record is shown when, for each key that has terms,
// one of them fits, and no term with `!` does:
//   family:mouse,!WM_NCHITTEST      class:Edit,thread:1      event:SR      WM_NC*
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spy/record.h"

namespace transom::spy {

class Filter {
 public:
  Filter() = default;
  // Throws std::invalid_argument for a key that does not exist.
  explicit Filter(std::string_view text);

  bool shows(const Record& record) const;

 private:
  enum class Key { kMessage, kFamily, kClass, kThread, kEvent, kText };
  struct Term {
    Key key;
    bool negative;
    std::string pattern;
  };

  static Term read_term(std::string_view word);
  static bool fits(const Term& term, const Record& record);

  std::vector<Term> terms_;
  bool retrievals_ = false;
};

// Whether `text` is what `pattern` describes, with `*` for anything and case ignored.
bool matches(std::string_view pattern, std::string_view text);

}  // namespace transom::spy
