#include "user32/window/adjust_rect.h"

#include "base/last_error.h"
#include "user32/system/system_metrics.h"

namespace transom::user {

int border_width(DWORD style, DWORD ex_style) {
  const bool modal_frame = (ex_style & WS_EX_DLGMODALFRAME) != 0;
  int width = 0;
  if ((ex_style & WS_EX_STATICEDGE) != 0 && !modal_frame) {
    width = 1;
  } else if (modal_frame || (style & (WS_THICKFRAME | WS_DLGFRAME)) != 0) {
    width = 2;
  }
  if ((style & WS_THICKFRAME) != 0) {
    width += system_metric(SM_CXSIZEFRAME) - system_metric(SM_CXFIXEDFRAME);
  }
  if ((style & (WS_BORDER | WS_DLGFRAME)) != 0 || modal_frame) {
    width += system_metric(SM_CXBORDER);
  }
  return width;
}

int caption_height(DWORD style, DWORD ex_style) {
  if ((style & WS_CAPTION) != WS_CAPTION) return 0;
  return system_metric((ex_style & WS_EX_TOOLWINDOW) != 0 ? SM_CYSMCAPTION : SM_CYCAPTION);
}

RECT adjust_window_rect(RECT client, DWORD style, DWORD ex_style, bool menu) {
  const int border = border_width(style, ex_style);
  const int edge = (ex_style & WS_EX_CLIENTEDGE) != 0 ? system_metric(SM_CXEDGE) : 0;
  InflateRect(&client, border + edge, border + edge);
  client.top -= caption_height(style, ex_style);
  if (menu) client.top -= system_metric(SM_CYMENU);
  return client;
}

DWORD with_window_edge(DWORD style, DWORD ex_style) {
  const bool edge =
      (ex_style & WS_EX_DLGMODALFRAME) != 0 ||
      ((ex_style & WS_EX_STATICEDGE) == 0 && (style & (WS_DLGFRAME | WS_THICKFRAME)) != 0);
  return edge ? ex_style | WS_EX_WINDOWEDGE : ex_style & ~static_cast<DWORD>(WS_EX_WINDOWEDGE);
}

}  // namespace transom::user

using namespace transom;

// Grows a client rectangle to that of a window with these styles. Scroll bars and menus of several
// lines are not reckoned with. The pages say that children cannot have menus.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-adjustwindowrectex
WINBOOL WINAPI AdjustWindowRectEx(LPRECT rect, DWORD style, WINBOOL menu, DWORD ex_style) {
  if (rect == nullptr) return base::fail(ERROR_NOACCESS);
  *rect = user::adjust_window_rect(*rect, style & ~static_cast<DWORD>(WS_HSCROLL | WS_VSCROLL),
                                   ex_style, menu != FALSE);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-adjustwindowrect
WINBOOL WINAPI AdjustWindowRect(LPRECT rect, DWORD style, WINBOOL menu) {
  return AdjustWindowRectEx(rect, style, menu, 0);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-adjustwindowrectexfordpi
WINBOOL WINAPI AdjustWindowRectExForDpi(LPRECT rect, DWORD style, WINBOOL menu, DWORD ex_style,
                                        UINT dpi) {
  if (rect == nullptr || dpi == 0) return base::fail(ERROR_INVALID_PARAMETER);
  const RECT frame = user::adjust_window_rect({0, 0, 0, 0}, style, ex_style, menu != FALSE);
  const auto scaled = [dpi](int length) { return MulDiv(length, static_cast<int>(dpi), 96); };
  rect->left += scaled(frame.left);
  rect->top += scaled(frame.top);
  rect->right += scaled(frame.right);
  rect->bottom += scaled(frame.bottom);
  return TRUE;
}
