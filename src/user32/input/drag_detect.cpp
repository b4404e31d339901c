// DragDetect: does this press begin a drag?
#include <cstdlib>

#include "user32/input/input.h"
#include "user32/input/mouse_settings.h"
#include "user32/message/retrieve.h"
#include "user32/window/activation.h"

namespace transom::user {
namespace {

enum class Answer { kNotYet, kDrag, kNoDrag };

bool is_away(const POINT& origin, const POINT& now) {
  return std::abs(now.x - origin.x) >= mouse_settings.drag_width ||
         std::abs(now.y - origin.y) >= mouse_settings.drag_height;
}

Answer judge(const MSG& message, const POINT& origin) {
  switch (message.message) {
    case WM_LBUTTONUP:
    case WM_RBUTTONDOWN:
      return Answer::kNoDrag;
    case WM_KEYDOWN:
      return message.wParam == VK_ESCAPE ? Answer::kNoDrag : Answer::kNotYet;
    case WM_MOUSEMOVE:
      return is_away(origin, message.pt) ? Answer::kDrag : Answer::kNotYet;
    default:
      return Answer::kNotYet;
  }
}

bool is_input(UINT message) {
  return (message >= WM_MOUSEFIRST && message <= WM_MOUSELAST) ||
         (message >= WM_KEYFIRST && message <= WM_KEYLAST);
}

bool detect(HWND window, POINT origin) {
  ThreadState& thread = current_thread();
  MSG message;
  while (GetCapture() == window && get_modal_message(thread, message)) {
    const Answer answer = judge(message, origin);
    if (answer != Answer::kNotYet) return answer == Answer::kDrag;
    if (!is_input(message.message)) DispatchMessageW(&message);
  }
  return false;
}

}  // namespace
}  // namespace transom::user

using namespace transom::user;

// Follows the pressed left button: TRUE once the pointer has gone further than SM_CXDRAG by
// SM_CYDRAG, FALSE when it comes up, or Esc is pressed, before. `point` is on the screen. Captures
// the mouse meanwhile.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dragdetect
WINBOOL WINAPI DragDetect(HWND handle, POINT point) {
  Window* window = find_own_window(handle);
  if (window == nullptr) return FALSE;
  set_capture(window);
  const bool dragged = detect(handle, point);
  if (GetCapture() == handle) set_capture(nullptr);
  return dragged;
}
