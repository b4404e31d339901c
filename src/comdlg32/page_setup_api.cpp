// PageSetupDlg.
// https://learn.microsoft.com/windows/win32/dlgbox/page-setup-dialog-box
#include "comdlg32/page_setup_dialog.h"

namespace transom::comdlg {
namespace {

static_assert(sizeof(PAGESETUPDLGA) == sizeof(PAGESETUPDLGW));

bool asks(const PAGESETUPDLGW& client, DWORD flag) {
  return (client.Flags & flag) != 0;
}

bool is_usable(const PAGESETUPDLGW* client) {
  if (client == nullptr) return fail(CDERR_INITIALIZATION);
  if (client->lStructSize != sizeof *client) return fail(CDERR_STRUCTSIZE);
  if (!is_owner_usable(client->hwndOwner)) return false;
  if (asks(*client, PSD_RETURNDEFAULT) &&
      (client->hDevMode != nullptr || client->hDevNames != nullptr)) {
    return fail(PDERR_RETDEFFAILURE);
  }
  return is_hook_usable(asks(*client, PSD_ENABLEPAGESETUPHOOK),
                        reinterpret_cast<const void*>(client->lpfnPageSetupHook)) &&
         is_hook_usable(asks(*client, PSD_ENABLEPAGEPAINTHOOK),
                        reinterpret_cast<const void*>(client->lpfnPagePaintHook));
}

// The program's, or what the user's locale measures with.
void choose_unit(PAGESETUPDLGW& client) {
  constexpr DWORD kUnits = PSD_INHUNDREDTHSOFMILLIMETERS | PSD_INTHOUSANDTHSOFINCHES;
  if (asks(client, kUnits)) return;
  DWORD measure = 0;
  GetLocaleInfoW(LOCALE_USER_DEFAULT, LOCALE_IMEASURE | LOCALE_RETURN_NUMBER,
                 reinterpret_cast<LPWSTR>(&measure), sizeof measure / sizeof(WCHAR));
  client.Flags |= measure == 1 ? PSD_INTHOUSANDTHSOFINCHES : PSD_INHUNDREDTHSOFMILLIMETERS;
}

// Documented: one inch all round, and no less than the printer, or the program, allows.
bool prepare_margins(PAGESETUPDLGW& client, const PrinterChoice& choice) {
  const LONG inch = asks(client, PSD_INHUNDREDTHSOFMILLIMETERS) ? 2540 : 1000;
  if (!asks(client, PSD_MARGINS)) client.rtMargin = {inch, inch, inch, inch};
  if (!asks(client, PSD_MINMARGINS)) {
    client.rtMinMargin = smallest_margins(choice, client.Flags);
    return true;
  }
  const RECT &least = client.rtMinMargin, &margins = client.rtMargin;
  const bool fits = least.left <= margins.left && least.top <= margins.top &&
                    least.right <= margins.right && least.bottom <= margins.bottom;
  return fits || fail(PDERR_INITFAILURE);
}

bool ask_user(PAGESETUPDLGW& client, Encoding encoding, PrinterChoice& choice) {
  std::optional<DialogTemplate> layout;
  if (!find_template({.by_handle = asks(client, PSD_ENABLEPAGESETUPTEMPLATEHANDLE),
                      .by_name = asks(client, PSD_ENABLEPAGESETUPTEMPLATE),
                      .name = client.lpPageSetupTemplateName,
                      .module = client.hInstance,
                      .memory = client.hPageSetupTemplate},
                     encoding, layout)) {
    return false;
  }
  PageSetupDialog dialog(client, encoding, choice);
  if (asks(client, PSD_ENABLEPAGESETUPHOOK)) dialog.set_hook(client.lpfnPageSetupHook);
  return dialog.show(std::move(layout)) == TRUE;
}

WINBOOL run(PAGESETUPDLGW* client, Encoding encoding) {
  set_extended_error(0);
  if (!is_usable(client)) return FALSE;
  const ClientText text(encoding);
  auto choice = initial_choice(text, client->hDevMode, client->hDevNames, Disagreement::kNamesWin);
  if (!choice) return FALSE;
  choose_unit(*client);
  if (!prepare_margins(*client, *choice)) return FALSE;
  if (!asks(*client, PSD_RETURNDEFAULT) && !ask_user(*client, encoding, *choice)) return FALSE;
  client->ptPaperSize = paper_size_in_unit(*choice, client->Flags);
  write_mode(text, choice->mode, client->hDevMode);
  write_names(text, choice->printer(), choice->printer().port, client->hDevNames);
  return TRUE;
}

}  // namespace
}  // namespace transom::comdlg

using namespace transom::comdlg;

// Asks for paper, orientation and margins; with PSD_RETURNDEFAULT it only tells of the default
// printer. FALSE where the user cancels (CommDlgExtendedError is 0 then) and on failure: CDERR_
// codes, PDERR_RETDEFFAILURE, PDERR_PRINTERNOTFOUND, PDERR_DNDMMISMATCH, PDERR_DEFAULTDIFFERENT,
// PDERR_INITFAILURE.
// https://learn.microsoft.com/previous-versions/windows/desktop/legacy/ms646937(v=vs.85)
WINBOOL WINAPI PageSetupDlgW(LPPAGESETUPDLGW client) {
  return run(client, Encoding::kUnicode);
}
WINBOOL WINAPI PageSetupDlgA(LPPAGESETUPDLGA client) {
  return run(reinterpret_cast<LPPAGESETUPDLGW>(client), Encoding::kAnsi);
}
