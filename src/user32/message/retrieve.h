// Retrieving messages, for GetMessage, PeekMessage and the system's own modal loops.
#pragma once

#include "base/win32.h"
#include "user32/message/message_queue.h"
#include "user32/message/thread_state.h"

namespace transom::user {

struct Retrieval {
  MessageFilter filter;
  UINT sources = QS_ALLINPUT | QS_ALLPOSTMESSAGE;  // QS_ bits: which kinds are wanted
  bool remove = true;
};

// One look, in the documented order: sent (handled, not returned), posted, quit, input, sent,
// paint, timer. False: nothing there. Calls WH_GETMESSAGE hooks.
bool retrieve_message(ThreadState& thread, const Retrieval& what, MSG& message);

// Sleeps until something is there that `retrieve_message` has not seen, or the deadline. Presents
// what was drawn first.
void wait_for_messages(ThreadState& thread, const Retrieval& what,
                       base::Nanoseconds deadline = base::kForever);

// QS_ bits of what waits now.
std::uint32_t waiting_sources(ThreadState& thread);

// For modal loops (menus, moving, dialogs): GetMessage without a filter, by the system. False for
// WM_QUIT, which is put back for the outer loop.
bool get_modal_message(ThreadState& thread, MSG& message);

}  // namespace transom::user
