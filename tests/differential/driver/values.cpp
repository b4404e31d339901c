#include "values.h"

#include <cstdio>
#include <cstdlib>
#include <map>

#include "../../scenarios/kit/lock.h"
#include "constants.h"

namespace differential {
namespace {

struct Values {
  scenario::Mutex mutex;
  // Guarded by mutex.
  std::map<std::string, std::uint64_t> named;
};

Values& values() {
  static Values all;
  return all;
}

bool is_number(const std::string& text) {
  return !text.empty() && (std::isdigit(static_cast<unsigned char>(text[0])) || text[0] == '-');
}

std::optional<std::uint64_t> value_of_word(const std::string& word) {
  if (word == "null" || word == "nullptr") return 0;
  if (is_number(word)) {
    return word[0] == '-' ? static_cast<std::uint64_t>(std::strtoll(word.c_str(), nullptr, 0))
                          : std::strtoull(word.c_str(), nullptr, 0);
  }
  if (const auto value = constant(word)) return value;
  const scenario::Guard lock(values().mutex);
  const auto found = values().named.find(word);
  if (found == values().named.end()) return std::nullopt;
  return found->second;
}

}  // namespace

void forget_values() {
  const scenario::Guard lock(values().mutex);
  values().named.clear();
}

void name_window(const std::string& name, HWND window) {
  const scenario::Guard lock(values().mutex);
  values().named[name] = reinterpret_cast<std::uint64_t>(window);
}

void name_thread(const std::string& name, DWORD thread) {
  const scenario::Guard lock(values().mutex);
  values().named[name] = thread;
}

std::optional<std::uint64_t> value_of(const std::string& text) {
  std::uint64_t all = 0;
  std::size_t start = 0;
  while (true) {
    const std::size_t end = text.find('|', start);
    const auto value = value_of_word(text.substr(start, end - start));
    if (!value) return std::nullopt;
    all |= *value;
    if (end == std::string::npos) return all;
    start = end + 1;
  }
}

}  // namespace differential
