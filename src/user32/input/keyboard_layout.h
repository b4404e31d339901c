// Keyboard layouts: which characters the keys make.
//
// The US layout is a table built in, so that nothing is loaded at start-up; any other comes from
// xkbcommon when the first key has to be translated. TRANSOM_LAYOUT names the default one, as XKB
// does: "de", "fr", "us(intl)"; else it is the display's (host_keyboard.h). Virtual keys follow the
// letters of the layout; other keys keep the US ones.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/win32.h"
#include "user32/input/key_table.h"

namespace transom::user {

// What one key press makes.
struct Typed {
  char16_t units[2] = {};
  int count = 0;
  bool dead = false;  // units[0] is the accent alone
};

// Modifiers as VkKeyScan numbers them.
enum ShiftState : std::uint8_t { kShift = 1, kControl = 2, kAlt = 4, kAltGr = kControl | kAlt };

class KeyboardLayout {
 public:
  virtual ~KeyboardLayout() = default;
  // The character at a place of the keyboard; control characters are not the layout's business.
  virtual Typed type(std::uint16_t scan_code, unsigned shift_state, bool caps_lock) const = 0;
  // 0 where there is none; left and right told apart.
  virtual std::uint8_t key_of_scan_code(std::uint16_t scan_code) const = 0;
  virtual std::uint16_t scan_code_of_key(std::uint8_t key) const = 0;
};

std::unique_ptr<KeyboardLayout> make_us_layout();
// Null where xkbcommon has no such layout.
std::unique_ptr<KeyboardLayout> make_xkb_layout(const std::string& name);
// One of the layouts of a keymap in XKB's text format; null where that is malformed.
std::unique_ptr<KeyboardLayout> make_keymap_layout(const std::string& keymap, std::size_t group);

// The layout of a handle; null: the default one. Never freed. Loads it.
const KeyboardLayout& keyboard_layout(HKL handle);
// What GetKeyboardLayout answers by default: language identifier twice. May ask the host: not under
// the USER lock.
HKL default_keyboard_layout();
// The handle of a layout by its XKB name; the US one's where the language is not known.
HKL keyboard_layout_named(const std::string& name);
// The display's keyboard has changed: layouts are loaded anew when they are needed.
void forget_keyboard_layouts();
// The handle for a language (low word of a KLID), loaded or not; null where none is known.
HKL known_keyboard_layout(LANGID language);

// The layout that the calling thread's messages are translated by.
HKL current_keyboard_layout();
std::uint8_t key_of_scan_code(std::uint16_t scan_code);

// What a key makes with these keys down: control characters, dead keys (with `accent`, which holds
// the one that waits and is changed), numpad. Up to 4 units; negative: a dead key, whose accent is
// in units[0].
struct Translation {
  char16_t units[4] = {};
  int count = 0;
};
Translation translate_key(const KeyboardLayout& layout, std::uint8_t key, std::uint16_t scan_code,
                          const KeyTable& keys, char16_t& accent);

}  // namespace transom::user
