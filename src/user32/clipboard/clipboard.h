// The clipboard: one for all threads of the process, in as many formats as were put on it.
//
// Contract
//  - The clipboard is open for one thread, in the name of one window or of none. What is put on it
//    belongs to the clipboard from then on, and is freed with the function of its format.
//  - The owner, the window that emptied it last, may owe formats (delayed rendering). It is asked
//    for one by WM_RENDERFORMAT and for the rest, before it is destroyed, by WM_RENDERALLFORMATS.
//  - Formats that follow from others (synthesized ones) are listed when the clipboard is closed and
//    made when they are asked for.
//  - The lock is this module's own, and no message is sent with it held.
// https://learn.microsoft.com/windows/win32/dataxchg/clipboard-operations
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "base/win32.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {

enum class ClipboardContent {
  kData,
  kDelayed,      // the owner renders it
  kSynthesized,  // follows from another one
  kHost,         // another program's, at the display
};

struct ClipboardEntry {
  UINT format = 0;
  HANDLE data = nullptr;  // null: nobody has asked for it yet
  ClipboardContent content = ClipboardContent::kData;
};

// What the owner has been asked for, and by which thread of its it answers.
struct ClipboardRendering {
  DWORD thread = 0;  // 0: nothing
  bool all = false;

  bool is_here() const { return thread == GetCurrentThreadId(); }
};

// Everything here is guarded by `mutex`.
struct Clipboard {
  std::mutex mutex;

  bool open = false;
  HWND open_window = nullptr;
  DWORD open_thread = 0;
  HWND owner = nullptr;
  ClipboardRendering rendering;
  std::vector<ClipboardEntry> entries;  // in the order in which they were put there
  bool changed = false;                 // since it was opened
  DWORD sequence = 0;

  HWND first_viewer = nullptr;
  std::vector<HWND> listeners;

  bool is_open_here() const { return open && open_thread == GetCurrentThreadId(); }
  bool accepts_data_here() const { return is_open_here() || rendering.is_here(); }
  ClipboardEntry* find(UINT format);
  bool has_delayed() const;
  // Frees all data.
  void clear();
};

Clipboard& clipboard();

// Frees data as the page of clipboard operations lists it; private formats are their owner's.
void free_clipboard_data(UINT format, HANDLE data);
// Whether the handle can be data in the format.
bool is_clipboard_data(UINT format, HANDLE data);

// The exported functions' work; 0 or the last error.
DWORD open_clipboard(HWND window);
DWORD close_clipboard();
DWORD empty_clipboard();
// Has the owner, the host or a conversion make it where nobody has asked yet. Null: it cannot be
// had. The clipboard is open for the calling thread.
HANDLE clipboard_data(UINT format);

// Tells viewers (WM_DRAWCLIPBOARD to the first) and listeners (WM_CLIPBOARDUPDATE).
void tell_clipboard_changed();

// For windows on their way out: before WM_DESTROY, when they can still render and be heard ...
void leave_clipboard(Window& window);
// ... and when the handle dies.
void forget_clipboard_window(HWND window);

}  // namespace transom::user
