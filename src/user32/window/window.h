// A window: what CreateWindowEx makes.
//
// Ownership and lifetime
//  - A window belongs to the thread that created it; only that thread runs its procedure, changes
//  and
//    destroys it. Other threads look at it under the USER lock, and hold a WindowRef over anything
//    that may let it die.
//  - The handle dies in DestroyWindow after WM_NCDESTROY; the object lives until the last WindowRef
//    goes. After any callback (message, hook, host) a `Window&` may be a destroyed one: ask
//    `destroyed` before going on.
// Coordinates
//  - `rect` and `client_rect` are relative to the client area of the tree parent (screen
//  coordinates
//    for top-level windows, whose tree parent is the desktop window).
// Threads
//  - Fields of type Relaxed may be read anywhere. The others are written under the USER lock by the
//    owning thread, which may read them without it.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "base/relaxed.h"
#include "base/win32.h"

namespace transom::gdi {
class Region;
class Surface;
}  // namespace transom::gdi

namespace transom::user {

struct ThreadState;
struct WindowClass;
struct WindowPaint;   // paint/window_paint.h: update region, surface, own DC
struct WindowExtras;  // window/window_extras.h: what few windows have
struct ScrollBars;    // control/scroll_bars.h: the standard scroll bars
class Control;

enum class Encoding : bool { kAnsi, kUnicode };

struct Window {
  HWND handle = nullptr;
  ThreadState* thread = nullptr;  // never changes; null for the desktop and the message-only root
  base::Relaxed<WNDPROC> procedure;
  base::Relaxed<Encoding> encoding = Encoding::kUnicode;  // what the procedure expects
  base::Relaxed<bool> destroyed = false;                  // the handle is gone
  base::Relaxed<bool> destroying = false;                 // DestroyWindow is at work
  bool creating = true;                                   // CreateWindowEx has not returned
  bool dialog = false;                                    // has dialog information (GWL DWLP_*)
  bool needs_size = false;    // the first ShowWindow still owes WM_SIZE and WM_MOVE
  bool reports_ansi = false;  // a system class's window made by an ANSI program: IsWindowUnicode
  bool in_min_max = false;    // ShowWindow is minimizing, maximizing or restoring it
  std::uint8_t ui_state = 0;  // UISF_ bits: what WM_QUERYUISTATE answers
  base::Relaxed<DWORD> style = 0;
  base::Relaxed<DWORD> ex_style = 0;

  std::atomic<int> references{1};

  // The tree. Siblings are in z-order, first_child topmost. `parent` is null for the desktop window
  // and for the root of message-only windows alone; top-level windows have the desktop as parent.
  Window* parent = nullptr;
  Window* owner = nullptr;  // by set_owner (destroy.h)
  int owned_windows = 0;    // how many have this one as owner
  Window* first_child = nullptr;
  Window* last_child = nullptr;
  Window* next = nullptr;
  Window* previous = nullptr;

  RECT rect{};
  RECT client_rect{};

  WindowClass* window_class = nullptr;
  HINSTANCE instance = nullptr;
  UINT_PTR id_or_menu = 0;  // the identifier of a child, the HMENU of a top-level window
  LONG_PTR user_data = 0;
  std::u16string text;
  std::unique_ptr<std::byte[]> extra_bytes;
  int extra_size = 0;  // as the class had it when the window was made

  std::unique_ptr<WindowPaint> paint;
  std::unique_ptr<WindowExtras> extras;
  std::unique_ptr<ScrollBars> scroll_bars;
  void* dialog_state = nullptr;  // owned by the dialog's procedure
  Control* control = nullptr;    // a built-in control's state (control/control.h)

  Window();
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  bool is_child() const { return (style & (WS_CHILD | WS_POPUP)) == WS_CHILD; }
  bool is_visible_itself() const { return (style & WS_VISIBLE) != 0; }
};

// Keeps the object of a window (not the window) alive.
class WindowRef {
 public:
  WindowRef() = default;
  explicit WindowRef(Window* window);  // takes a reference; the caller knows that it is alive
  WindowRef(const WindowRef& other) : WindowRef(other.window_) {}
  WindowRef(WindowRef&& other) noexcept : window_(other.window_) { other.window_ = nullptr; }
  WindowRef& operator=(WindowRef other) noexcept {
    std::swap(window_, other.window_);
    return *this;
  }
  ~WindowRef();

  Window* get() const { return window_; }
  Window* operator->() const { return window_; }
  Window& operator*() const { return *window_; }
  explicit operator bool() const { return window_ != nullptr; }
  // The window is still one: its handle has not died.
  bool alive() const { return window_ != nullptr && !window_->destroyed; }

 private:
  Window* window_ = nullptr;
};

// The window of a handle, from any thread, kept alive; empty when there is none. Takes the lock.
WindowRef find_window(HWND handle);
// The window of a handle if the calling thread owns it, else null. Lock-free; valid until the
// thread runs a callback or destroys it.
inline Window* find_own_window(HWND handle);
// The same as find_window without a reference; the caller holds the USER lock.
Window* find_window_locked(HWND handle);
// The thread that owns the window; null when the handle is dead. Lock-free: thread states are never
// freed, only used again, and a message that arrives late finds its handle dead.
inline ThreadState* find_window_thread(HWND handle);

// Window handles. `insert` is called by creation (false: none left), `remove` by destruction, which
// gives back the handle's reference. Both under the lock.
bool insert_window(Window& window);
void remove_window(Window& window);

// Whether the handle is a window's, dead or alive being the question; also true of the desktop.
bool is_window(HWND handle);

// The desktop window: tree parent of all top-level windows, belongs to no program thread. Made on
// first use.
Window& desktop_window();
// Tree parent of message-only windows (HWND_MESSAGE).
Window& message_only_root();

}  // namespace transom::user

#include "user32/window/window_table.h"
