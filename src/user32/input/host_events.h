// user32's side of the seam to displays.
#pragma once

namespace transom::user {

// Makes hosts report to input; once is enough. The first input state does it.
void listen_to_hosts();

}  // namespace transom::user
