#include "user32/clipboard/clipboard.h"

#include <algorithm>
#include <utility>

#include "kernel32/thread_record.h"
#include "user32/clipboard/host_clipboard.h"
#include "user32/clipboard/synthesis.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

bool is_gdi_object(UINT format) {
  return format == CF_BITMAP || format == CF_DSPBITMAP || format == CF_PALETTE;
}

bool is_private(UINT format) {
  return (format >= CF_PRIVATEFIRST && format <= CF_PRIVATELAST) || format == CF_OWNERDISPLAY;
}

bool is_enhanced_metafile(UINT format) {
  return format == CF_ENHMETAFILE || format == CF_DSPENHMETAFILE;
}

// Closed, whatever is open; whether its contents have changed meanwhile.
bool close_locked(Clipboard& board) {
  board.open = false;
  board.open_window = nullptr;
  board.open_thread = 0;
  if (board.changed) list_synthesized_formats(board.entries);
  return std::exchange(board.changed, false);
}

// A thread that ends with the clipboard open leaves it to others.
struct ClosedAtThreadEnd {
  ~ClosedAtThreadEnd() {
    Clipboard& board = clipboard();
    const std::scoped_lock lock(board.mutex);
    if (board.is_open_here()) close_locked(board);
  }
};

void close_at_thread_end() {
  kernel::current_thread();  // first: it must outlive what asks for the thread's identifier
  static thread_local ClosedAtThreadEnd closed;
  static_cast<void>(closed);
}

// The owner puts the data there while it handles the message.
void have_rendered(HWND owner, UINT message, UINT format) {
  Clipboard& board = clipboard();
  const ClipboardRendering asked{GetWindowThreadProcessId(owner, nullptr),
                                 message == WM_RENDERALLFORMATS};
  ClipboardRendering before;
  {
    const std::scoped_lock lock(board.mutex);
    before = std::exchange(board.rendering, asked);
  }
  send_message(owner, message, format, 0);
  const std::scoped_lock lock(board.mutex);
  board.rendering = before;
}

HANDLE keep_data(UINT format, HANDLE data) {
  Clipboard& board = clipboard();
  const std::scoped_lock lock(board.mutex);
  ClipboardEntry* entry = board.find(format);
  if (entry == nullptr || entry->data != nullptr) {
    free_clipboard_data(format, data);
    return entry != nullptr ? entry->data : nullptr;
  }
  entry->data = data;
  return data;
}

HANDLE data_there(UINT format) {
  Clipboard& board = clipboard();
  const std::scoped_lock lock(board.mutex);
  const ClipboardEntry* entry = board.find(format);
  return entry != nullptr ? entry->data : nullptr;
}

// What the owner cannot render any more, and what would follow from that.
bool drop_unrendered(Clipboard& board) {
  const bool dropped = std::erase_if(board.entries, [](const ClipboardEntry& entry) {
                         return entry.content == ClipboardContent::kDelayed;
                       }) != 0;
  std::erase_if(board.entries, [](const ClipboardEntry& entry) {
    return entry.content == ClipboardContent::kSynthesized && entry.data == nullptr;
  });
  list_synthesized_formats(board.entries);
  return dropped;
}

}  // namespace

Clipboard& clipboard() {
  // Threads may still ask at the end of the process.
  static Clipboard* board = new Clipboard;
  return *board;
}

ClipboardEntry* Clipboard::find(UINT format) {
  const auto found = std::ranges::find(entries, format, &ClipboardEntry::format);
  return found != entries.end() ? &*found : nullptr;
}

bool Clipboard::has_delayed() const {
  return std::ranges::find(entries, ClipboardContent::kDelayed, &ClipboardEntry::content) !=
         entries.end();
}

void Clipboard::clear() {
  for (const ClipboardEntry& entry : std::exchange(entries, {})) {
    free_clipboard_data(entry.format, entry.data);
  }
}

void free_clipboard_data(UINT format, HANDLE data) {
  if (data == nullptr || is_private(format)) return;
  if (is_gdi_object(format)) {
    DeleteObject(data);
  } else if (is_enhanced_metafile(format)) {
    DeleteEnhMetaFile(static_cast<HENHMETAFILE>(data));
  } else if (format == CF_METAFILEPICT || format == CF_DSPMETAFILEPICT) {
    free_metafile_picture(data);
  } else {
    GlobalFree(data);
  }
}

bool is_clipboard_data(UINT format, HANDLE data) {
  if (is_private(format)) return true;
  if (is_enhanced_metafile(format)) return GetObjectType(data) == OBJ_ENHMETAFILE;
  if (format == CF_PALETTE) return GetObjectType(data) == OBJ_PAL;
  if (is_gdi_object(format)) return GetObjectType(data) == OBJ_BITMAP;
  return GlobalFlags(data) != GMEM_INVALID_HANDLE;
}

DWORD open_clipboard(HWND window) {
  if (window != nullptr && !is_window(window)) return ERROR_INVALID_WINDOW_HANDLE;
  close_at_thread_end();
  Clipboard& board = clipboard();
  const std::scoped_lock lock(board.mutex);
  const bool again = board.is_open_here() && board.open_window == window;
  if (board.open && !again) return ERROR_ACCESS_DENIED;
  board.open = true;
  board.open_window = window;
  board.open_thread = GetCurrentThreadId();
  return ERROR_SUCCESS;
}

DWORD close_clipboard() {
  Clipboard& board = clipboard();
  bool changed;
  {
    const std::scoped_lock lock(board.mutex);
    if (!board.is_open_here()) return ERROR_CLIPBOARD_NOT_OPEN;
    changed = close_locked(board);
  }
  if (changed) {
    offer_to_host();
    tell_clipboard_changed();
  }
  take_from_host();
  return ERROR_SUCCESS;
}

DWORD empty_clipboard() {
  Clipboard& board = clipboard();
  HWND owner;
  {
    const std::scoped_lock lock(board.mutex);
    if (!board.is_open_here()) return ERROR_CLIPBOARD_NOT_OPEN;
    owner = board.owner;
  }
  if (owner != nullptr) send_message(owner, WM_DESTROYCLIPBOARD, 0, 0);
  const std::scoped_lock lock(board.mutex);
  // The old owner may have closed it.
  if (!board.is_open_here()) return ERROR_CLIPBOARD_NOT_OPEN;
  board.clear();
  board.owner = board.open_window;
  board.changed = true;
  ++board.sequence;
  return ERROR_SUCCESS;
}

HANDLE clipboard_data(UINT format) {
  Clipboard& board = clipboard();
  ClipboardEntry wanted;
  HWND owner;
  {
    const std::scoped_lock lock(board.mutex);
    const ClipboardEntry* entry = board.find(format);
    if (entry == nullptr || entry->data != nullptr) return entry != nullptr ? entry->data : nullptr;
    wanted = *entry;
    owner = board.owner;
  }
  switch (wanted.content) {
    case ClipboardContent::kSynthesized:
      return keep_data(format, synthesize(format));
    case ClipboardContent::kHost:
      return keep_data(format, fetch_from_host(format));
    case ClipboardContent::kDelayed:
      // What the owner displays itself is nothing that can be rendered.
      if (owner != nullptr && format != CF_OWNERDISPLAY) {
        have_rendered(owner, WM_RENDERFORMAT, format);
      }
      break;
    case ClipboardContent::kData:
      break;
  }
  return data_there(format);
}

void leave_clipboard(Window& window) {
  Clipboard& board = clipboard();
  const HWND handle = window.handle;
  bool owes;
  {
    const std::scoped_lock lock(board.mutex);
    if (board.owner != handle && board.open_window != handle) return;
    owes = board.owner == handle && board.has_delayed();
  }
  if (owes) have_rendered(handle, WM_RENDERALLFORMATS, 0);
  bool changed = false;
  {
    const std::scoped_lock lock(board.mutex);
    if (board.owner == handle) {
      board.owner = nullptr;
      changed = drop_unrendered(board);
    }
    if (board.open && board.open_window == handle) changed = close_locked(board) || changed;
  }
  if (changed) tell_clipboard_changed();
}

void forget_clipboard_window(HWND window) {
  Clipboard& board = clipboard();
  const std::scoped_lock lock(board.mutex);
  std::erase(board.listeners, window);
  // Nobody knows who was next: the chain is broken.
  if (board.first_viewer == window) board.first_viewer = nullptr;
  if (board.owner == window) {
    board.owner = nullptr;
    drop_unrendered(board);
  }
  if (board.open && board.open_window == window) close_locked(board);
}

}  // namespace transom::user
