// Input's part of the journal hooks.
//
// Recording: each message of hardware input is shown to WH_JOURNALRECORD as it is retrieved.
// Playback: while a WH_JOURNALPLAYBACK hook is installed it is the only source of input; the
// hardware's is thrown away. Ctrl+Esc and Ctrl+Alt+Del end both: the hooks go and their threads get
// WM_CANCELJOURNAL; Ctrl+Break is for the program to look for.
// https://learn.microsoft.com/windows/win32/winmsg/using-hooks
#pragma once

#include "base/win32.h"
#include "user32/input/input_queue.h"
#include "user32/message/thread_state.h"

namespace transom::user {

bool journal_swallows(const HardwareEvent& event);
void journal_record(const MSG& message, const HardwareEvent& event);
// Asks the playback hook for its next event, if one is installed and its time has come.
void journal_play(ThreadState& thread);
// A playback hook was installed by the calling thread: its threads have to come and ask.
void journal_playback_started();

}  // namespace transom::user
