// Somebody acts in the middle: at the n-th message that a scenario's windows get, its window is
// destroyed, given another parent, disabled or hidden, or the focus is taken from it. What follows
// is not compared with anything: nothing may crash, hang or be left over.
#pragma once

#include <windows.h>

namespace scenario {

// The acts by their names; false where there is no such act. "none" only counts.
bool plan_disturbance(const char* act, int at);
// Called at the beginning of each message.
void disturb(HWND window);
int message_count();
// Destroys the windows of the calling thread. How many of all are left then.
int windows_left();
// Ends the process with 4 where all of its threads wait for ever; with 6 where memory has leaked by
// then, too. The other way there is a check for leaks when the process ends.
void watch_for_end();
// The scenario is over: who waits now waits for the end of the process.
void end_watch();

}  // namespace scenario
