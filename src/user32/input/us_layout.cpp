// The US layout, as a table.
#include "user32/input/keyboard_layout.h"
#include "user32/input/scan_codes.h"

namespace transom::user {
namespace {

// From scan code 0x02 on: without and with Shift; blanks make nothing.
constexpr char16_t kPlain[] = u"1234567890-=\0\0qwertyuiop[]\0\0asdfghjkl;'`\0\\zxcvbnm,./";
constexpr char16_t kShifted[] = u"!@#$%^&*()_+\0\0QWERTYUIOP{}\0\0ASDFGHJKL:\"~\0|ZXCVBNM<>?";
constexpr std::uint16_t kFirst = 0x02;

class UsLayout final : public KeyboardLayout {
 public:
  Typed type(std::uint16_t scan_code, unsigned shift_state, bool caps_lock) const override {
    if ((shift_state & kControl) != 0) return {};
    const char16_t unit = character(scan_code, (shift_state & kShift) != 0, caps_lock);
    if (unit == 0) return {};
    return {{unit}, 1, false};
  }
  std::uint8_t key_of_scan_code(std::uint16_t scan_code) const override {
    return us_key_of_scan_code(scan_code);
  }
  std::uint16_t scan_code_of_key(std::uint8_t key) const override {
    return us_scan_code_of_key(key);
  }

 private:
  static char16_t character(std::uint16_t scan_code, bool shift, bool caps_lock) {
    if (scan_code == 0x39) return u' ';
    if (scan_code == 0x56) return shift ? u'|' : u'\\';
    const std::size_t index = static_cast<std::size_t>(scan_code) - kFirst;
    if (scan_code < kFirst || index >= std::size(kPlain) - 1) return 0;
    const char16_t plain = kPlain[index];
    const bool letter = plain >= u'a' && plain <= u'z';
    return shift != (letter && caps_lock) ? kShifted[index] : plain;
  }
};

}  // namespace

std::unique_ptr<KeyboardLayout> make_us_layout() {
  return std::make_unique<UsLayout>();
}

}  // namespace transom::user
