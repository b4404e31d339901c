// Cut, copy, paste and clear.
// https://learn.microsoft.com/windows/win32/controls/about-edit-controls
#include <algorithm>
#include <optional>

#include "user32/clipboard/synthesis.h"
#include "user32/control/edit/edit.h"
#include "user32/locked_memory.h"

namespace transom::user {
namespace {

// Whether there was anything to copy. The control may be gone afterwards.
bool copy(Edit& edit) {
  if (edit.password != 0 || edit.selection.empty()) return false;
  const std::u16string chosen = edit.text.copy(edit.selection.begin(), edit.selection.end());
  const HGLOBAL memory = clipboard_memory(chosen.c_str(), (chosen.size() + 1) * sizeof(char16_t));
  if (memory == nullptr) {
    edit.notify(EN_ERRSPACE);
    return false;
  }
  if (!OpenClipboard(edit.handle)) {
    GlobalFree(memory);
    return false;
  }
  const bool copied = EmptyClipboard() && SetClipboardData(CF_UNICODETEXT, memory) != nullptr;
  if (!copied) GlobalFree(memory);
  CloseClipboard();
  return copied;
}

std::optional<std::u16string> clipboard_text(HWND window) {
  if (!OpenClipboard(window)) return std::nullopt;
  std::optional<std::u16string> result;
  {
    const LockedMemory memory(GetClipboardData(CF_UNICODETEXT));
    if (memory) result = memory.text<char16_t>();
  }
  CloseClipboard();
  return result;
}

// https://learn.microsoft.com/windows/win32/dataxchg/wm-copy
LRESULT on_copy(Edit& edit, const ControlCall&) {
  return copy(edit);
}

// https://learn.microsoft.com/windows/win32/dataxchg/wm-clear
LRESULT on_clear(Edit& edit, const ControlCall&) {
  if (!edit.read_only()) {
    edit.erase(edit.selection.begin(), edit.selection.end(), UndoKind::kOther);
  }
  return 0;
}

// https://learn.microsoft.com/windows/win32/dataxchg/wm-cut
LRESULT on_cut(Edit& edit, const ControlCall& call) {
  if (!edit.read_only() && copy(edit) && edit.alive()) on_clear(edit, call);
  return 0;
}

// A single line takes a single line.
// https://learn.microsoft.com/windows/win32/dataxchg/wm-paste
LRESULT on_paste(Edit& edit, const ControlCall&) {
  if (edit.read_only()) return 0;
  std::optional<std::u16string> text = clipboard_text(edit.handle);
  if (!text || !edit.alive()) return 0;
  if (!edit.multiline) text->resize(std::min(text->find_first_of(u"\r\n"), text->size()));
  edit.insert(*text, UndoKind::kOther);
  return 0;
}

constexpr ControlEntry<Edit> kEntries[] = {
    {WM_CLEAR, on_clear},
    {WM_COPY, on_copy},
    {WM_CUT, on_cut},
    {WM_PASTE, on_paste},
};

}  // namespace

std::span<const ControlEntry<Edit>> edit_clipboard_entries() {
  return kEntries;
}

}  // namespace transom::user
