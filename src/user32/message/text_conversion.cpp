#include "user32/message/text_conversion.h"
#include "user32/message/send.h"

#include <array>
#include <string>

#include "base/held_locks.h"
#include "base/text.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

// How a message carries text.
enum class TextRule : std::uint8_t {
  kNone,
  kTextIn,        // lParam: a string
  kItemTextIn,    // lParam: a string, unless the list keeps no strings
  kBuffer,        // lParam: a buffer of wParam characters; the result counts what was written
  kNameBuffer,    // the same, but the text ends with its terminator and the result says nothing
  kLength,        // the result is a length in characters
  kItemText,      // lParam: a buffer as long as the item's text, wParam the item
  kLine,          // lParam: a buffer whose first WORD is its size
  kCharacter,     // wParam: a character
  kImeCharacter,  // the same; of a double-byte one the lead byte is the higher
  kLowCharacter,  // the low word of wParam
  kCreateStruct,  // lParam: CREATESTRUCT
  kMdiCreate,     // lParam: MDICREATESTRUCT
};

constexpr TextRule rule_of(UINT message) {
  switch (message) {
    case WM_NCCREATE:
    case WM_CREATE:
      return TextRule::kCreateStruct;
    case WM_MDICREATE:
      return TextRule::kMdiCreate;
    case WM_SETTEXT:
    case WM_WININICHANGE:
    case WM_DEVMODECHANGE:
    case EM_REPLACESEL:
    case LB_DIR:
    case LB_ADDFILE:
    case CB_DIR:
      return TextRule::kTextIn;
    case LB_ADDSTRING:
    case LB_INSERTSTRING:
    case LB_FINDSTRING:
    case LB_FINDSTRINGEXACT:
    case LB_SELECTSTRING:
    case CB_ADDSTRING:
    case CB_INSERTSTRING:
    case CB_FINDSTRING:
    case CB_FINDSTRINGEXACT:
    case CB_SELECTSTRING:
      return TextRule::kItemTextIn;
    case WM_GETTEXT:
      return TextRule::kBuffer;
    case WM_ASKCBFORMATNAME:
      return TextRule::kNameBuffer;
    case WM_GETTEXTLENGTH:
    case LB_GETTEXTLEN:
    case CB_GETLBTEXTLEN:
      return TextRule::kLength;
    case LB_GETTEXT:
    case CB_GETLBTEXT:
      return TextRule::kItemText;
    case EM_GETLINE:
      return TextRule::kLine;
    case WM_CHAR:
    case WM_DEADCHAR:
    case WM_SYSCHAR:
    case WM_SYSDEADCHAR:
    case EM_SETPASSWORDCHAR:
      return TextRule::kCharacter;
    case WM_IME_CHAR:
      return TextRule::kImeCharacter;
    case WM_CHARTOITEM:
    case WM_MENUCHAR:
      return TextRule::kLowCharacter;
    default:
      return TextRule::kNone;
  }
}

constexpr auto kRules = [] {
  std::array<TextRule, WM_USER> rules{};
  for (UINT message = 0; message < WM_USER; ++message) rules[message] = rule_of(message);
  return rules;
}();

struct Call {
  WNDPROC procedure;
  HWND window;
  UINT message;
  WPARAM wparam;
  LPARAM lparam;

  LRESULT operator()() const { return procedure(window, message, wparam, lparam); }
  LRESULT with(LPARAM other) const { return procedure(window, message, wparam, other); }
  LRESULT with(WPARAM other_wparam, LPARAM other) const {
    return procedure(window, message, other_wparam, other);
  }
};

using base::as_char16;
using base::as_wchar;

// A small integer where a string is expected is an atom or an identifier and passes through.
bool is_string(LPARAM lparam) {
  return !IS_INTRESOURCE(lparam);
}

template <class Character>
LPARAM address(const std::basic_string<Character>& text) {
  return reinterpret_cast<LPARAM>(text.c_str());
}

std::u16string widen(LPARAM text) {
  return base::to_utf16(reinterpret_cast<const char*>(text), CP_ACP);
}
std::string narrow(LPARAM text) {
  return base::to_ansi(as_char16(reinterpret_cast<const WCHAR*>(text)), CP_ACP);
}

LRESULT with_text_in(const Call& call, Encoding to) {
  if (!is_string(call.lparam)) return call();
  if (to == Encoding::kUnicode) return call.with(address(widen(call.lparam)));
  return call.with(address(narrow(call.lparam)));
}

LRESULT with_item_text_in(const Call& call, Encoding to) {
  return keeps_strings(call.window) ? with_text_in(call, to) : call();
}

// Copies as much of `text` as fits with its terminator; returns the characters copied.
template <class Character>
LRESULT copy_out(std::basic_string_view<Character> text, LPARAM buffer, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t count = std::min(text.size(), size - 1);
  auto* out = reinterpret_cast<Character*>(buffer);
  std::copy_n(text.data(), count, out);
  out[count] = 0;
  return static_cast<LRESULT>(count);
}

LRESULT with_buffer(const Call& call, Encoding to) {
  if (call.lparam == 0 || call.wparam == 0) return call();
  // No window text is longer; what the caller claims may be absurd.
  const std::size_t size = std::min<std::size_t>(call.wparam, 1 << 24);
  if (to == Encoding::kUnicode) {
    std::u16string text(size, u'\0');
    const LRESULT count = call.with(size, address(text));
    if (count <= 0) return copy_out<char>({}, call.lparam, size);
    text.resize(std::min(static_cast<std::size_t>(count), size - 1));
    return copy_out<char>(base::to_ansi(text, CP_ACP), call.lparam, size);
  }
  std::string text(size, '\0');
  const LRESULT count = call.with(size, address(text));
  if (count <= 0) return copy_out<char16_t>({}, call.lparam, size);
  text.resize(std::min(static_cast<std::size_t>(count), size - 1));
  return copy_out<char16_t>(base::to_utf16(text, CP_ACP), call.lparam, size);
}

// https://learn.microsoft.com/windows/win32/dataxchg/wm-askcbformatname
LRESULT with_name_buffer(const Call& call, Encoding to) {
  if (call.lparam == 0 || call.wparam == 0) return call();
  constexpr std::size_t kLongestName = 1 << 16;
  const std::size_t size = std::min<std::size_t>(call.wparam, kLongestName);
  if (to == Encoding::kUnicode) {
    std::u16string name(size, u'\0');
    const LRESULT result = call.with(size, address(name));
    copy_out<char>(base::to_ansi(name.c_str(), CP_ACP), call.lparam, size);
    return result;
  }
  std::string name(size, '\0');
  const LRESULT result = call.with(size, address(name));
  copy_out<char16_t>(base::to_utf16(name.c_str(), CP_ACP), call.lparam, size);
  return result;
}

// "The return value may be larger than the actual length" when text is converted.
LRESULT with_length(const Call& call, Encoding to) {
  const LRESULT length = call();
  CPINFO info{};
  if (length <= 0 || to == Encoding::kAnsi || !GetCPInfo(CP_ACP, &info)) return length;
  return length * static_cast<LRESULT>(info.MaxCharSize);
}

LRESULT with_item_text(const Call& call, Encoding to) {
  if (call.lparam == 0 || !keeps_strings(call.window)) return call();
  const UINT ask = call.message == LB_GETTEXT ? LB_GETTEXTLEN : CB_GETLBTEXTLEN;
  const LRESULT length = call.procedure(call.window, ask, call.wparam, 0);
  if (length < 0) return length;
  const auto size = static_cast<std::size_t>(length) + 1;
  if (to == Encoding::kUnicode) {
    std::u16string text(size, u'\0');
    const LRESULT count = call.with(address(text));
    if (count < 0) return count;
    const std::string converted = base::to_ansi(text.c_str(), CP_ACP);
    return copy_out<char>(converted, call.lparam, converted.size() + 1);
  }
  std::string text(size, '\0');
  const LRESULT count = call.with(address(text));
  if (count < 0) return count;
  const std::u16string converted = base::to_utf16(text.c_str(), CP_ACP);
  return copy_out<char16_t>(converted, call.lparam, converted.size() + 1);
}

// EM_GETLINE terminates nothing: the result counts the characters.
LRESULT with_line(const Call& call, Encoding to) {
  if (call.lparam == 0) return call();
  WORD size = 0;
  std::memcpy(&size, reinterpret_cast<const void*>(call.lparam), sizeof size);
  if (to == Encoding::kUnicode) {
    std::u16string line(std::max<std::size_t>(size, 1), u'\0');
    line[0] = size;
    const LRESULT count = std::clamp<LRESULT>(call.with(address(line)), 0, size);
    const std::string out = base::to_ansi({line.data(), static_cast<std::size_t>(count)}, CP_ACP);
    const std::size_t copied = std::min<std::size_t>(out.size(), size);
    std::memcpy(reinterpret_cast<void*>(call.lparam), out.data(), copied);
    return static_cast<LRESULT>(copied);
  }
  std::string line(std::max<std::size_t>(size, 2), '\0');
  std::memcpy(line.data(), &size, sizeof size);
  const LRESULT count = std::clamp<LRESULT>(call.with(address(line)), 0, size);
  const std::u16string out = base::to_utf16({line.data(), static_cast<std::size_t>(count)}, CP_ACP);
  const std::size_t copied = std::min<std::size_t>(out.size(), size);
  std::memcpy(reinterpret_cast<void*>(call.lparam), out.data(), copied * sizeof(char16_t));
  return static_cast<LRESULT>(copied);
}

WPARAM convert_character(WPARAM character, Encoding to) {
  return to == Encoding::kUnicode ? character_to_unicode(character) : character_to_ansi(character);
}

constexpr WPARAM swap_bytes(WPARAM word) {
  return word > 0xFF ? (word & 0xFF) << 8 | (word >> 8 & 0xFF) : word;
}

// https://learn.microsoft.com/windows/win32/intl/wm-ime-char
WPARAM convert_ime_character(WPARAM character, Encoding to) {
  return to == Encoding::kUnicode ? character_to_unicode(swap_bytes(character))
                                  : swap_bytes(character_to_ansi(character));
}

LRESULT with_low_character(const Call& call, Encoding to) {
  const WPARAM converted = convert_character(LOWORD(call.wparam), to);
  return call.with((call.wparam & ~WPARAM{0xFFFF}) | (converted & 0xFFFF), call.lparam);
}

// A string field of a structure, converted for the time of the call.
struct ConvertedField {
  std::u16string wide;
  std::string ansi;

  LPARAM convert(const void* text, Encoding to) {
    const auto value = reinterpret_cast<LPARAM>(text);
    if (!is_string(value)) return value;
    if (to == Encoding::kUnicode) {
      wide = widen(value);
      return address(wide);
    }
    ansi = narrow(value);
    return address(ansi);
  }
};

// The structures differ in the type of the text pointers only.
template <class Structure>
LRESULT with_structure(const Call& call, Encoding to, LPCWSTR Structure::*text,
                       LPCWSTR Structure::*class_name) {
  if (call.lparam == 0) return call();
  Structure copy = *reinterpret_cast<const Structure*>(call.lparam);
  ConvertedField title;
  ConvertedField name;
  copy.*text = reinterpret_cast<LPCWSTR>(title.convert(copy.*text, to));
  copy.*class_name = reinterpret_cast<LPCWSTR>(name.convert(copy.*class_name, to));
  return call.with(reinterpret_cast<LPARAM>(&copy));
}

}  // namespace

bool keeps_strings(HWND window) {
  const WindowRef list = find_window(window);
  if (!list) return false;
  WCHAR name[16]{};
  GetClassNameW(window, name, 16);
  const bool combo = base::equals_ignoring_case(as_char16(name), u"ComboBox");
  const DWORD style = list->style;
  const DWORD owner_drawn = combo ? CBS_OWNERDRAWFIXED | CBS_OWNERDRAWVARIABLE
                                  : LBS_OWNERDRAWFIXED | LBS_OWNERDRAWVARIABLE;
  const DWORD strings = combo ? CBS_HASSTRINGS : LBS_HASSTRINGS;
  return (style & owner_drawn) == 0 || (style & strings) != 0;
}

bool carries_text(UINT message) {
  return message < WM_USER && kRules[message] != TextRule::kNone;
}

bool carries_character(UINT message) {
  return message < WM_USER && kRules[message] == TextRule::kCharacter;
}

WPARAM character_to_unicode(WPARAM wparam) {
  if (wparam < 0x80) return wparam;
  const char bytes[2] = {static_cast<char>(wparam & 0xFF), static_cast<char>(wparam >> 8 & 0xFF)};
  const std::u16string text = base::to_utf16({bytes, bytes[1] != 0 ? 2u : 1u}, CP_ACP);
  return text.empty() ? 0 : text[0];
}

WPARAM character_to_ansi(WPARAM wparam) {
  if (wparam < 0x80) return wparam;
  if ((wparam & kRawByte) != 0) return wparam & 0xFF;
  const char16_t character = static_cast<char16_t>(wparam);
  const std::string text = base::to_ansi({&character, 1}, CP_ACP);
  if (text.empty()) return 0;
  WPARAM result = static_cast<unsigned char>(text[0]);
  if (text.size() > 1) result |= static_cast<WPARAM>(static_cast<unsigned char>(text[1])) << 8;
  return result;
}

LRESULT call_with_conversion(WNDPROC procedure, Encoding to, HWND window, UINT message,
                             WPARAM wparam, LPARAM lparam) {
  const Call call{procedure, window, message, wparam, lparam};
  switch (kRules[message]) {
    case TextRule::kTextIn:
      return with_text_in(call, to);
    case TextRule::kItemTextIn:
      return with_item_text_in(call, to);
    case TextRule::kBuffer:
      return with_buffer(call, to);
    case TextRule::kNameBuffer:
      return with_name_buffer(call, to);
    case TextRule::kLength:
      return with_length(call, to);
    case TextRule::kItemText:
      return with_item_text(call, to);
    case TextRule::kLine:
      return with_line(call, to);
    case TextRule::kCharacter:
      return call.with(convert_character(wparam, to), lparam);
    case TextRule::kImeCharacter:
      return call.with(convert_ime_character(wparam, to), lparam);
    case TextRule::kLowCharacter:
      return with_low_character(call, to);
    case TextRule::kCreateStruct:
      return with_structure(call, to, &CREATESTRUCTW::lpszName, &CREATESTRUCTW::lpszClass);
    case TextRule::kMdiCreate:
      return with_structure(call, to, &MDICREATESTRUCTW::szTitle, &MDICREATESTRUCTW::szClass);
    case TextRule::kNone:
      break;
  }
  return call();
}

LRESULT call_window_procedure(WNDPROC procedure, Encoding procedure_encoding, HWND window,
                              UINT message, WPARAM wparam, LPARAM lparam,
                              Encoding caller_encoding) {
  if (procedure == nullptr) return 0;
  base::assert_no_locks_held();
  if (procedure_encoding == caller_encoding || !carries_text(message)) [[likely]] {
    return procedure(window, message, wparam, lparam);
  }
  return call_with_conversion(procedure, procedure_encoding, window, message, wparam, lparam);
}

}  // namespace transom::user
