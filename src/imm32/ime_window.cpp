#include "imm32/ime_window.h"

#include "base/text.h"
#include "imm32/composition.h"
#include "imm32/ime_control.h"
#include "imm32/ime_place.h"
#include "imm32/ime_popup.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"

namespace transom::imm {
namespace {

using user::ControlCall;

// The composition is the window's that has the focus. Each unit of the result is a message; an ANSI
// window gets the bytes of it in one.
// https://learn.microsoft.com/windows/win32/intl/wm-ime-char
void send_result(const ContextRef& context) {
  const HWND window = context->window;
  for (const char16_t unit : std::u16string(context->result)) {
    user::send_message(window, WM_IME_CHAR, unit, 1);
  }
}

// https://learn.microsoft.com/windows/win32/intl/wm-ime-composition
LRESULT on_composition(ImeWindow& ime, const ControlCall& call) {
  const ContextRef context = ime.context();
  if (!context) return 0;
  if ((call.lparam & GCS_RESULTSTR) != 0) send_result(context);
  if (ime.alive()) ime.show_composition();
  return 0;
}

// https://learn.microsoft.com/windows/win32/intl/wm-ime-endcomposition
LRESULT on_end_composition(ImeWindow& ime, const ControlCall&) {
  ime.hide_composition();
  return 0;
}

// https://learn.microsoft.com/windows/win32/intl/wm-ime-notify
LRESULT on_notify(ImeWindow& ime, const ControlCall& call) {
  switch (call.wparam) {
    case IMN_OPENCANDIDATE:
    case IMN_CHANGECANDIDATE:
    case IMN_SETCANDIDATEPOS:
      ime.show_candidates();
      break;
    case IMN_CLOSECANDIDATE:
      ime.hide_candidates();
      break;
    case IMN_SETCOMPOSITIONFONT:
    case IMN_SETCOMPOSITIONWINDOW:
      ime.show_composition();
      break;
    default:
      break;
  }
  return 0;
}

// A window gains or loses the focus: what is shown for the context changes.
// https://learn.microsoft.com/windows/win32/intl/wm-ime-setcontext
LRESULT on_set_context(ImeWindow& ime, const ControlCall& call) {
  if (call.wparam != FALSE) return 0;
  ime.hide_composition();
  if (ime.alive()) ime.hide_candidates();
  return 0;
}

// https://learn.microsoft.com/windows/win32/intl/wm-ime-control
LRESULT on_control(ImeWindow& ime, const ControlCall& call) {
  const ContextRef context = ime.context();
  return context ? perform_control(context, call.wparam, call.lparam) : 1;
}

// Where a character of the composition is on the screen.
// https://learn.microsoft.com/windows/win32/intl/imr-querycharposition
LRESULT on_request(ImeWindow& ime, const ControlCall& call) {
  const ContextRef context = ime.context();
  auto* about = reinterpret_cast<IMECHARPOSITION*>(call.lparam);
  if (!context || call.wparam != IMR_QUERYCHARPOSITION || about == nullptr) return 0;
  if (about->dwSize < sizeof *about || context->composition.empty()) return 0;
  return find_character(*context, *about);
}

constexpr user::ControlEntry<ImeWindow> kEntries[] = {
    {WM_IME_COMPOSITION, on_composition}, {WM_IME_ENDCOMPOSITION, on_end_composition},
    {WM_IME_NOTIFY, on_notify},           {WM_IME_SETCONTEXT, on_set_context},
    {WM_IME_CONTROL, on_control},         {WM_IME_REQUEST, on_request},
};

LRESULT CALLBACK ime_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<ImeWindow> table{kEntries};
  return user::run_control(table, handle, message, wparam, lparam);
}

void hide(HWND popup) {
  if (user::is_window(popup)) ShowWindow(popup, SW_HIDE);
}

}  // namespace

void ImeWindow::hide_composition() {
  hide(composition_);
}

void ImeWindow::hide_candidates() {
  hide(candidates_);
}

void ImeWindow::show_composition() {
  const ContextRef now = context();
  if (!now) return;
  if (now->composition.empty() || (now->shown & ISC_SHOWUICOMPOSITIONWINDOW) == 0) {
    return hide_composition();
  }
  const POINT corner = composition_corner(*now);
  composition_ = show_popup(composition_, PopupKind::kText, now, corner);
  if (!alive() || now->destroyed) return;
  // "The IME window finds no space to extend the area for the composition window."
  if (!composition_fits(*now)) user::send_message(now->window, WM_IME_COMPOSITIONFULL, 0, 0);
}

void ImeWindow::show_candidates() {
  const ContextRef now = context();
  if (!now) return;
  if (now->composition.candidates.empty() || (now->shown & ISC_SHOWUICANDIDATEWINDOW) == 0) {
    return hide_candidates();
  }
  const POINT corner = candidates_corner(now);
  if (!alive() || now->destroyed || now->composition.candidates.empty()) return;
  candidates_ = show_popup(candidates_, PopupKind::kList, now, corner);
}

HWND default_ime_window(Needed needed) {
  ThreadData& data = current_data();
  if (data.disabled) return nullptr;
  if (user::is_window(data.default_window)) return data.default_window;
  if (needed == Needed::kIfThere || user::current_thread().window_count == 0) return nullptr;
  data.default_window =
      CreateWindowExW(0, base::as_wchar(kImeClass.name), L"Default IME", WS_POPUP | WS_DISABLED, 0,
                      0, 1, 1, nullptr, nullptr, nullptr, nullptr);
  return data.default_window;
}

const user::SystemClass kImeClass{u"IME", 0, ime_procedure, 0, MAKEINTRESOURCEW(32512), nullptr};

}  // namespace transom::imm
