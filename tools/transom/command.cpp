#include "command.h"

namespace transom::tool {

std::vector<Command>& commands() {
  static std::vector<Command> all;
  return all;
}

Registration::Registration(Command command) {
  commands().push_back(std::move(command));
}

}  // namespace transom::tool
