#include "host/x11/scan_code_map.h"

#include <linux/input-event-codes.h>

namespace transom::host::x11 {
namespace {

// Where the kernel's numbers are not those of the first PC keyboards.
constexpr struct {
  std::uint16_t evdev;
  std::uint16_t scan_code;
} kOthers[] = {
    {KEY_NUMLOCK, 0x145},
    {KEY_PAUSE, 0x45},
    {KEY_KPENTER, 0x11C},
    {KEY_RIGHTCTRL, 0x11D},
    {KEY_KPSLASH, 0x135},
    {KEY_SYSRQ, 0x137},
    {KEY_RIGHTALT, 0x138},
    {KEY_HOME, 0x147},
    {KEY_UP, 0x148},
    {KEY_PAGEUP, 0x149},
    {KEY_LEFT, 0x14B},
    {KEY_RIGHT, 0x14D},
    {KEY_END, 0x14F},
    {KEY_DOWN, 0x150},
    {KEY_PAGEDOWN, 0x151},
    {KEY_INSERT, 0x152},
    {KEY_DELETE, 0x153},
    {KEY_LEFTMETA, 0x15B},
    {KEY_RIGHTMETA, 0x15C},
    {KEY_COMPOSE, 0x15D},
    {KEY_POWER, 0x15E},
    {KEY_SLEEP, 0x15F},
    {KEY_WAKEUP, 0x163},
    {KEY_MUTE, 0x120},
    {KEY_VOLUMEDOWN, 0x12E},
    {KEY_VOLUMEUP, 0x130},
    {KEY_NEXTSONG, 0x119},
    {KEY_PREVIOUSSONG, 0x110},
    {KEY_PLAYPAUSE, 0x122},
    {KEY_STOPCD, 0x124},
    {KEY_CALC, 0x121},
    {KEY_HOMEPAGE, 0x132},
    {KEY_MAIL, 0x16C},
    {KEY_MEDIA, 0x16D},
    {KEY_BOOKMARKS, 0x166},
    {KEY_REFRESH, 0x167},
    {KEY_STOP, 0x168},
    {KEY_FORWARD, 0x169},
    {KEY_BACK, 0x16A},
    {KEY_SEARCH, 0x165},
    {KEY_COMPUTER, 0x16B},
    {KEY_RO, 0x73},
    {KEY_YEN, 0x7D},
    {KEY_KPCOMMA, 0x7E},
    {KEY_HENKAN, 0x79},
    {KEY_MUHENKAN, 0x7B},
    {KEY_KATAKANAHIRAGANA, 0x70},
    {KEY_HANGEUL, 0x72},
    {KEY_HANJA, 0x71},
    {KEY_KPEQUAL, 0x59},
    {KEY_F13, 0x64},
    {KEY_F14, 0x65},
    {KEY_F15, 0x66},
    {KEY_F16, 0x67},
    {KEY_F17, 0x68},
    {KEY_F18, 0x69},
    {KEY_F19, 0x6A},
    {KEY_F20, 0x6B},
    {KEY_F21, 0x6C},
    {KEY_F22, 0x6D},
    {KEY_F23, 0x6E},
    {KEY_F24, 0x76},
};

}  // namespace

std::uint16_t scan_code_of_keycode(std::uint8_t keycode) {
  if (keycode < 8) return 0;
  const auto evdev = static_cast<std::uint16_t>(keycode - 8);
  for (const auto& entry : kOthers) {
    if (entry.evdev == evdev) return entry.scan_code;
  }
  return evdev <= KEY_F12 && evdev != 84 && evdev != 85 ? evdev : std::uint16_t{0};
}

}  // namespace transom::host::x11
