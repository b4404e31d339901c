// Composing in an edit control: the default IME window shows what is composed at the caret, in the
// control's font.
// https://learn.microsoft.com/windows/win32/intl/about-input-method-manager
#include "user32/control/edit/edit.h"

namespace transom::user {
namespace {

void place_composition(const Edit& edit, HIMC context) {
  COMPOSITIONFORM form{};
  form.dwStyle = CFS_POINT;
  form.ptCurrentPos = edit.point_of(edit.caret_place());
  ImmSetCompositionWindow(context, &form);
}

void give_font(const Edit& edit, HIMC context) {
  const HGDIOBJ font = edit.font != nullptr ? edit.font : GetStockObject(SYSTEM_FONT);
  LOGFONTW described{};
  if (GetObjectW(font, sizeof described, &described) == 0) return;
  ImmSetCompositionFontW(context, &described);
}

// https://learn.microsoft.com/windows/win32/intl/wm-ime-startcomposition
LRESULT on_start_composition(Edit& edit, const ControlCall& call) {
  const HIMC context = ImmGetContext(edit.handle);
  if (context != nullptr) place_composition(edit, context);
  if (context != nullptr && edit.alive()) give_font(edit, context);
  return edit.alive() ? edit.default_action(call) : 0;
}

constexpr ControlEntry<Edit> kEntries[] = {
    {WM_IME_STARTCOMPOSITION, on_start_composition},
};

}  // namespace

std::span<const ControlEntry<Edit>> edit_ime_entries() {
  return kEntries;
}

}  // namespace transom::user
