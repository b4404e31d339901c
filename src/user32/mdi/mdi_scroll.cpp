// The client's scroll bars: there where children lie outside of its client area.
#include <algorithm>

#include "user32/lock.h"
#include "user32/mdi/mdi_client.h"

namespace transom::user {
namespace {

// What is to be seen in one direction, and how much of it shows at once.
struct Extent {
  int low = 0;
  int high = 0;  // beyond the last pixel
  int page = 0;
  bool overflows() const { return low < 0 || high > page; }
};

void set_bar(HWND window, int bar, const Extent& extent) {
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_RANGE | SIF_PAGE | SIF_POS;
  if (extent.overflows()) {
    info.nMin = extent.low;
    info.nMax = std::max(extent.high, extent.page) - 1;
    info.nPage = static_cast<UINT>(extent.page);
  }
  SetScrollInfo(window, bar, &info, TRUE);
}

// Children in client coordinates; the client area is always part of it.
RECT area_of_children(const Window& client, SIZE page) {
  UserLock lock;
  RECT all{0, 0, page.cx, page.cy};
  for (const Window* child = client.first_child; child != nullptr; child = child->next) {
    if (!child->is_visible_itself()) continue;
    all = {std::min(all.left, child->rect.left), std::min(all.top, child->rect.top),
           std::max(all.right, child->rect.right), std::max(all.bottom, child->rect.bottom)};
  }
  return all;
}

int wanted_position(const SCROLLINFO& info, WORD code, int line) {
  const int page = static_cast<int>(info.nPage);
  switch (code) {
    case SB_LINEUP:
      return info.nPos - line;
    case SB_LINEDOWN:
      return info.nPos + line;
    case SB_PAGEUP:
      return info.nPos - page / 2;
    case SB_PAGEDOWN:
      return info.nPos + page / 2;
    case SB_TOP:
      return info.nMin;
    case SB_BOTTOM:
      return info.nMax;
    case SB_THUMBPOSITION:
      return info.nTrackPos;
    default:
      return info.nPos;
  }
}

}  // namespace

// Bars take room from each other: one that shows may make the other necessary.
void MdiClient::update_scroll_bars() {
  if (scroll_bars_ == 0 || scrolling_) return;
  scrolling_ = true;
  const RECT whole = client();
  const int bar_width = (style() & WS_VSCROLL) != 0 ? GetSystemMetrics(SM_CXVSCROLL) : 0;
  const int bar_height = (style() & WS_HSCROLL) != 0 ? GetSystemMetrics(SM_CYHSCROLL) : 0;
  Extent across{.page = whole.right + bar_width};
  Extent down{.page = whole.bottom + bar_height};
  if (!active_is_maximized()) {
    const RECT all = area_of_children(window, {across.page, down.page});
    across = {all.left, all.right, across.page};
    down = {all.top, all.bottom, down.page};
    const bool horizontal = (scroll_bars_ & WS_HSCROLL) != 0;
    const bool vertical = (scroll_bars_ & WS_VSCROLL) != 0;
    if (horizontal && across.overflows()) down.page -= GetSystemMetrics(SM_CYHSCROLL);
    if (vertical && down.overflows()) across.page -= GetSystemMetrics(SM_CXVSCROLL);
  }
  if ((scroll_bars_ & WS_HSCROLL) != 0) set_bar(handle, SB_HORZ, across);
  if (alive() && (scroll_bars_ & WS_VSCROLL) != 0) set_bar(handle, SB_VERT, down);
  scrolling_ = false;
}

void MdiClient::scroll(int bar, WORD code) {
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_ALL;
  if (!GetScrollInfo(handle, bar, &info)) return;
  const int line = GetSystemMetrics(bar == SB_VERT ? SM_CYCAPTION : SM_CXICON);
  const int last = std::max(info.nMin, info.nMax - std::max(static_cast<int>(info.nPage) - 1, 0));
  const int position = std::clamp(wanted_position(info, code, line), info.nMin, last);
  const int by = info.nPos - position;
  if (by != 0) {
    ScrollWindow(handle, bar == SB_HORZ ? by : 0, bar == SB_VERT ? by : 0, nullptr, nullptr);
  }
  if (alive() && (by != 0 || code == SB_ENDSCROLL)) update_scroll_bars();
}

}  // namespace transom::user
