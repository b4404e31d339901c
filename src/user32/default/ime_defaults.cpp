// What DefWindowProc does with the messages of input methods: it hands them to the thread's default
// IME window, and makes ordinary messages of characters and keys.
// https://learn.microsoft.com/windows/win32/intl/input-method-manager-messages
#include "imm32/seam.h"
#include "user32/default/default_procedure.h"
#include "user32/message/send.h"
#include "user32/message/text_conversion.h"

namespace transom::user {
namespace {

LRESULT to_default_window(Window& window, const DefaultCall& call) {
  return imm::default_window_message(window.handle, call.message, call.wparam, call.lparam);
}

// A character of the result. "If the message includes a double-byte character and the application
// passes it to DefWindowProc, the IME converts this message into two WM_CHAR messages".
// https://learn.microsoft.com/windows/win32/intl/wm-ime-char
LRESULT on_ime_character(Window& window, const DefaultCall& call) {
  if (call.encoding == Encoding::kUnicode) {
    post_message(window.handle, WM_CHAR, call.wparam, call.lparam);
    return 0;
  }
  const WPARAM lead = call.wparam >> 8 & 0xFF;
  if (lead != 0) post_message(window.handle, WM_CHAR, kRawByte | lead, call.lparam);
  post_message(window.handle, WM_CHAR, kRawByte | (call.wparam & 0xFF), call.lparam);
  return 0;
}

// https://learn.microsoft.com/windows/win32/intl/wm-ime-keydown
LRESULT on_ime_key_down(Window& window, const DefaultCall& call) {
  post_message(window.handle, WM_KEYDOWN, call.wparam, call.lparam);
  return 0;
}

// https://learn.microsoft.com/windows/win32/intl/wm-ime-keyup
LRESULT on_ime_key_up(Window& window, const DefaultCall& call) {
  post_message(window.handle, WM_KEYUP, call.wparam, call.lparam);
  return 0;
}

constexpr DefaultEntry kHandlers[] = {
    {WM_IME_STARTCOMPOSITION, to_default_window},
    {WM_IME_COMPOSITION, to_default_window},
    {WM_IME_ENDCOMPOSITION, to_default_window},
    {WM_IME_SETCONTEXT, to_default_window},
    {WM_IME_NOTIFY, to_default_window},
    {WM_IME_CONTROL, to_default_window},
    {WM_IME_SELECT, to_default_window},
    {WM_IME_REQUEST, to_default_window},
    {WM_IME_CHAR, on_ime_character},
    {WM_IME_KEYDOWN, on_ime_key_down},
    {WM_IME_KEYUP, on_ime_key_up},
};

}  // namespace

std::span<const DefaultEntry> ime_defaults() {
  return kHandlers;
}

}  // namespace transom::user
