#include "user32/input/scan_codes.h"

namespace transom::user {
namespace {

constexpr ScanCodeEntry kScanCodes[] = {
    {0x01, VK_ESCAPE, "Esc"},
    {0x02, '1', nullptr},
    {0x03, '2', nullptr},
    {0x04, '3', nullptr},
    {0x05, '4', nullptr},
    {0x06, '5', nullptr},
    {0x07, '6', nullptr},
    {0x08, '7', nullptr},
    {0x09, '8', nullptr},
    {0x0A, '9', nullptr},
    {0x0B, '0', nullptr},
    {0x0C, VK_OEM_MINUS, nullptr},
    {0x0D, VK_OEM_PLUS, nullptr},
    {0x0E, VK_BACK, "Backspace"},
    {0x0F, VK_TAB, "Tab"},
    {0x10, 'Q', nullptr},
    {0x11, 'W', nullptr},
    {0x12, 'E', nullptr},
    {0x13, 'R', nullptr},
    {0x14, 'T', nullptr},
    {0x15, 'Y', nullptr},
    {0x16, 'U', nullptr},
    {0x17, 'I', nullptr},
    {0x18, 'O', nullptr},
    {0x19, 'P', nullptr},
    {0x1A, VK_OEM_4, nullptr},
    {0x1B, VK_OEM_6, nullptr},
    {0x1C, VK_RETURN, "Enter"},
    {0x1D, VK_LCONTROL, "Ctrl"},
    {0x1E, 'A', nullptr},
    {0x1F, 'S', nullptr},
    {0x20, 'D', nullptr},
    {0x21, 'F', nullptr},
    {0x22, 'G', nullptr},
    {0x23, 'H', nullptr},
    {0x24, 'J', nullptr},
    {0x25, 'K', nullptr},
    {0x26, 'L', nullptr},
    {0x27, VK_OEM_1, nullptr},
    {0x28, VK_OEM_7, nullptr},
    {0x29, VK_OEM_3, nullptr},
    {0x2A, VK_LSHIFT, "Shift"},
    {0x2B, VK_OEM_5, nullptr},
    {0x2C, 'Z', nullptr},
    {0x2D, 'X', nullptr},
    {0x2E, 'C', nullptr},
    {0x2F, 'V', nullptr},
    {0x30, 'B', nullptr},
    {0x31, 'N', nullptr},
    {0x32, 'M', nullptr},
    {0x33, VK_OEM_COMMA, nullptr},
    {0x34, VK_OEM_PERIOD, nullptr},
    {0x35, VK_OEM_2, nullptr},
    {0x36, VK_RSHIFT, "Right Shift"},
    {0x37, VK_MULTIPLY, "Num *"},
    {0x38, VK_LMENU, "Alt"},
    {0x39, VK_SPACE, "Space"},
    {0x3A, VK_CAPITAL, "Caps Lock"},
    {0x3B, VK_F1, "F1"},
    {0x3C, VK_F2, "F2"},
    {0x3D, VK_F3, "F3"},
    {0x3E, VK_F4, "F4"},
    {0x3F, VK_F5, "F5"},
    {0x40, VK_F6, "F6"},
    {0x41, VK_F7, "F7"},
    {0x42, VK_F8, "F8"},
    {0x43, VK_F9, "F9"},
    {0x44, VK_F10, "F10"},
    {0x45, VK_PAUSE, "Pause"},
    {0x46, VK_SCROLL, "Scroll Lock"},
    {0x47, VK_NUMPAD7, "Num 7"},
    {0x48, VK_NUMPAD8, "Num 8"},
    {0x49, VK_NUMPAD9, "Num 9"},
    {0x4A, VK_SUBTRACT, "Num -"},
    {0x4B, VK_NUMPAD4, "Num 4"},
    {0x4C, VK_NUMPAD5, "Num 5"},
    {0x4D, VK_NUMPAD6, "Num 6"},
    {0x4E, VK_ADD, "Num +"},
    {0x4F, VK_NUMPAD1, "Num 1"},
    {0x50, VK_NUMPAD2, "Num 2"},
    {0x51, VK_NUMPAD3, "Num 3"},
    {0x52, VK_NUMPAD0, "Num 0"},
    {0x53, VK_DECIMAL, "Num Del"},
    {0x54, VK_SNAPSHOT, "Sys Req"},
    {0x56, VK_OEM_102, nullptr},
    {0x57, VK_F11, "F11"},
    {0x58, VK_F12, "F12"},
    {0x64, VK_F13, "F13"},
    {0x65, VK_F14, "F14"},
    {0x66, VK_F15, "F15"},
    {0x67, VK_F16, "F16"},
    {0x68, VK_F17, "F17"},
    {0x69, VK_F18, "F18"},
    {0x6A, VK_F19, "F19"},
    {0x6B, VK_F20, "F20"},
    {0x6C, VK_F21, "F21"},
    {0x6D, VK_F22, "F22"},
    {0x6E, VK_F23, "F23"},
    {0x76, VK_F24, "F24"},
    {0x110, VK_MEDIA_PREV_TRACK, "Previous Track"},
    {0x119, VK_MEDIA_NEXT_TRACK, "Next Track"},
    {0x11C, VK_RETURN, "Num Enter"},
    {0x11D, VK_RCONTROL, "Right Ctrl"},
    {0x120, VK_VOLUME_MUTE, "Mute"},
    {0x122, VK_MEDIA_PLAY_PAUSE, "Play/Pause"},
    {0x124, VK_MEDIA_STOP, "Stop"},
    {0x12E, VK_VOLUME_DOWN, "Volume Down"},
    {0x130, VK_VOLUME_UP, "Volume Up"},
    {0x132, VK_BROWSER_HOME, "Browser Home"},
    {0x135, VK_DIVIDE, "Num /"},
    {0x137, VK_SNAPSHOT, "Prnt Scrn"},
    {0x138, VK_RMENU, "Right Alt"},
    {0x145, VK_NUMLOCK, "Num Lock"},
    {0x146, VK_CANCEL, "Break"},
    {0x147, VK_HOME, "Home"},
    {0x148, VK_UP, "Up"},
    {0x149, VK_PRIOR, "Page Up"},
    {0x14B, VK_LEFT, "Left"},
    {0x14D, VK_RIGHT, "Right"},
    {0x14F, VK_END, "End"},
    {0x150, VK_DOWN, "Down"},
    {0x151, VK_NEXT, "Page Down"},
    {0x152, VK_INSERT, "Insert"},
    {0x153, VK_DELETE, "Delete"},
    {0x15B, VK_LWIN, "Left Windows"},
    {0x15C, VK_RWIN, "Right Windows"},
    {0x15D, VK_APPS, "Application"},
    {0x165, VK_BROWSER_SEARCH, "Browser Search"},
    {0x166, VK_BROWSER_FAVORITES, "Browser Favorites"},
    {0x167, VK_BROWSER_REFRESH, "Browser Refresh"},
    {0x168, VK_BROWSER_STOP, "Browser Stop"},
    {0x169, VK_BROWSER_FORWARD, "Browser Forward"},
    {0x16A, VK_BROWSER_BACK, "Browser Back"},
    {0x16C, VK_LAUNCH_MAIL, "Mail"},
    {0x16D, VK_LAUNCH_MEDIA_SELECT, "Media"},
};

constexpr struct {
  std::uint16_t scan_code;
  std::uint16_t evdev;
} kExtended[] = {{0x11C, 96},  {0x11D, 97},  {0x135, 98},  {0x137, 99},  {0x138, 100},
                 {0x147, 102}, {0x148, 103}, {0x149, 104}, {0x14B, 105}, {0x14D, 106},
                 {0x14F, 107}, {0x150, 108}, {0x151, 109}, {0x152, 110}, {0x153, 111},
                 {0x145, 69},  {0x15B, 125}, {0x15C, 126}, {0x15D, 127}};

}  // namespace

std::span<const ScanCodeEntry> scan_codes() {
  return kScanCodes;
}

std::uint8_t us_key_of_scan_code(std::uint16_t scan_code) {
  for (const ScanCodeEntry& entry : kScanCodes) {
    if (entry.scan_code == scan_code) return entry.key;
  }
  return 0;
}

// Keys that two places have (Enter) answer with the first, as on Windows.
std::uint16_t us_scan_code_of_key(std::uint8_t key) {
  for (const ScanCodeEntry& entry : kScanCodes) {
    if (entry.key == key) return entry.scan_code;
  }
  return 0;
}

std::uint16_t evdev_of_scan_code(std::uint16_t scan_code) {
  // evdev numbers the plain keys as the first PC keyboards did.
  if (scan_code <= 0x58) return scan_code;
  for (const auto& entry : kExtended) {
    if (entry.scan_code == scan_code) return entry.evdev;
  }
  return 0;
}

}  // namespace transom::user
