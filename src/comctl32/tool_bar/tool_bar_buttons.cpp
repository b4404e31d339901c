// The messages about a tool bar's buttons: adding, asking, changing.
#include <algorithm>

#include "comctl32/tool_bar/tool_bar.h"

namespace transom::comctl {
namespace {

bool is_pointer(INT_PTR string) {
  return string != -1 && !IS_INTRESOURCE(string);
}

ToolButton button_of(const TBBUTTON& given, bool ansi) {
  ToolButton button;
  button.image = given.iBitmap;
  button.command = given.idCommand;
  button.state = given.fsState;
  button.style = given.fsStyle;
  button.data = given.dwData;
  button.string = given.iString;
  if (is_pointer(given.iString)) {
    button.text = text_of(given.iString, ansi);
    button.string = -1;
  }
  return button;
}

LRESULT add_buttons(ToolBar& bar, const ControlCall& call, bool ansi) {
  constexpr WPARAM kMost = 0x8000;
  const auto* given = reinterpret_cast<const TBBUTTON*>(call.lparam);
  if (given == nullptr || call.wparam > kMost) return FALSE;
  for (WPARAM index = 0; index < call.wparam; ++index) {
    bar.buttons.push_back(button_of(given[index], ansi));
  }
  bar.changed();
  bar.autosize();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/tb-addbuttons
LRESULT on_add_buttons_w(ToolBar& bar, const ControlCall& call) {
  return add_buttons(bar, call, false);
}
LRESULT on_add_buttons_a(ToolBar& bar, const ControlCall& call) {
  return add_buttons(bar, call, true);
}

// Before the button with the index, or at the end.
// https://learn.microsoft.com/windows/win32/controls/tb-insertbutton
template <bool kAnsi>
LRESULT on_insert_button(ToolBar& bar, const ControlCall& call) {
  const auto* given = reinterpret_cast<const TBBUTTON*>(call.lparam);
  if (given == nullptr) return FALSE;
  const auto place = std::min<std::size_t>(call.wparam, bar.buttons.size());
  bar.buttons.insert(bar.buttons.begin() + static_cast<std::ptrdiff_t>(place),
                     button_of(*given, kAnsi));
  bar.changed();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/tb-deletebutton
LRESULT on_delete_button(ToolBar& bar, const ControlCall& call) {
  const auto index = static_cast<int>(call.wparam);
  if (!bar.has(index)) return FALSE;
  NMTOOLBARW about{};
  about.iItem = bar.at(index).command;
  bar.tell(about.hdr, TBN_DELETINGBUTTON);
  if (!bar.alive() || !bar.has(index)) return TRUE;
  bar.buttons.erase(bar.buttons.begin() + index);
  bar.pressed = -1;
  bar.hot = -1;
  bar.changed();
  return TRUE;
}

LRESULT on_button_count(ToolBar& bar, const ControlCall&) {
  return static_cast<LRESULT>(bar.buttons.size());
}

// https://learn.microsoft.com/windows/win32/controls/tb-getbutton
LRESULT on_get_button(ToolBar& bar, const ControlCall& call) {
  auto* out = reinterpret_cast<TBBUTTON*>(call.lparam);
  const auto index = static_cast<int>(call.wparam);
  if (out == nullptr || !bar.has(index)) return FALSE;
  const ToolButton& button = bar.at(index);
  *out = {};
  out->iBitmap = button.image;
  out->idCommand = button.command;
  out->fsState = button.state;
  out->fsStyle = button.style;
  out->dwData = button.data;
  out->iString = button.string >= 0 || button.text.empty()
                     ? button.string
                     : reinterpret_cast<INT_PTR>(button.text.c_str());
  return TRUE;
}

LRESULT on_command_to_index(ToolBar& bar, const ControlCall& call) {
  return bar.index_of(static_cast<int>(call.wparam));
}

// https://learn.microsoft.com/windows/win32/controls/tb-getitemrect
LRESULT on_get_item_rect(ToolBar& bar, const ControlCall& call) {
  auto* out = reinterpret_cast<RECT*>(call.lparam);
  const auto index = static_cast<int>(call.wparam);
  if (out == nullptr || !bar.has(index) || bar.at(index).hidden()) return FALSE;
  *out = bar.at(index).place;
  return TRUE;
}

// The same by command.
LRESULT on_get_rect(ToolBar& bar, const ControlCall& call) {
  const int index = bar.index_of(static_cast<int>(call.wparam));
  return on_get_item_rect(bar, {call.message, static_cast<WPARAM>(index), call.lparam});
}

// ---- States, by command

void set_state(ToolBar& bar, int index, BYTE state) {
  ToolButton& button = bar.at(index);
  const BYTE before = std::exchange(button.state, state);
  if (before == state) return;
  if (((before ^ state) & (TBSTATE_HIDDEN | TBSTATE_WRAP)) != 0) {
    bar.changed();
  } else {
    bar.redraw(index);
  }
}

// Of a group one is checked: the others around it are not.
void uncheck_group(ToolBar& bar, int index) {
  const auto grouped = [&](int each) { return bar.has(each) && bar.at(each).is(BTNS_GROUP); };
  const auto clear = [&](int each) {
    set_state(bar, each, bar.at(each).state & static_cast<BYTE>(~TBSTATE_CHECKED));
  };
  for (int each = index - 1; grouped(each); --each) clear(each);
  for (int each = index + 1; grouped(each); ++each) clear(each);
}

template <BYTE kBit>
LRESULT on_set_bit(ToolBar& bar, const ControlCall& call) {
  const int index = bar.index_of(static_cast<int>(call.wparam));
  if (index < 0) return FALSE;
  const bool on = LOWORD(call.lparam) != 0;
  const BYTE state = bar.at(index).state;
  set_state(bar, index, static_cast<BYTE>(on ? state | kBit : state & ~kBit));
  if (kBit == TBSTATE_CHECKED && on && bar.at(index).is(BTNS_GROUP)) uncheck_group(bar, index);
  return TRUE;
}

template <BYTE kBit>
LRESULT on_has_bit(ToolBar& bar, const ControlCall& call) {
  const int index = bar.index_of(static_cast<int>(call.wparam));
  return index < 0 ? -1 : (bar.at(index).state & kBit) != 0;
}

LRESULT on_set_state(ToolBar& bar, const ControlCall& call) {
  const int index = bar.index_of(static_cast<int>(call.wparam));
  if (index < 0) return FALSE;
  set_state(bar, index, LOBYTE(call.lparam));
  return TRUE;
}

LRESULT on_get_state(ToolBar& bar, const ControlCall& call) {
  const int index = bar.index_of(static_cast<int>(call.wparam));
  return index < 0 ? -1 : bar.at(index).state;
}

LRESULT on_set_command(ToolBar& bar, const ControlCall& call) {
  const auto index = static_cast<int>(call.wparam);
  if (!bar.has(index)) return FALSE;
  bar.at(index).command = static_cast<int>(call.lparam);
  return TRUE;
}

LRESULT on_change_bitmap(ToolBar& bar, const ControlCall& call) {
  const int index = bar.index_of(static_cast<int>(call.wparam));
  if (index < 0) return FALSE;
  bar.at(index).image = static_cast<int>(call.lparam);
  bar.redraw(index);
  return TRUE;
}

LRESULT on_get_bitmap(ToolBar& bar, const ControlCall& call) {
  const int index = bar.index_of(static_cast<int>(call.wparam));
  return index < 0 ? 0 : bar.at(index).image;
}

// The length without the terminator; -1 where there is no such button.
template <bool kAnsi>
LRESULT on_get_text(ToolBar& bar, const ControlCall& call) {
  const int index = bar.index_of(static_cast<int>(call.wparam));
  if (index < 0) return -1;
  const std::u16string text = bar.text_of_button(bar.at(index));
  if (call.lparam != 0) copy_text(text, call.lparam, kAnsi);
  return static_cast<LRESULT>(kAnsi ? base::to_ansi(text).size() : text.size());
}

// TBBUTTONINFO says by its mask which of its members count; TBIF_BYINDEX finds by index.
int info_index(const ToolBar& bar, WPARAM wparam, const TBBUTTONINFOW* info) {
  if (info == nullptr || info->cbSize < sizeof *info) return -1;
  const auto number = static_cast<int>(wparam);
  if ((info->dwMask & TBIF_BYINDEX) == 0) return bar.index_of(number);
  return bar.has(number) ? number : -1;
}

// https://learn.microsoft.com/windows/win32/controls/tb-getbuttoninfo
template <bool kAnsi>
LRESULT on_get_info(ToolBar& bar, const ControlCall& call) {
  auto* info = reinterpret_cast<TBBUTTONINFOW*>(call.lparam);
  const int index = info_index(bar, call.wparam, info);
  if (index < 0) return -1;
  const ToolButton& button = bar.at(index);
  if ((info->dwMask & TBIF_COMMAND) != 0) info->idCommand = button.command;
  if ((info->dwMask & TBIF_IMAGE) != 0) info->iImage = button.image;
  if ((info->dwMask & TBIF_LPARAM) != 0) info->lParam = button.data;
  if ((info->dwMask & TBIF_STATE) != 0) info->fsState = button.state;
  if ((info->dwMask & TBIF_STYLE) != 0) info->fsStyle = button.style;
  if ((info->dwMask & TBIF_SIZE) != 0) {
    info->cx = static_cast<WORD>(button.place.right - button.place.left);
  }
  if ((info->dwMask & TBIF_TEXT) != 0 && info->cchText > 0) {
    copy_text(bar.text_of_button(button), reinterpret_cast<LPARAM>(info->pszText),
              static_cast<std::size_t>(info->cchText), kAnsi);
  }
  return index;
}

// https://learn.microsoft.com/windows/win32/controls/tb-setbuttoninfo
template <bool kAnsi>
LRESULT on_set_info(ToolBar& bar, const ControlCall& call) {
  const auto* info = reinterpret_cast<const TBBUTTONINFOW*>(call.lparam);
  const int index = info_index(bar, call.wparam, info);
  if (index < 0) return FALSE;
  ToolButton& button = bar.at(index);
  if ((info->dwMask & TBIF_COMMAND) != 0) button.command = info->idCommand;
  if ((info->dwMask & TBIF_IMAGE) != 0) button.image = info->iImage;
  if ((info->dwMask & TBIF_LPARAM) != 0) button.data = info->lParam;
  if ((info->dwMask & TBIF_STATE) != 0) button.state = info->fsState;
  if ((info->dwMask & TBIF_STYLE) != 0) button.style = info->fsStyle;
  if ((info->dwMask & TBIF_SIZE) != 0) button.width = info->cx;
  if ((info->dwMask & TBIF_TEXT) != 0) {
    button.text = text_of(reinterpret_cast<LPARAM>(info->pszText), kAnsi);
    button.string = -1;
  }
  bar.changed();
  return TRUE;
}

constexpr ControlEntry<ToolBar> kEntries[] = {
    {TB_ADDBUTTONSA, on_add_buttons_a},
    {TB_ADDBUTTONSW, on_add_buttons_w},
    {TB_INSERTBUTTONA, on_insert_button<true>},
    {TB_INSERTBUTTONW, on_insert_button<false>},
    {TB_DELETEBUTTON, on_delete_button},
    {TB_BUTTONCOUNT, on_button_count},
    {TB_GETBUTTON, on_get_button},
    {TB_COMMANDTOINDEX, on_command_to_index},
    {TB_GETITEMRECT, on_get_item_rect},
    {TB_GETRECT, on_get_rect},
    {TB_ENABLEBUTTON, on_set_bit<TBSTATE_ENABLED>},
    {TB_CHECKBUTTON, on_set_bit<TBSTATE_CHECKED>},
    {TB_PRESSBUTTON, on_set_bit<TBSTATE_PRESSED>},
    {TB_HIDEBUTTON, on_set_bit<TBSTATE_HIDDEN>},
    {TB_INDETERMINATE, on_set_bit<TBSTATE_INDETERMINATE>},
    {TB_MARKBUTTON, on_set_bit<TBSTATE_MARKED>},
    {TB_ISBUTTONENABLED, on_has_bit<TBSTATE_ENABLED>},
    {TB_ISBUTTONCHECKED, on_has_bit<TBSTATE_CHECKED>},
    {TB_ISBUTTONPRESSED, on_has_bit<TBSTATE_PRESSED>},
    {TB_ISBUTTONHIDDEN, on_has_bit<TBSTATE_HIDDEN>},
    {TB_ISBUTTONINDETERMINATE, on_has_bit<TBSTATE_INDETERMINATE>},
    {TB_ISBUTTONHIGHLIGHTED, on_has_bit<TBSTATE_MARKED>},
    {TB_SETSTATE, on_set_state},
    {TB_GETSTATE, on_get_state},
    {TB_SETCMDID, on_set_command},
    {TB_CHANGEBITMAP, on_change_bitmap},
    {TB_GETBITMAP, on_get_bitmap},
    {TB_GETBUTTONTEXTA, on_get_text<true>},
    {TB_GETBUTTONTEXTW, on_get_text<false>},
    {TB_GETBUTTONINFOA, on_get_info<true>},
    {TB_GETBUTTONINFOW, on_get_info<false>},
    {TB_SETBUTTONINFOA, on_set_info<true>},
    {TB_SETBUTTONINFOW, on_set_info<false>},
};

}  // namespace

std::span<const ControlEntry<ToolBar>> tool_bar_button_entries() {
  return kEntries;
}

}  // namespace transom::comctl
