#include "spy/filter.h"

#include <cctype>
#include <stdexcept>

#include "catalog/catalog.h"
#include "spy/format.h"

namespace transom::spy {
namespace {

int folded(char character) {
  return std::tolower(static_cast<unsigned char>(character));
}

}  // namespace

// Only the last * is ever gone back to: what those before it stand for need not change.
bool matches(std::string_view pattern, std::string_view text) {
  std::size_t at = 0, star = std::string_view::npos, resume = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      resume = i;
    } else if (at < pattern.size() && folded(pattern[at]) == folded(text[i])) {
      ++at;
      ++i;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      i = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

Filter::Term Filter::read_term(std::string_view word) {
  Term term{Key::kMessage, word.front() == '!', {}};
  if (term.negative) word.remove_prefix(1);
  const std::size_t colon = word.find(':');
  if (colon != std::string_view::npos) {
    const std::string_view key = word.substr(0, colon);
    constexpr std::string_view kKeys[] = {"message", "family", "class", "thread", "event", "text"};
    std::size_t index = 0;
    while (index < std::size(kKeys) && kKeys[index] != key) ++index;
    if (index == std::size(kKeys)) {
      throw std::invalid_argument("'" + std::string(key) + "' is not something to filter by");
    }
    term.key = static_cast<Key>(index);
    word.remove_prefix(colon + 1);
  }
  term.pattern = word;
  return term;
}

Filter::Filter(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(", "), text.size());
    const std::string_view word = text.substr(0, end);
    if (!word.empty() && word != "!") terms_.push_back(read_term(word));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  for (const Term& term : terms_) {
    retrievals_ |=
        term.key == Key::kEvent && !term.negative && term.pattern.find('G') != std::string::npos;
  }
}

bool Filter::fits(const Term& term, const Record& record) {
  switch (term.key) {
    case Key::kMessage: {
      const std::string notification = notification_of(record);
      return matches(term.pattern, catalog::name_of(record.message, record.window_class)) ||
             (!notification.empty() && matches(term.pattern, notification));
    }
    case Key::kFamily: {
      const auto* message = catalog::find(record.message, record.window_class);
      return message != nullptr && matches(term.pattern, message->family);
    }
    case Key::kClass:
      return matches(term.pattern, record.window_class);
    case Key::kThread:
      return term.pattern == std::to_string(record.thread);
    case Key::kEvent:
      return term.pattern.find(letter_of(record.event)) != std::string::npos;
    case Key::kText:
      return matches(term.pattern, record.window_text);
  }
  return false;
}

bool Filter::shows(const Record& record) const {
  // Retrievals say what the dispatch after them says again: only for who asks for them.
  if (record.event == Event::kRetrieved && !retrievals_)
    return record.message == WM_QUIT && terms_.empty();
  unsigned wanted = 0, fitting = 0;
  for (const Term& term : terms_) {
    const bool fit = fits(term, record);
    if (term.negative && fit) return false;
    if (term.negative) continue;
    wanted |= 1u << static_cast<int>(term.key);
    if (fit) fitting |= 1u << static_cast<int>(term.key);
  }
  return wanted == fitting;
}

}  // namespace transom::spy
