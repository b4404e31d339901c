#include "spy/format.h"
#include "spy/line_sink.h"

namespace transom::spy {
namespace {

// Handles and parameters are hexadecimal strings: JSON numbers lose the upper bits in many readers.
std::string hexadecimal(std::uint64_t value) {
  char text[24];
  std::snprintf(text, sizeof text, "\"0x%llX\"", static_cast<unsigned long long>(value));
  return text;
}

class JsonSink final : public LineSink {
 public:
  using LineSink::LineSink;

 private:
  std::string line_of(const Record& record, double milliseconds) const override {
    char head[128];
    std::snprintf(head, sizeof head, "{\"ms\":%.6f,\"event\":\"%c\",\"thread\":%u,\"depth\":%u",
                  milliseconds, letter_of(record.event), static_cast<unsigned>(record.thread),
                  static_cast<unsigned>(record.depth));
    std::string line = head;
    if (record.call) line += ",\"call\":" + std::to_string(record.call);
    if (record.link) line += ",\"from\":" + std::to_string(record.link);
    line += record.origin == Origin::kSystem ? ",\"origin\":\"system\"" : ",\"origin\":\"program\"";
    line += ",\"message\":" + json_text(title_of(record)) +
            ",\"number\":" + std::to_string(record.message);
    add_window(line, record);
    line += ",\"wparam\":" + hexadecimal(record.wparam) +
            ",\"lparam\":" + hexadecimal(static_cast<std::uint64_t>(record.lparam));
    if (record.event == Event::kReturned) line += ",\"result\":" + std::to_string(record.result);
    if (const std::string code = notification_of(record); !code.empty()) {
      line += ",\"notification\":" + json_text(code);
    }
    add_parts(line, record);
    return line + "}\n";
  }

  static void add_window(std::string& line, const Record& record) {
    line += ",\"window\":" + hexadecimal(reinterpret_cast<std::uintptr_t>(record.window));
    if (record.window_class[0]) line += ",\"class\":" + json_text(record.window_class);
    if (record.window_text[0]) line += ",\"text\":" + json_text(record.window_text);
  }

  static void add_parts(std::string& line, const Record& record) {
    const std::vector<Part> parts = parts_of(record);
    if (parts.empty()) return;
    line += ",\"parameters\":{";
    for (std::size_t i = 0; i < parts.size(); ++i) {
      line += (i ? "," : "") + json_text(parts[i].name) + ":" + json_text(parts[i].value);
    }
    line += "}";
  }
};

}  // namespace

std::shared_ptr<Sink> make_json_sink(std::unique_ptr<Output> output, Filter filter) {
  return std::make_shared<JsonSink>(std::move(output), std::move(filter));
}

}  // namespace transom::spy
