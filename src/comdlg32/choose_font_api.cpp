// ChooseFont.
// https://learn.microsoft.com/windows/win32/dlgbox/font-dialog-box
#include "comdlg32/font_dialog.h"

namespace transom::comdlg {
namespace {

static_assert(sizeof(CHOOSEFONTA) == sizeof(CHOOSEFONTW));

bool is_usable(const CHOOSEFONTW* client) {
  if (client == nullptr) return fail(CDERR_INITIALIZATION);
  if (client->lStructSize != sizeof *client) return fail(CDERR_STRUCTSIZE);
  if ((client->Flags & CF_INITTOLOGFONTSTRUCT) != 0 && client->lpLogFont == nullptr) {
    return fail(CDERR_INITIALIZATION);
  }
  if ((client->Flags & CF_LIMITSIZE) != 0 && client->nSizeMax < client->nSizeMin) {
    return fail(CFERR_MAXLESSTHANMIN);
  }
  return is_owner_usable(client->hwndOwner) &&
         is_hook_usable((client->Flags & CF_ENABLEHOOK) != 0,
                        reinterpret_cast<const void*>(client->lpfnHook));
}

WINBOOL run(CHOOSEFONTW* client, Encoding encoding) {
  set_extended_error(0);
  if (!is_usable(client)) return FALSE;
  std::optional<DialogTemplate> replacement;
  if (!find_template(template_request(*client, CF_ENABLETEMPLATEHANDLE, CF_ENABLETEMPLATE),
                     encoding, replacement)) {
    return FALSE;
  }
  FontDialog dialog(*client, encoding);
  if (!dialog.has_fonts()) return fail(CFERR_NOFONTS);
  if ((client->Flags & CF_ENABLEHOOK) != 0) dialog.set_hook(client->lpfnHook);
  return dialog.show(std::move(replacement)) == TRUE;
}

}  // namespace
}  // namespace transom::comdlg

using namespace transom::comdlg;

// Asks for a font. FALSE where the user cancels (CommDlgExtendedError is 0 then) and on failure:
// CDERR_STRUCTSIZE, CDERR_INITIALIZATION, CDERR_NOHOOK, CDERR_NOTEMPLATE, CDERR_NOHINSTANCE,
// CDERR_FINDRESFAILURE, CDERR_LOCKRESFAILURE, CDERR_DIALOGFAILURE, CFERR_MAXLESSTHANMIN,
// CFERR_NOFONTS.
// https://learn.microsoft.com/previous-versions/windows/desktop/legacy/ms646914(v=vs.85)
WINBOOL WINAPI ChooseFontW(LPCHOOSEFONTW client) {
  return run(client, Encoding::kUnicode);
}
WINBOOL WINAPI ChooseFontA(LPCHOOSEFONTA client) {
  return run(reinterpret_cast<LPCHOOSEFONTW>(client), Encoding::kAnsi);
}
