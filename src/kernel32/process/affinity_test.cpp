// Which processors threads may run on.
#include <gtest/gtest.h>

#include "base/win32.h"

namespace {

DWORD_PTR allowed() {
  DWORD_PTR process = 0;
  DWORD_PTR system = 0;
  EXPECT_TRUE(GetProcessAffinityMask(GetCurrentProcess(), &process, &system));
  EXPECT_EQ(process & ~system, 0u);
  return process;
}

// "If the function succeeds, the return value is the thread's previous affinity mask."
TEST(Affinity, AThreadIsBoundAndSaysWhereItWas) {
  const DWORD_PTR before = allowed();
  const DWORD_PTR first = before & ~(before - 1);
  EXPECT_EQ(SetThreadAffinityMask(GetCurrentThread(), first), before);
  EXPECT_EQ(DWORD_PTR{1} << GetCurrentProcessorNumber(), first);
  EXPECT_EQ(SetThreadAffinityMask(GetCurrentThread(), before), first);
}

// "If the thread affinity mask requests a processor that is not selected for the process affinity
// mask, the last error code is ERROR_INVALID_PARAMETER."
TEST(Affinity, WhatTheProcessMayNotUseIsRefused) {
  const DWORD_PTR before = allowed();
  for (const DWORD_PTR mask : {DWORD_PTR{0}, ~before}) {
    SetLastError(ERROR_SUCCESS);
    EXPECT_EQ(SetThreadAffinityMask(GetCurrentThread(), mask), 0u);
    EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
  }
  SetLastError(ERROR_SUCCESS);
  EXPECT_EQ(SetThreadAffinityMask(nullptr, before), 0u);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_HANDLE));
  EXPECT_FALSE(GetProcessAffinityMask(GetCurrentProcess(), nullptr, nullptr));
}

// "To query the ideal processor without changing it, pass MAXIMUM_PROCESSORS."
TEST(Affinity, TheIdealProcessorIsKeptAndAnswered) {
  EXPECT_EQ(SetThreadIdealProcessor(GetCurrentThread(), 1), 0u);
  EXPECT_EQ(SetThreadIdealProcessor(GetCurrentThread(), MAXIMUM_PROCESSORS), 1u);
  EXPECT_EQ(SetThreadIdealProcessor(GetCurrentThread(), 0), 1u);
  SetLastError(ERROR_SUCCESS);
  EXPECT_EQ(SetThreadIdealProcessor(GetCurrentThread(), MAXIMUM_PROCESSORS + 1),
            static_cast<DWORD>(-1));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
}

}  // namespace
