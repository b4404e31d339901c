#include "tests/x11/support/fixture.h"

namespace transom::tests {

unsigned letter(char character) {
  constexpr std::string_view kRows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  constexpr unsigned kFirst[] = {24, 38, 52};
  for (int row = 0; row < 3; ++row) {
    const std::size_t at = kRows[row].find(character);
    if (at != std::string_view::npos) return kFirst[row] + static_cast<unsigned>(at);
  }
  return kSpace;
}

}  // namespace transom::tests
