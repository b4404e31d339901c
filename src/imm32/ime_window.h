// The class IME: the window that shows what is being composed for windows that leave it to
// DefWindowProc, and that answers WM_IME_CONTROL.
//
// Contract
//  - Each thread has at most one default IME window, made when it is first needed (a thread whose
//    user composes nothing, and whose program asks for none, has none); it is never visible itself.
//  - The texts and lists that it shows are popup windows that take neither focus nor activation.
// https://learn.microsoft.com/windows/win32/intl/ime-window-class
#pragma once

#include "imm32/input_context.h"
#include "user32/control/control.h"
#include "user32/window/class.h"

namespace transom::imm {

enum class Needed { kIfThere, kMake };

// The calling thread's; null where there is none.
HWND default_ime_window(Needed needed);

class ImeWindow : public user::Control {
 public:
  explicit ImeWindow(user::Window& window) : Control(window) {}

  // The input context that it works for: that of the window with the focus.
  ContextRef context() const { return current_data().active; }

  void show_composition();
  void show_candidates();
  void hide_composition();
  void hide_candidates();

 private:
  HWND composition_ = nullptr;
  HWND candidates_ = nullptr;
};

extern const user::SystemClass kImeClass;

}  // namespace transom::imm
