#include "user32/default/default_procedure.h"

#include <array>
#include <unordered_map>

#include "base/last_error.h"
#include "spy/trace.h"

namespace transom::user {

namespace {

constexpr DefaultArea kAreas[] = {window_defaults,    text_defaults,  paint_defaults,
                                  nonclient_defaults, input_defaults, ime_defaults};

// By message number: those below WM_USER directly.
struct Table {
  std::array<DefaultHandler, WM_USER> handlers{};

  Table() {
    for (const DefaultArea area : default_areas()) {
      for (const DefaultEntry& entry : area()) {
        if (entry.message < handlers.size()) handlers[entry.message] = entry.handler;
      }
    }
  }
};

const Table& table() {
  static const Table made;
  return made;
}

LRESULT call(HWND handle, const DefaultCall& call) {
  Window* window = find_own_window(handle);
  if (window == nullptr) {
    if (!is_window(handle)) base::set_last_error(ERROR_INVALID_WINDOW_HANDLE);
    return 0;
  }
  return default_procedure(*window, call);
}

}  // namespace

std::span<const DefaultArea> default_areas() {
  return kAreas;
}

LRESULT default_procedure(Window& window, const DefaultCall& call) {
  spy::reached_default(window.handle, call.message, call.wparam, call.lparam);
  if (call.message >= WM_USER) return 0;
  const DefaultHandler handler = table().handlers[call.message];
  if (handler == nullptr) return 0;
  const WindowRef keep(&window);  // what the handler sends may destroy it
  return handler(window, call);
}

}  // namespace transom::user

using namespace transom::user;

// What the system does with a message that the program leaves to it. Text in the parameters is
// UTF-16. 0 for messages without a default.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-defwindowprocw
LRESULT WINAPI DefWindowProcW(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  return call(window, {message, wparam, lparam, Encoding::kUnicode});
}

// The same with text in the ANSI code page.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-defwindowproca
LRESULT WINAPI DefWindowProcA(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  return call(window, {message, wparam, lparam, Encoding::kAnsi});
}
