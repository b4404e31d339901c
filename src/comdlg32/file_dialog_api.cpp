// GetOpenFileName and GetSaveFileName.
// https://learn.microsoft.com/windows/win32/dlgbox/open-and-save-as-dialog-boxes
#include "comdlg32/explorer_dialog.h"
#include "comdlg32/file_name.h"
#include "comdlg32/old_style_dialog.h"

namespace transom::comdlg {
namespace {

// Without what Windows 2000 added at the end: what OPENFILENAME_SIZE_VERSION_400 says.
constexpr DWORD kOldSize = sizeof(OPENFILENAME_NT4W);
static_assert(sizeof(OPENFILENAMEA) == sizeof(OPENFILENAMEW) &&
              sizeof(OPENFILENAME_NT4A) == kOldSize);

bool is_name_valid(const OPENFILENAMEW& client, const ClientText& text) {
  std::u16string name = name_of(text.read(client.lpstrFile));
  const bool several = (client.Flags & OFN_ALLOWMULTISELECT) != 0;
  std::erase_if(name, [&](char16_t unit) {
    return unit == u'*' || unit == u'?' || (several && unit == u'"');
  });
  return (client.Flags & OFN_NOVALIDATE) != 0 || is_valid_path(name) || fail(FNERR_INVALIDFILENAME);
}

bool is_usable(const OPENFILENAMEW* client, Encoding encoding) {
  if (client == nullptr) return fail(CDERR_INITIALIZATION);
  if (client->lStructSize != sizeof *client && client->lStructSize != kOldSize) {
    return fail(CDERR_STRUCTSIZE);
  }
  return is_owner_usable(client->hwndOwner) &&
         is_hook_usable((client->Flags & OFN_ENABLEHOOK) != 0,
                        reinterpret_cast<const void*>(client->lpfnHook)) &&
         is_name_valid(*client, ClientText(encoding));
}

// Documented: the old look is for those who customize without OFN_EXPLORER, and for several files
// without it.
bool wants_old_look(DWORD flags) {
  constexpr DWORD kReasons =
      OFN_ENABLEHOOK | OFN_ENABLETEMPLATE | OFN_ENABLETEMPLATEHANDLE | OFN_ALLOWMULTISELECT;
  return (flags & OFN_EXPLORER) == 0 && (flags & kReasons) != 0;
}

INT_PTR show(OPENFILENAMEW& client, Encoding encoding, FilePurpose purpose,
             std::optional<DialogTemplate> layout) {
  if (!wants_old_look(client.Flags)) {
    return ExplorerDialog(client, encoding, purpose).show(std::move(layout));
  }
  OldStyleDialog dialog(client, encoding, purpose);
  if ((client.Flags & OFN_ENABLEHOOK) != 0) dialog.set_hook(client.lpfnHook);
  return dialog.show(std::move(layout));
}

WINBOOL run(OPENFILENAMEW* client, Encoding encoding, FilePurpose purpose) {
  set_extended_error(0);
  if (!is_usable(client, encoding)) return FALSE;
  std::optional<DialogTemplate> layout;
  if (!find_template(template_request(*client, OFN_ENABLETEMPLATEHANDLE, OFN_ENABLETEMPLATE),
                     encoding, layout)) {
    return FALSE;
  }
  return show(*client, encoding, purpose, std::move(layout)) == TRUE;
}

}  // namespace
}  // namespace transom::comdlg

using namespace transom::comdlg;

// Asks for files to open. FALSE where the user cancels (CommDlgExtendedError is 0 then) and on
// failure: CDERR_STRUCTSIZE, CDERR_INITIALIZATION, CDERR_NOHOOK, CDERR_NOTEMPLATE,
// CDERR_NOHINSTANCE, CDERR_FINDRESFAILURE, CDERR_LOCKRESFAILURE, CDERR_DIALOGFAILURE,
// FNERR_INVALIDFILENAME, FNERR_BUFFERTOOSMALL.
// https://learn.microsoft.com/windows/win32/api/commdlg/nf-commdlg-getopenfilenamew
WINBOOL WINAPI GetOpenFileNameW(LPOPENFILENAMEW client) {
  return run(client, Encoding::kUnicode, FilePurpose::kOpen);
}
WINBOOL WINAPI GetOpenFileNameA(LPOPENFILENAMEA client) {
  return run(reinterpret_cast<LPOPENFILENAMEW>(client), Encoding::kAnsi, FilePurpose::kOpen);
}

// Asks for a name to save under. Fails as GetOpenFileName does.
// https://learn.microsoft.com/windows/win32/api/commdlg/nf-commdlg-getsavefilenamew
WINBOOL WINAPI GetSaveFileNameW(LPOPENFILENAMEW client) {
  return run(client, Encoding::kUnicode, FilePurpose::kSave);
}
WINBOOL WINAPI GetSaveFileNameA(LPOPENFILENAMEA client) {
  return run(reinterpret_cast<LPOPENFILENAMEW>(client), Encoding::kAnsi, FilePurpose::kSave);
}
