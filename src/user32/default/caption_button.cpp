// Presses on the caption's buttons.
#include "user32/default/frame_tracking.h"
#include "user32/default/input_handlers.h"
#include "user32/message/retrieve.h"
#include "user32/message/send.h"
#include "user32/nonclient/frame.h"
#include "user32/paint/dc_cache.h"
#include "user32/window/activation.h"

namespace transom::user {
namespace {

WPARAM command_of(const Window& window, int hit) {
  switch (hit) {
    case HTCLOSE:
      return SC_CLOSE;
    case HTMINBUTTON:
      return (window.style & WS_MINIMIZE) != 0 ? SC_RESTORE : SC_MINIMIZE;
    case HTMAXBUTTON:
      return (window.style & WS_MAXIMIZE) != 0 ? SC_RESTORE : SC_MAXIMIZE;
    default:
      return SC_CONTEXTHELP;
  }
}

CaptionButton button_of(int hit) {
  switch (hit) {
    case HTCLOSE:
      return kCloseButton;
    case HTMINBUTTON:
      return kMinimizeButton;
    case HTMAXBUTTON:
      return kMaximizeButton;
    default:
      return kHelpButton;
  }
}

void show(Window& window, int hit, bool pressed) {
  const WindowDc dc(window, nullptr, kUseStyle | DCX_WINDOW | DCX_CACHE);
  draw_caption_button(window, dc, button_of(hit), pressed);
}

bool is_over(Window& window, int hit, POINT screen) {
  return send_message(window, WM_NCHITTEST, 0, MAKELPARAM(screen.x, screen.y)) == hit;
}

// Whether the button came up over the caption's. The window may be gone.
bool follow(Window& window, int hit) {
  bool pressed = true;
  show(window, hit, true);
  MSG message;
  while (!window.destroyed && GetCapture() == window.handle &&
         get_modal_message(*window.thread, message)) {
    if (message.message != WM_MOUSEMOVE && message.message != WM_LBUTTONUP) {
      DispatchMessageW(&message);
      continue;
    }
    const bool over = is_over(window, hit, message.pt);
    if (window.destroyed) return false;
    if (message.message == WM_LBUTTONUP) return over;
    if (over != pressed) show(window, hit, pressed = over);
  }
  return false;
}

}  // namespace

void track_caption_button(Window& window, int hit_test, LPARAM position) {
  const WindowRef keep(&window);
  set_capture(&window);
  const bool clicked = follow(window, hit_test);
  if (window.destroyed) return;
  show(window, hit_test, false);
  if (GetCapture() == window.handle) set_capture(nullptr);
  if (!clicked || window.destroyed) return;
  send_message(window, WM_SYSCOMMAND, command_of(window, hit_test), position);
}

}  // namespace transom::user
