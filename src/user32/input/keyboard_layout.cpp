#include "user32/input/keyboard_layout.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <mutex>

#include "user32/input/dead_key.h"
#include "user32/input/host_keyboard.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/message/thread_state.h"

namespace transom::user {
namespace {

// Languages and what XKB calls their usual layout.
constexpr struct {
  LANGID language;
  const char* name;
} kLayouts[] = {
    {0x0409, "us"}, {0x0809, "gb"}, {0x0407, "de"}, {0x0807, "ch"}, {0x0C07, "at"},
    {0x040C, "fr"}, {0x080C, "be"}, {0x0410, "it"}, {0x040A, "es"}, {0x080A, "latam"},
    {0x0816, "pt"}, {0x0416, "br"}, {0x0413, "nl"}, {0x041D, "se"}, {0x0414, "no"},
    {0x0406, "dk"}, {0x040B, "fi"}, {0x0415, "pl"}, {0x0405, "cz"}, {0x041B, "sk"},
    {0x040E, "hu"}, {0x0418, "ro"}, {0x0402, "bg"}, {0x0408, "gr"}, {0x041F, "tr"},
    {0x0419, "ru"}, {0x0422, "ua"}, {0x040D, "il"}, {0x0411, "jp"}, {0x0412, "kr"},
};

HKL handle_of(LANGID language) {
  return reinterpret_cast<HKL>(static_cast<std::uintptr_t>(MAKELONG(language, language)));
}
LANGID language_of(HKL handle) {
  return LOWORD(reinterpret_cast<std::uintptr_t>(handle));
}

std::string default_name() {
  const char* name = std::getenv("TRANSOM_LAYOUT");
  if (name != nullptr && *name != 0) return name;
  const std::string hosts = host_layout_name();
  return hosts.empty() ? "us" : hosts;
}

std::string name_of(HKL handle) {
  if (handle == default_keyboard_layout()) return default_name();
  for (const std::string& name : host_keyboard().layouts) {
    if (keyboard_layout_named(name) == handle) return name;
  }
  for (const auto& entry : kLayouts) {
    if (entry.language == language_of(handle)) return entry.name;
  }
  return default_name();
}

// The display's keymap, where it has this layout, knows more than the layout's name.
std::unique_ptr<KeyboardLayout> load_from_host(const std::string& name) {
  const host::Keyboard& keyboard = host_keyboard();
  const auto found = std::ranges::find(keyboard.layouts, name);
  if (found == keyboard.layouts.end()) return nullptr;
  if (name == "us" && !keyboard.altered) return nullptr;
  const std::string keymap = host::display().keymap();
  if (keymap.empty()) return nullptr;
  return make_keymap_layout(keymap, static_cast<std::size_t>(found - keyboard.layouts.begin()));
}

std::unique_ptr<KeyboardLayout> load(const std::string& name) {
  if (auto layout = load_from_host(name)) return layout;
  if (name != "us") {
    if (auto layout = make_xkb_layout(name)) return layout;
  }
  return make_us_layout();
}

// ---- Control characters and the keys that make the same in every layout

char16_t fixed_character(std::uint8_t key, bool control) {
  switch (key) {
    case VK_BACK:
      return control ? 0x7F : 0x08;
    case VK_TAB:
      return control ? 0 : 0x09;
    case VK_RETURN:
      return control ? 0x0A : 0x0D;
    case VK_ESCAPE:
      return 0x1B;
    case VK_CANCEL:
      return 0x03;
    case VK_SPACE:
      return u' ';
    case VK_MULTIPLY:
      return control ? 0 : u'*';
    case VK_ADD:
      return control ? 0 : u'+';
    case VK_SUBTRACT:
      return control ? 0 : u'-';
    case VK_DIVIDE:
      return control ? 0 : u'/';
    case VK_DECIMAL:
      return control ? 0 : u'.';
    default:
      break;
  }
  if (key >= VK_NUMPAD0 && key <= VK_NUMPAD9 && !control) {
    return static_cast<char16_t>(u'0' + key - VK_NUMPAD0);
  }
  return 0;
}

// Ctrl with a letter or one of the few other keys that have a control character.
char16_t control_character(std::uint8_t key, bool shift) {
  if (key >= 'A' && key <= 'Z') return static_cast<char16_t>(key - 'A' + 1);
  switch (key) {
    case VK_OEM_4:
      return shift ? 0 : 0x1B;
    case VK_OEM_5:
    case VK_OEM_102:
      return shift ? 0 : 0x1C;
    case VK_OEM_6:
      return shift ? 0 : 0x1D;
    case '6':
      return shift ? 0x1E : 0;
    case VK_OEM_MINUS:
      return shift ? 0x1F : 0;
    default:
      return 0;
  }
}

unsigned shift_state_of(const KeyTable& keys) {
  unsigned state = 0;
  if (is_down(keys, VK_SHIFT)) state |= kShift;
  if (is_down(keys, VK_CONTROL)) state |= kControl;
  if (is_down(keys, VK_MENU)) state |= kAlt;
  return state;
}

Translation one(char16_t unit) {
  return {{unit}, 1};
}

// An accent waits: the two become one, or come one after the other.
Translation finish_dead_key(const Typed& typed, char16_t& accent) {
  const char16_t waiting = std::exchange(accent, u'\0');
  if (typed.dead || typed.count != 1) {
    Translation both{{waiting, typed.units[0], typed.units[1]}, 1 + typed.count};
    return both;
  }
  if (const char16_t composed = compose_dead_key(waiting, typed.units[0])) return one(composed);
  return {{waiting, typed.units[0]}, 2};
}

// Layouts are never freed: threads may be using one while the keyboard changes.
struct Loaded {
  std::mutex mutex;
  std::map<std::string, const KeyboardLayout*> layouts;  // guarded by mutex
};

Loaded& loaded() {
  static auto* all = new Loaded;
  return *all;
}

}  // namespace

const KeyboardLayout& keyboard_layout(HKL handle) {
  const std::string name = name_of(handle != nullptr ? handle : default_keyboard_layout());
  std::lock_guard lock(loaded().mutex);
  auto& layout = loaded().layouts[name];
  if (layout == nullptr) layout = load(name).release();
  return *layout;
}

void forget_keyboard_layouts() {
  std::lock_guard lock(loaded().mutex);
  loaded().layouts.clear();
}

HKL keyboard_layout_named(const std::string& name) {
  const std::string plain = name.substr(0, name.find('('));
  for (const auto& entry : kLayouts) {
    if (plain == entry.name) return handle_of(entry.language);
  }
  return handle_of(0x0409);
}

HKL default_keyboard_layout() {
  return keyboard_layout_named(default_name());
}

HKL known_keyboard_layout(LANGID language) {
  for (const auto& entry : kLayouts) {
    if (entry.language == language) return handle_of(language);
  }
  return nullptr;
}

HKL current_keyboard_layout() {
  const ThreadState* thread = current_thread_if_any();
  if (thread == nullptr) return default_keyboard_layout();
  HKL layout = nullptr;
  {
    UserLock lock;
    layout = thread->input->layout;
  }
  return layout != nullptr ? layout : default_keyboard_layout();
}

std::uint8_t key_of_scan_code(std::uint16_t scan_code) {
  return keyboard_layout(current_keyboard_layout()).key_of_scan_code(scan_code);
}

Translation translate_key(const KeyboardLayout& layout, std::uint8_t key, std::uint16_t scan_code,
                          const KeyTable& keys, char16_t& accent) {
  const unsigned shift_state = shift_state_of(keys);
  const bool control = (shift_state & kAltGr) == kControl;
  if (generic_key(key) == VK_SHIFT || generic_key(key) == VK_CONTROL ||
      generic_key(key) == VK_MENU) {
    return {};
  }
  Typed typed;
  if (const char16_t fixed = fixed_character(key, control)) {
    typed = {{fixed}, 1, false};
  } else if (control) {
    const char16_t unit = control_character(key, (shift_state & kShift) != 0);
    if (unit == 0) return {};
    return one(unit);
  } else {
    if ((scan_code & 0xFF) == 0) scan_code = layout.scan_code_of_key(key);
    typed = layout.type(scan_code, shift_state, (keys[VK_CAPITAL] & kKeyToggled) != 0);
  }
  if (typed.count == 0) return {};
  if (accent != 0) return finish_dead_key(typed, accent);
  if (typed.dead) {
    accent = typed.units[0];
    return {{typed.units[0]}, -1};
  }
  return {{typed.units[0], typed.units[1]}, typed.count};
}

}  // namespace transom::user
