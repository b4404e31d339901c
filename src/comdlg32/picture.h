// The small pictures of the file and font dialogs: 16 by 16 pixels, icons of the system's own.
#pragma once

#include "base/win32.h"

namespace transom::comdlg {

enum class Picture { kFolder, kOpenFolder, kFile, kDrive, kFolderUp, kNewFolder, kTrueType, kNone };

inline constexpr int kPictureSize = 16;

// Shared by everybody; never destroyed. Null for kNone.
HICON picture_icon(Picture picture);

}  // namespace transom::comdlg
