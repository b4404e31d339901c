// The frame of a window: where its parts are, and drawing them. The classic look.
//
// The parts from the outside in: border, caption, menu bar, client edge, scroll bars, client area.
// All for the owning thread.
// https://learn.microsoft.com/windows/win32/winmsg/about-windows#nonclient-area
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

enum CaptionButton { kCloseButton, kMaximizeButton, kMinimizeButton, kHelpButton, kCaptionButtons };

// Window coordinates. A part that the window lacks has an empty rectangle.
struct FrameLayout {
  RECT window{};
  int border = 0;
  RECT caption{};  // without the line below it
  RECT icon{};     // within the caption
  RECT buttons[kCaptionButtons]{};
  RECT menu{};
  RECT client_edge{};  // the outer rectangle of WS_EX_CLIENTEDGE
  RECT vertical_scroll{};
  RECT horizontal_scroll{};
  RECT grip{};  // where the two scroll bars meet
  RECT client{};
};

// For a window of that size, by its styles.
FrameLayout frame_layout(Window& window, SIZE size);
FrameLayout frame_layout(Window& window);
// A caption drawn anywhere, with the parts that `flags` (DC_) ask for.
FrameLayout caption_layout(const Window& window, const RECT& bar, UINT flags);

// The menu bar's part of the frame, for the menus to fill in; without it a menu bar is an empty
// strip.
struct MenuBar {
  int (*height)(Window& window, int width) = nullptr;
  void (*draw)(Window& window, HDC dc, const RECT& bar) = nullptr;
};
inline MenuBar menu_bar;

// Draws all of the frame in a window context (or one to print in) as the window's state asks. The
// window may be gone afterwards.
void draw_frame(Window& window, HDC dc);
// The caption alone. Asks the window for its icon: it may be gone afterwards.
void draw_caption_part(Window& window, HDC dc, const FrameLayout& layout);
// Caption buttons look pressed while the mouse holds them down.
void draw_caption_button(Window& window, HDC dc, CaptionButton button, bool pressed);
// The icon of the caption: the window's own, its class's, or what stands for a program without.
HICON caption_icon_of(const Window& window);
// The icon of task lists: the large one where there are two.
HICON task_icon_of(const Window& window);
// Whether the caption is drawn as an active one's, and drawing it so.
bool frame_is_active(const Window& window);

// WM_NCHITTEST; the point is on the screen.
LRESULT hit_test_frame(Window& window, POINT screen);

// Fonts take long to load. The first caption of a process gets its text only when the thread
// presents what it drew, or when someone else draws in the frame.
void draw_deferred_captions();

}  // namespace transom::user
