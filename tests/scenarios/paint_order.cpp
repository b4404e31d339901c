// Who paints when.
#include "kit/scenario.h"

namespace {

// Paints as a program does.
void paint_window(const char* name) {
  on(name, WM_PAINT, [](HWND window, WPARAM, LPARAM) {
    PAINTSTRUCT paint;
    BeginPaint(window, &paint);
    EndPaint(window, &paint);
    return 0;
  });
}

}  // namespace

SCENARIO(paint_order, update_window, "UpdateWindow sends WM_PAINT at once",
         PAGES("gdi/wm-paint", "gdi/wm-erasebkgnd"), CHECKS(WM_PAINT, WM_ERASEBKGND)) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  paint_window("frame");
  InvalidateRect(frame, nullptr, TRUE);
  CALL(UpdateWindow(frame));
  CALL(UpdateWindow(frame));
}

SCENARIO(paint_order, after_posted, "WM_PAINT comes when nothing else is in the queue",
         PAGES("gdi/wm-paint", "winmsg/about-messages-and-message-queues"), CHECKS(WM_PAINT)) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  paint_window("frame");
  InvalidateRect(frame, nullptr, FALSE);
  PostMessageW(frame, WM_APP, 0, 0);
  CALL(pump());
}

SCENARIO(paint_order, parent_first, "The parent, then its children", PAGES("gdi/wm-paint"),
         CHECKS(WM_PAINT)) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  show("child", {.style = WS_CHILD, .place = {10, 10, 100, 50}, .parent = frame});
  paint_window("frame");
  paint_window("child");
  RedrawWindow(frame, nullptr, nullptr, RDW_INVALIDATE | RDW_ALLCHILDREN);
  CALL(pump());
}

SCENARIO(paint_order, redraw_now, "RDW_UPDATENOW paints before it returns", PAGES("gdi/wm-paint"),
         CHECKS(WM_PAINT, WM_ERASEBKGND)) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  paint_window("frame");
  CALL(RedrawWindow(frame, nullptr, nullptr, RDW_INVALIDATE | RDW_ERASE | RDW_UPDATENOW));
  CALL(RedrawWindow(frame, nullptr, nullptr, RDW_INVALIDATE | RDW_ERASE | RDW_ERASENOW));
  CALL(RedrawWindow(frame, nullptr, nullptr, RDW_VALIDATE));
  CALL(pump());
}

SCENARIO(paint_order, internal, "RDW_INTERNALPAINT: WM_PAINT with nothing to paint",
         PAGES("gdi/wm-paint"), CHECKS(WM_PAINT)) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  paint_window("frame");
  RedrawWindow(frame, nullptr, nullptr, RDW_INTERNALPAINT);
  CALL(note_update(frame));
  CALL(pump());
}

SCENARIO(paint_order, no_erase_answer, "A background that is not erased is asked for again",
         PAGES("gdi/wm-erasebkgnd"), CHECKS(WM_ERASEBKGND)) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  on("frame", WM_ERASEBKGND, [](HWND, WPARAM, LPARAM) { return FALSE; });
  on("frame", WM_PAINT, [](HWND window, WPARAM, LPARAM) {
    PAINTSTRUCT paint;
    BeginPaint(window, &paint);
    note("to erase: %d", paint.fErase != 0);
    EndPaint(window, &paint);
    return 0;
  });
  InvalidateRect(frame, nullptr, TRUE);
  CALL(pump());
}

SCENARIO(paint_order, set_redraw, "WM_SETREDRAW hides changes", PAGES("gdi/wm-setredraw"),
         CHECKS(WM_SETREDRAW)) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  paint_window("frame");
  CALL(SendMessageW(frame, WM_SETREDRAW, FALSE, 0));
  CALL(InvalidateRect(frame, nullptr, TRUE));
  CALL(pump());
  CALL(SendMessageW(frame, WM_SETREDRAW, TRUE, 0));
  CALL(IsWindowVisible(frame));
}
