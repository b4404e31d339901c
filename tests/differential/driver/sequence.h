// The text of a generated sequence: one call a line, behind the name of the thread that makes it.
//
//   sequence 17
//   A create(w1, WS_OVERLAPPEDWINDOW, 0, 100, 100, 300, 200, null, 0)
//   B create(w2, WS_POPUP|WS_VISIBLE, 0, 50, 60, 100, 100, w1, 0)
//   A when(w1, WM_SIZE, ShowWindow(w2, SW_HIDE))
//   A SetWindowPos(w1, HWND_TOP, 0, 0, 50, 50, SWP_NOMOVE|SWP_NOACTIVATE)
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace differential {

struct Call {
  std::string text;  // as it stands in the file
  std::string function;
  std::vector<std::string> arguments;
};

struct Step {
  char thread = 'A';
  Call call;
};

struct Sequence {
  std::string name;
  std::vector<Step> steps;
};

Call parse_call(const std::string& text);
std::vector<Sequence> read_sequences(std::istream& input);

}  // namespace differential
