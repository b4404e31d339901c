#include "user32/dialog/dialog_state.h"

#include "user32/dialog/dialog_message.h"
#include "user32/message/send.h"
#include "user32/window/procedure_handle.h"

namespace transom::user {

DialogState* dialog_state(HWND dialog) {
  Window* window = find_own_window(dialog);
  if (window == nullptr || !window->dialog) return nullptr;
  return static_cast<DialogState*>(window->dialog_state);
}

DialogState& ensure_dialog_state(Window& dialog) {
  if (!dialog.dialog) {
    dialog.dialog_state = new DialogState;
    dialog.dialog = true;
  }
  return *static_cast<DialogState*>(dialog.dialog_state);
}

void release_dialog_state(Window& dialog) {
  if (!dialog.dialog) return;
  auto* state = static_cast<DialogState*>(dialog.dialog_state);
  dialog.dialog = false;
  dialog.dialog_state = nullptr;
  if (state->font != nullptr) DeleteObject(state->font);
  delete state;
}

DLGPROC dialog_procedure(HWND dialog) {
  return reinterpret_cast<DLGPROC>(GetWindowLongPtrW(dialog, DWLP_DLGPROC));
}

INT_PTR call_dialog_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam,
                              Encoding caller) {
  const DLGPROC procedure = dialog_procedure(dialog);
  const DialogState* state = dialog_state(dialog);
  if (procedure == nullptr || state == nullptr) return 0;
  // A DLGPROC differs from a WNDPROC in what its result means, not in how it is called.
  const ResolvedProcedure resolved =
      resolve_procedure(reinterpret_cast<WNDPROC>(procedure), state->encoding);
  return call_window_procedure(resolved.procedure, resolved.encoding, dialog, message, wparam,
                               lparam, caller);
}

SIZE dialog_units(HFONT font) {
  const HDC dc = GetDC(nullptr);
  const HGDIOBJ old = SelectObject(dc, font != nullptr ? font : GetStockObject(SYSTEM_FONT));
  static const WCHAR letters[] = L"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  SIZE extent{};
  TEXTMETRICW metrics{};
  GetTextExtentPoint32W(dc, letters, 52, &extent);
  GetTextMetricsW(dc, &metrics);
  SelectObject(dc, old);
  ReleaseDC(nullptr, dc);
  // The average rounded as the documentation of GetDialogBaseUnits has it.
  return {(extent.cx / 26 + 1) / 2, metrics.tmHeight};
}

}  // namespace transom::user
