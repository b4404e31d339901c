#include "spy/format.h"

#include <array>

#include "spy/decode.h"

namespace transom::spy {
namespace {

using catalog::Direction;
using catalog::Field;
using catalog::Message;
using catalog::Parameter;

// From WH_MSGFILTER, -1, on.
constexpr std::array<const char*, 16> kHooks = {"WH_MSGFILTER",
                                                "WH_JOURNALRECORD",
                                                "WH_JOURNALPLAYBACK",
                                                "WH_KEYBOARD",
                                                "WH_GETMESSAGE",
                                                "WH_CALLWNDPROC",
                                                "WH_CBT",
                                                "WH_SYSMSGFILTER",
                                                "WH_MOUSE",
                                                "WH_HARDWARE",
                                                "WH_DEBUG",
                                                "WH_SHELL",
                                                "WH_FOREGROUNDIDLE",
                                                "WH_CALLWNDPROCRET",
                                                "WH_KEYBOARD_LL",
                                                "WH_MOUSE_LL"};

constexpr std::array<const char*, 10> kCbtCodes = {
    "HCBT_MOVESIZE", "HCBT_MINMAX",       "HCBT_QS",         "HCBT_CREATEWND",  "HCBT_DESTROYWND",
    "HCBT_ACTIVATE", "HCBT_CLICKSKIPPED", "HCBT_KEYSKIPPED", "HCBT_SYSCOMMAND", "HCBT_SETFOCUS"};

std::string hook_title(const Record& record) {
  const auto index = static_cast<std::size_t>(record.hook + 1);
  std::string title = index < kHooks.size() ? kHooks[index] : "WH_" + std::to_string(record.hook);
  const auto code = static_cast<std::size_t>(record.hook_code);
  if (record.hook == WH_CBT && code < kCbtCodes.size()) return title + " " + kCbtCodes[code];
  if (record.message != WM_NULL) {
    return title + " " + catalog::name_of(record.message, record.window_class);
  }
  return title + " code " + std::to_string(record.hook_code);
}

std::string name_of_field(const Field& field, const char* otherwise) {
  return field.name.empty() ? otherwise : std::string(field.name.view());
}

// A parameter that the catalogue knows nothing of, or that should be zero and is not.
void add_raw(std::vector<Part>& parts, const char* name, std::uint64_t raw) {
  Field field{};
  field.bit_count = 64;
  field.kind = catalog::Kind::kValue;
  if (raw != 0) parts.push_back({name, decode_field(field, raw)});
}

void add(std::vector<Part>& parts, const Record& record, const Parameter& parameter,
         const char* name, std::uint64_t raw, std::string_view pointed) {
  const bool returned = record.event == Event::kReturned;
  if (!pointed.empty()) {
    parts.push_back({name_of_field(parameter.fields()[0], name), std::string(pointed)});
    return;
  }
  if (returned) return;  // said at the call
  if (parameter.count == 0) add_raw(parts, name, raw);
  for (const Field& field : parameter.fields()) {
    if (field.direction == Direction::kOut) continue;
    parts.push_back({name_of_field(field, name), decode_field(field, raw, record.peer_class)});
  }
}

void add_result(std::vector<Part>& parts, const Record& record, const Message* message) {
  const auto raw = static_cast<std::uint64_t>(record.result);
  if (message == nullptr || message->result.count == 0) {
    add_raw(parts, "result", raw);
    return;
  }
  for (const Field& field : message->result.fields()) {
    parts.push_back({name_of_field(field, "result"), decode_field(field, raw)});
  }
}

}  // namespace

std::string title_of(const Record& record) {
  if (record.event == Event::kHook) return hook_title(record);
  return catalog::name_of(record.message, record.window_class);
}

std::vector<Part> parts_of(const Record& record) {
  std::vector<Part> parts;
  if (record.event == Event::kHook || record.event == Event::kDefault) return parts;
  const Message* message = catalog::find(record.message, record.window_class);
  const auto lparam = static_cast<std::uint64_t>(record.lparam);
  if (record.event == Event::kReturned) add_result(parts, record, message);
  if (message != nullptr) {
    add(parts, record, message->wparam, "wParam", record.wparam, record.pointed_by_wparam());
    add(parts, record, message->lparam, "lParam", lparam, record.pointed_by_lparam());
  } else if (record.event != Event::kReturned) {
    add_raw(parts, "wParam", record.wparam);
    add_raw(parts, "lParam", lparam);
  }
  return parts;
}

std::string notification_of(const Record& record) {
  if (record.peer_class[0] == 0) return {};
  const catalog::Route route =
      record.message == WM_COMMAND ? catalog::Route::kCommand : catalog::Route::kNotify;
  const Message* message = catalog::find_notification(route, record.code, record.peer_class);
  return message == nullptr ? std::string() : std::string(message->name.view());
}

}  // namespace transom::spy
