// What only few windows have, made on first need.
//
// Written by the owning thread under the USER lock, but the properties, which any thread may change
// under the lock.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::comctl {
struct SubclassChain;
}

namespace transom::user {

struct Property {
  ATOM atom;
  bool owns_atom;  // set by name: the atom is released with the property
  HANDLE data;
};

// Where a window goes when it is minimized, maximized and restored; parent's client coordinates.
struct Placement {
  std::optional<POINT> minimized;  // where the program put it (WPF_SETMINPOSITION)
  std::optional<POINT> maximized;
  RECT normal{};  // of the restored window; kept up to date while it is restored
  bool restore_to_maximized = false;
};

struct Layered {
  COLORREF color_key = 0;
  BYTE alpha = 255;
  DWORD flags = 0;  // LWA_
};

// FlashWindowEx under way.
struct Flash {
  DWORD flags = FLASHW_STOP;
  UINT changes_left = 0;
};

struct WindowExtras {
  ~WindowExtras();

  std::vector<Property> properties;
  Placement placement;
  std::optional<Layered> layered;
  HICON big_icon = nullptr;
  HICON small_icon = nullptr;
  HMENU system_menu = nullptr;  // its copy of the window menu (menu/window_menu.h)
  DWORD help_id = 0;
  HWND last_active_popup = nullptr;
  bool hidden_by_owner = false;  // ShowOwnedPopups or a minimized owner hid it; it comes back
  DWORD display_affinity = 0;
  Flash flash;  // the owner's alone
  // ImmAssociateContext; nothing: the thread's default one. Null: none.
  std::optional<HIMC> input_context;
  std::shared_ptr<comctl::SubclassChain> subclasses;  // of SetWindowSubclass; the owner's alone
};

// The window's extras, made if need be. The caller owns the window or holds the lock.
WindowExtras& extras_of(Window& window);

}  // namespace transom::user
