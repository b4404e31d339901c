#include "host/headless/script_parser.h"

#include <cctype>
#include <charconv>
#include <span>

namespace transom::host {
namespace {

enum class Operand {
  kNone,
  kNumbers,        // exactly `most` of them
  kNumbersOrNone,  // none, or `most`
  kButton,         // a button's name, or nothing
  kButtonNumbers,  // numbers, perhaps after a button's name
  kNotches,        // one number, perhaps with a position
  kPointFiles,     // x y, then names of files, in quotes where they have blanks
  kTitle,          // "quoted"
  kTitleOrNone,
  kWord,  // one word
  kFile,  // the rest of the line without blanks at its ends
  kRest,  // all that follows the blank, as it is
};

struct Verb {
  std::string_view name;
  ScriptAction action;
  Operand operand;
  std::size_t most = 0;
  std::string_view button = "left";
};

constexpr Verb kVerbs[] = {
    {"wait", ScriptAction::kWait, Operand::kNumbers, 1},
    {"move", ScriptAction::kMove, Operand::kNumbers, 2},
    {"click", ScriptAction::kClick, Operand::kNumbersOrNone, 2},
    {"rightclick", ScriptAction::kClick, Operand::kNumbersOrNone, 2, "right"},
    {"middleclick", ScriptAction::kClick, Operand::kNumbersOrNone, 2, "middle"},
    {"doubleclick", ScriptAction::kDoubleClick, Operand::kNumbersOrNone, 2},
    {"down", ScriptAction::kDown, Operand::kButton},
    {"up", ScriptAction::kUp, Operand::kButton},
    {"drag", ScriptAction::kDrag, Operand::kButtonNumbers, 4},
    {"wheel", ScriptAction::kWheel, Operand::kNotches},
    {"tilt", ScriptAction::kTilt, Operand::kNotches},
    {"key", ScriptAction::kKey, Operand::kWord},
    {"keydown", ScriptAction::kKeyDown, Operand::kWord},
    {"keyup", ScriptAction::kKeyUp, Operand::kWord},
    {"type", ScriptAction::kType, Operand::kRest},
    {"layout", ScriptAction::kLayout, Operand::kWord},
    {"window", ScriptAction::kWindow, Operand::kTitleOrNone},
    {"screen", ScriptAction::kScreen, Operand::kNone},
    {"focus", ScriptAction::kFocus, Operand::kTitle},
    {"drop", ScriptAction::kDrop, Operand::kPointFiles},
    {"shot", ScriptAction::kShot, Operand::kFile},
    {"close", ScriptAction::kClose, Operand::kTitleOrNone},
    {"expect-window", ScriptAction::kExpectWindow, Operand::kTitle},
    {"expect-no-window", ScriptAction::kExpectNoWindow, Operand::kTitle},
    {"quit", ScriptAction::kQuit, Operand::kNone},
};

bool is_blank(char character) {
  return character == ' ' || character == '\t';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && (is_blank(text.back()) || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::string_view take_word(std::string_view& text) {
  std::size_t length = 0;
  while (length < text.size() && !is_blank(text[length])) ++length;
  const std::string_view word = text.substr(0, length);
  text = text.substr(length);
  return word;
}

bool is_button(std::string_view word) {
  return word == "left" || word == "right" || word == "middle" || word == "x1" || word == "x2";
}

bool take_numbers(std::string_view text, std::vector<int>& numbers) {
  for (text = trim(text); !text.empty(); text = trim(text)) {
    const std::string_view word = take_word(text);
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size()) return false;
    numbers.push_back(value);
  }
  return true;
}

std::string count_error(const Verb& verb, bool optional) {
  return std::string(verb.name) + " takes " + std::to_string(verb.most) +
         (verb.most == 1 ? " number" : " numbers") + (optional ? " or none" : "");
}

std::string read_numbers(const Verb& verb, std::string_view text, ScriptStep& step, bool optional) {
  const bool fits = take_numbers(text, step.numbers) &&
                    (step.numbers.size() == verb.most || (optional && step.numbers.empty()));
  return fits ? "" : count_error(verb, optional);
}

std::string read_button(std::string_view& text, ScriptStep& step, bool alone) {
  std::string_view rest = text;
  const std::string_view word = take_word(rest);
  if (is_button(word)) {
    step.text = word;
    text = trim(rest);
  }
  if (alone && !text.empty()) return "a button is left, right, middle, x1 or x2";
  return "";
}

// A word, or what stands between double quotes.
std::string_view take_name(std::string_view& text) {
  if (!text.starts_with('"')) return take_word(text);
  const std::size_t end = text.find('"', 1);
  const std::string_view name = text.substr(1, end - 1);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return name;
}

std::string read_point_and_files(const Verb& verb, std::string_view text, ScriptStep& step) {
  std::string error = std::string(verb.name) + " takes x, y and names of files";
  for (int i = 0; i < 2; ++i, text = trim(text)) {
    if (!take_numbers(take_word(text), step.numbers)) return error;
  }
  for (; !text.empty(); text = trim(text)) step.files.emplace_back(take_name(text));
  return step.numbers.size() == 2 && !step.files.empty() ? "" : error;
}

std::string read_title(std::string_view text, ScriptStep& step) {
  const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  if (!quoted) return "a window's title stands in double quotes";
  step.text = text.substr(1, text.size() - 2);
  return "";
}

std::string read_notches(const Verb& verb, std::string_view text, ScriptStep& step) {
  const bool fits =
      take_numbers(text, step.numbers) && (step.numbers.size() == 1 || step.numbers.size() == 3);
  return fits ? "" : std::string(verb.name) + " takes a number of notches, and perhaps x and y";
}

std::string read_text(const Verb& verb, std::string_view text, ScriptStep& step) {
  step.text = text;
  return text.empty() ? std::string(verb.name) + " lacks what to " + std::string(verb.name) : "";
}

std::string read_word(const Verb& verb, std::string_view text, ScriptStep& step) {
  std::string error = read_text(verb, text, step);
  if (error.empty() && step.text.find(' ') != std::string::npos) return "one key a line";
  return error;
}

// Empty: all is well. `text` begins after the verb and is trimmed but for `raw`.
std::string read_operand(const Verb& verb, std::string_view raw, ScriptStep& step) {
  std::string_view text = trim(raw);
  switch (verb.operand) {
    case Operand::kNone:
      return text.empty() ? "" : std::string(verb.name) + " stands alone";
    case Operand::kNumbers:
      return read_numbers(verb, text, step, false);
    case Operand::kNumbersOrNone:
      return read_numbers(verb, text, step, true);
    case Operand::kButton:
      return read_button(text, step, true);
    case Operand::kButtonNumbers:
      read_button(text, step, false);
      return read_numbers(verb, text, step, false);
    case Operand::kNotches:
      return read_notches(verb, text, step);
    case Operand::kPointFiles:
      return read_point_and_files(verb, text, step);
    case Operand::kTitle:
      return read_title(text, step);
    case Operand::kTitleOrNone:
      return text.empty() ? "" : read_title(text, step);
    case Operand::kWord:
      return read_word(verb, text, step);
    case Operand::kFile:
      return read_text(verb, text, step);
    case Operand::kRest:
      return read_text(verb, raw, step);
  }
  return "";
}

const Verb* find_verb(std::string_view name) {
  for (const Verb& verb : kVerbs) {
    if (verb.name == name) return &verb;
  }
  return nullptr;
}

std::string read_line(std::string_view line, ScriptStep& step) {
  const std::string_view name = take_word(line);
  const Verb* verb = find_verb(name);
  if (verb == nullptr) return "there is no step '" + std::string(name) + "'";
  step.action = verb->action;
  step.text = verb->operand == Operand::kTitleOrNone ? "" : verb->button;
  if (!line.empty()) line.remove_prefix(1);
  return read_operand(*verb, line, step);
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  return line;
}

}  // namespace

Script parse_script(std::string name, std::string_view text) {
  Script script;
  script.name = std::move(name);
  for (int number = 1; !text.empty(); ++number) {
    const std::string_view line = take_line(text);
    if (trim(line).empty() || line.front() == '#') continue;
    ScriptStep step;
    step.line = number;
    std::string error = read_line(line, step);
    if (!error.empty()) {
      script.error_line = number;
      script.error = std::move(error);
      return script;
    }
    script.steps.push_back(std::move(step));
  }
  return script;
}

}  // namespace transom::host
