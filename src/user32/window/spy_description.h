// What the spy asks user32 about windows.
#pragma once

namespace transom::user {

// Gives the spy its functions. Done with the first windows (desktop.cpp), before any message.
void describe_windows_to_spy();

}  // namespace transom::user
