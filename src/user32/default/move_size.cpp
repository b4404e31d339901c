// The loop in which the user moves or sizes a window.
#include <algorithm>

#include "user32/default/frame_tracking.h"
#include "user32/hook/hook.h"
#include "user32/input/cursor.h"
#include "user32/input/input.h"
#include "user32/input/input_state.h"
#include "user32/input/mouse_settings.h"
#include "user32/lock.h"
#include "user32/message/retrieve.h"
#include "user32/message/send.h"
#include "user32/window/activation.h"
#include "user32/window/class.h"
#include "user32/window/position.h"
#include "user32/window/position_flags.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

constexpr int kKeyStep = 8;  // pixels an arrow key moves; 1 with Ctrl

bool grabs_left(int edge) {
  return edge == WMSZ_LEFT || edge == WMSZ_TOPLEFT || edge == WMSZ_BOTTOMLEFT;
}
bool grabs_right(int edge) {
  return edge == WMSZ_RIGHT || edge == WMSZ_TOPRIGHT || edge == WMSZ_BOTTOMRIGHT;
}
bool grabs_top(int edge) {
  return edge == WMSZ_TOP || edge == WMSZ_TOPLEFT || edge == WMSZ_TOPRIGHT;
}
bool grabs_bottom(int edge) {
  return edge == WMSZ_BOTTOM || edge == WMSZ_BOTTOMLEFT || edge == WMSZ_BOTTOMRIGHT;
}

// The edge or corner that an arrow key reaches for, coming from `edge`.
int edge_towards(int edge, WPARAM key) {
  constexpr int kNone = 0;
  const int vertical = grabs_top(edge) ? WMSZ_TOP : grabs_bottom(edge) ? WMSZ_BOTTOM : kNone;
  const int horizontal = grabs_left(edge) ? WMSZ_LEFT : grabs_right(edge) ? WMSZ_RIGHT : kNone;
  // WMSZ_ corners are their vertical edge plus their horizontal one.
  switch (key) {
    case VK_LEFT:
      return vertical + WMSZ_LEFT;
    case VK_RIGHT:
      return vertical + WMSZ_RIGHT;
    case VK_UP:
      return WMSZ_TOP + horizontal;
    default:
      return WMSZ_BOTTOM + horizontal;
  }
}

bool is_arrow(WPARAM key) {
  return key == VK_LEFT || key == VK_RIGHT || key == VK_UP || key == VK_DOWN;
}

bool is_input(UINT message) {
  return (message >= WM_MOUSEFIRST && message <= WM_MOUSELAST) ||
         (message >= WM_NCMOUSEMOVE && message <= WM_NCXBUTTONDBLCLK) ||
         (message >= WM_KEYFIRST && message <= WM_KEYLAST);
}

// The keys that the loop uses are used up when they go down.
bool is_key_up(UINT message) {
  return message == WM_KEYUP || message == WM_SYSKEYUP;
}

POINT origin_of_parent(const Window& window) {
  UserLock lock;
  return window.parent != nullptr ? client_origin(*window.parent) : POINT{};
}

class MoveSize {
 public:
  MoveSize(Window& window, WPARAM command, POINT screen)
      : window_(&window),
        moving_((command & 0xFFF0) == SC_MOVE),
        by_mouse_((command & 0xF) != 0),
        edge_(moving_ ? 0 : static_cast<int>(command & 0xF)),
        grabbed_(screen),
        followed_(screen) {}

  void run() {
    if (!begin()) return;
    send_message(*window_, WM_ENTERSIZEMOVE, 0, 0);
    if (going_on()) loop();
    end();
  }

 private:
  bool begin() {
    if (window_->destroyed || !IsWindowVisible(window_->handle)) return false;
    const DWORD style = window_->style;
    if ((style & WS_MAXIMIZE) != 0 || (!moving_ && (style & WS_MINIMIZE) != 0)) return false;
    if (!moving_ && (style & WS_THICKFRAME) == 0) return false;
    {
      UserLock lock;
      original_ = rect_ = screen_rect(*window_);
    }
    limits_ = query_min_max_info(*window_);
    if (window_->destroyed) return false;
    if (cbt_refuses(HCBT_MOVESIZE, reinterpret_cast<WPARAM>(window_->handle),
                    reinterpret_cast<LPARAM>(&original_)) ||
        window_->destroyed) {
      return false;
    }
    set_capture(&*window_);
    note_owner(window_->handle);
    if (!by_mouse_) take_pointer();
    if (going_on()) ask_for_drag_icon();
    return going_on();
  }

  // Documented: a minimized window whose class has no icon says how the pointer looks while the
  // user drags it. https://learn.microsoft.com/windows/win32/winmsg/wm-querydragicon
  void ask_for_drag_icon() {
    if (!moving_ || (window_->style & WS_MINIMIZE) == 0) return;
    if (window_->window_class == nullptr || window_->window_class->icon != nullptr) return;
    const LRESULT icon = send_message(*window_, WM_QUERYDRAGICON, 0, 0);
    constexpr WORD kArrow = 32512;
    if (window_->destroyed) return;
    SetCursor(icon != 0 ? reinterpret_cast<HCURSOR>(icon) : system_cursor(kArrow));
  }

  void note_owner(HWND window) {
    UserLock lock;
    window_->thread->input->move_size = window;
  }

  bool going_on() const { return !window_->destroyed && GetCapture() == window_->handle; }

  // By keyboard the pointer is put where it would grab.
  void take_pointer() {
    POINT place{(rect_.left + rect_.right) / 2, (rect_.top + rect_.bottom) / 2};
    if (moving_) place.y = rect_.top + GetSystemMetrics(SM_CYCAPTION) / 2;
    if (grabs_left(edge_)) place.x = rect_.left;
    if (grabs_right(edge_)) place.x = rect_.right - 1;
    if (grabs_top(edge_)) place.y = rect_.top;
    if (grabs_bottom(edge_)) place.y = rect_.bottom - 1;
    grabbed_ = followed_ = place;
    base_ = rect_;
    SetCursorPos(place.x, place.y);
    constexpr WORD kSizeAll = 32646;
    SetCursor(system_cursor(kSizeAll));
  }

  void loop() {
    base_ = rect_;
    MSG message;
    while (going_on() && get_modal_message(*window_->thread, message)) {
      if (!is_input(message.message) || is_key_up(message.message)) {
        TranslateMessage(&message);
        DispatchMessageW(&message);
      } else if (!handle(message)) {
        return;
      }
    }
  }

  // False: the user has finished.
  bool handle(const MSG& message) {
    switch (message.message) {
      case WM_MOUSEMOVE:
        follow(message.pt);
        return true;
      case WM_LBUTTONUP:
        follow(message.pt);
        return false;
      case WM_LBUTTONDOWN:
        return by_mouse_;
      case WM_KEYDOWN:
      case WM_SYSKEYDOWN:
        return handle_key(message.wParam);
      default:
        return true;
    }
  }

  bool handle_key(WPARAM key) {
    if (key == VK_RETURN) return false;
    if (key == VK_ESCAPE) {
      place(original_);
      return false;
    }
    if (is_arrow(key)) handle_arrow(key);
    return true;
  }

  void handle_arrow(WPARAM key) {
    if (!moving_ && !by_mouse_) {
      const bool horizontal = key == VK_LEFT || key == VK_RIGHT;
      const bool grabbed = horizontal ? grabs_left(edge_) || grabs_right(edge_)
                                      : grabs_top(edge_) || grabs_bottom(edge_);
      if (!grabbed) {
        edge_ = edge_towards(edge_, key);
        take_pointer();
        return;
      }
    }
    const int step = GetKeyState(VK_CONTROL) < 0 ? 1 : kKeyStep;
    POINT pointer = cursor_position();
    if (key == VK_LEFT) pointer.x -= step;
    if (key == VK_RIGHT) pointer.x += step;
    if (key == VK_UP) pointer.y -= step;
    if (key == VK_DOWN) pointer.y += step;
    SetCursorPos(pointer.x, pointer.y);
  }

  // The rectangle follows the pointer; the program may correct it.
  void follow(POINT pointer) {
    if (pointer.x == followed_.x && pointer.y == followed_.y) return;
    followed_ = pointer;
    const int dx = pointer.x - grabbed_.x;
    const int dy = pointer.y - grabbed_.y;
    RECT next = base_;
    if (moving_) {
      OffsetRect(&next, dx, dy);
    } else {
      stretch(next, dx, dy);
    }
    if (EqualRect(&next, &rect_)) return;
    if (moving_) {
      send_message(*window_, WM_MOVING, 0, reinterpret_cast<LPARAM>(&next));
    } else {
      send_message(*window_, WM_SIZING, static_cast<WPARAM>(edge_),
                   reinterpret_cast<LPARAM>(&next));
    }
    if (!going_on()) return;
    if (mouse_settings.full_drag) {
      place(next);
    } else {
      rect_ = next;
      placed_ = false;
    }
  }

  void stretch(RECT& rect, int dx, int dy) const {
    const auto width = [&](LONG wanted) {
      return std::max(limits_.ptMinTrackSize.x, std::min(wanted, limits_.ptMaxTrackSize.x));
    };
    const auto height = [&](LONG wanted) {
      return std::max(limits_.ptMinTrackSize.y, std::min(wanted, limits_.ptMaxTrackSize.y));
    };
    if (grabs_left(edge_)) rect.left = rect.right - width(rect.right - rect.left - dx);
    if (grabs_right(edge_)) rect.right = rect.left + width(rect.right - rect.left + dx);
    if (grabs_top(edge_)) rect.top = rect.bottom - height(rect.bottom - rect.top - dy);
    if (grabs_bottom(edge_)) rect.bottom = rect.top + height(rect.bottom - rect.top + dy);
  }

  void place(const RECT& screen) {
    rect_ = screen;
    placed_ = true;
    const POINT origin = origin_of_parent(*window_);
    WINDOWPOS pos{};
    pos.hwnd = window_->handle;
    pos.x = screen.left - origin.x;
    pos.y = screen.top - origin.y;
    pos.cx = screen.right - screen.left;
    pos.cy = screen.bottom - screen.top;
    pos.flags = SWP_NOZORDER | SWP_NOACTIVATE | (moving_ ? SWP_NOSIZE : 0u);
    // Programs do not move minimized windows; the user does.
    if ((window_->style & WS_MINIMIZE) != 0) pos.flags |= kStateChanged;
    set_window_pos(*window_, pos);
  }

  void end() {
    note_owner(nullptr);
    if (window_->destroyed) return;
    if (GetCapture() == window_->handle) set_capture(nullptr);
    if (!placed_ && !window_->destroyed) place(rect_);
    if (!window_->destroyed) send_message(*window_, WM_EXITSIZEMOVE, 0, 0);
  }

  const WindowRef window_;
  const bool moving_;
  const bool by_mouse_;
  int edge_;        // WMSZ_; 0: none yet, or moving
  POINT grabbed_;   // where the pointer was when `base_` was the rectangle
  POINT followed_;  // where it was when `rect_` was calculated
  RECT base_{};     // screen
  RECT original_{};
  RECT rect_{};         // as the user has it now
  bool placed_ = true;  // the window is at `rect_`
  MINMAXINFO limits_{};
};

}  // namespace

void move_or_size(Window& window, WPARAM command, POINT screen) {
  MoveSize(window, command, screen).run();
}

}  // namespace transom::user
