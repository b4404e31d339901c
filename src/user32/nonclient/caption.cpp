// The caption: bar, icon, text, buttons.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawcaption
#include <atomic>

#include "base/last_error.h"
#include "user32/lock.h"
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

using Glyph = std::span<const std::string_view>;

constexpr std::string_view kCross[] = {"##....##", ".##..##.", "..####..", "...##...",
                                       "..####..", ".##..##.", "##....##"};
constexpr std::string_view kBox[] = {"#########", "#########", "#.......#",
                                     "#.......#", "#.......#", "#.......#",
                                     "#.......#", "#.......#", "#########"};
constexpr std::string_view kTwoBoxes[] = {"..######", "..######", "..#....#",
                                          "######.#", "######.#", "#....###",
                                          "#....#..", "#....#..", "######.."};
constexpr std::string_view kBar[] = {"######", "######"};
constexpr std::string_view kQuestion[] = {".####.", "##..##", "....##", "...##.", "..##..",
                                          "..##..", "......", "..##..", "..##.."};

struct GlyphPlace {
  Glyph glyph;
  int x, y;  // in a button of 16 by 14
};

GlyphPlace glyph_of(const Window& window, CaptionButton button) {
  switch (button) {
    case kCloseButton:
      return {kCross, 4, 3};
    case kMaximizeButton:
      if (window.style & WS_MAXIMIZE) return {kTwoBoxes, 4, 2};
      return {kBox, 3, 2};
    case kMinimizeButton:
      if (window.style & WS_MINIMIZE) return {kTwoBoxes, 4, 2};
      return {kBar, 4, 9};
    default:
      return {kQuestion, 5, 2};
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
  const GlyphPlace place = glyph_of(window, button);
  const int shift = pressed ? 1 : 0;
  // Small captions have smaller buttons; the glyph stays in the middle.
  const int x = rect.left + place.x + (rect.right - rect.left - 16) / 2 + shift;
  const int y = rect.top + place.y + (rect.bottom - rect.top - 14) / 2 + shift;
  canvas.button_edge(rect, pressed);
  canvas.fill(rect, COLOR_3DFACE);
  if (is_enabled(window, button)) {
    canvas.pattern(x, y, place.glyph, COLOR_BTNTEXT);
  } else {
    canvas.pattern(x + 1, y + 1, place.glyph, COLOR_3DHIGHLIGHT);
    canvas.pattern(x, y, place.glyph, COLOR_3DSHADOW);
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
  area.left = layout.icon.right > layout.icon.left && draw_frame_icon != nullptr
                  ? layout.icon.right + 2
                  : area.left + 2;
  for (const RECT& button : layout.buttons) {
    if (button.right > button.left) area.right = std::min(area.right, button.left - 2);
  }
  return area;
}

void draw_text(Window& window, HDC dc, const FrameLayout& layout) {
  RECT area = text_area(layout);
  if (window.text.empty() || area.left >= area.right) return;
  const int saved = SaveDC(dc);
  SelectObject(dc, caption_font((window.ex_style & WS_EX_TOOLWINDOW) != 0));
  SetBkMode(dc, TRANSPARENT);
  SetTextColor(
      dc, GetSysColor(frame_is_active(window) ? COLOR_CAPTIONTEXT : COLOR_INACTIVECAPTIONTEXT));
  DrawTextW(dc, reinterpret_cast<LPCWSTR>(window.text.data()), static_cast<int>(window.text.size()),
            &area, DT_SINGLELINE | DT_VCENTER | DT_NOPREFIX | DT_END_ELLIPSIS | DT_LEFT);
  RestoreDC(dc, saved);
}

HICON icon_of(const Window& window) {
  if (window.extras && window.extras->small_icon != nullptr) return window.extras->small_icon;
  if (window.extras && window.extras->big_icon != nullptr) return window.extras->big_icon;
  if (window.window_class == nullptr) return nullptr;
  const HICON small_icon = window.window_class->small_icon;
  return small_icon != nullptr ? small_icon : window.window_class->icon.get();
}

// The first caption of the process waits for its text, under the USER lock.
HWND waiting_for_text = nullptr;
std::atomic<bool> text_was_drawn{false};

}  // namespace

void draw_caption_part(Window& window, HDC dc, const FrameLayout& layout) {
  Canvas canvas(dc);
  const bool active = frame_is_active(window);
  canvas.fill_gradient(
      layout.caption, GetSysColor(active ? COLOR_ACTIVECAPTION : COLOR_INACTIVECAPTION),
      GetSysColor(active ? COLOR_GRADIENTACTIVECAPTION : COLOR_GRADIENTINACTIVECAPTION));
  const RECT& bar = layout.caption;
  canvas.fill({bar.left, bar.bottom, bar.right, bar.bottom + 1}, COLOR_3DFACE);
  if (const HICON icon = icon_of(window);
      icon != nullptr && draw_frame_icon != nullptr && layout.icon.right > layout.icon.left) {
    draw_frame_icon(dc, layout.icon, icon);
  }
  for (int button = 0; button < kCaptionButtons; ++button) {
    draw_button(window, canvas, static_cast<CaptionButton>(button), layout.buttons[button], false);
  }
  if (window.text.empty()) return;
  if (text_was_drawn) {
    draw_text(window, dc, layout);
    return;
  }
  UserLock lock;
  if (waiting_for_text != nullptr && waiting_for_text != window.handle) text_was_drawn = true;
  waiting_for_text = window.handle;
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
  const COLORREF left = GetSysColor(flags & DC_INBUTTON ? COLOR_3DFACE
                                    : active            ? COLOR_ACTIVECAPTION
                                                        : COLOR_INACTIVECAPTION);
  const COLORREF right =
      !(flags & DC_GRADIENT)
          ? left
          : GetSysColor(active ? COLOR_GRADIENTACTIVECAPTION : COLOR_GRADIENTINACTIVECAPTION);
  canvas.fill_gradient(*rect, left, right);
  if (!(flags & DC_TEXT)) return TRUE;
  FrameLayout layout;
  layout.caption = *rect;
  draw_text(*window, dc, layout);
  return TRUE;
}

// Redraws the menu bar (and measures it anew) after the program changed the menu.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawmenubar
BOOL WINAPI DrawMenuBar(HWND handle) {
  if (find_window_thread(handle) == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  return SetWindowPos(handle, nullptr, 0, 0, 0, 0,
                      SWP_NOSIZE | SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_FRAMECHANGED);
}
