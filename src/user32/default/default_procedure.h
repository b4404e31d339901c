// DefWindowProc as a table: one small handler for each message that has a default action.
//
// Each area of user32 lists its own handlers and offers them through one of the functions below;
// default_procedure.cpp builds the table from them on first use. A message without an entry returns
// 0. https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-defwindowprocw
#pragma once

#include <span>

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

struct DefaultCall {
  UINT message;
  WPARAM wparam;
  LPARAM lparam;
  Encoding encoding;  // of the caller: text in lparam is this (DefWindowProcA or W)
};

using DefaultHandler = LRESULT (*)(Window& window, const DefaultCall& call);

struct DefaultEntry {
  UINT message;
  DefaultHandler handler;
};

// Offered by the areas (an area that does not exist yet has no entry here).
std::span<const DefaultEntry> window_defaults();     // default/window_defaults.cpp
std::span<const DefaultEntry> text_defaults();       // default/text_defaults.cpp
std::span<const DefaultEntry> paint_defaults();      // default/paint_defaults.cpp
std::span<const DefaultEntry> nonclient_defaults();  // default/nonclient_defaults.cpp
std::span<const DefaultEntry> input_defaults();      // default/input_defaults.cpp
std::span<const DefaultEntry> ime_defaults();        // default/ime_defaults.cpp

// All of them. No two have an entry for the same message (default_procedure_test.cpp): which one
// won would depend on their order.
using DefaultArea = std::span<const DefaultEntry> (*)();
std::span<const DefaultArea> default_areas();

// What DefWindowProcA and W call; for inside use too. The window belongs to the calling thread.
LRESULT default_procedure(Window& window, const DefaultCall& call);

}  // namespace transom::user
