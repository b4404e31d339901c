// Layouts of xkbcommon.
#include <xkbcommon/xkbcommon.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "user32/input/keyboard_layout.h"
#include "user32/input/scan_codes.h"

namespace transom::user {
namespace {

// Dead keys: the accent that Windows shows alone.
constexpr struct {
  xkb_keysym_t symbol;
  char16_t accent;
} kDeadKeys[] = {
    {XKB_KEY_dead_grave, u'`'},          {XKB_KEY_dead_acute, u'\u00B4'},
    {XKB_KEY_dead_circumflex, u'^'},     {XKB_KEY_dead_tilde, u'~'},
    {XKB_KEY_dead_macron, u'\u00AF'},    {XKB_KEY_dead_breve, u'\u02D8'},
    {XKB_KEY_dead_abovedot, u'\u02D9'},  {XKB_KEY_dead_diaeresis, u'\u00A8'},
    {XKB_KEY_dead_abovering, u'\u00B0'}, {XKB_KEY_dead_doubleacute, u'\u02DD'},
    {XKB_KEY_dead_caron, u'\u02C7'},     {XKB_KEY_dead_cedilla, u'\u00B8'},
    {XKB_KEY_dead_ogonek, u'\u02DB'},
};

// Keys without characters that users like to exchange (options such as "ctrl:swapcaps").
constexpr struct {
  xkb_keysym_t symbol;
  std::uint8_t key;
} kExchangedKeys[] = {
    {XKB_KEY_Escape, VK_ESCAPE},      {XKB_KEY_Caps_Lock, VK_CAPITAL}, {XKB_KEY_BackSpace, VK_BACK},
    {XKB_KEY_Control_L, VK_LCONTROL}, {XKB_KEY_Alt_L, VK_LMENU},       {XKB_KEY_Super_L, VK_LWIN},
    {XKB_KEY_Control_R, VK_RCONTROL}, {XKB_KEY_Super_R, VK_RWIN},
};

std::uint8_t exchanged_key(xkb_keysym_t symbol) {
  for (const auto& entry : kExchangedKeys) {
    if (entry.symbol == symbol) return entry.key;
  }
  return 0;
}

// "For any country/region, the '+' key" and its like; what the others are "can vary by keyboard".
// https://learn.microsoft.com/windows/win32/inputdev/virtual-key-codes
std::uint8_t key_of_character(const Typed& plain) {
  if (plain.count != 1 || plain.dead) return 0;
  const char16_t unit = plain.units[0];
  if (unit >= u'a' && unit <= u'z') return static_cast<std::uint8_t>(unit - u'a' + 'A');
  switch (unit) {
    case u'+':
      return VK_OEM_PLUS;
    case u',':
      return VK_OEM_COMMA;
    case u'-':
      return VK_OEM_MINUS;
    case u'.':
      return VK_OEM_PERIOD;
    default:
      return 0;
  }
}

constexpr std::uint8_t kPunctuationKeys[] = {VK_OEM_1,     VK_OEM_2,     VK_OEM_3,      VK_OEM_4,
                                             VK_OEM_5,     VK_OEM_6,     VK_OEM_7,      VK_OEM_PLUS,
                                             VK_OEM_COMMA, VK_OEM_MINUS, VK_OEM_PERIOD, VK_OEM_8};

char16_t accent_of(xkb_keysym_t symbol) {
  for (const auto& entry : kDeadKeys) {
    if (entry.symbol == symbol) return entry.accent;
  }
  return 0;
}

struct FreeContext {
  void operator()(xkb_context* context) const { xkb_context_unref(context); }
};
struct FreeKeymap {
  void operator()(xkb_keymap* keymap) const { xkb_keymap_unref(keymap); }
};
struct FreeState {
  void operator()(xkb_state* state) const { xkb_state_unref(state); }
};
using Context = std::unique_ptr<xkb_context, FreeContext>;
using Keymap = std::unique_ptr<xkb_keymap, FreeKeymap>;
using State = std::unique_ptr<xkb_state, FreeState>;

// "us(intl)" to layout "us" and variant "intl".
struct LayoutName {
  std::string layout;
  std::string variant;
};

LayoutName parse_name(const std::string& name) {
  const std::size_t open = name.find('(');
  if (open == std::string::npos) return {name, {}};
  const std::size_t close = name.find(')', open);
  return {name.substr(0, open), name.substr(open + 1, close - open - 1)};
}

Context make_context() {
  Context context(xkb_context_new(XKB_CONTEXT_NO_FLAGS));
  if (context) xkb_context_set_log_level(context.get(), XKB_LOG_LEVEL_CRITICAL);
  return context;
}

Keymap compile(xkb_context* context, const std::string& name) {
  const LayoutName parts = parse_name(name);
  xkb_rule_names names{};
  names.rules = "evdev";
  names.model = "pc105";
  names.layout = parts.layout.c_str();
  names.variant = parts.variant.c_str();
  return Keymap(xkb_keymap_new_from_names(context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS));
}

class XkbLayout final : public KeyboardLayout {
 public:
  XkbLayout(Context context, Keymap keymap, xkb_layout_index_t group = 0)
      : context_(std::move(context)), keymap_(std::move(keymap)), group_(group) {
    find_modifiers();
    find_keys();
  }

  Typed type(std::uint16_t scan_code, unsigned shift_state, bool caps_lock) const override {
    const bool alt_gr = (shift_state & kAltGr) == kAltGr;
    if ((shift_state & kControl) != 0 && !alt_gr) return {};
    const State state(xkb_state_new(keymap_.get()));
    const xkb_mod_mask_t depressed =
        ((shift_state & kShift) != 0 ? shift_ : 0) | (alt_gr ? level3_ : 0);
    xkb_state_update_mask(state.get(), depressed, 0, caps_lock ? lock_ : 0, 0, 0, group_);
    return typed(xkb_state_key_get_one_sym(state.get(), keycode(scan_code)));
  }
  std::uint8_t key_of_scan_code(std::uint16_t scan_code) const override {
    return scan_code < keys_.size() && keys_[scan_code] != 0 ? keys_[scan_code]
                                                             : us_key_of_scan_code(scan_code);
  }
  std::uint16_t scan_code_of_key(std::uint8_t key) const override {
    for (std::uint16_t scan_code = 0; scan_code < keys_.size(); ++scan_code) {
      if (keys_[scan_code] == key) return scan_code;
    }
    return us_scan_code_of_key(key);
  }

 private:
  static xkb_keycode_t keycode(std::uint16_t scan_code) {
    return evdev_of_scan_code(scan_code) + 8u;
  }

  static Typed typed(xkb_keysym_t symbol) {
    if (const char16_t accent = accent_of(symbol)) return {{accent}, 1, true};
    const std::uint32_t code = xkb_keysym_to_utf32(symbol);
    if (code < 0x20 || code == 0x7F) return {};
    if (code < 0x10000) return {{static_cast<char16_t>(code)}, 1, false};
    return {{static_cast<char16_t>(0xD7C0 + (code >> 10)),
             static_cast<char16_t>(0xDC00 | (code & 0x3FF))},
            2,
            false};
  }

  xkb_mod_mask_t mask(const char* name) const {
    const xkb_mod_index_t index = xkb_keymap_mod_get_index(keymap_.get(), name);
    return index == XKB_MOD_INVALID ? 0 : 1u << index;
  }

  void find_modifiers() {
    shift_ = mask(XKB_MOD_NAME_SHIFT);
    lock_ = mask(XKB_MOD_NAME_CAPS);
    // The third level hangs on this real modifier in all of xkeyboard-config.
    level3_ = mask("Mod5");
  }

  // Keys go by what they make; one whose US key has moved elsewhere takes one that became free.
  void find_keys() {
    const State state(xkb_state_new(keymap_.get()));
    xkb_state_update_mask(state.get(), 0, 0, 0, 0, 0, group_);
    for (std::uint16_t scan_code = 1; scan_code < keys_.size(); ++scan_code) {
      keys_[scan_code] = exchanged_key(xkb_state_key_get_one_sym(state.get(), keycode(scan_code)));
      const Typed plain = type(scan_code, 0, false);
      if (const std::uint8_t key = key_of_character(plain)) keys_[scan_code] = key;
    }
    for (std::uint16_t scan_code = 1; scan_code < keys_.size(); ++scan_code) {
      if (keys_[scan_code] == 0 && has_moved(us_key_of_scan_code(scan_code))) {
        keys_[scan_code] = free_key();
      }
    }
  }

  bool is_taken(std::uint8_t key) const { return std::ranges::find(keys_, key) != keys_.end(); }
  // Layouts move keys with characters; of the others there may be two (ctrl:nocaps).
  bool has_moved(std::uint8_t us_key) const {
    const bool letter = us_key >= 'A' && us_key <= 'Z';
    return (letter || us_key >= VK_OEM_1) && is_taken(us_key);
  }
  std::uint8_t free_key() const {
    const auto is_free = [&](std::uint8_t key) {
      return !is_taken(key) && (key == VK_OEM_8 || has_moved_from(us_scan_code_of_key(key)));
    };
    const auto found = std::ranges::find_if(kPunctuationKeys, is_free);
    return found != std::end(kPunctuationKeys) ? *found : std::uint8_t{0};
  }
  bool has_moved_from(std::uint16_t scan_code) const {
    return scan_code < keys_.size() && keys_[scan_code] != 0;
  }

  Context context_;
  Keymap keymap_;
  const xkb_layout_index_t group_;
  xkb_mod_mask_t shift_ = 0;
  xkb_mod_mask_t lock_ = 0;
  xkb_mod_mask_t level3_ = 0;
  std::array<std::uint8_t, 0x59> keys_{};
};

}  // namespace

std::unique_ptr<KeyboardLayout> make_xkb_layout(const std::string& name) {
  Context context = make_context();
  if (!context) return nullptr;
  Keymap keymap = compile(context.get(), name);
  if (!keymap) return nullptr;
  return std::make_unique<XkbLayout>(std::move(context), std::move(keymap));
}

std::unique_ptr<KeyboardLayout> make_keymap_layout(const std::string& keymap_text,
                                                   std::size_t group) {
  Context context = make_context();
  if (!context) return nullptr;
  Keymap keymap(xkb_keymap_new_from_string(context.get(), keymap_text.c_str(),
                                           XKB_KEYMAP_FORMAT_TEXT_V1, XKB_KEYMAP_COMPILE_NO_FLAGS));
  if (!keymap || group >= xkb_keymap_num_layouts(keymap.get())) return nullptr;
  return std::make_unique<XkbLayout>(std::move(context), std::move(keymap),
                                     static_cast<xkb_layout_index_t>(group));
}

}  // namespace transom::user
