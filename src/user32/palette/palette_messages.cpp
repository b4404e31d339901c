// Who hears of palettes, on a display that has one.
// https://learn.microsoft.com/windows/win32/gdi/palette-messages
#include "user32/palette/palette_messages.h"

#include "gdi32/palette_seam.h"
#include "gdi32/system_palette.h"
#include "user32/lock.h"
#include "user32/message/broadcast.h"
#include "user32/message/send.h"
#include "user32/paint/dc_cache.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// "If the window is the currently active window or a descendent of the currently active window, it
// can realize a foreground palette."
bool is_of_active_window(HDC dc) {
  const HWND window = window_of_dc(dc);
  return window != nullptr && GetAncestor(window, GA_ROOT) == GetForegroundWindow();
}

// "The application changing its palette does not wait for acknowledgment": windows of other threads
// hear of it in their own time.
void tell_all(HDC dc, UINT message) {
  const auto cause = reinterpret_cast<WPARAM>(window_of_dc(dc));
  for (const HWND window : broadcast_targets()) send_notify_message(window, message, cause, 0);
}

// https://learn.microsoft.com/windows/win32/gdi/wm-paletteischanging
void is_changing(HDC dc) {
  tell_all(dc, WM_PALETTEISCHANGING);
}

// https://learn.microsoft.com/windows/win32/gdi/wm-palettechanged
void has_changed(HDC dc) {
  tell_all(dc, WM_PALETTECHANGED);
}

// Fills in gdi32's seam when the library starts.
[[gnu::constructor]] void fill_seam() {
  gdi::palette_seam = {is_of_active_window, is_changing, has_changed};
}

}  // namespace

void query_new_palette(Window& window) {
  if (gdi::is_palette_display()) send_message(window, WM_QUERYNEWPALETTE, 0, 0);
}

}  // namespace transom::user
