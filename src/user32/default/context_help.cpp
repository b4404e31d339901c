// WM_HELP, by F1 and by the caption's question mark.
#include "user32/default/frame_tracking.h"
#include "user32/input/cursor.h"
#include "user32/input/input.h"
#include "user32/message/retrieve.h"
#include "user32/message/send.h"
#include "user32/window/activation.h"
#include "user32/window/window_extras.h"

namespace transom::user {
namespace {

enum class Search { kGoesOn, kFound, kGivenUp };

Search judge(const MSG& message) {
  switch (message.message) {
    case WM_LBUTTONDOWN:
      return Search::kFound;
    case WM_RBUTTONDOWN:
      return Search::kGivenUp;
    case WM_KEYDOWN:
      return message.wParam == VK_ESCAPE ? Search::kGivenUp : Search::kGoesOn;
    default:
      return Search::kGoesOn;
  }
}

// Where the user clicked; null when not.
HWND clicked_window(Window& window) {
  MSG message;
  while (!window.destroyed && GetCapture() == window.handle &&
         get_modal_message(*window.thread, message)) {
    const Search search = judge(message);
    if (search == Search::kFound) return WindowFromPoint(message.pt);
    if (search == Search::kGivenUp) return nullptr;
    if (message.message != WM_MOUSEMOVE) DispatchMessageW(&message);
  }
  return nullptr;
}

}  // namespace

void send_help(Window& window) {
  HELPINFO help{};
  help.cbSize = sizeof help;
  help.iContextType = HELPINFO_WINDOW;
  help.iCtrlId = window.is_child() ? static_cast<int>(window.id_or_menu) : 0;
  help.hItemHandle = window.handle;
  help.dwContextId = window.extras ? window.extras->help_id : 0;
  help.MousePos = cursor_position();
  send_message(window, WM_HELP, 0, reinterpret_cast<LPARAM>(&help));
}

void find_help(Window& window) {
  constexpr WORD kHelpCursor = 32651;
  const WindowRef keep(&window);
  set_capture(&window);
  SetCursor(system_cursor(kHelpCursor));
  const HWND clicked = clicked_window(window);
  if (!window.destroyed && GetCapture() == window.handle) set_capture(nullptr);
  if (Window* target = find_own_window(clicked)) send_help(*target);
}

}  // namespace transom::user
