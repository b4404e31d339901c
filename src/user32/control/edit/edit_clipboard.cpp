// Cut, copy, paste and clear.
// https://learn.microsoft.com/windows/win32/controls/about-edit-controls
#include "user32/control/edit/edit.h"

namespace transom::user {
namespace {

// https://learn.microsoft.com/windows/win32/dataxchg/wm-clear
LRESULT on_clear(Edit& edit, const ControlCall&) {
  if (!edit.read_only()) {
    edit.erase(edit.selection.begin(), edit.selection.end(), UndoKind::kOther);
  }
  return 0;
}

constexpr ControlEntry<Edit> kEntries[] = {
    {WM_CLEAR, on_clear},
};

}  // namespace

std::span<const ControlEntry<Edit>> edit_clipboard_entries() {
  return kEntries;
}

}  // namespace transom::user
