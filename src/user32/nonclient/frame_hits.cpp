#include "user32/lock.h"
#include "user32/nonclient/frame.h"
#include "user32/system/system_metrics.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

bool contains(const RECT& rect, POINT point) {
  return point.x >= rect.left && point.x < rect.right && point.y >= rect.top &&
         point.y < rect.bottom;
}

bool is_sizable(const Window& window) {
  return (window.style & WS_THICKFRAME) != 0 && (window.style & (WS_MAXIMIZE | WS_MINIMIZE)) == 0;
}

// The sizing border: near a corner it sizes both ways.
LRESULT hit_border(const FrameLayout& layout, POINT point) {
  const RECT& all = layout.window;
  const int corner_x = layout.border + system_metric(SM_CXSIZE);
  const int corner_y = layout.border + system_metric(SM_CYSIZE);
  const bool left = point.x < all.left + corner_x, right = point.x >= all.right - corner_x;
  const bool top = point.y < all.top + corner_y, bottom = point.y >= all.bottom - corner_y;
  if (point.y < all.top + layout.border) return left ? HTTOPLEFT : right ? HTTOPRIGHT : HTTOP;
  if (point.y >= all.bottom - layout.border) {
    return left ? HTBOTTOMLEFT : right ? HTBOTTOMRIGHT : HTBOTTOM;
  }
  if (point.x < all.left + layout.border) return top ? HTTOPLEFT : bottom ? HTBOTTOMLEFT : HTLEFT;
  return top ? HTTOPRIGHT : bottom ? HTBOTTOMRIGHT : HTRIGHT;
}

LRESULT hit_caption(const FrameLayout& layout, POINT point) {
  constexpr LRESULT kCodes[kCaptionButtons] = {HTCLOSE, HTMAXBUTTON, HTMINBUTTON, HTHELP};
  if (layout.icon.right > layout.icon.left && point.x < layout.icon.right) return HTSYSMENU;
  for (int button = 0; button < kCaptionButtons; ++button) {
    if (contains(layout.buttons[button], point)) return kCodes[button];
  }
  return HTCAPTION;
}

// A window without a frame of its own can still be sized by the corner between the scroll bars.
LRESULT hit_grip(Window& window) {
  UserLock lock;
  const Window& top = top_level_of(window);
  return is_sizable(top) ? HTBOTTOMRIGHT : HTGROWBOX;
}

}  // namespace

LRESULT hit_test_frame(Window& window, POINT screen) {
  RECT frame;
  RECT client;
  {
    UserLock lock;
    frame = screen_rect(window);
    client = screen_client_rect(window);
  }
  if (!contains(frame, screen)) return HTNOWHERE;
  if (window.style & WS_MINIMIZE) return HTCAPTION;
  if (contains(client, screen)) return HTCLIENT;
  const POINT point{screen.x - frame.left, screen.y - frame.top};
  const FrameLayout layout = frame_layout(window);
  const int border = layout.border;
  const RECT inside{border, border, layout.window.right - border, layout.window.bottom - border};
  if (!contains(inside, point)) return is_sizable(window) ? hit_border(layout, point) : HTBORDER;
  RECT caption = layout.caption;
  if (caption.bottom > caption.top) ++caption.bottom;
  if (contains(caption, point)) return hit_caption(layout, point);
  if (contains(layout.menu, point)) return HTMENU;
  if (contains(layout.vertical_scroll, point)) return HTVSCROLL;
  if (contains(layout.horizontal_scroll, point)) return HTHSCROLL;
  if (contains(layout.grip, point)) return hit_grip(window);
  return layout.client_edge.right > 0 && contains(layout.client_edge, point) ? HTBORDER : HTNOWHERE;
}

}  // namespace transom::user
