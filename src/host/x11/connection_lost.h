// What happens when the X server goes away.
#pragma once

namespace transom::host::x11 {

class X11Host;

// Says so, asks the windows to close, and ends the program if that does not. Does not return.
[[noreturn]] void connection_lost(X11Host& host);

}  // namespace transom::host::x11
