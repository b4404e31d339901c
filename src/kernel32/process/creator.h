// What a process tells the one that created it, and what it was told: the channel between both.
//
// CreateProcess gives the new process one end of a socket (TRANSOM_CREATOR names its descriptor)
// through which it says that it waits for input, and its exit code in all 32 bits, of which Linux
// keeps 8. Processes that were started otherwise have no channel and say nothing.
#pragma once

#include <atomic>
#include <cstdint>

#include "base/win32.h"

namespace transom::kernel {

struct CreatorNote {
  enum Kind : std::uint32_t { kIdle = 1, kExit = 2 } kind;
  DWORD exit_code;
};

inline constexpr char kCreatorVariable[] = "TRANSOM_CREATOR";
// "flags,show": what STARTUPINFO said of the first window.
inline constexpr char kStartupVariable[] = "TRANSOM_STARTUP";

inline std::atomic<bool> creator_waits_for_idle{false};
void note_idle();
// A thread of this process is about to wait for messages: the creator hears of the first time.
inline void tell_creator_of_idleness() {
  if (creator_waits_for_idle.load(std::memory_order_relaxed)) note_idle();
}

struct StartupNotes {
  DWORD flags = 0;  // STARTF_USESHOWWINDOW or 0
  WORD show = 0;
};
StartupNotes startup_notes();

}  // namespace transom::kernel
