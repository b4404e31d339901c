// FindText and ReplaceText.
// https://learn.microsoft.com/windows/win32/dlgbox/find-and-replace-dialog-boxes
#include "comdlg32/find_dialog.h"

namespace transom::comdlg {
namespace {

static_assert(sizeof(FINDREPLACEA) == sizeof(FINDREPLACEW));

bool is_buffer_usable(const void* buffer, WORD size) {
  return (buffer != nullptr && size != 0) || fail(FRERR_BUFFERLENGTHZERO);
}

bool is_usable(const FINDREPLACEW* client, FindPurpose purpose) {
  if (client == nullptr) return fail(CDERR_INITIALIZATION);
  if (client->lStructSize != sizeof *client) return fail(CDERR_STRUCTSIZE);
  // Documented: there must be an owner, as it gets the messages.
  if (!IsWindow(client->hwndOwner)) return fail(CDERR_DIALOGFAILURE);
  if (!is_buffer_usable(client->lpstrFindWhat, client->wFindWhatLen)) return false;
  if (purpose == FindPurpose::kReplace &&
      !is_buffer_usable(client->lpstrReplaceWith, client->wReplaceWithLen)) {
    return false;
  }
  return is_hook_usable((client->Flags & FR_ENABLEHOOK) != 0,
                        reinterpret_cast<const void*>(client->lpfnHook));
}

HWND show(FINDREPLACEW* client, Encoding encoding, FindPurpose purpose) {
  set_extended_error(0);
  if (!is_usable(client, purpose)) return nullptr;
  std::optional<DialogTemplate> layout = FindDialog::layout(purpose);
  if (!find_template(template_request(*client, FR_ENABLETEMPLATEHANDLE, FR_ENABLETEMPLATE),
                     encoding, layout)) {
    return nullptr;
  }
  const bool by_handle = (client->Flags & FR_ENABLETEMPLATEHANDLE) != 0;
  const bool by_name = !by_handle && (client->Flags & FR_ENABLETEMPLATE) != 0;
  auto dialog = std::make_unique<FindDialog>(*client, encoding, purpose);
  if ((client->Flags & FR_ENABLEHOOK) != 0) dialog->set_hook(client->lpfnHook);
  return CommonDialog::create(std::move(dialog), std::move(*layout),
                              by_name ? client->hInstance : nullptr);
}

}  // namespace
}  // namespace transom::comdlg

using namespace transom::comdlg;

// Opens a Find dialog, whose messages come to the owner as FINDMSGSTRING; the program's loop gives
// it the keyboard by IsDialogMessage. Null on failure: CDERR_STRUCTSIZE, CDERR_INITIALIZATION,
// CDERR_NOHOOK, CDERR_NOTEMPLATE, CDERR_NOHINSTANCE, CDERR_FINDRESFAILURE, CDERR_LOCKRESFAILURE,
// CDERR_DIALOGFAILURE, FRERR_BUFFERLENGTHZERO.
// https://learn.microsoft.com/windows/win32/api/commdlg/nf-commdlg-findtextw
HWND WINAPI FindTextW(LPFINDREPLACEW client) {
  return show(client, Encoding::kUnicode, FindPurpose::kFind);
}
HWND WINAPI FindTextA(LPFINDREPLACEA client) {
  return show(reinterpret_cast<LPFINDREPLACEW>(client), Encoding::kAnsi, FindPurpose::kFind);
}

// Opens a Replace dialog. Fails as FindText does.
// https://learn.microsoft.com/windows/win32/api/commdlg/nf-commdlg-replacetextw
HWND WINAPI ReplaceTextW(LPFINDREPLACEW client) {
  return show(client, Encoding::kUnicode, FindPurpose::kReplace);
}
HWND WINAPI ReplaceTextA(LPFINDREPLACEA client) {
  return show(reinterpret_cast<LPFINDREPLACEW>(client), Encoding::kAnsi, FindPurpose::kReplace);
}
