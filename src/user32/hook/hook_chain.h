// The chains themselves: which hooks of a type there are, newest first.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "base/win32.h"
#include "user32/hook/hook.h"
#include "user32/window/window.h"

namespace transom::user {

inline constexpr int kHookTypes = WH_MAX - WH_MIN + 1;

// An installed hook. Kept by whoever walks past it, so that it may be unhooked while it runs; its
// fields never change but for `removed`.
struct Hook {
  HHOOK handle = nullptr;
  int type = 0;
  HOOKPROC procedure = nullptr;
  HINSTANCE module = nullptr;
  ThreadState* thread = nullptr;  // null: for all threads
  ThreadState* installer = nullptr;
  Encoding encoding = Encoding::kUnicode;
  base::Relaxed<bool> removed = false;
};

using HookList = std::vector<std::shared_ptr<Hook>>;  // newest first

// Guarded by the USER lock.
struct HookChains {
  std::array<HookList, kHookTypes> lists;

  HookList& of(int type) { return lists[static_cast<std::size_t>(type - WH_MIN)]; }
};

HookChains& global_hooks();

// The chain as it stands for the calling thread: its own hooks, then the global ones. A copy; null
// where there is none.
HookList current_chain(int type);

// Where the calling thread stands in the chain that is being walked: what CallNextHookEx continues.
struct HookWalk {
  const HookList* chain;
  std::size_t position;
  HookWalk* outer;
};

// Low-level and journal hooks run on the thread that installed them, whichever thread asks.
constexpr bool runs_on_installer(int type) {
  return type == WH_KEYBOARD_LL || type == WH_MOUSE_LL || type == WH_JOURNALRECORD ||
         type == WH_JOURNALPLAYBACK;
}

// The user cancels: no journal hook is left. Who had installed them, once for each hook.
std::vector<ThreadState*> remove_journal_hooks();

// A thread ends: its hooks go, and the global ones that it installed.
void remove_hooks_of(ThreadState& thread);

}  // namespace transom::user
