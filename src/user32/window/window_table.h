// The table of window handles, and the look-ups that every message makes.
//
// The owner of each slot stands beside the table, so that asking "is it mine?" reads no memory of a
// window that another thread may be destroying. A slot's owner is null while the slot is free and
// until its window is complete.
#pragma once

#include <array>
#include <atomic>

#include "base/handle_table.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {

namespace detail {

inline base::HandleTable<Window, base::HandleKind::kWindow> window_table;
inline std::array<std::atomic<ThreadState*>, 0x10000> window_owners;

inline std::atomic<ThreadState*>& window_owner(HWND handle) {
  return window_owners[reinterpret_cast<std::uintptr_t>(handle) & 0xFFFF];
}
}  // namespace detail

inline Window* find_own_window(HWND handle) {
  ThreadState* owner = detail::window_owner(handle).load(std::memory_order_relaxed);
  if (owner == nullptr || owner != detail::current) return nullptr;
  // The slot is this thread's, and nobody else changes it.
  return detail::window_table.find(handle);
}

inline ThreadState* find_window_thread(HWND handle) {
  ThreadState* owner = detail::window_owner(handle).load(std::memory_order_acquire);
  return detail::window_table.find(handle) != nullptr ? owner : nullptr;
}

}  // namespace transom::user
