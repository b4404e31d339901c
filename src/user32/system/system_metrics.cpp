#include "user32/system/system_metrics.h"

#include "base/win32.h"
#include "user32/input/mouse_settings.h"
#include "user32/system/system_parameters.h"
#include "user32/window/desktop.h"

namespace transom::user {
namespace {

constexpr int kFrame = 4;     // a sizing border
constexpr int kCaption = 19;  // with the line below it
constexpr int kSmallCaption = 16;
constexpr int kMenu = 19;
constexpr int kScrollBar = 17;

int width(const RECT& rect) {
  return rect.right - rect.left;
}
int height(const RECT& rect) {
  return rect.bottom - rect.top;
}

int screen_metric(int index) {
  const host::Monitor& primary = primary_monitor();
  switch (index) {
    case SM_CXSCREEN:
      return width(primary.bounds);
    case SM_CYSCREEN:
      return height(primary.bounds);
    case SM_CXFULLSCREEN:
      return width(primary.work_area);
    case SM_CYFULLSCREEN:
      return height(primary.work_area) - kCaption + 1;
    case SM_CXMAXIMIZED:
      return width(primary.work_area) + 2 * kFrame;
    case SM_CYMAXIMIZED:
      return height(primary.work_area) + 2 * kFrame;
    case SM_CXMAXTRACK:
      return width(virtual_screen()) + 4 + 2 * kFrame;
    case SM_CYMAXTRACK:
      return height(virtual_screen()) + 4 + 2 * kFrame;
    case SM_XVIRTUALSCREEN:
      return virtual_screen().left;
    case SM_YVIRTUALSCREEN:
      return virtual_screen().top;
    case SM_CXVIRTUALSCREEN:
      return width(virtual_screen());
    case SM_CYVIRTUALSCREEN:
      return height(virtual_screen());
    case SM_CMONITORS:
      return static_cast<int>(monitors().size());
    default:
      return 0;
  }
}

}  // namespace

int system_metric(int index) {
  switch (index) {
    case SM_CXVSCROLL:
    case SM_CYHSCROLL:
    case SM_CYVTHUMB:
    case SM_CXHTHUMB:
    case SM_CYVSCROLL:
    case SM_CXHSCROLL:
      return kScrollBar;
    case SM_CYCAPTION:
      return kCaption;
    case SM_CXBORDER:
    case SM_CYBORDER:
      return 1;
    case SM_CXFIXEDFRAME:
    case SM_CYFIXEDFRAME:
      return 3;
    case SM_CXSIZEFRAME:
    case SM_CYSIZEFRAME:
      return kFrame;
    case SM_CXICON:
    case SM_CYICON:
    case SM_CXCURSOR:
    case SM_CYCURSOR:
      return 32;
    case SM_CYMENU:
      return kMenu;
    case SM_MOUSEPRESENT:
      return 1;
    case SM_MOUSEWHEELPRESENT:
      return 1;
    case SM_CMOUSEBUTTONS:
      return 5;
    case SM_SWAPBUTTON:
      return system_parameters().swap_buttons;
    // What a title bar with its buttons needs at least.
    case SM_CXMIN:
    case SM_CXMINTRACK:
      return 112;
    case SM_CYMIN:
    case SM_CYMINTRACK:
      return kCaption + 2 * kFrame;
    case SM_CXSIZE:
    case SM_CYSIZE:
      return kCaption - 1;
    case SM_CXDOUBLECLK:
      return mouse_settings.double_click_width;
    case SM_CYDOUBLECLK:
      return mouse_settings.double_click_height;
    case SM_CXICONSPACING:
      return system_parameters().icon_spacing_x;
    case SM_CYICONSPACING:
      return system_parameters().icon_spacing_y;
    case SM_MENUDROPALIGNMENT:
      return system_parameters().menu_drop_alignment;
    case SM_CXEDGE:
    case SM_CYEDGE:
      return 2;
    case SM_CXMINSPACING:
    case SM_CXMINIMIZED:
      return 160;
    case SM_CYMINSPACING:
    case SM_CYMINIMIZED:
      return 24;
    case SM_CXSMICON:
    case SM_CYSMICON:
      return 16;
    case SM_CYSMCAPTION:
      return kSmallCaption;
    case SM_CXSMSIZE:
    case SM_CYSMSIZE:
      return kSmallCaption - 1;
    case SM_CXMENUSIZE:
    case SM_CYMENUSIZE:
      return kMenu - 1;
    case SM_ARRANGE:
      return ARW_HIDE;
    case SM_NETWORK:
      return 3;  // the lowest bit: there is a network
    case SM_CXDRAG:
      return mouse_settings.drag_width;
    case SM_CYDRAG:
      return mouse_settings.drag_height;
    case SM_SHOWSOUNDS:
      return system_parameters().show_sounds;
    case SM_CXMENUCHECK:
    case SM_CYMENUCHECK:
      return 11;
    case SM_IMMENABLED:
      return 1;
    case SM_SAMEDISPLAYFORMAT:
      return 1;
    case SM_CXFOCUSBORDER:
    case SM_CYFOCUSBORDER:
      return 1;
    default:
      return screen_metric(index);
  }
}

}  // namespace transom::user

// A size in pixels or a fact about the system; 0 for what is not known. No last error.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getsystemmetrics
int WINAPI GetSystemMetrics(int index) {
  return transom::user::system_metric(index);
}

// The same for another resolution: sizes grow with it.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getsystemmetricsfordpi
int WINAPI GetSystemMetricsForDpi(int index, UINT dpi) {
  const int value = transom::user::system_metric(index);
  switch (index) {
    case SM_CXSCREEN:
    case SM_CYSCREEN:
    case SM_CMOUSEBUTTONS:
    case SM_CMONITORS:
    case SM_NETWORK:
    case SM_ARRANGE:
      return value;
    default:
      return value > 1 ? value * static_cast<int>(dpi) / 96 : value;
  }
}
