// PrintDlg.
// https://learn.microsoft.com/windows/win32/dlgbox/print-dialog-box
#include "comdlg32/print_dialog.h"
#include "comdlg32/print_result.h"
#include "comdlg32/setup_dialog.h"

namespace transom::comdlg {
namespace {

static_assert(sizeof(PRINTDLGA) == sizeof(PRINTDLGW));

bool asks(const PRINTDLGW& client, DWORD flag) {
  return (client.Flags & flag) != 0;
}

bool is_usable(const PRINTDLGW* client) {
  if (client == nullptr) return fail(CDERR_INITIALIZATION);
  if (client->lStructSize != sizeof *client) return fail(CDERR_STRUCTSIZE);
  if (!is_owner_usable(client->hwndOwner)) return false;
  if (asks(*client, PD_RETURNDEFAULT)) {
    return (client->hDevMode == nullptr && client->hDevNames == nullptr) ||
           fail(PDERR_RETDEFFAILURE);
  }
  const bool setup = asks(*client, PD_PRINTSETUP);
  return is_hook_usable(asks(*client, PD_ENABLEPRINTHOOK) && !setup,
                        reinterpret_cast<const void*>(client->lpfnPrintHook)) &&
         is_hook_usable(asks(*client, PD_ENABLESETUPHOOK) && setup,
                        reinterpret_cast<const void*>(client->lpfnSetupHook));
}

TemplateRequest requested_template(const PRINTDLGW& client) {
  if (asks(client, PD_PRINTSETUP)) {
    return {.by_handle = asks(client, PD_ENABLESETUPTEMPLATEHANDLE),
            .by_name = asks(client, PD_ENABLESETUPTEMPLATE),
            .name = client.lpSetupTemplateName,
            .module = client.hInstance,
            .memory = client.hSetupTemplate};
  }
  return {.by_handle = asks(client, PD_ENABLEPRINTTEMPLATEHANDLE),
          .by_name = asks(client, PD_ENABLEPRINTTEMPLATE),
          .name = client.lpPrintTemplateName,
          .module = client.hInstance,
          .memory = client.hPrintTemplate};
}

bool ask_user(PRINTDLGW& client, Encoding encoding, PrinterChoice& choice) {
  std::optional<DialogTemplate> layout;
  if (!find_template(requested_template(client), encoding, layout)) return false;
  if (asks(client, PD_PRINTSETUP)) {
    SetupDialog dialog(client, encoding, choice);
    if (asks(client, PD_ENABLESETUPHOOK)) dialog.set_hook(client.lpfnSetupHook);
    return dialog.show(std::move(layout)) == TRUE;
  }
  PrintDialog dialog(client, encoding, choice);
  if (asks(client, PD_ENABLEPRINTHOOK)) dialog.set_hook(client.lpfnPrintHook);
  return dialog.show(std::move(layout)) == TRUE;
}

WINBOOL run(PRINTDLGW* client, Encoding encoding) {
  set_extended_error(0);
  if (!is_usable(client)) return FALSE;
  const ClientText text(encoding);
  auto choice = initial_choice(text, client->hDevMode, client->hDevNames);
  if (!choice) return FALSE;
  if (!asks(*client, PD_RETURNDEFAULT) && !ask_user(*client, encoding, *choice)) return FALSE;
  if (!make_context(*client, *choice)) return FALSE;
  write_printer(*client, text, *choice);
  return TRUE;
}

}  // namespace
}  // namespace transom::comdlg

using namespace transom::comdlg;

// Asks what to print where; with PD_RETURNDEFAULT it only tells of the default printer, with
// PD_PRINTSETUP it asks for the printer, its paper and orientation. FALSE where the user cancels
// (CommDlgExtendedError is 0 then) and on failure: CDERR_ codes, PDERR_RETDEFFAILURE,
// PDERR_PRINTERNOTFOUND, PDERR_DNDMMISMATCH, PDERR_DEFAULTDIFFERENT, PDERR_CREATEICFAILURE. There
// is always a default printer: PD_NOWARNING has nothing to silence.
// https://learn.microsoft.com/previous-versions/windows/desktop/legacy/ms646940(v=vs.85)
WINBOOL WINAPI PrintDlgW(LPPRINTDLGW client) {
  return run(client, Encoding::kUnicode);
}
WINBOOL WINAPI PrintDlgA(LPPRINTDLGA client) {
  return run(reinterpret_cast<LPPRINTDLGW>(client), Encoding::kAnsi);
}
