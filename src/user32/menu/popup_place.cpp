// Where popups go: TrackPopupMenuEx's rules, which other popups may use as well.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-trackpopupmenuex
#include "base/last_error.h"
#include "user32/menu/popup_window.h"

namespace transom::user {
namespace {

// The alignment flags of TrackPopupMenu say which corner of the popup the point is.
POINT aligned(POINT point, SIZE size, UINT flags) {
  if ((flags & TPM_RIGHTALIGN) != 0) {
    point.x -= size.cx;
  } else if ((flags & TPM_CENTERALIGN) != 0) {
    point.x -= size.cx / 2;
  }
  if ((flags & TPM_BOTTOMALIGN) != 0) {
    point.y -= size.cy;
  } else if ((flags & TPM_VCENTERALIGN) != 0) {
    point.y -= size.cy / 2;
  }
  return point;
}

bool overlaps(POINT at, SIZE size, const RECT& area) {
  const RECT popup{at.x, at.y, at.x + size.cx, at.y + size.cy};
  RECT common;
  return IntersectRect(&common, &popup, &area) != FALSE;
}

// Off the rectangle that is not to be covered, along the axis that the flags prefer.
POINT avoid(POINT at, SIZE size, UINT flags, const RECT& area) {
  if (!overlaps(at, size, area)) return at;
  const POINT beside[] = {{area.right, at.y}, {area.left - size.cx, at.y}};
  const POINT above[] = {{at.x, area.bottom}, {at.x, area.top - size.cy}};
  const bool vertical = (flags & TPM_VERTICAL) != 0;
  for (const POINT* choices : {vertical ? above : beside, vertical ? beside : above}) {
    for (int i = 0; i < 2; ++i) {
      const POINT kept = keep_on_monitor(choices[i], size);
      if (!overlaps(kept, size, area)) return kept;
    }
  }
  return at;
}

}  // namespace

POINT place_popup(POINT anchor, SIZE size, UINT flags, const RECT* exclude) {
  const POINT at = keep_on_monitor(aligned(anchor, size, flags), size);
  return exclude != nullptr ? avoid(at, size, flags, *exclude) : at;
}

}  // namespace transom::user

using namespace transom;

// A popup's rectangle on the screen: wholly on the anchor's monitor where it fits there, off
// `exclude` (may be null) where that can be. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-calculatepopupwindowposition
WINBOOL WINAPI CalculatePopupWindowPosition(const POINT* anchor, const SIZE* size, UINT flags,
                                            RECT* exclude, RECT* place) {
  if (anchor == nullptr || size == nullptr || place == nullptr) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const POINT at = user::place_popup(*anchor, *size, flags, exclude);
  *place = {at.x, at.y, at.x + size->cx, at.y + size->cy};
  return TRUE;
}
