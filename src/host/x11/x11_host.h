// Windows on an X server. See x11_window.h for windows, event_reader.h for events.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <unordered_map>

#include "host/display.h"
#include "host/x11/clipboard.h"
#include "host/x11/connection.h"
#include "host/x11/cursors.h"
#include "host/x11/delayed_tasks.h"
#include "host/x11/drop_target.h"
#include "host/x11/focus_tracker.h"
#include "host/x11/pointer_grab.h"
#include "host/x11/stacking.h"
#include "host/x11/window_manager.h"
#include "host/x11/x11_window.h"

namespace transom::host::x11 {

class X11Host final : public DisplayHost {
 public:
  explicit X11Host(std::unique_ptr<Connection> connection);

  const char* name() const override { return "x11"; }
  std::vector<Monitor> monitors() override;
  bool has_task_list() const override { return manager_.present(); }
  std::unique_ptr<HostWindow> create_window(HWND handle, const RECT& screen, DWORD style,
                                            DWORD ex_style, HWND owner) override;
  void set_cursor(HCURSOR cursor) override;
  void warp_pointer(POINT screen) override;
  std::optional<POINT> pointer_elsewhere() override;
  void pointer_is_inside(bool inside) { pointer_inside_ = inside; }
  void clip_pointer(const RECT* screen) override { grab_.clip(screen); }
  void capture_pointer(bool captured) override { grab_.capture(captured); }
  void beep(UINT type) override;
  Keyboard keyboard() override;
  std::string keymap() override;
  void offer_clipboard(const std::vector<std::string>& types) override { clipboard_.offer(types); }
  std::optional<std::string> clipboard_bytes(const std::string& type) override {
    return clipboard_.bytes(type);
  }
  std::shared_ptr<gdi::Surface> picture(const RECT& area) override;

  Connection& connection() { return *connection_; }
  const Connection& connection() const { return *connection_; }
  WindowManager& manager() { return manager_; }
  DelayedTasks& tasks() { return tasks_; }
  FocusTracker& focus() { return focus_; }
  Cursors& cursors() { return cursors_; }
  PointerGrab& grab() { return grab_; }
  Clipboard& clipboard() { return clipboard_; }
  DropTarget& drop_target() { return drop_target_; }
  // Owns nothing; groups our windows for the window manager and holds grabs.
  xcb_window_t leader() const { return leader_; }

  // ---- The windows; all of it under mutex().
  std::mutex& mutex() { return mutex_; }
  void add(X11Window& window);
  void remove(X11Window& window);
  X11Window* find(xcb_window_t id);
  X11Window* find(HWND handle);
  Stacking& stacking() { return stacking_; }

  // The window's handle; null: not one of ours. Takes the mutex.
  HWND handle_of(xcb_window_t id);
  // Asks the window for a report under the mutex and tells user32 without it.
  void pass_on(xcb_window_t id, const std::function<X11Window::Report(X11Window&)>& read);

  // Reads monitors and work area again, and tells user32 what has changed.
  void refresh();

 private:
  void recount(SIZE by);

  std::unique_ptr<Connection> connection_;
  WindowManager manager_;
  DelayedTasks tasks_;
  FocusTracker focus_;
  Cursors cursors_;
  const xcb_window_t leader_;
  PointerGrab grab_;
  Clipboard clipboard_;
  DropTarget drop_target_{*this};
  // As the events say; the first one says that it is.
  std::atomic<bool> pointer_inside_{false};

  std::mutex monitors_mutex_;
  std::vector<Monitor> monitors_;  // guarded by monitors_mutex_

  std::mutex mutex_;
  // Guarded by mutex_.
  std::unordered_map<xcb_window_t, X11Window*> windows_;
  Stacking stacking_{*this};
};

}  // namespace transom::host::x11
