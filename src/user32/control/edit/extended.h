// Values of commctrl.h that the headers lack: the edit control's extended styles, ends of lines.
// https://learn.microsoft.com/windows/win32/controls/edit-control-window-extended-styles
#pragma once

#include "base/win32.h"

namespace transom::user {

inline constexpr DWORD kAllowLineEndCr = 0x0001;         // ES_EX_ALLOWEOL_CR
inline constexpr DWORD kAllowLineEndLf = 0x0002;         // ES_EX_ALLOWEOL_LF
inline constexpr DWORD kConvertPastedLineEnds = 0x0004;  // ES_EX_CONVERT_EOL_ON_PASTE

// EC_ENDOFLINE_
inline constexpr UINT kLineEndFromContent = 0;
inline constexpr UINT kLineEndCrLf = 1;
inline constexpr UINT kLineEndCr = 2;
inline constexpr UINT kLineEndLf = 3;

}  // namespace transom::user
