// What can be asked of windows without a message: a line for each, told when it has changed.
#pragma once

#include <windows.h>

#include <map>
#include <string>
#include <vector>

namespace differential {

// Of the calling thread.
std::string input_state();

class WindowStates {
 public:
  // Lines that are not as they were the last time.
  std::string changes(const std::vector<HWND>& windows);

 private:
  std::string changed(const std::string& subject, const std::string& text);

  std::map<std::string, std::string> last_;
};

}  // namespace differential
