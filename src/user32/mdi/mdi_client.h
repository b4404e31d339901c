// The class MDICLIENT: the window between an MDI frame and its child windows.
//
// It keeps the children in the order of their identifiers, knows which of them is active, and while
// that one is maximized lends its buttons, its window menu and its title to the frame.
//
// Contract
//  - Frame, client and children belong to one thread.
//  - Activation runs callbacks (WM_NCACTIVATE, WM_MDIACTIVATE, WM_SIZE …) that may destroy any of
//    the windows; the state object outlives the outermost call (control/control.h), and every step
//    asks alive() again.
//  - "If an MDI client window receives any message that changes the activation of its child windows
//    while the active child window is maximized, the system restores the active child window and
//    maximizes the newly activated child window": activate() does it, whoever calls it.
// https://learn.microsoft.com/windows/win32/winmsg/about-the-multiple-document-interface
#pragma once

#include <string>
#include <vector>

#include "base/win32.h"
#include "user32/control/control.h"
#include "user32/menu/menu.h"
#include "user32/window/class.h"

namespace transom::user {

enum class MdiDirection { kNext, kPrevious };

class MdiClient : public Control {
 public:
  explicit MdiClient(Window& window) : Control(window) {}

  // The state of a client window of the calling thread; null for any other window.
  static MdiClient* of(HWND client);
  static MdiClient* of_child(const Window& child);

  HWND frame() const { return parent(); }
  HWND active() const { return active_; }
  bool active_is_maximized() const { return active_ != nullptr && IsZoomed(active_); }
  bool allows_all_styles() const { return has_style(MDIS_ALLCHILDSTYLES); }
  const std::vector<HWND>& children() const { return children_; }
  bool has_child(HWND child) const;
  // By its place in the list, as menu commands name it; null: none.
  HWND child_at(std::size_t index) const;
  UINT first_id() const { return first_id_; }

  // mdi_client.cpp
  void created(const CLIENTCREATESTRUCT* given);
  UINT next_id() const { return first_id_ + static_cast<UINT>(children_.size()); }
  void add(HWND child);
  // The child is going: another becomes active, and the identifiers close up.
  void leave(HWND child);
  // It is gone already, or was never finished.
  void forget(HWND child);
  RECT next_default_place();

  // mdi_activation.cpp
  void activate(HWND child);
  void bring_to_top(HWND child);
  void go(HWND from, MdiDirection direction);
  HWND neighbour(HWND from, MdiDirection direction) const;
  void child_sized(HWND child, WPARAM how);
  void focus_active();
  // Where a maximized child goes so that its client area fills this one.
  RECT maximized_place(const Window& child) const;

  // mdi_menu.cpp
  HMENU set_menus(HMENU frame_menu, HMENU window_menu);
  void refresh_list();
  void check_active();
  void set_maximized(HWND child);
  void set_frame_title(std::u16string title);
  void show_frame_title();
  bool has_maximized() const { return maximized_ != nullptr; }
  void release_frame();

  // mdi_scroll.cpp
  void update_scroll_bars();
  void scroll(int bar, WORD code);

 private:
  bool leave_active(HWND next);
  void enter(HWND child, bool maximize);
  void restore_quietly(HWND child);
  void focus_client();
  void add_buttons(HWND child);
  void remove_buttons();
  void remove_list(Menu& menu);
  void add_list(Menu& menu);

  HMENU window_menu_ = nullptr;
  UINT first_id_ = 0;
  int places_ = 0;  // how many children there have been: each has a place of its own
  std::vector<HWND> children_;
  HWND active_ = nullptr;
  HWND maximized_ = nullptr;    // whose buttons the frame has
  HMENU lent_menu_ = nullptr;   // the frame's bar that holds them
  bool switching_ = false;      // one maximized child follows another: the frame waits
  bool scrolling_ = false;      // the scroll bars are being changed
  DWORD scroll_bars_ = 0;       // those that the program asked for: WS_HSCROLL, WS_VSCROLL
  std::u16string frame_title_;  // the frame's own, while a child's stands behind it
};

extern const SystemClass kMdiClientClass;

// "Select Window": the list of all children; null where the user thinks better of it.
HWND choose_mdi_child(const MdiClient& client);

}  // namespace transom::user
