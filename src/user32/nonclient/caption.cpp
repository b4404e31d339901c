// The caption: bar, icon, text, buttons.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawcaption
#include <atomic>

#include "base/last_error.h"
#include "base/text.h"
#include "gdi32/system_palette.h"
#include "user32/draw/frame_control.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/nonclient/canvas.h"
#include "user32/nonclient/frame.h"
#include "user32/paint/dc_cache.h"
#include "user32/paint/paint.h"
#include "user32/paint/window_paint.h"
#include "user32/window/class.h"
#include "user32/window/tree.h"
#include "user32/window/window_extras.h"

namespace transom::user {
namespace {

// The picture that DrawFrameControl has for it.
UINT picture_of(const Window& window, CaptionButton button) {
  switch (button) {
    case kCloseButton:
      return DFCS_CAPTIONCLOSE;
    case kMaximizeButton:
      return window.style & WS_MAXIMIZE ? DFCS_CAPTIONRESTORE : DFCS_CAPTIONMAX;
    case kMinimizeButton:
      return window.style & WS_MINIMIZE ? DFCS_CAPTIONRESTORE : DFCS_CAPTIONMIN;
    default:
      return DFCS_CAPTIONHELP;
  }
}

bool is_enabled(const Window& window, CaptionButton button) {
  if (button == kMaximizeButton) return (window.style & WS_MAXIMIZEBOX) != 0;
  if (button == kMinimizeButton) return (window.style & WS_MINIMIZEBOX) != 0;
  if (button == kCloseButton && window.window_class != nullptr) {
    return (window.window_class->style & CS_NOCLOSE) == 0;
  }
  return true;
}

void draw_button(const Window& window, Canvas& canvas, CaptionButton button, RECT rect,
                 bool pressed) {
  if (rect.right <= rect.left) return;
  UINT state = picture_of(window, button);
  if (pressed) state |= DFCS_PUSHED;
  if (!is_enabled(window, button)) state |= DFCS_INACTIVE;
  draw_frame_control(canvas, rect, DFC_CAPTION, state);
}

void draw_buttons(const Window& window, Canvas& canvas, const FrameLayout& layout) {
  for (int button = 0; button < kCaptionButtons; ++button) {
    draw_button(window, canvas, static_cast<CaptionButton>(button), layout.buttons[button], false);
  }
}

// Made once, never deleted.
HFONT caption_font(bool tool_window) {
  const auto make = [](int weight) {
    LOGFONTW description{};
    description.lfHeight = -11;
    description.lfWeight = weight;
    description.lfCharSet = DEFAULT_CHARSET;
    constexpr char16_t kFace[] = u"Tahoma";
    std::memcpy(description.lfFaceName, kFace, sizeof kFace);
    return CreateFontIndirectW(&description);
  };
  static const HFONT normal = make(FW_BOLD);
  static const HFONT small_font = make(FW_NORMAL);
  return tool_window ? small_font : normal;
}

RECT text_area(const FrameLayout& layout) {
  RECT area = layout.caption;
  area.left = layout.icon.right > layout.icon.left ? layout.icon.right + 2 : area.left + 2;
  for (const RECT& button : layout.buttons) {
    if (button.right > button.left) area.right = std::min(area.right, button.left - 2);
  }
  return area;
}

void draw_text(Window& window, HDC dc, const FrameLayout& layout, int color, bool small_font) {
  RECT area = text_area(layout);
  std::u16string text;
  {
    UserLock lock;
    text = window.text;
  }
  if (text.empty() || area.left >= area.right) return;
  const int saved = SaveDC(dc);
  SelectObject(dc, caption_font(small_font));
  SetBkMode(dc, TRANSPARENT);
  SetTextColor(dc, GetSysColor(color));
  DrawTextW(dc, base::as_wchar(text), static_cast<int>(text.size()), &area,
            DT_SINGLELINE | DT_VCENTER | DT_NOPREFIX | DT_END_ELLIPSIS | DT_LEFT);
  RestoreDC(dc, saved);
}

int text_color(bool active) {
  return active ? COLOR_CAPTIONTEXT : COLOR_INACTIVECAPTIONTEXT;
}

void draw_text(Window& window, HDC dc, const FrameLayout& layout) {
  draw_text(window, dc, layout, text_color(frame_is_active(window)),
            (window.ex_style & WS_EX_TOOLWINDOW) != 0);
}

void draw_icon(HDC dc, const RECT& area, HICON icon) {
  if (area.left >= area.right) return;
  DrawIconEx(dc, area.left, area.top, icon, area.right - area.left, area.bottom - area.top, 0,
             nullptr, DI_NORMAL);
}

HICON class_icon_of(const Window& window) {
  if (window.window_class != nullptr) {
    if (const HICON small_icon = window.window_class->small_icon) return small_icon;
    if (const HICON icon = window.window_class->icon) return icon;
  }
  return LoadIconW(nullptr, reinterpret_cast<LPCWSTR>(IDI_APPLICATION));
}

// A window may make its icon on demand. It may be gone afterwards.
// https://learn.microsoft.com/windows/win32/winmsg/wm-geticon
HICON ask_for_icon(Window& window) {
  const WindowRef keep(&window);
  for (const WPARAM kind : {ICON_SMALL2, ICON_BIG}) {
    const LRESULT icon = send_message(window, WM_GETICON, kind, USER_DEFAULT_SCREEN_DPI);
    if (icon != 0 || !keep.alive()) return reinterpret_cast<HICON>(icon);
  }
  return class_icon_of(window);
}

void fill_bar(Canvas& canvas, const RECT& bar, bool active, bool gradient) {
  const COLORREF left = GetSysColor(active ? COLOR_ACTIVECAPTION : COLOR_INACTIVECAPTION);
  const COLORREF right =
      GetSysColor(active ? COLOR_GRADIENTACTIVECAPTION : COLOR_GRADIENTINACTIVECAPTION);
  // A palette has no room for the shades in between.
  canvas.fill_gradient(bar, left, gradient && !gdi::is_palette_display() ? right : left);
}

// The first caption of the process waits for its text, under the USER lock.
HWND waiting_for_text = nullptr;
std::atomic<bool> text_was_drawn{false};

// False: another window waits already, and this one's text makes the fonts load.
bool defer_text(HWND window) {
  UserLock lock;
  if (waiting_for_text == nullptr) waiting_for_text = window;
  if (waiting_for_text == window) return true;
  text_was_drawn = true;
  return false;
}

}  // namespace

HICON task_icon_of(const Window& window) {
  if (window.extras && window.extras->big_icon != nullptr) return window.extras->big_icon;
  const bool class_has_one = window.window_class != nullptr && window.window_class->icon != nullptr;
  return class_has_one ? window.window_class->icon.get() : caption_icon_of(window);
}

HICON caption_icon_of(const Window& window) {
  if (window.extras && window.extras->small_icon != nullptr) return window.extras->small_icon;
  if (window.extras && window.extras->big_icon != nullptr) return window.extras->big_icon;
  return class_icon_of(window);
}

void draw_caption_part(Window& window, HDC dc, const FrameLayout& layout) {
  const WindowRef keep(&window);
  const bool has_icon = layout.icon.left < layout.icon.right;
  const HICON icon = has_icon ? ask_for_icon(window) : nullptr;
  if (!keep.alive()) return;
  Canvas canvas(dc);
  const RECT& bar = layout.caption;
  fill_bar(canvas, bar, frame_is_active(window), true);
  canvas.fill({bar.left, bar.bottom, bar.right, bar.bottom + 1}, COLOR_3DFACE);
  draw_icon(dc, layout.icon, icon);
  draw_buttons(window, canvas, layout);
  if (window.text.empty()) return;
  if (!text_was_drawn && defer_text(window.handle)) return;
  draw_text(window, dc, layout);
}

void draw_deferred_captions() {
  HWND handle = nullptr;
  {
    UserLock lock;
    handle = std::exchange(waiting_for_text, nullptr);
  }
  if (handle == nullptr) return;
  text_was_drawn = true;
  Window* window = find_own_window(handle);
  if (window == nullptr) return;
  WindowDc dc(*window, nullptr, kUseStyle | DCX_WINDOW | DCX_CACHE);
  draw_text(*window, dc, frame_layout(*window));
}

void draw_caption_button(Window& window, HDC dc, CaptionButton button, bool pressed) {
  Canvas canvas(dc);
  if (canvas) draw_button(window, canvas, button, frame_layout(window).buttons[button], pressed);
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Draws a window's caption into any rectangle. `flags`: DC_ACTIVE, DC_TEXT, DC_GRADIENT and so on.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawcaption
BOOL WINAPI DrawCaption(HWND handle, HDC dc, const RECT* rect, UINT flags) {
  const WindowRef window = find_window(handle);
  if (!window) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  Canvas canvas(dc);
  if (rect == nullptr || !canvas) return FALSE;
  const bool active = (flags & DC_ACTIVE) != 0;
  const bool in_button = (flags & DC_INBUTTON) != 0;
  if (!in_button) {
    fill_bar(canvas, *rect, active, (flags & DC_GRADIENT) != 0);
  } else if (active) {
    canvas.fill_checkered(*rect, COLOR_3DFACE, COLOR_3DHIGHLIGHT);
  } else {
    canvas.fill(*rect, COLOR_3DFACE);
  }
  const FrameLayout layout = caption_layout(*window, *rect, flags);
  draw_icon(dc, layout.icon, caption_icon_of(*window));
  draw_buttons(*window, canvas, layout);
  if (flags & DC_TEXT) {
    draw_text(*window, dc, layout, in_button ? COLOR_BTNTEXT : text_color(active),
              (flags & DC_SMALLCAP) != 0);
  }
  return TRUE;
}

// Redraws the menu bar (and measures it anew) after the program changed the menu.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawmenubar
BOOL WINAPI DrawMenuBar(HWND handle) {
  if (find_window_thread(handle) == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  return SetWindowPos(handle, nullptr, 0, 0, 0, 0,
                      SWP_NOSIZE | SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_FRAMECHANGED);
}
