#include <cinttypes>
#include <cstdio>

#include "spy/decode.h"
#include "spy/format.h"
#include "spy/line_sink.h"

namespace transom::spy {
namespace {

constexpr const char* kPlain = "\033[0m";

// By what happens: green comes in, yellow is sent, grey is only noted.
const char* colour_of(Event event) {
  switch (event) {
    case Event::kPosted:
    case Event::kRetrieved:
    case Event::kDispatched:
    case Event::kReceived:
      return "\033[32m";
    case Event::kSent:
      return "\033[33m";
    case Event::kReturned:
      return "\033[36m";
    case Event::kHook:
      return "\033[35m";
    default:
      return "\033[90m";
  }
}

class TextSink final : public LineSink {
 public:
  TextSink(std::unique_ptr<Output> output, Filter filter)
      : LineSink(std::move(output), std::move(filter)),
        colours_(this->output().is_terminal() && std::getenv("NO_COLOR") == nullptr) {}

 private:
  std::string line_of(const Record& record, double milliseconds) const override {
    char head[64];
    std::snprintf(head, sizeof head, "%10.3f %2u %*s", milliseconds,
                  static_cast<unsigned>(record.thread), record.depth * 2, "");
    std::string line = head;
    if (colours_) line += colour_of(record.event);
    line += letter_of(record.event);
    line += ' ';
    line += title_of(record);
    if (colours_) line += kPlain;
    line += window_of(record);
    for (const Part& part : parts_of(record)) line += " " + part.name + "=" + part.value;
    return line + '\n';
  }

  static std::string window_of(const Record& record) {
    // A return says again only what is new.
    if (record.window == nullptr || record.event == Event::kReturned) return {};
    char handle[24];
    std::snprintf(handle, sizeof handle, "%" PRIXPTR,
                  reinterpret_cast<std::uintptr_t>(record.window));
    std::string text = std::string(" [") + handle;
    if (record.window_class[0]) text += std::string(" ") + record.window_class;
    if (record.window_text[0]) text += " " + quoted(record.window_text, 44);
    return text + "]";
  }

  bool colours_;
};

}  // namespace

std::shared_ptr<Sink> make_text_sink(std::unique_ptr<Output> output, Filter filter) {
  return std::make_shared<TextSink>(std::move(output), std::move(filter));
}

}  // namespace transom::spy
