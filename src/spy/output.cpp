#include "spy/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace transom::spy {

Output::Output(const std::string& where) : stream_(stderr) {
  if (where == "-") return;
  owned_ = true;
  if (where.starts_with("fd:")) {
    // A duplicate: the program may close its own.
    const int descriptor = fcntl(std::atoi(where.c_str() + 3), F_DUPFD_CLOEXEC, 3);
    stream_ = descriptor < 0 ? nullptr : fdopen(descriptor, "w");
  } else {
    stream_ = std::fopen(where.c_str(), "we");
  }
  if (stream_ == nullptr) throw std::system_error(errno, std::generic_category(), where);
}

Output::~Output() {
  owned_ ? std::fclose(stream_) : std::fflush(stream_);
}

bool Output::is_terminal() const {
  return isatty(fileno(stream_)) != 0;
}

std::string json_text(std::string_view utf8) {
  std::string result = "\"";
  for (const char character : utf8) {
    if (character == '"' || character == '\\') {
      (result += '\\') += character;
    } else if (static_cast<unsigned char>(character) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(character));
      result += escape;
    } else {
      result += character;
    }
  }
  return result + '"';
}

}  // namespace transom::spy
