// What DefWindowProc does with the window's text.
// https://learn.microsoft.com/windows/win32/winmsg/wm-settext
#include "base/text.h"
#include "user32/default/default_procedure.h"
#include "user32/hook/hook.h"
#include "user32/hook/shell_hook.h"
#include "user32/lock.h"
#include "user32/paint/paint.h"
#include "user32/window/window_text.h"

namespace transom::user {
namespace {

std::u16string text_in(LPARAM text, Encoding encoding) {
  if (text == 0) return {};
  if (encoding == Encoding::kAnsi) return base::to_utf16(reinterpret_cast<const char*>(text));
  return base::as_char16(reinterpret_cast<const WCHAR*>(text));
}

template <class Character>
LRESULT copy_text(std::basic_string_view<Character> text, WPARAM size, LPARAM buffer) {
  if (size == 0 || buffer == 0) return 0;
  auto* out = reinterpret_cast<Character*>(buffer);
  const std::size_t count = std::min<std::size_t>(text.size(), size - 1);
  std::copy_n(text.data(), count, out);
  out[count] = 0;
  return static_cast<LRESULT>(count);
}

// SetWindowText, and anyone. The caption is drawn anew.
LRESULT on_set_text(Window& window, const DefaultCall& call) {
  set_stored_text(window, text_in(call.lparam, call.encoding));
  if ((window.style & WS_CAPTION) == WS_CAPTION) invalidate_frame(window);
  notify_win_event(EVENT_OBJECT_NAMECHANGE, window.handle, OBJID_WINDOW, CHILDID_SELF);
  tell_shell_of_caption(window, false);
  return TRUE;
}

// GetWindowText: what fits with its terminator.
LRESULT on_get_text(Window& window, const DefaultCall& call) {
  if (call.encoding == Encoding::kAnsi) {
    return copy_text<char>(base::to_ansi(window.text), call.wparam, call.lparam);
  }
  return copy_text<char16_t>(window.text, call.wparam, call.lparam);
}

LRESULT on_get_text_length(Window& window, const DefaultCall& call) {
  if (call.encoding == Encoding::kAnsi && !window.text.empty()) {
    return static_cast<LRESULT>(base::to_ansi(window.text).size());
  }
  return static_cast<LRESULT>(window.text.size());
}

// CreateWindowEx: the title becomes the text. A title that begins with 0xFFFF is the resource
// identifier of an icon for static controls.
LRESULT on_nc_create(Window& window, const DefaultCall& call) {
  if (call.lparam == 0) return TRUE;
  const auto* create = reinterpret_cast<const CREATESTRUCTW*>(call.lparam);
  if (create->lpszName != nullptr && !IS_INTRESOURCE(create->lpszName)) {
    set_stored_text(window, text_in(reinterpret_cast<LPARAM>(create->lpszName), call.encoding));
  }
  return TRUE;
}

constexpr DefaultEntry kHandlers[] = {
    {WM_SETTEXT, on_set_text},
    {WM_GETTEXT, on_get_text},
    {WM_GETTEXTLENGTH, on_get_text_length},
    {WM_NCCREATE, on_nc_create},
};

}  // namespace

std::span<const DefaultEntry> text_defaults() {
  return kHandlers;
}

}  // namespace transom::user
