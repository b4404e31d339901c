// Who hears of the clipboard's changes: the chain of viewers and the listeners.
// https://learn.microsoft.com/windows/win32/dataxchg/using-the-clipboard
#include <algorithm>
#include <utility>

#include "base/last_error.h"
#include "user32/clipboard/clipboard.h"
#include "user32/message/send.h"

namespace transom::user {

// The first viewer passes it on; listeners each get their own.
void tell_clipboard_changed() {
  Clipboard& board = clipboard();
  HWND viewer;
  std::vector<HWND> listeners;
  {
    const std::scoped_lock lock(board.mutex);
    viewer = board.first_viewer;
    listeners = board.listeners;
  }
  if (viewer != nullptr) send_message(viewer, WM_DRAWCLIPBOARD, 0, 0);
  for (const HWND listener : listeners) post_message(listener, WM_CLIPBOARDUPDATE, 0, 0);
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Puts a window at the head of the viewers' chain and shows it the contents; the answer is who was
// there before, whom it has to pass messages on to. Last errors: ERROR_INVALID_WINDOW_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setclipboardviewer
HWND WINAPI SetClipboardViewer(HWND viewer) {
  if (!is_window(viewer)) return base::fail<HWND>(ERROR_INVALID_WINDOW_HANDLE);
  HWND next;
  {
    const std::scoped_lock lock(clipboard().mutex);
    next = std::exchange(clipboard().first_viewer, viewer);
  }
  send_message(viewer, WM_DRAWCLIPBOARD, 0, 0);
  return next;
}

// The first of the chain; null: there is none.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclipboardviewer
HWND WINAPI GetClipboardViewer() {
  const std::scoped_lock lock(clipboard().mutex);
  return clipboard().first_viewer;
}

// Takes a window out of the chain: at its head at once, further down by WM_CHANGECBCHAIN, whose
// result it returns. Last errors: ERROR_INVALID_WINDOW_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-changeclipboardchain
WINBOOL WINAPI ChangeClipboardChain(HWND removed, HWND next) {
  if (!is_window(removed)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  HWND first;
  {
    const std::scoped_lock lock(clipboard().mutex);
    first = clipboard().first_viewer;
    if (first == removed) {
      clipboard().first_viewer = next;
      return TRUE;
    }
  }
  if (first == nullptr) return TRUE;
  return static_cast<WINBOOL>(send_message(
      first, WM_CHANGECBCHAIN, reinterpret_cast<WPARAM>(removed), reinterpret_cast<LPARAM>(next)));
}

// From now on the window gets WM_CLIPBOARDUPDATE. Last errors: ERROR_INVALID_WINDOW_HANDLE;
// ERROR_INVALID_PARAMETER, it gets it already.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-addclipboardformatlistener
WINBOOL WINAPI AddClipboardFormatListener(HWND window) {
  if (!is_window(window)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  const std::scoped_lock lock(clipboard().mutex);
  std::vector<HWND>& listeners = clipboard().listeners;
  if (std::ranges::find(listeners, window) != listeners.end()) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  listeners.push_back(window);
  return TRUE;
}

// Last errors: ERROR_INVALID_WINDOW_HANDLE; ERROR_INVALID_PARAMETER, it is no listener.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-removeclipboardformatlistener
WINBOOL WINAPI RemoveClipboardFormatListener(HWND window) {
  if (!is_window(window)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  const std::scoped_lock lock(clipboard().mutex);
  if (std::erase(clipboard().listeners, window) == 0) return base::fail(ERROR_INVALID_PARAMETER);
  return TRUE;
}
