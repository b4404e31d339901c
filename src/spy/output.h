// What the spy writes: text for people, JSON lines for programs, a Chrome trace for Perfetto.
#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "spy/filter.h"
#include "spy/session.h"

namespace transom::spy {

// A stream that a sink writes to, closed with it unless it is the process's own.
class Output {
 public:
  // "-" is standard error, "fd:N" a descriptor, anything else the name of a file that is made anew.
  // Throws std::system_error.
  explicit Output(const std::string& where);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream_); }
  void flush() { std::fflush(stream_); }
  bool is_terminal() const;

 private:
  std::FILE* stream_;
  bool owned_ = false;
};

// A line for each event: time in milliseconds, thread, letter, and indented by nesting what
// happened.
std::shared_ptr<Sink> make_text_sink(std::unique_ptr<Output> output, Filter filter);

// An object a line.
std::shared_ptr<Sink> make_json_sink(std::unique_ptr<Output> output, Filter filter);

// The JSON array format of Chrome's trace viewer: calls as slices on their threads' tracks, posts
// as short slices, arrows from posts and sends of other threads to where they arrive.
std::shared_ptr<Sink> make_chrome_sink(std::unique_ptr<Output> output, Filter filter);

// Which messages the system made, one a line, into a file of the folder (tests/support/coverage.h).
std::shared_ptr<Sink> make_coverage_sink(const std::string& folder);

// Text in JSON's quotes.
std::string json_text(std::string_view utf8);

}  // namespace transom::spy
