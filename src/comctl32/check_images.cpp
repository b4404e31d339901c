#include "comctl32/check_images.h"

#include "comctl32/common_control.h"
#include "gdi32/memory_dc.h"

namespace transom::comctl {

HIMAGELIST make_check_images(const std::vector<UINT>& states) {
  const int size = GetSystemMetrics(SM_CXSMICON);
  const int count = static_cast<int>(states.size());
  const HDC screen = GetDC(nullptr);
  const HBITMAP bitmap = CreateCompatibleBitmap(screen, count * size, size);
  ReleaseDC(nullptr, screen);
  constexpr COLORREF kNothing = RGB(255, 0, 255);
  {
    const gdi::MemoryDc dc(bitmap);
    fill_solid(dc.get(), {0, 0, count * size, size}, kNothing);
    LONG left = 0;
    for (const UINT state : states) {
      RECT box{left + 1, 1, left + size - 2, size - 2};
      if (state != kNoCheckImage) {
        DrawFrameControl(dc.get(), &box, DFC_BUTTON, DFCS_BUTTONCHECK | DFCS_FLAT | state);
      }
      left += size;
    }
  }
  const HIMAGELIST checks = ImageList_Create(size, size, ILC_COLOR24 | ILC_MASK, count, 0);
  ImageList_AddMasked(checks, bitmap, kNothing);
  DeleteObject(bitmap);
  return checks;
}

}  // namespace transom::comctl
