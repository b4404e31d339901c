// Selecting with the keyboard.
#include <algorithm>

#include "base/text.h"
#include "user32/control/list_box/list_box.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

constexpr DWORD kTypingPause = 1000;  // milliseconds: what is typed later begins a new search

bool is_down(int key) {
  return GetKeyState(key) < 0;
}

int page_up(const ListBox& list) {
  if (list.caret != list.top) return list.top;
  const int page = list.last_visible() - list.top;
  return list.caret - std::max(page, 1);
}

int page_down(const ListBox& list) {
  const int last = list.last_visible();
  if (list.caret != last) return last;
  return list.caret + std::max(last - list.top, 1);
}

bool scrolls_sideways(const ListBox& list) {
  return !list.multi_column() && list.horizontal_extent > list.client().right;
}

// Where a key moves the caret. Before anything is selected the first step takes the caret's item.
std::optional<int> destination(const ListBox& list, WPARAM key) {
  const int column = list.multi_column() ? list.rows() : 1;
  const bool nothing_yet = list.selectable() && !list.multiple() && list.selected == ListBox::kNone;
  const auto stepped = [&](int step) { return nothing_yet ? list.caret : list.caret + step; };
  switch (key) {
    case VK_UP:
      return stepped(-1);
    case VK_DOWN:
      return stepped(1);
    case VK_LEFT:
      return list.caret - (list.caret >= column ? column : 0);
    case VK_RIGHT:
      return list.caret + (list.caret + column < list.items.count() ? column : 0);
    case VK_PRIOR:
      return nothing_yet ? list.caret : page_up(list);
    case VK_NEXT:
      return nothing_yet ? list.caret : page_down(list);
    case VK_HOME:
      return 0;
    case VK_END:
      return list.items.count() - 1;
    default:
      return std::nullopt;
  }
}

// Space, in lists of multiple selection: toggles; in extended ones Ctrl does that.
void on_space(ListBox& list) {
  if (!list.items.has(list.caret) || !list.selectable()) return;
  const int index = list.caret;
  if (list.multiple_toggled() || is_down(VK_CONTROL)) {
    list.anchor = index;
    list.mark(index, !list.is_selected(index));
  } else {
    list.choose_by_key(index, is_down(VK_SHIFT));
    return;
  }
  list.notify_if_wanted(LBN_SELCHANGE);
}

// Ctrl with slash selects all of an extended list, with backslash nothing but the caret's item.
bool select_by_shortcut(ListBox& list, WPARAM key) {
  if (!list.extended() || !list.selectable() || !is_down(VK_CONTROL)) return false;
  if (key == VK_OEM_2) {
    list.select_range(0, list.items.count() - 1, true);
  } else if (key == VK_OEM_5) {
    list.select_exactly(list.caret, list.caret);
  } else {
    return false;
  }
  list.notify_if_wanted(LBN_SELCHANGE);
  return true;
}

enum class Answer { kDefault, kHandled };

// LBS_WANTKEYBOARDINPUT: the owner may act, or name the item that the key goes to.
Answer ask_owner(ListBox& list, UINT message, WPARAM key, LRESULT handled_from) {
  const HWND owner = list.parent();
  if (owner == nullptr) return Answer::kDefault;
  const LRESULT answer = send_message(owner, message, MAKEWPARAM(key, list.caret),
                                      reinterpret_cast<LPARAM>(list.handle));
  if (!list.alive() || answer < handled_from) return Answer::kHandled;
  if (answer < 0) return Answer::kDefault;
  if (list.items.has(static_cast<int>(answer))) {
    list.choose_by_key(static_cast<int>(answer), false);
  }
  return Answer::kHandled;
}

// https://learn.microsoft.com/windows/win32/controls/wm-vkeytoitem
LRESULT on_key_down(ListBox& list, const ControlCall& call) {
  const WPARAM key = call.wparam;
  if (list.has_style(LBS_WANTKEYBOARDINPUT) &&
      ask_owner(list, WM_VKEYTOITEM, key, -1) == Answer::kHandled) {
    return 0;
  }
  if (list.items.count() == 0) return 0;
  if ((key == VK_LEFT || key == VK_RIGHT) && scrolls_sideways(list)) {
    send_message(list.window, WM_HSCROLL, key == VK_LEFT ? SB_LINELEFT : SB_LINERIGHT, 0);
    return 0;
  }
  if (key == VK_SPACE && list.multiple()) {
    on_space(list);
  } else if (const auto index = destination(list, key)) {
    list.choose_by_key(std::clamp(*index, 0, list.items.count() - 1), is_down(VK_SHIFT));
  } else if (!select_by_shortcut(list, key)) {
    return list.default_action(call);
  }
  return 0;
}

// The item that goes on with what was typed lately, or else the next that begins with this letter.
int search(ListBox& list, char16_t character) {
  const DWORD now = GetTickCount();
  if (now - list.typed_at > kTypingPause) list.typed.clear();
  list.typed_at = now;
  list.typed += character;
  const bool one_letter = list.typed.find_first_not_of(character) == std::u16string::npos;
  if (!one_letter) {
    const int found = list.find_text(list.caret - 1, list.typed, ListBox::Match::kPrefix);
    if (found != ListBox::kNone) return found;
    list.typed = character;
  }
  const bool nothing_yet = !list.multiple() && list.selected == ListBox::kNone;
  return list.find_text(nothing_yet ? ListBox::kNone : list.caret, {&character, 1},
                        ListBox::Match::kPrefix);
}

// https://learn.microsoft.com/windows/win32/controls/wm-chartoitem
LRESULT on_char(ListBox& list, const ControlCall& call) {
  if (!list.keeps_strings()) {
    if (list.has_style(LBS_WANTKEYBOARDINPUT)) ask_owner(list, WM_CHARTOITEM, call.wparam, 0);
    return 0;
  }
  const auto character = static_cast<char16_t>(call.wparam);
  if (character < u' ' || (character == u' ' && list.multiple())) return 0;
  int index = search(list, character);
  if (index == ListBox::kNone && character == u' ' && list.selected == ListBox::kNone) {
    index = list.caret;
  }
  if (list.items.has(index)) list.choose_by_key(index, false);
  return 0;
}

constexpr ListBoxEntry kEntries[] = {
    {WM_KEYDOWN, on_key_down},
    {WM_CHAR, on_char},
};

}  // namespace

// The notification comes whether or not anything changed.
// https://learn.microsoft.com/windows/win32/controls/lbn-selchange
void ListBox::choose_by_key(int index, bool shift) {
  hide_focus();
  if (extended() && shift && items.has(anchor)) {
    if (selectable()) select_exactly(anchor, index);
  } else if (!multiple_toggled()) {
    anchor = index;
    select_only(index);
  }
  caret = index;
  scroll_into_view(index);
  if (!alive()) return;
  show_focus();
  notify_if_wanted(LBN_SELCHANGE);
}

std::span<const ListBoxEntry> list_keyboard_messages() {
  return kEntries;
}

}  // namespace transom::user
