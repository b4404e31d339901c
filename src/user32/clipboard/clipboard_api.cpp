// The exported functions around the clipboard's contents.
// https://learn.microsoft.com/windows/win32/dataxchg/clipboard-functions
#include <algorithm>
#include <span>

#include "base/last_error.h"
#include "user32/clipboard/clipboard.h"

using namespace transom;
using namespace transom::user;

namespace {

BOOL answer(DWORD error) {
  return error == ERROR_SUCCESS ? TRUE : base::fail(error);
}

// Puts the data in its place, or at the end where the format is new. The old data goes.
void put(Clipboard& board, UINT format, HANDLE data) {
  const auto content = data != nullptr ? ClipboardContent::kData : ClipboardContent::kDelayed;
  if (ClipboardEntry* entry = board.find(format)) {
    if (entry->data != data) free_clipboard_data(format, entry->data);
    *entry = {format, data, content};
  } else {
    board.entries.push_back({format, data, content});
  }
  if (data != nullptr) ++board.sequence;
  // What was promised is no change.
  const bool kept_promise = board.rendering.is_here() && !board.rendering.all;
  if (board.is_open_here() && !kept_promise) board.changed = true;
}

}  // namespace

// Opens the clipboard for the calling thread, in the name of a window that EmptyClipboard makes its
// owner, or of none. Last errors: ERROR_INVALID_WINDOW_HANDLE; ERROR_ACCESS_DENIED, it is open for
// another window. https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-openclipboard
WINBOOL WINAPI OpenClipboard(HWND owner) {
  return answer(open_clipboard(owner));
}

// Closes it and tells viewers and listeners of changes. Last errors: ERROR_CLIPBOARD_NOT_OPEN.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-closeclipboard
WINBOOL WINAPI CloseClipboard() {
  return answer(close_clipboard());
}

// Sends WM_DESTROYCLIPBOARD to the owner, frees all data, and makes the window that has the
// clipboard open the owner. Last errors: ERROR_CLIPBOARD_NOT_OPEN.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-emptyclipboard
WINBOOL WINAPI EmptyClipboard() {
  return answer(empty_clipboard());
}

// Gives data to the clipboard, or, without data, the promise that the owner renders it when it is
// asked for; that returns null, too. Without an owner data is taken, though the documentation says
// that it fails: programs that open the clipboard for no window depend on it (wine 8.0 as well).
// Last errors: ERROR_CLIPBOARD_NOT_OPEN; ERROR_INVALID_HANDLE, the data is none.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setclipboarddata
HANDLE WINAPI SetClipboardData(UINT format, HANDLE data) {
  if (format == 0) return base::fail<HANDLE>(ERROR_CLIPBOARD_NOT_OPEN);
  if (data != nullptr && !is_clipboard_data(format, data)) {
    return base::fail<HANDLE>(ERROR_INVALID_HANDLE);
  }
  Clipboard& board = clipboard();
  const std::scoped_lock lock(board.mutex);
  if (!board.accepts_data_here()) return base::fail<HANDLE>(ERROR_CLIPBOARD_NOT_OPEN);
  if (data == nullptr && board.owner == nullptr) {
    return base::fail<HANDLE>(ERROR_CLIPBOARD_NOT_OPEN);
  }
  put(board, format, data);
  return data;
}

// Data in the format, which stays the clipboard's; null where there is none or nobody renders it.
// Last errors: ERROR_CLIPBOARD_NOT_OPEN.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclipboarddata
HANDLE WINAPI GetClipboardData(UINT format) {
  {
    const std::scoped_lock lock(clipboard().mutex);
    if (!clipboard().is_open_here()) return base::fail<HANDLE>(ERROR_CLIPBOARD_NOT_OPEN);
  }
  return clipboard_data(format);
}

// The window that emptied the clipboard last; null: none.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclipboardowner
HWND WINAPI GetClipboardOwner() {
  const std::scoped_lock lock(clipboard().mutex);
  return clipboard().owner;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getopenclipboardwindow
HWND WINAPI GetOpenClipboardWindow() {
  const std::scoped_lock lock(clipboard().mutex);
  return clipboard().open_window;
}

// Grows with every change of the contents.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclipboardsequencenumber
DWORD WINAPI GetClipboardSequenceNumber() {
  const std::scoped_lock lock(clipboard().mutex);
  return clipboard().sequence;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-countclipboardformats
int WINAPI CountClipboardFormats() {
  const std::scoped_lock lock(clipboard().mutex);
  return static_cast<int>(clipboard().entries.size());
}

// The format after this one, in the order in which they were put there; the first one after 0. 0
// with ERROR_SUCCESS: there are no more. Last errors: ERROR_CLIPBOARD_NOT_OPEN.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumclipboardformats
UINT WINAPI EnumClipboardFormats(UINT format) {
  Clipboard& board = clipboard();
  const std::scoped_lock lock(board.mutex);
  if (!board.is_open_here()) return base::fail<UINT>(ERROR_CLIPBOARD_NOT_OPEN);
  auto next = board.entries.begin();
  if (format != 0) {
    next = std::ranges::find(board.entries, format, &ClipboardEntry::format);
    if (next != board.entries.end()) ++next;
  }
  if (next == board.entries.end()) return base::fail<UINT>(ERROR_SUCCESS);
  return next->format;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-isclipboardformatavailable
WINBOOL WINAPI IsClipboardFormatAvailable(UINT format) {
  const std::scoped_lock lock(clipboard().mutex);
  return clipboard().find(format) != nullptr;
}

// The first of a list that the clipboard has; 0: it is empty, -1: it has none of them.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getpriorityclipboardformat
int WINAPI GetPriorityClipboardFormat(UINT* formats, int count) {
  const std::scoped_lock lock(clipboard().mutex);
  if (clipboard().entries.empty()) return 0;
  if (formats == nullptr || count <= 0) return -1;
  for (const UINT format : std::span(formats, static_cast<std::size_t>(count))) {
    if (clipboard().find(format) != nullptr) return static_cast<int>(format);
  }
  return -1;
}

// All formats. Last errors: ERROR_NOACCESS, a pointer is null; ERROR_INSUFFICIENT_BUFFER, with the
// number that is needed.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getupdatedclipboardformats
WINBOOL WINAPI GetUpdatedClipboardFormats(PUINT formats, UINT size, PUINT count) {
  if (count == nullptr) return base::fail(ERROR_NOACCESS);
  const std::scoped_lock lock(clipboard().mutex);
  const auto& entries = clipboard().entries;
  *count = static_cast<UINT>(entries.size());
  if (formats == nullptr && !entries.empty()) return base::fail(ERROR_NOACCESS);
  if (size < entries.size()) return base::fail(ERROR_INSUFFICIENT_BUFFER);
  std::ranges::transform(entries, formats, &ClipboardEntry::format);
  return TRUE;
}
