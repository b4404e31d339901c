#include "user32/control/scroll_values.h"

#include <algorithm>
#include <cstddef>

namespace transom::user {
namespace {

constexpr UINT kSizeBeforeTracking = offsetof(SCROLLINFO, nTrackPos);
constexpr UINT kAllBits = SIF_ALL | SIF_DISABLENOSCROLL;

void clamp_values(ScrollBarState& state) {
  const std::int64_t pages = std::int64_t{state.maximum} - state.minimum + 1;
  state.page = static_cast<UINT>(std::min<std::int64_t>(state.page, pages));
  const std::int64_t last = std::max<std::int64_t>(state.last_position(), state.minimum);
  state.position = static_cast<int>(std::clamp<std::int64_t>(state.position, state.minimum, last));
}

}  // namespace

bool is_scroll_info(const SCROLLINFO* info) {
  return info != nullptr && (info->cbSize == sizeof *info || info->cbSize == kSizeBeforeTracking) &&
         (info->fMask & ~kAllBits) == 0;
}

void set_scroll_values(ScrollBarState& state, const SCROLLINFO& info) {
  if (info.fMask & SIF_RANGE) {
    const bool empty = info.nMax < info.nMin;
    state.minimum = empty ? 0 : info.nMin;
    state.maximum = empty ? 0 : info.nMax;
  }
  // A negative number is a page of nothing, as the type was int once.
  if (info.fMask & SIF_PAGE) state.page = static_cast<int>(info.nPage) < 0 ? 0 : info.nPage;
  if (info.fMask & SIF_POS) state.position = info.nPos;
  clamp_values(state);
  if (!state.dragged()) state.track_position = state.position;
}

bool get_scroll_values(const ScrollBarState& state, SCROLLINFO& info) {
  if (info.fMask & SIF_RANGE) {
    info.nMin = state.minimum;
    info.nMax = state.maximum;
  }
  if (info.fMask & SIF_PAGE) info.nPage = state.page;
  if (info.fMask & SIF_POS) info.nPos = state.position;
  if ((info.fMask & SIF_TRACKPOS) && info.cbSize == sizeof info) {
    info.nTrackPos = state.track_position;
  }
  return (info.fMask & SIF_ALL) != 0;
}

SCROLLINFO scroll_position(int position) {
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_POS;
  info.nPos = position;
  return info;
}

SCROLLINFO scroll_range(int minimum, int maximum) {
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_RANGE;
  info.nMin = minimum;
  info.nMax = maximum;
  return info;
}

}  // namespace transom::user
