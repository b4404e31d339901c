#include "user32/window/position.h"

#include "base/last_error.h"
#include "user32/hook/hook.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/paint/paint.h"
#include "user32/window/activation.h"
#include "user32/window/position_flags.h"
#include "user32/window/tree.h"
#include "user32/window/z_order.h"

namespace transom::user {
namespace {

constexpr LONG kLargest = 32767;

SIZE size_of(const RECT& rect) {
  return {rect.right - rect.left, rect.bottom - rect.top};
}

bool has(const WINDOWPOS& pos, UINT flag) {
  return (pos.flags & flag) != 0;
}

// One change on its way.
class PositionChange {
 public:
  PositionChange(Window& window, const WINDOWPOS& pos, bool new_parent = false)
      : window_(window), pos_(pos), new_parent_(new_parent) {}

  bool run();

 private:
  bool simplify();
  void rise_to_be_activated();
  bool calculate_client();
  void apply();
  void activate();
  void paint();
  void tell_lifted() const;
  void announce();

  bool nothing_changes() const {
    constexpr UINT kStill = SWP_NOSIZE | SWP_NOMOVE | SWP_NOZORDER;
    constexpr UINT kOther = SWP_FRAMECHANGED | SWP_SHOWWINDOW | SWP_HIDEWINDOW | kStateChanged;
    return (pos_.flags & kStill) == kStill && (pos_.flags & kOther) == 0;
  }

  Window& window_;
  WINDOWPOS pos_;
  const bool new_parent_;
  RECT new_rect_{};
  RECT new_client_{};
  RECT old_rect_{};
  RECT old_client_{};
  RECT valid_rects_[2]{};
  bool has_valid_rects_ = false;
  bool was_visible_ = false;
  gdi::Region old_visible_;
  // Windows that came along in the z-order since this one or its owner owns them.
  std::vector<HWND> lifted_;
  HWND lifted_after_ = nullptr;
};

// "If SWP_NOACTIVATE is not set, the window is activated and moved to the top of either the topmost
// or non-topmost group (depending on the setting of the hWndInsertAfter parameter)." Under the
// lock.
void PositionChange::rise_to_be_activated() {
  if (has(pos_, SWP_NOACTIVATE | SWP_HIDEWINDOW) || window_.parent != &desktop_window()) return;
  pos_.hwndInsertAfter = top_of_group(window_, pos_.hwndInsertAfter);
}

// What is asked for and already so is no change. False: a bad sibling.
bool PositionChange::simplify() {
  const bool visible = window_.is_visible_itself();
  if (visible) {
    pos_.flags &= ~static_cast<UINT>(SWP_SHOWWINDOW);
  } else {
    pos_.flags &= ~static_cast<UINT>(SWP_HIDEWINDOW);
    if (!has(pos_, SWP_SHOWWINDOW)) pos_.flags |= SWP_NOREDRAW;
  }
  const RECT& rect = window_.rect;
  const SIZE size = size_of(rect);
  // A minimized window keeps its size until it is restored, and its place unless it is a child's.
  const bool stays_minimized = (window_.style & WS_MINIMIZE) != 0 && !has(pos_, kStateChanged);
  if (stays_minimized) {
    if (!window_.is_child()) pos_.flags |= SWP_NOMOVE;
    pos_.cx = size.cx;
    pos_.cy = size.cy;
  }
  pos_.cx = std::clamp<int>(pos_.cx, 0, kLargest);
  pos_.cy = std::clamp<int>(pos_.cy, 0, kLargest);
  if (has(pos_, SWP_NOSIZE)) {
    pos_.cx = size.cx;
    pos_.cy = size.cy;
  } else if (pos_.cx == size.cx && pos_.cy == size.cy && !stays_minimized) {
    pos_.flags |= SWP_NOSIZE;
  }
  if (has(pos_, SWP_NOMOVE)) {
    pos_.x = rect.left;
    pos_.y = rect.top;
  } else {
    pos_.x = std::clamp<int>(pos_.x, -32768, kLargest);
    pos_.y = std::clamp<int>(pos_.y, -32768, kLargest);
    if (pos_.x == rect.left && pos_.y == rect.top && !new_parent_) pos_.flags |= SWP_NOMOVE;
  }
  if (!has(pos_, SWP_NOZORDER)) {
    UserLock lock;
    if (!is_valid_insert_after(window_, pos_.hwndInsertAfter)) {
      if (find_window_locked(pos_.hwndInsertAfter) == nullptr) return false;
      pos_.flags |= SWP_NOZORDER;
    } else if (rise_to_be_activated(); is_in_place(window_, pos_.hwndInsertAfter)) {
      pos_.flags |= SWP_NOZORDER;
    }
  }
  new_rect_ = {pos_.x, pos_.y, pos_.x + pos_.cx, pos_.y + pos_.cy};
  return true;
}

// WM_NCCALCSIZE in its long form where the size or the frame changes; else the client area moves
// along.
bool PositionChange::calculate_client() {
  old_rect_ = window_.rect;
  old_client_ = window_.client_rect;
  new_client_ = old_client_;
  if (has(pos_, SWP_NOSIZE) && !has(pos_, SWP_FRAMECHANGED | kStateChanged)) {
    OffsetRect(&new_client_, new_rect_.left - old_rect_.left, new_rect_.top - old_rect_.top);
    return true;
  }
  WINDOWPOS copy = pos_;
  NCCALCSIZE_PARAMS params{{new_rect_, old_rect_, old_client_}, &copy};
  const LRESULT answer =
      send_message(window_, WM_NCCALCSIZE, TRUE, reinterpret_cast<LPARAM>(&params));
  if (window_.destroyed) return false;
  new_client_ = params.rgrc[0];
  if (new_client_.right < new_client_.left) new_client_.right = new_client_.left;
  if (new_client_.bottom < new_client_.top) new_client_.bottom = new_client_.top;
  if ((answer & WVR_VALIDRECTS) != 0 && (answer & ~WVR_VALIDRECTS) == 0) {
    valid_rects_[0] = params.rgrc[1];
    valid_rects_[1] = params.rgrc[2];
    has_valid_rects_ = true;
  } else if ((answer & WVR_REDRAW) != 0) {
    const SIZE before = size_of(old_client_);
    const SIZE after = size_of(new_client_);
    if ((answer & WVR_HREDRAW) != 0 && before.cx != after.cx) pos_.flags |= SWP_NOCOPYBITS;
    if ((answer & WVR_VREDRAW) != 0 && before.cy != after.cy) pos_.flags |= SWP_NOCOPYBITS;
  }
  return true;
}

void PositionChange::apply() {
  if (!new_parent_ && new_client_.left == old_client_.left && new_client_.top == old_client_.top) {
    pos_.flags |= kNoClientMove;
  }
  const SIZE before = size_of(old_client_);
  const SIZE after = size_of(new_client_);
  if (before.cx == after.cx && before.cy == after.cy) pos_.flags |= kNoClientSize;
  UserLock lock;
  was_visible_ = is_visible(window_);
  if (was_visible_) old_visible_ = visible_region(window_, true, false, true);
  window_.rect = new_rect_;
  window_.client_rect = new_client_;
  if (!has(pos_, SWP_NOZORDER)) {
    lifted_after_ = pos_.hwndInsertAfter;
    lifted_ = insert_in_z_order(window_, pos_.hwndInsertAfter);
    const Window* above = window_.previous;
    // Told with its real neighbour where its owned windows stay above it.
    if (above != nullptr && above->owner == &window_) pos_.hwndInsertAfter = above->handle;
  }
  if (has(pos_, SWP_SHOWWINDOW)) window_.style |= WS_VISIBLE;
  if (has(pos_, SWP_HIDEWINDOW)) window_.style &= ~static_cast<DWORD>(WS_VISIBLE);
}

void PositionChange::activate() {
  if (has(pos_, SWP_NOACTIVATE | SWP_HIDEWINDOW)) return;
  if (window_.is_child()) {
    send_message(window_, WM_CHILDACTIVATE, 0, 0);
  } else if ((window_.ex_style & WS_EX_NOACTIVATE) == 0 && window_.parent == &desktop_window()) {
    set_foreground_window(window_);
  }
}

void PositionChange::paint() {
  bool visible = false;
  {
    UserLock lock;
    visible = is_visible(window_);
  }
  if (!visible && !was_visible_) return;
  window_moved(window_, old_rect_, old_client_, old_visible_, pos_.flags,
               has_valid_rects_ ? valid_rects_ : nullptr);
}

// "Sent to a window whose place in the Z order has changed": their part is not up for discussion.
void PositionChange::tell_lifted() const {
  for (const HWND handle : lifted_) {
    if (find_own_window(handle) == nullptr) continue;
    constexpr UINT kFlags = SWP_NOSIZE | SWP_NOMOVE | SWP_NOACTIVATE | SWP_NOSENDCHANGING |
                            SWP_DEFERERASE | kNoClientSize | kNoClientMove;
    WINDOWPOS pos{handle, lifted_after_, 0, 0, 0, 0, kFlags};
    send_message(handle, WM_WINDOWPOSCHANGED, 0, reinterpret_cast<LPARAM>(&pos));
  }
}

void PositionChange::announce() {
  const HWND handle = window_.handle;
  if (has(pos_, SWP_SHOWWINDOW)) {
    notify_win_event(EVENT_OBJECT_SHOW, handle, OBJID_WINDOW, CHILDID_SELF);
  }
  if (has(pos_, SWP_HIDEWINDOW)) {
    notify_win_event(EVENT_OBJECT_HIDE, handle, OBJID_WINDOW, CHILDID_SELF);
  }
  if (window_.destroyed || nothing_changes()) return;
  send_message(window_, WM_WINDOWPOSCHANGED, 0, reinterpret_cast<LPARAM>(&pos_));
  constexpr UINT kStill = SWP_NOSIZE | SWP_NOMOVE;
  if (!window_.destroyed && (pos_.flags & kStill) != kStill) {
    notify_win_event(EVENT_OBJECT_LOCATIONCHANGE, handle, OBJID_WINDOW, CHILDID_SELF);
  }
}

bool PositionChange::run() {
  const WindowRef keep(&window_);
  pos_.hwnd = window_.handle;
  if (!has(pos_, SWP_NOZORDER)) {
    UserLock lock;
    if (!is_valid_insert_after(window_, pos_.hwndInsertAfter)) {
      // Behind a window that is none of its siblings there is nothing to do.
      return find_window_locked(pos_.hwndInsertAfter) != nullptr ||
             base::fail<bool>(ERROR_INVALID_WINDOW_HANDLE);
    }
  }
  if (!has(pos_, SWP_NOSENDCHANGING)) {
    send_message(window_, WM_WINDOWPOSCHANGING, 0, reinterpret_cast<LPARAM>(&pos_));
    if (window_.destroyed) return false;
    pos_.hwnd = window_.handle;
  }
  if (!simplify()) return base::fail<bool>(ERROR_INVALID_WINDOW_HANDLE);
  if (!calculate_client()) return false;
  apply();
  paint();
  tell_lifted();
  if (window_.destroyed) return true;
  activate();
  if (!window_.destroyed && !has(pos_, SWP_NOREDRAW)) send_pending_frame_and_erase(window_);
  if (!window_.destroyed) announce();
  return true;
}

}  // namespace

bool set_window_pos(Window& window, WINDOWPOS pos) {
  UserLock::assert_not_held();
  return PositionChange(window, pos).run();
}

bool set_window_pos_in_new_parent(Window& window, WINDOWPOS pos) {
  UserLock::assert_not_held();
  return PositionChange(window, pos, true).run();
}

void calculate_client_rect(Window& window, const RECT& new_rect) {
  NCCALCSIZE_PARAMS params{{new_rect, window.rect, window.client_rect}, nullptr};
  WINDOWPOS pos{window.handle,
                nullptr,
                new_rect.left,
                new_rect.top,
                new_rect.right - new_rect.left,
                new_rect.bottom - new_rect.top,
                SWP_NOZORDER | SWP_NOACTIVATE};
  params.lppos = &pos;
  send_message(window, WM_NCCALCSIZE, TRUE, reinterpret_cast<LPARAM>(&params));
  if (window.destroyed) return;
  UserLock lock;
  window.client_rect = params.rgrc[0];
}

}  // namespace transom::user
