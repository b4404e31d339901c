// The windows of a scenario: their messages are written, then answered by a handler of the
// scenario's or by the default procedure.
#pragma once

#include <windows.h>

#include <functional>
#include <optional>

namespace scenario {

struct Place {
  int x = 100;
  int y = 100;
  int cx = 300;
  int cy = 200;
};

// No value: the default procedure answers.
using Handler = std::function<std::optional<LRESULT>(HWND, WPARAM, LPARAM)>;

struct WindowOptions {
  DWORD style = WS_OVERLAPPEDWINDOW;
  DWORD ex_style = 0;
  Place place{};
  HWND parent = nullptr;
  int id = 0;            // of a child
  HMENU menu = nullptr;  // of other windows
  UINT class_style = 0;
  bool has_background = true;
  bool ansi = false;
  const char* title = nullptr;         // its name where there is none
  const char* system_class = nullptr;  // "BUTTON": recorded in front of the class's own procedure
  void* parameter = nullptr;
  HICON icon = nullptr;
};

// Creates a window that the trace calls `name`.
HWND create(const char* name, const WindowOptions& options = {});

// The answer to a message of the window of this name, from its first message on.
void on(const char* name, UINT message, Handler handler);

// Forgets names and handlers of windows, which are gone.
void forget_windows();

// Takes and dispatches what is in the queue. Tells of messages that have no window, and of WM_QUIT.
void pump();
// Lets `milliseconds` pass in a message loop.
void pump_for(DWORD milliseconds);
// Goes on until the window of any name has got `message` so many times (for at most two seconds).
void pump_until(UINT message, int times = 1);

// Creates, shows, activates, and lets everything happen, unrecorded.
HWND show(const char* name, WindowOptions options = {});

// What the calling thread knows of, as lines.
void note_focus();               // active, focus, capture, foreground
void note_place(HWND window);    // window and client rectangle
void note_state(HWND window);    // visible, enabled, minimized, maximized
void note_z_order(HWND parent);  // the named windows, topmost first
void note_update(HWND window);   // the update region's box

}  // namespace scenario
