// The recording kit: what a scenario file includes.
//
//   SCENARIO(destruction, parent_before_children, "A window is destroyed before its children are",
//            PAGES("winmsg/wm-destroy"), CHECKS(WM_DESTROY)) {
//     const HWND frame = create("frame", {.style = WS_POPUP});
//     create("child", {.style = WS_CHILD, .parent = frame});
//     CALL(DestroyWindow(frame));
//   }
//
// Contract
//  - A scenario runs alone in its process, with Transom or with Wine, and writes a trace to
//  standard
//    output: what `CALL` calls, the messages that its windows get meanwhile, nested, with their
//    parameters and results in words, and what `note` adds. Nothing is written outside of `CALL`.
//  - Two runs give the same trace. Handles are written as names, nothing depends on real time.
//  - What the documentation leaves open is left out: undocumented messages and flags, values that
//    it tells a program to ignore, and messages that a window manager or an input method adds. Some
//    of these are written where the scenario asks (`watch`).
//  - CHECKS names messages that must be in the trace; they count for `transom catalog --coverage`.
#pragma once

#include <windows.h>

#include <string>
#include <vector>

#include "call.h"
#include "input.h"
#include "recorder.h"
#include "test_window.h"
#include "worker.h"

namespace scenario {

struct Scenario {
  const char* family;
  const char* name;
  const char* summary;
  std::vector<const char*> pages;  // under https://learn.microsoft.com/windows/win32/
  const char* checked;             // names of messages, with commas between
  void (*run)();
};

std::vector<Scenario>& all_scenarios();

struct Registration {
  explicit Registration(Scenario entry) { all_scenarios().push_back(std::move(entry)); }
};

}  // namespace scenario

#define PAGES(...) \
  { __VA_ARGS__ }
#define CHECKS(...) #__VA_ARGS__

#define SCENARIO(family, name, summary, ...)                      \
  static void family##_##name();                                  \
  static const scenario::Registration register_##family##_##name( \
      {#family, #name, summary, __VA_ARGS__, family##_##name});   \
  static void family##_##name()

// Scenarios are written in the kit's words.
using namespace scenario;  // NOLINT(google-global-names-in-headers)
