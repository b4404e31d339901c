// PrintDlgEx.
// https://learn.microsoft.com/windows/win32/dlgbox/print-property-sheet
#include "comdlg32/print_dialog_ex.h"
#include "comdlg32/print_result.h"

namespace transom::comdlg {
namespace {

static_assert(sizeof(PRINTDLGEXA) == sizeof(PRINTDLGEXW));

bool asks(const PRINTDLGEXW& client, DWORD flag) {
  return (client.Flags & flag) != 0;
}

HRESULT check(const PRINTDLGEXW* client) {
  if (client == nullptr || client->lStructSize != sizeof *client) return E_INVALIDARG;
  if (!IsWindow(client->hwndOwner)) return E_HANDLE;
  if (asks(*client, PD_RETURNDEFAULT)) {
    const bool empty = client->hDevMode == nullptr && client->hDevNames == nullptr;
    return empty ? S_OK : E_INVALIDARG;
  }
  const bool has_room = client->lpPageRanges != nullptr && client->nMaxPageRanges != 0;
  if (!asks(*client, PD_NOPAGENUMS) && !has_room) return E_INVALIDARG;
  // There are no property sheets to put a program's pages into, nor a caller for its callback.
  return client->nPropertyPages != 0 || client->lpCallback != nullptr ? E_NOTIMPL : S_OK;
}

HRESULT ask_user(PRINTDLGEXW& client, Encoding encoding, PrinterChoice& choice) {
  std::optional<DialogTemplate> lower;
  if (!find_template({.by_handle = asks(client, PD_ENABLEPRINTTEMPLATEHANDLE),
                      .by_name = asks(client, PD_ENABLEPRINTTEMPLATE),
                      .name = client.lpPrintTemplateName,
                      .module = client.hInstance,
                      .memory = client.hInstance},
                     encoding, lower)) {
    return E_INVALIDARG;
  }
  client.dwResultAction = PrintDialogEx(client, encoding, choice).show(std::move(lower));
  return S_OK;
}

HRESULT run(PRINTDLGEXW* client, Encoding encoding) {
  set_extended_error(0);
  const HRESULT usable = check(client);
  if (usable != S_OK) return usable;
  const ClientText text(encoding);
  auto choice = initial_choice(text, client->hDevMode, client->hDevNames);
  if (!choice) return E_FAIL;
  if (!asks(*client, PD_RETURNDEFAULT)) {
    const HRESULT asked = ask_user(*client, encoding, *choice);
    if (asked != S_OK || client->dwResultAction == PD_RESULT_CANCEL) return asked;
  }
  if (!make_context(*client, *choice)) return E_FAIL;
  write_printer(*client, text, *choice);
  return S_OK;
}

}  // namespace
}  // namespace transom::comdlg

using namespace transom::comdlg;

// Asks what to print where; dwResultAction tells whether to print, or only to remember
// (PD_RESULT_APPLY). E_INVALIDARG for a bad structure, E_HANDLE for a bad owner, E_NOTIMPL where
// the program has property pages or a callback, E_FAIL where there is no such printer.
// https://learn.microsoft.com/previous-versions/windows/desktop/legacy/ms646942(v=vs.85)
HRESULT WINAPI PrintDlgExW(LPPRINTDLGEXW client) {
  return run(client, Encoding::kUnicode);
}
HRESULT WINAPI PrintDlgExA(LPPRINTDLGEXA client) {
  return run(reinterpret_cast<LPPRINTDLGEXW>(client), Encoding::kAnsi);
}
