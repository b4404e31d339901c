// Modal dialogs: DialogBoxParam and EndDialog.
// https://learn.microsoft.com/windows/win32/dlgbox/using-dialog-boxes
#include "base/last_error.h"
#include "user32/dialog/dialog_state.h"
#include "user32/dialog/template_source.h"
#include "user32/hook/hook.h"
#include "user32/message/retrieve.h"
#include "user32/message/send.h"
#include "user32/message/timers.h"

namespace transom::user {
namespace {

// The owner's top-level window: it is disabled while the dialog is up.
HWND owner_of(HWND window) {
  if (window == nullptr || window == GetDesktopWindow()) return nullptr;
  return GetAncestor(window, GA_ROOT);
}

// WM_ENTERIDLE, once each time that the dialog has nothing to do.
void tell_idle(HWND dialog, const DialogRequest& request, MSG& message, bool& told) {
  if (told || request.owner == nullptr || (request.layout.style & DS_NOIDLEMSG) != 0) return;
  if (PeekMessageW(&message, nullptr, 0, 0, PM_NOREMOVE)) return;
  told = true;
  SendMessageW(request.owner, WM_ENTERIDLE, MSGF_DIALOGBOX, reinterpret_cast<LPARAM>(dialog));
}

// A dialog made without WS_VISIBLE is shown once nothing else waits.
void show_when_idle(HWND dialog, MSG& message) {
  if (IsWindowVisible(dialog)) return;
  if (!PeekMessageW(&message, nullptr, 0, 0, PM_NOREMOVE)) ShowWindow(dialog, SW_SHOWNORMAL);
}

void run_loop(HWND dialog, const DialogRequest& request, const WindowRef& window) {
  MSG message;
  bool told_idle = false;
  ThreadState& thread = current_thread();
  while (window.alive()) {
    const DialogState* state = dialog_state(dialog);
    if (state == nullptr || state->ended) return;
    show_when_idle(dialog, message);
    tell_idle(dialog, request, message, told_idle);
    if (!window.alive() || (state = dialog_state(dialog)) == nullptr || state->ended) return;
    if (!get_modal_message(thread, message)) return;
    told_idle =
        message.message == WM_TIMER || message.message == WM_SYSTIMER || message.message == WM_PAINT
            ? told_idle
            : false;
    if (window.alive() && IsDialogMessageW(dialog, &message)) continue;
    TranslateMessage(&message);
    DispatchMessageW(&message);
  }
}

}  // namespace

INT_PTR run_dialog(DialogRequest request) {
  request.modal = true;
  const HWND owner = owner_of(request.owner);
  request.owner = owner;
  // Whatever the owner has under way ends: EnableWindow sends it WM_CANCELMODE.
  const bool owner_was_enabled = owner != nullptr && !EnableWindow(owner, FALSE);
  const HWND dialog = create_dialog(request);
  Window* window = find_own_window(dialog);
  INT_PTR result = -1;
  if (window != nullptr) {
    const WindowRef keep(window);
    if (DialogState* state = dialog_state(dialog)) state->owner_was_enabled = owner_was_enabled;
    run_loop(dialog, request, keep);
    result = 0;
    if (const DialogState* state = keep.alive() ? dialog_state(dialog) : nullptr) {
      result = state->result;
    }
    if (owner_was_enabled) EnableWindow(owner, TRUE);
    if (keep.alive()) {
      const bool was_active = GetActiveWindow() == dialog;
      if (was_active && owner != nullptr) SetActiveWindow(owner);
      DestroyWindow(dialog);
    }
  } else if (owner_was_enabled) {
    EnableWindow(owner, TRUE);
  }
  return result;
}

namespace {

INT_PTR run_from(HINSTANCE instance, std::optional<DialogTemplate> layout, HWND owner,
                 DLGPROC procedure, LPARAM parameter, Encoding encoding) {
  if (!layout) return -1;
  if (owner != nullptr && find_window_thread(owner) == nullptr) {
    base::set_last_error(ERROR_INVALID_WINDOW_HANDLE);
    return 0;  // documented: 0 for an invalid owner, -1 for every other failure
  }
  return run_dialog({instance, std::move(*layout), owner, procedure, parameter, encoding, true});
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Runs a modal dialog from a resource until EndDialog; returns what EndDialog was given, 0 for a
// dead owner, -1 for any other failure.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dialogboxparamw
INT_PTR WINAPI DialogBoxParamW(HINSTANCE instance, LPCWSTR name, HWND owner, DLGPROC procedure,
                               LPARAM parameter) {
  return run_from(instance, load_template(instance, name), owner, procedure, parameter,
                  Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dialogboxparama
INT_PTR WINAPI DialogBoxParamA(HINSTANCE instance, LPCSTR name, HWND owner, DLGPROC procedure,
                               LPARAM parameter) {
  return run_from(instance, load_template(instance, name), owner, procedure, parameter,
                  Encoding::kAnsi);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dialogboxindirectparamw
INT_PTR WINAPI DialogBoxIndirectParamW(HINSTANCE instance, LPCDLGTEMPLATEW memory, HWND owner,
                                       DLGPROC procedure, LPARAM parameter) {
  return run_from(instance, template_in_memory(memory), owner, procedure, parameter,
                  Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dialogboxindirectparama
INT_PTR WINAPI DialogBoxIndirectParamA(HINSTANCE instance, LPCDLGTEMPLATEA memory, HWND owner,
                                       DLGPROC procedure, LPARAM parameter) {
  return run_from(instance, template_in_memory(memory), owner, procedure, parameter,
                  Encoding::kAnsi);
}

// Marks the dialog as ended and hides it; its loop destroys it and DialogBox returns `result`.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enddialog
WINBOOL WINAPI EndDialog(HWND dialog, INT_PTR result) {
  DialogState* state = dialog_state(dialog);
  if (state == nullptr) {
    return base::fail(find_window_thread(dialog) != nullptr ? ERROR_INVALID_PARAMETER
                                                            : ERROR_INVALID_WINDOW_HANDLE);
  }
  state->ended = true;
  state->result = result;
  const HWND owner = state->owner;
  if (state->owner_was_enabled && owner != nullptr) EnableWindow(owner, TRUE);
  if (state->modal && owner != nullptr && GetActiveWindow() == dialog) SetActiveWindow(owner);
  SetWindowPos(dialog, nullptr, 0, 0, 0, 0,
               SWP_NOSIZE | SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_HIDEWINDOW);
  // Ends the wait of the loop.
  PostMessageW(dialog, WM_NULL, 0, 0);
  return TRUE;
}
