// Between FILETIME (100 ns since 1601), Unix time (since 1970) and the clock.
// https://learn.microsoft.com/windows/win32/sysinfo/file-times
#pragma once

#include <cstdint>

#include "base/clock.h"
#include "base/win32.h"

namespace transom::kernel {

inline constexpr std::int64_t kTicksPerMillisecond = 10'000;
inline constexpr std::int64_t kUnixEpochTicks = 116'444'736'000'000'000;

inline std::int64_t to_ticks(const FILETIME& time) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(time.dwHighDateTime) << 32 |
                                   time.dwLowDateTime);
}
inline FILETIME to_file_time(std::int64_t ticks) {
  return {static_cast<DWORD>(ticks), static_cast<DWORD>(static_cast<std::uint64_t>(ticks) >> 32)};
}
inline FILETIME unix_to_file_time(std::int64_t seconds, std::int64_t nanoseconds) {
  return to_file_time(kUnixEpochTicks + seconds * 10'000'000 + nanoseconds / 100);
}
inline FILETIME current_file_time() {
  return to_file_time(kUnixEpochTicks + base::clock::wall_clock() * kTicksPerMillisecond);
}

}  // namespace transom::kernel
