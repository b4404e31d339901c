// Values of commctrl.h that the headers lack: the edit control's extended styles.
// https://learn.microsoft.com/windows/win32/controls/edit-control-window-extended-styles
#pragma once

#include "base/win32.h"

namespace transom::user {

inline constexpr DWORD kAllowLineEndCr = 0x0001;  // ES_EX_ALLOWEOL_CR
inline constexpr DWORD kAllowLineEndLf = 0x0002;  // ES_EX_ALLOWEOL_LF

}  // namespace transom::user
