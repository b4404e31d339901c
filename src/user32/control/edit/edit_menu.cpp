// The menu of an edit control: what its keys do, for the mouse.
#include "base/text.h"
#include "user32/control/edit/edit.h"
#include "user32/default/input_handlers.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

// The identifiers are the messages that the choices send.
constexpr UINT kSelectAll = EM_SETSEL;

struct MenuItem {
  UINT command;  // 0: a line between groups
  const char16_t* text;
  bool (*enabled)(const Edit& edit);
};

bool can_undo(const Edit& edit) {
  return !edit.undo_record.empty() && !edit.read_only();
}
bool can_copy(const Edit& edit) {
  return !edit.selection.empty() && edit.password == 0;
}
bool can_cut(const Edit& edit) {
  return can_copy(edit) && !edit.read_only();
}
bool can_paste(const Edit& edit) {
  return !edit.read_only() && IsClipboardFormatAvailable(CF_UNICODETEXT);
}
bool can_delete(const Edit& edit) {
  return !edit.selection.empty() && !edit.read_only();
}
bool can_select_all(const Edit& edit) {
  return edit.selection.size() < edit.length();
}

constexpr MenuItem kItems[] = {
    {EM_UNDO, u"&Undo", can_undo},
    {},
    {WM_CUT, u"Cu&t", can_cut},
    {WM_COPY, u"&Copy", can_copy},
    {WM_PASTE, u"&Paste", can_paste},
    {WM_CLEAR, u"&Delete", can_delete},
    {},
    {kSelectAll, u"Select &All", can_select_all},
};

HMENU make_menu(const Edit& edit) {
  const HMENU menu = CreatePopupMenu();
  for (const MenuItem& item : kItems) {
    const bool line = item.command == 0;
    const UINT flags = line ? MF_SEPARATOR : item.enabled(edit) ? MF_ENABLED : MF_GRAYED;
    AppendMenuW(menu, flags, item.command, line ? nullptr : base::as_wchar(item.text));
  }
  return menu;
}

// In the middle where the keyboard asked for it.
POINT menu_position(const Edit& edit, LPARAM lparam) {
  if (lparam != -1) return point_of(lparam);
  const RECT area = edit.client();
  POINT middle{area.right / 2, area.bottom / 2};
  ClientToScreen(edit.handle, &middle);
  return middle;
}

bool is_inside(const Edit& edit, POINT screen) {
  RECT area = edit.client();
  MapWindowPoints(edit.handle, nullptr, reinterpret_cast<POINT*>(&area), 2);
  return PtInRect(&area, screen) != 0;
}

// Sent by DefWindowProc when the right button or the menu key was released.
// https://learn.microsoft.com/windows/win32/menurc/wm-contextmenu
LRESULT on_context_menu(Edit& edit, const ControlCall& call) {
  const POINT at = menu_position(edit, call.lparam);
  if (call.lparam != -1 && !is_inside(edit, at)) return edit.default_action(call);
  if (!edit.focused()) SetFocus(edit.handle);
  if (!edit.alive()) return 0;
  const HMENU menu = make_menu(edit);
  constexpr UINT kFlags = TPM_LEFTALIGN | TPM_RIGHTBUTTON | TPM_RETURNCMD | TPM_NONOTIFY;
  const auto command =
      static_cast<UINT>(TrackPopupMenu(menu, kFlags, at.x, at.y, 0, edit.handle, nullptr));
  DestroyMenu(menu);
  if (command == 0 || !edit.alive()) return 0;
  send_message(edit.handle, command, 0, command == kSelectAll ? -1 : 0);
  return 0;
}

constexpr ControlEntry<Edit> kEntries[] = {
    {WM_CONTEXTMENU, on_context_menu},
};

}  // namespace

std::span<const ControlEntry<Edit>> edit_menu_entries() {
  return kEntries;
}

}  // namespace transom::user
