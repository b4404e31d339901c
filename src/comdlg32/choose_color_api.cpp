// ChooseColor.
// https://learn.microsoft.com/windows/win32/dlgbox/color-dialog-box
#include "comdlg32/color_dialog.h"

namespace transom::comdlg {
namespace {

static_assert(sizeof(CHOOSECOLORA) == sizeof(CHOOSECOLORW));

bool is_usable(const CHOOSECOLORW* client) {
  if (client == nullptr) return fail(CDERR_INITIALIZATION);
  if (client->lStructSize != sizeof *client) return fail(CDERR_STRUCTSIZE);
  if (client->lpCustColors == nullptr) return fail(CDERR_INITIALIZATION);
  return is_owner_usable(client->hwndOwner) &&
         is_hook_usable((client->Flags & CC_ENABLEHOOK) != 0,
                        reinterpret_cast<const void*>(client->lpfnHook));
}

WINBOOL run(CHOOSECOLORW* client, Encoding encoding) {
  set_extended_error(0);
  if (!is_usable(client)) return FALSE;
  std::optional<DialogTemplate> replacement;
  if (!find_template(template_request(*client, CC_ENABLETEMPLATEHANDLE, CC_ENABLETEMPLATE),
                     encoding, replacement)) {
    return FALSE;
  }
  ColorDialog dialog(*client, encoding);
  if ((client->Flags & CC_ENABLEHOOK) != 0) dialog.set_hook(client->lpfnHook);
  return dialog.show(std::move(replacement)) == TRUE;
}

}  // namespace
}  // namespace transom::comdlg

using namespace transom::comdlg;

// Asks for a colour. FALSE where the user cancels (CommDlgExtendedError is 0 then) and on failure:
// CDERR_STRUCTSIZE, CDERR_INITIALIZATION, CDERR_NOHOOK, CDERR_NOTEMPLATE, CDERR_NOHINSTANCE,
// CDERR_FINDRESFAILURE, CDERR_LOCKRESFAILURE, CDERR_DIALOGFAILURE.
// https://learn.microsoft.com/previous-versions/windows/desktop/legacy/ms646912(v=vs.85)
WINBOOL WINAPI ChooseColorW(LPCHOOSECOLORW client) {
  return run(client, Encoding::kUnicode);
}
WINBOOL WINAPI ChooseColorA(LPCHOOSECOLORA client) {
  return run(reinterpret_cast<LPCHOOSECOLORW>(client), Encoding::kAnsi);
}
