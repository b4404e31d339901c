// The keyboard interface of edit controls.
// https://learn.microsoft.com/windows/win32/inputdev/about-keyboard-input
#include <algorithm>

#include "user32/control/edit/edit.h"
#include "user32/control/edit/words.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

bool is_down(int key) {
  return GetKeyState(key) < 0;
}

struct Keys {
  bool shift = is_down(VK_SHIFT);
  bool control = is_down(VK_CONTROL);
};

// A line break is one character to the user, and so is a surrogate pair.
std::size_t character_before(const Edit& edit, std::size_t index) {
  if (index == 0) return 0;
  const std::size_t line = edit.lines.line_of(index);
  if (index == edit.lines[line].begin && line > 0 && !edit.lines.is_wrapped(line - 1)) {
    return edit.lines[line - 1].end;
  }
  return whole_character(edit.text, index - 1);
}

std::size_t character_after(const Edit& edit, std::size_t index) {
  if (index >= edit.length()) return edit.length();
  const std::size_t line = edit.lines.line_of(index);
  if (index >= edit.lines[line].end) return edit.lines.next_begin(line);
  return is_inside_pair(edit.text, index + 1) ? index + 2 : index + 1;
}

void move_by(Edit& edit, std::ptrdiff_t lines, bool extend) {
  const CaretPlace place = edit.caret_place();
  const auto last = static_cast<std::ptrdiff_t>(edit.lines.count()) - 1;
  const auto line = static_cast<std::ptrdiff_t>(edit.line_of(place));
  const std::ptrdiff_t wanted = std::clamp<std::ptrdiff_t>(line + lines, 0, last);
  if (wanted == line) {
    edit.move_caret(place, extend);
    return;
  }
  const int x = edit.point_of(place).x;
  edit.move_caret(edit.place_in_line(static_cast<std::size_t>(wanted), x), extend);
}

void on_left(Edit& edit, const Keys& keys) {
  const std::size_t caret = edit.selection.caret;
  edit.move_caret({keys.control ? previous_word(edit, caret) : character_before(edit, caret)},
                  keys.shift);
}

void on_right(Edit& edit, const Keys& keys) {
  const std::size_t caret = edit.selection.caret;
  edit.move_caret({keys.control ? next_word(edit, caret) : character_after(edit, caret)},
                  keys.shift);
}

// In a single line up is left, and down is right.
void on_up(Edit& edit, const Keys& keys) {
  edit.multiline ? move_by(edit, -1, keys.shift) : on_left(edit, keys);
}

void on_down(Edit& edit, const Keys& keys) {
  edit.multiline ? move_by(edit, 1, keys.shift) : on_right(edit, keys);
}

void on_page_up(Edit& edit, const Keys& keys) {
  if (edit.multiline) {
    move_by(edit, -static_cast<std::ptrdiff_t>(edit.visible_lines()), keys.shift);
  }
}

void on_page_down(Edit& edit, const Keys& keys) {
  if (edit.multiline) {
    move_by(edit, static_cast<std::ptrdiff_t>(edit.visible_lines()), keys.shift);
  }
}

void on_home(Edit& edit, const Keys& keys) {
  const EditLine& line = edit.lines[edit.line_of(edit.caret_place())];
  edit.move_caret({keys.control ? 0 : line.begin}, keys.shift);
}

void on_end(Edit& edit, const Keys& keys) {
  const std::size_t line = edit.line_of(edit.caret_place());
  if (keys.control) {
    edit.move_caret({edit.length()}, keys.shift);
  } else {
    edit.move_caret({edit.lines[line].end, edit.lines.is_wrapped(line)}, keys.shift);
  }
}

// With Shift: cut, or the character before; with Ctrl: to the end of the line.
// https://learn.microsoft.com/windows/win32/controls/about-edit-controls
void on_delete(Edit& edit, const Keys& keys) {
  if (edit.read_only()) return;
  const std::size_t caret = edit.selection.caret;
  if (!edit.selection.empty()) {
    send_message(edit.handle, keys.shift ? WM_CUT : WM_CLEAR, 0, 0);
  } else if (keys.shift) {
    edit.erase(character_before(edit, caret), caret, UndoKind::kBackspace);
  } else if (keys.control) {
    edit.erase(caret, edit.lines[edit.line_of(edit.caret_place())].end, UndoKind::kDelete);
  } else {
    edit.erase(caret, character_after(edit, caret), UndoKind::kDelete);
  }
}

void on_insert(Edit& edit, const Keys& keys) {
  if (keys.shift) send_message(edit.handle, WM_PASTE, 0, 0);
  if (keys.control && edit.alive()) send_message(edit.handle, WM_COPY, 0, 0);
}

// A dialog leaves Enter, Escape and Tab to a multiline control, which wants all keys, and that
// gives them back.
void on_return(Edit& edit, const Keys& keys) {
  if (!edit.multiline || !edit.in_dialog || edit.has_style(ES_WANTRETURN) || keys.control) return;
  const HWND dialog = edit.parent();
  const LRESULT found = send_message(dialog, DM_GETDEFID, 0, 0);
  const HWND button = HIWORD(found) == DC_HASDEFID ? GetDlgItem(dialog, LOWORD(found)) : nullptr;
  if (button == nullptr) return;
  send_message(dialog, WM_NEXTDLGCTL, reinterpret_cast<WPARAM>(button), TRUE);
  post_message(button, WM_KEYDOWN, VK_RETURN, 0);
}

void on_escape(Edit& edit, const Keys&) {
  if (edit.multiline && edit.in_dialog) post_message(edit.parent(), WM_CLOSE, 0, 0);
}

// Ctrl+Tab makes no character, so that it is a tab here already.
void on_tab(Edit& edit, const Keys& keys) {
  if (!edit.multiline || !edit.in_dialog) return;
  if (keys.control) {
    if (!edit.read_only()) edit.insert(u"\t", UndoKind::kTyping);
    return;
  }
  send_message(edit.parent(), WM_NEXTDLGCTL, keys.shift ? 1 : 0, 0);
}

struct KeyAction {
  WPARAM key;
  void (*act)(Edit&, const Keys&);
};

constexpr KeyAction kKeys[] = {
    {VK_LEFT, on_left},     {VK_RIGHT, on_right},    {VK_UP, on_up},         {VK_DOWN, on_down},
    {VK_PRIOR, on_page_up}, {VK_NEXT, on_page_down}, {VK_HOME, on_home},     {VK_END, on_end},
    {VK_DELETE, on_delete}, {VK_INSERT, on_insert},  {VK_RETURN, on_return}, {VK_ESCAPE, on_escape},
    {VK_TAB, on_tab},
};

// https://learn.microsoft.com/windows/win32/inputdev/wm-keydown
LRESULT on_key_down(Edit& edit, const ControlCall& call) {
  // While Alt is down the keys are other messages, but for what journals replay.
  if (is_down(VK_MENU)) return edit.default_action(call);
  const auto* action = std::ranges::find(kKeys, call.wparam, &KeyAction::key);
  if (action == std::end(kKeys)) return edit.default_action(call);
  action->act(edit, {});
  return 0;
}

// Alt+Backspace takes back.
// https://learn.microsoft.com/windows/win32/inputdev/wm-syskeydown
LRESULT on_system_key_down(Edit& edit, const ControlCall& call) {
  constexpr LPARAM kAltIsDown = 0x2000'0000;
  const bool undo = call.wparam == VK_BACK && (call.lparam & kAltIsDown) != 0;
  if (undo) send_message(edit.handle, EM_UNDO, 0, 0);
  // So that the release of Alt does not open the menu.
  return edit.alive() ? edit.default_action(call) : 0;
}

// https://learn.microsoft.com/windows/win32/menurc/wm-syschar
LRESULT on_system_character(Edit& edit, const ControlCall& call) {
  return call.wparam == VK_BACK ? TRUE : edit.default_action(call);
}

void backspace(Edit& edit) {
  if (edit.read_only()) return;
  const std::size_t caret = edit.selection.caret;
  if (!edit.selection.empty()) {
    edit.erase(edit.selection.begin(), edit.selection.end(), UndoKind::kOther);
  } else {
    edit.erase(character_before(edit, caret), caret, UndoKind::kBackspace);
  }
}

void select_all(Edit& edit) {
  edit.select({0, edit.length()});
}

void insert_line_break(Edit& edit) {
  const bool dialogs = edit.in_dialog && !edit.has_style(ES_WANTRETURN) && !is_down(VK_CONTROL);
  if (edit.multiline && !edit.read_only() && !dialogs)
    edit.insert(edit.line_break(), UndoKind::kTyping);
}

void insert_tab(Edit& edit) {
  const bool dialogs = edit.in_dialog && !is_down(VK_CONTROL);
  if (edit.multiline && !edit.read_only() && !dialogs) edit.insert(u"\t", UndoKind::kTyping);
}

constexpr WPARAM control_key(char letter) {
  return static_cast<WPARAM>(letter - '@');
}

template <UINT kMessage>
void send_command(Edit& edit) {
  send_message(edit.handle, kMessage, 0, 0);
}

// What characters below the blank do; those that are not here do nothing.
constexpr struct {
  WPARAM character;
  void (*act)(Edit&);
} kControls[] = {
    {control_key('A'), select_all},
    {control_key('C'), send_command<WM_COPY>},
    {control_key('H'), backspace},
    {control_key('I'), insert_tab},
    {control_key('J'), insert_line_break},
    {control_key('M'), insert_line_break},
    {control_key('V'), send_command<WM_PASTE>},
    {control_key('X'), send_command<WM_CUT>},
    {control_key('Z'), send_command<WM_UNDO>},
};

void control_character(Edit& edit, WPARAM character) {
  for (const auto& each : kControls) {
    if (each.character == character) {
      each.act(edit);
      return;
    }
  }
}

// A character beyond the first plane comes as two messages, and goes in as one.
void type(Edit& edit, char16_t character) {
  const char16_t first = std::exchange(edit.pending_surrogate, u'\0');
  if (IS_HIGH_SURROGATE(character)) {
    edit.pending_surrogate = character;
    return;
  }
  const char16_t pair[] = {first, character};
  const bool whole = first != 0 && IS_LOW_SURROGATE(character);
  edit.insert(whole ? std::u16string_view(pair, 2) : std::u16string_view(&pair[1], 1),
              UndoKind::kTyping);
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-char
LRESULT on_character(Edit& edit, const ControlCall& call) {
  const auto character = static_cast<char16_t>(call.wparam);
  constexpr char16_t kDelete = 0x7F;  // of Ctrl+Backspace
  if (character < u' ') {
    control_character(edit, character);
    return 0;
  }
  if (character == kDelete) return 0;
  const bool digits = edit.has_style(ES_NUMBER);
  if (edit.read_only() || (digits && (character < u'0' || character > u'9'))) {
    MessageBeep(MB_OK);
    return 0;
  }
  type(edit, character);
  return 0;
}

// https://learn.microsoft.com/windows/win32/intl/wm-ime-char
LRESULT on_ime_character(Edit& edit, const ControlCall& call) {
  return on_character(edit, {WM_CHAR, call.wparam, call.lparam});
}

constexpr ControlEntry<Edit> kEntries[] = {
    {WM_KEYDOWN, on_key_down},         {WM_SYSKEYDOWN, on_system_key_down},
    {WM_SYSCHAR, on_system_character}, {WM_CHAR, on_character},
    {WM_IME_CHAR, on_ime_character},
};

}  // namespace

std::span<const ControlEntry<Edit>> edit_key_entries() {
  return kEntries;
}

}  // namespace transom::user
