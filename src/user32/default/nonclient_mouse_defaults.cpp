// What DefWindowProc does with presses on the frame: they become system commands.
#include "user32/default/frame_tracking.h"
#include "user32/default/input_handlers.h"
#include "user32/message/send.h"
#include "user32/window/activation.h"
#include "user32/window/class.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

void command(Window& window, WPARAM what, LPARAM position) {
  send_message(window, WM_SYSCOMMAND, what, position);
}

// Activation by the caption waits for this press: WM_MOUSEACTIVATE answered MA_NOACTIVATE.
void on_caption(Window& window, const DefaultCall& call) {
  const WindowRef keep(&window);
  const HWND root = GetAncestor(window.handle, GA_ROOT);
  if (Window* top = find_own_window(root)) {
    set_foreground_window(*top, Activation::kMouse);
  } else {
    SetForegroundWindow(root);
  }
  if (!window.destroyed) command(window, SC_MOVE | HTCAPTION, call.lparam);
}

// SC_SIZE's low bits say which edge, WMSZ_ in the order of the HT codes.
void on_border(Window& window, const DefaultCall& call) {
  command(window, SC_SIZE + (call.wparam - HTLEFT + WMSZ_LEFT), call.lparam);
}

// wParam is the hit-test code, lParam the position on the screen.
// https://learn.microsoft.com/windows/win32/inputdev/wm-nclbuttondown
LRESULT on_nc_left_button_down(Window& window, const DefaultCall& call) {
  switch (call.wparam) {
    case HTCAPTION:
      on_caption(window, call);
      break;
    case HTSYSMENU:
      command(window, SC_MOUSEMENU | HTSYSMENU, call.lparam);
      break;
    case HTMENU:
      command(window, SC_MOUSEMENU | HTMENU, call.lparam);
      break;
    case HTHSCROLL:
      command(window, SC_HSCROLL | HTHSCROLL, call.lparam);
      break;
    case HTVSCROLL:
      command(window, SC_VSCROLL | HTVSCROLL, call.lparam);
      break;
    case HTCLOSE:
    case HTMINBUTTON:
    case HTMAXBUTTON:
    case HTHELP:
      track_caption_button(window, static_cast<int>(call.wparam), call.lparam);
      break;
    default:
      if (call.wparam >= HTSIZEFIRST && call.wparam <= HTSIZELAST) on_border(window, call);
  }
  return 0;
}

void toggle_maximized(Window& window, const DefaultCall& call) {
  const DWORD style = window.style;
  if ((style & WS_MINIMIZE) != 0) {
    command(window, SC_RESTORE, call.lparam);
  } else if ((style & WS_MAXIMIZEBOX) != 0) {
    command(window, (style & WS_MAXIMIZE) != 0 ? SC_RESTORE : SC_MAXIMIZE, call.lparam);
  }
}

// On other parts the second press of a double click is one more press.
// https://learn.microsoft.com/windows/win32/inputdev/wm-nclbuttondblclk
LRESULT on_nc_left_double_click(Window& window, const DefaultCall& call) {
  if (call.wparam == HTCAPTION) {
    toggle_maximized(window, call);
  } else if (call.wparam == HTSYSMENU) {
    if ((window.window_class->style & CS_NOCLOSE) == 0) command(window, SC_CLOSE, call.lparam);
  } else {
    return on_nc_left_button_down(window, call);
  }
  return 0;
}

constexpr DefaultEntry kEntries[] = {
    {WM_NCLBUTTONDOWN, on_nc_left_button_down},
    {WM_NCLBUTTONDBLCLK, on_nc_left_double_click},
};

}  // namespace

std::span<const DefaultEntry> nonclient_mouse_defaults() {
  return kEntries;
}

}  // namespace transom::user
