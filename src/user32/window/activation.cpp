#include "user32/window/activation.h"

#include "imm32/seam.h"
#include "user32/hook/hook.h"
#include "user32/hook/shell_hook.h"
#include "user32/input/hardware.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/paint/window_paint.h"
#include "user32/palette/palette_messages.h"
#include "user32/window/host_window.h"
#include "user32/window/on_owner.h"
#include "user32/window/position.h"
#include "user32/window/tree.h"
#include "user32/window/window_extras.h"
#include "user32/window/z_order.h"

namespace transom::user {
namespace {

InputState& input() {
  return *current_thread().input;
}

HWND handle_of(const Window* window) {
  return window != nullptr ? window->handle : nullptr;
}
LPARAM to_lparam(HWND window) {
  return reinterpret_cast<LPARAM>(window);
}

// "Activates a window, but not if the application is in the background."
bool in_foreground() {
  UserLock lock;
  return foreground_input() == current_thread().input.get();
}

WPARAM activate_parameter(WORD how, const Window* window) {
  const bool minimized = window != nullptr && (window->style & WS_MINIMIZE) != 0;
  return MAKEWPARAM(how, minimized);
}

// A window that answers the loss of the activation by giving the focus to a child of its successor
// is told of the loss again, and answers again: such a program ends at this depth, not with its
// stack.
constexpr int kDeepestNesting = 32;

class Nesting {
 public:
  Nesting() { ++depth_; }
  ~Nesting() { --depth_; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;

  static bool is_too_deep() { return depth_ > kDeepestNesting; }

 private:
  static thread_local constinit int depth_;
};

thread_local constinit int Nesting::depth_ = 0;

// Top-level windows of a thread, topmost first.
std::vector<HWND> windows_of(const ThreadState& thread) {
  UserLock lock;
  std::vector<HWND> windows;
  for (const Window* each = desktop_window().first_child; each != nullptr; each = each->next) {
    if (each->thread == &thread) windows.push_back(each->handle);
  }
  return windows;
}

// One change of the active window on its way. Any message may destroy either window, or activate a
// third, in which case the rest is left out.
class ActivationChange {
 public:
  ActivationChange(Window* window, Activation how)
      : new_(window), new_handle_(handle_of(window)), how_(how) {}

  bool run(bool may_refuse);

 private:
  bool hook_refuses() const;
  bool deactivate_old(bool may_refuse);
  void raise();
  void tell_application(HWND window, bool active) const;
  void activate_new();
  void drop_focus() const;

  bool new_alive() const { return new_handle_ == nullptr || new_.alive(); }
  bool still_wanted() const { return input().active == new_handle_ && new_alive(); }

  const WindowRef new_;
  const HWND new_handle_;
  const Activation how_;
  HWND old_handle_ = nullptr;
};

bool ActivationChange::hook_refuses() const {
  if (!hooked(current_thread(), WH_CBT)) return false;
  CBTACTIVATESTRUCT about{how_ == Activation::kMouse, old_handle_};
  return cbt_refuses(HCBT_ACTIVATE, reinterpret_cast<WPARAM>(new_handle_),
                     reinterpret_cast<LPARAM>(&about));
}

// "FALSE from WM_NCACTIVATE prevents the change", but not where the old window is going anyway.
bool ActivationChange::deactivate_old(bool may_refuse) {
  const WindowRef old = find_window(old_handle_);
  if (!old || old->destroying) may_refuse = false;
  if (!old) return true;
  const LRESULT proceed = send_message(old_handle_, WM_NCACTIVATE, FALSE, to_lparam(new_handle_));
  if (may_refuse && proceed == 0 && old.alive()) return false;
  if (old.alive()) {
    send_message(old_handle_, WM_ACTIVATE, activate_parameter(WA_INACTIVE, old.get()),
                 to_lparam(new_handle_));
  }
  return true;
}

// WM_ACTIVATEAPP goes to every top-level window of the thread that gains or loses.
void ActivationChange::tell_application(HWND window, bool active) const {
  const ThreadState* thread = find_window_thread(window);
  if (thread == nullptr) return;
  const ThreadState* other = find_window_thread(active ? old_handle_ : new_handle_);
  const DWORD other_id = other != nullptr ? other->id : 0;
  for (const HWND each : windows_of(*thread)) {
    send_message(each, WM_ACTIVATEAPP, active, static_cast<LPARAM>(other_id));
  }
}

// Nothing that can be seen lies above the window but its like: those that it owns, and topmost
// ones.
bool is_raised(const Window& window) {
  for (const Window* above = window.previous; above != nullptr; above = above->previous) {
    const bool seen = above->is_visible_itself() && (above->style & WS_MINIMIZE) == 0;
    const bool topmost = (above->ex_style & ~window.ex_style & WS_EX_TOPMOST) != 0;
    if (seen && above->owner != &window && !topmost) return false;
  }
  return true;
}

// The active window lies above its like.
void ActivationChange::raise() {
  {
    UserLock lock;
    // "If its application is in the foreground when it sets the activation."
    if (!in_foreground() || is_raised(*new_)) return;
  }
  set_window_pos(*new_, {.flags = SWP_NOSIZE | SWP_NOMOVE | SWP_NOACTIVATE});
}

void ActivationChange::activate_new() {
  query_new_palette(*new_);
  if (!still_wanted()) return;
  send_message(*new_, WM_NCACTIVATE, in_foreground(), to_lparam(old_handle_));
  if (!still_wanted()) return;
  const WORD how = how_ == Activation::kMouse ? WA_CLICKACTIVE : WA_ACTIVE;
  send_message(*new_, WM_ACTIVATE, activate_parameter(how, new_.get()), to_lparam(old_handle_));
  if (!still_wanted()) return;
  // DefWindowProc sets the focus; a program that keeps WM_ACTIVATE to itself gets it all the same.
  bool focus_inside = false;
  {
    UserLock lock;
    const Window* focus = find_window_locked(input().focus);
    focus_inside = focus != nullptr && &top_level_of(const_cast<Window&>(*focus)) == new_.get();
  }
  if (focus_inside) return;
  // "The window with the focus is the active window or a child of it", or there is none: a
  // minimized or disabled window does not take it.
  constexpr DWORD kWithout = WS_MINIMIZE | WS_DISABLED;
  if ((new_->style & kWithout) != 0) return drop_focus();
  set_focus(new_.get());
}

void ActivationChange::drop_focus() const {
  HWND focus;
  {
    UserLock lock;
    focus = std::exchange(input().focus, nullptr);
  }
  if (focus == nullptr) return;
  send_message(focus, WM_KILLFOCUS, 0, 0);
  imm::focus_lost(focus);
}

// For GetLastActivePopup. Under the lock.
void remember_active_popup(Window& window) {
  Window* root = &window;
  while (root->owner != nullptr) root = root->owner;
  if (root != &window || root->extras) extras_of(*root).last_active_popup = window.handle;
}

bool ActivationChange::run(bool may_refuse) {
  const Nesting nesting;
  if (Nesting::is_too_deep()) return false;
  InputState& state = input();
  old_handle_ = state.active;
  if (old_handle_ == new_handle_) return true;
  if (hook_refuses()) return false;
  if (!new_alive()) return false;
  if (old_handle_ != nullptr && !deactivate_old(may_refuse)) return false;
  if (!new_alive() || state.active != old_handle_) return false;
  if (new_handle_ != nullptr) raise();
  if (!new_alive() || state.active != old_handle_) return false;
  {
    UserLock lock;
    state.active = new_handle_;
    if (new_handle_ != nullptr) remember_active_popup(*new_);
  }
  release_cursor_clip();
  if (find_window_thread(old_handle_) != find_window_thread(new_handle_)) {
    tell_application(old_handle_, false);
    if (still_wanted()) tell_application(new_handle_, true);
  }
  if (!still_wanted()) return false;
  if (new_handle_ == nullptr) {
    drop_focus();
    return true;
  }
  activate_new();
  if (still_wanted() && in_foreground()) update_host_focus(*new_);
  if (still_wanted() && in_foreground()) {
    notify_win_event(EVENT_SYSTEM_FOREGROUND, new_handle_, OBJID_WINDOW, CHILDID_SELF);
  }
  if (still_wanted()) tell_shell(*new_, HSHELL_WINDOWACTIVATED);
  return still_wanted();
}

bool can_be_activated(const Window& window) {
  return window.is_visible_itself() && !window.destroying &&
         (window.style & (WS_DISABLED | WS_CHILD)) == 0 &&
         (window.ex_style & WS_EX_NOACTIVATE) == 0;
}

// The foreground was another input state's: its windows hear that they lost, in their own time.
void deactivate_foreground(InputState* state) {
  HWND active;
  HWND focus;
  {
    UserLock lock;
    if (state == nullptr) return;
    active = std::exchange(state->active, nullptr);
    focus = std::exchange(state->focus, nullptr);
  }
  const ThreadState* thread = find_window_thread(active);
  if (thread == nullptr) return;
  send_notify_message(active, WM_NCACTIVATE, FALSE, 0);
  const WindowRef window = find_window(active);
  send_notify_message(active, WM_ACTIVATE, activate_parameter(WA_INACTIVE, window.get()), 0);
  for (const HWND window : windows_of(*thread)) {
    send_notify_message(window, WM_ACTIVATEAPP, FALSE, static_cast<LPARAM>(GetCurrentThreadId()));
  }
  if (focus != nullptr) send_notify_message(focus, WM_KILLFOCUS, 0, 0);
}

// Who takes over when `window` goes: its owner, or the next one below it in the z-order that can
// and that `fits`, or the first of all. Null: nobody.
template <class Fits>
HWND next_to_activate(const Window& window, Fits&& fits) {
  UserLock lock;
  const Window* owner = window.owner;
  if (owner != nullptr && can_be_activated(*owner) && owner->thread == window.thread) {
    return owner->handle;
  }
  const auto takes_over = [&](const Window& each) {
    return &each != &window && each.thread != nullptr && each.owner != &window &&
           can_be_activated(each) && fits(each);
  };
  for (const Window* each = window.next; each != nullptr; each = each->next) {
    if (takes_over(*each)) return each->handle;
  }
  for (const Window* each = desktop_window().first_child; each != nullptr; each = each->next) {
    if (takes_over(*each)) return each->handle;
  }
  return nullptr;
}

bool nobody_in_foreground() {
  UserLock lock;
  const InputState* foreground = foreground_input();
  return foreground == nullptr || foreground->active == nullptr;
}

// The active window goes. Where the next one is another thread's, that hears of it in its own time.
void pass_activation_on(Window& window) {
  const HWND next = next_to_activate(window, [](const Window&) { return true; });
  Window* own = find_own_window(next);
  if (own != nullptr && nobody_in_foreground()) {
    UserLock lock;
    set_foreground_input(current_thread().input);
  }
  const bool foreground = in_foreground();
  ActivationChange(own, Activation::kProgram).run(false);
  // A hook may refuse, but a window that is no more cannot stay active.
  if (input().active == window.handle && window.destroying) {
    UserLock lock;
    input().active = nullptr;
  }
  if (own != nullptr || next == nullptr || !foreground) return;
  on_owner_later(next, [](Window& other) {
    if (nobody_in_foreground()) set_foreground_window(other);
  });
}

// The window was active already; now hardware input goes to it.
bool bring_active_forward(Window& window) {
  const WindowRef keep(&window);
  send_message(window, WM_NCACTIVATE, TRUE, 0);
  if (keep.alive()) update_host_focus(window);
  if (keep.alive()) {
    notify_win_event(EVENT_SYSTEM_FOREGROUND, window.handle, OBJID_WINDOW, CHILDID_SELF);
  }
  return keep.alive();
}

}  // namespace

bool activate_window(Window* window, Activation how) {
  UserLock::assert_not_held();
  return ActivationChange(window, how).run(true);
}

bool set_foreground_window(Window& window, Activation how) {
  const WindowRef keep(&window);
  ThreadState& thread = current_thread();
  InputState* previous;
  {
    UserLock lock;
    previous = foreground_input();
    if (previous != thread.input.get()) set_foreground_input(thread.input);
  }
  const bool gained = previous != thread.input.get();
  if (gained) deactivate_foreground(previous);
  if (window.destroyed) return false;
  // Activated in the background, as a dialog is by its focus before it is shown, it looks inactive.
  if (gained && thread.input->active == window.handle) return bring_active_forward(window);
  return activate_window(&window, how);
}

void activate_next_window(Window& window) {
  const HWND next = next_to_activate(window, [&](const Window& each) {
    return each.thread == window.thread && (each.style & WS_MINIMIZE) == 0;
  });
  if (Window* own = find_own_window(next)) activate_window(own, Activation::kProgram);
}

void activate_other_window(Window& window) {
  const WindowRef keep(&window);
  InputState& state = input();
  if (state.active == window.handle) return pass_activation_on(window);
  HWND parent = nullptr;
  {
    UserLock lock;
    const Window* focus = find_window_locked(state.focus);
    if (focus == nullptr || (focus != &window && !is_descendant(*focus, window))) return;
    if (window.is_child() && window.parent != nullptr) parent = window.parent->handle;
  }
  set_focus(find_own_window(parent));
}

int activate_by_mouse(Window& window, WORD hit_test, UINT message) {
  const WindowRef keep(&window);
  HWND top_handle;
  {
    UserLock lock;
    top_handle = top_level_of(window).handle;
  }
  Window* top = find_own_window(top_handle);
  if (top == nullptr || input().active == top_handle) return 0;
  const LRESULT answer =
      send_message(window, WM_MOUSEACTIVATE, reinterpret_cast<WPARAM>(top_handle),
                   MAKELPARAM(hit_test, message));
  top = find_own_window(top_handle);
  if (top != nullptr && (answer == MA_ACTIVATE || answer == MA_ACTIVATEANDEAT) &&
      (top->style & WS_DISABLED) == 0) {
    activate_window(top, Activation::kMouse);
  }
  return static_cast<int>(answer);
}

}  // namespace transom::user
