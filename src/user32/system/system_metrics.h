// Sizes of the parts of windows, and facts about the system.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getsystemmetrics
#pragma once

namespace transom::user {

// As GetSystemMetrics; 0 for unknown ones. May ask the host for its monitors on first use: not for
// calls under the USER lock but for the frame's sizes (SM_CXBORDER and the like), which are
// constant.
int system_metric(int index);

}  // namespace transom::user
