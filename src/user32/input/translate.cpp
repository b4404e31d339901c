// TranslateMessage's work: characters from keys.
// https://learn.microsoft.com/windows/win32/inputdev/about-keyboard-input#character-messages
#include "imm32/seam.h"
#include "user32/input/dead_key.h"
#include "user32/input/input.h"
#include "user32/input/input_state.h"
#include "user32/input/keyboard_layout.h"
#include "user32/lock.h"
#include "user32/message/send.h"

namespace transom::user {

namespace {

void post_characters(const MSG& message, const Translation& translation) {
  const bool system = message.message == WM_SYSKEYDOWN;
  if (translation.count < 0) {
    post_message(message.hwnd, system ? WM_SYSDEADCHAR : WM_DEADCHAR, translation.units[0],
                 message.lParam);
  }
  for (int index = 0; index < translation.count; ++index) {
    post_message(message.hwnd, system ? WM_SYSCHAR : WM_CHAR, translation.units[index],
                 message.lParam);
  }
}

// KEYEVENTF_UNICODE: the character travels where the scan code would.
void post_packet(const MSG& message) {
  const bool system = message.message == WM_SYSKEYDOWN;
  post_message(message.hwnd, system ? WM_SYSCHAR : WM_CHAR, HIWORD(message.lParam), 1);
}

KeyTable message_keys() {
  UserLock lock;
  return current_thread().input->key_state;
}

}  // namespace

bool translate_message(const MSG& message) {
  if (message.message < WM_KEYDOWN || message.message > WM_SYSKEYUP) return false;
  if (message.wParam == VK_PROCESSKEY) {
    imm::translate(message);
    return true;
  }
  if (message.message != WM_KEYDOWN && message.message != WM_SYSKEYDOWN) return true;
  if (message.wParam == VK_PACKET) {
    post_packet(message);
    return true;
  }
  const auto key = static_cast<std::uint8_t>(message.wParam & 0xFF);
  // Digits and operators of the numeric keypad share scan codes with the cursor keys.
  const auto scan_code = static_cast<std::uint16_t>(HIWORD(message.lParam) & 0x1FF);
  post_characters(message, translate_key(keyboard_layout(current_keyboard_layout()), key, scan_code,
                                         message_keys(), waiting_accent()));
  return true;
}

}  // namespace transom::user
