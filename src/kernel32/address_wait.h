// Sleeping on an address: what critical sections, reader-writer locks, condition variables and
// WaitOnAddress are made of.
//
// Sleepers park on their thread's parker, so that a thread that waits for a lock counts as idle
// under the virtual clock. `still_wanted` is asked with the bucket's lock held: a wake that follows
// the change of what it reads is never lost.
#pragma once

#include <atomic>
#include <type_traits>

#include "base/clock.h"
#include "kernel32/thread_record.h"

namespace transom::kernel {

namespace detail {
bool wait_on_address(const void* address, base::Nanoseconds deadline, bool (*still_wanted)(void*),
                     void* context);
}  // namespace detail

// False: time is up. True: woken, or no longer wanted; look again.
template <class StillWanted>
bool wait_on_address(const void* address, base::Nanoseconds deadline, StillWanted&& still_wanted) {
  using Function = std::remove_reference_t<StillWanted>;
  return detail::wait_on_address(
      address, deadline,
      [](void* context) { return static_cast<bool>((*static_cast<Function*>(context))()); },
      const_cast<void*>(static_cast<const void*>(&still_wanted)));
}

enum class Wake { kOne, kAll };
void wake_address(const void* address, Wake how);

}  // namespace transom::kernel
