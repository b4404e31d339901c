#include "reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace transom::catalog::generator {
namespace {

template <class Value, std::size_t count>
std::optional<Value> look_up(const std::array<std::pair<std::string_view, Value>, count>& table,
                             std::string_view word) {
  const auto found = std::ranges::find(table, word, &std::pair<std::string_view, Value>::first);
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

constexpr auto kKinds = std::to_array<std::pair<std::string_view, Kind>>(
    {{"none", Kind::kNone},        {"int", Kind::kInt},
     {"uint", Kind::kUint},        {"hex", Kind::kHex},
     {"bool", Kind::kBool},        {"value", Kind::kValue},
     {"pointer", Kind::kPointer},  {"char", Kind::kCharacter},
     {"code", Kind::kCode},        {"message", Kind::kMessage},
     {"hwnd", Kind::kWindow},      {"handle", Kind::kHandle},
     {"atom", Kind::kAtom},        {"colour", Kind::kColour},
     {"enum", Kind::kEnum},        {"flags", Kind::kFlags},
     {"point", Kind::kPoint},      {"point32", Kind::kPoint32},
     {"size", Kind::kSize},        {"keystroke", Kind::kKeystroke},
     {"length", Kind::kLength},    {"text", Kind::kText},
     {"ansi", Kind::kAnsi},        {"wide", Kind::kWide},
     {"string", Kind::kString},    {"text_or_atom", Kind::kTextOrAtom},
     {"buffer", Kind::kBuffer},    {"array", Kind::kArray},
     {"struct", Kind::kStructure}, {"uint8", Kind::kByte},
     {"uint16", Kind::kWord},      {"uintptr", Kind::kValue}});

constexpr auto kDirections = std::to_array<std::pair<std::string_view, Direction>>(
    {{"in", Direction::kIn}, {"out", Direction::kOut}, {"inout", Direction::kInOut}});

constexpr auto kRoutes =
    std::to_array<std::pair<std::string_view, Route>>({{"sent", Route::kSent},
                                                       {"posted", Route::kPosted},
                                                       {"sent or posted", Route::kSentOrPosted},
                                                       {"state", Route::kState},
                                                       {"command", Route::kCommand},
                                                       {"notify", Route::kNotify},
                                                       {"marker", Route::kMarker}});

constexpr auto kMakers = std::to_array<std::pair<std::string_view, Maker>>(
    {{"system", Maker::kSystem}, {"program", Maker::kProgram}, {"anyone", Maker::kAnyone}});

bool needs_argument(Kind kind) {
  return kind == Kind::kHandle || kind == Kind::kEnum || kind == Kind::kFlags ||
         kind == Kind::kBuffer || kind == Kind::kArray || kind == Kind::kStructure;
}

// A stretch of one line that knows where it is.
struct Piece {
  std::string_view text;
  Place place;

  [[noreturn]] void fail(const std::string& what) const { throw DataError(place, what); }

  void drop(std::size_t count) {
    text.remove_prefix(count);
    place.column += static_cast<int>(count);
  }
  void trim() {
    while (!text.empty() && text.front() == ' ') drop(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  }
  // Takes everything up to `end` (or all), and `end` too.
  Piece take_until(std::string_view end) {
    Piece taken = *this;
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) {
      drop(text.size());
    } else {
      taken.text = text.substr(0, at);
      drop(at + end.size());
    }
    taken.trim();
    trim();
    return taken;
  }
};

std::int64_t number(const Piece& piece) {
  std::string_view digits = piece.text;
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  const bool hex = digits.starts_with("0x");
  if (hex) digits.remove_prefix(2);
  std::int64_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  if (error != std::errc{} || end != digits.data() + digits.size() || digits.empty()) {
    piece.fail("'" + std::string(piece.text) + "' is not a number");
  }
  return negative ? -value : value;
}

// `low`, `high` or `bitsA-B` before the kind.
bool take_bits(const Piece& word, FieldData& field) {
  if (word.text == "low") {
    field.bit_count = 16;
  } else if (word.text == "high") {
    field.first_bit = 16;
    field.bit_count = 16;
  } else if (word.text.starts_with("bits")) {
    Piece rest = word;
    rest.drop(4);
    const Piece first = rest.take_until("-");
    field.first_bit = static_cast<int>(number(first));
    field.bit_count = static_cast<int>(number(rest)) - field.first_bit + 1;
    if (field.first_bit < 0 || field.bit_count < 1 || field.first_bit + field.bit_count > 64) {
      word.fail("bits are numbered from 0 to 63, the lower first");
    }
  } else {
    return false;
  }
  return true;
}

FieldData read_field(Piece piece) {
  FieldData field;
  field.place = piece.place;
  Piece word = piece.take_until(" ");
  if (take_bits(word, field)) word = piece.take_until(" ");
  if (const auto direction = look_up(kDirections, word.text)) {
    field.direction = *direction;
    word = piece.take_until(" ");
  }
  const Piece kind = word.take_until(":");
  const auto known = look_up(kKinds, kind.text);
  if (!known) kind.fail("'" + std::string(kind.text) + "' is not a kind of parameter");
  field.kind = *known;
  field.argument = word.text;
  if (needs_argument(field.kind) && field.argument.empty()) {
    kind.fail("'" + std::string(kind.text) + "' needs an argument, as in " +
              std::string(kind.text) + ":NAME");
  }
  field.name = piece.text;
  if (field.name.find(' ') != std::string::npos) piece.fail("a name is one word");
  return field;
}

ParameterData read_parameter(Piece piece) {
  ParameterData parameter;
  Piece fields = piece.take_until(" -- ");
  parameter.note = piece.text;
  while (!fields.text.empty()) parameter.fields.push_back(read_field(fields.take_until(",")));
  if (parameter.fields.size() == 1 && parameter.fields[0].kind == Kind::kNone) {
    parameter.fields.clear();
  }
  return parameter;
}

void read_route(Piece piece, MessageData& message) {
  const Piece route = piece.take_until(" by ");
  const auto known = look_up(kRoutes, route.text);
  if (!known) route.fail("'" + std::string(route.text) + "' is not a way for a message to travel");
  message.route = *known;
  if (*known == Route::kMarker) return;
  const auto maker = look_up(kMakers, piece.text);
  if (!maker) piece.fail("'by system', 'by program' or 'by anyone' expected");
  message.maker = *maker;
}

void read_property(Piece key, Piece value, MessageData& message) {
  static const std::map<std::string_view, std::string MessageData::*> texts = {
      {"family", &MessageData::family}, {"class", &MessageData::window_class},
      {"says", &MessageData::summary},  {"default", &MessageData::default_action},
      {"page", &MessageData::page},     {"seed", &MessageData::comes_about}};
  static const std::map<std::string_view, ParameterData MessageData::*> parameters = {
      {"wparam", &MessageData::wparam},
      {"lparam", &MessageData::lparam},
      {"result", &MessageData::result}};
  if (value.text.empty()) value.fail("'" + std::string(key.text) + "' has no value");
  if (const auto text = texts.find(key.text); text != texts.end()) {
    if (!(message.*text->second).empty()) key.fail("'" + std::string(key.text) + "' twice");
    message.*text->second = value.text;
  } else if (const auto parameter = parameters.find(key.text); parameter != parameters.end()) {
    message.*parameter->second = read_parameter(value);
  } else if (key.text == "route") {
    read_route(value, message);
  } else {
    key.fail("'" + std::string(key.text) + "' is not a property of a message");
  }
}

// The block that a line without indentation begins, and how its further lines are read.
class BlockReader {
 public:
  explicit BlockReader(CatalogData& data) : data_(data) {}

  void begin(Piece line) {
    const Piece word = line.take_until(" ");
    const Piece name = line.take_until(" ");
    if (name.text.empty()) word.fail("a block begins with its kind and its name");
    block_ = word.text;
    if (block_ == "message" || block_ == "notification") {
      begin_message(word, name, line);
    } else if (block_ == "enum" || block_ == "flags") {
      data_.groups.push_back({name.place, block_ == "flags", std::string(name.text), {}});
    } else if (block_ == "struct") {
      data_.structures.push_back({name.place,
                                  std::string(name.text),
                                  std::string(line.text.empty() ? name.text : line.text),
                                  {}});
    } else {
      word.fail("'" + block_ + "' is not a kind of block");
    }
  }

  void go_on(Piece line) {
    if (block_.empty()) line.fail("an indented line outside of a block");
    if (block_ == "struct") {
      data_.structures.back().members.push_back(read_field(line));
      return;
    }
    const Piece key = line.take_until(" ");
    if (block_ == "message" || block_ == "notification") {
      read_property(key, line, data_.messages.back());
    } else {
      data_.groups.back().values.push_back({std::string(key.text), number(line)});
    }
  }

 private:
  void begin_message(const Piece&, const Piece& name, const Piece& value) {
    const std::int64_t parsed = number(value);
    if (parsed > 0xFFFFFFFF || parsed < INT32_MIN) value.fail("a message has 32 bits");
    MessageData message;
    message.place = name.place;
    message.name = name.text;
    message.number = static_cast<std::uint32_t>(parsed);
    message.notification = block_ == "notification";
    data_.messages.push_back(message);
  }

  CatalogData& data_;
  std::string block_;
};

void check_field(const CatalogData& data, const FieldData& field) {
  const bool named_window = field.kind == Kind::kWindow && !field.argument.empty();
  if (field.kind == Kind::kEnum || field.kind == Kind::kFlags || named_window) {
    const auto group = std::ranges::find(data.groups, field.argument, &GroupData::name);
    if (group == data.groups.end()) {
      throw DataError(field.place, "there is no group of values '" + field.argument + "'");
    }
    if (group->flags != (field.kind == Kind::kFlags)) {
      throw DataError(field.place, "'" + field.argument + "' is " +
                                       (group->flags ? "flags" : "an enum") + ", not " +
                                       (group->flags ? "an enum" : "flags"));
    }
  } else if (field.kind == Kind::kStructure &&
             std::ranges::find(data.structures, field.argument, &StructureData::name) ==
                 data.structures.end()) {
    throw DataError(field.place, "there is no structure '" + field.argument + "'");
  }
}

void check_message(const CatalogData& data, const MessageData& message) {
  if (message.family.empty()) throw DataError(message.place, message.name + " has no family");
  if (message.summary.empty()) throw DataError(message.place, message.name + " says nothing");
  const bool by_parent = message.route == Route::kCommand || message.route == Route::kNotify;
  if (message.notification != by_parent) {
    throw DataError(message.place, message.name + ": notifications, and only they, travel by " +
                                       "'command' or 'notify'");
  }
  for (const auto* parameter : {&message.wparam, &message.lparam, &message.result}) {
    for (const FieldData& field : parameter->fields) check_field(data, field);
  }
}

}  // namespace

void read(CatalogData& data, std::string_view text, const std::string& file) {
  BlockReader reader(data);
  int line_number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    Piece line{text.substr(0, end), {file, ++line_number, 1}};
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool indented = line.text.starts_with(' ');
    if (const auto tab = line.text.find('\t'); tab != std::string_view::npos) {
      line.drop(tab);
      line.fail("a tab: indent and separate with spaces");
    }
    line.trim();
    if (line.text.empty() || line.text.front() == '#') continue;
    indented ? reader.go_on(line) : reader.begin(line);
  }
}

void check(const CatalogData& data) {
  std::set<std::string> names;
  for (const MessageData& message : data.messages) {
    if (!names.insert(message.name).second) {
      throw DataError(message.place, message.name + " is there twice");
    }
    check_message(data, message);
  }
  for (const StructureData& structure : data.structures) {
    for (const FieldData& member : structure.members) check_field(data, member);
  }
}

}  // namespace transom::catalog::generator
