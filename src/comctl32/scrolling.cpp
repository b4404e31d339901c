#include "comctl32/scrolling.h"

#include <algorithm>

namespace transom::comctl {

void set_scroll_bar(HWND control, int bar, int size, int page, LONG& position) {
  position = std::clamp<LONG>(position, 0, std::max(size - page, 0));
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_RANGE | SIF_PAGE | SIF_POS;
  info.nMax = std::max(size - 1, 0);
  info.nPage = static_cast<UINT>(std::max(page, 0));
  info.nPos = position;
  SetScrollInfo(control, bar, &info, TRUE);
}

int scrolled_position(HWND control, int bar, WORD what, int now, const ScrollSteps& steps) {
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_ALL;
  GetScrollInfo(control, bar, &info);
  const int line = steps.line;
  const int page =
      steps.page != 0 ? steps.page : std::max(static_cast<int>(info.nPage) - line, line);
  switch (what) {
    case SB_LINEUP:
      return now - line;
    case SB_LINEDOWN:
      return now + line;
    case SB_PAGEUP:
      return now - page;
    case SB_PAGEDOWN:
      return now + page;
    case SB_THUMBTRACK:
    case SB_THUMBPOSITION:
      return info.nTrackPos * steps.unit;
    case SB_TOP:
      return 0;
    case SB_BOTTOM:
      return info.nMax * steps.unit;
    default:
      return now;
  }
}

}  // namespace transom::comctl
