// https://learn.microsoft.com/windows/win32/controls/about-static-controls#static-control-default-message-processing
#include "user32/control/static.h"

namespace transom::user {

bool Static::is_text() const {
  return type() <= SS_RIGHT || is(SS_SIMPLE) || is(SS_LEFTNOWORDWRAP);
}

namespace {

// Documented: a half-sunken border; the frame draws it.
// https://learn.microsoft.com/windows/win32/controls/static-control-styles
LRESULT on_nc_create(Static& control, const ControlCall& call) {
  if (control.has_style(SS_SUNKEN)) {
    SetWindowLongPtrW(control.handle, GWL_EXSTYLE,
                      static_cast<LONG_PTR>(control.window.ex_style | WS_EX_STATICEDGE));
  }
  return control.default_action(call);
}

// At once, so that a program that is busy can say what it does.
void repaint(Static& control) {
  InvalidateRect(control.handle, nullptr, TRUE);
  UpdateWindow(control.handle);
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-settext
LRESULT on_set_text(Static& control, const ControlCall& call) {
  const LRESULT result = control.default_action(call);
  if (control.is_text() || control.is(SS_OWNERDRAW)) repaint(control);
  return result;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-setfont
LRESULT on_set_static_font(Static& control, const ControlCall& call) {
  control.font = reinterpret_cast<HFONT>(call.wparam);
  if (LOWORD(call.lparam) != 0) repaint(control);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/stn-enable
LRESULT on_enable(Static& control, const ControlCall& call) {
  if (control.has_style(SS_NOTIFY)) control.notify(call.wparam != 0 ? STN_ENABLE : STN_DISABLE);
  if (control.alive()) repaint(control);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/stn-clicked
LRESULT on_press(Static& control, const ControlCall&) {
  if (control.has_style(SS_NOTIFY)) control.notify(STN_CLICKED);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/stn-dblclk
LRESULT on_double_click(Static& control, const ControlCall&) {
  if (control.has_style(SS_NOTIFY)) control.notify(STN_DBLCLK);
  return 0;
}

// Documented: the mouse goes through a static that does not tell its parent.
LRESULT on_hit_test(Static& control, const ControlCall&) {
  return control.has_style(SS_NOTIFY) ? HTCLIENT : HTTRANSPARENT;
}

LRESULT on_get_dialog_code(Static&, const ControlCall&) {
  return DLGC_STATIC;
}

constexpr ControlEntry<Static> kEntries[] = {
    {WM_NCCREATE, on_nc_create},
    {WM_SETTEXT, on_set_text},
    {WM_SETFONT, on_set_static_font},
    {WM_GETFONT, on_get_font<Static>},
    {WM_ENABLE, on_enable},
    {WM_LBUTTONDOWN, on_press},
    {WM_NCLBUTTONDOWN, on_press},
    {WM_LBUTTONDBLCLK, on_double_click},
    {WM_NCLBUTTONDBLCLK, on_double_click},
    {WM_NCHITTEST, on_hit_test},
    {WM_GETDLGCODE, on_get_dialog_code},
};

LRESULT CALLBACK static_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const ControlTable<Static> table{kEntries, static_image_entries(), static_paint_entries()};
  return run_control(table, handle, message, wparam, lparam);
}

}  // namespace

const SystemClass kStaticClass{
    .name = u"Static",
    .style = CS_DBLCLKS | CS_PARENTDC,
    .procedure = static_procedure,
    .window_extra = 0,
    .cursor = reinterpret_cast<LPCWSTR>(IDC_ARROW),
    .background = nullptr,
};

}  // namespace transom::user
