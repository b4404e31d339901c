// From a hardware event to a message: what retrieve.cpp shares with the makers of mouse and key
// messages.
#pragma once

#include "base/win32.h"
#include "user32/input/input_queue.h"
#include "user32/message/message_queue.h"
#include "user32/message/thread_state.h"

namespace transom::user {

struct InputRetrieval {
  ThreadState& thread;
  const MessageFilter& filter;
  bool remove;
  MSG& message;
};

enum class Outcome {
  kMessage,    // there it is
  kDropped,    // swallowed by a hook, a refusal, or because nobody is there to get it
  kKept,       // the filter does not want it: it stays where it was
  kElsewhere,  // another thread's, which has been told
};

// Both may call window procedures and hooks, without the USER lock.
Outcome make_mouse_message(InputRetrieval& retrieval, const HardwareEvent& event);
Outcome make_key_message(InputRetrieval& retrieval, const HardwareEvent& event);
// What a host asked of the window's thread.
void perform_internal_event(const HardwareEvent& event);

// The message's common part.
void fill_message(MSG& message, HWND window, UINT number, const HardwareEvent& event);

}  // namespace transom::user
