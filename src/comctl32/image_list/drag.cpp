// The picture that follows the pointer while something is dragged.
// https://learn.microsoft.com/windows/win32/controls/image-lists (Drag Images)
#include <algorithm>
#include <mutex>

#include "comctl32/common_control.h"
#include "comctl32/image_list/image_list.h"
#include "gdi32/memory_dc.h"

namespace transom::comctl {
namespace {

constexpr DWORD kOpacity = 190;  // of 255

// One a process, as on Windows.
struct Drag {
  std::mutex mutex;              // guards what follows
  HIMAGELIST dragged = nullptr;  // a list of its own; null: nothing is dragged
  POINT dragged_hot{};
  HIMAGELIST combined = nullptr;  // with the cursor's picture
  POINT hot{};                    // of what is shown
  HWND window = nullptr;          // positions are relative to its corner; null: to the screen's
  POINT at{};
  bool shown = false;
  HBITMAP behind = nullptr;  // what the picture covers

  HIMAGELIST image() const { return combined != nullptr ? combined : dragged; }
};

Drag& current() {
  static Drag drag;
  return drag;
}

// The whole window's context: positions count from its corner, frame and all. Where the program
// has locked its window with LockWindowUpdate, the picture may still be drawn.
class DragDc {
 public:
  explicit DragDc(HWND window)
      : window_(window),
        dc_(GetDCEx(window, nullptr, DCX_WINDOW | DCX_CACHE | DCX_LOCKWINDOWUPDATE)) {}
  ~DragDc() { ReleaseDC(window_, dc_); }
  DragDc(const DragDc&) = delete;
  DragDc& operator=(const DragDc&) = delete;
  HDC get() const { return dc_; }

 private:
  HWND window_;
  HDC dc_;
};

POINT corner(const Drag& drag) {
  return {drag.at.x - drag.hot.x, drag.at.y - drag.hot.y};
}

// Puts back what the picture covers.
void lift_off(Drag& drag) {
  if (drag.behind == nullptr) return;
  const SIZE size = image_size(drag.image());
  const POINT place = corner(drag);
  {
    const DragDc dc(drag.window);
    const gdi::MemoryDc kept(drag.behind, dc.get());
    BitBlt(dc.get(), place.x, place.y, size.cx, size.cy, kept.get(), 0, 0, SRCCOPY);
  }
  DeleteObject(drag.behind);
  drag.behind = nullptr;
}

void lay_down(Drag& drag) {
  if (!drag.shown || drag.dragged == nullptr) return;
  const SIZE size = image_size(drag.image());
  const POINT place = corner(drag);
  const DragDc dc(drag.window);
  drag.behind = CreateCompatibleBitmap(dc.get(), size.cx, size.cy);
  {
    const gdi::MemoryDc kept(drag.behind, dc.get());
    BitBlt(kept.get(), 0, 0, size.cx, size.cy, dc.get(), place.x, place.y, SRCCOPY);
  }
  IMAGELISTDRAWPARAMS how{};
  how.cbSize = sizeof how;
  how.himl = drag.image();
  how.hdcDst = dc.get();
  how.x = place.x;
  how.y = place.y;
  how.rgbBk = how.rgbFg = CLR_NONE;
  how.fStyle = ILD_TRANSPARENT;
  how.fState = ILS_ALPHA;
  how.Frame = kOpacity;
  ImageList_DrawIndirect(&how);
}

void forget_combined(Drag& drag) {
  if (drag.combined != nullptr) ImageList_Destroy(drag.combined);
  drag.combined = nullptr;
  drag.hot = drag.dragged_hot;
}

// A list of the one picture.
HIMAGELIST copy_of(HIMAGELIST handle, int index) {
  const auto list = find_image_list(handle);
  if (!list) return nullptr;
  auto copy = std::make_shared<ImageList>();
  {
    const std::lock_guard lock(list->mutex);
    if (!list->has(index)) return nullptr;
    copy->width = list->width;
    copy->height = list->height;
    copy->flags = list->flags;
    copy->pictures.push_back(list->pictures[static_cast<std::size_t>(index)]);
  }
  return insert_image_list(std::move(copy));
}

}  // namespace
}  // namespace transom::comctl

using namespace transom::comctl;

// The picture of a list becomes what is dragged; the point (dx, dy) in it is at the pointer. FALSE:
// no such picture, or a drag is under way already.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_begindrag
WINBOOL WINAPI ImageList_BeginDrag(HIMAGELIST list, int index, int dx, int dy) {
  Drag& drag = current();
  const std::lock_guard lock(drag.mutex);
  if (drag.dragged != nullptr) return FALSE;
  drag.dragged = copy_of(list, index);
  drag.dragged_hot = drag.hot = {dx, dy};
  return drag.dragged != nullptr;
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_enddrag
void WINAPI ImageList_EndDrag() {
  Drag& drag = current();
  const std::lock_guard lock(drag.mutex);
  if (drag.dragged == nullptr) return;
  lift_off(drag);
  forget_combined(drag);
  ImageList_Destroy(drag.dragged);
  drag.dragged = nullptr;
  drag.window = nullptr;
  drag.shown = false;
}

// Shows the picture at a point of the window, counted from its corner; null: of the screen.
// "Locks updates" is left to the program: a target that lights up between two calls of
// ImageList_DragShowNolock, as Microsoft's own example does it, must be seen.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_dragenter
WINBOOL WINAPI ImageList_DragEnter(HWND window, int x, int y) {
  Drag& drag = current();
  const std::lock_guard lock(drag.mutex);
  if (drag.dragged == nullptr) return FALSE;
  lift_off(drag);
  drag.window = window;
  drag.at = {x, y};
  drag.shown = true;
  lay_down(drag);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_dragleave
WINBOOL WINAPI ImageList_DragLeave(HWND window) {
  Drag& drag = current();
  const std::lock_guard lock(drag.mutex);
  if (window != drag.window) return FALSE;
  lift_off(drag);
  drag.shown = false;
  drag.window = nullptr;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_dragmove
WINBOOL WINAPI ImageList_DragMove(int x, int y) {
  Drag& drag = current();
  const std::lock_guard lock(drag.mutex);
  if (drag.dragged == nullptr) return FALSE;
  lift_off(drag);
  drag.at = {x, y};
  lay_down(drag);
  return TRUE;
}

// Hides the picture while the window below changes, and shows it again. FALSE: it was so already.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_dragshownolock
WINBOOL WINAPI ImageList_DragShowNolock(WINBOOL show) {
  Drag& drag = current();
  const std::lock_guard lock(drag.mutex);
  if (drag.dragged == nullptr || drag.shown == (show != FALSE)) return FALSE;
  lift_off(drag);
  drag.shown = show != FALSE;
  lay_down(drag);
  return TRUE;
}

// Combines what is dragged with another picture, a cursor mostly, whose own point (dx, dy) lies on
// the pointer too. FALSE: nothing is dragged, or no such picture.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_setdragcursorimage
WINBOOL WINAPI ImageList_SetDragCursorImage(HIMAGELIST list, int index, int dx, int dy) {
  Drag& drag = current();
  const std::lock_guard lock(drag.mutex);
  if (drag.dragged == nullptr) return FALSE;
  const int right = static_cast<int>(drag.dragged_hot.x) - dx;
  const int down = static_cast<int>(drag.dragged_hot.y) - dy;
  const HIMAGELIST made = ImageList_Merge(drag.dragged, 0, list, index, right, down);
  if (made == nullptr) return FALSE;
  lift_off(drag);
  forget_combined(drag);
  drag.combined = made;
  drag.hot.x += std::max(-right, 0);
  drag.hot.y += std::max(-down, 0);
  lay_down(drag);
  return TRUE;
}

// The list that holds the picture being shown, where it is and its hot spot; null: none. It goes
// with the drag.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_getdragimage
HIMAGELIST WINAPI ImageList_GetDragImage(POINT* position, POINT* hot_spot) {
  Drag& drag = current();
  const std::lock_guard lock(drag.mutex);
  if (position != nullptr) *position = drag.at;
  if (hot_spot != nullptr) *hot_spot = drag.hot;
  return drag.dragged != nullptr ? drag.image() : nullptr;
}
