// Display device contexts: the cache, windows' and classes' own, and how they follow their windows.
//
// A context in use knows its window by handle. When something visible changes, the next use of the
// context by its thread works out anew where it draws (gdi::display_epoch); a context whose window
// died is destroyed with it.
// https://learn.microsoft.com/windows/win32/gdi/display-device-contexts
#pragma once

#include "base/win32.h"
#include "gdi32/region.h"
#include "user32/window/window.h"

namespace transom::user {

// DCX_USESTYLE, which the headers leave out: the window's and the class's styles say how to clip.
inline constexpr DWORD kUseStyle = 0x00010000;

// GetDCEx; `clip` in screen coordinates, for DCX_INTERSECTRGN and DCX_EXCLUDERGN. Any thread.
HDC get_window_dc(Window& window, const gdi::Region* clip, DWORD flags);
// False: not a context in use.
bool release_window_dc(HDC dc);
// The window goes: so do its contexts, wherever they are in use.
void destroy_window_dcs(Window& window);
// The window that a context draws in, null for others.
HWND window_of_dc(HDC dc);

// Gives back what it got.
class WindowDc {
 public:
  WindowDc(Window& window, const gdi::Region* clip, DWORD flags)
      : dc_(get_window_dc(window, clip, flags)) {}
  WindowDc(const WindowDc&) = delete;
  WindowDc& operator=(const WindowDc&) = delete;
  ~WindowDc() {
    if (dc_ != nullptr) release_window_dc(dc_);
  }
  operator HDC() const { return dc_; }

 private:
  HDC dc_;
};

}  // namespace transom::user
