// The catalogue of messages: what each number is called, what its parameters mean, how it travels.
//
// Contract
//  - Generated at build time from the data in catalog/ (its README has the format); read-only,
//  without
//    relocations or start-up cost: nothing is touched before it is asked for.
//  - Numbers below WM_USER mean the same for every window and are found by one index. From WM_USER
//    on they belong to the window's class, so a look-up takes its name; WM_APP and registered
//    numbers have no records.
//  - Views and pointers that come from here live as long as the process.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace transom::catalog {

inline constexpr std::uint32_t kUser = 0x0400;
inline constexpr std::uint32_t kApp = 0x8000;
inline constexpr std::uint32_t kRegistered = 0xC000;
inline constexpr std::uint32_t kRegisteredLast = 0xFFFF;

// How a message gets to its window.
enum class Route : std::uint8_t {
  kSent,
  kPosted,
  kSentOrPosted,
  kState,    // made by GetMessage from a flag: WM_PAINT, WM_TIMER, WM_QUIT
  kCommand,  // a notification code in WM_COMMAND
  kNotify,   // a notification code in WM_NOTIFY
  kMarker,   // names a number that ends or begins a range
};

enum class Maker : std::uint8_t { kSystem, kProgram, kAnyone };

// What a parameter, a part of one or a member of a structure is.
enum class Kind : std::uint8_t {
  kNone,  // always zero, or without meaning
  kInt,   // signed
  kUint,
  kHex,
  kBool,
  kValue,      // as wide as a pointer; only the program knows what it means
  kPointer,    // to what the catalogue does not describe
  kCharacter,  // a UTF-16 unit, a byte from ANSI callers
  kCode,       // a notification code of the control that sends it
  kMessage,    // the number of a message
  kWindow,     // HWND
  kHandle,     // argument: its type
  kAtom,
  kColour,  // COLORREF
  kEnum,    // argument: its group
  kFlags,   // argument: its group
  kPoint,   // two signed words; in structures kPoint32
  kPoint32,
  kSize,       // two unsigned words
  kKeystroke,  // lParam of key messages: repeat count, scan code, state bits
  kLength,     // a number of characters: to be converted with the text it measures
  kText,       // characters as the caller speaks; from here to kString zero-terminated
  kAnsi,
  kWide,
  kString,  // text, or item data where an owner-drawn list keeps no strings
  kTextOrAtom,
  kBuffer,     // receives text; argument: its BufferRule
  kArray,      // argument: the kind of its elements; the other parameter counts them
  kStructure,  // argument: its index in structures()
  kByte,
  kWord,
};

// How much room a text buffer has.
enum class BufferRule : std::uint8_t {
  kWparam,     // wParam characters
  kFirstWord,  // as many as its own first word says
};

// A parameter that is not a plain value is a pointer that is read, written, or both.
enum class Direction : std::uint8_t { kValue, kIn, kOut, kInOut };

// What user32 does with the parameters between ANSI and Unicode, and what a copy to another process
// copies.
enum class TextRule : std::uint8_t {
  kNone,
  kIn,            // lParam: zero-terminated text
  kInString,      // lParam: as kIn where the list has strings (its style), else item data
  kOutWparam,     // lParam: buffer of wParam characters; the result counts what was copied
  kOutFirstWord,  // lParam: buffer whose first word is its capacity
  kOutString,  // lParam: buffer as long as the item's text, or item data for lists without strings
  kLength,     // the result counts characters
  kCharacter,  // wParam: a character
  kCreate,     // lParam: CREATESTRUCT
  kMdiCreate,  // lParam: MDICREATESTRUCT
};

enum class CopyRule : std::uint8_t {
  kNumbers,     // nothing is pointed to
  kText,        // as the text rule says
  kStructure,   // a structure without pointers, as large as structure() says
  kCopyData,    // WM_COPYDATA
  kOutNumbers,  // wParam and lParam each point to a 32-bit number that is written, or are null
  kArray,       // lParam points to wParam 32-bit numbers
  kRefuse,      // a pointer that means nothing in another process
};

// A string of the table, as an offset: the table then needs no relocation.
struct Text {
  std::uint32_t offset;
  std::uint32_t length;
  std::string_view view() const;
  operator std::string_view() const { return view(); }
  bool empty() const { return length == 0; }
};

struct Field {
  std::uint8_t first_bit;
  std::uint8_t bit_count;  // 64: all of it
  Kind kind;
  Direction direction;
  std::uint16_t argument;
  std::uint16_t offset;  // of a member in its structure
  Text name;
};

struct Parameter {
  std::uint16_t first;
  std::uint16_t count;
  Text note;
  std::span<const Field> fields() const;
};

struct Message {
  std::uint32_t number;  // a notification's code as WM_COMMAND or WM_NOTIFY carries it
  Route route;
  Maker maker;
  bool notification;
  bool seed;  // one of the rows that the coverage report counts
  Text name;
  Text family;
  Text window_class;  // empty: any window
  Text summary;
  Text default_action;  // of DefWindowProc; empty: nothing, returns 0
  Text page;            // under https://learn.microsoft.com/windows/win32/
  Text comes_about;     // for seed rows
  Parameter wparam;
  Parameter lparam;
  Parameter result;
};

struct NamedValue {
  std::int64_t value;
  Text name;
};

// What the numbers of a parameter are called.
struct Group {
  bool flags;
  std::uint16_t first;
  std::uint16_t count;
  Text name;
  std::span<const NamedValue> values() const;
};

struct Structure {
  std::uint16_t size;
  bool has_pointers;
  std::uint16_t first;
  std::uint16_t count;
  Text name;
  std::span<const Field> fields() const;
};

// The message of a number, for a window of this class (which may be empty). Null where there is
// none. A marker is only found by name.
const Message* find(std::uint32_t number, std::string_view window_class = {});
// By name; a name with an A and a W form finds the W form.
const Message* find(std::string_view name);
// The notification with this code from a control of this class, by WM_COMMAND or WM_NOTIFY.
const Message* find_notification(Route route, std::uint32_t code, std::string_view window_class);

// What to call any number: its name, or "WM_USER+5", "WM_APP+1", "registered 0xC012",
// "WM_PENWINFIRST+3".
std::string name_of(std::uint32_t number, std::string_view window_class = {});

std::span<const Message> messages();
const Group& group(std::uint16_t index);
const Structure& structure(std::uint16_t index);
std::string_view handle_type(std::uint16_t index);

// Whether a window class may be called by this catalogue name (classes compare without case).
bool same_class(std::string_view a, std::string_view b);

namespace detail {
extern const TextRule text_rules[kUser];
extern const CopyRule copy_rules[kUser];
}  // namespace detail

inline TextRule text_rule(std::uint32_t message) {
  return message < kUser ? detail::text_rules[message] : TextRule::kNone;
}
// From WM_USER on parameters pass as numbers, as they do on Windows.
inline CopyRule copy_rule(std::uint32_t message) {
  return message < kUser ? detail::copy_rules[message] : CopyRule::kNumbers;
}

}  // namespace transom::catalog
