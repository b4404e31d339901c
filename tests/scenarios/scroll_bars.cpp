// Scroll bars of windows.
#include "kit/scenario.h"

namespace {

HWND scrolling() {
  ignore_painting();
  for (const UINT message : {WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE, WM_NCMOUSEMOVE})
    ignore(message);
  const HWND frame = show("frame", {.style = WS_POPUP | WS_VSCROLL, .place = {100, 100, 200, 200}});
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_ALL;
  info.nMax = 99;
  info.nPage = 10;
  SetScrollInfo(frame, SB_VERT, &info, TRUE);
  pump();
  return frame;
}

void click_bar(int y) {
  move_mouse(292, y);
  pump();
  mouse(MOUSEEVENTF_LEFTDOWN);
  mouse(MOUSEEVENTF_LEFTUP);
}

}  // namespace

SCENARIO(scroll_bars, line_down, "The arrow below: SB_LINEDOWN, SB_ENDSCROLL",
         PAGES("controls/wm-vscroll"), CHECKS(WM_NCLBUTTONDOWN, WM_VSCROLL)) {
  scrolling();
  click_bar(292);
  CALL(pump());
}

SCENARIO(scroll_bars, line_up, "The arrow above: SB_LINEUP", PAGES("controls/wm-vscroll"),
         CHECKS(WM_VSCROLL)) {
  scrolling();
  click_bar(108);
  CALL(pump());
}

SCENARIO(scroll_bars, page_down, "Below the thumb: SB_PAGEDOWN", PAGES("controls/wm-vscroll"),
         CHECKS(WM_VSCROLL)) {
  scrolling();
  click_bar(240);
  CALL(pump());
}

SCENARIO(scroll_bars, position, "SetScrollPos and SetScrollInfo keep to the range",
         PAGES("controls/about-scroll-bars"), CHECKS()) {
  const HWND frame = scrolling();
  CALL(SetScrollPos(frame, SB_VERT, 50, TRUE));
  CALL(SetScrollPos(frame, SB_VERT, 500, TRUE));
  CALL(GetScrollPos(frame, SB_VERT));
  CALL(SetScrollPos(frame, SB_VERT, -5, TRUE));
  CALL(GetScrollPos(frame, SB_VERT));
}

SCENARIO(scroll_bars, show_and_hide, "ShowScrollBar changes the frame",
         PAGES("controls/about-scroll-bars"), CHECKS(WM_NCCALCSIZE, WM_SIZE)) {
  const HWND frame = scrolling();
  CALL(ShowScrollBar(frame, SB_VERT, FALSE));
  CALL(ShowScrollBar(frame, SB_VERT, TRUE));
}

SCENARIO(scroll_bars, hidden_when_all_fits, "A page as large as the range hides the bar",
         PAGES("controls/about-scroll-bars"), CHECKS(WM_SIZE)) {
  const HWND frame = scrolling();
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_PAGE;
  info.nPage = 100;
  CALL(SetScrollInfo(frame, SB_VERT, &info, TRUE));
  CALL((GetWindowLongPtrW(frame, GWL_STYLE) & WS_VSCROLL) != 0);
}
