#include "imm32/seam.h"

#include "imm32/composition.h"
#include "imm32/ime_window.h"
#include "user32/input/input_state.h"
#include "user32/input/key_table.h"
#include "user32/input/keyboard_layout.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::imm {
namespace {

constexpr LPARAM kShowAll = ISC_SHOWUIALL;

constexpr bool is_modifier(std::uint8_t key) {
  return key == VK_SHIFT || key == VK_CONTROL || key == VK_MENU || key == VK_CAPITAL ||
         key == VK_NUMLOCK || key == VK_SCROLL || key == VK_LWIN || key == VK_RWIN;
}

user::KeyTable keys_down() {
  user::UserLock lock;
  return user::current_thread().input->key_state;
}

KeyStroke stroke_of(const MSG& message, DWORD conversion) {
  const user::KeyTable keys = keys_down();
  KeyStroke stroke{.key = static_cast<std::uint8_t>(message.wParam), .flags = message.lParam};
  stroke.shift = user::is_down(keys, VK_SHIFT);
  stroke.control = user::is_down(keys, VK_CONTROL);
  stroke.conversion = conversion;
  char16_t accent = 0;
  const auto made =
      user::translate_key(user::keyboard_layout(user::current_keyboard_layout()), stroke.key,
                          static_cast<std::uint16_t>(HIWORD(message.lParam) & 0x1FF), keys, accent);
  if (made.count == 1) stroke.character = made.units[0];
  return stroke;
}

// The Kanji key opens and closes the method, whatever it is composing.
constexpr bool is_toggle(std::uint8_t key) {
  return key == VK_KANJI;
}

// What the key alone says, before anything is made of it: with an ordinary layout, or a method that
// is closed, every key message comes this far.
bool may_press(InputContext& context, std::uint8_t key) {
  if (is_modifier(key) || composer_of(context) == nullptr) return false;
  return is_toggle(key) || context.open;
}

bool wants_press(const InputContext& context, const KeyStroke& stroke) {
  return is_toggle(stroke.key) || stroke.key == VK_CONVERT || context.composer->wants(stroke);
}

// "The IME has passed the key on": its release goes the same way.
bool wants_release(const InputContext& context, std::uint8_t key) {
  return context.passed.test(key);
}

// System keys are not, but F10, which is one without Alt.
bool is_key_for_methods(const MSG& message) {
  if (message.message == WM_KEYDOWN || message.message == WM_KEYUP) return true;
  const bool alt = (HIWORD(message.lParam) & KF_ALTDOWN) != 0;
  return message.message == WM_SYSKEYDOWN && message.wParam == VK_F10 && !alt;
}

void perform(const ContextRef& context, const KeyStroke& stroke) {
  if (is_toggle(stroke.key)) {
    set_open(context, !context->open);
  } else {
    press(context, stroke);
  }
}

void release(InputContext& context, const KeyStroke& stroke) {
  context.passed.reset(stroke.key);
  user::post_message(context.window, WM_IME_KEYUP, stroke.key, stroke.flags);
}

}  // namespace

bool takes_key(user::ThreadState& thread, const MSG& message, bool remove) {
  if (!thread.input_methods) return false;
  if (!is_key_for_methods(message)) return false;
  ThreadData& data = thread_data(thread);
  const ContextRef context = data.active;
  if (!context || context->window != message.hwnd || data.disabled) return false;
  const auto key = static_cast<std::uint8_t>(message.wParam);
  const bool pressed = message.message != WM_KEYUP;
  if (pressed ? !may_press(*context, key) : !wants_release(*context, key)) return false;
  const KeyStroke stroke = stroke_of(message, context->conversion);
  const bool taken = !pressed || wants_press(*context, stroke);
  if (taken && remove) {
    data.stroke = stroke;
    data.virtual_key = stroke.key;
  }
  return taken;
}

void translate(const MSG& message) {
  ThreadData& data = current_data();
  const auto stroke = std::exchange(data.stroke, std::nullopt);
  const ContextRef context = data.active;
  data.virtual_key = VK_PROCESSKEY;
  if (!stroke || !context || context->window != message.hwnd) return;
  if (message.message == WM_KEYDOWN) {
    perform(context, *stroke);
  } else {
    release(*context, *stroke);
  }
}

void focus_lost(HWND window) {
  ThreadData& data = current_data();
  const ContextRef context = data.active;
  if (!context) return;
  data.stroke.reset();
  if (context->window == window) complete(context);
  context->passed.reset();
  // What completing led to may have given the focus away already.
  if (data.active != context || context->window != window) return;
  data.active.reset();
  user::send_message(window, WM_IME_SETCONTEXT, FALSE, kShowAll);
}

void focus_gained(HWND window) {
  const ContextRef context = context_of(window);
  if (!context) return;
  context->window = window;
  current_data().active = context;
  user::send_message(window, WM_IME_SETCONTEXT, TRUE, kShowAll);
}

void layout_leaves(HWND focus, HKL before) {
  if (find_input_method(before) == nullptr) return;
  const ContextRef context = current_data().active;
  if (context) complete(context);
  if (context && !context->destroyed) set_open(context, false);
  user::send_message(focus, WM_IME_SELECT, FALSE, reinterpret_cast<LPARAM>(before));
}

void layout_comes(HWND focus, HKL now) {
  const InputMethod* method = find_input_method(now);
  if (method == nullptr) return;
  user::send_message(focus, WM_IME_SELECT, TRUE, reinterpret_cast<LPARAM>(now));
  const ContextRef context = current_data().active;
  if (!context || context->destroyed) return;
  set_conversion(context, method->first_conversion(), context->sentence);
  if (!context->destroyed) set_open(context, true);
}

HKL layout_of_identifier(unsigned long identifier) {
  const auto layout = reinterpret_cast<HKL>(static_cast<std::uintptr_t>(identifier));
  return is_method_layout(layout) ? layout : nullptr;
}

bool is_method_layout(HKL layout) {
  return find_input_method(layout) != nullptr;
}

namespace {

// The rest means nothing to a thread whose user has composed nothing yet.
bool needs_window(UINT message) {
  return message == WM_IME_STARTCOMPOSITION || message == WM_IME_COMPOSITION ||
         message == WM_IME_CONTROL;
}

}  // namespace

LRESULT default_window_message(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  user::ThreadState* thread = user::find_window_thread(window);
  if (thread == nullptr || thread != user::current_thread_if_any()) return 0;
  if (message == WM_IME_SETCONTEXT && wparam != FALSE) {
    if (const ContextRef context = context_of(window)) context->shown = static_cast<DWORD>(lparam);
  }
  const HWND to = default_ime_window(needs_window(message) ? Needed::kMake : Needed::kIfThere);
  return to != nullptr && to != window ? user::send_message(to, message, wparam, lparam) : 0;
}

}  // namespace transom::imm
