#include "host/headless/script_keys.h"

#include <charconv>

#include "base/text.h"
#include "base/win32.h"

namespace transom::host {
namespace {

struct NamedKey {
  std::string_view name;
  std::uint8_t key;
};

constexpr NamedKey kNames[] = {
    {"ctrl", VK_LCONTROL},
    {"control", VK_LCONTROL},
    {"shift", VK_LSHIFT},
    {"alt", VK_LMENU},
    {"altgr", VK_RMENU},
    {"win", VK_LWIN},
    {"rctrl", VK_RCONTROL},
    {"rshift", VK_RSHIFT},
    {"ralt", VK_RMENU},
    {"enter", VK_RETURN},
    {"return", VK_RETURN},
    {"esc", VK_ESCAPE},
    {"escape", VK_ESCAPE},
    {"tab", VK_TAB},
    {"space", VK_SPACE},
    {"backspace", VK_BACK},
    {"delete", VK_DELETE},
    {"del", VK_DELETE},
    {"insert", VK_INSERT},
    {"ins", VK_INSERT},
    {"home", VK_HOME},
    {"end", VK_END},
    {"pageup", VK_PRIOR},
    {"pagedown", VK_NEXT},
    {"left", VK_LEFT},
    {"right", VK_RIGHT},
    {"up", VK_UP},
    {"down", VK_DOWN},
    {"apps", VK_APPS},
    {"menu", VK_APPS},
    {"pause", VK_PAUSE},
    {"capslock", VK_CAPITAL},
    {"numlock", VK_NUMLOCK},
    {"scrolllock", VK_SCROLL},
    {"printscreen", VK_SNAPSHOT},
    {"plus", VK_OEM_PLUS},
    {"add", VK_ADD},
    {"subtract", VK_SUBTRACT},
    {"multiply", VK_MULTIPLY},
    {"divide", VK_DIVIDE},
};

ScriptKey with_scan_code(std::uint8_t key) {
  const UINT scan = MapVirtualKeyW(key, MAPVK_VK_TO_VSC_EX);
  const bool extended = (scan >> 8) == 0xE0;
  return {key, static_cast<std::uint16_t>((scan & 0xFF) | (extended ? 0x100 : 0))};
}

std::string folded(std::string_view text) {
  std::string result(text);
  for (char& character : result) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character + 32);
  }
  return result;
}

std::uint8_t function_key(std::string_view name) {
  int number = 0;
  if (name.size() < 2 || name[0] != 'f') return 0;
  const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
  const bool whole = error == std::errc() && end == name.data() + name.size();
  return whole && number >= 1 && number <= 24 ? static_cast<std::uint8_t>(VK_F1 + number - 1) : 0;
}

std::uint8_t key_of_name(std::string_view name) {
  const std::string low = folded(name);
  for (const NamedKey& named : kNames) {
    if (named.name == low) return named.key;
  }
  if (const std::uint8_t key = function_key(low)) return key;
  const std::u16string character = base::utf8_to_utf16(low);
  if (character.size() != 1) return 0;
  const SHORT found = VkKeyScanW(static_cast<WCHAR>(character[0]));
  return found == -1 ? std::uint8_t{0} : LOBYTE(found);
}

}  // namespace

std::optional<std::vector<ScriptKey>> keys_of_combination(std::string_view text) {
  std::vector<ScriptKey> keys;
  while (!text.empty()) {
    // A plus sign at the end, or alone, is the key.
    const std::size_t plus = text.find('+', 1);
    const std::uint8_t key = key_of_name(text.substr(0, plus));
    if (key == 0) return std::nullopt;
    keys.push_back(with_scan_code(key));
    text = plus == std::string_view::npos ? std::string_view{} : text.substr(plus + 1);
  }
  return keys;
}

std::vector<ScriptKey> keys_of_character(char16_t character) {
  if (character == u'\n') return {with_scan_code(VK_RETURN)};
  const SHORT found = VkKeyScanW(static_cast<WCHAR>(character));
  if (found == -1) return {};
  std::vector<ScriptKey> keys;
  const int shifts = HIBYTE(found);
  if ((shifts & 1) != 0) keys.push_back(with_scan_code(VK_LSHIFT));
  if ((shifts & 6) == 6) {
    keys.push_back(with_scan_code(VK_RMENU));
  } else if ((shifts & 2) != 0) {
    keys.push_back(with_scan_code(VK_LCONTROL));
  } else if ((shifts & 4) != 0) {
    keys.push_back(with_scan_code(VK_LMENU));
  }
  keys.push_back(with_scan_code(LOBYTE(found)));
  return keys;
}

}  // namespace transom::host
