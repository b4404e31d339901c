// Input that is written down: TRANSOM_SCRIPT=file, or TRANSOM_SCRIPT_TEXT with the steps
// themselves.
//
// The player is a thread of its own that takes part in the clock. After each step it lets a little
// time pass, so that under the virtual clock the program has done all that the step led to before
// the next one begins. Events enter as a display's do, through HostEvents; windows are looked up as
// another program would, through the exported functions. A step that cannot be done names its line
// on stderr and ends the process with exit code 2. docs/scripting.md has the steps.
#pragma once

namespace transom::host {

// Starts the player. False: the environment names no script.
bool start_script();

}  // namespace transom::host
