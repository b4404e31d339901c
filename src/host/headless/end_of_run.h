// How a headless run that is watched ends: TRANSOM_SHOT=out.png, or a script (script.h).
//
// When the script has been played (at once where there is none) and two more
// seconds of the program's time have passed, the picture is taken and the visible windows are asked
// to close. A program that is still there after two further seconds is ended, with a notice. Under
// the virtual clock those seconds take no time: everything that was going to happen in them has.
//
// A program that closes its last window, or exits, before that has its picture taken at that
// moment.
#pragma once

namespace transom::host {

class HeadlessHost;

// `scripted`: a script's player runs and will tell.
void watch_for_end_of_run(HeadlessHost& host, bool scripted);
// The script's player: its last event was handed out.
void script_finished();
// The last visible window is about to disappear.
void last_window_goes();

}  // namespace transom::host
