// Devices that there are none of: nothing can be opened, so every handle is a wrong one.
#pragma once

#include "base/win32.h"

#include <mmsystem.h>

#define REFUSES_HANDLE(function, ...)     \
  MMRESULT WINAPI function(__VA_ARGS__) { \
    return MMSYSERR_INVALHANDLE;          \
  }

namespace transom::winmm {

// What opening a device, or asking what it can do, answers.
inline MMRESULT no_device(UINT_PTR, const void* result) {
  return result == nullptr ? MMSYSERR_INVALPARAM : MMSYSERR_BADDEVICEID;
}

}  // namespace transom::winmm
