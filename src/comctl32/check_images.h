// The pictures of check boxes, where a control draws its own as state images.
#pragma once

#include <vector>

#include "base/common_controls.h"

namespace transom::comctl {

// A row of squares, with a picture for each state (DFCS_) in turn; kNoCheckImage leaves a place
// empty.
constexpr UINT kNoCheckImage = 0xFFFF'FFFF;
HIMAGELIST make_check_images(const std::vector<UINT>& states);

}  // namespace transom::comctl
