// What has to be painted.
#include "kit/scenario.h"

SCENARIO(update_region, adds_up, "Invalid rectangles add up, valid ones are taken away",
         PAGES("gdi/the-update-region"), CHECKS()) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  const RECT first{10, 10, 50, 50};
  const RECT second{40, 40, 90, 60};
  CALL(InvalidateRect(frame, &first, FALSE));
  CALL(InvalidateRect(frame, &second, FALSE));
  CALL(note_update(frame));
  CALL(ValidateRect(frame, &first));
  CALL(note_update(frame));
  CALL(ValidateRect(frame, nullptr));
  CALL(note_update(frame));
}

SCENARIO(update_region, begin_paint, "BeginPaint takes it; the rectangle is in the structure",
         PAGES("gdi/wm-paint"), CHECKS(WM_PAINT)) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  on("frame", WM_PAINT, [](HWND window, WPARAM, LPARAM) {
    PAINTSTRUCT paint;
    note_update(window);
    BeginPaint(window, &paint);
    note("paint (%d, %d, %d, %d)", static_cast<int>(paint.rcPaint.left),
         static_cast<int>(paint.rcPaint.top), static_cast<int>(paint.rcPaint.right),
         static_cast<int>(paint.rcPaint.bottom));
    note_update(window);
    EndPaint(window, &paint);
    return 0;
  });
  const RECT part{10, 20, 50, 60};
  InvalidateRect(frame, &part, FALSE);
  CALL(pump());
}

SCENARIO(update_region, covered, "Outside of the client area there is nothing to paint",
         PAGES("gdi/the-update-region"), CHECKS()) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  const RECT outside{400, 10, 450, 50};
  const RECT partly{290, 190, 400, 400};
  CALL(InvalidateRect(frame, &outside, FALSE));
  CALL(note_update(frame));
  CALL(InvalidateRect(frame, &partly, FALSE));
  CALL(note_update(frame));
}

SCENARIO(update_region, of_hidden, "A hidden window has none", PAGES("gdi/the-update-region"),
         CHECKS()) {
  const HWND frame = create("frame", {.style = WS_POPUP});
  CALL(InvalidateRect(frame, nullptr, TRUE));
  CALL(note_update(frame));
}

SCENARIO(update_region, scrolled, "ScrollWindowEx invalidates what comes in",
         PAGES("controls/about-scroll-bars"), CHECKS()) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  RECT update{};
  CALL(ScrollWindowEx(frame, 0, -20, nullptr, nullptr, nullptr, &update, SW_INVALIDATE));
  CALL(note_update(frame));
}

SCENARIO(update_region, clip_children, "WS_CLIPCHILDREN leaves the children out",
         PAGES("winmsg/window-styles"), CHECKS()) {
  const HWND frame = show("frame", {.style = WS_POPUP | WS_CLIPCHILDREN});
  const HWND child = show("child", {.style = WS_CHILD, .place = {0, 0, 100, 200}, .parent = frame});
  CALL(InvalidateRect(frame, nullptr, FALSE));
  CALL(note_update(frame));
  CALL(note_update(child));
  const RECT inside{10, 10, 30, 30};
  ValidateRect(frame, nullptr);
  CALL(InvalidateRect(frame, &inside, FALSE));
  CALL(note_update(frame));
}
