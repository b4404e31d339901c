// The bitmaps that Windows has of its own: OBM_CLOSE, OBM_CHECK, …
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadbitmapw
#include <algorithm>

#include "gdi32/memory_dc.h"
#include "user32/icon/load_bitmap.h"

namespace transom::user {
namespace {

struct SystemBitmap {
  WORD id;
  UINT kind;   // DFC_
  UINT state;  // DFCS_
  int width;   // SM_
  int height;  // SM_
};

constexpr SystemBitmap kBitmaps[] = {
    {32754, DFC_CAPTION, DFCS_CAPTIONCLOSE, SM_CXSIZE, SM_CYSIZE},
    {32753, DFC_SCROLL, DFCS_SCROLLUP, SM_CXVSCROLL, SM_CYVSCROLL},
    {32752, DFC_SCROLL, DFCS_SCROLLDOWN, SM_CXVSCROLL, SM_CYVSCROLL},
    {32751, DFC_SCROLL, DFCS_SCROLLRIGHT, SM_CXHSCROLL, SM_CYHSCROLL},
    {32750, DFC_SCROLL, DFCS_SCROLLLEFT, SM_CXHSCROLL, SM_CYHSCROLL},
    {32749, DFC_CAPTION, DFCS_CAPTIONMIN, SM_CXSIZE, SM_CYSIZE},
    {32748, DFC_CAPTION, DFCS_CAPTIONMAX, SM_CXSIZE, SM_CYSIZE},
    {32747, DFC_CAPTION, DFCS_CAPTIONRESTORE, SM_CXSIZE, SM_CYSIZE},
    {32746, DFC_CAPTION, DFCS_CAPTIONMIN | DFCS_PUSHED, SM_CXSIZE, SM_CYSIZE},
    {32745, DFC_CAPTION, DFCS_CAPTIONMAX | DFCS_PUSHED, SM_CXSIZE, SM_CYSIZE},
    {32744, DFC_CAPTION, DFCS_CAPTIONRESTORE | DFCS_PUSHED, SM_CXSIZE, SM_CYSIZE},
    {32743, DFC_SCROLL, DFCS_SCROLLUP | DFCS_PUSHED, SM_CXVSCROLL, SM_CYVSCROLL},
    {32742, DFC_SCROLL, DFCS_SCROLLDOWN | DFCS_PUSHED, SM_CXVSCROLL, SM_CYVSCROLL},
    {32741, DFC_SCROLL, DFCS_SCROLLRIGHT | DFCS_PUSHED, SM_CXHSCROLL, SM_CYHSCROLL},
    {32740, DFC_SCROLL, DFCS_SCROLLLEFT | DFCS_PUSHED, SM_CXHSCROLL, SM_CYHSCROLL},
    {32739, DFC_MENU, DFCS_MENUARROW, SM_CXMENUCHECK, SM_CYMENUCHECK},
    {32738, DFC_SCROLL, DFCS_SCROLLCOMBOBOX, SM_CXVSCROLL, SM_CYVSCROLL},
    {32737, DFC_SCROLL, DFCS_SCROLLUP | DFCS_INACTIVE, SM_CXVSCROLL, SM_CYVSCROLL},
    {32736, DFC_SCROLL, DFCS_SCROLLDOWN | DFCS_INACTIVE, SM_CXVSCROLL, SM_CYVSCROLL},
    {32735, DFC_SCROLL, DFCS_SCROLLRIGHT | DFCS_INACTIVE, SM_CXHSCROLL, SM_CYHSCROLL},
    {32734, DFC_SCROLL, DFCS_SCROLLLEFT | DFCS_INACTIVE, SM_CXHSCROLL, SM_CYHSCROLL},
    {32766, DFC_SCROLL, DFCS_SCROLLSIZEGRIP, SM_CXVSCROLL, SM_CYHSCROLL},
    {32760, DFC_MENU, DFCS_MENUCHECK, SM_CXMENUCHECK, SM_CYMENUCHECK},
};

}  // namespace

HBITMAP system_bitmap(WORD id) {
  const auto* described = std::ranges::find(kBitmaps, id, &SystemBitmap::id);
  if (described == std::end(kBitmaps)) return nullptr;
  RECT all{0, 0, GetSystemMetrics(described->width), GetSystemMetrics(described->height)};
  const HDC screen = GetDC(nullptr);
  const HBITMAP bitmap = described->kind == DFC_MENU
                             ? CreateBitmap(all.right, all.bottom, 1, 1, nullptr)
                             : CreateCompatibleBitmap(screen, all.right, all.bottom);
  ReleaseDC(nullptr, screen);
  const gdi::MemoryDc dc(bitmap);
  DrawFrameControl(dc.get(), &all, described->kind, described->state);
  return bitmap;
}

}  // namespace transom::user
