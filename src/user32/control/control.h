// What the built-in controls have in common: a state object for each window and a table from
// message to handler instead of a window procedure.
//
// Contract
//  - The state is made when the window gets WM_NCCREATE and ends with WM_NCDESTROY. A handler's
//    callbacks (notifications, owner drawing) may destroy the window: the state object stays until
//    the outermost call of the control has returned, so that a handler need only ask alive() before
//    it touches the window again.
//  - A message without an entry goes to DefWindowProc, and so does every message to a window whose
//    state is another control's or not made yet (a program may give any window any procedure).
//  - Text is UTF-16. Everything is on the window's own thread.
// https://learn.microsoft.com/windows/win32/controls/individual-control-info
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

struct ControlCall {
  UINT message;
  WPARAM wparam;
  LPARAM lparam;
};

template <class State>
class ControlTable;

class Control {
 public:
  explicit Control(Window& window) : window(window), handle(window.handle) {}
  virtual ~Control() = default;
  Control(const Control&) = delete;
  Control& operator=(const Control&) = delete;

  bool alive() const { return !window.destroyed; }
  DWORD style() const { return window.style; }
  bool has_style(DWORD bits) const { return (window.style & bits) != 0; }
  // Without WM_STYLECHANGED: a control's own bits.
  void change_style(DWORD remove, DWORD add);
  bool enabled() const { return (window.style & WS_DISABLED) == 0; }
  bool focused() const { return GetFocus() == handle; }
  // Keyboard cues: hidden until the keyboard is used (WM_UPDATEUISTATE).
  bool shows_focus() const { return (window.ui_state & UISF_HIDEFOCUS) == 0; }
  bool shows_mnemonics() const { return (window.ui_state & UISF_HIDEACCEL) == 0; }
  // The client area, whose corner is (0, 0).
  RECT client() const;
  // What DefWindowProc does with the message.
  LRESULT default_action(const ControlCall& call);

  // Who gets the notifications; null for a control without one.
  virtual HWND parent() const;
  UINT id() const { return static_cast<UINT>(window.id_or_menu) & 0xFFFF; }
  // WM_COMMAND to the parent. The control may be gone afterwards.
  // https://learn.microsoft.com/windows/win32/menurc/wm-command
  LRESULT notify(WORD code);
  // The brush for the background, from the parent's answer to WM_CTLCOLOR… (or what DefWindowProc
  // says where it answers nothing); it also sets the colours of `dc`.
  HBRUSH ask_colors(UINT message, HDC dc);

  Window& window;
  const HWND handle;
  HFONT font = nullptr;  // WM_SETFONT; null: the system font

 private:
  friend struct ControlCallScope;
  template <class State>
  friend LRESULT run_control(const ControlTable<State>&, HWND, UINT, WPARAM, LPARAM);

  const void* table_ = nullptr;  // whose control this is
  int calls_ = 0;                // how many of its handlers are on the stack
  bool ended_ = false;           // WM_NCDESTROY has been handled
};

// Selects the control's font into a device context while it lives.
class ControlFont {
 public:
  ControlFont(HDC dc, HFONT font)
      : dc_(dc), old_(SelectObject(dc, font != nullptr ? font : GetStockObject(SYSTEM_FONT))) {}
  ~ControlFont() { SelectObject(dc_, old_); }
  ControlFont(const ControlFont&) = delete;
  ControlFont& operator=(const ControlFont&) = delete;

 private:
  HDC dc_;
  HGDIOBJ old_;
};

// What WM_PAINT and WM_PRINTCLIENT draw in: the update region's context, or, where a program sends
// the message itself, the one in wParam. Nothing where the window is gone.
class ControlPaint {
 public:
  ControlPaint(Control& control, const ControlCall& call);
  ~ControlPaint();
  ControlPaint(const ControlPaint&) = delete;
  ControlPaint& operator=(const ControlPaint&) = delete;

  explicit operator bool() const { return dc_ != nullptr; }
  HDC dc() const { return dc_; }
  // What there is to draw, in client coordinates.
  RECT area() const { return begun_ ? paint_.rcPaint : client_; }

 private:
  HWND window_;
  RECT client_;
  HDC dc_;
  bool begun_ = false;
  PAINTSTRUCT paint_{};
};

template <class State>
struct ControlEntry {
  UINT message;
  LRESULT (*handler)(State& control, const ControlCall& call);
};

// By message number. The messages of the built-in controls lie below WM_USER, but for those of
// comctl32's version 6 (ECM_FIRST …).
template <class State>
class ControlTable {
 public:
  using Handler = LRESULT (*)(State&, const ControlCall&);

  // Several spans: a big control lists its handlers by concern, each list in its own file.
  explicit ControlTable(std::initializer_list<std::span<const ControlEntry<State>>> lists) {
    for (const auto& list : lists) {
      for (const ControlEntry<State>& entry : list) {
        if (entry.message < handlers_.size()) {
          handlers_[entry.message] = entry.handler;
        } else {
          extended_.push_back(entry);
        }
      }
    }
  }
  Handler find(UINT message) const {
    if (message < handlers_.size()) return handlers_[message];
    const auto found = std::ranges::find(extended_, message, &ControlEntry<State>::message);
    return found != extended_.end() ? found->handler : nullptr;
  }

 private:
  std::array<Handler, WM_USER> handlers_{};
  std::vector<ControlEntry<State>> extended_;  // few
};

// Sent by programs and dialogs; the font stays the program's.
// https://learn.microsoft.com/windows/win32/winmsg/wm-setfont
template <class State>
LRESULT on_set_font(State& control, const ControlCall& call) {
  control.font = reinterpret_cast<HFONT>(call.wparam);
  if (LOWORD(call.lparam) != 0) InvalidateRect(control.handle, nullptr, TRUE);
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-getfont
template <class State>
LRESULT on_get_font(State& control, const ControlCall&) {
  return reinterpret_cast<LRESULT>(control.font);
}

// Keeps a control's state through a call; frees it after the last one when the window is gone.
struct ControlCallScope {
  explicit ControlCallScope(Control& control) : control(control), window(&control.window) {
    ++control.calls_;
  }
  ~ControlCallScope();
  ControlCallScope(const ControlCallScope&) = delete;
  ControlCallScope& operator=(const ControlCallScope&) = delete;

  Control& control;
  WindowRef window;
};

// Another control's state, used from outside its own procedure: it stays while callbacks run, even
// if the control's window goes. Empty where the window is no such control.
template <class State>
class ControlUse {
 public:
  explicit ControlUse(HWND handle) {
    Window* window = find_own_window(handle);
    state_ = window != nullptr ? dynamic_cast<State*>(window->control) : nullptr;
    if (state_ != nullptr) scope_.emplace(*state_);
  }
  explicit operator bool() const { return state_ != nullptr; }
  State* operator->() const { return state_; }
  State& operator*() const { return *state_; }

 private:
  State* state_ = nullptr;
  std::optional<ControlCallScope> scope_;
};

// The window procedure of a control whose state is a `State` (derived from Control, made from a
// Window&): a control's WNDPROC calls this with its table.
template <class State>
LRESULT run_control(const ControlTable<State>& table, HWND handle, UINT message, WPARAM wparam,
                    LPARAM lparam) {
  Window* window = find_own_window(handle);
  if (window == nullptr) return 0;
  if (message == WM_NCCREATE && window->control == nullptr) {
    window->control = new State(*window);
    window->control->table_ = &table;
  }
  Control* control = window->control;
  if (control == nullptr || control->table_ != &table) {
    return DefWindowProcW(handle, message, wparam, lparam);
  }
  const ControlCallScope scope(*control);
  const auto handler = table.find(message);
  const LRESULT result = handler != nullptr
                             ? handler(static_cast<State&>(*control), {message, wparam, lparam})
                             : DefWindowProcW(handle, message, wparam, lparam);
  if (message == WM_NCDESTROY) control->ended_ = true;
  return result;
}

}  // namespace transom::user
