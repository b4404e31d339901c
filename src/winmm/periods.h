// The periods that multimedia timers take, in milliseconds.
#pragma once

#include "base/win32.h"

#include <mmsystem.h>

namespace transom::winmm {

inline constexpr UINT kFinestPeriod = 1;
inline constexpr UINT kCoarsestPeriod = 1'000'000;

inline bool is_period(UINT milliseconds) {
  return milliseconds >= kFinestPeriod && milliseconds <= kCoarsestPeriod;
}

}  // namespace transom::winmm
