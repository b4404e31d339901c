#include "catalog_print.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <sstream>
#include <vector>

#include "suggestion.h"

namespace transom::tool {
namespace {

using catalog::Direction;
using catalog::Field;
using catalog::Kind;
using catalog::Maker;
using catalog::Message;
using catalog::Parameter;
using catalog::Route;

std::string bold(std::string_view text) {
  const bool colour = isatty(STDOUT_FILENO) && !std::getenv("NO_COLOR");
  return colour ? "\033[1m" + std::string(text) + "\033[0m" : std::string(text);
}

std::string number_text(const Message& message) {
  const auto value = static_cast<std::int32_t>(message.number);
  if (value < 0) return std::to_string(value);
  char text[40];
  std::snprintf(text, sizeof text, "0x%04X", message.number);
  return text;
}

std::string_view maker_text(Maker maker) {
  switch (maker) {
    case Maker::kSystem:
      return "by the system";
    case Maker::kProgram:
      return "by programs";
    case Maker::kAnyone:
      return "by the system and by programs";
  }
  return {};
}

std::string route_text(const Message& message) {
  const std::string maker(maker_text(message.maker));
  switch (message.route) {
    case Route::kSent:
      return "sent " + maker;
    case Route::kPosted:
      return "posted " + maker;
    case Route::kSentOrPosted:
      return "sent or posted " + maker;
    case Route::kState:
      return "made by GetMessage when nothing else waits, from a flag";
    case Route::kCommand:
      return "a notification: sent to the control's parent as WM_COMMAND";
    case Route::kNotify:
      return "a notification: sent to the control's parent as WM_NOTIFY";
    case Route::kMarker:
      return "never: it names a number at the end of a range";
  }
  return {};
}

std::string_view plain_kind(Kind kind) {
  switch (kind) {
    case Kind::kNone:
      return "not used";
    case Kind::kInt:
      return "signed number";
    case Kind::kUint:
    case Kind::kWord:
    case Kind::kByte:
      return "number";
    case Kind::kHex:
      return "bits";
    case Kind::kBool:
      return "TRUE or FALSE";
    case Kind::kValue:
      return "pointer-sized value";
    case Kind::kPointer:
      return "pointer";
    case Kind::kCharacter:
      return "character";
    case Kind::kCode:
      return "notification code";
    case Kind::kMessage:
      return "message number";
    case Kind::kWindow:
      return "HWND";
    case Kind::kAtom:
      return "ATOM";
    case Kind::kColour:
      return "COLORREF";
    case Kind::kPoint:
      return "point: x in the low word, y in the high word, signed";
    case Kind::kPoint32:
      return "POINT";
    case Kind::kSize:
      return "size: width in the low word, height in the high word";
    case Kind::kKeystroke:
      return "keystroke: repeat count 0-15, scan code 16-23, extended 24, Alt 29, was down 30, "
             "released 31";
    case Kind::kLength:
      return "number of characters";
    case Kind::kText:
      return "text, ANSI or Unicode as the window";
    case Kind::kAnsi:
      return "ANSI text";
    case Kind::kWide:
      return "UTF-16 text";
    case Kind::kString:
      return "text, or item data where the list keeps no strings";
    case Kind::kTextOrAtom:
      return "text or atom";
    default:
      return {};
  }
}

std::string kind_text(const Field& field) {
  switch (field.kind) {
    case Kind::kHandle:
      return std::string(catalog::handle_type(field.argument));
    case Kind::kEnum:
      return "one of";
    case Kind::kFlags:
      return "flags";
    case Kind::kStructure:
      return std::string(catalog::structure(field.argument).name.view());
    case Kind::kBuffer:
      return field.argument == 0 ? "text buffer of wParam characters"
                                 : "text buffer whose first word is its length";
    case Kind::kArray:
      return "array of 32-bit numbers";
    default:
      return std::string(plain_kind(field.kind));
  }
}

std::string_view direction_text(Direction direction) {
  switch (direction) {
    case Direction::kIn:
      return "pointer to ";
    case Direction::kOut:
      return "pointer, receives ";
    case Direction::kInOut:
      return "pointer, read and written: ";
    default:
      return {};
  }
}

std::string bits_text(const Field& field) {
  if (field.bit_count == 64) return {};
  if (field.bit_count == 16 && field.first_bit == 0) return "low word: ";
  if (field.bit_count == 16 && field.first_bit == 16) return "high word: ";
  return "bits " + std::to_string(field.first_bit) + "-" +
         std::to_string(field.first_bit + field.bit_count - 1) + ": ";
}

// The names of an enumeration or of flags, wrapped.
void print_values(std::ostream& out, const catalog::Group& group) {
  constexpr std::size_t kMost = 40;
  std::size_t column = 0, printed = 0;
  for (const catalog::NamedValue& value : group.values()) {
    if (++printed > kMost) {
      out << " ... " << group.count - kMost << " more";
      break;
    }
    char number[24];
    std::snprintf(number, sizeof number, group.flags ? "0x%llX" : "%lld",
                  static_cast<long long>(value.value));
    const std::string item = std::string(value.name.view()) + " " + number;
    if (column == 0 || column + item.size() > 76) {
      out << (column == 0 ? "              " : ",\n              ");
      column = 14;
    } else {
      out << ", ";
    }
    out << item;
    column += item.size() + 2;
  }
  out << '\n';
}

void print_parameter(std::ostream& out, std::string_view name, const Parameter& parameter) {
  out << "  " << bold(name) << std::string(name.size() < 9 ? 9 - name.size() : 1, ' ');
  if (parameter.count == 0)
    out << (name == "result" ? "0, or without meaning" : "not used")
        << (parameter.note.empty() ? "\n" : "");
  bool first = true;
  for (const Field& field : parameter.fields()) {
    if (!first) out << "           ";
    first = false;
    out << bits_text(field);
    if (!field.name.empty()) out << field.name.view() << ", ";
    out << direction_text(field.direction) << kind_text(field) << '\n';
    if (field.kind == Kind::kEnum || field.kind == Kind::kFlags) {
      print_values(out, catalog::group(field.argument));
    }
  }
  if (!parameter.note.empty()) {
    out << (parameter.count == 0 ? " (" : "           (") << parameter.note.view() << ")\n";
  }
}

void print_line(std::ostream& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  out << "  " << bold(name) << std::string(name.size() < 9 ? 9 - name.size() : 1, ' ') << text
      << '\n';
}

// "nchittest" is what follows the prefix of WM_NCHITTEST.
bool base_name_is(std::string_view name, std::string_view given) {
  const std::size_t prefix = name.find('_');
  if (prefix == std::string_view::npos) return false;
  name.remove_prefix(prefix + 1);
  return std::ranges::equal(name, given, {}, {}, [](char c) {
    return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  });
}

}  // namespace

void explain(std::ostream& out, const Message& message) {
  out << bold(message.name.view()) << "  " << number_text(message) << "  (" << message.family.view()
      << ")\n  " << message.summary.view() << ".\n\n";
  print_line(out, "class", message.window_class);
  print_line(out, "route", route_text(message));
  print_line(out, "when", message.comes_about);
  if (message.route != Route::kMarker) {
    print_parameter(out, "wParam", message.wparam);
    print_parameter(out, "lParam", message.lparam);
    print_parameter(out, "result", message.result);
    if (message.number < catalog::kUser && !message.notification) {
      print_line(out, "default",
                 message.default_action.empty() ? "DefWindowProc does nothing and returns 0"
                                                : message.default_action.view());
    }
  }
  if (!message.page.empty()) {
    print_line(out, "page",
               "https://learn.microsoft.com/windows/win32/" + std::string(message.page.view()));
  }
}

void explain_range(std::ostream& out, std::uint32_t number) {
  out << bold(catalog::name_of(number)) << '\n';
  if (number >= catalog::kRegistered && number <= catalog::kRegisteredLast) {
    out << "  A number that RegisterWindowMessage gives out: the same in all programs that "
           "register "
           "the same name.\n";
  } else if (number >= catalog::kApp && number < catalog::kRegistered) {
    out << "  Private to the application, never used by the system.\n";
  } else if (number >= catalog::kUser && number < catalog::kApp) {
    out << "  Private to the window's class.\n";
  } else {
    out << "  Reserved by the system, not documented.\n";
  }
}

bool list(std::ostream& out, std::string_view family) {
  std::map<std::string_view, std::vector<const Message*>> families;
  for (const Message& message : catalog::messages()) {
    if (family.empty() || family == message.family.view()) {
      families[message.family].push_back(&message);
    }
  }
  for (const auto& [name, members] : families) {
    out << bold(name) << '\n';
    for (const Message* message : members) {
      char line[64];
      std::snprintf(line, sizeof line, "  %-6s  %-32s", number_text(*message).c_str(),
                    std::string(message->name.view()).c_str());
      out << line << " " << message->summary.view() << '\n';
    }
  }
  return !families.empty();
}

Failure unknown_family(const std::string& given) {
  std::vector<std::string> names;
  for (const Message& message : catalog::messages()) names.emplace_back(message.family.view());
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string all = "families:";
  for (const std::string& name : names) all += (name == names.front() ? " " : ", ") + name;
  return Failure("there is no family '" + given + "'", perhaps(given, names, all), 2);
}

// A forgotten prefix changes more of a name than a slip of the finger.
Failure unknown_message(const std::string& given) {
  std::vector<std::string> names, without_prefix;
  for (const Message& message : catalog::messages()) {
    const std::string name(message.name.view());
    names.push_back(name);
    if (base_name_is(name, given)) without_prefix.push_back(name);
  }
  std::string like;
  for (const std::string& name : without_prefix) like += (like.empty() ? "" : ", ") + name;
  const std::string remedy =
      like.empty() ? perhaps(given, names, "`transom catalog` lists them all") : "perhaps " + like;
  return Failure("there is no message '" + given + "'", remedy, 2);
}

}  // namespace transom::tool
