// WM_PRINT.
#include "kit/scenario.h"

namespace {

struct Picture {
  HDC context = CreateCompatibleDC(nullptr);
  HBITMAP bitmap = CreateBitmap(300, 200, 1, 32, nullptr);
  Picture() { SelectObject(context, bitmap); }
};

}  // namespace

SCENARIO(print, client, "PRF_CLIENT sends WM_PRINTCLIENT",
         PAGES("gdi/wm-print", "gdi/wm-printclient"), CHECKS(WM_PRINT, WM_PRINTCLIENT)) {
  const HWND frame = show("frame");
  const Picture picture;
  CALL(SendMessageW(frame, WM_PRINT, reinterpret_cast<WPARAM>(picture.context), PRF_CLIENT));
}

SCENARIO(print, background, "PRF_ERASEBKGND erases first", PAGES("gdi/wm-print"),
         CHECKS(WM_PRINT, WM_ERASEBKGND, WM_PRINTCLIENT)) {
  const HWND frame = show("frame");
  const Picture picture;
  CALL(SendMessageW(frame, WM_PRINT, reinterpret_cast<WPARAM>(picture.context),
                    PRF_ERASEBKGND | PRF_CLIENT));
}

SCENARIO(print, hidden, "PRF_CHECKVISIBLE: a hidden window prints nothing", PAGES("gdi/wm-print"),
         CHECKS(WM_PRINT)) {
  const HWND frame = create("frame");
  const Picture picture;
  CALL(SendMessageW(frame, WM_PRINT, reinterpret_cast<WPARAM>(picture.context),
                    PRF_CHECKVISIBLE | PRF_CLIENT));
}

SCENARIO(print, children, "PRF_CHILDREN prints the visible children", PAGES("gdi/wm-print"),
         CHECKS(WM_PRINT, WM_PRINTCLIENT)) {
  const HWND frame = show("frame");
  show("child", {.style = WS_CHILD, .place = {10, 10, 50, 50}, .parent = frame});
  create("hidden", {.style = WS_CHILD, .place = {70, 10, 50, 50}, .parent = frame});
  const Picture picture;
  CALL(SendMessageW(frame, WM_PRINT, reinterpret_cast<WPARAM>(picture.context),
                    PRF_CLIENT | PRF_CHILDREN));
}
