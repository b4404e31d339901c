#include <cinttypes>
#include <cstdio>

#include "spy/decode.h"
#include "spy/format.h"
#include "spy/output.h"

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

class TextSink : public Sink {
 public:
  TextSink(std::unique_ptr<Output> output, Filter filter)
      : output_(std::move(output)),
        filter_(std::move(filter)),
        colours_(output_->is_terminal() && std::getenv("NO_COLOR") == nullptr) {}

  void write(const Record& record) override {
    if (start_ < 0) start_ = record.time;
    if (filter_.shows(record)) output_->write(line_of(record));
  }

  void flush() override { output_->flush(); }

 private:
  std::string line_of(const Record& record) const {
    char head[64];
    std::snprintf(head, sizeof head, "%10.3f %2u %*s",
                  static_cast<double>(record.time - start_) / 1e6,
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

  std::unique_ptr<Output> output_;
  Filter filter_;
  bool colours_;
  base::Nanoseconds start_ = -1;
};

}  // namespace

std::shared_ptr<Sink> make_text_sink(std::unique_ptr<Output> output, Filter filter) {
  return std::make_shared<TextSink>(std::move(output), std::move(filter));
}

}  // namespace transom::spy
