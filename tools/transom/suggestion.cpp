#include "suggestion.h"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace transom::tool {
namespace {

bool same_letter(char a, char b) {
  return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

// The optimal string alignment distance, row by row.
std::size_t changes_between(std::string_view from, std::string_view to) {
  std::vector<std::size_t> before_last, last(to.size() + 1), row(to.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const bool same = same_letter(from[i - 1], to[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && same_letter(from[i - 1], to[j - 2]) &&
                           same_letter(from[i - 2], to[j - 1]);
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    last = row;
  }
  return last.back();
}

}  // namespace

std::string closest_name(std::string_view word, const std::vector<std::string>& names) {
  std::string closest;
  std::size_t fewest = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& name : names) {
    const std::size_t changes = changes_between(word, name);
    if (changes >= fewest) continue;
    fewest = changes;
    closest = name;
  }
  return closest;
}

std::string perhaps(std::string_view word, const std::vector<std::string>& names,
                    std::string otherwise) {
  const std::string closest = closest_name(word, names);
  return closest.empty() ? std::move(otherwise) : "perhaps " + closest;
}

}  // namespace transom::tool
