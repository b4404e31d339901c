// Bringing what was drawn to the display.
#pragma once

#include "user32/message/thread_state.h"

namespace transom::user {

// Hands the damage of the thread's top-level surfaces to the display host. Called before the thread
// sleeps, when PeekMessage finds nothing, and by GdiFlush; nothing to do costs one load.
void present_damage(ThreadState& thread);

}  // namespace transom::user
