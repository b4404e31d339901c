// The subclass callbacks of a window: what SetWindowSubclass keeps.
//
// Contract
//  - The newest callback is called first and hands on by DefSubclassProc; the window's own
//  procedure
//    comes last. All of it happens on the window's thread.
//  - Callbacks may be added, changed and removed, and the window destroyed, while callbacks run: a
//    call under way goes on with the callbacks below it that are still there. New ones first hear
//    the next message.
//  - With the last callback the window gets its own procedure back, unless somebody else has
//    replaced the procedure since; then the chain stays in the middle and passes everything on.
// https://learn.microsoft.com/windows/win32/controls/subclassing-overview
#pragma once

#include <vector>

#include "base/common_controls.h"

namespace transom::comctl {

struct Subclass {
  SUBCLASSPROC procedure;  // null: removed while calls were under way
  UINT_PTR id;
  DWORD_PTR data;
};

// A message on its way down the chain.
struct SubclassCall {
  std::size_t remaining;  // how many of the oldest callbacks are still below
  SubclassCall* outer;
};

struct SubclassChain {
  std::vector<Subclass> callbacks;  // oldest first
  WNDPROC original = nullptr;
  SubclassCall* innermost = nullptr;

  Subclass* find(SUBCLASSPROC procedure, UINT_PTR id);
  void remove(Subclass& subclass);
  bool empty() const;
};

}  // namespace transom::comctl
