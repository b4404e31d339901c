// Sending WM_NCPAINT, WM_ERASEBKGND and WM_PAINT for what is invalid.
//
// All of it for windows of any thread; other threads' windows get WM_SYNCPAINT or a sent WM_PAINT.
// Sends messages: windows may be gone afterwards.
#pragma once

#include "gdi32/region.h"
#include "user32/window/window.h"

namespace transom::user {

enum class Children { kNone, kUnlessClipped, kAll };

// How far a RedrawWindow with these flags reaches.
Children children_of_flags(UINT flags);

// WM_NCPAINT where it is due. True: the window still lives.
bool send_nc_paint(Window& window);
// WM_ERASEBKGND where it is due, with a context clipped to the update region. When the window does
// not erase, it stays due.
bool send_erase(Window& window);
// Both, in the window and the children.
void erase_now(Window& window, Children children);
// WM_PAINT where it is due, parents first.
void paint_now(Window& window, Children children);

}  // namespace transom::user
