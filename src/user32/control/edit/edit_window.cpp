// The life of an edit control: creation, focus, font, size, and what it asks of dialogs.
#include "base/text.h"
#include "user32/control/edit/edit.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

constexpr char16_t kPasswordCharacter = u'*';

// WS_BORDER without a sunken edge is drawn by the control, within its client area.
void take_border(Edit& edit) {
  if (!edit.has_style(WS_BORDER) || (edit.window.ex_style & WS_EX_CLIENTEDGE) != 0) return;
  if (edit.has_style(WS_DLGFRAME | WS_THICKFRAME)) return;
  edit.draws_border = true;
  edit.window.style = edit.style() & ~DWORD{WS_BORDER};
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-nccreate
LRESULT on_nc_create(Edit& edit, const ControlCall& call) {
  const auto* made = reinterpret_cast<const CREATESTRUCTW*>(call.lparam);
  if (made != nullptr) edit.begin(*made);
  return edit.default_action(call);
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-create
LRESULT on_create(Edit& edit, const ControlCall& call) {
  edit.take_font(edit.font);
  edit.set_format(nullptr);
  const auto* made = reinterpret_cast<const CREATESTRUCTW*>(call.lparam);
  const auto* name = made != nullptr ? base::as_char16(made->lpszName) : nullptr;
  edit.set_text(name != nullptr && !IS_INTRESOURCE(name) ? name : u"");
  return edit.alive() ? 0 : -1;
}

// A caret of the system's width, as high as a line.
void make_caret(const Edit& edit) {
  DWORD width = 1;
  SystemParametersInfoW(SPI_GETCARETWIDTH, 0, &width, 0);
  CreateCaret(edit.handle, nullptr, static_cast<int>(width), edit.line_height);
}

void show_selection(Edit& edit) {
  if (!edit.selection.empty() && !edit.has_style(ES_NOHIDESEL)) {
    edit.invalidate(edit.selection.begin(), edit.selection.end());
  }
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-setfocus
LRESULT on_set_focus(Edit& edit, const ControlCall&) {
  make_caret(edit);
  edit.place_caret();
  ShowCaret(edit.handle);
  show_selection(edit);
  if (!edit.cue.empty()) edit.invalidate_all();
  edit.notify(EN_SETFOCUS);
  return 0;
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-killfocus
LRESULT on_kill_focus(Edit& edit, const ControlCall&) {
  DestroyCaret();
  show_selection(edit);
  if (!edit.cue.empty()) edit.invalidate_all();
  edit.pending_surrogate = 0;
  edit.notify(EN_KILLFOCUS);
  return 0;
}

void lay_out_anew(Edit& edit) {
  edit.set_format(nullptr);
  edit.reflow();
  if (!edit.alive()) return;
  edit.update_scroll_bars();
  if (!edit.multiline) edit.scroll_caret_into_view();
  if (!edit.alive()) return;
  edit.place_caret();
  edit.invalidate_all();
}

// Margins follow the font.
// https://learn.microsoft.com/windows/win32/winmsg/wm-setfont
LRESULT on_set_edit_font(Edit& edit, const ControlCall& call) {
  edit.take_font(reinterpret_cast<HFONT>(call.wparam));
  edit.set_margins(EC_LEFTMARGIN | EC_RIGHTMARGIN, EC_USEFONTINFO, EC_USEFONTINFO);
  lay_out_anew(edit);
  if (!edit.alive() || !edit.focused()) return 0;
  make_caret(edit);
  edit.place_caret();
  ShowCaret(edit.handle);
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-size
LRESULT on_size(Edit& edit, const ControlCall& call) {
  if (call.wparam == SIZE_MAXIMIZED || call.wparam == SIZE_RESTORED) lay_out_anew(edit);
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-enable
LRESULT on_enable(Edit& edit, const ControlCall&) {
  edit.invalidate_all();
  return 0;
}

// A dialog asks about a message: then it does the keyboard's work around the control.
// https://learn.microsoft.com/windows/win32/dlgbox/wm-getdlgcode
LRESULT on_get_dialog_code(Edit& edit, const ControlCall& call) {
  LRESULT code = DLGC_WANTCHARS | DLGC_HASSETSEL | DLGC_WANTARROWS;
  if (edit.multiline) code |= DLGC_WANTALLKEYS;
  const auto* message = reinterpret_cast<const MSG*>(call.lparam);
  if (message == nullptr) return code;
  edit.in_dialog = true;
  if (message->message == WM_SYSCHAR && message->wParam == VK_BACK) code |= DLGC_WANTMESSAGE;
  return code;
}

// The program hears of the style that it changed.
// https://learn.microsoft.com/windows/win32/controls/em-setreadonly
LRESULT on_set_read_only(Edit& edit, const ControlCall& call) {
  const DWORD bit = call.wparam != 0 ? ES_READONLY : 0;
  SetWindowLongW(edit.handle, GWL_STYLE, static_cast<LONG>((edit.style() & ~ES_READONLY) | bit));
  if (edit.alive()) edit.invalidate_all();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/em-setpasswordchar
LRESULT on_set_password_character(Edit& edit, const ControlCall& call) {
  if (edit.multiline) return 0;
  edit.password = static_cast<char16_t>(call.wparam);
  edit.measured.clear();
  const DWORD bit = edit.password != 0 ? ES_PASSWORD : 0;
  SetWindowLongW(edit.handle, GWL_STYLE, static_cast<LONG>((edit.style() & ~ES_PASSWORD) | bit));
  if (edit.alive()) lay_out_anew(edit);
  return TRUE;
}

LRESULT on_get_password_character(Edit& edit, const ControlCall&) {
  return edit.password;
}

// https://learn.microsoft.com/windows/win32/controls/em-setwordbreakproc
LRESULT on_set_word_break_procedure(Edit& edit, const ControlCall& call) {
  edit.word_break = reinterpret_cast<EDITWORDBREAKPROCW>(call.lparam);
  if (edit.wraps()) lay_out_anew(edit);
  return 0;
}

LRESULT on_get_word_break_procedure(Edit& edit, const ControlCall&) {
  return reinterpret_cast<LRESULT>(edit.word_break);
}

// https://learn.microsoft.com/windows/win32/controls/em-setimestatus
LRESULT on_set_ime_status(Edit& edit, const ControlCall& call) {
  const UINT before = edit.ime_status;
  if (call.wparam == EMSIS_COMPOSITIONSTRING) edit.ime_status = LOWORD(call.lparam);
  return before;
}

LRESULT on_get_ime_status(Edit& edit, const ControlCall& call) {
  return call.wparam == EMSIS_COMPOSITIONSTRING ? edit.ime_status : 0;
}

constexpr ControlEntry<Edit> kEntries[] = {
    {WM_NCCREATE, on_nc_create},
    {WM_CREATE, on_create},
    {WM_SETFOCUS, on_set_focus},
    {WM_KILLFOCUS, on_kill_focus},
    {WM_SETFONT, on_set_edit_font},
    {WM_GETFONT, on_get_font<Edit>},
    {WM_SIZE, on_size},
    {WM_ENABLE, on_enable},
    {WM_GETDLGCODE, on_get_dialog_code},
    {EM_SETREADONLY, on_set_read_only},
    {EM_SETPASSWORDCHAR, on_set_password_character},
    {EM_GETPASSWORDCHAR, on_get_password_character},
    {EM_SETWORDBREAKPROC, on_set_word_break_procedure},
    {EM_GETWORDBREAKPROC, on_get_word_break_procedure},
    {EM_SETIMESTATUS, on_set_ime_status},
    {EM_GETIMESTATUS, on_get_ime_status},
};

LRESULT CALLBACK edit_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const ControlTable<Edit> table{
      edit_window_entries(),    edit_text_entries(),  edit_query_entries(),
      edit_key_entries(),       edit_mouse_entries(), edit_scroll_entries(),
      edit_clipboard_entries(), edit_paint_entries(), edit_menu_entries(),
      edit_extended_entries(),  edit_ime_entries()};
  return run_control(table, handle, message, wparam, lparam);
}

}  // namespace

// Aligned to the left, a horizontal scroll bar makes a control scroll; otherwise lines wrap.
// https://learn.microsoft.com/windows/win32/controls/about-edit-controls#scrolling-styles
void Edit::begin(const CREATESTRUCTW&) {
  multiline = has_style(ES_MULTILINE);
  vertical_bar = has_style(WS_VSCROLL);
  horizontal_bar = has_style(WS_HSCROLL);
  const bool left = !has_style(ES_CENTER | ES_RIGHT);
  scrolls_horizontally = has_style(ES_AUTOHSCROLL) || (multiline && horizontal_bar);
  if (multiline && !left) scrolls_horizontally = false;
  scrolls_vertically = has_style(ES_AUTOVSCROLL) || vertical_bar;
  if (has_style(ES_PASSWORD) && !multiline) password = kPasswordCharacter;
  take_border(*this);
}

std::span<const ControlEntry<Edit>> edit_window_entries() {
  return kEntries;
}

const SystemClass kEditClass{u"Edit",       CS_DBLCLKS | CS_PARENTDC, edit_procedure,
                             sizeof(void*), MAKEINTRESOURCEW(32513),  nullptr};

}  // namespace transom::user
