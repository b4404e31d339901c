// Keyboard layouts and translations as programs ask for them.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <string>

#include "base/code_page.h"
#include "base/last_error.h"
#include "imm32/seam.h"
#include "user32/input/active_layout.h"
#include "user32/input/dead_key.h"
#include "user32/input/input_state.h"
#include "user32/input/keyboard_layout.h"
#include "user32/input/scan_codes.h"
#include "user32/lock.h"
#include "user32/message/thread_state.h"

namespace transom::user {
namespace {

constexpr std::size_t kNameUnits = KL_NAMELENGTH;  // with the terminator

std::string layout_identifier(HKL layout) {
  const auto number = reinterpret_cast<std::uintptr_t>(layout);
  char name[kNameUnits];
  std::snprintf(name, sizeof name, "%08X",
                static_cast<unsigned>(imm::is_method_layout(layout) ? number : LOWORD(number)));
  return name;
}

// "00000407" to the layout's handle; null where it is no hexadecimal number or unknown.
HKL parse_identifier(const std::string& identifier) {
  if (identifier.empty() || identifier.size() > 8) return nullptr;
  if (identifier.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) return nullptr;
  const unsigned long value = std::strtoul(identifier.c_str(), nullptr, 16);
  if (const HKL method = imm::layout_of_identifier(value)) return method;
  return known_keyboard_layout(LOWORD(value));
}

bool is_loaded(HKL layout) {
  const auto layouts = loaded_keyboard_layouts();
  return std::ranges::find(layouts, layout) != layouts.end();
}

HKL load_layout(const std::string& identifier, UINT flags) {
  HKL layout = parse_identifier(identifier);
  if (layout == nullptr) layout = default_keyboard_layout();
  add_keyboard_layout(layout);
  if ((flags & KLF_ACTIVATE) != 0) activate_keyboard_layout(layout);
  return layout;
}

KeyTable table_of(const BYTE* keys) {
  KeyTable table{};
  std::copy_n(keys, table.size(), table.begin());
  return table;
}

int to_unicode(UINT key, UINT scan_code, const BYTE* keys, LPWSTR buffer, int capacity, UINT flags,
               HKL layout) {
  if (keys == nullptr || buffer == nullptr || capacity <= 0) return 0;
  constexpr UINT kKeepState = 4;
  constexpr UINT kKeyUp = 0x8000;
  if ((scan_code & kKeyUp) != 0) return 0;
  char16_t accent = waiting_accent();
  const Translation made =
      translate_key(keyboard_layout(layout), static_cast<std::uint8_t>(key),
                    static_cast<std::uint16_t>(scan_code & 0x1FF), table_of(keys), accent);
  if ((flags & kKeepState) == 0) waiting_accent() = accent;
  const int units = std::min(std::abs(made.count), capacity);
  std::copy_n(made.units, units, buffer);
  if (units < capacity) buffer[units] = 0;
  return made.count < 0 ? -1 : units;
}

int to_ascii(UINT key, UINT scan_code, const BYTE* keys, LPWORD characters, UINT flags,
             HKL layout) {
  if (characters == nullptr) return 0;
  WCHAR units[4];
  const int count = to_unicode(key, scan_code, keys, units, 4, flags & 1, layout);
  if (count == 0) return 0;
  const auto length = static_cast<std::size_t>(std::min(std::abs(count), 2));
  const std::string bytes =
      base::utf16_to_code_page({reinterpret_cast<const char16_t*>(units), length}, CP_ACP);
  *characters = 0;
  for (std::size_t index = 0; index < std::min<std::size_t>(bytes.size(), 2); ++index) {
    *characters =
        static_cast<WORD>(*characters | static_cast<std::uint8_t>(bytes[index]) << (8 * index));
  }
  return count < 0 ? -1 : static_cast<int>(std::min<std::size_t>(bytes.size(), 2));
}

// The key and shift state that make a character; -1 where none does.
SHORT find_character(char16_t character, HKL handle) {
  const KeyboardLayout& layout = keyboard_layout(handle);
  for (const unsigned shift_state : {0u, 1u, 6u, 7u, 2u}) {
    KeyTable keys{};
    if ((shift_state & kShift) != 0) keys[VK_SHIFT] = kKeyDown;
    if ((shift_state & kControl) != 0) keys[VK_CONTROL] = kKeyDown;
    if ((shift_state & kAlt) != 0) keys[VK_MENU] = kKeyDown;
    for (const ScanCodeEntry& entry : scan_codes()) {
      const std::uint8_t key = layout.key_of_scan_code(entry.scan_code);
      char16_t accent = 0;
      const Translation made = translate_key(layout, key, entry.scan_code, keys, accent);
      if (made.count != 0 && std::abs(made.count) == 1 && made.units[0] == character) {
        return static_cast<SHORT>(generic_key(key) | shift_state << 8);
      }
    }
  }
  return -1;
}

// Extended codes carry E0 in the second byte where the caller wants it.
UINT with_prefix(std::uint16_t scan_code) {
  return (scan_code & 0x100) != 0 ? 0xE000u | (scan_code & 0xFF) : scan_code;
}

std::uint16_t without_prefix(UINT code) {
  const UINT prefix = code >> 8 & 0xFF;
  const bool extended = prefix == 0xE0 || prefix == 0xE1 || prefix == 1;
  return static_cast<std::uint16_t>((code & 0xFF) | (extended ? 0x100u : 0u));
}

UINT scan_code_of(UINT code, const KeyboardLayout& layout) {
  auto key = static_cast<std::uint8_t>(code & 0xFF);
  if (key == VK_SHIFT || key == VK_CONTROL || key == VK_MENU) key = sided_key(key, 0);
  return layout.scan_code_of_key(key);
}

// The character without modifiers, upper case; a dead key's has the high bit set.
UINT character_of(UINT code, const KeyboardLayout& layout) {
  const auto key = static_cast<std::uint8_t>(code & 0xFF);
  if (key >= 'A' && key <= 'Z') return key;
  char16_t accent = 0;
  const Translation made = translate_key(layout, key, 0, {}, accent);
  if (made.count == 0) return 0;
  const UINT unit = made.units[0];
  return made.count < 0 ? unit | 0x80000000 : unit;
}

UINT map_key(UINT code, UINT type, HKL handle) {
  const KeyboardLayout& layout = keyboard_layout(handle);
  switch (type) {
    case MAPVK_VK_TO_VSC:
      return scan_code_of(code, layout) & 0xFF;
    case MAPVK_VK_TO_VSC_EX:
      return with_prefix(static_cast<std::uint16_t>(scan_code_of(code, layout)));
    case MAPVK_VSC_TO_VK:
      return generic_key(layout.key_of_scan_code(without_prefix(code)));
    case MAPVK_VSC_TO_VK_EX:
      return layout.key_of_scan_code(without_prefix(code));
    case MAPVK_VK_TO_CHAR:
      return character_of(code, layout);
    default:
      return 0;
  }
}

std::u16string key_name(LONG lparam) {
  const auto scan_code = static_cast<std::uint16_t>(lparam >> 16 & 0x1FF);
  constexpr LONG kEitherSide = 1 << 25;
  for (const ScanCodeEntry& entry : scan_codes()) {
    if (entry.scan_code != scan_code) continue;
    if (entry.name == nullptr) {
      const UINT unit =
          character_of(key_of_scan_code(scan_code), keyboard_layout(current_keyboard_layout()));
      return unit != 0 ? std::u16string(1, static_cast<char16_t>(unit)) : std::u16string();
    }
    std::string_view name = entry.name;
    const bool side = generic_key(entry.key) != entry.key;
    if ((lparam & kEitherSide) != 0 && side && name.starts_with("Right ")) name.remove_prefix(6);
    return {name.begin(), name.end()};
  }
  return {};
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// The characters that the key makes with these 256 keys; -1 for a dead key (its accent is in the
// buffer), 0 for none. Bit 2 of `flags`: leave the waiting accent as it is.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-tounicodeex
int WINAPI ToUnicodeEx(UINT key, UINT scan_code, const BYTE* keys, LPWSTR buffer, int capacity,
                       UINT flags, HKL layout) {
  return to_unicode(key, scan_code, keys, buffer, capacity, flags, layout);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-tounicode
int WINAPI ToUnicode(UINT key, UINT scan_code, const BYTE* keys, LPWSTR buffer, int capacity,
                     UINT flags) {
  return to_unicode(key, scan_code, keys, buffer, capacity, flags, current_keyboard_layout());
}

// The same in the ANSI code page, at most two bytes in a word.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-toasciiex
int WINAPI ToAsciiEx(UINT key, UINT scan_code, const BYTE* keys, LPWORD characters, UINT flags,
                     HKL layout) {
  return to_ascii(key, scan_code, keys, characters, flags, layout);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-toascii
int WINAPI ToAscii(UINT key, UINT scan_code, const BYTE* keys, LPWORD characters, UINT flags) {
  return to_ascii(key, scan_code, keys, characters, flags, current_keyboard_layout());
}

// Low byte: virtual key; high byte: 1 Shift, 2 Ctrl, 4 Alt. -1: no key makes it.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-vkkeyscanexw
SHORT WINAPI VkKeyScanExW(WCHAR character, HKL layout) {
  return find_character(character, layout);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-vkkeyscanw
SHORT WINAPI VkKeyScanW(WCHAR character) {
  return find_character(character, current_keyboard_layout());
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-vkkeyscanexa
SHORT WINAPI VkKeyScanExA(CHAR character, HKL layout) {
  const std::u16string unit = base::code_page_to_utf16({&character, 1}, CP_ACP);
  return unit.empty() ? SHORT{-1} : find_character(unit[0], layout);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-vkkeyscana
SHORT WINAPI VkKeyScanA(CHAR character) {
  return VkKeyScanExA(character, current_keyboard_layout());
}

// Between virtual keys, scan codes and characters (MAPVK_); 0 where there is nothing.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-mapvirtualkeyexw
UINT WINAPI MapVirtualKeyExW(UINT code, UINT type, HKL layout) {
  return map_key(code, type, layout);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-mapvirtualkeyexa
UINT WINAPI MapVirtualKeyExA(UINT code, UINT type, HKL layout) {
  return map_key(code, type, layout);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-mapvirtualkeyw
UINT WINAPI MapVirtualKeyW(UINT code, UINT type) {
  return map_key(code, type, current_keyboard_layout());
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-mapvirtualkeya
UINT WINAPI MapVirtualKeyA(UINT code, UINT type) {
  return map_key(code, type, current_keyboard_layout());
}

// The name of the key of a WM_KEYDOWN's lParam, terminated; the length, 0 on failure.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getkeynametextw
int WINAPI GetKeyNameTextW(LONG lparam, LPWSTR buffer, int capacity) {
  if (buffer == nullptr || capacity <= 0) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const std::u16string name = key_name(lparam);
  const auto length = std::min(name.size(), static_cast<std::size_t>(capacity - 1));
  std::copy_n(name.begin(), length, buffer);
  buffer[length] = 0;
  return static_cast<int>(length);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getkeynametexta
int WINAPI GetKeyNameTextA(LONG lparam, LPSTR buffer, int capacity) {
  if (buffer == nullptr || capacity <= 0) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const std::string name = base::utf16_to_code_page(key_name(lparam), CP_ACP);
  const auto length = std::min(name.size(), static_cast<std::size_t>(capacity - 1));
  std::copy_n(name.begin(), length, buffer);
  buffer[length] = 0;
  return static_cast<int>(length);
}

// Low word: scan code; high word: shift state. 0xFFFFFFFF: no key makes the OEM character.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-oemkeyscan
DWORD WINAPI OemKeyScan(WORD character) {
  const auto byte = static_cast<char>(character & 0xFF);
  const std::u16string unit = base::code_page_to_utf16({&byte, 1}, CP_OEMCP);
  const SHORT found = unit.empty() ? SHORT{-1} : find_character(unit[0], current_keyboard_layout());
  if (found == -1) return 0xFFFFFFFF;
  return MAKELONG(MapVirtualKeyW(LOBYTE(found), MAPVK_VK_TO_VSC), HIBYTE(found));
}

// The layout of a thread, 0: the calling one.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getkeyboardlayout
HKL WINAPI GetKeyboardLayout(DWORD thread_id) {
  if (thread_id == 0) return current_keyboard_layout();
  const ThreadState* thread = find_thread(thread_id);
  if (thread == nullptr) return default_keyboard_layout();
  UserLock lock;
  return thread->input->layout != nullptr ? thread->input->layout : default_keyboard_layout();
}

// With a capacity of 0: how many there are.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getkeyboardlayoutlist
int WINAPI GetKeyboardLayoutList(int capacity, HKL* list) {
  if (capacity < 0) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const auto layouts = loaded_keyboard_layouts();
  if (capacity == 0 || list == nullptr) return static_cast<int>(layouts.size());
  const auto count = std::min(layouts.size(), static_cast<std::size_t>(capacity));
  std::copy_n(layouts.begin(), count, list);
  return static_cast<int>(count);
}

// Eight hexadecimal digits and a terminator.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getkeyboardlayoutnamew
WINBOOL WINAPI GetKeyboardLayoutNameW(LPWSTR name) {
  if (name == nullptr) return base::fail(ERROR_NOACCESS);
  const std::string identifier = layout_identifier(current_keyboard_layout());
  std::copy_n(identifier.c_str(), kNameUnits, name);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getkeyboardlayoutnamea
WINBOOL WINAPI GetKeyboardLayoutNameA(LPSTR name) {
  if (name == nullptr) return base::fail(ERROR_NOACCESS);
  std::copy_n(layout_identifier(current_keyboard_layout()).c_str(), kNameUnits, name);
  return TRUE;
}

// Loads the layout of a language ("00000407"); an unknown one gives the default layout.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadkeyboardlayoutw
HKL WINAPI LoadKeyboardLayoutW(LPCWSTR identifier, UINT flags) {
  if (identifier == nullptr) return base::fail<HKL>(ERROR_INVALID_PARAMETER);
  std::string digits;
  for (const WCHAR* unit = identifier; *unit != 0 && digits.size() <= 8; ++unit) {
    digits += *unit < 0x80 ? static_cast<char>(*unit) : '?';
  }
  return load_layout(digits, flags);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadkeyboardlayouta
HKL WINAPI LoadKeyboardLayoutA(LPCSTR identifier, UINT flags) {
  if (identifier == nullptr) return base::fail<HKL>(ERROR_INVALID_PARAMETER);
  return load_layout(identifier, flags);
}

// The default layout stays. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-unloadkeyboardlayout
WINBOOL WINAPI UnloadKeyboardLayout(HKL layout) {
  if (layout == default_keyboard_layout() || !remove_keyboard_layout(layout)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  return TRUE;
}

// Changes the calling thread's layout (or HKL_NEXT, HKL_PREV) and returns the one before; the focus
// window gets WM_INPUTLANGCHANGE. Last errors: ERROR_INVALID_PARAMETER (not loaded).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-activatekeyboardlayout
HKL WINAPI ActivateKeyboardLayout(HKL layout, UINT) {
  const auto number = reinterpret_cast<std::uintptr_t>(layout);
  const HKL now = current_keyboard_layout();
  if (number == HKL_NEXT) layout = neighbour_keyboard_layout(now, 1);
  if (number == HKL_PREV) layout = neighbour_keyboard_layout(now, -1);
  if (!is_loaded(layout)) return base::fail<HKL>(ERROR_INVALID_PARAMETER);
  return activate_keyboard_layout(layout);
}

// 0: the type (4: enhanced 101 or 102 keys), 1: the subtype, 2: how many function keys.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getkeyboardtype
int WINAPI GetKeyboardType(int what) {
  switch (what) {
    case 0:
      return 4;
    case 1:
      return 0;
    case 2:
      return 12;
    default:
      return 0;
  }
}
