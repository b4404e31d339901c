// What DefWindowProc does about painting.
#include "gdi32/device_context.h"
#include "user32/default/default_procedure.h"
#include "user32/draw/sys_colors.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/nonclient/frame.h"
#include "user32/paint/paint.h"
#include "user32/paint/send_paint.h"
#include "user32/paint/update_region.h"
#include "user32/window/class.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// Made for windows with an update region; the default only validates.
// https://learn.microsoft.com/windows/win32/gdi/wm-paint
LRESULT on_paint(Window& window, const DefaultCall&) {
  PAINTSTRUCT paint;
  const HWND handle = window.handle;
  if (BeginPaint(handle, &paint) != nullptr) EndPaint(handle, &paint);
  return 0;
}

// Sent by BeginPaint and RedrawWindow; fills with the class's brush. 0: there is none.
// https://learn.microsoft.com/windows/win32/winmsg/wm-erasebkgnd
LRESULT on_erase_background(Window& window, const DefaultCall& call) {
  const HDC dc = reinterpret_cast<HDC>(call.wparam);
  const HBRUSH brush =
      window.window_class != nullptr ? window.window_class->background.get() : nullptr;
  if (brush == nullptr) return 0;
  RECT area;
  if (GetClipBox(dc, &area) == ERROR) return 0;
  // Without the class's private mapping: the brush fills what has to be erased, all of it.
  FillRect(dc, &area, brush);
  return 1;
}

// Sent for the background behind a class's icon, by BeginPaint, and by programs that draw an icon
// of their own. Documented: the background is the parent's; of top-level windows that is the
// desktop's. https://learn.microsoft.com/cpp/mfc/reference/cwnd-class#oniconerasebkgnd
LRESULT on_icon_erase_background(Window& window, const DefaultCall& call) {
  const HDC dc = reinterpret_cast<HDC>(call.wparam);
  HBRUSH brush = nullptr;
  {
    UserLock lock;
    const Window* parent = window.is_child() ? window.parent : nullptr;
    if (parent != nullptr && parent->window_class != nullptr) {
      brush = parent->window_class->background.get();
    }
  }
  RECT area;
  if (GetClipBox(dc, &area) == ERROR) return 0;
  FillRect(dc, &area, brush != nullptr ? brush : system_color_brush(COLOR_BACKGROUND));
  return 1;
}

// Made instead of WM_PAINT where a class's icon is to be painted (nonclient/minimized_icon.h).
LRESULT on_paint_icon(Window& window, const DefaultCall&) {
  PAINTSTRUCT paint;
  const HWND handle = window.handle;
  const HICON icon = window.window_class != nullptr ? window.window_class->icon.get() : nullptr;
  const HDC dc = BeginPaint(handle, &paint);
  if (dc == nullptr) return 0;
  RECT area{};
  GetClientRect(handle, &area);
  const int width = GetSystemMetrics(SM_CXICON), height = GetSystemMetrics(SM_CYICON);
  if (icon != nullptr) {
    DrawIconEx(dc, (area.right - width) / 2, (area.bottom - height) / 2, icon, width, height, 0,
               nullptr, DI_NORMAL);
  }
  EndPaint(handle, &paint);
  return 0;
}

// Sent by another thread that uncovered this window.
// https://learn.microsoft.com/windows/win32/gdi/wm-syncpaint
LRESULT on_sync_paint(Window& window, const DefaultCall&) {
  erase_now(window, Children::kAll);
  return 0;
}

void drop_updates(Window& window) {
  clear_update(window);
  for (Window* child = window.first_child; child != nullptr; child = child->next) {
    drop_updates(*child);
  }
}

// Sent by programs: without redrawing the window counts as hidden, though it stays on the screen.
// https://learn.microsoft.com/windows/win32/gdi/wm-setredraw
LRESULT on_set_redraw(Window& window, const DefaultCall& call) {
  UserLock lock;
  if (call.wparam != 0) {
    window.style |= WS_VISIBLE;
  } else {
    window.style &= ~static_cast<DWORD>(WS_VISIBLE);
    drop_updates(window);
  }
  visibility_changed(window);
  return 0;
}

void print_children(Window& window, HDC dc, LPARAM flags) {
  for (HWND handle : child_handles(window)) {
    const WindowRef child = find_window(handle);
    if (!child || !child->is_visible_itself()) continue;
    const int saved = SaveDC(dc);
    OffsetViewportOrgEx(dc, child->rect.left, child->rect.top, nullptr);
    IntersectClipRect(dc, 0, 0, child->rect.right - child->rect.left,
                      child->rect.bottom - child->rect.top);
    send_message(handle, WM_PRINT, reinterpret_cast<WPARAM>(dc),
                 (flags | PRF_NONCLIENT | PRF_CLIENT | PRF_ERASEBKGND) & ~PRF_CHECKVISIBLE);
    RestoreDC(dc, saved);
  }
}

// Sent by programs that want a picture of the window: the parts that lParam names, one by one.
// https://learn.microsoft.com/windows/win32/gdi/wm-print
LRESULT on_print(Window& window, const DefaultCall& call) {
  const HDC dc = reinterpret_cast<HDC>(call.wparam);
  const LPARAM flags = call.lparam;
  WindowRef ref(&window);
  {
    UserLock lock;
    if ((flags & PRF_CHECKVISIBLE) && !is_visible(window)) return 0;
  }
  if (flags & PRF_NONCLIENT) draw_frame(window, dc);
  const int saved = SaveDC(dc);
  // With the frame, the client area lies within it; without, at the origin.
  if (flags & PRF_NONCLIENT) {
    OffsetViewportOrgEx(dc, window.client_rect.left - window.rect.left,
                        window.client_rect.top - window.rect.top, nullptr);
  }
  const RECT client = client_area(window);
  IntersectClipRect(dc, 0, 0, client.right, client.bottom);
  if (flags & PRF_ERASEBKGND) send_message(window, WM_ERASEBKGND, call.wparam, 0);
  if ((flags & PRF_CLIENT) && ref.alive()) send_message(window, WM_PRINTCLIENT, call.wparam, flags);
  if ((flags & PRF_CHILDREN) && ref.alive()) print_children(window, dc, flags);
  RestoreDC(dc, saved);
  return 0;
}

LRESULT colors(HDC dc, int text, int background) {
  SetTextColor(dc, GetSysColor(text));
  SetBkColor(dc, GetSysColor(background));
  return reinterpret_cast<LRESULT>(system_color_brush(background));
}

// Sent by controls to their parents before they draw: the brush for the background.
// https://learn.microsoft.com/windows/win32/controls/wm-ctlcoloredit
LRESULT on_color_of_field(Window&, const DefaultCall& call) {
  return colors(reinterpret_cast<HDC>(call.wparam), COLOR_WINDOWTEXT, COLOR_WINDOW);
}

// https://learn.microsoft.com/windows/win32/controls/wm-ctlcolorbtn
LRESULT on_color_of_face(Window&, const DefaultCall& call) {
  return colors(reinterpret_cast<HDC>(call.wparam), COLOR_WINDOWTEXT, COLOR_3DFACE);
}

// https://learn.microsoft.com/windows/win32/controls/wm-ctlcolorscrollbar
LRESULT on_color_of_scroll_bar(Window&, const DefaultCall& call) {
  const HDC dc = reinterpret_cast<HDC>(call.wparam);
  SetTextColor(dc, GetSysColor(COLOR_3DFACE));
  SetBkColor(dc, GetSysColor(COLOR_3DHIGHLIGHT));
  return reinterpret_cast<LRESULT>(system_color_brush(COLOR_SCROLLBAR));
}

constexpr DefaultEntry kEntries[] = {
    {WM_PAINT, on_paint},
    {WM_PAINTICON, on_paint_icon},
    {WM_ERASEBKGND, on_erase_background},
    {WM_ICONERASEBKGND, on_icon_erase_background},
    {WM_SYNCPAINT, on_sync_paint},
    {WM_SETREDRAW, on_set_redraw},
    {WM_PRINT, on_print},
    {WM_CTLCOLOREDIT, on_color_of_field},
    {WM_CTLCOLORLISTBOX, on_color_of_field},
    {WM_CTLCOLORBTN, on_color_of_face},
    {WM_CTLCOLORDLG, on_color_of_face},
    {WM_CTLCOLORMSGBOX, on_color_of_face},
    {WM_CTLCOLORSTATIC, on_color_of_face},
    {WM_CTLCOLORSCROLLBAR, on_color_of_scroll_bar},
};

}  // namespace

std::span<const DefaultEntry> paint_defaults() {
  return kEntries;
}

}  // namespace transom::user
