// Icons for tests.
#pragma once

#include <vector>

#include "base/win32.h"

namespace transom::user {

// A square of one colour, 16 pixels wide.
inline HICON icon_of(DWORD rgb, bool left_half_only = false) {
  constexpr int kSide = 16;
  const std::vector<DWORD> pixels(kSide * kSide, rgb);
  // A row of the mask is a word: the bits of the left half, then of the right.
  std::vector<BYTE> mask(kSide * kSide / 8, 0);
  for (std::size_t i = 1; left_half_only && i < mask.size(); i += 2) mask[i] = 0xFF;
  std::vector<DWORD> shown = pixels;
  for (std::size_t i = 0; left_half_only && i < shown.size(); ++i) {
    if (i % kSide >= kSide / 2) shown[i] = 0;
  }
  ICONINFO info{};
  info.fIcon = TRUE;
  info.hbmMask = CreateBitmap(kSide, kSide, 1, 1, mask.data());
  info.hbmColor = CreateBitmap(kSide, kSide, 1, 32, shown.data());
  const HICON icon = CreateIconIndirect(&info);
  DeleteObject(info.hbmMask);
  DeleteObject(info.hbmColor);
  return icon;
}

// The right half is transparent.
inline HICON half_icon(DWORD rgb) {
  return icon_of(rgb, true);
}

}  // namespace transom::user
