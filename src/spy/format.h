// A record in words: what every output prints.
#pragma once

#include <string>
#include <vector>

#include "spy/record.h"

namespace transom::spy {

struct Part {
  std::string name;
  std::string value;
};

// The message's name; of a hook, its type and what it is called for.
std::string title_of(const Record& record);

// The decoded parameters; of a return, the result and what came out through pointers.
std::vector<Part> parts_of(const Record& record);

// The notification that a WM_COMMAND or WM_NOTIFY carries; empty for other messages and for codes
// that the catalogue does not know.
std::string notification_of(const Record& record);

}  // namespace transom::spy
