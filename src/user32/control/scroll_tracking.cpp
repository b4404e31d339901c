#include "user32/control/scroll_tracking.h"

#include <cstdlib>

#include "user32/control/scroll_bar_place.h"
#include "user32/input/input.h"
#include "user32/lock.h"
#include "user32/message/retrieve.h"
#include "user32/message/send.h"
#include "user32/message/timers.h"
#include "user32/system/system_metrics.h"
#include "user32/window/activation.h"

namespace transom::user {
namespace {

constexpr UINT_PTR kRepeatTimer = 0xFFF8;
constexpr UINT kFirstRepeat = 200, kNextRepeats = 50;  // milliseconds
constexpr int kSnapDistance = 8;  // in widths of a bar: further away the thumb is let go

WORD request_of(ScrollBarPart part) {
  switch (part) {
    case ScrollBarPart::kLineUp:
      return SB_LINEUP;
    case ScrollBarPart::kPageUp:
      return SB_PAGEUP;
    case ScrollBarPart::kPageDown:
      return SB_PAGEDOWN;
    case ScrollBarPart::kLineDown:
      return SB_LINEDOWN;
    default:
      return SB_ENDSCROLL;
  }
}

bool is_disabled(const ScrollBarState& state, ScrollBarPart part) {
  const UINT disabled = state.disabled;
  return disabled == ESB_DISABLE_BOTH ||
         (part == ScrollBarPart::kLineUp && (disabled & ESB_DISABLE_UP) != 0) ||
         (part == ScrollBarPart::kLineDown && (disabled & ESB_DISABLE_DOWN) != 0);
}

class ScrollTracking {
 public:
  ScrollTracking(Window& window, int bar, POINT screen)
      : window_(&window), bar_(bar), pointer_(screen) {}

  void run() {
    const ScrollBarPlace place = find_scroll_bar(*window_, bar_);
    if (!place) return;
    part_ = part_at(place, pointer_);
    if (part_ == ScrollBarPart::kNone || is_disabled(*place.state, part_)) return;
    set_capture(&*window_);
    if (!going_on()) return;
    if (part_ == ScrollBarPart::kThumb) {
      begin_drag(place);
    } else {
      request();
      if (going_on()) set_system_timer(*window_, kRepeatTimer, kFirstRepeat, nullptr);
    }
    // A press that a program made up has no release.
    if (is_button_down()) loop();
    end();
  }

 private:
  bool going_on() const { return !window_->destroyed && GetCapture() == window_->handle; }

  static bool is_button_down() {
    return GetKeyState(VK_LBUTTON) < 0 || GetKeyState(VK_RBUTTON) < 0;
  }

  static ScrollBarPart part_at(const ScrollBarPlace& place, POINT screen) {
    if (!PtInRect(&place.area, screen)) return ScrollBarPart::kNone;
    return scroll_bar_part(place.geometry(), place.offset_of(screen));
  }

  void press(ScrollBarPart part) {
    const ScrollBarPlace place = find_scroll_bar(*window_, bar_);
    if (!place || place.state->pressed == part) return;
    place.state->pressed = part;
    redraw_scroll_bar(*window_, bar_);
  }

  // Where the pointer is still over the part: the thumb may have come between.
  bool is_over() const {
    const ScrollBarPlace place = find_scroll_bar(*window_, bar_);
    return place && part_at(place, pointer_) == part_;
  }

  void request() {
    press(part_);
    if (!window_->destroyed) send_scroll_request(*window_, bar_, request_of(part_));
  }

  void on_timer() {
    set_system_timer(*window_, kRepeatTimer, kNextRepeats, nullptr);
    if (is_over()) {
      request();
    } else {
      press(ScrollBarPart::kNone);
    }
  }

  void begin_drag(const ScrollBarPlace& place) {
    const ScrollBarGeometry geometry = place.geometry();
    grip_ = place.offset_of(pointer_) - geometry.thumb_begin;
    first_thumb_ = geometry.thumb_begin;
    first_position_ = place.state->position;
    {
      UserLock lock;
      place.state->dragged_thumb = first_thumb_;
      place.state->track_position = first_position_;
    }
    press(ScrollBarPart::kThumb);
    send_track(first_position_);
  }

  void send_track(int position) {
    if (!window_->destroyed) send_scroll_request(*window_, bar_, SB_THUMBTRACK, position);
  }

  static bool is_far(const ScrollBarPlace& place, POINT pointer) {
    const int distance = kSnapDistance * system_metric(SM_CXVSCROLL);
    RECT near = place.area;
    InflateRect(&near, distance, distance);
    return !PtInRect(&near, pointer);
  }

  void drag() {
    const ScrollBarPlace place = find_scroll_bar(*window_, bar_);
    if (!place) return;
    const bool far = is_far(place, pointer_);
    const int begin = far ? first_thumb_ : place.offset_of(pointer_) - grip_;
    const int before = place.state->track_position;
    {
      UserLock lock;
      place.state->dragged_thumb = std::max(begin, 0);
      const ScrollBarGeometry geometry = place.geometry();
      place.state->dragged_thumb = geometry.thumb_begin;
      place.state->track_position =
          begin == first_thumb_ ? first_position_
                                : position_of_thumb(*place.state, geometry, geometry.thumb_begin);
    }
    const int now = place.state->track_position;
    redraw_scroll_bar(*window_, bar_);
    if (now != before) send_track(now);
  }

  void on_move() {
    if (part_ == ScrollBarPart::kThumb) {
      drag();
    } else {
      press(is_over() ? part_ : ScrollBarPart::kNone);
    }
  }

  void loop() {
    MSG message;
    while (going_on() && get_modal_message(*window_->thread, message)) {
      if (message.message == WM_LBUTTONUP) return;
      if (message.message == WM_MOUSEMOVE) {
        pointer_ = message.pt;
        on_move();
      } else if (message.message == WM_SYSTIMER && message.hwnd == window_->handle &&
                 message.wParam == kRepeatTimer) {
        on_timer();
      } else {
        TranslateMessage(&message);
        DispatchMessageW(&message);
      }
    }
  }

  // Whatever ended it, the capture goes first, then the thumb's last word, which the program may
  // still look up as the tracking position.
  void end() {
    if (window_->destroyed) return;
    kill_system_timer(*window_, kRepeatTimer);
    if (GetCapture() == window_->handle) set_capture(nullptr);
    if (window_->destroyed) return;
    int last = 0;
    if (const ScrollBarPlace place = find_scroll_bar(*window_, bar_)) {
      UserLock lock;
      last = place.state->track_position;
      place.state->pressed = ScrollBarPart::kNone;
      place.state->dragged_thumb = ScrollBarState::kNotDragged;
    }
    redraw_scroll_bar(*window_, bar_);
    if (part_ == ScrollBarPart::kThumb && !window_->destroyed) {
      send_scroll_request(*window_, bar_, SB_THUMBPOSITION, last);
    }
    if (!window_->destroyed) send_scroll_request(*window_, bar_, SB_ENDSCROLL);
    forget_track_position();
  }

  void forget_track_position() {
    if (window_->destroyed) return;
    const ScrollBarPlace place = find_scroll_bar(*window_, bar_);
    if (!place) return;
    UserLock lock;
    place.state->track_position = place.state->position;
  }

  const WindowRef window_;
  const int bar_;
  POINT pointer_;
  ScrollBarPart part_ = ScrollBarPart::kNone;
  // Of the thumb.
  int grip_ = 0;  // where in it the pointer took it
  int first_thumb_ = 0;
  int first_position_ = 0;
};

}  // namespace

void track_scroll_bar(Window& window, int bar, POINT screen) {
  ScrollTracking(window, bar, screen).run();
}

void send_scroll_request(Window& window, int bar, WORD request, int position) {
  const bool control = bar == SB_CTL;
  const bool vertical = control ? (window.style & SBS_VERT) != 0 : bar == SB_VERT;
  const HWND to = control ? GetParent(window.handle) : window.handle;
  if (to == nullptr) return;
  send_message(to, vertical ? WM_VSCROLL : WM_HSCROLL,
               MAKEWPARAM(request, static_cast<WORD>(position)),
               control ? reinterpret_cast<LPARAM>(window.handle) : 0);
}

}  // namespace transom::user
