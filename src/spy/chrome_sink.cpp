// The trace format of chrome://tracing, which Perfetto opens.
// https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "catalog/catalog.h"
#include "spy/format.h"
#include "spy/output.h"

namespace transom::spy {
namespace {

class ChromeSink : public Sink {
 public:
  ChromeSink(std::unique_ptr<Output> output, Filter filter)
      : output_(std::move(output)), filter_(std::move(filter)) {
    output_->write(
        "[\n{\"ph\":\"M\",\"name\":\"process_name\",\"pid\":1,\"tid\":0,"
        "\"args\":{\"name\":\"messages\"}}");
  }

  ~ChromeSink() override {
    for (auto& [thread, calls] : open_) {
      while (!calls.empty()) end_slice(thread, calls);
    }
    output_->write("\n]\n");
  }

  void write(const Record& record) override {
    if (start_ < 0) start_ = record.time;
    last_ = record.time;
    if (record.event == Event::kReturned) {
      end_call(record);
    } else if (filter_.shows(record)) {
      name_thread(record.thread);
      write_shown(record);
    }
  }

  void flush() override { output_->flush(); }

 private:
  void write_shown(const Record& record) {
    switch (record.event) {
      case Event::kPosted:
        slice("X", record, ",\"dur\":1");
        arrow("s", record, record.call);
        break;
      case Event::kSent:
      case Event::kReceived:
      case Event::kDispatched:
        slice("B", record, "");
        open_[record.thread].push_back(record.call);
        if (record.event == Event::kSent) {
          arrow("s", record, record.call);
        } else if (record.link != 0) {
          arrow("f", record, record.link);
        }
        break;
      default:
        slice("i", record, ",\"s\":\"t\"");
    }
  }

  // Calls that went without a return (a thread that ended) are closed with the one around them.
  void end_call(const Record& record) {
    std::vector<std::uint64_t>& calls = open_[record.thread];
    if (std::ranges::find(calls, record.call) == calls.end()) return;
    while (calls.back() != record.call) end_slice(record.thread, calls);
    std::string arguments;
    for (const Part& part : parts_of(record)) add_argument(arguments, part.name, part.value);
    end_slice(record.thread, calls, arguments);
  }

  void end_slice(std::uint16_t thread, std::vector<std::uint64_t>& calls,
                 const std::string& arguments = {}) {
    calls.pop_back();
    event("E", thread, last_, ",\"args\":{" + arguments + "}");
  }

  void slice(const char* phase, const Record& record, const std::string& more) {
    std::string arguments;
    for (const Part& part : parts_of(record)) add_argument(arguments, part.name, part.value);
    if (record.window_class[0]) add_argument(arguments, "class", record.window_class);
    if (record.window_text[0]) add_argument(arguments, "text", record.window_text);
    const auto* message = catalog::find(record.message, record.window_class);
    std::string title = title_of(record);
    if (phase[0] == 'i' || phase[0] == 'X')
      title.insert(0, std::string{letter_of(record.event), ' '});
    event(phase, record.thread, record.time,
          more + ",\"name\":" + json_text(title) +
              ",\"cat\":" + json_text(message ? message->family.view() : "private") +
              ",\"args\":{" + arguments + "}");
  }

  // From where a message leaves to where it arrives; both lie within a slice.
  void arrow(const char* phase, const Record& record, std::uint64_t id) {
    event(phase, record.thread, record.time,
          ",\"name\":\"message\",\"cat\":\"message\",\"id\":" + std::to_string(id) +
              (phase[0] == 'f' ? ",\"bp\":\"e\"" : ""));
  }

  void name_thread(std::uint16_t thread) {
    if (!named_.insert(thread).second) return;
    event(
        "M", thread, start_,
        ",\"name\":\"thread_name\",\"args\":{\"name\":\"thread " + std::to_string(thread) + "\"}");
  }

  static void add_argument(std::string& arguments, std::string_view name, std::string_view value) {
    if (!arguments.empty()) arguments += ',';
    arguments += json_text(name) + ":" + json_text(value);
  }

  void event(const char* phase, std::uint16_t thread, base::Nanoseconds time,
             const std::string& more) {
    char head[96];
    std::snprintf(head, sizeof head, ",\n{\"ph\":\"%s\",\"pid\":1,\"tid\":%u,\"ts\":%.3f", phase,
                  static_cast<unsigned>(thread), static_cast<double>(time - start_) / 1e3);
    output_->write(head + more + "}");
  }

  std::unique_ptr<Output> output_;
  Filter filter_;
  base::Nanoseconds start_ = -1;
  base::Nanoseconds last_ = 0;
  std::set<std::uint16_t> named_;
  std::map<std::uint16_t, std::vector<std::uint64_t>> open_;
};

}  // namespace

std::shared_ptr<Sink> make_chrome_sink(std::unique_ptr<Output> output, Filter filter) {
  return std::make_shared<ChromeSink>(std::move(output), std::move(filter));
}

}  // namespace transom::spy
