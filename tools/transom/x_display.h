// The X display that DISPLAY names, looked at without X libraries.
#pragma once

#include <filesystem>
#include <string>

namespace transom::tool {

struct XDisplay {
  std::string name;  // empty: DISPLAY is not set
  // Someone listens. Displays of other machines are taken to: trying takes too long.
  bool answers = false;
  bool tried = false;
};
XDisplay find_x_display();

// Whether someone listens on a socket of this machine.
bool socket_answers(const std::string& path);

// What the display module says of the display that it finds; empty: none, or no module.
std::string describe_x_display(const std::filesystem::path& library_folder);

}  // namespace transom::tool
