// The small pictures of the file dialogs: 16 by 16 pixels, icons of the system's own.
#pragma once

#include "base/win32.h"

namespace transom::comdlg {

enum class Picture { kFolder, kOpenFolder, kFile, kDrive, kFolderUp, kNewFolder };

inline constexpr int kPictureSize = 16;

// Shared by everybody; never destroyed.
HICON picture_icon(Picture picture);

}  // namespace transom::comdlg
